"""An article is corrected after it was published: the newsroom hears of it until readers have what it says now."""

import json

import pytest

from tests.editors import LOKALIZE
from tests.stories.conftest import EXPORTS, FERRY
from tests.stories.desk import in_estonian

NEW = "A ticket costs 15 euros for islanders."
OUT = "exports/et/articles/ferry.txt"
UNTRUE = "1 correction hits approved text, 1 export is older than its article. Done; look today"
STALE = "1 export is older than its article. Done; look today"


@pytest.fixture
def corrected(published):
    """The price is another one, and no night has passed yet."""
    published.correct("ferry", "12 euros", "15 euros")
    return published


def test_a_correction_is_the_nights_first_news_everywhere_with_the_old_and_the_new_words(corrected):
    ran = corrected.night()
    assert (ran.code, ran.out, corrected.headline) == (1, corrected.mail, UNTRUE)
    assert f"    was: {FERRY[2]}\n    now: {NEW}\n" in ran.out
    page, told = corrected.read("reports/morning.html"), json.loads(corrected.read("reports/morning.json"))
    first = UNTRUE.partition(". ")[0]
    assert f"<title>{first} – ferry-news: morning report, run 3</title>" in page
    assert f'<h1 id="headline">{UNTRUE}</h1>' in page
    assert told["headline"] == UNTRUE
    assert [(one["was"], one["now"], one["path"]) for one in told["news"]["corrections"]] == [
        (FERRY[2], NEW, "locales/et/LC_MESSAGES/ferry.po")
    ]
    assert [(one["path"], one["differences"]) for one in told["news"]["outdated"]] == [
        (OUT, [{"was": FERRY[2], "now": NEW}])
    ]
    status = corrected.run("status")
    assert status.code == 0
    assert status.out.startswith(f"{first}:\n")


def test_it_is_told_every_night_until_it_was_seen_to_and_the_old_export_stays(corrected):
    before = corrected.read(OUT)
    for _ in range(3):
        assert (corrected.night().code, corrected.headline) == (1, UNTRUE)
    assert (corrected.exported(), corrected.read(OUT)) == (EXPORTS, before)


@pytest.mark.parametrize(("policy", "left"), [("move", ["withdrawn/et/articles/ferry.txt"]), ("remove", [])])
def test_where_the_newsroom_wants_it_the_old_export_goes_and_that_is_told_once(corrected, policy, left):
    corrected.settings(f'[export]\noutdated = "{policy}"')
    assert (corrected.night().code, corrected.headline) == (1, UNTRUE)
    assert corrected.exported() == [*EXPORTS[1:], *left]
    assert "it was moved to exports/withdrawn" in corrected.mail or "it was removed" in corrected.mail
    assert (corrected.night().code, corrected.headline) == (1, "1 correction hits approved text. Done; look today")


@pytest.mark.parametrize("policy", ["keep", "move", "remove"])
def test_approved_again_and_exported_again_there_is_silence(corrected, policy):
    corrected.settings(f'[export]\noutdated = "{policy}"')
    corrected.night()
    corrected.approve("ferry", editor=LOKALIZE)
    assert corrected.export().code == 0
    assert in_estonian(NEW) in corrected.read(OUT)
    assert (corrected.night().code, corrected.headline) == (0, "All done")
    assert corrected.run("status").out.startswith("locale ")


def test_approved_again_and_not_exported_the_export_is_still_old(corrected):
    corrected.night()
    corrected.approve("ferry")
    for _ in range(2):
        assert (corrected.night().code, corrected.headline) == (1, STALE)


def test_an_export_that_cannot_be_made_anew_says_that_the_one_there_is_old(corrected):
    corrected.night()
    ran = corrected.export()
    assert ran.code == 1
    assert f"{OUT}: of 2033-03-08, and older than its article" in ran.out
    assert in_estonian(FERRY[2]) in corrected.read(OUT)


def test_a_correction_that_is_taken_back_leaves_silence(corrected):
    corrected.night()
    corrected.correct("ferry", "15 euros", "12 euros")
    assert (corrected.night().code, corrected.headline) == (0, "All done")
    assert corrected.exported() == EXPORTS


def test_one_that_was_made_and_taken_back_within_a_day_nobody_hears_of(corrected):
    corrected.correct("ferry", "15 euros", "12 euros")
    assert (corrected.night().code, corrected.headline) == (0, "All done")


def test_a_correction_is_found_in_each_language(published):
    published.write("newsdesk.toml", published.read("newsdesk.toml").replace('["et"]', '["et", "fi"]'))
    published.night()
    published.approve("ferry", locale="fi")
    published.export()
    published.correct("ferry", "12 euros", "15 euros")
    published.night()
    told = "2 corrections hit approved text, 2 exports are older than their articles. Done; look today"
    assert published.headline == told


def test_a_new_paragraph_makes_an_export_old(published):
    published.publish("ferry", *FERRY, "Dogs travel free.")
    assert (published.night().code, published.headline) == (1, STALE)
    assert "    new: Dogs travel free.\n" in published.mail


def test_a_paragraph_that_is_taken_out_makes_an_export_old(published):
    published.publish("ferry", *FERRY[:3])
    assert (published.night().code, published.headline) == (1, STALE)
    assert f"    gone: {FERRY[3]}\n" in published.mail
    assert published.export().code == 0
    assert (published.night().code, published.headline) == (0, "All done")


def test_paragraphs_in_another_order_make_an_export_old(published):
    published.publish("ferry", FERRY[0], *reversed(FERRY[1:]))
    assert (published.night().code, published.headline) == (1, STALE)
    assert f"{OUT}: of 2033-03-08, and older than its article, whose texts stand in another order" in published.told
    assert published.export().code == 0
    assert (published.night().code, published.headline) == (0, "All done")


def test_a_correction_of_what_the_memory_filled_in_is_told_of_both_articles(published):
    """The sentence stands in two articles; a translator has approved it in one, and both are corrected."""
    published.publish("ticket", "Tickets by the pier", FERRY[2])
    published.night()
    published.approve("ticket")
    published.export()
    for name in ("ferry", "ticket"):
        published.correct(name, "12 euros", "15 euros")
    published.night()
    assert published.headline.startswith("2 corrections hit approved text, 2 exports are older than their articles")


def test_a_draft_that_nobody_approved_is_no_news_when_its_source_changes(room):
    room.publish("ferry", *FERRY)
    room.night()
    room.correct("ferry", "12 euros", "15 euros")
    assert (room.night().code, room.headline) == (0, "All done")


def test_a_text_that_is_rewritten_beyond_recognition_is_told_once_with_what_was_approved(published):
    published.correct("ferry", FERRY[2], "Islanders travel free of charge until spring, says the ministry.")
    assert published.night().code == 1
    assert published.headline.startswith("1 correction hits approved text")
    told = json.loads(published.read("reports/morning.json"))["news"]["corrections"]
    assert [(one["was"], one["now"]) for one in told] == [(FERRY[2], "")]
    published.night()
    assert published.headline == STALE


def test_a_paragraph_that_is_only_taken_out_hits_no_approved_text(published):
    published.correct("ferry", f"{FERRY[2]}\n", "")
    published.night()
    assert "correction" not in published.headline
