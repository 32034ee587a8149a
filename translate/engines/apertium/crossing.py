"""One sentence on its way through the pipeline, and what is done to it at each cut."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import field

from translate import patterns
from translate.apertium.running import Edit
from translate.apertium.tagging import Scout
from translate.core.offers import Hypothesis, SourceSentence
from translate.core.terms import agreement
from translate.core.terms.ways import How, Way
from translate.core.text.prose import is_prose
from translate.core.text.words import READING_WORD
from translate.engines.apertium import mends
from translate.engines.apertium.acronyms import Acronyms
from translate.engines.apertium.agreement import Passage, TermWord, made_up
from translate.engines.apertium.encoding import Holed, Road, bare_possessive, decode, encode, holed, row_of, tie_before
from translate.engines.apertium.grammar import Grammar
from translate.values import dataclass

_NUMBER = patterns.compile(r"\[b(\d+)\]")
_DEFINITE = patterns.compile(r"\bthe\s+$", re.IGNORECASE)


class Crossing:
    """A sentence on a road."""

    def __init__(
        self, sentence: SourceSentence, road: Road, genders: Mapping[str, str], articles: Collection[str] = ()
    ) -> None:
        """Get ready.

        Args:
            sentence: The sentence.
            road: How its terms go.
            genders: Those of targets, where a dictionary knows them.
            articles: The definite articles of the target language.
        """
        self.sentence = sentence
        self.road = road
        self._source = holed(sentence, road)
        self.acronyms = Acronyms()
        self.passage = Passage([*_term_words(sentence, genders, articles)] if road is Road.UNIT else [])

    @property
    def departure(self) -> str:
        """The sentence as it enters the pipeline."""
        return encode(self.sentence, self.road)

    def arrived(self, output: str) -> Hypothesis | None:
        """The translation in what has come out; None where it is none, an empty one where nothing was translated."""
        answer = decode(self.sentence, self._source, self.road, output, self.passage.placed)
        if answer is None:
            return None
        finished = self._finished(answer)
        if finished.text == self._source.text and is_prose(READING_WORD.findall(finished.text)):
            return Hypothesis("")
        return Hypothesis(finished.filled(), ways=tuple(map(self._way, range(len(answer.came)), answer.came)))

    def _finished(self, answer: Holed) -> Holed:
        rows = [row_of(self.sentence, term) for term in self.sentence.terms]
        names = {number for number, row in enumerate(rows) if agreement.is_name(row)}
        return mends.with_capital(mends.polished(answer, self._source), self.sentence.text, names)

    def _way(self, number: int, how: How) -> Way:
        return Way(how, doubtful=how is How.PASTED or number in self.passage.unsure)


@dataclass(slots=True)
class Cuts:
    """What is done between the stages, for all sentences of a run."""

    grammar: Grammar
    scout: Scout
    crossings: Mapping[int, Crossing] = field(default_factory=dict)
    """By the numbers that stand before them."""

    @property
    def edits(self) -> tuple[Edit, Edit, Edit]:
        """For the pipeline."""
        return self._behind_analysis, self._behind_dictionary, self._behind_transfer

    def _behind_analysis(self, piece: str) -> str:
        going = self.grammar.analysed(piece)
        crossing = self._of(piece)
        if crossing is not None and self.grammar.place:
            going = crossing.passage.analysed(crossing.acronyms.analysed(piece), self.grammar)
        return self.scout.settled(piece if going is None else going)

    def _behind_dictionary(self, piece: str) -> str:
        going = self.grammar.translated(piece)
        crossing = self._of(piece)
        if crossing is not None and self.grammar.understood:
            going = crossing.passage.translated(crossing.acronyms.translated(piece), self.grammar)
        return piece if going is None else going

    def _behind_transfer(self, piece: str) -> str:
        crossing = self._of(piece)
        if crossing is None or not self.grammar.understood:
            return piece
        source = crossing.sentence.text
        mended = crossing.acronyms.transferred(mends.calm(mends.apart(piece, source), source), self.grammar.article)
        return crossing.passage.transferred(mended, self.grammar)

    def _of(self, piece: str) -> Crossing | None:
        found = _NUMBER.match(piece)
        return self.crossings.get(int(found[1])) if found else None


def _term_words(sentence: SourceSentence, labels: Mapping[str, str], articles: Collection[str]) -> list[TermWord]:
    found = []
    for number, term in enumerate(sentence.terms):
        row = row_of(sentence, term)
        surface = sentence.text[term.start : term.end]
        definite = _DEFINITE.search(sentence.text[: term.start]) is not None
        label = row.gender or labels.get(row.target, "")
        found.append(
            TermWord(
                number,
                made_up(number),
                row,
                surface,
                label,
                definite=definite,
                own_article=row.target.partition(" ")[0].lower() in articles and " " in row.target,
                possessive=bare_possessive(sentence.text, term) is not None,
                tied=tie_before(sentence, number),
            )
        )
    return found
