"""Send sentences through a pipeline, each on the best road that brings its terms back."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from translate.apertium.installation import Installation
from translate.apertium.morphology import genders
from translate.apertium.pipeline import Pipeline
from translate.apertium.running import Running
from translate.apertium.tagging import Scout
from translate.core.offers import Hypothesis, SourceSentence
from translate.core.terms.gender import gender_by_ending
from translate.core.text.locales import language_of
from translate.engines.apertium.agreement import MOST
from translate.engines.apertium.crossing import Crossing, Cuts
from translate.engines.apertium.encoding import Road, row_of
from translate.engines.apertium.grammar import Grammar
from translate.engines.apertium.sending import Sending, passing
from translate.languages.loading import load_language


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
        self._sending = Sending(installation, pipeline, pair[0], patience=patience)
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
            run = functools.partial(self._run, road=road, grammar=grammar)
            for number, hypothesis in self._sending.answers(going, run):
                if hypothesis is not None:
                    del pending[number]
                    # What nothing was translated of is so on every road.
                    yield number, hypothesis if hypothesis.text else None
        yield from ((number, None) for number in pending)

    def _run(
        self, sentences: Mapping[int, SourceSentence], road: Road, grammar: Grammar | None
    ) -> Iterator[tuple[int, Hypothesis | None]]:
        """Send sentences through once."""
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
            departures = {number: one.departure for number, one in crossings.items()}
            for number, output in passing(running, departures, grammar.questions() if grammar else ()):
                yield number, crossings[number].arrived(output)

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
