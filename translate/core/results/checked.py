"""The translated texts of a catalog, each with what the checks say of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from translate.core import checks
from translate.core.checks.copies import check_copies
from translate.core.checks.findings import Broadcast, Finding, Level, Unit
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import of_kind
from translate.core.entries.stamp import Owner, owner
from translate.core.entries.template import Key
from translate.core.entries.titlelines import Channels, WidthLimit
from translate.core.results.inspection import CheckedCatalog, GlossaryUse, PlacedFinding, form_use
from translate.core.terms.glossary import Term
from translate.core.terms.language import Language
from translate.core.terms.matching import Matcher
from translate.core.terms.mentions import Usage
from translate.core.terms.rows import Rows
from translate.core.text.tags import plain
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class CheckedText:
    """A translated text of an entry, and what the checks say of it."""

    entry: Entry
    form: int | None
    """Which ``msgstr[…]`` it is; None where the entry has one msgstr."""
    unit: Unit
    findings: tuple[Finding, ...]

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """The findings that ask for something."""
        return tuple(finding for finding in self.findings if finding.level is not Level.INFO)


@dataclass(frozen=True, slots=True)
class CheckedEntries:
    """The live entries of a catalog, and their translated texts."""

    live: tuple[Entry, ...]
    texts: tuple[CheckedText, ...]
    filled: tuple[CheckedText, ...] = ()
    """Those that a tool filled in with the source: they are left to translate, and `check` says so of each."""

    @property
    def mentioned(self) -> set[Term]:
        """The terms that the translated source texts mention."""
        return {match.term for text in self.texts for match in text.unit.matches}


def check_entries(
    entries: Iterable[Entry], pair: tuple[Language, Language], matcher: Matcher, *, filled: Iterable[Entry] = ()
) -> CheckedEntries:
    """Check every translated text among the live entries of a catalog.

    Args:
        entries: The entries, in the file's order (`blanks.cleared`).
        pair: The languages of the source texts and of the translations.
        matcher: Finds the glossary's terms.
        filled: Those whose text was cleared away, as they were.
    """
    live = tuple(entry for entry in entries if not entry.obsolete)
    usage = matcher.usage(plain(entry.msgid) for entry in live)
    asked = [asked for entry in live for asked in _units(entry, pair, matcher, usage)]
    findings = checks.check_article([unit for _, _, unit in asked])
    texts = tuple(CheckedText(*one, found) for one, found in zip(asked, findings, strict=True))
    copies = [copy for entry in filled for copy in _units(entry, pair, matcher, usage)]
    told = (CheckedText(*one, checks.check(one[2], (check_copies,))) for one in copies)
    return CheckedEntries(live, texts, tuple(told))


def _units(
    entry: Entry, pair: tuple[Language, Language], matcher: Matcher, usage: Usage
) -> Iterator[tuple[Entry, int | None, Unit]]:
    """The translated texts of an entry that somebody wrote, each with its source."""
    if owner(entry) is Owner.RULE:
        return
    plural = entry.msgid_plural is not None
    for form, target in enumerate(entry.msgstr_plural if plural else (entry.msgstr,)):
        if target:
            source = entry.msgid_plural if entry.msgid_plural and form else entry.msgid
            yield entry, form if plural else None, unit_of(entry, (source, target), matcher, pair, usage)


def unit_of(
    entry: Entry, texts: tuple[str, str], matcher: Matcher, pair: tuple[Language, Language], usage: Usage
) -> Unit:
    """A translated text of an entry, ready to be checked.

    Args:
        entry: The entry, whose comments tell what the lists say of a title.
        texts: What was translated, and the translation.
        matcher: Finds the glossary's terms.
        pair: The languages of both.
        usage: How its catalog has the titles that nobody has decided on.
    """
    source, target = texts
    limit = next((line.columns for line in of_kind(entry, WidthLimit)), None)
    broadcast = Broadcast(tuple(name for line in of_kind(entry, Channels) for name in line.names), limit)
    bare, context = plain(source), entry.msgctxt
    matches, bans = matcher.find(bare, usage), matcher.bans(bare)
    return Unit.of(source, target, *pair, matches, bans=bans, context=context, broadcast=broadcast)


def checked_catalog(
    checked: CheckedEntries, lines: Mapping[Key, int], *, path: str, article: str, locale: str
) -> CheckedCatalog:
    """What was found in one PO file, each finding with the entry that it is about.

    Args:
        checked: What the checks say of it.
        lines: The line of each entry's msgid.
        path: The file, as the newsroom knows it.
        article: What its article's catalogs are called.
        locale: Its locale.
    """
    live = [entry for entry in checked.live if owner(entry) is not Owner.RULE]
    translated = sum(entry.translated for entry in live)
    told = (_placed(text, finding, lines) for text in (*checked.texts, *checked.filled) for finding in text.findings)
    return CheckedCatalog(
        locale=locale,
        article=article,
        path=path,
        checked=translated,
        untranslated=len(live) - translated,
        findings=tuple(sorted(told, key=lambda placed: placed.line)),
        forms=form_use(text.unit for text in checked.texts),
    )


def _placed(text: CheckedText, finding: Finding, lines: Mapping[Key, int]) -> PlacedFinding:
    entry = text.entry
    return PlacedFinding(
        finding=finding,
        line=lines[entry.key],
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        form=text.form,
        owner=owner(entry),
        fuzzy=entry.fuzzy,
    )


def glossary_use(locale: str, rows: Rows, mentioned: Collection[int]) -> GlossaryUse:
    """How much of a locale's glossary some texts speak of, which mention rows of these numbers."""
    return GlossaryUse(locale, *rows.asking(mentioned))
