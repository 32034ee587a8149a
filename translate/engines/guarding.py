"""Tell of what goes wrong inside an engine, whoever wrote it, as a trouble that a run foresaw."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from typing import TypeVar

from translate.core.offers import Alignment
from translate.engines.interface import Engine
from translate.errors import EngineError, NewsdeskError

T = TypeVar("T")

_SURROUNDINGS = (ImportError, MemoryError, OSError)
"""What a machine does to an engine; anything else that one of ours raises is a bug of ours, and told as that."""


@contextlib.contextmanager
def guarded(engine: type[Engine]) -> Iterator[None]:
    """Have an engine at work.

    Raises:
        NewsdeskError: The engine says what is wrong.
        EngineError: It failed in a way that it did not foresee.
    """
    try:
        yield
    except NewsdeskError:
        raise
    except (Exception, SystemExit) as error:
        stranger = not engine.__module__.startswith("translate.")
        if is_asked_to_end(error) or not (stranger or isinstance(error, _SURROUNDINGS)):
            raise
        reason = " ".join(f"{type(error).__name__}: {error}".split()).removesuffix(":")
        raise EngineError(f"the engine “{_name(engine)}” failed ({reason})") from error


def is_asked_to_end(error: BaseException) -> bool:
    """Whether an exit is that of a run which somebody ends, and not a library's own."""
    return isinstance(error, SystemExit) and type(error) is not SystemExit


def complete(engine: Engine, answers: Sequence[T], wanted: int) -> Sequence[T]:
    """The answers, where there is one to each question.

    Raises:
        EngineError: There is not.
    """
    if len(answers) != wanted:
        raise EngineError(
            f"the engine “{_name(type(engine))}” gave {len(answers)} answers where {wanted} were asked for"
        )
    return answers


def shaped(engine: Engine, alignments: Sequence[Alignment], wanted: int) -> Sequence[Alignment]:
    """The alignments, where there is one to each pair, and each has as many weights as it has pieces.

    Raises:
        EngineError: There is not, or one has not.
    """
    for one in complete(engine, alignments, wanted):
        rows = len(one.targets) if one.weights else 0
        if [*map(len, one.weights)] != [len(one.sources)] * rows:
            raise EngineError(
                f"the engine “{_name(type(engine))}” gave an alignment whose weights are not those of its pieces"
            )
    return alignments


def _name(engine: type[Engine]) -> str:
    return getattr(engine, "name", engine.__name__)
