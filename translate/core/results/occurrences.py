"""Where a term occurs in PO files, and what became of it there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from translate.core.entries.catalog import Entry
from translate.core.entries.comments import of_kind
from translate.core.entries.stages import Stage, stage_of
from translate.core.entries.template import Key
from translate.core.entries.termlines import TermLine
from translate.core.results.summary import Trouble
from translate.core.terms.glossary import Require, Term
from translate.core.terms.joining import APART, Joining
from translate.core.terms.matching import Matcher, TermMatch
from translate.core.terms.verification import Rendering, forbidden, verify
from translate.core.text.excerpts import excerpt
from translate.core.text.spelling import fold
from translate.core.text.tags import plain
from translate.values import dataclass

T = TypeVar("T")

ROOM = 120
"""Characters that are told of a text."""


class Fate(StrEnum):
    """What became of a mention in a text."""

    AS_ASKED = "as the glossary has it"
    UNLISTED = "in a form that is not listed"
    """A word stands there that is evidently a form of it, or goes on behind one."""
    OTHERWISE = "otherwise"
    """No accepted form renders it."""
    FORBIDDEN = "forbidden"
    """A rendering stands there that the glossary forbids."""
    FREE = "not asked for"
    """The term is off, or was rendered before, and that is enough."""
    UNTRANSLATED = "untranslated"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention of a term, or a rendering that the glossary forbids."""

    path: str
    """The PO file as the newsroom knows it."""
    line: int
    """Of the entry's msgid."""
    article: str
    """Where the text stands, such as ``articles/ferry.txt:3``; empty where the entry does not say."""
    stage: Stage
    fate: Fate = Fate.UNTRANSLATED
    term: str = ""
    """As the glossary has it."""
    source: str = ""
    """What stands around the mention."""
    target: str = ""
    """What stands around its rendering, or how the translation begins; empty where there is none."""
    form: str = ""
    """What renders it, or must not."""
    label: str = ""
    """The grammatical name of that form, where the glossary gives one."""
    way: str = ""
    """How it came into a draft, such as ``repaired``; empty for what people wrote."""
    flagged: bool = False
    """Whether its line asks for a person's eye."""

    @property
    def by_people(self) -> bool:
        """Whether a person wrote or approved the text."""
        return self.stage in {Stage.APPROVED, Stage.IN_REVIEW}

    @property
    def rank(self) -> int:
        """What a maintainer looks at first: what people wrote otherwise, what is forbidden, what is flagged."""
        wrong = self.fate in {Fate.OTHERWISE, Fate.FORBIDDEN}
        return 0 if wrong and self.by_people else 1 if wrong or self.flagged else 2


@dataclass(frozen=True, slots=True)
class Counted:
    """What the occurrences of a term come to."""

    mentions: int
    files: int
    forms: Mapping[tuple[str, str], int]
    """How often each form renders it, with its label, the commonest first."""
    unlisted: Mapping[str, int]
    """Words that no row lists and that may be forms of it."""
    ways: Mapping[str, int]
    """How it came into drafts, the commonest first."""
    flagged: int
    """Those in drafts whose line asks for a person's eye."""
    forbidden: int
    """Renderings that must not be there, whoever wrote them."""
    people: Mapping[Fate, int]
    """What people made of it."""
    untranslated: int


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of a term in one locale."""

    locale: str
    rows: tuple[Term, ...]
    """Those of the glossary that it is; none where it is in no row."""
    occurrences: tuple[Occurrence, ...] = ()
    """In PO files: first what people wrote otherwise, then what is wrong in drafts."""


@dataclass(frozen=True, slots=True)
class Search:
    """What was found of a term."""

    name: str
    """As somebody typed it."""
    found: tuple[Found, ...]
    mentions: tuple[tuple[str, str], ...] = ()
    """Where no PO file has it: its places in articles, such as ``articles/ferry.txt:3``, each with what stands around
    it."""
    hint: str = ""
    """The end of a sentence that says that no row has it: which one may be meant."""
    troubles: tuple[Trouble, ...] = ()


def occurrences(
    entries: Iterable[Entry],
    lines: Mapping[Key, int],
    path: str,
    matcher: Matcher,
    wanted: AbstractSet[Term],
    *,
    joining: Joining = APART,
) -> Iterator[Occurrence]:
    """Find terms in the live entries of a catalog.

    Args:
        entries: The entries, in the file's order (`blanks.cleared`).
        lines: The line of each entry's msgid.
        path: The file, as the newsroom knows it.
        matcher: Finds the glossary's terms.
        wanted: Those of them that are looked for; of a `forbid` row its renderings are.
        joining: What the language of the translations writes in one word with others.

    Yields:
        A mention after the other, and behind the mentions of an entry what is forbidden in it.
    """
    live = [entry for entry in entries if not entry.obsolete]
    usage = matcher.usage(plain(entry.msgid) for entry in live)
    for entry in live:
        source, target = plain(entry.msgid), plain(entry.msgstr or next(filter(None, entry.msgstr_plural), ""))
        matches, bans = matcher.find(source, usage), matcher.bans(source)
        if not wanted.isdisjoint((*(match.term for match in matches), *bans)):
            one = Occurrence(path, lines[entry.key], next(iter(entry.references), ""), stage_of(entry))
            drafted = of_kind(entry, TermLine) if one.stage is Stage.DRAFT else ()
            yield from _mentions(one, matches, (source, target), drafted, wanted)
            for hit in forbidden(bans, matches, target, joining) if target else ():
                if hit.term in wanted:
                    place = (hit.start, hit.end)
                    term, form = hit.term.source or hit.term.target, target[slice(*place)]
                    own = excerpt(source, (0, 1), ROOM), excerpt(target, place, ROOM)
                    yield replace(one, fate=Fate.FORBIDDEN, term=term, source=own[0], target=own[1], form=form)


def _mentions(
    one: Occurrence,
    matches: Sequence[TermMatch],
    texts: tuple[str, str],
    drafted: Sequence[TermLine],
    wanted: AbstractSet[Term],
) -> Iterator[Occurrence]:
    """The mentions of terms in an entry, each with what became of it."""
    source, target = texts
    told = [line for line in drafted for _ in range(line.times)]
    renderings = {r.match.start: r for r in verify(matches, target).renderings} if target else {}
    for match in matches:
        if match.term not in wanted:
            continue
        mention = replace(one, term=match.term.source, source=excerpt(source, (match.start, match.end), ROOM))
        if not target:
            yield mention
        elif match.start not in renderings:
            yield replace(mention, fate=Fate.FREE, target=_near(match, texts))
        else:
            yield _rendered(mention, renderings[match.start], texts, told)


def _rendered(mention: Occurrence, rendering: Rendering, texts: tuple[str, str], told: list[TermLine]) -> Occurrence:
    """What became of a mention that asks for anything; the line of a draft that tells of it is taken away."""
    found, target, term = rendering.found, texts[1], rendering.match.term
    place = (found.start, found.end) if found else rendering.unlisted or rendering.within
    form = target[slice(*place)] if place else ""
    line = _taken(told, term.source, form)
    free = not rendering.required and term.require is not Require.WARN
    return replace(
        mention,
        fate=Fate.AS_ASKED if found else Fate.UNLISTED if place else Fate.FREE if free else Fate.OTHERWISE,
        target=excerpt(target, place, ROOM) if place else _near(rendering.match, texts),
        form=form,
        label=found.form.label if found else "",
        way=line.way.name if line and line.way else "",
        flagged=bool(line and line.flagged),
    )


def _taken(told: list[TermLine], source: str, form: str) -> TermLine | None:
    """The line of a draft that tells of a term; rather one that names the form that stands there."""
    own = [line for line in told if line.source == source]
    line = next((line for line in own if fold(line.target) == fold(form)), next(iter(own), None))
    if line:
        told.remove(line)
    return line


def _near(match: TermMatch, texts: tuple[str, str]) -> str:
    """What stands in a translation about where a mention would be."""
    source, target = texts
    at = min(len(target) - 1, match.start * len(target) // len(source))
    return excerpt(target, (at, at + 1), ROOM)


def counted(found: Collection[Occurrence]) -> Counted:
    """What occurrences come to."""
    mentions = [one for one in found if one.fate is not Fate.FORBIDDEN]
    return Counted(
        mentions=len(mentions),
        files=len({one.path for one in found}),
        forms=_commonest((one.form, one.label) for one in mentions if one.fate is Fate.AS_ASKED),
        unlisted=_commonest(one.form for one in mentions if one.fate is Fate.UNLISTED),
        ways=_commonest(one.way for one in mentions if one.way),
        flagged=sum(one.flagged for one in found),
        forbidden=len(found) - len(mentions),
        people=_commonest(one.fate for one in mentions if one.by_people),
        untranslated=sum(one.fate is Fate.UNTRANSLATED for one in mentions),
    )


def _commonest(of: Iterable[T]) -> Mapping[T, int]:
    return dict(Counter(of).most_common())
