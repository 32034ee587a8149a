"""Look at every PO file: what waits in it for people, and in which order to take that."""

from __future__ import annotations

import contextlib
import heapq
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from translate.core.checks.findings import Level
from translate.core.entries.comments import flags
from translate.core.results.inspection import GlossaryUse
from translate.core.results.review import CatalogReview, Mark, Review, Side, Span, Turn, Waiting
from translate.core.results.risk import usual_score
from translate.core.results.summary import Trouble
from translate.errors import GlossaryError
from translate.ledger.pages import FILE, About, Ledger, Page
from translate.settings import Settings
from translate.workflow.inspecting import Inspected, Text, glossary_use, inspect
from translate.workflow.locales import chosen
from translate.workflow.places import catalog_paths, load_glossary, shown_path
from translate.workflow.ranking import Judged, Look, Ranked, judge, open_look, rank
from translate.workflow.steps import Announce, silently
from translate.workflow.troubles import trouble_of

_SAMPLE = 300
"""PO files from which it is told how sure an engine usually is."""

_SCORE = re.compile(rb"^#\. MT: [^\n]+, score (-?[0-9]{1,4}\.[0-9]{2})$", re.MULTILINE)

_PAGES_AT_ONCE = 500


@dataclass(frozen=True, slots=True, order=True)
class _Place:
    """An entry that waits, in the order of `Waiting`."""

    turn: Turn
    certainty: float
    """The risk, turned around: the highest comes first."""
    shown: str
    place: int
    path: Path = field(compare=False)
    locale: str = field(compare=False)


@dataclass(slots=True)
class _Found:
    """What has been found so far; of what waits, only the first places."""

    most: int
    catalogs: list[CatalogReview] = field(default_factory=list)
    flagged: list[_Place] = field(default_factory=list)
    others: list[_Place] = field(default_factory=list)
    waiting: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    troubles: list[Trouble] = field(default_factory=list)

    def add(self, ranked: Ranked, path: Path) -> None:
        """Count one PO file."""
        self.catalogs.append(ranked.review)
        self.rules.update(ranked.rules)
        self.waiting += len(ranked.waiting)
        for place, turn, risk in ranked.waiting:
            one = _Place(turn, -risk, ranked.review.path, place, path, ranked.review.locale)
            (self.flagged if turn is Turn.FLAGGED else self.others).append(one)
        if len(self.flagged) + len(self.others) > 20 * self.most:
            self.cut()

    def cut(self) -> None:
        """Keep only the first places."""
        self.flagged = heapq.nsmallest(self.most, self.flagged)
        self.others = heapq.nsmallest(self.most, self.others)


def review(
    settings: Settings,
    locales: Sequence[str] = (),
    *,
    most: int,
    remember: bool = False,
    announce: Announce = silently,
) -> Review:
    """Look at all PO files of a project; those that are as at the last look are not read again.

    Args:
        settings: The project.
        locales: Only these; none for all of the project's.
        most: So many entries that wait are named: as many with a flagged term, and as many others.
        remember: Whether the next look may know what this one has found.
        announce: Told of the files as they come.

    Returns:
        What was found. A file that cannot be read is told in it and stops nothing else.
    """
    found = _Found(most)
    looks: dict[str, Look] = {}
    glossaries: list[GlossaryUse] = []
    for locale in chosen(settings, locales):
        paths = catalog_paths(settings, locale)
        try:
            loaded = load_glossary(settings, locale)
        except GlossaryError as error:
            found.troubles.append(trouble_of(error, locale))
            continue
        found.troubles += (trouble_of(error, locale) for error in loaded.errors)
        look = looks[locale] = open_look(settings, locale, loaded.glossary, _usual(paths))
        with Ledger(settings.root / FILE) as ledger:
            mentioned = _look_through(look, ledger, paths, found, announce, remember=remember)
        terms = {loaded.glossary.terms[number] for number in mentioned}
        glossaries.append(glossary_use(loaded.glossary, terms))
    found.cut()
    return Review(
        catalogs=tuple(found.catalogs),
        waiting=tuple(sorted(_named(found, looks), key=lambda entry: entry.order)),
        waiting_in_all=found.waiting,
        rules=dict(found.rules.most_common()),
        glossaries=tuple(glossaries),
        troubles=tuple(dict.fromkeys(found.troubles)),
    )


def _usual(paths: Sequence[Path]) -> float:
    """The score that is usual for the drafts in some PO files, from a sample that is spread over them."""
    scores: list[float] = []
    for path in paths[:: len(paths) // _SAMPLE + 1]:
        with contextlib.suppress(OSError):
            scores += (float(score) for score in _SCORE.findall(path.read_bytes()))
    # In steps, so that it changes seldom: what earlier looks have found holds only for the same.
    return round(usual_score(scores) * 20) / 20


def _look_through(
    look: Look, ledger: Ledger, paths: Sequence[Path], found: _Found, announce: Announce, *, remember: bool
) -> set[int]:
    """Look at a locale's files; the terms that they mention, by their place in the glossary."""
    mentioned: set[int] = set()
    pages: list[Page] = []
    advance = announce(f"Looking through {look.locale}", len(paths)) if paths else silently("", 0)
    for path in paths:
        try:
            ranked, page = rank(look, ledger, path, time.time_ns())
        except Exception as error:  # noqa: BLE001  A bug that one file brings to light must not cost the others.
            found.troubles.append(trouble_of(error, shown_path(look.settings, path)))
        else:
            found.add(ranked, path)
            mentioned.update(ranked.mentioned)
            pages += [page] if page and remember else []
        advance(1)
        if len(pages) >= _PAGES_AT_ONCE:
            ledger.put(About.CATALOG, pages)
            pages = []
    ledger.put(About.CATALOG, pages)
    if remember:
        there = {shown_path(look.settings, path) for path in paths}
        known = ledger.contents(About.CATALOG)
        ledger.forget(About.CATALOG, (key for key in known if key[1] == look.locale and key[0] not in there))
    return mentioned


def _named(found: _Found, looks: dict[str, Look]) -> Iterator[Waiting]:
    """The entries in the first places, read again with all that is known of them."""
    named: defaultdict[tuple[str, Path], list[int]] = defaultdict(list)
    for one in (*found.flagged, *found.others):
        named[one.locale, one.path].append(one.place)
    for (locale, path), places in named.items():
        look = looks[locale]
        try:
            inspected = inspect(look.settings, path, locale, look.matcher)
            judged = judge(inspected, look.usual)
        except Exception as error:  # noqa: BLE001  As above; somebody may also have saved it since.
            found.troubles.append(trouble_of(error, shown_path(look.settings, path)))
            continue
        for place in places:
            if place < len(judged) and judged[place].waits:
                yield _waiting(inspected, locale, judged[place])


def _waiting(inspected: Inspected, locale: str, judged: Judged) -> Waiting:
    """An entry with its marks."""
    entry = judged.entry
    text = judged.texts[0] if judged.texts else None
    findings = [finding for text in judged.texts for finding in text.findings if finding.level is not Level.INFO]
    findings.sort(key=lambda finding: finding.level is not Level.ERROR)
    return Waiting(
        locale=locale,
        article=PurePosixPath(inspected.file.path).stem,
        path=inspected.file.path,
        line=inspected.file.lines[entry],
        context=entry.msgctxt,
        stage=judged.stage,
        source=Side(entry.msgid, tuple(_source_spans(text)) if text else ()),
        target=Side(text.unit.target, tuple(_target_spans(text))) if text else Side(""),
        risk=judged.risk,
        flags=flags(entry),
        findings=tuple(dict.fromkeys(finding.message for finding in findings)),
    )


def _source_spans(text: Text) -> Iterator[Span]:
    """The terms of the source, by whether they are rendered."""
    for rendering in text.unit.verification.renderings:
        mark = Mark.TERM if rendering.found else Mark.MISSING
        yield Span(rendering.match.start, rendering.match.end, mark)


def _target_spans(text: Text) -> Iterator[Span]:
    """Where checks found something, and the renderings of terms that do not overlap that, in order."""
    wrong = [f.span for f in text.findings if f.span and f.span[0] < f.span[1] and f.level is not Level.INFO]
    forms = [(r.found.start, r.found.end) for r in text.unit.verification.renderings if r.found]
    spans: list[Span] = []
    for (start, end), mark in (*((span, Mark.FAULT) for span in wrong), *((span, Mark.TERM) for span in forms)):
        if all(end <= other.start or other.end <= start for other in spans):
            spans.append(Span(start, end, mark))
    return iter(sorted(spans, key=lambda span: span.start))
