"""A mode is cut where its stream is understood, and whatever becomes of its programs is told."""

import os
import threading
from pathlib import Path

import pytest

from tests.apertium.scripts import install, install_stages
from tests.patience import PATIENCE, wait_until
from tests.programs import needs
from translate.apertium.installation import Installation
from translate.apertium.pipeline import (
    NoAnswerError,
    Pipeline,
    PipelineError,
    Program,
    Running,
    commands_of,
    read_pipeline,
)

# As Debian's pairs have them, with shorter paths.
ENG_SPA = (
    "lt-proc '/d/automorf.bin' | apertium-tagger -g $2 '/d/en.prob' | apertium-pretransfer"
    " | apertium-transfer -n '/d/genitive.t1x' '/d/genitive.bin' | lt-proc -b '/d/autobil.bin'"
    " | lrx-proc -m '/d/autolex.bin' | apertium-transfer -b '/d/t1x' '/d/t1x.bin' | apertium-interchunk '/d/t2x' '/d/b'"
    " | apertium-postchunk '/d/t3x' '/d/c' | lt-proc $1 '/d/autogen.bin' | lt-proc -p '/d/autopgen.bin'"
)
ENG_CAT = (
    "lt-proc -w '/d/automorf.bin' | cg-proc -w '/d/rlx.bin' | apertium-tagger -gx '/d/en.prob' | apertium-pretransfer"
    " | lsx-proc '/d/autosep.bin' | lt-proc -b '/d/autobil.bin' | lrx-proc -m '/d/autolex.bin'"
    " | apertium-anaphora '/d/arx' | apertium-transfer -b '/d/t1x' '/d/t1x.bin' | apertium-interchunk '/d/t2x' '/d/b'"
    " | lt-proc $1 '/d/autogen.bin' | lt-proc -x '/d/vells.bin' | lt-proc -p '/d/autopgen.bin'"
)
EN_GL = (
    "lt-proc '/d/automorf.bin' | apertium-tagger -g '/d/en.prob' | apertium-pretransfer"
    " | apertium-transfer '/d/t1x' '/d/t1x.bin' '/d/autobil.bin' | apertium-interchunk '/d/t2x' '/d/b'"
    " | lt-proc $1 '/d/autogen.bin' | lt-proc -p '/d/autopgen.bin'"
)
CUTS = {
    ENG_SPA: [
        ["lt-proc"],
        [
            *["apertium-wblank-attach", "apertium-tagger", "apertium-pretransfer", "apertium-transfer"],
            *["lt-proc", "lrx-proc"],
        ],
        ["apertium-transfer", "apertium-interchunk", "apertium-postchunk"],
        ["apertium-wblank-detach", "lt-proc", "lt-proc"],
    ],
    ENG_CAT: [
        ["lt-proc"],
        [
            *["apertium-wblank-attach", "cg-proc", "apertium-tagger", "apertium-pretransfer"],
            *["lsx-proc", "lt-proc", "lrx-proc"],
        ],
        ["apertium-anaphora", "apertium-transfer", "apertium-interchunk"],
        ["apertium-wblank-detach", "lt-proc", "lt-proc", "lt-proc"],
    ],
    EN_GL: [
        ["lt-proc"],
        ["apertium-wblank-attach", "apertium-tagger", "apertium-pretransfer", "lt-proc"],
        ["apertium-transfer", "apertium-interchunk"],
        ["apertium-wblank-detach", "lt-proc", "lt-proc"],
    ],
}


def pipeline_of(folder: Path, text: str) -> Pipeline:
    """What is read of a mode, with Apertium's own programs."""
    (folder / "modes").mkdir()
    (folder / "modes" / "eng-lav.mode").write_text(text)
    return read_pipeline(Installation(data=str(folder)), folder / "modes" / "eng-lav.mode")


def names(pipeline: Pipeline) -> list[list[str]]:
    return [[program.name for program in stage] for stage in pipeline.stages]


@needs("apertium", "apertium-wblank-mode")
@pytest.mark.parametrize("text", CUTS, ids=["eng-spa", "eng-cat", "en-gl"])
def test_a_mode_is_cut_behind_analysis_dictionary_and_transfer(tmp_path, text):
    pipeline = pipeline_of(tmp_path, f"{text}\n")
    assert pipeline.can_be_edited
    assert names(pipeline) == CUTS[text]
    assert names(pipeline.without_notes) == [[name for name in stage if "wblank" not in name] for stage in CUTS[text]]


@needs("apertium", "apertium-wblank-mode")
def test_every_program_answers_at_each_nul_and_marks_no_unknown_word(tmp_path):
    for stage in pipeline_of(tmp_path, ENG_SPA).without_notes.stages:
        for program in stage:
            assert Path(program.command[0]).is_absolute()
            assert program.command[1] == "-z"
            assert not any("$" in word for word in program.command)
            if program.command[-1] == "/d/autogen.bin":
                assert program.command[2:] == ("-n", "/d/autogen.bin")


@needs("apertium", "apertium-wblank-mode")
def test_the_dictionary_of_an_old_transfer_comes_before_it(tmp_path):
    _, tagging, transfer, _ = pipeline_of(tmp_path, EN_GL).stages
    assert tagging[-1].command[1:] == ("-z", "-b", "/d/autobil.bin")
    assert transfer[0].command[1:] == ("-z", "-b", "/d/t1x", "/d/t1x.bin")


@needs("apertium", "apertium-wblank-mode")
@pytest.mark.parametrize(
    "text",
    [
        f"{ENG_SPA}; rm x",
        f"{ENG_SPA} && echo",
        f"{ENG_SPA} > /tmp/x",
        f"{ENG_SPA} 2>&1",
        f"{ENG_SPA} | sed $(cat x)",
        f"{ENG_SPA} | sed `cat x`",
        f"{ENG_SPA} | sed $HOME",
        f"{ENG_SPA} | (cat)",
        f"{ENG_SPA} | cat *",
        f"{ENG_SPA} | sed 's/a",
    ],
)
def test_a_mode_that_is_more_than_programs_and_bars_is_run_by_the_command(tmp_path, text):
    pipeline = pipeline_of(tmp_path, text)
    assert not pipeline.can_be_edited
    assert names(pipeline) == [["apertium"]]
    assert pipeline.stages[0][0].command[1:] == ("-z", "-u", "-f", "none", "-d", str(tmp_path), "eng-lav")


def test_commands_are_read_as_a_shell_would():
    assert commands_of("lt-proc 'a b'/c \"d e\"|x\\ y $1 | z\n") == [["lt-proc", "a b/c", "d e"], ["x y", "$1"], ["z"]]


@pytest.mark.parametrize(
    "text",
    [
        ENG_SPA.replace("lt-proc $1", "lt-proc -g"),
        ENG_SPA.replace("lt-proc -b", "lt-proc"),
        ENG_SPA.replace("apertium-transfer -b", "matxin-transfer -b"),
        f"cat | {ENG_SPA}",
        ENG_SPA[ENG_SPA.index("lt-proc -b") :],
    ],
)
@needs("apertium", "apertium-wblank-mode")
def test_a_pipeline_of_another_build_runs_as_it_is_and_is_not_edited(tmp_path, text):
    pipeline = pipeline_of(tmp_path, text)
    assert not pipeline.can_be_edited
    assert [stage[0] for stage in names(pipeline)] != ["apertium"]
    assert len(pipeline.stages) == 1


def test_without_the_program_that_rewrites_modes_the_command_runs_them(tmp_path):
    options = install(tmp_path, {"eng-lav": "copies | copies"})
    installation = Installation(options["program"], options["data"])
    assert names(read_pipeline(installation, installation.mode("en", "lv"))) == [["copies", "copies"]]
    (tmp_path / "bin" / "apertium-wblank-mode").write_text("#!/bin/sh\ncat $2\nexit 1\n")
    assert names(read_pipeline(installation, installation.mode("en", "lv"))) == [["apertium"]]


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
