"""Tell somebody else what there is to draft: the messages of articles as a work unit, and what came of it as drafts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translate import __version__
from translate.core.enforcing.lexicon import key
from translate.core.entries.jobs import Job
from translate.core.terms.demands import Demands
from translate.core.terms.glossary import Term
from translate.core.terms.language import Language
from translate.core.terms.matching import TermMatch
from translate.settings import Settings
from translate.workers.units import Mention, Message, Piece, Unit, UnreadableError
from translate.workflow.desk import Desk
from translate.workflow.drafting import Bench, cases_of
from translate.workflow.editions import Edition, edition_of, name_of
from translate.workflow.enforcing import asked_first
from translate.workflow.keeping import Keeping


def unit_of(settings: Settings, desk: Desk, several: Mapping[str, Sequence[Job]], *, knows: bool = True) -> Unit | None:
    """What it takes to draft articles elsewhere.

    Args:
        settings: The project.
        desk: The locale.
        several: The messages of each article, by its path.
        knows: Whether what is known of the engine goes along.

    Returns:
        The unit; None where there is no engine.

    Raises:
        UnreadableError: It cannot be told elsewhere.
        EngineError: The engine fails.
    """
    bench = desk.bench(settings)
    if bench is None:
        return None
    numbers: dict[Term, int] = {}
    pieces = tuple(_piece(article, jobs, bench.pair[1], numbers) for article, jobs in several.items())
    edition = edition_for(desk, bench)
    return Unit(
        version=__version__,
        source=bench.source,
        locale=bench.locale,
        engine=desk.chosen.name,
        options=shared_options(settings, desk),
        signature=bench.signature,
        edition=name_of(bench.engine, bench.signature, edition),
        machine=edition.machine if edition else "",
        hypotheses=bench.hypotheses,
        effort=bench.effort,
        terms=tuple(numbers),
        pieces=pieces,
        wordings={name: bench.lexicon[name] for name in map(key, numbers) if knows and name in bench.lexicon},
        answers=_known(desk.keeping if knows else None, bench, [job for jobs in several.values() for job in jobs]),
    )


def shared_options(settings: Settings, desk: Desk) -> dict[str, str | int | float | bool]:
    """The options of a locale's engine that a project may set; what a machine sets is each machine's own.

    Raises:
        UnreadableError: One is no plain value.
    """
    shared = type(desk.engine).project_options if desk.engine else frozenset()
    options = {name: value for name, value in settings.engines.get(desk.chosen.name, {}).items() if name in shared}
    plain = {name: value for name, value in options.items() if isinstance(value, str | int | float | bool)}
    if len(plain) < len(options):
        raise UnreadableError("an option of the engine is no plain value")
    return plain


def edition_for(desk: Desk, bench: Bench) -> Edition | None:
    """What the engine of a locale is, where it says."""
    known = desk.keeping.edition if desk.keeping else edition_of
    return known(bench.engine, bench.source, bench.locale)


def _known(keeping: Keeping | None, bench: Bench, jobs: Sequence[Job]) -> dict[str, str]:
    if keeping is None:
        return {}
    asked = asked_first(bench.engine, cases_of(jobs), bench.source, bench.locale, hypotheses=bench.hypotheses)
    found = (keeping.known(sentences, hypotheses) for hypotheses, sentences in asked.items())
    return {one.hex(): told.decode() for answers in found for one, told in answers.items()}


def _piece(article: str, jobs: Sequence[Job], language: Language, numbers: dict[Term, int]) -> Piece:
    return Piece(article, tuple(_message(job, language, numbers) for job in jobs))


def _message(job: Job, language: Language, numbers: dict[Term, int]) -> Message:
    def number(term: Term) -> int:
        return numbers.setdefault(term, len(numbers))

    return Message(
        job.message.msgid,
        job.message.msgctxt,
        tuple(_mention(match, language, number(match.term)) for match in job.asked.matches),
        tuple(map(number, job.asked.bans)),
        job.sentences,
        job.inputs,
    )


def _mention(match: TermMatch, language: Language, number: int) -> Mention:
    compounds, inflects = match.compounding is not None, match.inflection is not None
    mention = Mention(number, match.start, match.end, match.compound, match.capitals, compounds, inflects)
    if match_of(mention, (match.term,) * (number + 1), language) != match:
        raise UnreadableError("a term is to be rendered by other rules than the language's")
    return mention


def match_of(mention: Mention, terms: Sequence[Term], language: Language) -> TermMatch:
    """The term that a unit tells of.

    Args:
        mention: Where it stands.
        terms: The unit's.
        language: The language of the drafts.
    """
    return TermMatch(
        terms[mention.term],
        mention.start,
        mention.end,
        mention.compound,
        mention.capitals,
        language.compounding if mention.compounds else None,
        language.inflection if mention.inflects else None,
    )


def demands_of(message: Message, terms: Sequence[Term], language: Language) -> Demands:
    """What the glossary asks of a message; see `match_of`."""
    matches = tuple(match_of(mention, terms, language) for mention in message.mentions)
    return Demands(matches, tuple(terms[number] for number in message.bans))
