"""What a broken feed would take from people is counted before it does."""

from dataclasses import replace

import pytest

from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.losses import Reason, Superseded
from translate.core.entries.merging import Inheritance
from translate.core.entries.noticing import Noticed
from translate.core.entries.past import Past, Seen
from translate.core.results.change_guard import Change, ChangeGuard, change_of
from translate.core.results.night import Limit
from translate.errors import TooManyChangesError

HEADLINE, ONE, TWO, THREE = Entry("One.", msgctxt="headline"), Entry("One."), Entry("Two."), Entry("Three.")
GONE = Entry("Four.", "Neli.", obsolete=True)
OLD = Noticed(Catalog(Header(), (HEADLINE, ONE, TWO, THREE, GONE)), Past())
NOTHING = Noticed(Catalog(Header()), Past())


@pytest.mark.parametrize(
    ("messages", "moved", "vanished", "changed"),
    [
        ((HEADLINE, ONE, TWO, THREE), (), 0, 0),
        ((HEADLINE, ONE, TWO, THREE, Entry("New.")), (), 0, 0),
        ((HEADLINE, TWO), (), 2, 0),
        ((ONE, TWO, THREE), (), 1, 0),
        ((HEADLINE, ONE, Entry("Two!")), (TWO,), 1, 1),
        ((HEADLINE, ONE, Entry("Two!")), (TWO, THREE), 0, 2),
        ((HEADLINE, ONE, TWO, THREE), (GONE,), 0, 0),
        ((HEADLINE, ONE, TWO, THREE), (TWO,), 0, 0),
        ((), (), 4, 0),
    ],
)
def test_a_live_entry_has_vanished_or_changed_or_stays(messages, moved, vanished, changed):
    heir = Inheritance({}, frozenset(entry.key for entry in moved))
    assert change_of("a.txt", "et", OLD, messages, heir) == Change("a.txt", "et", 4, vanished, changed)


def test_where_there_is_no_file_yet_nothing_can_vanish():
    assert change_of("a.txt", "et", NOTHING, (ONE,), Inheritance({})) == Change("a.txt", "et", 0, 0, 0)


def test_a_text_that_a_tool_dropped_counts_where_its_paragraph_still_stands():
    lost = tuple(Superseded(Seen(entry, ""), Reason.LOST) for entry in (HEADLINE, ONE, GONE))
    old = replace(OLD, superseded=(*lost, Superseded(Seen(THREE, ""), Reason.EMPTIED)))
    assert change_of("a.txt", "et", old, (ONE, TWO, THREE), Inheritance({})) == Change("a.txt", "et", 4, 1, 0, 1)


def test_all_files_are_added_up():
    guard = ChangeGuard.of((Change("a.txt", "et", 5, 1, 2), Change("b.txt", "et", 7, 3)))
    assert (guard.entries, guard.vanished, guard.changed) == (12, 4, 2)
    assert (ChangeGuard().entries, ChangeGuard().vanished, ChangeGuard().changed) == (0, 0, 0)


def test_what_stays_as_it_is_is_counted_and_not_held():
    changed = Change("b.txt", "et", 7, 3)
    assert ChangeGuard.of((Change("a.txt", "et", 5), changed), settled=90) == ChangeGuard(102, (changed,))


def told(limit, *changes):
    with pytest.raises(TooManyChangesError) as caught:
        ChangeGuard.of(changes).check(limit)
    return str(caught.value)


def test_what_vanishes_and_what_changes_counts_together():
    change = Change("a.txt", "et", 400, 2, 3)
    ChangeGuard.of((change,)).check(Limit(entries=5))
    assert "more than 4 entries" in told(Limit(entries=4), change)


def test_what_tools_have_dropped_counts_with_it_and_is_told_where_there_is_any():
    change = Change("a.txt", "et", 400, 2, 3, 4)
    ChangeGuard.of((change,)).check(Limit(entries=9))
    assert "2 of 400 entries would vanish and 3 change, and 4 have lost a person's text, more than 8 entries" in told(
        Limit(entries=8), change
    )
    dropped = Change("b.txt", "et", 400, lost=2)
    assert "look at b.txt, a.txt, and" in told(Limit(entries=0), Change("a.txt", "et", 400, 1), dropped)


def test_thousands_are_told_as_people_write_them():
    assert told(Limit(entries=1500), Change("a.txt", "et", 1_000_000, 1_234, 5_678)).startswith(
        "1,234 of 1,000,000 entries would vanish and 5,678 change, more than 1,500 entries,"
    )


def test_an_article_is_named_once_and_of_equals_the_first_by_name():
    changes = (
        Change("d.txt", "et", 9, changed=2), Change("b.txt", "et", 9, 1, 1), Change("c.txt", "et", 9, 2),
        Change("a.txt", "et", 9, 3), Change("a.txt", "ru", 9, 3), Change("e.txt", "et", 9),
    )  # fmt: skip
    assert "look at a.txt, b.txt, c.txt and 1 more, and if" in told(Limit(entries=0), *changes)
