"""Drafts that a script approves all at once are told from those that a translator approves."""

from dataclasses import replace

import pytest

from translate.core.entries.bulk import Bulk, in_bulk, unconfirmed
from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.comments import Unconfirmed, of_kind
from translate.core.entries.noticing import notice
from translate.core.entries.stamp import Draft, is_unconfirmed


def noticed(name, drafts, approved, others=0):
    """What is noticed where so many of so many drafts were approved since the last look."""
    stamps = [Draft(f"Mustand {n}.", "argos 1", "11111111") for n in range(drafts)]
    entries = [
        Entry(f"{name} {n}.", one.text, extracted=(str(one.stamp),), flags=("fuzzy",)) for n, one in enumerate(stamps)
    ]
    done = [Entry(f"{name} done {n}.", "Tehtud.") for n in range(others)]
    before = notice(None, Catalog(Header(), (*entries, *done)), at="2026-11-23")
    now = [replace(entry, flags=()) if n < approved else entry for n, entry in enumerate(entries)]
    return notice(before.past, Catalog(Header(), (*now, *done)), at="2026-11-24")


def found(limit=None, **files):
    """The files that were approved in bulk, by the name of their article."""
    seen = {
        f"{locale}/{article}": (article, noticed(article, *numbers)) for article, (locale, *numbers) in files.items()
    }
    return set(in_bulk(seen, limit or Bulk()))


def test_a_translator_who_approves_all_good_drafts_of_one_article_is_normal():
    assert found(ferry=("et", 14, 14)) == set()
    assert found(ferry=("et", 200, 200)) == set()


def test_twenty_drafts_in_two_articles_at_once_are_a_scripts():
    assert found(ferry=("et", 10, 10), train=("et", 10, 10)) == {"et/ferry", "et/train"}
    assert found(ferry=("et", 10, 10), train=("et", 9, 9)) == set()


def test_one_article_in_two_locales_is_one_article():
    seen = {f"{locale}/ferry": ("ferry", noticed("ferry", 30, 30)) for locale in ("et", "ru")}
    assert in_bulk(seen, Bulk()) == frozenset()


@pytest.mark.parametrize(("approved", "in_both"), [(16, True), (15, False)])
def test_less_than_four_in_five_of_an_articles_drafts_are_a_translators(approved, in_both):
    files = {"et/ferry", "et/train"} if in_both else set()
    assert found(ferry=("et", 20, approved), train=("et", 20, 20)) == files


def test_what_was_approved_before_does_not_count():
    assert found(ferry=("et", 10, 10, 40), train=("et", 10, 10, 40)) == {"et/ferry", "et/train"}


def test_a_newsroom_may_draw_the_line_elsewhere():
    assert found(Bulk(entries=2, percent=50), ferry=("et", 2, 1), train=("et", 2, 1)) == {"et/ferry", "et/train"}
    assert found(Bulk(entries=3, percent=50), ferry=("et", 2, 1), train=("et", 2, 1)) == set()


def test_each_of_them_says_so_and_no_other_entry_does():
    told = unconfirmed(noticed("ferry", 3, 2, 1), 25)
    assert [of_kind(entry, Unconfirmed) for entry in told.catalog.entries] == [(Unconfirmed(25),)] * 2 + [()] * 2
    assert [is_unconfirmed(entry) for entry in told.catalog.entries] == [True, True, False, False]
    assert [seen.entry for seen in told.past.entries] == list(told.catalog.entries)
