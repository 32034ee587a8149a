"""The acceptance list for PO files, on catalogs that newsdesk makes: what gettext's own tools and editors ask for."""

import os
import shutil
import subprocess

import pytest

from tests import ready
from tests.programs import needs
from tests.samples import ROOT, lay_newsroom
from translate.catalogs.reading import read
from translate.core.entries.stamp import Owner, owner

GETTEXT = needs("msgcat", "msgfmt", "msgmerge", "msgattrib")

ARTICLE = """\
Expert: 'Nobody wins' when the ferry stops

Speaking to "Esimene stuudio," security expert Indrek Kannik said that the U.S. and NATO "do not sail ferries."
"Kaja Kallas' office told me: 'We know,'" he added, and left for Kursk oblast — by train — at 5 p.m. on Saturday.
Donald Trump's claim that 1,050 ferries sail (https://example.org/a/long/address/of/a/ferry.html) is false.
Kaja Kallas and Indrek Kannik met; Kaja Kallas left first.
--
Follow us and never miss an update!
Editor: Andrew Whyte, Merili Nael
Source: "Esimene stuudio", Interviewer Liisu Lass
"""


def newsdesk(folder, *arguments):
    return ready.run(arguments, cwd=folder, env=os.environ)


def said(*command, stdin=None):
    """Everything that a command prints when it is content is nothing."""
    done = subprocess.run(command, input=stdin, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def made(tmp_path_factory, own_home, sample_packages):
    """A project with articles of several kinds, drafted into each locale with an engine that can."""
    folder = tmp_path_factory.mktemp("made")
    lay_newsroom(folder)
    for path in (ROOT / "tests" / "data" / "software-articles").glob("*.txt"):
        shutil.copy(path, folder / "articles")
    (folder / "articles" / "expert.txt").write_text(ARTICLE, "utf-8")
    for locale, engine in (("et", "argos"), ("es", "apertium"), ("ru", "identity")):
        done = newsdesk(folder, "draft", "--locale", locale, "--engine", engine)
        assert done.returncode in {0, 1}, done.stderr
    return folder


@pytest.fixture(params=["et", "es", "ru"])
def catalogs(made, request):
    found = sorted((made / "locales" / request.param / "LC_MESSAGES").glob("*.po"))
    assert len(found) == len(list((made / "articles").glob("*.txt")))
    return found


pytestmark = [GETTEXT, needs("apertium")]


def test_msgcat_would_write_the_same_bytes(catalogs):
    for path in catalogs:
        assert said("msgcat", "--force-po", str(path)) == (0, path.read_bytes(), b"")


def test_msgfmt_finds_nothing_to_say(catalogs):
    for path in catalogs:
        code, _, told = said("msgfmt", "-c", "-v", "-o", "/dev/null", str(path))
        assert code == 0
        assert told.startswith(b"0 translated messages, ")
        assert len(told.splitlines()) == 1


def test_the_drafts_too_are_sound_once_a_person_accepts_them(catalogs):
    for path in catalogs:
        _, accepted, _ = said("msgattrib", "--clear-fuzzy", "--clear-previous", str(path))
        assert said("msgfmt", "-c", "-o", "/dev/null", "-", stdin=accepted) == (0, b"", b"")


def test_every_draft_is_fuzzy(catalogs):
    for path in catalogs:
        _, approved, _ = said("msgattrib", "--translated", "--no-fuzzy", "--no-obsolete", str(path))
        assert approved.count(b"\nmsgid ") <= 1
        entries = read(path.read_bytes(), path.name).catalog.entries
        assert {owner(e) for e in entries} == {Owner.MACHINE}


def test_msgmerge_with_our_template_is_silent(catalogs, made):
    for path in catalogs:
        pot = made / "locales" / f"{path.stem}.pot"
        assert said("msgmerge", "-q", "--previous", str(path), str(pot), "-o", "/dev/null") == (0, b"", b"")


def test_the_templates_are_as_gettext_writes_them(made):
    for pot in (made / "locales").glob("*.pot"):
        assert said("msgcat", "--force-po", str(pot)) == (0, pot.read_bytes(), b"")


def test_a_second_run_changes_no_byte_even_after_msgcat(made, tmp_path):
    folder = tmp_path / "again"
    shutil.copytree(made, folder)
    files = {p: p.read_bytes() for p in folder.rglob("*.po*")}
    for path in folder.rglob("*.po"):
        subprocess.run(["msgcat", "--force-po", str(path), "-o", str(path)], check=True)
    assert newsdesk(folder, "draft", "--locale", "es", "--engine", "apertium").returncode in {0, 1}
    assert {p: p.read_bytes() for p in folder.rglob("*.po*")} == files


def test_a_persons_work_agrees_with_msgmerge(made, tmp_path):
    folder = tmp_path / "human"
    shutil.copytree(made, folder)
    path = folder / "locales/es/LC_MESSAGES/expert.po"
    subprocess.run(["msgattrib", "--clear-fuzzy", "--clear-previous", str(path), "-o", str(path)], check=True)
    before = read(path.read_bytes(), "").catalog
    article = folder / "articles/expert.txt"
    article.write_text(article.read_text("utf-8").replace("\n\n", "\n\nA new paragraph.\n", 1), "utf-8")
    assert newsdesk(folder, "draft", "--locale", "es", "--engine", "apertium").returncode in {0, 1}
    _, oracle, _ = said("msgmerge", "-q", "-N", str(path), str(path.parents[2] / "expert.pot"), "-o", "-")
    ours = {e.key: (e.msgstr, e.fuzzy) for e in read(path.read_bytes(), "").catalog.entries}
    assert {e.key: (e.msgstr, e.fuzzy) for e in read(oracle, "").catalog.entries} == ours
    assert {e.key: (e.msgstr, False) for e in before.entries}.items() <= ours.items()


def test_weblate_discovers_the_layout(made):
    from translation_finder import discover

    found = [d for d in discover(str(made)) if d["file_format"].startswith("po")]
    assert {(d["filemask"], d["new_base"]) for d in found} == {
        (f"locales/*/LC_MESSAGES/{p.stem}.po", f"locales/{p.stem}.pot") for p in (made / "articles").glob("*.txt")
    }


NAMES = {
    "Esimene stuudio": "Esimene stuudio",
    "Indrek Kannik": "Indrek Kannik",
    "Kaja Kallas": "Kaja Kallas",
    "Donald Trump": "Donald Trump",
    "Kursk oblast": "óblast de Kursk",
}


def test_the_sample_glossarys_names_stand_in_every_spanish_entry_that_has_them(made):
    entries = read((made / "locales/es/LC_MESSAGES/expert.po").read_bytes(), "").catalog.entries
    wanted = [(e, name) for e in entries for name in NAMES if name in e.msgid]
    assert {name for _, name in wanted} == set(NAMES)
    for entry, name in wanted:
        assert entry.msgstr.count(NAMES[name]) == entry.msgid.count(name)
        assert f"#. Glossary: {name} = {NAMES[name]}".removeprefix("#. ") in "\n".join(entry.extracted)


def test_the_sample_package_writes_estonian(made):
    paths = [
        made / f"locales/et/LC_MESSAGES/{p.stem}.po" for p in (ROOT / "tests/data/software-articles").glob("*.txt")
    ]
    texts = [e.msgstr for path in paths for e in read(path.read_bytes(), "").catalog.entries]
    assert len(texts) >= 8
    assert sum("õ" in t or "ä" in t or "ö" in t or "ü" in t for t in texts) > len(texts) / 2
