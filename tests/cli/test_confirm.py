"""Drafts that were approved all at once are nobody's word until a person confirms or edits them."""

import json
import re

import pytest

from tests.cli.test_completion import completed

PO = "locales/et/LC_MESSAGES/{}.po"
WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


@pytest.fixture
def desk(newsroom):
    """Two articles of twelve paragraphs, all drafted, and a script that has approved them since."""
    (newsroom.root / "articles/ferry.txt").unlink()
    for name in ("bridge", "harbor"):
        paragraphs = "\n".join(f"The {name} has {word} stones in its wall." for word in WORDS)
        newsroom.write(f"articles/{name}.txt", f"{name.title()}\n\n{paragraphs}\n")
    newsroom.run("draft")
    for name in ("bridge", "harbor"):
        approve_all(newsroom, name)
    return newsroom


def approve_all(desk, name):
    desk.write(PO.format(name), desk.read(PO.format(name)).replace("#, fuzzy\n", ""))


def waiting(desk, *arguments):
    told = json.loads(desk.run("confirm", "--json", *arguments).out)
    return {one["path"]: one["drafts"] for one in told["files"]}


def remembered(desk):
    return sum(one["units"] for one in json.loads(desk.run("memory", "stats", "--json").out)["memory"])


def test_they_are_listed_before_any_run(desk):
    ran = desk.run("confirm")
    assert (ran.code, ran.out.splitlines()[-1]) == (1, "26 drafts in 2 PO files wait to be confirmed.")
    assert waiting(desk) == {PO.format("bridge"): 13, PO.format("harbor"): 13}


def test_every_night_ends_with_1_and_says_so_until_they_are_confirmed(desk):
    for _ in range(2):
        assert desk.run("nightly").code == 1
        told = "26 drafts in 2 PO files were approved all at once: run “newsdesk confirm”;"
        assert told in desk.read("reports/morning.txt")
        assert told in desk.read("reports/morning.html")
        (note,) = json.loads(desk.read("reports/morning.json"))["summary"]["notes"]
        assert note.startswith(told)
        assert desk.run("draft").code == 1
    desk.run("confirm", "articles")
    assert desk.run("nightly").code == 0
    assert desk.run("draft").code == 0


def test_an_article_that_is_confirmed_is_exported_and_remembered_and_the_other_is_not(desk):
    desk.run("draft")
    assert (desk.run("export").code, remembered(desk)) == (1, 0)
    ran = desk.run("confirm", "articles/bridge.txt")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "13 drafts in 1 PO file confirmed.")
    desk.run("draft")
    told = desk.run("export")
    assert (told.code, (desk.root / "exports/et/articles/bridge.txt").exists()) == (1, True)
    assert "approved with many others at once" in told.out
    assert not (desk.root / "exports/et/articles/harbor.txt").exists()
    assert waiting(desk) == {PO.format("harbor"): 13}


def exported(desk):
    return sorted(path.stem for path in desk.root.glob("exports/et/articles/*.txt"))


def test_they_are_not_exported_before_any_run_has_looked(desk):
    before, history = desk.files(), (desk.root / "history/texts.sqlite").read_bytes()
    ran = desk.run("export", "--mo")
    assert (ran.code, ran.out.count("approved with many others at once"), exported(desk)) == (1, 26, [])
    assert b"stones in" not in (desk.root / PO.format("bridge")).with_suffix(".mo").read_bytes()
    made = {PO.format(name).replace(".po", ".mo") for name in ("bridge", "harbor")}
    assert {path: content for path, content in desk.files().items() if path not in made} == before
    assert (desk.root / "history/texts.sqlite").read_bytes() == history


def test_one_article_at_a_time_does_not_take_them_out_either(desk):
    assert (desk.run("export", "articles/bridge.txt").code, exported(desk)) == (1, [])


def test_they_are_not_exported_when_a_tool_has_removed_the_lines_that_say_so(desk):
    desk.run("draft")
    for name in ("bridge", "harbor"):
        kept = [line for line in desk.read(PO.format(name)).splitlines() if not line.startswith("#.")]
        desk.write(PO.format(name), "\n".join(kept) + "\n")
    assert (desk.run("export").code, exported(desk)) == (1, [])


def test_a_line_that_is_gone_does_not_come_back(desk):
    desk.run("draft")
    assert "Unconfirmed: " in desk.read(PO.format("bridge"))
    desk.run("confirm", PO.format("bridge"))
    for _ in range(2):
        assert "Unconfirmed: " not in desk.read(PO.format("bridge"))
        desk.run("draft")


def test_what_is_edited_is_confirmed(desk):
    desk.run("draft")
    text = desk.read(PO.format("bridge"))
    desk.write(PO.format("bridge"), re.sub(r'msgstr "(The bridge.*?)"', r'msgstr "\1 Tõesti."', text))
    desk.run("draft")
    assert waiting(desk) == {PO.format("bridge"): 1, PO.format("harbor"): 13}


def test_only_the_locale_that_is_named_is_confirmed(desk):
    assert desk.run("confirm", "articles", "--locale", "et").code == 0
    assert desk.run("confirm").out == "Nothing waits to be confirmed.\n"
    assert desk.run("confirm", "articles", "--locale", "ett").code == 2


def test_a_translator_who_approves_every_draft_of_one_article_is_believed(desk):
    for name in ("bridge", "harbor"):
        (desk.root / PO.format(name)).unlink()
    desk.run("draft")
    approve_all(desk, "bridge")
    assert (desk.run("export").code, exported(desk)) == (1, ["bridge"])
    assert desk.run("draft").code == 0
    assert waiting(desk) == {}


def test_what_is_no_article_is_told(desk):
    ran = desk.run("confirm", "articles/nowhere.txt")
    assert (ran.code, "articles/nowhere.txt" in ran.err) == (2, True)


def test_a_shell_completes_po_files(desk):
    assert completed("confirm", "locales/et/LC_MESSAGES/b", cwd=desk.root) == [f"plain,{PO.format('bridge')}"]
