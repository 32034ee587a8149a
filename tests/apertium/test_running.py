"""Whatever becomes of the programs of a pipeline is told, and nothing is left of them."""

import os
import threading
from pathlib import Path

import pytest

from tests.apertium.scripts import install_stages
from tests.patience import PATIENCE, wait_until
from translate.apertium.pipeline import Pipeline, Program
from translate.apertium.running import NoAnswerError, PipelineError, Running


@pytest.fixture
def pipeline(tmp_path):
    """Makes a pipeline of stages, each like ``copies | adds-as``; afterwards nothing of one is left."""
    programs = install_stages(tmp_path / "bin")
    threads, files = threading.active_count(), _open_files()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WHOSE_PIPELINE", str(tmp_path))
        yield lambda *stages: Pipeline(
            "eng-lav",
            tuple(tuple(Program(name, (str(programs / name),)) for name in stage.split(" | ")) for stage in stages),
        )
    wait_until(lambda: _running(str(tmp_path)) == [])
    wait_until(lambda: threading.active_count() <= threads)
    wait_until(lambda: _open_files() <= files)


def _running(mark: str) -> list[int]:
    """The processes that a test has started, and their children."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if f"WHOSE_PIPELINE={mark}".encode() in path.read_bytes().split(b"\0"):
                found.append(int(path.parent.name))
        except OSError:  # It ended meanwhile, or is somebody else's.
            continue
    return found


def _open_files() -> int:
    return len([*Path("/proc/self/fd").iterdir()])


def run(pipeline, sentences, edits=(), *, patience=PATIENCE):
    """What came out, and what was raised."""
    found = []
    with Running(pipeline, os.environ["PATH"], edits, patience=patience) as running:
        try:
            found += running.answers(sentences)
        except PipelineError as error:
            return found, error
    return found, None


def test_sentences_go_through_all_stages_in_order_and_each_edit_sees_them_at_its_cut(pipeline):
    sentences = [f"a{n}" for n in range(2000)]
    edits = [lambda piece: f"{piece}x", lambda piece: f"{piece}y"]
    found, error = run(pipeline("copies", "adds-as | copies", "adds-as"), sentences, edits)
    assert error is None
    assert found == [f"a{n}xasyas" for n in range(2000)]


def test_two_megabytes_in_one_sentence_come_through(pipeline):
    long = "é" * 1_000_000
    found, error = run(pipeline("copies | copies", "copies"), ["a", long, "b"])
    assert error is None
    assert found == ["a", long, "b"]


def test_nobody_waits_for_a_program_that_complains_a_lot(pipeline):
    assert run(pipeline("complains", "complains"), ["a", "b"]) == (["a", "b"], None)


def test_the_first_thing_that_a_fallen_program_complains_of_is_told_in_one_short_line(pipeline):
    _, error = run(pipeline("complains-and-falls"), ["a"])
    assert str(error) == f"complains-and-falls of eng-lav ended with 4: oh no {'!' * 194}"[: len(str(error))]
    assert len(str(error)) < 300
    assert "oh no !!" in str(error)


@pytest.mark.parametrize(
    ("stages", "at"),
    [
        (("falls | copies", "copies"), 0),
        (("copies | falls | copies", "copies"), 0),
        (("copies", "falls | copies"), 1),
        (("copies", "copies", "copies | falls"), 2),
    ],
)
def test_the_end_of_every_program_is_looked_at(pipeline, stages, at):
    found, error = run(pipeline(*stages), ["a", "b"])
    assert found == []
    assert str(error) == "falls of eng-lav ended with 1: no model here"
    assert error.stage == at


def test_what_was_answered_before_a_fall_has_been_given(pipeline):
    found, error = run(pipeline("copies", "falls-at-captains | copies", "copies"), ["a", "b", "captain", "c"])
    assert found == ["a", "b"]
    assert str(error) == "falls-at-captains of eng-lav was killed by signal 11"
    assert error.stage == 1


def test_a_program_that_was_killed_is_told_before_one_that_ended_badly_for_it(pipeline):
    _, error = run(pipeline("ends-badly", "falls-at-captains"), ["a", "captain"])
    assert str(error) == "falls-at-captains of eng-lav was killed by signal 11"


def test_a_bad_end_behind_all_answers_is_told_as_well(pipeline):
    found, error = run(pipeline("copies", "ends-badly"), ["a"])
    assert found == ["a"]
    assert str(error) == "ends-badly of eng-lav ended with 1"


def test_who_writes_to_a_program_that_has_left_is_not_to_blame(pipeline):
    sentences = (f"{n}" * 100 for n in range(20_000))
    assert run(pipeline("copies | copies", "leaves", "copies"), sentences) == ([], None)


def test_what_stands_behind_the_last_nul_is_an_answer_and_bad_letters_do_no_harm(pipeline):
    assert run(pipeline("forgets-the-end"), ["a"]) == (["a\ufffd"], None)


@pytest.mark.parametrize(
    ("stages", "name", "at"),
    [
        (("hangs-at-captains", "copies"), "hangs-at-captains", 0),
        (("copies", "copies | hangs-with-a-child", "copies"), "copies or hangs-with-a-child", 1),
    ],
)
def test_a_stage_that_hangs_is_named_and_nothing_of_it_is_left(pipeline, stages, name, at):
    for patience in (1.5, 15, PATIENCE):  # A busy machine needs longer to get there.
        found, error = run(pipeline(*stages), ["a", "captain"], patience=patience)
        if found:
            break
    assert found == ["a"]
    assert isinstance(error, NoAnswerError)
    assert str(error) == f"gave no answer for {patience:g} seconds and was stopped ({name})"
    assert error.stage == at


@pytest.mark.parametrize(
    "stages",
    [
        ("leaves-a-daemon", "copies"),
        ("copies", "copies | leaves-a-daemon", "copies"),
        ("copies", "leaves-a-daemon"),
    ],
)
def test_a_child_that_has_left_the_group_is_neither_waited_for_nor_left_running(pipeline, stages):
    assert run(pipeline(*stages), ["a", "captain", "b"]) == (["a", "captain", "b"], None)


@pytest.mark.parametrize("cut", [0, 1])
def test_an_edit_that_raises_is_raised_for_whoever_reads(pipeline, cut):
    def edit(piece):
        if piece == "b":
            raise ZeroDivisionError("oops")
        return piece

    edits = [str, str]
    edits[cut] = edit
    with pytest.raises(ZeroDivisionError, match="oops"):
        run(pipeline("copies", "copies", "copies"), ["a", "b", *"c" * 5000], edits)


@pytest.mark.parametrize("kind", [ValueError, ZeroDivisionError])
def test_sentences_that_cannot_be_made_are_raised_for_whoever_reads(pipeline, kind):
    def sentences():
        yield "a"
        raise kind("oops")

    with pytest.raises(kind, match="oops"):
        run(pipeline("copies", "copies"), sentences())


def test_who_stops_reading_leaves_nothing_running(pipeline):
    with Running(pipeline("copies | copies", "copies"), os.environ["PATH"], patience=PATIENCE) as running:
        assert next(running.answers(f"a{n}" for n in range(100_000))) == "a0"


def test_a_program_that_is_not_there_is_named_and_nothing_else_is_left_running(pipeline):
    gone = Program("gone", ("/no/such/program",))
    whole = pipeline("copies", "copies")
    with pytest.raises(PipelineError, match=r"^cannot be run: /no/such/program: No such file or directory$"):
        Running(Pipeline("eng-lav", (*whole.stages, (gone,))), os.environ["PATH"], patience=PATIENCE)


def test_programs_get_the_path_that_they_are_given(pipeline):
    spells = Pipeline("eng-lav", ((Program("sh", ("/bin/sh", "-c", "echo $PATH")),),))
    with Running(spells, "/here:/there", patience=PATIENCE) as running:
        assert list(running.answers([])) == ["/here:/there\n"]
    assert pipeline
