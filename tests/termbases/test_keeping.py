"""A glossary is read once per content; whatever lies in the place of what was kept costs no more than to read it."""

import hashlib
import os
from dataclasses import replace

import pytest

from tests.termbases.test_parsed import ROWS, found
from translate.errors import GlossaryError
from translate.termbases import folder, keeping
from translate.termbases.folder import load
from translate.termbases.keeping import Keeping, identity_of

ET = "source,target\nferry,praam\ncaptain,\n"
ALL = "source,target\nNATO,NATO\n"


class Desk:
    """A folder of glossaries, and what is kept of them."""

    def __init__(self, root):
        self.root, self.home = root, None
        self.path = root / ".newsdesk" / "glossaries" / "et.jsonl"
        (root / ".newsdesk").mkdir()
        (root / "glossaries").mkdir()
        self.write("et", ET)
        self.write("all", ALL)

    def write(self, locale, text):
        (self.root / "glossaries" / f"{locale}.csv").write_text(text, "utf-8")

    def load(self, *, locale="et", shown="glossaries", **options):
        kept = Keeping(self.path.parent, home=self.home, **options)
        return load(self.root / "glossaries", locale, home=None, shown=shown, keeping=kept)


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


@pytest.fixture
def read(monkeypatch):
    """How many rows each reading of files gave."""
    readings = []
    read_rows = folder.read_rows

    def noted(data, path):
        given = read_rows(data, path)
        readings.append((path, len(given.terms)))
        return given

    monkeypatch.setattr(folder, "read_rows", noted)
    return readings


BOTH = [("glossaries/et.csv", 1), ("glossaries/all.csv", 1)]


def told(loaded):
    return list(loaded.glossary.terms), loaded.glossary.terms.digest, list(map(str, loaded.errors))


def test_what_has_been_read_is_not_read_again_and_its_errors_are_told_each_time(desk, read):
    first = told(desk.load())
    assert (told(desk.load()), read) == (first, BOTH)
    assert [error.partition(":")[0] for error in first[2]] == ["glossaries/et.csv line 3"]


def test_what_is_kept_finds_what_the_files_find(desk):
    desk.write("et", ROWS)
    assert found(desk.load().glossary.terms) == found(desk.load().glossary.terms)


@pytest.mark.parametrize(
    ("name", "text"),
    [("et", ET.replace("praam", "parve")), ("et", ET + "\n"), ("et", ""), ("all", ALL + "ERR,ERR\n"), ("all", "")],
)
def test_a_file_that_has_changed_is_read_anew(desk, read, name, text):
    desk.load()
    desk.write(name, text)
    if not text:
        (desk.root / "glossaries" / f"{name}.csv").unlink()
    read.clear()
    changed = told(desk.load())
    assert read
    read.clear()
    assert (told(desk.load()), read) == (changed, [])


def test_a_file_that_comes_is_read(desk, read):
    desk.load(locale="pt_BR")
    desk.write("pt", "source,target\nbus,autocarro\n")
    assert [term.source for term in desk.load(locale="pt_BR").glossary.terms] == ["bus", "NATO"]


def test_each_locale_has_its_own(desk, read):
    desk.load()
    assert [term.source for term in desk.load(locale="ru").glossary.terms] == ["NATO"]
    assert [term.source for term in desk.load().glossary.terms] == ["ferry", "NATO"]
    assert read == [*BOTH, BOTH[1]]


@pytest.mark.parametrize("what", ["__version__", "_VERSION"])
def test_another_newsdesk_may_read_it_in_another_way(desk, read, monkeypatch, what):
    desk.load()
    monkeypatch.setattr(keeping, what, "another")
    desk.load()
    assert read == [*BOTH, *BOTH]


def test_another_python_may_know_other_letters(desk, read, monkeypatch):
    desk.load()
    monkeypatch.setattr(keeping.unicodedata, "unidata_version", "99.0.0")
    desk.load()
    assert read == [*BOTH, *BOTH]


def test_a_folder_of_another_name_is_told_by_that(desk):
    desk.load()
    assert [str(error).partition(":")[0] for error in desk.load(shown="terms").errors] == ["terms/et.csv line 3"]


def test_which_file_has_what_bytes_counts():
    parts = [("a", b"b"), ("c", None)]
    others = [
        [("a", b"b"), ("c", b"")], [("a", b"b"), ("c", b"d")], [("a", b"c"), ("c", None)], [("a", b"")],
        [("a", None), ("c", b"b")], [("c", None), ("a", b"b")], [("ab", b""), ("c", None)], parts[:1], [],
    ]  # fmt: skip
    assert len({identity_of(files) for files in (parts, *others)}) == 1 + len(others)


def test_a_language_says_itself_how_it_makes_words(desk, monkeypatch):
    desk.load()
    language = folder.load_language("fi")
    monkeypatch.setattr(folder, "load_language", lambda _: language)
    glossary = desk.load().glossary
    assert (glossary.compounding, glossary.inflection) == (language.compounding, language.inflection)


@pytest.mark.parametrize("data", [b"", b"\n", b"\xff\xfe", b"null", b"\n" * 1_000_000])
def test_a_file_that_is_none_of_ours_is_as_good_as_none_and_is_written_anew(desk, read, data):
    first = told(desk.load())
    kept = desk.path.read_bytes()
    desk.path.write_bytes(data)
    assert (told(desk.load()), read) == (first, [*BOTH, *BOTH])
    assert desk.path.read_bytes() == kept


def test_a_file_that_is_too_large_for_ours_is_not_read(desk, read, monkeypatch):
    desk.load()
    monkeypatch.setattr(keeping, "KEPT", replace(keeping.KEPT, largest=desk.path.stat().st_size - 1))
    before = desk.path.stat()
    desk.load()
    assert (read, desk.path.stat().st_ino) == ([*BOTH, *BOTH], before.st_ino)


def test_a_line_that_somebody_has_forged_costs_time_alone(desk, read):
    first = told(desk.load())
    data = desk.path.read_bytes()
    _, head, *lines = data.split(b"\n")
    wrong = [line.replace(b"praam", b"<b>praam") for line in lines]
    head = head.replace(digest_of(lines), digest_of(wrong))
    desk.path.write_bytes(b"\n".join((digest_of([head]), head, *wrong)))
    read.clear()
    assert [term.target for term in desk.load().glossary.terms] == ["praam", "NATO"]
    assert read == BOTH
    assert told(desk.load())[::2] == first[::2]


def digest_of(lines):
    """The fingerprint of some lines, as it stands in what is kept."""
    return hashlib.sha256(b"\n".join(lines)).hexdigest().encode()


@pytest.mark.parametrize("place", ["folder", "link", "pipe", "lost link", "linked folder"])
def test_what_is_no_file_of_ours_is_neither_read_nor_written(desk, read, tmp_path, place):
    first = told(desk.load())
    precious = tmp_path / "precious"
    (desk.path.parent if place == "linked folder" else desk.path).rename(precious)
    match place:
        case "folder":
            desk.path.mkdir()
        case "pipe":
            os.mkfifo(desk.path)
        case "linked folder":
            desk.path.parent.symlink_to(precious)
        case _:
            desk.path.symlink_to(precious if place == "link" else tmp_path / "gone")
    held = {path: path.stat().st_ino for path in tmp_path.rglob("*") if path.is_file()}
    desk.write("et", ET.replace("praam", "laev"))
    assert told(desk.load()) != first
    assert {path: path.stat().st_ino for path in tmp_path.rglob("*") if path.is_file()} == held
    assert read == [*BOTH, *BOTH]


def test_nothing_is_kept_outside_the_project(desk, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (desk.root / ".newsdesk").rmdir()
    (desk.root / ".newsdesk").symlink_to(outside)
    desk.home = (tmp_path / "glossaries").resolve()
    desk.load()
    assert list(outside.iterdir()) == []


def test_nothing_is_kept_where_nobody_drafts(desk):
    (desk.root / ".newsdesk").rmdir()
    desk.load()
    assert not (desk.root / ".newsdesk").exists()


def test_who_must_not_write_reads_what_is_kept(desk, read):
    desk.load(writes=False)
    assert not desk.path.exists()
    desk.load()
    desk.load(writes=False)
    assert read == [*BOTH, *BOTH]


def test_what_cannot_be_written_fails_no_run(desk, read):
    desk.path.parent.write_text("in the way")
    assert told(desk.load()) == told(desk.load())
    assert read == [*BOTH, *BOTH]


def test_a_glossary_that_cannot_be_used_is_told_each_time_and_not_kept(desk):
    (desk.root / "glossaries" / "all.csv").write_bytes(b"\xff\xfes\0\n")
    for _ in range(2):
        with pytest.raises(GlossaryError, match="UTF-16"):
            desk.load()
    assert not desk.path.exists()
