"""Send sentences through a pipeline, each on the best road that brings its terms back."""

from __future__ import annotations

import contextlib
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from translate.apertium.installation import Installation
from translate.apertium.morphology import genders
from translate.apertium.pipeline import Pipeline
from translate.apertium.running import NoAnswerError, PipelineError, Running
from translate.apertium.stream import END
from translate.apertium.tagging import Scout
from translate.apertium.trial import trial
from translate.core.offers import Hypothesis, SourceSentence
from translate.core.terms.gender import gender_by_ending
from translate.core.text.locales import language_of
from translate.engines.apertium.agreement import MOST
from translate.engines.apertium.crossing import Crossing, Cuts
from translate.engines.apertium.encoding import Road, row_of
from translate.engines.apertium.grammar import Grammar
from translate.errors import EngineError
from translate.languages.loading import load_language

FALLS = 3
"""Sentences in a row that get no answer: then it may be the pipeline that is broken; so it may at the last one."""

_ANSWER = re.compile(rf"\[b(\d+)\](.*){re.escape(END)}\[e\1\]", re.DOTALL)


class Drafting:
    """Sentences of one pair at work."""

    def __init__(
        self, installation: Installation, pipeline: Pipeline, pair: tuple[str, str], *, patience: float
    ) -> None:
        """Get ready.

        Args:
            installation: Where the programs are.
            pipeline: The pair's.
            pair: The language of the sentences, and the locale to draft into.
            patience: Seconds that may go by without an answer.
        """
        self._installation = installation
        self._pipeline = pipeline
        self._pair = pair
        self._patience = patience
        self._language = load_language(pair[1])
        self._genders: dict[str, str] = {}

    def hypotheses(self, sentences: Sequence[SourceSentence]) -> Iterator[tuple[int, Hypothesis | None]]:
        """Translate sentences.

        Args:
            sentences: No two alike.

        Yields:
            The place of each, from 0, with its translation, or None where there is none.

        Raises:
            EngineError: The pipeline is broken.
        """
        pending = dict(enumerate(sentences))
        # The pairs from English are alike in their tags, as far as a term's own are concerned.
        english = self._pipeline.can_be_edited and language_of(self._pair[0]) == "en"
        words = (s.text[term.start : term.end] for s in sentences for term in s.terms)
        grammar = Grammar.asking(words) if english else None
        for road in Road:
            going = {number: one for number, one in pending.items() if _is_open(road, one, grammar)}
            for number, hypothesis in self._send(going, road, grammar):
                if hypothesis is not None:
                    del pending[number]
                    # What nothing was translated of is so on every road.
                    yield number, hypothesis if hypothesis.text else None
        yield from ((number, None) for number in pending)

    def _send(
        self, going: Mapping[int, SourceSentence], road: Road, grammar: Grammar | None
    ) -> Iterator[tuple[int, Hypothesis | None]]:
        """Send sentences through, in as many runs of the pipeline as it takes.

        A sentence is in the way of the others when the pipeline has twice come to its end with it as the first one
        without an answer: once may have been chance, or somebody's doing.
        """
        pending = dict(going)
        suspect, in_the_way = None, 0
        while pending:
            before, fall = len(pending), None
            try:
                for number, hypothesis in self._run(pending, road, grammar):
                    del pending[number]
                    yield number, hypothesis
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
        fault = trial(self._installation, self._pipeline, self._pair[0], patience=self._patience)
        if fault is not None:
            raise EngineError(f"Apertium gives no translation: {fall or fault}") from fall

    def _run(
        self, sentences: Mapping[int, SourceSentence], road: Road, grammar: Grammar | None
    ) -> Iterator[tuple[int, Hypothesis | None]]:
        """Send sentences through once.

        Each stands between blanks that hold its number, so that an answer is known to be its own even where Apertium
        has swallowed a sentence's end.
        """
        path, patience = self._installation.path, self._patience
        with contextlib.ExitStack() as stack:
            cuts = None
            if grammar:
                cuts = Cuts(grammar, stack.enter_context(Scout(self._pipeline, path, patience=patience)))
            edits = cuts.edits if cuts else ()
            pipeline = self._pipeline if road in {Road.WORDS, Road.CARRIER} else self._pipeline.without_notes
            running = stack.enter_context(Running(pipeline, path, edits, patience=patience))
            # The programs read their dictionaries meanwhile.
            if road is Road.UNIT:
                self._learn_genders(sentences.values())
            crossings = {
                number: Crossing(one, road, self._genders, self._language.articles) for number, one in sentences.items()
            }
            if cuts:
                cuts.crossings = crossings
                cuts.grammar.ungendered = {
                    word.surface for one in crossings.values() for word in one.passage.words if not word.label
                }
            texts = (f"[b{number}]{one.departure}{END}[e{number}]" for number, one in crossings.items())
            waiting = set(crossings)
            for piece in running.answers(itertools.chain(grammar.questions() if grammar else (), texts)):
                answer = _ANSWER.fullmatch(piece)
                if answer and int(answer[1]) in waiting:
                    waiting.remove(int(answer[1]))
                    yield int(answer[1]), crossings[int(answer[1])].arrived(answer[2])

    def _learn_genders(self, sentences: Iterable[SourceSentence]) -> None:
        """Ask the pair's dictionary for the genders of targets whose rows do not say, or else their endings."""
        rows = (row_of(sentence, term) for sentence in sentences for term in sentence.terms)
        unknown = {row.target for row in rows if not row.gender and row.kind != "person"} - self._genders.keys()
        if unknown:
            told = genders(sorted(unknown), self._installation, *self._pair)
            self._genders |= {target: told[target] or gender_by_ending(self._language, target) for target in unknown}


def _is_open(road: Road, sentence: SourceSentence, grammar: Grammar | None) -> bool:
    """Whether a sentence may take a road; without terms all roads are one, and it takes the first that is open."""
    match road:
        case Road.UNIT:
            return grammar is not None and len(sentence.terms) <= MOST
        case Road.WORDS:
            return grammar is None or (not grammar.understood and bool(sentence.terms))
        case _:
            return bool(sentence.terms)
