"""Decide what becomes of a remembered translation: taken over, offered for review, or only told of."""

from __future__ import annotations

from collections.abc import Sequence

from translate.core.article import TITLES
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import MemoryLine, of_kind
from translate.core.entries.remembered import MemoryHit, MemoryUnit
from translate.core.entries.template import is_title
from translate.core.terms.demands import Demands, outcomes
from translate.core.text.sentences import Sentence, join
from translate.core.text.tags import has_tags_of, plain
from translate.values import dataclass

BETTER_THAN_A_DRAFT = 0.9
"""From this likeness on a person's translation of another text is less work to mend than a machine's of this one."""
WORTH_TELLING = 0.75
_SHOWN = 160
"""Characters of a suggestion's text."""


@dataclass(frozen=True, slots=True)
class Leveraged:
    """A person's translation from elsewhere, for a message that has none."""

    text: str
    line: MemoryLine
    """What says where it is from."""
    made_for: str | None = None
    """The source that it was made for, where that is another one; then the message waits for review."""
    fuzzy: bool = False
    """Whether a person has to look at it, though it was made for this very source."""

    @property
    def is_exact(self) -> bool:
        """Whether a person made it for this very text as a whole."""
        return self.line.percent is None and self.line.sentences is None


def recall(
    exact: MemoryHit | None, alike: Sequence[MemoryHit], asked: Demands, *, review: bool = False
) -> Leveraged | None:
    """Choose a remembered translation that is better than a draft would be.

    Args:
        exact: What is remembered for this very text in a message of the same kind.
        alike: What is remembered for texts like it, the likest first.
        asked: What today's glossary asks of the translation.
        review: Whether the very text may mean something else where it was remembered (`context`).

    Returns:
        None where nothing is good enough. An exact one is approved, unless it has to be reviewed, today's glossary
        finds a fault in it, or a tag was lost in it.
    """
    if exact is not None:
        unit = exact.unit
        fuzzy = review or _at_fault(asked, unit.target) or not has_tags_of(unit.target, unit.source)
        return Leveraged(exact.unit.target, MemoryLine(origin=exact.unit.origin, review=fuzzy), fuzzy=fuzzy)
    best = next(iter(alike), None)
    if best is None or best.score < BETTER_THAN_A_DRAFT or best.numbers or _at_fault(asked, best.unit.target):
        return None
    alike_one = MemoryLine(_percent(best), best.unit.origin)
    return Leveraged(best.unit.target, alike_one, made_for=best.unit.source, fuzzy=True)


def of_its_own(alike: Sequence[MemoryHit], message: Entry) -> list[MemoryHit]:
    """What a message may be given of what is remembered for texts like it: a title calls something by a name.

    The same words in an article say what they mean, so that one's translation only helps with the other's.
    """
    return [hit for hit in alike if (hit.unit.kind in TITLES) is is_title(message)]


def joined(text: str, sentences: Sequence[Sentence], exact: Sequence[MemoryHit]) -> Leveraged:
    """The remembered translations of a text's sentences as one of the text, to be reviewed: nobody has read it so.

    Args:
        text: The text.
        sentences: All that it has, without its tags.
        exact: What is remembered for each of them.
    """
    files = list(dict.fromkeys(hit.unit.origin for hit in exact))
    origin = " and ".join(filter(None, (", ".join(files[:-1]), files[-1])))
    told = MemoryLine(origin=origin, sentences=len(sentences)) if len(sentences) > 1 else MemoryLine(100, origin)
    return Leveraged(join(plain(text), sentences, [plain(hit.unit.target).strip() for hit in exact]), told, fuzzy=True)


def followed(entry: Entry, origin: MemoryUnit | None, exact: MemoryHit | None, *, taken_back: bool) -> Leveraged | None:
    """What becomes of a translation that was taken over from the memory, when the memory has changed.

    Args:
        entry: An untouched fill (`stamp.is_untouched_fill`).
        origin: What a person approves today where it is from; None where nobody does.
        exact: What is remembered for its text today, wherever it is from.
        taken_back: Whether a person has deleted or replaced the text where it is from.

    Returns:
        None where all is as it was. A corrected translation, and one that was taken back, wait for review.
    """
    line = next(line for line in reversed(of_kind(entry, MemoryLine)) if line.fill)
    if origin is not None and origin.target != entry.msgstr:
        corrected = MemoryLine(origin=origin.origin, review=True, was=_short(entry.msgstr))
        return Leveraged(origin.target, corrected, fuzzy=True)
    gone = origin is None and taken_back and not line.withdrawn
    if not gone or (exact is not None and exact.unit.target == entry.msgstr):
        return None
    return Leveraged(entry.msgstr, MemoryLine(origin=line.origin, review=True, withdrawn=True), fuzzy=True)


def suggestions(alike: Sequence[MemoryHit]) -> tuple[MemoryLine, ...]:
    """What is told of a remembered translation that may help to mend a draft; the likest one only."""
    return tuple(
        MemoryLine(_percent(hit), source=_short(hit.unit.source), target=_short(hit.unit.target))
        for hit in alike[:1]
        if hit.score >= WORTH_TELLING
    )


def _at_fault(asked: Demands, text: str) -> bool:
    return any(outcome.at_fault for outcome in outcomes(asked, plain(text)))


def _percent(hit: MemoryHit) -> int:
    return int(f"{hit.score:.0%}".removesuffix("%"))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
