"""Tell which words of a translation come from which of its source, by sending the source through once more."""

from __future__ import annotations

import contextlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from translate import patterns
from translate.apertium.installation import Installation
from translate.apertium.pipeline import Pipeline
from translate.apertium.running import Running
from translate.apertium.tagging import Scout
from translate.core.offers import Alignment
from translate.core.text.locales import language_of
from translate.engines.apertium import noting
from translate.engines.apertium.acronyms import Acronyms
from translate.engines.apertium.noting import Noted, Word, pieces_of, words_in
from translate.engines.apertium.sending import Sending, passing

MOST = 1_000_000
"""Pieces of a sentence times pieces of its translation: of longer ones, which nobody reads, nothing is told."""

_NUMBER = patterns.compile(r"\[b(\d+)\]")


class Aligning:
    """Sentences of one pair at work, whose words tell where they come from."""

    def __init__(self, installation: Installation, pipeline: Pipeline, source: str, *, patience: float) -> None:
        """Get ready.

        Args:
            installation: Where the programs are.
            pipeline: The pair's; it can be edited.
            source: The language of the sentences.
            patience: Seconds that may go by without an answer.
        """
        self._installation = installation
        self._pipeline = pipeline
        self._is_english = language_of(source) == "en"
        self._patience = patience
        self._sending = Sending(installation, pipeline, source, patience=patience)

    def alignments(self, pairs: Sequence[tuple[str, str]]) -> list[Alignment]:
        """Align sentences with their translations, the same sentence sent once.

        Args:
            pairs: Sentences with a translation each.

        Returns:
            An alignment for each, in order; one that tells nothing where a sentence has broken the pipeline.

        Raises:
            EngineError: The pipeline is broken.
        """
        sources = dict(enumerate(dict.fromkeys(source for source, _ in pairs)))
        answers = self._sending.answers(sources, self._run)
        words = {sources[number]: answer or () for number, answer in answers}
        return [carried(source, words[source], translation) for source, translation in pairs]

    def _run(self, sources: Mapping[int, str]) -> Iterator[tuple[int, tuple[Word, ...] | None]]:
        """Send sentences through once, edited as they are for a draft where that changes the words."""
        noted = {number: Noted(source) for number, source in sources.items()}
        with contextlib.ExitStack() as stack:
            path, patience = self._installation.path, self._patience
            scout = stack.enter_context(Scout(self._pipeline, path, patience=patience)) if self._is_english else None

            def behind_analysis(piece: str) -> str:
                found = _NUMBER.match(piece)
                one = noted.get(int(found[1])) if found else None
                if scout is not None:
                    piece = scout.settled(Acronyms().analysed(piece))
                return one.analysed(piece) if one else piece

            edits = (behind_analysis, str, noting.transferred)
            running = stack.enter_context(Running(self._pipeline, path, edits, patience=patience))
            for number, output in passing(running, {number: one.departure for number, one in noted.items()}):
                yield number, noted[number].arrived(output)


def carried(source: str, words: Sequence[Word], translation: str) -> Alignment:
    """Carry what is known of the words of one translation onto another one of the same sentence.

    Args:
        source: The sentence.
        words: Those of the translation that came with notes.
        translation: The other one, in which some words may have been changed.

    Returns:
        Which of its pieces come from which of the source. Words that have been put in the place of others come from
        where those came from.
    """
    sources, targets = pieces_of(source), pieces_of(translation)
    if len(sources) * len(targets) > MOST:
        words = ()
    own = [*words_in(translation)]
    share = Counter(place for place, _ in own)
    noughts = (0.0,) * len(sources)
    rows: dict[int, list[float]] = defaultdict(lambda: [*noughts])
    for (place, _), came in zip(own, _matched(words, [key for _, key in own]), strict=True):
        for number in came:
            rows[place][number] += 1 / len(came) / share[place]
    weights = (tuple(rows[place]) if place in rows else noughts for place in range(len(targets)))
    return Alignment(sources, targets, tuple(weights))


def _matched(words: Sequence[Word], keys: Sequence[str]) -> list[frozenset[int]]:
    """The sources of the words of another translation, given what these are compared by."""
    known = [word.key for word in words]
    found: list[frozenset[int]] = [frozenset()] * len(keys)
    # Words that a very long sentence is full of are only matched beside others, so that it takes no age.
    for tag, start, end, first, last in SequenceMatcher(None, known, keys).get_opcodes():
        if end - start == last - first:
            found[first:last] = [word.sources for word in words[start:end]]
        elif tag == "replace":
            found[first:last] = [frozenset[int]().union(*(word.sources for word in words[start:end]))] * (last - first)
    # A word that stands once in both may have moved.
    here, there = Counter(known), Counter(keys)
    moved = {word.key: word.sources for word in words if here[word.key] == there[word.key] == 1}
    return [moved.get(key, sources) for key, sources in zip(keys, found, strict=True)]
