"""What tools have dropped waits until somebody has seen to it, and whatever people wrote is kept for good."""

import sqlite3

import pytest

from translate.core.entries.catalog import Entry
from translate.core.entries.losses import Harm, Loss, Reason, Superseded
from translate.core.entries.past import Past, Seen
from translate.history.texts import History, Look

SAILED, LATE = (Seen(Entry(source, text), "2026-11-01T04:00:00Z") for source, text in (("a", "A"), ("b", "B")))


def look(*superseded, at="2026-11-28T04:00:00Z", now=()):
    return Look("a.po", "et", Past(tuple(Seen(entry, at) for entry in now)), superseded=superseded, at=at)


def lost(seen, harm=Harm.CUT):
    return Superseded(seen, Reason.LOST, harm)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "history" / "texts.sqlite"


def test_a_loss_is_told_with_the_day_and_the_cause_of_the_first(path):
    with History(path, home=None) as history:
        history.put(look(lost(SAILED)))
        assert history.losses() == (Loss("a.po", 1, "2026-11-28", Harm.CUT),)
        history.commit()
        history.put(look(lost(LATE, Harm.DELETED), at="2026-11-30T04:00:00Z"))
        assert history.losses() == (Loss("a.po", 2, "2026-11-28", Harm.CUT),)
        history.commit()
    with History(path, home=None) as history:
        assert history.losses() == (Loss("a.po", 2, "2026-11-28", Harm.CUT),)


def test_what_a_person_took_out_is_no_loss_and_is_kept(path):
    with History(path, home=None) as history:
        history.put(look(Superseded(SAILED, Reason.EMPTIED), Superseded(LATE, Reason.REPLACED)))
        history.commit()
        assert history.losses() == ()
        assert [(one.seen, one.reason, one.is_open) for one in history.kept()] == [
            (SAILED, Reason.EMPTIED, False),
            (LATE, Reason.REPLACED, False),
        ]


def test_what_is_new_has_a_number_once_it_is_committed(path):
    with History(path, home=None) as history:
        history.put(look(lost(SAILED)))
        assert [one.number for one in history.fresh()] == [0]
        history.commit()
        history.put(look(Superseded(LATE, Reason.EMPTIED)))
        assert [(one.number, one.seen) for one in history.fresh()] == [(1, SAILED), (0, LATE)]
    with History(path, home=None) as history:
        assert history.fresh() == []


def test_what_is_filled_by_hand_or_seen_to_is_no_loss_any_more(path):
    with History(path, home=None) as history:
        history.put(look(lost(SAILED), lost(LATE)))
        history.commit()
        history.put(look(now=[Entry("a", "Midagi muud.")]))
        history.commit()
        assert [one.seen for one in history.kept(only_open=True)] == [LATE]
        history.see_to([2])
        assert (history.losses(), len(history.kept())) == ((), 2)


def test_what_is_not_to_be_kept_is_known_until_the_end_and_then_forgotten(path):
    with History(path, home=None) as history:
        history.put(look(lost(SAILED)))
        history.commit()
    before = path.read_bytes()
    with History(path, keep=False, home=None) as history:
        history.put(look(lost(LATE)))
        history.commit()
        history.see_to([1])
        assert [(one.number, one.is_open) for one in history.kept()] == [(1, False), (2, True)]
    assert path.read_bytes() == before
    with History(path.with_name("none.sqlite"), keep=False, home=None) as history:
        history.put(look(lost(LATE)))
        history.commit()
        assert len(history.kept()) == 1
    assert not path.with_name("none.sqlite").exists()


def test_a_number_is_never_given_twice(path):
    with History(path, home=None) as history:
        history.put(look(lost(SAILED)))
        history.commit()
    with sqlite3.connect(path) as sql:
        sql.execute("DELETE FROM text")
    sql.close()
    with History(path, home=None) as history:
        history.put(look(lost(LATE)))
        history.commit()
        assert [one.number for one in history.kept()] == [2]


def test_the_folder_says_of_itself_that_it_is_not_to_be_deleted_and_no_repository_takes_it_in(path):
    with History(path, home=None) as history:
        history.put(look(lost(SAILED)))
        history.commit()
    comment, rule = (path.parent / ".gitignore").read_text("utf-8").splitlines()
    assert ("Do not delete" in comment, rule) == (True, "*")
