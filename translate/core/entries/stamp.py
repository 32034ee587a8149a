"""A machine draft of a segment, and the stamp by which we know it again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from translate.core.entries.catalog import Entry
from translate.core.entries.comments import MemoryLine, SourceChange, Stamp, of_kind
from translate.core.offers import UNKNOWN, Likelihood
from translate.core.terms.demands import TermOutcome
from translate.core.text.fingerprints import fingerprint
from translate.core.text.prose import is_prose


@dataclass(frozen=True, slots=True)
class Draft:
    """What a machine wrote for one segment."""

    text: str
    """Never empty."""
    engine: str
    """The signature of the engine that wrote it."""
    inputs: str
    """The fingerprint of everything that it was made from (`inputs.Inputs.told`)."""
    outcomes: tuple[TermOutcome, ...] = ()
    suggestions: tuple[MemoryLine, ...] = ()
    """What is told of remembered translations of texts like it."""
    score: float | None = None
    """How sure the engine was of its words (`joint_score`); None where it does not say."""

    @property
    def stamp(self) -> Stamp:
        """The line of the PO file that tells a later run whose text it is."""
        return Stamp(self.engine, text_hash(self.text), self.inputs, self.score)


def joint_score(likelihoods: Iterable[Likelihood]) -> float | None:
    """How sure an engine was of the words of a text: the natural log probability of a token, on average over all.

    The worst sentence's, or an average of the sentences', tells less of what a text is worth (``benchmarks/risk.py``).

    Args:
        likelihoods: Those of its sentences, as the engine first drafted them.

    Returns:
        A number with two decimals, nought or less; None where no sentence has a likelihood.
    """
    mean = sum(likelihoods, UNKNOWN).mean
    return None if mean is None else round(mean, 2) + 0.0  # There is a nought with a minus.


def text_hash(msgstr: str) -> str:
    """The hash of a draft's text, as its stamp has it."""
    return fingerprint((msgstr,))


def stamp_of(entry: Entry) -> Stamp | None:
    """The stamp among an entry's extracted comments; the last one, should an editor have doubled it."""
    found = (Stamp.parse(line.strip()) for line in reversed(entry.extracted))
    return next((stamp for stamp in found if stamp is not None), None)


class Owner(StrEnum):
    """Whose text an entry holds."""

    NOBODY = "nobody"
    """There is no translation, or nothing but the source where a fuzzy text stood."""
    MACHINE = "machine"
    """Our draft, and nobody has touched it."""
    PERSON = "person"
    """A person's, or not proven to be ours."""


def is_blank_copy(entry: Entry) -> bool:
    """Whether an editor has put the source where a fuzzy text stood, as OmegaT does with what nobody has translated.

    A name or a title may be its own translation; so may anything that has a person's comment.
    """
    if entry.fuzzy or entry.comments or entry.msgstr != entry.msgid:
        return False
    if not is_prose(entry.msgid.split()):
        return False
    stamp = stamp_of(entry)
    if stamp is None:
        return bool(of_kind(entry, SourceChange))
    return stamp.draft != text_hash(entry.msgstr)


def owner(entry: Entry) -> Owner:
    """Tell whose text it is. Where nothing proves that a draft is ours and untouched, it is a person's."""
    if not entry.translated or is_blank_copy(entry):
        return Owner.NOBODY
    stamp = stamp_of(entry)
    untouched = entry.fuzzy and stamp is not None and stamp.draft == text_hash(entry.msgstr)
    return Owner.MACHINE if untouched and entry.msgid_plural is None else Owner.PERSON
