"""A machine draft of a segment, and the stamp by which we know it again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from translate.core.entries.catalog import Entry
from translate.core.entries.comments import MemoryLine, SetBack, Settled, Stamp, Unconfirmed, of_kind
from translate.core.offers import UNKNOWN, Likelihood
from translate.core.placing.placed import Placed, TagDoubt
from translate.core.terms.demands import TermOutcome
from translate.core.text.fingerprints import fingerprint
from translate.values import dataclass


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
    in_parts: bool = False
    """Whether one of its sentences was drafted in parts, around what stays."""
    is_guessed: bool = False
    """Whether its tags stand where nothing but a proportion says so."""
    tag_doubts: tuple[TagDoubt, ...] = ()
    """The tags that somebody should look at."""

    def tagged(self, placed: Placed) -> Draft:
        """The same with its tags."""
        return replace(self, text=placed.text, is_guessed=placed.is_guessed, tag_doubts=placed.doubts)

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
    """There is no translation; what only looks like one has been `blanks.cleared` away."""
    MACHINE = "machine"
    """Our draft, and nobody has touched it."""
    RULE = "rule"
    """Nobody's: a rule has settled it (`settling`), and nobody has written anything else."""
    PERSON = "person"
    """A person's, or not proven to be ours."""


@lru_cache(
    maxsize=256
)  # Whoever merges, counts and remembers a catalog asks for each of its entries, one after another.
def owner(entry: Entry) -> Owner:
    """Tell whose text it is. Where nothing proves that a draft is ours and untouched, it is a person's."""
    if not entry.translated:
        return Owner.NOBODY
    if _is_as_settled(entry):
        return Owner.RULE
    ours = entry.fuzzy and is_as_drafted(entry) and not of_kind(entry, SetBack)
    return Owner.MACHINE if ours else Owner.PERSON


def is_ours(entry: Entry) -> bool:
    """Whether the text is one that newsdesk put there, and nobody has touched it."""
    return owner(entry) in {Owner.MACHINE, Owner.RULE}


def _is_as_settled(entry: Entry) -> bool:
    """Whether the text is the very one that a rule has settled; who marks it for work has made it theirs."""
    if entry.fuzzy or entry.msgid_plural is not None:
        return False
    return any(line.text == text_hash(entry.msgstr) for line in of_kind(entry, Settled))


def is_as_drafted(entry: Entry) -> bool:
    """Whether the text is the very draft that the entry's stamp tells of, approved or not."""
    stamp = stamp_of(entry)
    return stamp is not None and stamp.draft == text_hash(entry.msgstr) and entry.msgid_plural is None


def is_untouched_fill(entry: Entry) -> bool:
    """Whether a translation was taken over from the memory and nobody has touched it since.

    It is a person's, and no witness of what a person wants here: it follows the text that it was taken from.
    """
    if entry.msgid_plural is not None or not entry.msgstr:
        return False
    fills = [line for line in of_kind(entry, MemoryLine) if line.fill]
    return any(line.fill == text_hash(entry.msgstr) and line.review is entry.fuzzy for line in fills)


def is_unconfirmed(entry: Entry) -> bool:
    """Whether a draft was approved as it is, and so many others at the same moment that no person can have read it."""
    return not entry.fuzzy and is_as_drafted(entry) and bool(of_kind(entry, Unconfirmed))


def is_peoples(entry: Entry) -> bool:
    """Whether a person wrote or approved the text here."""
    return owner(entry) is Owner.PERSON and not (is_untouched_fill(entry) or is_unconfirmed(entry))
