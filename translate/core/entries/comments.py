"""Every ``#. `` line that newsdesk writes into an entry, as a value: what `str` tells, `parse` reads.

The lines tell a translator where a text stands, which terms it has and where it came from, and they tell a later run
the same: whoever wants to know what a line says asks its value. A line of somebody else's is a value too, and stays as
it is. Texts that a line quotes stand in it in one line; where one has the very words that a line is divided by, the
line is read otherwise than it was meant, and is told again as it was all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import ClassVar, Self, TypeVar

from translate import patterns
from translate.core.article import Kind, Tag
from translate.core.entries.catalog import Entry
from translate.core.entries.taglines import DoubtfulTag, MoreDoubtfulTags
from translate.core.entries.termlines import TermLine
from translate.core.entries.titlelines import Channels, Passing, WidthLimit
from translate.core.text.tags import TAG
from translate.values import dataclass

_LINE_END = patterns.compile(r"[\r\n]+")


_KINDS = {kind.capitalize(): kind for kind in Kind}
_NUMBERED = patterns.compile(r"(\w+(?: \w+)?) (0|[1-9][0-9]{0,8}) of “(.*)”", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Position:
    """Where a text stands: ``Headline``, ``Paragraph 3 of “Ferry line opens”``."""

    kind: Kind
    number: int = 0
    """The how many-th of its kind; a headline has none."""
    title: str = ""
    """Of its article."""

    @classmethod
    def parse(cls, line: str) -> Position | None:
        """The position that a line tells of, None where it tells of none."""
        if _KINDS.get(line) is Kind.HEADLINE:
            return cls(Kind.HEADLINE)
        found = _NUMBERED.fullmatch(line)
        kind = _KINDS.get(found[1]) if found else None
        return cls(kind, int(found[2]), found[3]) if found and kind and kind is not Kind.HEADLINE else None

    def __str__(self) -> str:
        name = self.kind.capitalize()
        return name if self.kind is Kind.HEADLINE else f"{name} {self.number} of “{self.title}”"


@dataclass(frozen=True, slots=True)
class MemoryLine:
    """A translation from elsewhere that was taken over, or may help to mend a draft.

    ``Memory: the same text in a.po``, ``Memory: the same text in a.po, for review``,
    ``Memory: its 2 sentences in a.po``, ``Memory: 97% of the text in a.po``,
    ``Memory: 80% “It left.” = “See lahkus.”``. Where the very same text was taken over, the hash of its translation
    stands behind it: ``Memory: the same text in a.po, fill 866bf079``, ``Memory: corrected in a.po, was “…”, fill …``,
    ``Memory: no longer approved in a.po, fill …``.
    """

    percent: int | None = None
    """How alike the sources are; None where they are the same."""
    origin: str = ""
    """The file that it was taken over from, or the files."""
    source: str = ""
    target: str = ""
    """What it is, where nothing was taken over."""
    other: str | None = None
    """What it tells in words that this version does not know."""
    review: bool = False
    """Whether it is offered for review though the sources are the same: they may mean something else here."""
    sentences: int | None = None
    """Of how many remembered sentences it was joined; None where the text was remembered as a whole."""
    was: str = ""
    """What was taken over before a person corrected it where it is from."""
    withdrawn: bool = False
    """Whether a person has taken it back there."""
    fill: str = ""
    """The hash of what was taken over (`stamp.text_hash`); as long as the text has it, nobody has touched it."""

    _BEGINS = "Memory: "
    _FOR_REVIEW = ", for review"
    _FILL = re.compile(r"(?P<told>.*), fill (?P<fill>[0-9a-f]{8})", re.DOTALL)
    _FOLLOWS = re.compile(r"corrected in (.+?), was “(.+)”|no longer approved in (.+)", re.DOTALL)

    @classmethod
    def parse(cls, line: str) -> MemoryLine | None:
        """What a line tells of a translation from elsewhere, None where it tells of none."""
        if not line.startswith(cls._BEGINS):
            return None
        told = line.removeprefix(cls._BEGINS)
        filled = cls._FILL.fullmatch(told)
        text, fill = (filled["told"], filled["fill"]) if filled else (told, "")
        if found := re.fullmatch(rf"the same text in (.+?)({cls._FOR_REVIEW})?", text, re.DOTALL):
            return cls(origin=found[1], review=bool(found[2]), fill=fill)
        if fill and (found := cls._FOLLOWS.fullmatch(text)):
            return cls(origin=found[1] or found[3], review=True, was=found[2] or "", withdrawn=not found[2], fill=fill)
        if found := re.fullmatch(r"its ([2-9]|[1-9][0-9]{1,3}) sentences in (.+)", told, re.DOTALL):
            return cls(origin=found[2], sentences=int(found[1]))
        found = re.fullmatch(r"(0|[1-9][0-9]{0,2})% (?:of the text in (.+)|“(.*)” = “(.*)”)", told, re.DOTALL)
        if found is None:
            return cls(other=told)
        return cls(int(found[1]), found[2] or "", found[3] or "", found[4] or "")

    def __str__(self) -> str:
        return f"{self._BEGINS}{self._told if self.other is None else self.other}"

    @property
    def told(self) -> str:
        """The line without the word that it begins with, and without a hash."""
        return str(replace(self, fill="")).removeprefix(self._BEGINS)

    @property
    def _told(self) -> str:
        if not self.origin:
            return f"{self.percent}% “{self.source}” = “{self.target}”"
        if self.sentences is not None:
            return f"its {self.sentences} sentences in {self.origin}"
        if self.percent is not None:
            return f"{self.percent}% of the text in {self.origin}"
        fill = f", fill {self.fill}" if self.fill else ""
        if self.was:
            return f"corrected in {self.origin}, was “{self.was}”{fill}"
        if self.withdrawn:
            return f"no longer approved in {self.origin}{fill}"
        return f"the same text in {self.origin}{self._FOR_REVIEW if self.review else ''}{fill}"


@dataclass(frozen=True, slots=True)
class SourceChange:
    """That a translation was made for another source, and what has changed: ``Source changed: €3 → €4; …``."""

    told: str = ""
    """All behind the words that begin it."""

    _BEGINS = "Source changed"

    @classmethod
    def edited(cls, changes: str) -> SourceChange:
        """The text was edited; what was, in a few words, may be empty."""
        return cls(f"{': ' if changes else ''}{changes}; the translation is of the old text")

    @classmethod
    def joined(cls) -> SourceChange:
        """Paragraphs are one now."""
        return cls(": joined from several paragraphs, whose translations these are")

    @classmethod
    def moved(cls, kind: str) -> SourceChange:
        """The text is as it was, and was another part of the article."""
        return cls(f": the same words were a {kind} before")

    @classmethod
    def parse(cls, line: str) -> SourceChange | None:
        """What a line tells of a changed source, None where it tells of none."""
        return cls(line.removeprefix(cls._BEGINS)) if line.startswith(cls._BEGINS) else None

    def __str__(self) -> str:
        return f"{self._BEGINS}{self.told}"


@dataclass(frozen=True, slots=True)
class Approval:
    """The proof that a translation was approved for the source that it was made for."""

    proof: str
    """The hash of both."""

    @classmethod
    def parse(cls, line: str) -> Approval | None:
        """The proof that a line has, None where it has none."""
        found = re.fullmatch(r"Approved for the old text \[([0-9a-f]{8})\]", line)
        return cls(found[1]) if found else None

    def __str__(self) -> str:
        return f"Approved for the old text [{self.proof}]"


@dataclass(frozen=True, slots=True)
class _Remark:
    """What a line tells in the same words each time."""

    _TOLD: ClassVar[str]

    @classmethod
    def parse(cls, line: str) -> Self | None:
        """The value that a line is, None where it tells of something else."""
        return cls() if line == cls._TOLD else None

    def __str__(self) -> str:
        return self._TOLD


@dataclass(frozen=True, slots=True)
class KeptAsIs(_Remark):
    """That a person left the source as its own translation, and no tool did."""

    _TOLD = "As in the source, and left so by a person"


@dataclass(frozen=True, slots=True)
class DraftedAgain(_Remark):
    """That a person deleted this very draft, and the engine has no other."""

    _TOLD = "Again: this draft was deleted here, and no other was to be had"


@dataclass(frozen=True, slots=True)
class InParts:
    """That an engine lost what stays as it is, so that it got the words around that one by one."""

    told: str = "In parts: the engine lost what stays as it is, so the words around it were drafted piece by piece"

    _EARLIER = "In parts: the engine lost an address or the like, so what stands around it was drafted piece by piece"

    @classmethod
    def parse(cls, line: str) -> InParts | None:
        """What a line tells of it, in today's words or in earlier ones; None where it tells of something else."""
        return cls(line) if line in {cls().told, cls._EARLIER} else None

    def __str__(self) -> str:
        return self.told


@dataclass(frozen=True, slots=True)
class GuessedTags(_Remark):
    """That tags stand in a text where nothing but a proportion says that they belong."""

    _TOLD = "Tags: put in by proportion; move each to the words that it belongs to"


@dataclass(frozen=True, slots=True)
class TagMeaning:
    """What a tag stands for in the article: ``Tag <a1>: <a href="https://err.ee">``."""

    tag: str
    original: str

    _LONGEST = 300

    @classmethod
    def of(cls, tag: Tag, end: str = "") -> TagMeaning:
        """What is told of a tag, in one line.

        Args:
            tag: The tag, where it begins.
            end: What the article has where it ends; an end of HTML or XML tells nothing.
        """
        told = " ".join(tag.original.split()) or "a line end"
        if end and not end.startswith("</") and end != tag.original:
            told = f"{told} … {' '.join(end.split())}"
        return cls(str(tag), f"{told[: cls._LONGEST]}…" if len(told) > cls._LONGEST else told)

    @classmethod
    def parse(cls, line: str) -> TagMeaning | None:
        """What a line tells of it, None where it tells of something else."""
        found = re.fullmatch(rf"Tag ({TAG.pattern}): (.*)", line, re.DOTALL)
        return cls(found[1], found[5]) if found else None

    def __str__(self) -> str:
        return f"Tag {self.tag}: {self.original}"


@dataclass(frozen=True, slots=True)
class UndecidedTitle(_Remark):
    """That the glossary has no row for a title, so that its draft is a proposal and articles keep it as it is."""

    _TOLD = "Title that nobody has decided: articles keep it as it is until the glossary has a row for it"


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """That a draft was approved unchanged together with many others, as a script does it."""

    together: int
    """How many drafts were."""

    @classmethod
    def parse(cls, line: str) -> Unconfirmed | None:
        """What a line tells of it, None where it tells of something else."""
        found = re.fullmatch(r"Unconfirmed: one of ([1-9][0-9]{0,8}) drafts that were approved at once; .*", line)
        return cls(int(found[1])) if found else None

    def __str__(self) -> str:
        advice = "edit it, or run “newsdesk confirm”"
        return f"Unconfirmed: one of {self.together} drafts that were approved at once; {advice}"


class Rule(StrEnum):
    """What settles a text, in the words of its line; a reworded one must still be read in the words that it had."""

    COPY = "Settled: nothing to translate, as in the source"
    KEEP = "Glossary decides: keep"
    INFLECT = "Glossary decides: inflect"
    TRANSLATE = "Glossary decides: translate"


_SETTLED = patterns.compile(rf"({'|'.join(map(re.escape, Rule))}) \[([0-9a-f]{{8}})\]")


@dataclass(frozen=True, slots=True)
class Settled:
    """That a rule has settled a text: ``Settled: nothing to translate, as in the source [866bf079]``.

    A title whose row the glossary has is settled by that: ``Glossary decides: keep [866bf079]``.
    """

    rule: Rule
    text: str
    """The hash of the text (`stamp.text_hash`); whoever writes another one has settled it otherwise."""

    @classmethod
    def parse(cls, line: str) -> Settled | None:
        """What a line tells of it, None where it tells of something else, or of a rule that is not known here."""
        found = _SETTLED.fullmatch(line)
        return cls(Rule(found[1]), found[2]) if found else None

    def __str__(self) -> str:
        return f"{self.rule} [{self.text}]"


@dataclass(frozen=True, slots=True)
class _Lost:
    """What a tool has dropped of a person's."""

    since: str
    """The day on which that was noticed, such as ``2026-11-28``."""

    _WHAT: ClassVar[str]

    @classmethod
    def parse(cls, line: str) -> Self | None:
        """What a line tells of it, None where it tells of something else."""
        found = re.fullmatch(rf"Lost: {cls._WHAT} is gone since ([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}); .*", line)
        return cls(found[1]) if found else None

    def __str__(self) -> str:
        return f"Lost: {self._WHAT} is gone since {self.since}; “newsdesk restore” brings it back"


@dataclass(frozen=True, slots=True)
class Hole(_Lost):
    """That a tool has dropped a person's translation here, so that no draft takes its place."""

    _WHAT = "a person's translation"


@dataclass(frozen=True, slots=True)
class SetBack(_Lost):
    """That a tool has dropped the approval of a text, which is a person's all the same."""

    _WHAT = "its approval"


_STAMP = patterns.compile(
    r"MT: (?P<engine>[^,]+), draft (?P<draft>[0-9a-f]{8}), inputs (?P<inputs>(?:[0-9]{1,4}-)?[0-9a-f]{8})"
    r"(?:, score (?P<score>-?[0-9]{1,4}\.[0-9]{2}))?"
)
_MOST = 10_000
"""No score is so far from nought."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The ``MT:`` line: which engine wrote the draft, its hash, the hash of what it was made from, and its score."""

    engine: str
    draft: str
    inputs: str
    """As `inputs.Inputs` tells them."""
    score: float | None = None
    """As `stamp.Draft.score`; written with two decimals."""

    @classmethod
    def parse(cls, line: str) -> Stamp | None:
        """The stamp that a line is, None where it is none."""
        found = _STAMP.fullmatch(line)
        if found is None:
            return None
        score = found["score"]
        return cls(found["engine"], found["draft"], found["inputs"], float(score) if score else None)

    def __str__(self) -> str:
        line = f"MT: {self.engine}, draft {self.draft}, inputs {self.inputs}"
        # A line that is not read again would make the draft a person's, so what is no number is not told.
        told = self.score is not None and abs(round(self.score, 2)) < _MOST
        return f"{line}, score {self.score:.2f}" if told else line


@dataclass(frozen=True, slots=True)
class Unknown:
    """A line that is none of ours."""

    line: str

    def __str__(self) -> str:
        return self.line


Comment = (
    Position
    | TagMeaning
    | Channels
    | WidthLimit
    | Passing
    | UndecidedTitle
    | TermLine
    | MemoryLine
    | SourceChange
    | Approval
    | KeptAsIs
    | Unconfirmed
    | Hole
    | SetBack
    | DraftedAgain
    | InParts
    | GuessedTags
    | DoubtfulTag
    | MoreDoubtfulTags
    | Settled
    | Stamp
    | Unknown
)
T = TypeVar(
    "T",
    Position,
    TagMeaning,
    Channels,
    WidthLimit,
    Passing,
    UndecidedTitle,
    TermLine,
    MemoryLine,
    SourceChange,
    Approval,
    KeptAsIs,
    Unconfirmed,
    Hole,
    SetBack,
    DraftedAgain,
    InParts,
    GuessedTags,
    DoubtfulTag,
    MoreDoubtfulTags,
    Settled,
    Stamp,
)

_READERS: tuple[Callable[[str], Comment | None], ...] = (
    TermLine.parse,
    MemoryLine.parse,
    Stamp.parse,
    SourceChange.parse,
    Approval.parse,
    KeptAsIs.parse,
    Unconfirmed.parse,
    Hole.parse,
    SetBack.parse,
    DraftedAgain.parse,
    InParts.parse,
    GuessedTags.parse,
    DoubtfulTag.parse,
    MoreDoubtfulTags.parse,
    Settled.parse,
    UndecidedTitle.parse,
    Channels.parse,
    WidthLimit.parse,
    Passing.parse,
    TagMeaning.parse,
    Position.parse,
)


def parse(line: str) -> Comment:
    """What a line says; whatever it is, the value tells it again as it was."""
    return next((value for read in _READERS if (value := read(line)) is not None), None) or Unknown(line)


def of_kind(entry: Entry, kind: type[T]) -> tuple[T, ...]:
    """The lines of one kind that an entry has."""
    return tuple(value for line in entry.extracted if (value := kind.parse(line)) is not None)


def written(position: Sequence[str], lines: Sequence[Comment], stamp: Stamp | None) -> tuple[str, ...]:
    """All extracted comments of an entry, in their fixed order."""
    # They quote texts, and a text may have several lines.
    told = (_LINE_END.sub(" ", str(line)) for line in lines)
    return (*position, *told, *((str(stamp),) if stamp else ()))


def flags(entry: Entry) -> tuple[str, ...]:
    """The lines of terms that ask for a person's eye."""
    return tuple(str(line) for line in of_kind(entry, TermLine) if line.flagged)


def flagged(entry: Entry) -> bool:
    """Whether the line of a term asks for a person's eye."""
    return bool(flags(entry))


def recorded_ways(entry: Entry) -> tuple[str, ...]:
    """How each term of the entry came about, without details, such as ``n-best 2``, ``repaired`` or ``missing``."""
    told = ((line.way.name, line.times) for line in of_kind(entry, TermLine) if line.way and line.way.name)
    return tuple(name for name, times in told for _ in range(times))
