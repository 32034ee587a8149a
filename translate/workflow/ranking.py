"""What each PO file comes to, by its own look at it or by the last one's, if nothing has changed since."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from translate import __version__
from translate.core.checks.findings import Level
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import flagged
from translate.core.entries.stamp import Owner, owner
from translate.core.results.review import CatalogReview, Stage, Turn, turn_of
from translate.core.results.risk import Evidence, Risk, assess
from translate.core.results.summary import Counts, count
from translate.core.terms.glossary import Glossary
from translate.core.terms.matching import Matcher
from translate.core.text.fingerprints import fingerprint
from translate.ledger.pages import About, Ledger, Page
from translate.ledger.states import state_of
from translate.settings import Settings
from translate.workflow.inspecting import Inspected, Text, inspect, texts_by_entry
from translate.workflow.places import shown_path


@dataclass(frozen=True, slots=True)
class Look:
    """What a locale's PO files are looked at with."""

    settings: Settings
    locale: str
    glossary: Glossary
    matcher: Matcher
    usual: float
    """The score that is usual for drafts of this locale."""
    context: str
    """The fingerprint of all of it."""


def open_look(settings: Settings, locale: str, glossary: Glossary, usual: float) -> Look:
    """Get ready to look at a locale's PO files."""
    seen = fingerprint((__version__, settings.source, locale, f"{usual:.2f}", *map(repr, glossary.terms)))
    return Look(settings, locale, glossary, Matcher(glossary), usual, seen)


@dataclass(frozen=True, slots=True)
class Judged:
    """A live entry, and what speaks against it."""

    entry: Entry
    texts: tuple[Text, ...]
    stage: Stage
    risk: Risk

    @property
    def waits(self) -> bool:
        """Whether a person should look at it."""
        wrong = any(finding.level is not Level.INFO for text in self.texts for finding in text.findings)
        return self.stage is not Stage.APPROVED or wrong


def judge(inspected: Inspected, usual: float) -> list[Judged]:
    """Judge all live entries of a PO file."""
    texts = texts_by_entry(inspected.texts)
    return [_judged(entry, tuple(texts.get(entry, ())), usual) for entry in inspected.live]


def _judged(entry: Entry, texts: tuple[Text, ...], usual: float) -> Judged:
    findings = [finding for text in texts for finding in text.findings]
    return Judged(entry, texts, _stage(entry), assess(Evidence.of(entry, findings), usual=usual))


def _stage(entry: Entry) -> Stage:
    match owner(entry):
        case Owner.NOBODY:
            return Stage.UNTRANSLATED
        case Owner.MACHINE:
            return Stage.DRAFT
        case Owner.PERSON:
            return Stage.IN_REVIEW if entry.fuzzy else Stage.APPROVED


@dataclass(frozen=True, slots=True)
class Ranked:
    """What one PO file comes to."""

    review: CatalogReview
    rules: Mapping[str, int]
    mentioned: tuple[int, ...]
    """The terms that it mentions, by their place in the glossary."""
    waiting: tuple[tuple[int, Turn, float], ...]
    """Each entry that waits: its place among the live ones, when it is taken, and its risk."""


def rank(look: Look, ledger: Ledger, path: Path, now_ns: int) -> tuple[Ranked, Page | None]:
    """What a PO file comes to, and the page that the ledger should have of it, if it has none like that.

    Args:
        look: What to look with.
        ledger: What earlier looks have found.
        path: The PO file.
        now_ns: The time, in nanoseconds.

    Raises:
        CatalogError: It cannot be read.
    """
    shown = shown_path(look.settings, path)
    state = state_of(path, now_ns)
    page = ledger.get(About.CATALOG, shown, look.locale)
    if page and state and (page.state, page.context) == (state, look.context) and (known := _known(look, shown, page)):
        return known, None
    ranked = _ranked(look, inspect(look.settings, path, look.locale, look.matcher))
    told = {**asdict(ranked), "review": None, "counts": asdict(ranked.review.counts)}
    found = ranked.review
    told |= {"errors": found.errors, "warnings": found.warnings, "risk": found.risk}
    return ranked, Page(shown, look.locale, state, look.context, json.dumps(told).encode()) if state else None


def _known(look: Look, shown: str, page: Page) -> Ranked | None:
    try:
        told = json.loads(page.result)
        review = CatalogReview(
            look.locale,
            PurePosixPath(shown).stem,
            shown,
            Counts(**told["counts"]),
            told["errors"],
            told["warnings"],
            told["risk"],
        )
        waiting = tuple((place, Turn(turn), risk) for place, turn, risk in told["waiting"])
        return Ranked(review, told["rules"], tuple(told["mentioned"]), waiting)
    except (KeyError, TypeError, ValueError):
        return None  # Of another version.


def _ranked(look: Look, inspected: Inspected) -> Ranked:
    wrong = [finding for text in inspected.texts for finding in text.findings if finding.level is not Level.INFO]
    levels = Counter(finding.level for finding in wrong)
    judged = list(enumerate(judge(inspected, look.usual)))
    waiting = tuple(
        (place, turn_of(one.stage, flagged=flagged(one.entry)), one.risk.score) for place, one in judged if one.waits
    )
    mentioned = inspected.mentioned
    return Ranked(
        CatalogReview(
            locale=look.locale,
            article=PurePosixPath(inspected.file.path).stem,
            path=inspected.file.path,
            counts=count(inspected.file.catalog),
            errors=levels[Level.ERROR],
            warnings=levels[Level.WARNING],
            risk=max((risk for _, _, risk in waiting), default=0.0),
        ),
        dict(Counter(finding.rule for finding in wrong)),
        tuple(number for number, term in enumerate(look.glossary.terms) if term in mentioned),
        waiting,
    )
