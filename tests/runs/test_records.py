"""The records of runs outlast crashes, strange files and other versions."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.results.night import LocaleFigures, Phase, RunRecord
from translate.core.results.summary import Counts, ExitCode, Trouble
from translate.errors import ReportError
from translate.runs.records import KEPT, Runs

RECORD = RunRecord(
    number=1,
    run_id="a1b2",
    version="0.1.0",
    started="2026-11-22T02:15:00Z",
    ended="2026-11-22T02:16:00Z",
    exit_code=ExitCode.FINDINGS,
    seconds=60.0,
    phases=(Phase("draft", 50.0, {"articles": 3}),),
    locales=(LocaleFigures("et", "argos en-et 1.9", Counts(drafts=4, words_left=80), catalogs=2, drafted=4),),
    unfinished=1,
    troubles=(Trouble("articles/a.txt: is not UTF-8", "articles/a.txt", None, ""),),
)


@pytest.fixture
def runs(tmp_path):
    return Runs(tmp_path / ".newsdesk" / "runs", home=None)


def test_what_was_written_is_read_again(runs):
    runs.write(RECORD)
    assert (runs.last(), runs.ended(30)) == (RECORD, (RECORD,))


def test_a_run_that_never_ended_is_the_last_but_no_part_of_a_trend(runs):
    runs.write(RECORD)
    begun = RunRecord(2, "c3", "0.1.0", "2026-11-23T02:15:00Z")
    runs.write(begun)
    assert (runs.last(), runs.ended(30), runs.next_number()) == (begun, (RECORD,), 3)


def test_a_trend_is_the_last_runs_the_oldest_first(runs):
    for number in range(1, 6):
        runs.write(replace(RECORD, number=number))
    assert [record.number for record in runs.ended(3)] == [3, 4, 5]


def test_old_records_go(runs, tmp_path):
    for number in range(1, KEPT + 6):
        runs.write(replace(RECORD, number=number))
    assert len(list((tmp_path / ".newsdesk" / "runs").iterdir())) == KEPT
    assert runs.next_number() == KEPT + 6


@pytest.mark.parametrize("name", ["999999999999", "999999999", "100000000", "0000009", "9" * 250])
def test_a_number_that_newsdesk_never_came_to_is_no_records(runs, tmp_path, name):
    for number in (1, 2):
        runs.write(replace(RECORD, number=number))
    (tmp_path / ".newsdesk" / "runs" / f"{name}.json").write_text("{}", "utf-8")
    for number in range(3, KEPT + 6):
        assert runs.next_number() == number
        runs.write(replace(RECORD, number=number))
        assert runs.last() == replace(RECORD, number=number)


def test_where_only_such_records_are_left_they_are_counted_from_one_again(runs, tmp_path):
    runs.write(RECORD)
    (tmp_path / ".newsdesk" / "runs" / "000001.json").rename(tmp_path / ".newsdesk" / "runs" / "999999999.json")
    assert (runs.next_number(), runs.last()) == (1, None)
    runs.write(RECORD)
    assert (runs.next_number(), runs.last()) == (2, RECORD)


@pytest.mark.parametrize("rubbish", [b"", b"{", b"[]", b'{"number": "x"}', b"\xff\xfe", b"null"])
def test_a_record_that_cannot_be_read_leaves_a_gap_and_its_number(runs, tmp_path, rubbish):
    runs.write(RECORD)
    (tmp_path / ".newsdesk" / "runs" / "000002.json").write_bytes(rubbish)
    assert (runs.last(), runs.next_number()) == (RECORD, 3)


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("runs")
    (folder / "000001.json").write_bytes(data)
    assert Runs(folder, home=None).last() is None


def test_what_is_no_record_is_passed_over(runs, tmp_path):
    folder = tmp_path / ".newsdesk" / "runs"
    (folder / "000009.json").mkdir(parents=True)
    (folder / "notes.txt").write_text("hello")
    assert (runs.last(), runs.next_number()) == (None, 10)


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "runs").write_text("a file")
    with pytest.raises(ReportError, match=r"runs/000001\.json: cannot be written: "):
        Runs(tmp_path / "runs", home=None).write(RECORD)
