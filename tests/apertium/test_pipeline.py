"""A mode is cut where its stream is understood."""

from pathlib import Path

import pytest

from tests.apertium.scripts import install
from tests.programs import needs
from translate.apertium.installation import Installation
from translate.apertium.pipeline import Pipeline, commands_of, read_pipeline

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
