"""What is no longer true is known by what was approved, what was written, and what the article says today."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.merging import merge
from translate.core.results.news import (
    Corrected,
    Correction,
    Difference,
    News,
    Outdated,
    Withdrawal,
    corrected,
    differences,
)

WAS = Entry("A ticket for the ferry costs €3.", "Praamipilet maksab 3 eurot.")
NOW = Entry("A ticket for the ferry costs €4.")
OTHER = Entry("The captain was late.", "Kapten hilines.")


def after(*entries, now=(NOW, OTHER)):
    """What a run makes of these entries when the article says something else."""
    return Catalog(Header(), tuple(merge(Catalog(Header(), entries), now, {}, {})))


def found(catalog):
    return tuple(corrected(catalog, {entry.key: number for number, entry in enumerate(catalog.entries, 1)}))


def test_an_approved_text_whose_source_is_corrected_is_told_with_both_sources():
    assert found(after(WAS, OTHER)) == (Corrected(1, WAS.msgid, NOW.msgid, WAS.msgstr),)


def test_it_is_told_until_somebody_approves_it_again():
    catalog = after(WAS, OTHER)
    (entry, other), again = catalog.entries, after(*catalog.entries)
    assert found(again) == found(catalog)
    approved = replace(entry, flags=(), previous_msgid=None)
    assert found(Catalog(Header(), (approved, other))) == ()


def test_a_text_that_a_person_has_changed_since_is_in_review_and_no_news():
    entry, other = after(WAS, OTHER).entries
    assert found(Catalog(Header(), (replace(entry, msgstr="Praamipilet maksab 4 eurot."), other))) == ()


@pytest.mark.parametrize(
    "before",
    [replace(WAS, flags=("fuzzy",)), replace(WAS, msgstr="")],
    ids=["in review", "untranslated"],
)
def test_a_text_that_nobody_had_approved_is_no_news(before):
    assert found(after(before, OTHER)) == ()


def test_a_source_that_is_as_it_was_again_is_no_news():
    catalog = after(*after(WAS, OTHER).entries, now=(replace(WAS, msgstr=""), OTHER))
    assert found(catalog) == ()
    assert not catalog.entries[0].fuzzy


def test_a_paragraph_that_is_gone_is_no_correction():
    assert found(after(WAS, OTHER, now=(OTHER,))) == ()


def test_a_correction_has_the_place_of_its_po_file():
    (one,) = found(after(WAS, OTHER))
    assert one.of("et", "ferry", "et/ferry.po") == Correction(
        "et", "ferry", "et/ferry.po", 1, WAS.msgid, NOW.msgid, WAS.msgstr
    )


@pytest.mark.parametrize(
    ("news", "there_is_some"),
    [
        (News(), False),
        (News(corrections=(Correction("et", "a", "a.po", 1, "a", "b", "c"),)), True),
        (News(outdated=(Outdated("et", "a.txt", "exports/et/a.txt", "2026-11-28"),)), True),
        (News(withdrawals=(Withdrawal("a.txt", "2026-11-28", is_sure=False),)), True),
    ],
)
def test_news_is_whatever_is_not_true_any_more(news, there_is_some):
    assert bool(news) is there_is_some


# --- what an article says otherwise

HEAD = ("headline", "Ferry opens")
FARE, CAPTAIN = (None, "A ticket for the ferry costs €3."), (None, "The captain was late.")


def test_each_text_stands_beside_what_it_was():
    dearer = (None, "A ticket for the ferry costs €4.")
    assert differences((HEAD, FARE, CAPTAIN), (HEAD, dearer, CAPTAIN)) == (Difference(FARE[1], dearer[1]),)


def test_what_is_new_and_what_is_gone_stands_beside_nothing():
    new = (None, "Snow fell all night in Tallinn.")
    assert differences((HEAD, FARE), (HEAD, new)) == (Difference("", new[1]), Difference(FARE[1], ""))


def test_paragraphs_that_were_joined_stand_beside_what_is_made_of_them():
    longer = f"{FARE[1]} {CAPTAIN[1]} So was the mate."
    assert differences((HEAD, FARE, CAPTAIN), (HEAD, (None, longer))) == (
        Difference(f"{FARE[1]} {CAPTAIN[1]}", longer),
    )


def test_paragraphs_that_are_only_joined_say_nothing_else():
    assert differences((HEAD, FARE, CAPTAIN), (HEAD, (None, f"{FARE[1]} {CAPTAIN[1]}"))) == ()


def test_another_order_and_a_paragraph_that_is_a_headline_now_say_nothing_else():
    assert differences((HEAD, FARE, CAPTAIN), (HEAD, CAPTAIN, FARE)) == ()
    assert differences((HEAD, FARE), (HEAD, ("headline", FARE[1]))) == ()


WORDS = st.lists(
    st.sampled_from(["ferry", "ticket", "costs", "three", "four", "euros", "late"]), min_size=1, max_size=6
)
ARTICLES = st.lists(st.tuples(st.sampled_from([None, "headline"]), WORDS.map(" ".join)), max_size=8)


@given(ARTICLES, st.randoms(use_true_random=False))
def test_an_article_does_not_differ_from_itself_in_any_order(article, random):
    assert differences(article, article) == ()
    assert differences(article, random.sample(article, len(article))) == ()


@given(ARTICLES, ARTICLES)
def test_every_text_that_is_new_and_every_one_that_is_gone_is_told(was, now):
    told = differences(was, now)
    before, after_ = {text for _, text in was}, {text for _, text in now}
    assert after_ - before <= {one.now for one in told}
    assert all(any(text in one.was for one in told) for text in before - after_)
    assert all(one.was != one.now for one in told)
    assert all(one.now in after_ or not one.now for one in told)
