"""From night to night a text stays whose word it is: what was taken over follows its origin, and nothing comes back."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from itertools import count
from types import SimpleNamespace

import pytest

from tests.cli.test_recall import FERRY, FOOTER, TRAIN, approve, entry, train
from translate.core.entries.comments import DraftedAgain, MemoryLine, of_kind
from translate.core.entries.stamp import Owner, owner, text_hash

HARBOR = "locales/et/LC_MESSAGES/harbor.po"


def rest(newsroom):
    """Whether the next run has nothing to write."""
    before = newsroom.files()
    newsroom.run("draft")
    return newsroom.files() == before


@pytest.fixture
def filled(newsroom):
    """A footer that was approved in one article, and taken over into another."""
    newsroom.run("draft")
    approve(newsroom, FOOTER, "Jälgi meid!")
    train(newsroom, "It is long.")
    newsroom.run("draft")
    assert (entry(newsroom, TRAIN, FOOTER).msgstr, entry(newsroom, TRAIN, FOOTER).fuzzy) == ("Jälgi meid!", False)
    return newsroom


def test_what_a_translator_erases_at_its_origin_does_not_come_back_from_its_own_copy(filled):
    approve(filled, FOOTER, "")
    ran = filled.run("draft")
    back = entry(filled, FERRY, FOOTER)
    assert (owner(back), back.msgstr == "Jälgi meid!") == (Owner.MACHINE, False)
    copy = entry(filled, TRAIN, FOOTER)
    assert (copy.msgstr, copy.fuzzy) == ("Jälgi meid!", True)
    assert of_kind(copy, MemoryLine) == (
        MemoryLine(origin=FERRY, review=True, withdrawn=True, fill=text_hash("Jälgi meid!")),
    )
    assert f"no longer approved in {FERRY}" in ran.err
    assert rest(filled)


def test_a_correction_at_the_origin_reaches_the_copy_that_nobody_touched_with_the_old_text_beside_it(filled):
    approve(filled, FOOTER, "Jälgi ERR Newsi!")
    ran = filled.run("draft")
    copy = entry(filled, TRAIN, FOOTER)
    assert (copy.msgstr, copy.fuzzy) == ("Jälgi ERR Newsi!", True)
    [line] = [line for line in copy.extracted if line.startswith("Memory: ")]
    assert line.startswith(f"Memory: corrected in {FERRY}, was “Jälgi meid!”")
    assert "was “Jälgi meid!”" in ran.err
    assert rest(filled)


def test_a_correction_reaches_its_copies_whatever_date_the_editor_writes(filled):
    approve(filled, FOOTER, "Jälgi ERR Newsi!")
    head, mark, tail = filled.read(FERRY).partition('"PO-Revision-Date: ')
    filled.write(FERRY, f"{head}{mark}1999-01-01 00:00+0000{tail[tail.index(chr(92)) :]}")
    filled.run("draft")
    assert entry(filled, TRAIN, FOOTER).msgstr == "Jälgi ERR Newsi!"


@pytest.mark.parametrize("change", ["Jälgi ERR Newsi!", ""], ids=["corrected", "erased"])
def test_a_copy_that_a_translator_edited_stays_whatever_becomes_of_its_origin(filled, change):
    approve(filled, FOOTER, "Jälgi rongi!", TRAIN)
    approve(filled, FOOTER, change)
    filled.run("draft")
    copy = entry(filled, TRAIN, FOOTER)
    assert (copy.msgstr, copy.fuzzy) == ("Jälgi rongi!", False)


def test_a_copy_that_a_translator_approved_after_a_correction_is_theirs(filled):
    approve(filled, FOOTER, "Jälgi ERR Newsi!")
    filled.run("draft")
    approve(filled, FOOTER, "Jälgi ERR Newsi!", TRAIN)
    filled.run("draft")
    approve(filled, FOOTER, "Jälgi uudiseid!")
    filled.run("draft")
    copy = entry(filled, TRAIN, FOOTER)
    assert (copy.msgstr, copy.fuzzy) == ("Jälgi ERR Newsi!", False)


def test_a_copy_follows_a_translator_who_marks_its_origin_for_work(filled):
    msgid = f'msgid "{FOOTER}"'
    filled.write(FERRY, filled.read(FERRY).replace(msgid, f"#, fuzzy\n{msgid}"))
    filled.run("draft")
    copy = entry(filled, TRAIN, FOOTER)
    assert (copy.msgstr, copy.fuzzy) == ("Jälgi meid!", True)
    assert rest(filled)


@pytest.mark.parametrize("there", ["Jälgi uudiseid!", "Jälgi meid!"])
def test_a_copy_stays_where_nobody_took_its_text_back_and_that_of_another_source_waits_in_its_origin(filled, there):
    """A footer is changed, translated anew or approved as it was, and comes back: that takes nothing back."""
    article, other = filled.read("articles/ferry.txt"), FOOTER.replace("an", "any")
    filled.write("articles/ferry.txt", article.replace(FOOTER, other))
    filled.run("draft")
    approve(filled, other, there)
    filled.run("draft")
    filled.write("articles/ferry.txt", article)
    filled.run("draft")
    waits = entry(filled, FERRY, FOOTER)
    assert (waits.msgstr, waits.fuzzy) == (there, True)
    assert rest(filled)
    copy = entry(filled, TRAIN, FOOTER)
    assert (copy.msgstr, copy.fuzzy) == ("Jälgi meid!", False)


def test_a_copy_that_a_translator_erases_comes_back_for_review_at_most(filled):
    approve(filled, FOOTER, "", path=TRAIN)
    filled.run("draft")
    assert entry(filled, TRAIN, FOOTER).fuzzy
    assert rest(filled)


def test_a_copy_of_the_time_before_copies_had_a_hash_is_no_witness(filled):
    """Nobody can tell who has touched it since, and what was erased at its origin would come back from it."""
    filled.write(TRAIN, filled.read(TRAIN).replace(f", fill {text_hash('Jälgi meid!')}", ""))
    shutil.rmtree(filled.root / "history")
    approve(filled, FOOTER, "")
    filled.run("draft")
    assert owner(entry(filled, FERRY, FOOTER)) is Owner.MACHINE


def test_an_untouched_copy_is_no_witness(filled):
    for path in (FERRY, "articles/ferry.txt"):
        (filled.root / path).unlink()
    assert json.loads(filled.run("memory", "stats", "--json").out)["memory"] == []
    approve(filled, FOOTER, "Jälgi rongi!", TRAIN)
    [told] = json.loads(filled.run("memory", "stats", "--json").out)["memory"]
    assert told["units"] == 1


@pytest.fixture
def a_day_a_run(monkeypatch):
    """Two runs of a test are often of one second, by which nothing tells what was approved last."""
    days = (datetime.now(UTC) + timedelta(days=number) for number in count(1))
    monkeypatch.setattr("translate.cli.draft.datetime", SimpleNamespace(now=lambda _zone: next(days)))


@pytest.mark.usefixtures("a_day_a_run")
@pytest.mark.parametrize("date", ["2099-01-01 00:00+0000", "1999-01-01 00:00+0000"])
def test_of_two_translations_the_one_that_was_approved_last_is_taken_over_whatever_their_files_say(newsroom, date):
    train(newsroom, "It is long.")
    newsroom.run("draft")
    approve(newsroom, FOOTER, "Jälgi meid!")
    newsroom.run("draft")
    head, mark, tail = newsroom.read(FERRY).partition('"PO-Revision-Date: ')
    newsroom.write(FERRY, f"{head}{mark}{date}{tail[tail.index(chr(92)) :]}")
    newsroom.run("draft")
    approve(newsroom, FOOTER, "Jälgi rongi!", TRAIN)
    newsroom.run("draft")
    newsroom.write("articles/harbor.txt", f"Harbor opens\n\nIt is deep.\n--\n{FOOTER}\n")
    newsroom.run("draft")
    assert entry(newsroom, HARBOR, FOOTER).msgstr == "Jälgi rongi!"


def test_a_draft_that_was_deleted_and_comes_again_in_the_same_words_says_so(newsroom):
    newsroom.run("draft")
    before = entry(newsroom, FERRY, FOOTER)
    approve(newsroom, FOOTER, "")
    newsroom.run("draft")
    again = entry(newsroom, FERRY, FOOTER)
    assert (again.msgstr, again.fuzzy, len(of_kind(again, DraftedAgain))) == (before.msgstr, True, 1)
    assert rest(newsroom)
    approve(newsroom, FOOTER, "Jälgi meid!")
    newsroom.run("draft")
    assert of_kind(entry(newsroom, FERRY, FOOTER), DraftedAgain) == ()


def test_a_paragraph_on_top_changes_its_own_block_of_the_po_file_and_no_other(newsroom):
    newsroom.run("draft")
    approve(newsroom, FOOTER, "Jälgi meid!")
    newsroom.run("draft")
    before = newsroom.read(FERRY).split("\n\n")
    headline, _, body = newsroom.read("articles/ferry.txt").partition("\n\n")
    newsroom.write("articles/ferry.txt", f"{headline}\n\nIt snowed in the night.\n{body}")
    newsroom.run("draft")
    after = newsroom.read(FERRY).split("\n\n")
    [new] = [block for block in after[1:] if block not in before]
    assert "It snowed in the night." in new
    assert [block for block in after[1:] if block != new] == before[1:]
    assert rest(newsroom)


@pytest.fixture(params=["by command", "by the night", "twice"])
def renamed(filled, request):
    """The article that the footer is from has another name now; its PO file has it, too."""
    new = "articles/island.txt"
    if request.param == "by the night":
        (filled.root / "articles/ferry.txt").rename(filled.root / new)
    elif request.param == "by command":
        assert filled.run("articles", "mv", "articles/ferry.txt", new).code == 0
    else:
        assert filled.run("articles", "mv", "articles/ferry.txt", "articles/isle.txt").code == 0
        assert filled.run("articles", "mv", "articles/isle.txt", new).code == 0
    filled.run("draft")
    assert (entry(filled, TRAIN, FOOTER).msgstr, entry(filled, TRAIN, FOOTER).fuzzy) == ("Jälgi meid!", False)
    return filled


ISLAND = "locales/et/LC_MESSAGES/island.po"


def test_a_correction_reaches_a_copy_whose_origin_has_another_name_by_now(renamed):
    approve(renamed, FOOTER, "Jälgi ERR Newsi!", ISLAND)
    renamed.run("draft")
    copy = entry(renamed, TRAIN, FOOTER)
    assert (copy.msgstr, copy.fuzzy) == ("Jälgi ERR Newsi!", True)
    assert any(line.startswith(f"Memory: corrected in {ISLAND}, was “Jälgi meid!”") for line in copy.extracted)
    assert rest(renamed)


def test_what_is_erased_in_an_origin_that_has_another_name_by_now_is_taken_back_in_its_copy(renamed):
    approve(renamed, FOOTER, "", ISLAND)
    renamed.run("draft")
    copy = entry(renamed, TRAIN, FOOTER)
    assert (copy.msgstr, copy.fuzzy) == ("Jälgi meid!", True)
    (line,) = of_kind(copy, MemoryLine)
    assert (line.origin, line.withdrawn) == (ISLAND, True)
    assert rest(renamed)


def rename(newsroom):
    (newsroom.root / "articles/ferry.txt").rename(newsroom.root / "articles/island.txt")


def test_what_was_approved_before_its_article_was_renamed_is_taken_over_in_the_same_night(newsroom):
    newsroom.run("draft")
    approve(newsroom, FOOTER, "Jälgi meid!")
    rename(newsroom)
    train(newsroom, "It is long.")
    newsroom.run("draft")
    copy = entry(newsroom, TRAIN, FOOTER)
    assert (copy.msgstr, copy.fuzzy) == ("Jälgi meid!", False)
    assert of_kind(copy, MemoryLine) == (MemoryLine(origin=ISLAND, fill=text_hash("Jälgi meid!")),)
    assert rest(newsroom)


@pytest.mark.parametrize("change", ["Jälgi ERR Newsi!", ""], ids=["corrected", "erased"])
def test_a_copy_follows_what_was_done_at_its_origin_before_that_was_renamed_in_the_same_night(filled, change):
    approve(filled, FOOTER, change)
    rename(filled)
    filled.run("draft")
    copy = entry(filled, TRAIN, FOOTER)
    assert (copy.msgstr, copy.fuzzy) == (change or "Jälgi meid!", True)
    (line,) = of_kind(copy, MemoryLine)
    assert (line.origin, line.withdrawn, line.was) == (ISLAND, not change, "Jälgi meid!" if change else "")
    assert rest(filled)
