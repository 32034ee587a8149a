"""Send sentences through a pipeline until each has an answer, or is known to have none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

from translate import patterns
from translate.apertium.installation import Installation
from translate.apertium.pipeline import Pipeline
from translate.apertium.running import NoAnswerError, PipelineError, Running
from translate.apertium.stream import END
from translate.apertium.trial import trial
from translate.errors import EngineError

FALLS = 3
"""Sentences in a row that get no answer: then it may be the pipeline that is broken; so it may at the last one."""

Sentence = TypeVar("Sentence")
Answer = TypeVar("Answer")

_ANSWER = patterns.compile(rf"\[b(\d+)\](.*){re.escape(END)}\[e\1\]", re.DOTALL)


class Sending:
    """Whatever is sent through the pipeline of one pair."""

    def __init__(self, installation: Installation, pipeline: Pipeline, source: str, *, patience: float) -> None:
        """Get ready.

        Args:
            installation: Where the programs are.
            pipeline: The pair's.
            source: The language of the sentences.
            patience: Seconds that may go by without an answer.
        """
        self._installation = installation
        self._pipeline = pipeline
        self._source = source
        self._patience = patience

    def answers(
        self,
        sentences: Mapping[int, Sentence],
        run: Callable[[Mapping[int, Sentence]], Iterator[tuple[int, Answer | None]]],
    ) -> Iterator[tuple[int, Answer | None]]:
        """Send sentences through, in as many runs of the pipeline as it takes.

        A sentence is in the way of the others when the pipeline has twice come to its end with it as the first one
        without an answer: once may have been chance, or somebody's doing.

        Args:
            sentences: By number.
            run: Sends some of them through once, in order, and gives the answers that come.

        Yields:
            The number of each, with its answer, or None where it has none.

        Raises:
            EngineError: The pipeline is broken.
        """
        pending = dict(sentences)
        suspect, in_the_way = None, 0
        while pending:
            before, fall = len(pending), None
            try:
                for number, answer in run(pending):
                    del pending[number]
                    yield number, answer
            except NoAnswerError as error:
                raise EngineError(f"Apertium {error}") from error
            except PipelineError as error:
                fall = error
            if len(pending) < before:
                in_the_way = 0
            first = next(iter(pending), None)
            if first is None or first != suspect:
                suspect = first
                continue
            if fall is not None and fall.killed:
                raise EngineError(f"Apertium gives no translation: {fall}") from fall
            in_the_way += 1
            del pending[first]
            if in_the_way == FALLS or not pending:
                self._see_whether_it_works(fall)
                in_the_way = 0
            yield first, None

    def _see_whether_it_works(self, fall: PipelineError | None) -> None:
        """Tell sentences that break a pipeline from a pipeline that is broken.

        Raises:
            EngineError: It does not translate a plain sentence, either.
        """
        fault = trial(self._installation, self._pipeline, self._source, patience=self._patience)
        if fault is not None:
            raise EngineError(f"Apertium gives no translation: {fall or fault}") from fall


def passing(running: Running, sentences: Mapping[int, str], ahead: Iterable[str] = ()) -> Iterator[tuple[int, str]]:
    """Send sentences through a pipeline at work.

    Each stands between blanks that hold its number, so that an answer is known to be its own even where Apertium has
    swallowed a sentence's end.

    Args:
        running: The pipeline.
        sentences: In the stream format, by number.
        ahead: What goes before them, and whose answers nobody waits for.

    Yields:
        The number of a sentence and what has come out for it, each once.
    """
    waiting = set(sentences)
    texts = (f"[b{number}]{text}{END}[e{number}]" for number, text in sentences.items())
    for piece in running.answers(chain(ahead, texts)):
        answer = _ANSWER.fullmatch(piece)
        if answer and int(answer[1]) in waiting:
            waiting.remove(int(answer[1]))
            yield int(answer[1]), answer[2]
