import subprocess
import sys
from importlib.metadata import entry_points

import pytest

from translate.engines.apertium import ApertiumEngine
from translate.engines.identity import IdentityEngine
from translate.errors import DocumentError, EngineError, SettingsError
from translate.plugins import (
    ENDINGS,
    FORMATS,
    Chosen,
    are_all_ours,
    choose_engine,
    engine_names,
    engines_meant,
    format_names,
    formats_by_ending,
    formats_for,
    load_engine,
    load_format,
)

PLUGIN = """
from translate.documents.interface import DocumentFormat
from translate.engines.interface import Engine
from translate.errors import EngineError

class Fake(Engine):
    pairs = ()
    def signature(self, source, target):
        return f"{type(self).__name__} {self.options}" if (source, target) in self.pairs else None
    def translate(self, sentences, source, target, *, hypotheses=1, progress=None):
        raise NotImplementedError

class First(Fake):
    pairs = (("en", "tlh"),)

class Second(Fake):
    pairs = (("en", "tlh"), ("en", "qya"))

class Ill(Fake):
    def signature(self, source, target):
        raise EngineError(f"the pair from {source} to {target} is torn")

class Paper(DocumentFormat):
    name, suffixes = "paper", (".paper", ".pap")
    def read(self, data, path): raise NotImplementedError
    def write(self, document, texts): raise NotImplementedError
"""


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Install a distribution with these entry points, and modules with this code."""
    monkeypatch.syspath_prepend(tmp_path)

    def install(points, **modules):
        folder = tmp_path / "newsdesk_fake-1.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: newsdesk-fake\nVersion: 1\n")
        (folder / "entry_points.txt").write_text(points)
        for name, code in modules.items():
            (tmp_path / f"{name}.py").write_text(code)
            monkeypatch.delitem(sys.modules, name, raising=False)

    return install


def test_our_own_engines_and_formats_come_in_by_the_door():
    assert {"apertium", "argos", "identity"} <= set(engine_names())
    assert "txt" in format_names()


def test_listing_imports_no_engine_and_no_format():
    code = "import sys, translate.plugins as p; p.engine_names(); p.format_names(); print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert [name for name in modules if name.startswith(("translate.engines.", "translate.documents."))] == [
        "translate.documents.interface",
        "translate.engines.interface",
        "translate.engines.guarding",
    ]


def test_only_the_formats_of_an_ending_that_is_asked_for_are_imported():
    code = "import sys, translate.plugins as p; p.formats_by_ending()['.txt']; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    loaded = {f"translate.documents.{room}" for room in ("plaintext", "docx", "html", "markdown", "ninjs", "xml")}
    assert loaded & set(modules) == {"translate.documents.plaintext"}


def test_the_endings_of_our_formats_are_told_as_they_are():
    ours = [point.name for point in entry_points(group=FORMATS) if point.module.startswith("translate.")]
    assert {name: load_format(name).suffixes for name in ours} == ENDINGS


def test_a_format_that_is_asked_for_twice_is_the_same_one():
    formats = formats_by_ending()
    assert formats[".htm"][0] is formats[".html"][0]


def test_an_engine_is_made_with_its_options():
    engine = load_engine("apertium", {"timeout": 5})
    assert isinstance(engine, ApertiumEngine)
    assert engine.options == {"timeout": 5}
    assert isinstance(load_engine("identity"), IdentityEngine)


def test_a_slip_in_an_engines_name_is_told_with_what_there_is():
    with pytest.raises(SettingsError) as caught:
        load_engine("agros")
    assert (
        str(caught.value) == f"no engine called “agros”; there is: {', '.join(engine_names())}; did you mean “argos”?"
    )


def test_a_name_like_no_other_gets_no_hint():
    with pytest.raises(SettingsError) as caught:
        load_format("zzz")
    assert str(caught.value) == f"no format called “zzz”; there is: {', '.join(format_names())}"


def test_a_third_party_engine_is_loaded_by_its_name(install):
    install("[newsdesk.engines]\nfirst = fake_plugin:First\n", fake_plugin=PLUGIN)
    assert "first" in engine_names()
    assert load_engine("first", {"a": 1}).signature("en", "tlh") == "First {'a': 1}"


def test_nobody_takes_the_name_of_one_of_ours(install):
    install("[newsdesk.engines]\nidentity = fake_plugin:First\n", fake_plugin=PLUGIN)
    assert isinstance(load_engine("identity"), IdentityEngine)


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("broken_plugin:X", "cannot be loaded (no model here, sorry)"),
        ("missing_plugin:X", "cannot be loaded (No module named 'missing_plugin')"),
        ("fake_plugin:Nothing", "cannot be loaded (module 'fake_plugin' has no attribute 'Nothing')"),
        ("fake_plugin:PLUGIN", "is no "),
        ("collections:Counter", "is no "),
    ],
)
@pytest.mark.parametrize(
    "room", [("newsdesk.engines", load_engine, EngineError), ("newsdesk.documents", load_format, DocumentError)]
)
def test_a_plugin_that_cannot_be_used_is_told_in_one_sentence(install, target, reason, room):
    group, load, error = room
    broken = "raise OSError('no model here,\\nsorry')"
    install(f"[{group}]\nbad = {target}\n", fake_plugin=f"{PLUGIN}\nPLUGIN = 1", broken_plugin=broken)
    with pytest.raises(error) as caught:
        load("bad")
    assert f"“bad” {reason}" in str(caught.value)
    assert str(caught.value).endswith("; repair or uninstall what brings it")
    assert "\n" not in str(caught.value)


def test_a_format_is_found_by_any_of_its_endings(install):
    install("[newsdesk.documents]\npaper = fake_plugin:Paper\n", fake_plugin=PLUGIN)
    assert [form.name for form in formats_for(".pap")] == ["paper"]
    assert [form.name for form in formats_for(".PAPER")] == ["paper"]
    assert formats_for(".nothing") == ()
    assert formats_for("") == ()


def test_of_several_formats_with_an_ending_ours_are_asked_first(install):
    greedy = PLUGIN.replace('".pap"', '".txt"')
    install("[newsdesk.documents]\naa = fake_plugin:Paper\n", fake_plugin=greedy)
    assert [form.name for form in formats_for(".txt")] == ["txt", "paper"]


def test_auto_takes_the_first_that_has_the_pair_preferred_ones_before_the_rest(install):
    install(
        "[newsdesk.engines]\nzz-first = fake_plugin:First\naa-second = fake_plugin:Second\n",
        fake_plugin=PLUGIN,
    )
    options = {"aa-second": {"x": 1}}
    found = choose_engine("auto", "en", "tlh", options)
    assert (type(found.engine).__name__, found.signature, found.troubles) == ("Second", "Second {'x': 1}", ())
    found = choose_engine("auto", "en", "tlh", options, preference=("gone", "zz-first"))
    assert type(found.engine).__name__ == "First"
    found = choose_engine("auto", "en", "qya", options, preference=("zz-first",))
    assert type(found.engine).__name__ == "Second"


def test_auto_never_takes_identity():
    assert choose_engine("auto", "tlh", "x-none", {}) == Chosen()


def test_an_engine_asked_for_by_name_is_the_only_one_tried():
    found = choose_engine("identity", "tlh", "x-none", {})
    assert (type(found.engine), found.signature) == (IdentityEngine, "identity")
    assert choose_engine("apertium", "tlh", "x-none", {}) == Chosen()
    with pytest.raises(SettingsError, match="did you mean “identity”"):
        choose_engine("identiti", "en", "et", {})


@pytest.fixture
def broken(install):
    """Two engines that have every pair and cannot draft, and one that comes after them and can."""
    install(
        "[newsdesk.engines]\naa-ill = fake_plugin:Ill\nbb-torn = torn_plugin:X\nzz-first = fake_plugin:First\n",
        fake_plugin=PLUGIN,
        torn_plugin="raise OSError('no model here')",
    )


def test_auto_tells_what_is_broken_and_asks_the_next_engine(broken):
    found = choose_engine("auto", "en", "tlh", {})
    assert (type(found.engine).__name__, found.signature) == ("First", "First {}")
    assert [str(trouble).partition(";")[0] for trouble in found.troubles] == [
        "the pair from en to tlh is torn",
        "the engine “bb-torn” cannot be loaded (no model here)",
    ]


def test_what_is_broken_behind_the_engine_that_drafts_is_not_asked(broken):
    found = choose_engine("auto", "en", "tlh", {}, preference=("zz-first",))
    assert (found.signature, found.troubles) == ("First {}", ())


@pytest.mark.parametrize(("name", "sentence"), [("aa-ill", "the pair from en to tlh"), ("bb-torn", "the engine")])
def test_a_broken_engine_asked_for_by_name_is_told_and_no_other_asked(broken, name, sentence):
    found = choose_engine(name, "en", "tlh", {})
    (trouble,) = found.troubles
    assert (str(trouble).startswith(sentence), found.engine, found.signature) == (True, None, None)


def test_an_engine_that_is_known_to_be_unable_is_told_and_not_asked(broken):
    known = {"aa-ill": EngineError("it cannot be started"), "zz-first": EngineError("nor can it")}
    found = choose_engine("auto", "en", "tlh", {}, unable=known)
    assert (found.engine, found.signature, list(found.unable)) == (None, None, ["aa-ill", "bb-torn", "zz-first"])
    assert str(found.troubles[0]) == "it cannot be started"
    assert choose_engine("zz-first", "en", "tlh", {}, unable=known) == Chosen(unable={"zz-first": known["zz-first"]})


@pytest.mark.parametrize("place", ["__init__", "signature"])
def test_an_engine_that_fails_where_it_is_made_or_named_is_told_and_the_next_one_asked(install, place):
    failing = f"class Ill(First):\n    name = 'ill'\n    def {place}(self, *_): raise ImportError('no libgomp.so.1')\n"
    install("[newsdesk.engines]\naa-ill = fake_plugin:Ill\nbb = fake_plugin:First\n", fake_plugin=PLUGIN + failing)
    found = choose_engine("auto", "en", "tlh", {})
    told = "the engine “ill” failed (ImportError: no libgomp.so.1)"
    assert (found.name, found.signature, [str(one) for one in found.troubles]) == ("bb", "First {}", [told])


def test_a_run_looks_at_the_distributions_once(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(tmp_path)
    names = engine_names()
    monkeypatch.setattr("translate.plugins.entry_points", None)
    assert engine_names() == names
    assert "txt" in format_names()


def test_it_looks_again_where_the_path_is_another(install, monkeypatch, tmp_path):
    install("[newsdesk.engines]\nfake = another_path:First\n", another_path=PLUGIN)
    assert "fake" in engine_names()
    monkeypatch.setattr(sys, "path", [name for name in sys.path if name != str(tmp_path)])
    assert "fake" not in engine_names()


@pytest.mark.parametrize("value", ["no", "false", 1, []])
def test_what_a_format_is_told_to_do_is_yes_or_no(value):
    assert load_format("docx", {"accept_changes": True})
    with pytest.raises(SettingsError, match=r"^\[formats\.docx\] “accept_changes” must be true or false, without"):
        load_format("docx", {"accept_changes": value})


def test_whoever_makes_an_engine_tells_it_how_many_processors_it_may_use(install):
    install("[newsdesk.engines]\nfirst = fake_plugin:First\n", fake_plugin=PLUGIN)

    assert choose_engine("first", "en", "tlh", {}, jobs=3).engine.jobs == 3
    assert choose_engine("first", "en", "tlh", {}).engine.jobs is None


def test_where_nothing_else_is_installed_all_are_ours():
    assert are_all_ours()


def test_a_stranger_is_known_from_ours(install):
    install("[newsdesk.documents]\npaper = fake_paper:Paper\n", fake_paper=PLUGIN)
    assert not are_all_ours()


def test_the_engines_that_may_be_asked_are_told_in_their_order(install):
    install("[newsdesk.engines]\naa = fake_plugin:First\n", fake_plugin=PLUGIN)
    assert engines_meant("identity") == ("identity",)
    assert list(engines_meant("auto")) == ["argos", "apertium", "aa"]
