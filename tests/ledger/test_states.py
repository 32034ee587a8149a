import os
from datetime import UTC, datetime
from types import SimpleNamespace

from translate.ledger import states
from translate.ledger.states import WINDOW, nanoseconds, state_of, states_below

THEN = 10**18 + 1
SECOND = 1_000_000_000


def found(path, monkeypatch, **times):
    """The state of a file with some times, at one of them, or later."""
    was = path.stat()
    told = {
        "st_ino": was.st_ino,
        "st_size": was.st_size,
        "st_mode": was.st_mode,
        "st_mtime_ns": THEN,
        "st_ctime_ns": THEN,
        **times,
    }
    monkeypatch.setattr(states.os, "stat", lambda _path: SimpleNamespace(**told))
    return lambda now_ns: state_of(path, now_ns)


def test_the_state_tells_every_change_and_trusts_no_fresh_file(tmp_path):
    path = tmp_path / "a.po"
    assert state_of(path, 10**18) is None
    path.write_text("one")
    os.utime(path, ns=(10**18, 10**18))
    before = state_of(path, 2 * 10**18)
    assert before is not None
    assert state_of(path, 10**18 + 1) is None
    path.write_text("two")
    os.utime(path, ns=(10**18 + 1, 10**18 + 1))
    assert state_of(path, 2 * 10**18) != before


def test_a_file_is_trusted_when_the_window_is_over(tmp_path, monkeypatch):
    path = tmp_path / "a.po"
    path.write_text("one")
    state = found(path, monkeypatch)
    assert (state(THEN + WINDOW - 1), state(THEN - SECOND)) == (None, None)
    assert state(THEN + WINDOW) is not None


def test_a_time_that_was_set_back_does_not_hide_when_the_file_was_changed(tmp_path, monkeypatch):
    path = tmp_path / "a.po"
    path.write_text("one")
    assert found(path, monkeypatch, st_mtime_ns=THEN - 10**12)(THEN + WINDOW - 1) is None


def test_a_file_system_that_keeps_whole_seconds_is_given_the_time_that_they_hide(tmp_path, monkeypatch):
    path = tmp_path / "a.po"
    path.write_text("one")
    whole = 10**18
    state = found(path, monkeypatch, st_mtime_ns=whole, st_ctime_ns=whole)
    assert (state(whole + WINDOW), state(whole + 2 * SECOND + WINDOW - 1)) == (None, None)
    assert state(whole + 2 * SECOND + WINDOW) is not None


def test_a_moment_is_counted_as_file_times_are(tmp_path):
    path = tmp_path / "a.po"
    path.write_text("one")
    moment = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
    os.utime(path, (moment.timestamp(), moment.timestamp()))
    assert path.stat().st_mtime_ns == nanoseconds(moment)
    assert states.WINDOW < SECOND


def test_a_folder_is_listed_with_some_of_its_sub_folders_and_nothing_below_those(tmp_path):
    for name in ("a.po", "007/b.po", "007/007/c.po", "mine/d.po"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "008").write_text("a file")
    found = states_below(tmp_path, str.isdecimal, THEN * 10)
    assert found.keys() == {"a.po", "007", "007/b.po", "007/007", "mine", "008"}
    assert found["007/b.po"] == state_of(tmp_path / "007/b.po", THEN * 10)


def test_the_state_of_a_folder_is_that_of_all_files_in_it(tmp_path):
    (tmp_path / "below").mkdir()
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("name\n")
        os.utime(tmp_path / name, ns=(10**18, 10**18))
    now = nanoseconds(datetime.now(tz=UTC)) + 10 * SECOND
    before = state_of(tmp_path, now)
    assert before == state_of(tmp_path, now) is not None
    (tmp_path / "a.csv").write_text("name\nTerevisioon\n")
    assert state_of(tmp_path, nanoseconds(datetime.now(tz=UTC))) is None
    assert state_of(tmp_path, now + 10 * SECOND) not in {None, before}
    changed = state_of(tmp_path, now + 10 * SECOND)
    (tmp_path / "b.csv").unlink()
    assert state_of(tmp_path, now + 10 * SECOND) not in {None, before, changed}
    assert state_of(tmp_path / "gone", now) is None


def test_each_file_in_a_listed_folder_has_its_state_and_what_is_none_has_none(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.po").write_text("one")
    (tmp_path / "a.po").write_text("one")
    (tmp_path / "link.po").symlink_to("a.po")
    (tmp_path / "nowhere.po").symlink_to("gone")
    now_ns = (tmp_path / "a.po").stat().st_ctime_ns + WINDOW
    for moment in (now_ns, now_ns - WINDOW):
        own = state_of(tmp_path / "a.po", moment) or ""
        told = {"folder": "", "a.po": own, "link.po": own, "nowhere.po": ""}
        assert states_below(tmp_path, str.isdecimal, moment) == told
    assert states_below(tmp_path / "gone", str.isdecimal, now_ns) == {}
