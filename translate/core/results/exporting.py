"""Put the translations of a catalog into the places of an article's segments, and tell what is not ready for print."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

from translate import patterns
from translate.core import checks
from translate.core.article import TITLES, Document, Making, Segment
from translate.core.checks.findings import Finding, Level
from translate.core.entries.blanks import is_copy
from translate.core.entries.catalog import Catalog, Entry
from translate.core.entries.comments import MemoryLine, of_kind
from translate.core.entries.stages import Stage, stage_of
from translate.core.entries.stamp import stamp_of
from translate.core.entries.template import Key, key_of
from translate.core.results.checked import unit_of
from translate.core.results.news import Fate, Outdated, Taken, Withdrawal
from translate.core.results.summary import ExitCode, Trouble
from translate.core.terms.language import Language
from translate.core.terms.matching import Matcher
from translate.core.text.tags import plain
from translate.values import dataclass

_MARK = patterns.compile(r"\[(?:DRAFT|CHECK|UNTRANSLATED)\] ")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A text that is not ready for print."""

    path: str
    """The PO file; the article where the PO file has no entry for the text."""
    line: int | None
    reason: str
    """What is the matter with it, in a few words without a full stop."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What comes into the place of a segment."""

    text: str
    mark: str = ""
    """What a reader who is shown the text all the same has to be told: ``DRAFT``, ``CHECK``, ``UNTRANSLATED``."""
    obstacle: Obstacle | None = None
    kept: bool = False
    """Whether it is a title that stays as it is, since nobody has approved another."""
    made: Making | None = None
    """How the text came about; None where that is nobody's work, as of a text that is as in the source."""

    @property
    def marked(self) -> str:
        """The text behind its mark, if it has one."""
        return f"[{self.mark}] {self.text}" if self.mark else self.text


@dataclass(frozen=True, slots=True)
class Source:
    """Where the translations come from: the live entries of a PO file, and what the checks say of them today."""

    path: str
    entries: Mapping[Key, Entry]
    lines: Mapping[Key, int]
    """Where they stand in it; an entry that a tool has dropped from the file, with what a person wrote, has no line."""
    findings: Mapping[Key, Sequence[Finding]]
    copied: Collection[Key] = frozenset()
    """The entries that a tool has filled with their source."""

    def line_of(self, document: Document, line: int | None) -> int | None:
        """The line of the catalog that has the text of a line of the article; None where none has."""
        entries = (self.entries.get(key_of(segment)) for segment in document.segments if segment.line == line)
        return next((self.lines.get(entry.key) for entry in entries if entry), None)


def source_of(
    path: str,
    catalog: Catalog,
    lines: Mapping[Key, int],
    matcher: Matcher,
    pair: tuple[Language, Language],
    *,
    understood: Catalog,
) -> Source:
    """Have the checks look at a catalog.

    Args:
        path: The PO file, as the newsroom knows it.
        catalog: What it holds.
        lines: The line of each entry in it.
        matcher: Finds the terms of today's glossary.
        pair: The languages of the source texts and of the translations.
        understood: The catalog as it is to be understood (`noticing.notice`).
    """
    live = [entry for entry in understood.entries if not entry.obsolete]
    copied = {entry.key for entry in catalog.entries if is_copy(entry)} & {e.key for e in live if not e.translated}
    translated = [entry for entry in live if entry.msgstr]
    usage = matcher.usage(plain(entry.msgid) for entry in live)
    findings = checks.check_article([unit_of(e, (e.msgid, e.msgstr), matcher, pair, usage) for e in translated])
    found = {entry.key: each for entry, each in zip(translated, findings, strict=True)}
    return Source(path, {entry.key: entry for entry in live}, lines, found, copied)


def fill(document: Document, source: Source) -> tuple[Filled, ...]:
    """Find a text for each segment.

    Args:
        document: The article as it is now.
        source: Its catalog in one locale.

    Returns:
        For each segment its translation, or its own text where there is none. Whatever no person has approved, and
        whatever has an error, has an obstacle and a mark. Flags in the PO file are not asked: they tell of the last
        draft, and the findings of today.
    """
    return tuple(_fill(document.path, segment, source) for segment in document.segments)


def with_own_titles(document: Document, filled: Sequence[Filled]) -> tuple[Filled, ...]:
    """A list with the source's title in the place of each that no person has approved: it is called so until then.

    Args:
        document: The article, or the list.
        filled: What `fill` has found for it.

    Returns:
        The same where nothing of it is approved, and of what is no title.
    """
    if all(one.mark for one in filled):
        return tuple(filled)
    waits = {"DRAFT", "UNTRANSLATED"}
    both = zip(document.segments, filled, strict=True)
    return tuple(Filled(s.text, kept=True) if s.kind in TITLES and one.mark in waits else one for s, one in both)


def _fill(article: str, segment: Segment, source: Source) -> Filled:
    entry = source.entries.get(key_of(segment))
    if entry is None:
        reason = "the text is not in the catalog; run “newsdesk draft”"
        return Filled(segment.text, "UNTRANSLATED", Obstacle(article, segment.line, reason))
    made = _making_of(entry)
    mark, reason = _trouble(entry, source.findings.get(entry.key, ()), copied=entry.key in source.copied)
    text = segment.text if mark == "UNTRANSLATED" else entry.msgstr
    return Filled(text, mark, Obstacle(source.path, source.lines.get(entry.key), reason) if mark else None, made=made)


def _making_of(entry: Entry) -> Making | None:
    match stage_of(entry):
        case Stage.SETTLED:
            return None
        case Stage.APPROVED if stamp_of(entry) or of_kind(entry, MemoryLine):
            # Nobody remembers whether what the memory had was a draft before a person approved it.
            return Making.REVIEWED
        case Stage.APPROVED:
            return Making.HUMAN
        case _:
            return Making.MACHINE


def making(filled: Sequence[Filled]) -> Making:
    """How a translated article came about: the least that holds for all of its texts.

    Args:
        filled: What it is put together from.
    """
    made = {Making.MACHINE if one.mark else one.made for one in filled} - {None}
    order = (Making.MACHINE, Making.REVIEWED, Making.HUMAN)
    return next((one for one in order if one in made), Making.MACHINE)


def _trouble(entry: Entry, findings: Sequence[Finding], *, copied: bool) -> tuple[str, str]:
    """The mark and the reason why an entry is not ready; two empty texts where it is."""
    errors = [finding.message for finding in findings if finding.level is Level.ERROR]
    match stage_of(entry):
        case Stage.UNTRANSLATED if copied:
            return "UNTRANSLATED", "nothing but the source stands here; translate it, or say in a comment that it stays"
        case Stage.UNTRANSLATED:
            return "UNTRANSLATED", "not translated"
        case Stage.DRAFT if not entry.fuzzy:
            return "DRAFT", "approved with many others at once; edit it, or run “newsdesk confirm”"
        case Stage.DRAFT:
            return "DRAFT", "a draft that nobody has reviewed"
        case Stage.IN_REVIEW:
            return "DRAFT", "still in review (fuzzy)"
        case Stage.APPROVED | Stage.SETTLED:
            return ("CHECK", "; ".join(errors)) if errors else ("", "")


def is_marked(document: Document) -> bool:
    """Whether a translated article has a mark on a text of it."""
    return any(_MARK.match(segment.text) for segment in document.segments)


class ExportState(StrEnum):
    """What became of an article."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    STOPPED = "stopped"
    """Not written, because of its obstacles."""


@dataclass(frozen=True, slots=True)
class Exported:
    """One article in one locale."""

    locale: str
    article: str
    path: str
    """Where the translated article lies, or would."""
    state: ExportState
    obstacles: tuple[Obstacle, ...] = ()
    """Where it was written all the same, each is marked in it."""
    kept: int = 0
    """So many titles of a list stand in it as in the source, since nobody has approved another."""
    making: Making | None = None
    """How its text came about, which it says of itself where its format has a field for that; None where it was not
    written."""


@dataclass(frozen=True, slots=True)
class Export:
    """One run of ``newsdesk export``."""

    articles: tuple[Exported, ...]
    compiled: tuple[str, ...] = ()
    """The .mo files, those that were so already among them."""
    troubles: tuple[Trouble, ...] = ()
    outdated: tuple[Outdated, ...] = ()
    """Of the articles that were not written, the exports that are older than them."""
    withdrawals: tuple[Withdrawal, ...] = ()
    """The articles that are gone, as far as that is news."""
    returns: tuple[str, ...] = ()
    """The articles that had been withdrawn, and are there again."""
    is_unkept: bool = False
    """Whether it could not be remembered; then nothing tells when articles change."""
    taken: tuple[Taken, ...] = ()
    """What else was taken out of the exports."""
    left: tuple[Trouble, ...] = ()
    """What runs that were killed had left: a person has to see to it, and no article is worse for it."""

    @property
    def stopped(self) -> tuple[Exported, ...]:
        """The articles that were not written."""
        return tuple(article for article in self.articles if article.state is ExportState.STOPPED)

    @property
    def exit_code(self) -> ExitCode:
        """What the run amounts to."""
        if self.troubles:
            return ExitCode.PARTIAL if self.articles else ExitCode.STOPPED
        if self.left:
            return ExitCode.PARTIAL
        is_seen_to = all(one.fate is not Fate.STAYS for one in self.outdated) and all(
            one.is_seen_to for one in self.withdrawals
        )
        return ExitCode.FINDINGS if self.stopped or not is_seen_to else ExitCode.CLEAN
