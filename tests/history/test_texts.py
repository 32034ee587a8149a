"""What people wrote is kept beside their files: known at once, written all or not at all, and never deleted."""

import contextlib
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from translate.core.entries.catalog import Entry
from translate.core.entries.losses import Harm, Reason, Superseded
from translate.core.entries.past import Past, Seen
from translate.errors import HistoryError
from translate.files import databases
from translate.history.texts import History, Kept, Look

PO, OTHER = "locales/et/LC_MESSAGES/ferry.po", "locales/et/LC_MESSAGES/train.po"
ENTRY = Entry(
    "The ferry sailed.",
    "Praam väljus.",
    "headline",
    comments=("AK: “õ”",),
    extracted=("Glossary: ferry = praam [as is]",),
    references=("articles/ferry.txt:1",),
    flags=("fuzzy", "no-wrap"),
    previous_msgid="The ferry left.",
    unknown=("#! tool",),
)
PLURAL = Entry("A ferry", msgid_plural="Ferries", msgstr_plural=("Praam", "Praamid"), obsolete=True)
PAST = Past((Seen(ENTRY, "2026-11-20T04:00:00Z"), Seen(PLURAL, "2026-11-21T04:00:00Z", "0123abcd")), header=False)
LOST = Superseded(Seen(ENTRY, "2026-11-20T04:00:00Z"), Reason.LOST, Harm.CUT)
EMPTIED = Superseded(Seen(PLURAL, "2026-11-21T04:00:00Z"), Reason.EMPTIED)
AT = "2026-11-28T04:00:00Z"
LOOK = Look(PO, "et", PAST, "state", (LOST, EMPTIED), AT)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "history" / "texts.sqlite"


def committed(path, *looks):
    with History(path, home=None) as history:
        history.put(*looks)
        history.commit()


def test_nothing_is_made_where_nothing_is_kept(path):
    with History(path, home=None) as history:
        history.put(LOOK)
        assert (history.past(PO), history.states([*history.paths()])) == (PAST, {PO: "state"})
    assert not path.parent.exists()
    with History(path, home=None) as history:
        history.commit()
        assert (history.past(PO), [*history.paths()], history.kept(), history.losses()) == (None, [], [], ())
    assert not path.parent.exists()


def test_the_files_of_a_folder_are_told_with_what_is_not_committed_and_without_what_is_forgotten(path):
    elsewhere = "locales/et/LC_MESSAGES0/ferry.po"
    committed(path, LOOK, Look(OTHER, "et", PAST, "other"), Look(elsewhere, "et", PAST, "away"))
    with History(path, home=None) as history:
        history.put(Look(OTHER, "et", PAST, "newer"), Look(f"{OTHER}t", "et", PAST, "new"))
        history.forget([PO])
        assert sorted(history.paths("locales/et/LC_MESSAGES")) == [OTHER, f"{OTHER}t"]
        assert sorted(history.paths()) == [OTHER, f"{OTHER}t", elsewhere]
        assert history.states([PO, OTHER, "nobody.po", elsewhere]) == {OTHER: "newer", elsewhere: "away"}


def test_of_more_files_than_one_question_has_room_for_each_has_its_state(path):
    names = [f"locales/et/LC_MESSAGES/a{number:04}.po" for number in range(1_100)]
    committed(path, *(Look(name, "et", Past(), name[-7:]) for name in names))
    with History(path, home=None) as history:
        assert history.states(names) == {name: name[-7:] for name in names}


def test_a_file_may_be_given_its_state_later(path):
    committed(path, replace(LOOK, state=""), Look(OTHER, "et", PAST, "other"))
    with History(path, home=None) as history:
        history.seal({PO: "state", "nobody.po": "state"})
    with History(path, home=None) as history:
        assert (history.states([PO, OTHER]), history.past(PO)) == ({PO: "state", OTHER: "other"}, PAST)


def test_whatever_a_look_found_is_there_again_to_the_letter(path):
    committed(path, LOOK)
    with History(path, home=None) as history:
        assert (history.past(PO), history.states([PO, OTHER]), history.state(PO)) == (PAST, {PO: "state"}, "state")
        first, second = history.kept()
    assert first == Kept(1, PO, "et", LOST.seen, LOOK.at, Reason.LOST, is_open=True, harm=Harm.CUT)
    assert second == Kept(2, PO, "et", EMPTIED.seen, LOOK.at, Reason.EMPTIED, is_open=False)


def test_the_folder_keeps_itself_out_of_repositories(path):
    committed(path, LOOK)
    assert (path.parent / ".gitignore").read_text().endswith("\n*\n")


def test_what_is_put_is_known_before_it_is_committed(path):
    committed(path, LOOK)
    with History(path, home=None) as history:
        history.put(replace(LOOK, path=OTHER, state="new"), replace(LOOK, past=Past(), superseded=()))
        assert (history.past(PO), history.states([*history.paths()])) == (Past(), {PO: "state", OTHER: "new"})
        assert [seen.entry for seen in history.lost(OTHER)] == [ENTRY]
        assert [(loss.path, loss.texts) for loss in history.losses()] == [(PO, 1), (OTHER, 1)]
        assert [kept.path for kept in history.kept()] == [PO, PO]
        history.forget([PO])
        assert (history.past(PO), OTHER in history.paths(), PO in history.paths()) == (None, True, False)


def test_what_a_file_held_once_outlives_what_is_known_of_the_file(path):
    committed(path, LOOK)
    with History(path, home=None) as history:
        history.forget([PO])
        history.commit()
    with History(path, home=None) as history:
        assert (history.past(PO), len(history.kept(path=PO)), len(history.lost(PO))) == (None, 2, 1)


def test_a_run_that_is_killed_keeps_nothing_of_what_it_did_not_commit(path):
    committed(path, replace(LOOK, superseded=()))
    history = History(path, home=None)
    history.put(replace(LOOK, past=Past()))
    history.close()
    with History(path, home=None) as again:
        assert (again.past(PO), again.kept()) == (PAST, [])


def test_a_commit_that_fails_keeps_all_or_nothing_and_can_be_tried_again(path, monkeypatch):
    committed(path, replace(LOOK, superseded=()))
    with History(path, home=None) as history:
        history.put(replace(LOOK, past=Past()))
        with monkeypatch.context() as patch:
            patch.setattr("translate.history.texts._keep", lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                history.commit()
        with History(path, home=None) as other:
            assert (other.past(PO), other.kept()) == (PAST, [])
        history.commit()
    with History(path, home=None) as history:
        assert (history.past(PO), len(history.kept())) == (Past(), 2)


def test_a_dry_run_knows_all_and_writes_nothing(path):
    committed(path, LOOK)
    before = path.read_bytes()
    with History(path, keep=False, home=None) as history:
        history.put(replace(LOOK, past=Past(), superseded=(EMPTIED,)))
        history.commit()
        assert (history.past(PO), len(history.kept())) == (Past(), 3)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("now", "is_open"),
    [
        (replace(ENTRY, msgstr="Uus tekst.", flags=()), False),
        (ENTRY, False),
        (replace(ENTRY, msgstr=""), True),
        (replace(ENTRY, msgid="Another text."), True),
    ],
    ids=["filled", "back", "still empty", "elsewhere"],
)
def test_a_loss_is_open_until_somebody_has_filled_the_entry(path, now, is_open):
    committed(path, LOOK)
    with History(path, home=None) as history:
        history.put(Look(PO, "et", Past((Seen(now, ""),))))
        assert (len(history.losses()), len(history.lost(PO))) == (is_open, is_open)  # Known at once.
        history.commit()
    with History(path, home=None) as history:
        assert [kept.is_open for kept in history.kept()] == [is_open, False]
        assert [kept.number for kept in history.kept(only_open=True)] == ([1] if is_open else [])
        assert len(history.losses()) == is_open


def test_an_approval_that_is_gone_is_open_until_it_is_there_again(path):
    approved = replace(ENTRY, flags=())
    lost = Superseded(Seen(approved, ""), Reason.LOST, Harm.SET_BACK)
    fuzzy = Past((Seen(replace(approved, flags=("fuzzy",)), ""),))
    committed(path, Look(PO, "et", fuzzy, superseded=(lost,)))
    committed(path, Look(PO, "et", fuzzy))
    with History(path, home=None) as history:
        assert len(history.losses()) == 1
    committed(path, Look(PO, "et", Past((Seen(approved, ""),))))
    with History(path, home=None) as history:
        assert history.losses() == ()


def test_a_loss_that_somebody_has_seen_to_is_kept_and_told_no_more(path):
    committed(path, LOOK)
    with History(path, home=None) as history:
        history.see_to([1])
        assert (history.lost(PO), history.losses(), len(history.kept())) == ([], (), 2)


def test_a_text_that_a_person_took_back_is_known_and_one_that_a_tool_dropped_is_not(path):
    emptied = Superseded(Seen(ENTRY, ""), Reason.EMPTIED)
    for reason in (Reason.EMPTIED, Reason.REPLACED):
        with History(None, home=None) as history:
            history.put(replace(LOOK, superseded=(replace(emptied, reason=reason),)))
            assert history.was_taken_back(PO, *ENTRY.key, ENTRY.msgstr)
            assert not history.was_taken_back(OTHER, *ENTRY.key, ENTRY.msgstr)
            assert not history.was_taken_back(PO, None, ENTRY.msgid, ENTRY.msgstr)
            assert not history.was_taken_back(PO, *ENTRY.key, "Muu.")
    committed(path, replace(LOOK, superseded=(LOST,)))
    with History(path, home=None) as history:
        assert not history.was_taken_back(PO, *ENTRY.key, ENTRY.msgstr)
        history.put(replace(LOOK, superseded=(emptied,)))
        history.commit()
        assert history.was_taken_back(PO, *ENTRY.key, ENTRY.msgstr)


def test_a_file_that_has_another_name_takes_along_what_was_in_it(path):
    committed(path, LOOK, replace(LOOK, path=OTHER, past=Past(), superseded=()))
    new = "locales/et_EE/LC_MESSAGES/ferry.po"
    with History(path, home=None) as history:
        history.move({PO: (new, "et_EE"), OTHER: (PO, "et")}, at=AT)
        assert (history.past(new), history.past(PO), history.past(OTHER)) == (PAST, Past(), None)
        assert [(kept.path, kept.locale) for kept in history.kept()] == [(new, "et_EE")] * 2
        assert history.states([*history.paths()]) == {new: "", PO: ""}


def test_a_move_before_anything_was_kept_moves_nothing(path):
    with History(path, home=None) as history:
        history.move({PO: (OTHER, "et")}, at=AT)
    assert not path.exists()


def test_each_name_is_told_once(path):
    with History(path, home=None) as history:
        assert history.once(["a", "b", "a"]) == ["a", "b"]
        assert history.once(["b", "c"]) == ["c"]
        history.commit()
    with History(path, home=None) as history:
        assert history.once(["a", "d"]) == ["d"]
    with History(path, home=None) as history:
        assert history.once(["d"]) == ["d"]


@pytest.mark.parametrize("harm", [lambda data: b"no database" + data[11:], lambda data: data[: len(data) // 2]])
def test_a_history_that_is_damaged_is_told_and_left_as_it_is(path, harm):
    committed(path, LOOK, *(replace(LOOK, path=f"{n}.po") for n in range(50)))
    path.write_bytes(harm(path.read_bytes()))
    before = path.read_bytes()
    with pytest.raises(HistoryError, match="it holds what people wrote: put a copy in its place"):
        History(path, "history/texts.sqlite", home=None)
    assert path.read_bytes() == before


def test_a_history_with_a_view_in_place_of_a_table_is_told_and_left_as_it_is(path):
    committed(path, LOOK)
    with sqlite3.connect(path) as sql:
        sql.executescript("DROP TABLE catalog; CREATE VIEW catalog AS SELECT 'a' AS path, 'et' AS locale")
    sql.close()
    before = path.read_bytes()
    with pytest.raises(HistoryError, match=r"never put there: view catalog\); it holds what people wrote"):
        History(path, "history/texts.sqlite", home=None)
    assert path.read_bytes() == before


def test_a_history_that_is_asked_without_an_end_is_damaged(path, monkeypatch):
    committed(path, LOOK)
    with History(path, "history/texts.sqlite", home=None) as history:
        monkeypatch.setattr(databases, "_ROUND", 1)
        monkeypatch.setattr(databases, "_ROUNDS", 1)
        history._store._connection.keep_to(path)
        with pytest.raises(HistoryError, match=r"what it holds has no end\); it holds what people wrote"):
            history.past(PO)


@pytest.mark.parametrize("blob", [b"junk", b"x\x9cK\x04\x00", None], ids=["not packed", "not whole", "nothing"])
def test_a_file_whose_past_is_damaged_is_told(path, blob):
    committed(path, LOOK)
    with sqlite3.connect(path) as sql:
        sql.execute("PRAGMA ignore_check_constraints = 1")
        sql.execute("UPDATE catalog SET past = ?", [blob if blob is not None else b""])
    sql.close()
    with History(path, home=None) as history, pytest.raises(HistoryError, match="damaged"):
        history.past(PO)


def test_a_history_of_a_newer_version_is_left_to_it(path):
    committed(path, LOOK)
    with sqlite3.connect(path) as sql:
        sql.execute("PRAGMA user_version = 99")
    sql.close()
    with pytest.raises(HistoryError, match="a newer newsdesk"):
        History(path, home=None)


def test_a_link_is_not_followed(path, tmp_path):
    committed(tmp_path / "elsewhere" / "texts.sqlite", LOOK)
    path.parent.mkdir()
    path.symlink_to(tmp_path / "elsewhere" / "texts.sqlite")
    with pytest.raises(HistoryError, match="is a link"):
        History(path, home=None)


def test_a_folder_that_cannot_be_made_is_one_sentence(path):
    path.parent.write_text("in the way")
    with History(path, "history/texts.sqlite", home=None) as history:
        history.put(LOOK)
        with pytest.raises(HistoryError) as caught:
            history.commit()
    assert caught.value.path == "history/texts.sqlite"


def test_two_processes_that_commit_at_once_both_keep_what_they_had(path):
    committed(path, replace(LOOK, superseded=()))

    def commit(number):
        committed(path, replace(LOOK, path=f"{number}.po"))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(commit, range(16)))
    with History(path, home=None) as history:
        assert sorted(kept.path for kept in history.kept()) == sorted(f"{n}.po" for n in range(16) for _ in "ab")


def test_a_history_without_a_file_forgets_all_when_it_is_closed():
    with History(None, home=None) as history:
        history.put(LOOK)
        history.commit()
        assert history.past(PO) == PAST
        with pytest.raises(HistoryError):
            history.see_to([1])


def test_what_people_wrote_where_another_file_is_moved_to_is_kept(path):
    """The file of that name had been deleted, and this was all that was known of it."""
    written = Past((Seen(Entry("It sank.", "See uppus."), AT), *PAST.entries))
    committed(path, replace(LOOK, superseded=()), replace(LOOK, path=OTHER, past=written, superseded=()))
    with History(path, home=None) as history:
        history.move({PO: (OTHER, "et")}, at="2026-11-30T04:00:00Z")
        assert history.past(OTHER) == PAST
        (kept,) = history.kept()
        assert (kept.path, kept.seen, kept.until) == (OTHER, written.entries[0], "2026-11-30T04:00:00Z")
        assert (kept.reason, kept.is_open) == (Reason.REMOVED, False)


def test_what_a_file_is_called_today_is_told_by_any_name_that_it_had(path):
    third, late = "locales/et/LC_MESSAGES/third.po", "locales/et/LC_MESSAGES/late.po"
    committed(path, LOOK)
    with History(path, home=None) as history:
        for old, new in [(PO, OTHER), (OTHER, third)]:
            history.move({old: (new, "et")}, at=AT)
    with History(path, home=None) as history:
        assert [history.now_called(name) for name in (PO, OTHER, third, late)] == [third, third, third, late]
        history.move({third: (PO, "et")}, at=AT)
        assert [history.now_called(name) for name in (PO, OTHER, third)] == [PO, PO, PO]


def test_what_one_file_is_called_is_asked_of_no_others(path):
    committed(path, LOOK)
    with History(path, home=None) as history:
        history.move({PO: (OTHER, "et")}, at=AT)
        asked = []
        rows = history._store.rows
        history._store.rows = lambda question, *values: asked.append((question, values)) or rows(question, *values)
        assert history.now_called(PO) == OTHER
        assert [question for question, values in asked if not values] == []


def test_what_was_put_in_of_one_file_is_looked_for_among_no_others(path):
    with History(path, home=None) as history:
        history.put(LOOK, replace(LOOK, path=OTHER))
        history._pending.superseded = iter([])
        assert (history.lost(PO), history.lost(OTHER)) == ([LOST.seen], [LOST.seen])
        assert history.was_taken_back(PO, *PLURAL.key, PLURAL.msgstr)
        assert history._pending.deleted(OTHER) == {PLURAL.key}


@pytest.mark.parametrize(
    "change", ["UPDATE moved SET new = 'b' WHERE new = 'a'", "UPDATE exported SET catalog = 'b' WHERE catalog = 'a'"]
)
def test_of_thousands_that_are_moved_none_is_looked_for_in_a_whole_table(path, change):
    committed(path, LOOK)
    with contextlib.closing(sqlite3.connect(path)) as sql:
        steps = [step for *_, step in sql.execute(f"EXPLAIN QUERY PLAN {change}")]
    assert [step.split()[0] for step in steps] == ["SEARCH"]


def test_a_new_file_that_has_the_old_name_of_another_is_called_so(path):
    committed(path, LOOK)
    with History(path, home=None) as history:
        history.move({PO: (OTHER, "et")}, at=AT)
        history.put(LOOK)
        assert history.now_called(PO) == PO


def test_a_history_that_was_made_before_names_were_kept_opens_and_keeps_them_from_now_on(path):
    committed(path, LOOK)
    with sqlite3.connect(path) as sql:
        sql.execute("DROP TABLE moved")
    sql.close()
    with History(path, home=None) as history:
        assert history.now_called(PO) == PO
        history.move({PO: (OTHER, "et")}, at=AT)
        assert history.now_called(PO) == OTHER
