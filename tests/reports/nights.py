"""Nights to report: a plausible one, and one with the same text in every field that can hold text."""

import itertools
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from translate.core.results.inspection import GlossaryUse
from translate.core.results.night import LocaleFigures, Night, Phase, RunRecord
from translate.core.results.review import CatalogReview, Mark, Review, Side, Span, Stage, Waiting
from translate.core.results.risk import Kind, Reason, Risk
from translate.core.results.summary import CatalogResult, CatalogState, Counts, ExitCode, Summary, Trouble

FERRY = "2026-11-20-esimene-stuudio-ferry"
FROST = "2026-11-21-aktuaalne-kaamera-frost"


def po(locale, slug):
    return f"locales/{locale}/LC_MESSAGES/{slug}.po"


def side(text, **marked):
    """A text with marks, named by the words they stand on."""
    spans = [(text.index(words), words, mark) for mark, all_words in marked.items() for words in all_words]
    return Side(text, tuple(Span(at, at + len(words), Mark(mark)) for at, words, mark in sorted(spans)))


def waiting(locale="et", slug=FERRY, line=31, **changes):
    given = {
        "locale": locale,
        "article": slug,
        "path": po(locale, slug),
        "line": line,
        "context": None,
        "stage": Stage.DRAFT,
        "source": side("A ticket costs €3.20, and €1 for islanders."),
        "target": side("Pilet maksab 3,20 eurot ja saareelanikele ühe euro."),
        "risk": Risk(0.21, (Reason(Kind.MODEL, "the model was unsure of 2 words", 0.21),)),
    }
    return Waiting(**{**given, **changes})


STUUDIO = waiting(
    line=42,
    source=side(
        "“We were told for twenty years that a winter ferry is ‘a nice dream,’” the head of the island council, "
        "Anu Järvetaga, said on Thursday’s “Esimene stuudio.”",
        term=["Anu Järvetaga"],
        missing=["Esimene stuudio"],
    ),
    target=side(
        "“Meile öeldi kakskümmend aastat, et talvine parvlaev on ‘kena unistus’,” ütles saare volikogu juht Anu "
        "Järvetaga neljapäeval “Esimeses ateljees”.",
        term=["Anu Järvetaga"],
        fault=["ateljees"],
    ),
    risk=Risk(
        0.86,
        (
            Reason(Kind.GLOSSARY, "a term is missing: Esimene stuudio", 0.5),
            Reason(Kind.CHECK, "a word that the source does not have in its place", 0.24),
            Reason(Kind.MODEL, "the model was unsure of 3 words", 0.12),
        ),
    ),
    flags=("Glossary: Esimene stuudio = Esimene stuudio [FLAG missing]",),
    findings=("“Esimene stuudio” is not in the translation in any accepted form",),
)
ARABIC = waiting(
    "ar",
    FROST,
    57,
    source=side(
        "School meals cost €1.56, ETV’s “Aktuaalne kaamera” said.", term=["ETV"], missing=["Aktuaalne kaamera"]
    ),
    target=side("قالت قناة ETV إن وجبات المدارس تكلف 1.65 يورو.", term=["ETV"], fault=["1.65"]),
    risk=Risk(
        0.55,
        (
            Reason(Kind.GLOSSARY, "a term is missing: Aktuaalne kaamera", 0.35),
            Reason(Kind.CHECK, "the number 1.56 is not there", 0.2),
        ),
    ),
    flags=("Glossary: Aktuaalne kaamera = أكتوالني كاميرا [FLAG missing]",),
    findings=("The number 1.56 of the source is not in the translation",),
)
REVIEWED = waiting(
    "et",
    FROST,
    12,
    context="headline",
    stage=Stage.IN_REVIEW,
    source=side("Early frost brings hot soup back to Estonian schools’ menus"),
    target=side("Varajane külm toob sooja supi tagasi Eesti koolide menüüsse"),
    risk=Risk(),
)
UNTRANSLATED = waiting(
    "ar",
    FERRY,
    20,
    stage=Stage.UNTRANSLATED,
    target=Side(""),
    risk=Risk(0.4, (Reason(Kind.TEXT, "nobody has translated it", 0.4),)),
)


def figures(locale, left, *, drafted=0, flagged=1, errors=0, engine="argos en-et 1.9"):
    counts = Counts(31, 4, 22, 3, 1, flagged, left)
    return LocaleFigures(locale, engine, counts, 2, 1, 1, drafted, 2, errors, 3)


def record(number=41, left=1240, **changes):
    given = {
        "number": number,
        "run_id": f"20261122T020000Z-{number:04x}",
        "version": "0.1.0",
        "started": f"2026-11-{number - 19:02}T02:00:00Z",
        "ended": f"2026-11-{number - 19:02}T02:03:12Z",
        "exit_code": ExitCode.FINDINGS,
        "seconds": 192.4 + number % 7 * 11,
        "phases": (
            Phase("survey", 1.25, {"articles": 212}),
            Phase("draft", 180.0, {"articles": 2, "drafted": 22}),
            Phase("review", 9.5, {"entries": 4280}),
            Phase("report", 0.4),
        ),
        "locales": (
            figures("et", left, drafted=14 + number * 7 % 9, errors=1 + number % 3),
            figures("ar", left // 2, flagged=number % 4, engine=None),
        ),
    }
    return RunRecord(**{**given, **changes})


TROUBLE = Trouble(
    "articles/2026-11-22-storm.txt line 4: is not UTF-8; save it as UTF-8", "articles/2026-11-22-storm.txt", 4
)


def night(**changes):
    given = {
        "project": "example-news",
        "record": record(exit_code=ExitCode.PARTIAL, troubles=(TROUBLE,), unfinished=3),
        "summary": Summary(
            dry_run=False,
            engines=(("et", "argos en-et 1.9"), ("ar", None)),
            catalogs=(
                CatalogResult(
                    "et", f"articles/{FERRY}.txt", po("et", FERRY), CatalogState.NEW, 12, Counts(drafts=12, flagged=1)
                ),
                CatalogResult(
                    "et", f"articles/{FROST}.txt", po("et", FROST), CatalogState.UPDATED, 2, Counts(drafts=9), 1
                ),
                CatalogResult(
                    "ar", f"articles/{FROST}.txt", po("ar", FROST), CatalogState.UNCHANGED, 0, Counts(approved=9)
                ),
            ),
            troubles=(TROUBLE,),
        ),
        "review": Review(
            catalogs=(
                CatalogReview("et", FERRY, po("et", FERRY), Counts(drafts=12, flagged=1, words_left=240), 1, 0, 0.86),
                CatalogReview("et", FROST, po("et", FROST), Counts(approved=2, in_review=1, drafts=9, words_left=191)),
                CatalogReview("ar", FERRY, po("ar", FERRY), Counts(untranslated=12, words_left=240), 0, 0, 0.4),
                CatalogReview("ar", FROST, po("ar", FROST), Counts(approved=12)),
            ),
            waiting=(STUUDIO, ARABIC, UNTRANSLATED, waiting(), REVIEWED),
            waiting_in_all=57,
            rules={"term-missing": 2, "number": 1},
            glossaries=(GlossaryUse("et", 120, 84), GlossaryUse("ar", 40, 39)),
        ),
        "history": tuple(record(n, 1240 + (41 - n) * 37 - n % 5 * 60) for n in range(20, 41)),
    }
    return Night(**{**given, **changes})


def filled(kind, leaf, many=lambda: 2, absent=lambda: False):
    """A value of a type, however deep, of what `leaf` gives for str, int, float, bool and enums."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return kind(**{f.name: filled(hints[f.name], leaf, many, absent) for f in fields(kind) if f.init})
    if origin in {typing.Union, types.UnionType}:
        return None if absent() else filled(next(p for p in parts if p is not types.NoneType), leaf, many, absent)
    if origin is tuple:
        parts = parts[:1] * many() if parts[-1] is ... else parts
        return tuple(filled(part, leaf, many, absent) for part in parts)
    if origin in {dict, Mapping}:
        return {leaf(parts[0]): filled(parts[1], leaf, many, absent) for _ in range(many())}
    return leaf(kind)


def counted(text):
    """Leaves that hold texts, and numbers that count up so that a span has an end after its start."""
    numbers = itertools.count(1)

    def leaf(kind):
        if issubclass(kind, Enum):
            return next(iter(kind))
        return text() if kind is str else kind(next(numbers))

    return leaf
