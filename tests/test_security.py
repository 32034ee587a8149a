"""What no input may bring about: a shell, a file outside the project, a look at the network, a formula that runs."""

import ast
import functools
import socket
import subprocess
import sys
import threading
import zipfile
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import translate
from tests import trouble
from tests.patience import SHARED_FIXTURE
from translate import plugins
from translate.documents.slugs import slug_of
from translate.documents.xml.feed import FeedFormat
from translate.errors import DocumentError, MemoryFileError, ModelError
from translate.memory import tmx
from translate.models.archive import check, unpack
from translate.schedules.xmltv import XmltvList
from translate.settings import Settings, machine
from translate.workflow import articles
from translate.workflow.folders import EXPORTS
from translate.workflow.places import catalog_path, template_path

PACKAGE = Path(translate.__file__).resolve().parent


@functools.cache
def trees():
    """Every module of the package, parsed; it takes a second that whoever only collects these tests need not wait."""
    return {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}


def calls():
    return [(name, node) for name, tree in trees().items() for node in ast.walk(tree) if isinstance(node, ast.Call)]


# --- no shell ------------------------------------------------------------------------------------------------------

SHELLS = {
    "os.system", "os.popen", "os.spawnlp", "os.execlp", "subprocess.getoutput", "subprocess.getstatusoutput",
    "pty.spawn", "asyncio.create_subprocess_shell",
}  # fmt: skip
STARTS = {"subprocess.run", "subprocess.Popen", "subprocess.call", "subprocess.check_call", "subprocess.check_output"}
EVALUATES = {"eval", "exec", "pickle.loads", "pickle.load", "marshal.loads", "yaml.load"}


def test_nothing_is_given_to_a_shell_or_evaluated():
    names = [(name, node.lineno, ast.unparse(node.func)) for name, node in calls()]
    assert [call for call in names if call[2] in SHELLS | EVALUATES] == []
    shells = [(name, node.lineno) for name, node in calls() for keyword in node.keywords if keyword.arg == "shell"]
    assert shells == []


def test_every_program_is_started_with_a_list_of_arguments():
    started = [(name, node) for name, node in calls() if ast.unparse(node.func) in STARTS]
    assert started, "no program is started any more; then this test has nothing to look at"
    for name, node in started:
        assert _is_list(name, node.args[0]), f"{name} line {node.lineno}: {ast.unparse(node.args[0])}"


def _is_list(module, node):
    """Whether an argument is written as a list, or is a name that the same module says to be a list."""
    if isinstance(node, ast.List):
        return True
    if not isinstance(node, ast.Name):
        return False
    named = [
        statement
        for statement in ast.walk(trees()[module])
        if (isinstance(statement, ast.Assign) and any(ast.unparse(t) == node.id for t in statement.targets)
            and isinstance(statement.value, ast.List))
        or (isinstance(statement, ast.arg | ast.AnnAssign)
            and ast.unparse(getattr(statement, "target", None) or ast.Name(getattr(statement, "arg", ""))) == node.id
            and ast.unparse(statement.annotation or ast.Name("")).startswith(("list[str]", "Sequence[str]", "tuple[")))
    ]  # fmt: skip
    return bool(named)


def test_programs_are_not_imported_under_names_that_the_checks_above_do_not_see():
    hidden = [
        (name, node.lineno)
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and node.module in {"subprocess", "os", "pickle", "pty"}
            and {alias.name for alias in node.names} & {name.split(".")[1] for name in SHELLS | STARTS | EVALUATES
                                                        if "." in name})
        or (isinstance(node, ast.Import) and any(a.asname and a.name in {"subprocess", "os"} for a in node.names))
    ]  # fmt: skip
    assert hidden == []


# --- XML -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def listening():
    """A socket that nobody may connect to, and the list of those who did."""
    came = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        over = threading.Event()

        def wait():
            while not over.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                connection.close()
                came.append(address)

        thread = threading.Thread(target=wait)
        thread.start()
        yield server.getsockname()[1], came
        over.set()
        thread.join()


DOCTYPES = (
    '<!DOCTYPE tmx [<!ENTITY x SYSTEM "{address}">]>',
    '<!DOCTYPE tmx [<!ENTITY x PUBLIC "-//x//" "{address}">]>',
    '<!DOCTYPE tmx [<!ENTITY % x SYSTEM "{address}"> %x;]>',
    '<!DOCTYPE tmx SYSTEM "{address}">',
    '<!DOCTYPE tmx SYSTEM "{address}" [<!ENTITY x SYSTEM "{address}">]>',
    '<?xml-stylesheet href="{address}"?>',
)
BODY = (
    '<tmx version="1.4"><header/><body><tu xmlns:xi="http://www.w3.org/2001/XInclude">'
    '<tuv xml:lang="en"><seg>a&x;<xi:include href="{address}" parse="text"/></seg></tuv>'
    '<tuv xml:lang="et"><seg>b</seg></tuv></tu></body></tmx>'
)


@pytest.mark.parametrize("doctype", DOCTYPES)
@pytest.mark.parametrize("scheme", ["http://127.0.0.1:{port}/x", "ftp://127.0.0.1:{port}/x", "{file}", "file://{file}"])
def test_xml_brings_in_no_file_and_asks_no_address(doctype, scheme, listening, tmp_path):
    port, came = listening
    secret = tmp_path / "secret.txt"
    secret.write_text("hush-hush", "utf-8")
    address = scheme.format(port=port, file=secret)
    text = (doctype + BODY).replace("{address}", address)
    file = tmp_path / "a.tmx"
    file.write_text(text, "utf-8")
    told = ""
    with file.open("rb") as opened:
        try:
            told = repr(list(tmx.read(opened, "a.tmx", source="en", locales=("et",))))
        except MemoryFileError as error:
            told = str(error)
    assert "hush" not in told
    assert came == []


def test_every_xml_parser_is_told_so():
    """A parser that is added later is caught here, since the tests above know only of today's."""
    parsers = {"etree.iterparse", "etree.parse", "etree.fromstring", "etree.XML", "etree.XMLParser", "etree.HTML"}
    for name, node in calls():
        if ast.unparse(node.func) in parsers:
            given_ = {keyword.arg: ast.unparse(keyword.value) for keyword in node.keywords}
            safe = {"resolve_entities": "False", "no_network": "True", "load_dtd": "False", "huge_tree": "False"}
            assert safe.items() <= given_.items(), f"{name} line {node.lineno}"
    forbidden = {"xml", "defusedxml", "html5lib"}
    imports = [
        (name, ast.unparse(node))
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for module in [getattr(node, "module", None) or node.names[0].name]
        if module.partition(".")[0] in forbidden
    ]
    expat = {
        "schedules/guides.py", "documents/docx/markup.py", "documents/xml/tree.py", "termbases/sheets/markup.py",
    }  # fmt: skip
    assert sorted(imports) == sorted((name, "from xml.parsers import expat") for name in expat)
    # Expat fetches nothing unless it is told how, and makes no text of an entity whose declaration is refused.
    for name in expat:
        told = {node.attr for node in ast.walk(trees()[name]) if isinstance(node, ast.Attribute)}
        assert told & {"EntityDeclHandler", "StartDoctypeDeclHandler"}, name
        if name != "documents/xml/tree.py":  # Of which the next test sees that nothing is fetched.
            assert told.isdisjoint({"ExternalEntityRefHandler", "SetParamEntityParsing", "UseForeignDTD"}), name


@pytest.mark.parametrize(
    "doctype", ['rss SYSTEM "{}"', 'rss [<!ENTITY % p SYSTEM "{}"> %p;]', 'rss [<!ENTITY s SYSTEM "{}">]']
)
def test_no_feed_has_a_file_read(doctype, tmp_path):
    (tmp_path / "secret.dtd").write_text('<!ENTITY s "a secret">', "utf-8")
    place = doctype.format((tmp_path / "secret.dtd").as_uri())
    text = f"<!DOCTYPE {place}><rss><channel><item><title>It is &s; or so.</title></item></channel></rss>"
    try:
        found = [one.text for article in FeedFormat().read(text.encode(), "a.rss").articles for one in article.segments]
    except DocumentError as error:
        found = [str(error)]
    assert found
    assert "a secret" not in "".join(found)


GUIDE = (
    '<tv xmlns:xi="http://www.w3.org/2001/XInclude"><programme><title>a</title>'
    '<desc>&x;<xi:include href="{address}" parse="text"/></desc></programme></tv>'
)


@pytest.mark.parametrize("doctype", DOCTYPES)
@pytest.mark.parametrize("scheme", ["http://127.0.0.1:{port}/x", "{file}", "file://{file}"])
def test_a_guide_brings_in_no_file_and_asks_no_address(doctype, scheme, listening, tmp_path):
    port, came = listening
    secret = tmp_path / "secret.txt"
    secret.write_text("hush-hush", "utf-8")
    text = (doctype + GUIDE).replace("tmx", "tv").replace("{address}", scheme.format(port=port, file=secret))
    try:
        told = repr(XmltvList().read(text.encode(), "shows/a.xml"))
    except DocumentError as error:
        told = str(error)
    assert "hush" not in told
    assert came == []


# --- paths ---------------------------------------------------------------------------------------------------------

NAMES = st.one_of(
    st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=80),
    st.text("./\\-~ aCONcon:%$`;&|\n\u202e\u0301é", min_size=1, max_size=40),
)


@given(NAMES)
@example("../../etc/passwd")
@example("..")
@example("CON.txt")
@example("-rf.txt")
@example("a" * 5000 + ".txt")
@example("\udcf5.txt")
@example("%2e%2e%2f.txt")
@example("．．／etc.txt")
def test_whatever_an_article_is_called_its_files_lie_in_the_project(name):
    root = Path("/newsroom/desk")
    project = Settings(root=root, name="desk", source="en", locales=("et",))
    try:
        slug = slug_of(name)
    except DocumentError:
        return
    for path, folder in (
        (catalog_path(project, "et", slug), root / "locales" / "et" / "LC_MESSAGES"),
        (template_path(project, slug), root / "locales"),
    ):
        assert path.parent == folder
        assert path.resolve() == path
        assert len(path.name.encode()) <= 255
        assert not path.name.startswith((".", "-"))
        assert path.name.isascii()


@settings(suppress_health_check=SHARED_FIXTURE, max_examples=60)
@given(st.lists(st.sampled_from(["..", ".", "a", "-", " ", "b\nc", "\u202ed", "%s", "é", "~", "$(x)"]), min_size=1,
                max_size=4))  # fmt: skip
def test_what_is_read_as_an_article_and_what_is_exported_lie_in_the_project(tmp_path_factory, parts):
    root = tmp_path_factory.mktemp("desk").resolve()
    project = Settings(root=root, name="desk", source="en", locales=("et",))
    path = root.joinpath("articles", *parts[:-1], f"{parts[-1]}x.txt")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.resolve().is_relative_to(root.parent):
            return
        path.write_text("Rain\n", "utf-8")
    except OSError:
        return
    listed, troubles = articles.find(project, [path])
    documents, more = articles.read(project, listed)
    assert len(documents) + len(troubles) + len(more) == 1
    for document in documents:
        assert document.path.isprintable()
        assert not PurePosixPath(document.path).is_absolute()
        exported = (root / EXPORTS / "et" / document.path).resolve()
        assert exported.is_relative_to(root / EXPORTS / "et")


# --- archives ------------------------------------------------------------------------------------------------------

EVIL = (
    "../evil",
    "en_et/../../evil",
    "{tmp}/elsewhere/evil",
    "en_et/./../../evil",
    "en_et\\..\\..\\evil",
    "C:/evil",
    "en_et/\0/x",
)


@pytest.mark.parametrize("name", EVIL)
@pytest.mark.parametrize("act", [check, lambda file: unpack(file, file.parent / "into")], ids=["check", "unpack"])
def test_no_entry_of_an_archive_leads_out(name, act, tmp_path):
    file = tmp_path / "some.argosmodel"
    file.write_bytes(trouble._package())
    with zipfile.ZipFile(file, "a") as archive:
        info = zipfile.ZipInfo("placeholder")
        info.filename = name.replace("{tmp}", str(tmp_path))  # ZipInfo itself would cut it at a zero byte.
        archive.writestr(info, b"evil")
    (tmp_path / "into").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ModelError):
        act(file)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    recipe = trouble.Recipe(tmp_path / "desk")
    (tmp_path / "desk").mkdir()
    make = tmp_path / "make.txt"
    make.write_text("package bomb.argosmodel\nrepeat bomb.argosmodel!en_et/zeros 200000000 0\n", "utf-8")
    recipe.follow(make)
    program = (
        "import resource, sys, pathlib\n"
        "from translate.errors import ModelError\nfrom translate.models.archive import check\n"
        "resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))\n"
        "try:\n    check(pathlib.Path(sys.argv[1]))\nexcept ModelError as error:\n    print(error.message)\n"
    )
    bomb = str(tmp_path / "desk" / "bomb.argosmodel")
    done = subprocess.run([sys.executable, "-c", program, bomb], capture_output=True, text=True, check=True)
    assert done.stdout == "it would unpack to more than 100 times its size, as no translation model does\n"


# --- the page that tells of all this -------------------------------------------------------------------------------


def test_the_page_of_threats_names_what_there_is_and_the_readme_leads_to_it():
    root = Path(__file__).parent.parent
    page = (root / "SECURITY.md").read_text("utf-8")
    assert "(SECURITY.md)" in (root / "README.md").read_text("utf-8")
    folders = {"articles", "shows", "glossaries", "locales", "reports", "memory", "history", "exports", ".newsdesk"}
    assert {name for name in folders if f"`{name}/`" not in page} == set()
    named = {str(machine.SYSTEM), plugins.ENGINES, plugins.FORMATS, "newsdesk models verify", "newsdesk doctor"}
    assert {name for name in named if f"`{name}`" not in page} == set()
