"""See to it that glossary terms stand in the drafts of their sentences, where that makes them no worse.

A sentence whose draft lacks terms gets a small pool of drafts: the engine's own, its other hypotheses, and drafts with
well-known words in the terms' places (`carriers`), as many as it takes (`gathering`). In each draft, places are found
for the terms that it lacks (`places`), and a vote of all who know something of it chooses their forms (`voting`). What
all of it costs is added up (`filling`), and the cheapest draft is taken. Where even that costs more than a term is
worth, the engine's draft stays as it is, and the term is offered in its form for a person to put in: a term that is put
in between two words makes a draft worse more often than not.

Before that, a sentence with a rendering that the glossary forbids is drafted again with all forms of it barred. Forms
are compared by the log probability of the draft that they stand in, never by the score that comes with a forced
prefix: that is no measure. What the numbers in these rooms rest on is in ``benchmarks/glossary``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translate.core.enforcing import voting
from translate.core.enforcing.candidate import Candidate, Case
from translate.core.enforcing.capitals import capitalised
from translate.core.enforcing.carriers import disguised_as
from translate.core.enforcing.choosing import choose
from translate.core.enforcing.filling import Filling
from translate.core.enforcing.gathering import Gathered, gather
from translate.core.enforcing.lexicon import Lexicon, knows, learn
from translate.core.enforcing.places import Knowledge, Occluded, find_wording, occlude
from translate.core.enforcing.pool import Place
from translate.core.offers import UNKNOWN, Hypothesis, Likelihood
from translate.core.questions import Again, Asking, Score
from translate.core.terms.demands import TermOutcome
from translate.core.terms.endings import Endings
from translate.core.terms.glossary import Term
from translate.core.terms.language import Language
from translate.core.terms.paradigms import labelled
from translate.core.terms.verification import forbidden
from translate.core.terms.ways import AS_IS, How, Way
from translate.values import dataclass

HYPOTHESES_WITHOUT = 4
"""Of a sentence whose draft has a forbidden rendering."""
FORMS = 3
"""Forms of a term that the engine is asked about."""


@dataclass(frozen=True, slots=True)
class Enforced:
    """What the ladder made of a case."""

    text: str
    """Empty where the engine has no translation."""
    ways: tuple[Way, ...]
    """For each enforced term, how it came to stand there, or what is offered where it does not."""
    avoided: tuple[TermOutcome, ...] = ()
    """The forbidden renderings that the engine's own first choice had."""
    likelihood: Likelihood = UNKNOWN
    """Of the engine's own first choice. That of the text with its terms tells less of its worth: a term that an engine
    would not have chosen makes any sentence unlikely (``benchmarks/risk.py``)."""
    in_parts: bool = False
    """Whether it was joined from drafts of the parts around what stays (`masking`)."""


NOTHING = Enforced("", ())
"""What becomes of a case that an engine has no translation for."""


def first_choice(case: Case, offers: Sequence[Hypothesis]) -> Enforced:
    """For an engine that cannot climb: the best of what it offers, of those that are sound beside its first choice.

    Args:
        case: The sentence.
        offers: What the engine offers, best first.
    """
    if not offers:
        return NOTHING
    candidate = Candidate.start(case, offers[0])
    choice = choose(offers, case.asked, among=[n for n, offer in enumerate(offers) if candidate.is_sound(offer.text)])
    first = candidate.renderings()
    candidate.text = choice.text
    told = offers[choice.rank - 1].ways
    came = told or (
        choice.how if r.found and not f.found else AS_IS for r, f in zip(candidate.renderings(), first, strict=True)
    )
    return Enforced(choice.text, tuple(came), likelihood=candidate.likelihood)


def climb(
    cases: Sequence[Case], drafts: Sequence[Hypothesis], language: Language, lexicon: Lexicon
) -> Asking[list[Enforced]]:
    """Enforce the demands on many sentences together.

    Args:
        cases: The sentences.
        drafts: The engine's own first choice for each of them.
        language: The language of the drafts.
        lexicon: What is known of the engine's wordings for terms; what is learnt is added.

    Yields:
        What to ask the engine.

    Returns:
        What became of each case, in order.
    """
    candidates = [Candidate.start(case, first) for case, first in zip(cases, drafts, strict=True)]
    # First, since it drafts anew: what is put into a sentence would be lost by it.
    yield from _without_forbidden([c for c in candidates if c.offences()])
    wanting = [candidate for candidate in candidates if candidate.wanted()]
    yield from learn([c.terms[number].term for c in wanting for number in c.missing()], lexicon)
    for candidate in wanting:
        candidate.known = frozenset(n for n in candidate.missing() if knows(candidate.terms[n].term, lexicon))
    occluded = yield from _occluded(wanting, lexicon)
    gathered = [
        Gathered(candidate, Knowledge(lexicon, spans, language.endings))
        for candidate, spans in zip(wanting, occluded, strict=True)
    ]
    yield from gather(gathered, language.stand_ins)
    for one in gathered:
        one.candidate.ways |= _offered(one.candidate, one.carriers, language.endings)
    fillings = [one.filling for one in gathered if one.filling]
    yield from _judge(fillings, language)
    for filling in fillings:
        if filling.is_worth_it and filling.candidate.is_sound(filling.text):
            filling.settle()
    return [_told(candidate) for candidate in candidates]


def _told(candidate: Candidate) -> Enforced:
    ways = (candidate.ways.get(number, AS_IS) for number in range(len(candidate.terms)))
    return Enforced(candidate.text, tuple(ways), tuple(candidate.avoided), candidate.likelihood)


def _occluded(wanting: Sequence[Candidate], lexicon: Lexicon) -> Asking[list[Occluded]]:
    """What occlusion finds in the engine's own drafts, where its wording for a term is not found there.

    Of a term that the engine knows and has no word for here, the words that lose most are something else: in “in order
    to save the file” those of the file.
    """
    drafted = [candidate for candidate in wanting if candidate.drafted.strip()]
    missing = [(c, n) for c in drafted for n in c.missing() if n not in c.known or c.is_name(n)]
    asked = [(c, n) for c, n in missing if not find_wording(c, c.text, n, lexicon)]
    spans = yield from occlude(asked)
    found: dict[int, dict[int, tuple[int, int]]] = {}
    for (candidate, number), span in zip(asked, spans, strict=True):
        if span is not None:
            found.setdefault(id(candidate), {})[number] = span
    return [found.get(id(candidate), {}) for candidate in wanting]


def _offered(candidate: Candidate, carriers: Mapping[int, voting.Said], endings: Endings | None) -> dict[int, Way]:
    """What a person is offered for the terms that a draft lacks: the likeliest form of each, wherever it may go."""
    ways = {}
    for number in candidate.missing():
        ranking = voting.rank(
            candidate.terms[number].term, plural=candidate.is_plural(number), carriers=carriers[number],
            place=Place(0, 0), weights=voting.weights_for(name=candidate.is_name(number)), own=0.0, endings=endings,
        )  # fmt: skip
        ways[number] = Way(How.OFFERED, word=ranking[0][0])
    return ways


def _judge(fillings: Sequence[Filling], language: Language) -> Asking[None]:
    """Ask the engine about the best few forms in each place, and how likely it finds the draft with the best ones."""
    asked: dict[tuple[str, str], None] = {}
    jobs = []
    for filling in fillings:
        source = filling.candidate.case.source
        for number in filling.places:
            forms = {form: (source, filling.with_forms({number: form})) for form, _ in filling.rankings[number][:FORMS]}
            # They help names, which the network knows nothing of by itself; of other words they told nothing new.
            voters = language.voters if len(forms) > 1 and filling.candidate.is_name(number) else ()
            ballots = [_ballot(filling, number, voter) for voter in voters]
            ballots = [ballot for ballot in ballots if ballot]
            jobs.append((filling, number, forms, ballots))
            asked |= dict.fromkeys((*forms.values(), *(pair for ballot in ballots for pair in ballot.values())))
    scored = dict(zip(asked, (yield Score(tuple(asked))) if asked else (), strict=True))
    for filling, number, forms, ballots in jobs:
        filling.rankings[number] = voting.reconsider(
            filling.rankings[number],
            filling.candidate.terms[number].term,
            {form: scored[pair].total for form, pair in forms.items()},
            [{case: scored[pair].total for case, pair in ballot.items()} for ballot in ballots],
            voting.weights_for(name=filling.candidate.is_name(number)),
        )
    for filling in fillings:
        filling.leave_unsure()
    final = {id(filling): (filling.candidate.case.source, filling.text) for filling in fillings if filling.places}
    new = tuple(dict.fromkeys(pair for pair in final.values() if pair not in scored))
    scored |= dict(zip(new, (yield Score(new)) if new else (), strict=True))
    for filling in fillings:
        if id(filling) in final:
            filling.hear(scored[final[id(filling)]])


def _ballot(filling: Filling, number: int, voter: Term) -> dict[voting.Slot, tuple[str, str]]:
    """The draft about a well-known word in place of a term, in each case of the term's best few forms."""
    candidate = filling.candidate
    if voter.source in candidate.case.source.lower():
        return {}
    term = candidate.terms[number].term
    wanted = {case for form, _ in filling.rankings[number][:FORMS] for case in voting.cases_of(term, form)}
    source = disguised_as(candidate, number, voter)
    forms: dict[voting.Slot, str] = {}
    for form, label in labelled(voter):
        forms.setdefault(voting.case_of(label), form)
    return {case: (source, filling.with_forms({number: forms[case]})) for case in sorted(wanted & forms.keys())}


def _without_forbidden(candidates: Sequence[Candidate]) -> Asking[None]:
    """Draft again what has a forbidden rendering, with all forms of it barred."""
    by_phrases: dict[tuple[str, ...], list[Candidate]] = {}
    for candidate in candidates:
        by_phrases.setdefault(_barred(candidate), []).append(candidate)
    for phrases, same in by_phrases.items():
        answers = yield Again(tuple(c.case.source for c in same), HYPOTHESES_WITHOUT, phrases)
        for candidate, hypotheses in zip(same, answers, strict=True):
            clean = next((h.text for h in hypotheses if candidate.is_cleaned_by(h.text)), None)
            if clean is not None:
                candidate.take_clean(clean)


def _barred(candidate: Candidate) -> tuple[str, ...]:
    """Every form of the forbidden renderings that stand in a draft, in the capitals that a text may give them."""
    asked = candidate.case.asked
    forms: list[str] = []
    for hit in forbidden(asked.bans, asked.matches, candidate.text):
        forms += hit.term.accepted if hit.term in asked.bans else hit.term.forbid
        forms.append(candidate.text[hit.start : hit.end])
    return tuple(sorted({spelling for form in forms for spelling in (form, capitalised(form))}))
