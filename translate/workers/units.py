"""A work unit, what comes of it, and both as bytes: JSON, packed, in which nobody can plant anything that runs.

A unit has all that drafts depend on but the engine itself, which has to be of the same edition wherever it is done. The
same unit has the same bytes, and so the same key.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from translate.core.enforcing.lexicon import Wording
from translate.core.entries.stamp import Draft
from translate.core.placing.placed import Effort
from translate.core.terms.glossary import Term
from translate.core.terms.phrases import Capitals
from translate.core.text.jsontext import as_json
from translate.core.text.sentences import Sentence
from translate.errors import EngineError
from translate.values import dataclass

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")

LARGEST = 200_000_000
"""Bytes of a unit, or of what comes of it, unpacked; 500 sentences have some hundred thousand."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A term of the glossary in the source of a message (`matching.TermMatch`)."""

    term: int
    """Its place among the unit's terms."""
    start: int
    end: int
    compound: bool = False
    capitals: Capitals = Capitals.AS_PLACED
    compounds: bool = False
    """Whether its rendering may be part of a longer word, as the language has it."""
    inflects: bool = False
    """Whether its rendering may change as the language's nouns do."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message to draft."""

    msgid: str
    msgctxt: str | None
    mentions: tuple[Mention, ...]
    bans: tuple[int, ...]
    """The terms that forbid a rendering in it."""
    sentences: tuple[Sentence, ...]
    inputs: str
    """The fingerprint of what its draft is made from."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An article in a unit."""

    article: str
    """Its path, as the newsroom knows it."""
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """Whole articles to be drafted into one locale, and with what."""

    version: str
    """Of newsdesk."""
    source: str
    locale: str
    engine: str
    """Its name."""
    options: Mapping[str, str | int | float | bool]
    """Those of its options that a project may set."""
    signature: str
    """The engine's for the pair."""
    edition: str
    """By what the engine is known elsewhere (`editions.name_of`)."""
    machine: str
    """The digest of what counts of the machine that asks (`editions.Edition.machine`)."""
    hypotheses: int
    effort: Effort
    terms: tuple[Term, ...]
    pieces: tuple[Piece, ...]
    wordings: Mapping[str, tuple[Wording, ...]] = field(default_factory=dict)
    """What the engine is known to call terms by itself."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """What it is known to answer, by the keys of that in hexadecimal digits (`packing.packed`)."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A message that was drafted, or has sentences without a translation."""

    msgid: str
    msgctxt: str | None
    draft: Draft | None = None
    unanswered: int = 0
    """How many of its sentences the engine has no translation for."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was made of an article."""

    article: str
    messages: tuple[Drafted, ...] = ()
    unplaced: str = ""
    """Why the tags of its drafts stand where nothing but a proportion says so; empty where they do not."""
    failure: str = ""
    """Why nothing was made of it: a sentence."""
    given_up: bool = False
    """Whether nobody shall try again tonight: whoever did died, or hung."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a unit."""

    pieces: tuple[Done, ...] = ()
    """In the unit's order."""
    wordings: Mapping[str, tuple[Wording, ...]] = field(default_factory=dict)
    """What was learnt of the engine's words."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """What it has answered, as in a unit."""
    machine: str = ""
    """The digest of what counts of the machine that did it."""


class UnreadableError(EngineError):
    """Some bytes are no unit, and nothing that came of one."""


def key_of(data: bytes) -> str:
    """What a unit is known by, from its bytes."""
    return hashlib.sha256(data).hexdigest()[:32]


def packed(value: Unit | Piece | Outcome) -> bytes:
    """A value as bytes.

    Raises:
        UnreadableError: There is a text in it that is no Unicode.
    """
    try:
        return zlib.compress(as_json(value), level=6)
    except UnicodeEncodeError as error:
        raise UnreadableError("a text to draft is no Unicode") from error


def unit_of(data: bytes) -> Unit:
    """The unit that `packed` was given.

    Raises:
        UnreadableError: It was given none.
    """
    unit = _read(_units(), data)
    messages = (message for piece in unit.pieces for message in piece.messages)
    numbers = (number for one in messages for number in (*(mention.term for mention in one.mentions), *one.bans))
    if not all(0 <= number < len(unit.terms) for number in numbers):
        raise UnreadableError("a work unit asks for a term that it has not")
    return unit


def outcome_of(data: bytes) -> Outcome:
    """The outcome that `packed` was given.

    Raises:
        UnreadableError: It was given none.
    """
    return _read(_outcomes(), data)


def shares(unit: Unit) -> Iterator[Unit]:
    """The unit once more in as many as it has articles, each as if it had been asked for alone."""
    return (_alone(unit, piece) for piece in unit.pieces)


def states(unit: Unit) -> dict[str, str]:
    """What the drafts of each of its articles depend on, whatever else is in the unit and is known of the engine."""
    bare = replace(unit, wordings={}, answers={}, machine="")
    return {share.pieces[0].article: key_of(packed(share)) for share in shares(bare)}


def _alone(unit: Unit, piece: Piece) -> Unit:
    numbers: dict[int, int] = {}

    def again(number: int) -> int:
        return numbers.setdefault(number, len(numbers))

    messages = tuple(
        replace(
            message,
            mentions=tuple(replace(mention, term=again(mention.term)) for mention in message.mentions),
            bans=tuple(map(again, message.bans)),
        )
        for message in piece.messages
    )
    return replace(
        unit, terms=tuple(unit.terms[number] for number in numbers), pieces=(replace(piece, messages=messages),)
    )


def _read(adapter: TypeAdapter[T], data: bytes) -> T:
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(data, LARGEST)
        if unpacking.unconsumed_tail:
            raise UnreadableError("a work unit is too large")
        return adapter.validate_json(text)
    except (ValueError, RecursionError, zlib.error) as error:
        raise UnreadableError("these are no work unit, and nothing that came of one") from error


@cache
def _units() -> TypeAdapter[Unit]:
    from pydantic import TypeAdapter

    return TypeAdapter(Unit)


@cache
def _outcomes() -> TypeAdapter[Outcome]:
    from pydantic import TypeAdapter

    return TypeAdapter(Outcome)
