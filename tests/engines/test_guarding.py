"""What goes wrong inside an engine is told in one sentence; a bug of ours stays one, and whoever ends a run does."""

import pytest

from translate.core.offers import Alignment
from translate.engines.argos import ArgosEngine
from translate.engines.guarding import complete, guarded, shaped
from translate.engines.identity import IdentityEngine
from translate.errors import EngineError, LanguageError


class Strange(IdentityEngine):
    name = "strange"


class Terminated(SystemExit):
    """As `translate.cli` has it."""


def raised(engine, error):
    with pytest.raises(BaseException) as caught, guarded(engine):  # noqa: PT011  It is what the test asks for.
        raise error
    return caught.value


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ImportError("no libgomp.so.1"), "ImportError: no libgomp.so.1"),
        (BrokenPipeError(32, "Broken pipe"), "BrokenPipeError: [Errno 32] Broken pipe"),
        (MemoryError(), "MemoryError"),
    ],
)
@pytest.mark.parametrize("engine", [Strange, ArgosEngine])
def test_what_the_machine_does_to_an_engine_is_the_engines_trouble(engine, error, told):
    found = raised(engine, error)
    assert (type(found), str(found)) == (EngineError, f"the engine “{engine.name}” failed ({told})")
    assert found.__cause__ is error


@pytest.mark.parametrize("error", [ZeroDivisionError("of\ntwo  lines"), KeyError("</s>"), SystemExit(1)])
def test_whatever_else_a_strangers_engine_raises_is_its_trouble_and_with_one_of_ours_our_bug(error):
    told = raised(Strange, error)
    assert (type(told), "\n" in str(told)) == (EngineError, False)
    assert raised(ArgosEngine, error) is error


@pytest.mark.parametrize("error", [Terminated(143), KeyboardInterrupt(), EngineError("torn"), LanguageError("unknown")])
def test_who_ends_the_run_and_what_an_engine_says_itself_goes_through(error):
    assert raised(Strange, error) is error


def test_an_engine_gives_an_answer_to_each_question():
    assert complete(Strange(), ["a", "b"], 2) == ["a", "b"]
    for answers in ([], ["a"], ["a", "b", "c"]):
        told = f"^the engine “strange” gave {len(answers)} answers where 2 were asked for$"
        with pytest.raises(EngineError, match=told):
            complete(Strange(), answers, 2)


@pytest.mark.parametrize("told", [Alignment((), (), ()), Alignment(((0, 2),), ((0, 1), (1, 2)), ((0.5,), (0.0,)))])
def test_an_alignment_has_a_weight_for_each_two_pieces_or_none_at_all(told):
    assert shaped(Strange(), [told], 1) == [told]


@pytest.mark.parametrize("weights", [((0.5,),), ((0.5,), (0.5, 0.5)), ((0.5,), ()), ((0.5,), (0.5,), (0.5,))])
def test_an_alignment_of_another_shape_is_told(weights):
    with pytest.raises(EngineError, match="“strange” gave an alignment whose weights are not those of its pieces"):
        shaped(Strange(), [Alignment(((0, 2),), ((0, 1), (1, 2)), weights)], 1)
