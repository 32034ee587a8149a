"""It is kept with which glossary drafts were made, byte by byte."""

from dataclasses import replace

from translate.settings import Apply, Applying
from translate.workflow import applied

ET = "glossaries/et.csv"


def by_hand(project):
    return replace(project.settings, glossary=Applying(Apply.BY_HAND))


def test_what_is_kept_comes_back_byte_by_byte(project):
    project.write(ET, b"\xef\xbb\xbfsource;target\r\nferry;praam\xff")
    live = applied.live(project.settings, "et")
    applied.keep(project.settings, "et", live)
    assert applied.kept(project.settings, "et") == live == [
        (ET, b"\xef\xbb\xbfsource;target\r\nferry;praam\xff"), ("glossaries/all.csv", None)
    ]  # fmt: skip


def test_nothing_is_known_of_a_locale_that_was_never_drafted_or_whose_file_is_broken(project):
    assert applied.kept(project.settings, "et") is None
    for broken in (
        b"",
        b"{}",
        b"[]",
        b'{"files": 7}',
        b'{"files": [["a"]]}',
        b'{"files": [["a", "*"]]}',
        b"\xff",
        b'{"files": [["\\ud800.csv", ""]]}',
    ):
        project.write(".newsdesk/applied/et.json", broken)
        assert applied.kept(project.settings, "et") is None


def test_what_is_kept_already_is_not_written_again(project):
    live = applied.live(project.settings, "et")
    applied.keep(project.settings, "et", live)
    before = (project.root / ".newsdesk/applied/et.json").stat().st_mtime_ns
    applied.keep(project.settings, "et", live)
    assert (project.root / ".newsdesk/applied/et.json").stat().st_mtime_ns == before


def test_drafts_go_by_the_files_as_they_are_and_by_hand_by_those_that_were_applied(project):
    applied.keep(project.settings, "et", applied.live(project.settings, "et"))
    project.write(ET, "source,target\nferry,laev\n")
    assert dict(applied.files(project.settings, "et"))[ET] == b"source,target\nferry,laev\n"
    assert dict(applied.files(by_hand(project), "et"))[ET] == b"source,target\nferry,praam\n"


def test_by_hand_the_first_draft_goes_by_the_files_as_they_are(project):
    assert applied.files(by_hand(project), "et") == applied.live(project.settings, "et")
    assert applied.waiting(by_hand(project), ["et"]) == {}


def test_what_waits_is_told_file_by_file(project):
    for locale in ("et", "ru"):
        applied.keep(project.settings, locale, applied.live(project.settings, locale))
    project.write("glossaries/all.csv", "source,target\nNATO,NATO\n")
    (project.root / ET).unlink()
    assert applied.waiting(by_hand(project), ["et", "ru"]) == {"glossaries/all.csv": ["et", "ru"], ET: ["et"]}
    assert applied.waiting(project.settings, ["et", "ru"]) == {}
