"""Check whether a translation renders the terms of its source, however it came about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from translate.core.terms.compounds import Compounding, first_parts, within_compound
from translate.core.terms.glossary import Action, Form, Match, Require, Term
from translate.core.terms.inflection import unlisted_forms
from translate.core.terms.joining import APART, Joining, changed
from translate.core.terms.matching import Hit, PhraseFinder, TermMatch, leftmost_longest, outside_identifiers
from translate.core.terms.phrases import Capitals
from translate.core.text import identifiers
from translate.core.text.spelling import fold, normalise
from translate.values import dataclass

T = TypeVar("T")

_WORK = 200_000
"""Steps that may be spent on accepted forms that overlap each other. Real texts need a few dozen."""


@dataclass(frozen=True, slots=True)
class FormMatch:
    """An accepted form found in a translation."""

    term: Term
    form: Form
    """As the glossary has it; its label is empty for a base form that `forms` does not name."""
    start: int
    """Offset of its first character in the translation."""
    end: int


@dataclass(frozen=True, slots=True)
class Rendering:
    """How one mention of a term came through."""

    match: TermMatch
    required: bool
    """False where the term's `require` lets this mention go without it."""
    found: FormMatch | None
    """What renders it in the translation; None where nothing does."""
    within: tuple[int, int] | None = None
    """Where nothing renders it: the place of a word that goes on behind a form of it, as ``failinime`` does behind
    ``faili``. Such a word may say it or may not; nobody but a person can tell."""
    unlisted: tuple[int, int] | None = None
    """Where nothing renders it: the place of what is evidently a form of it, as ``kaustas`` is one of ``kaust``, of a
    term whose row lists no forms."""

    @property
    def told_of(self) -> bool:
        """Whether nothing renders it, but there is a word for a person to judge."""
        return self.within is not None or self.unlisted is not None

    @property
    def missing(self) -> bool:
        """Whether it had to be there and is not, be it within a word or in a form that is not listed."""
        return self.required and self.found is None and not self.told_of

    @property
    def only_warned(self) -> bool:
        """Whether it is not there and its term wants no more than that this is told."""
        return self.match.term.require is Require.WARN and self.found is None and not self.told_of


@dataclass(frozen=True, slots=True)
class Verification:
    """What became of the terms of one segment."""

    renderings: tuple[Rendering, ...]
    """One for each mention that asks for anything, in the order of the source."""
    excess: tuple[FormMatch, ...]
    """Accepted forms beyond the number of mentions, from left to right."""

    @property
    def missing(self) -> tuple[Rendering, ...]:
        """The mentions that had to be rendered and are not."""
        return tuple(r for r in self.renderings if r.missing)


_NOTHING = Verification((), ())


@dataclass(frozen=True, slots=True)
class ForbiddenHit:
    """A rendering that the glossary forbids, found in a translation."""

    term: Term
    """The term whose `forbid` names it, or the `forbid` row itself."""
    rendering: str
    """As the glossary has it."""
    start: int
    end: int


def verify(matches: Sequence[TermMatch], target: str) -> Verification:
    """Look for an accepted form of every matched term, each mention with a place of its own.

    Forms are compared as stored, or with more capitals, as `Capitals` tells. In a language that makes compounds, the
    last part of one is a place, too, and so is a word with what `Joining` tells beside the form. A part of an
    identifier is none: who reads ``#Programa`` has not read of the programme.
    Places never overlap, and they are chosen so that as many required mentions as possible have one, then as many
    others as possible, then so that the longer forms are used (maximal exclusive matching). The choice is exact unless
    hundreds of forms of different terms overlap in one text; then it may call too much missing, never too little.

    Args:
        matches: What `Matcher.find` found in the source. Mentions of terms that are `off` are left out of the answer.
            `Require.FIRST` means the first of these mentions.
        target: The translation.

    Returns:
        The mentions with what renders them, mentions of one term taking its places from left to right.
    """
    mentions = [m for m in matches if m.term.action not in {Action.OFF, Action.FORBID}]
    if not mentions:  # As in most texts.
        return _NOTHING
    total = Counter(m.term for m in mentions)
    needed = {term: _needed(term, count) for term, count in total.items()}
    hits = _accepted_hits(mentions, target)
    taken = sorted(_choose(hits, needed, total), key=lambda hit: hit.start)
    places: dict[Term, list[FormMatch]] = {term: [] for term in total}
    for hit in reversed(taken):
        places[hit.value[0]].append(_form_match(hit))
    seen: Counter[Term] = Counter()
    renderings = []
    for m in mentions:
        required = seen[m.term] < needed[m.term]
        seen[m.term] += 1
        renderings.append(Rendering(m, required, places[m.term].pop() if places[m.term] else None))
    places_taken = [*((hit.start, hit.end) for hit in taken), *identifiers.spans(target)]
    told = tuple(_unlisted(renderings, target, places_taken))
    return Verification(tuple(_within_words(told, target, places_taken)), _excess(hits, taken))


def forbidden(
    bans: Sequence[Term], matches: Sequence[TermMatch], target: str, joining: Joining = APART
) -> tuple[ForbiddenHit, ...]:
    """Find renderings that the glossary forbids.

    Args:
        bans: The `forbid` rows that hold here, from `Matcher.bans`; their `match` is the case rule for the target.
        matches: What `Matcher.find` found in the source; the `forbid` of each of these terms holds.
        target: The translation.
        joining: What its language writes in one word with others.

    Returns:
        The forbidden places from left to right, without overlaps. What lies wholly within an accepted form of a matched
        term is no offence: ``stuudio`` may be forbidden and ``Esimene stuudio`` right; nor is a part of an identifier.
    """
    mentions = [m for m in matches if m.term.action not in {Action.OFF, Action.FORBID}]
    if not bans and not any(m.term.forbid for m in mentions):  # As of most texts.
        return ()
    finder = _forbidden_finder(tuple(bans), tuple(dict.fromkeys(m.term for m in mentions)))
    hits = finder.hits(target)
    if joining:
        hits = sorted({*hits, *finder.joined(target, joining)}, key=lambda hit: (hit.start, -hit.end))
    excused = sorted((hit.start, hit.end) for hit in _accepted_hits(mentions, target)) if hits else []
    offences = leftmost_longest(outside_identifiers(list(_outside(hits, excused)), target))
    return tuple(ForbiddenHit(*hit.value, hit.start, hit.end) for hit in offences)


def _needed(term: Term, mentions: int) -> int:
    """How many of the mentions have to be rendered."""
    return {Require.ALL: mentions, Require.FIRST: 1, Require.WARN: 0}[term.require]


_FormHit = Hit[tuple[Term, Form]]


# A sentence is verified once for each hypothesis, with the same terms.
@lru_cache(maxsize=1024)
def _form_finder(terms: tuple[tuple[Term, Capitals], ...]) -> PhraseFinder[tuple[Term, Form]]:
    return PhraseFinder((form.text, capitals, (term, form)) for term, capitals in terms for form in _forms(term))


@lru_cache(maxsize=1024)
def _compound_finder(terms: tuple[tuple[Term, Capitals], ...]) -> PhraseFinder[tuple[Term, Form]]:
    return PhraseFinder(
        (joined, capitals, (term, form))
        for term, capitals in terms
        for form in _forms(term)
        if (joined := within_compound(form.text, term.source))
    )


def _forms(term: Term) -> Iterable[Form]:
    """The accepted forms, each with its label."""
    return {f.text: f for f in (Form(term.target), *reversed(term.forms))}.values()


@lru_cache(maxsize=1024)
def _forbidden_finder(bans: tuple[Term, ...], terms: tuple[Term, ...]) -> PhraseFinder[tuple[Term, str]]:
    return PhraseFinder(
        [(text, Match.SMART, (term, text)) for term in terms for text in term.forbid]
        + [(text, ban.match, (ban, text)) for ban in bans for text in ban.accepted]
    )


def _accepted_hits(mentions: Sequence[TermMatch], target: str) -> list[_FormHit]:
    """Where accepted forms stand, from left to right, the longest first; at most one for each term and place."""
    if not mentions:
        return []
    terms = tuple({(m.term, m.capitals): None for m in mentions})
    hits = _form_finder(terms).hits(target)
    if mentions[0].compounding is not None:
        hits = _with(hits, _compound_finder(terms).last_parts(target))
    if mentions[0].inflection is not None and mentions[0].inflection.joining:
        hits = _with(hits, _form_finder(terms).joined(target, mentions[0].inflection.joining))
    unique: dict[tuple[Term, int, int], _FormHit] = {}
    for hit in outside_identifiers(hits, target):
        unique.setdefault((hit.value[0], hit.start, hit.end), hit)
    return list(unique.values())


def _with(hits: list[_FormHit], others: list[_FormHit]) -> list[_FormHit]:
    return sorted((*hits, *others), key=lambda hit: (hit.start, -hit.end)) if others else hits


def _unlisted(renderings: Sequence[Rendering], target: str, taken: list[tuple[int, int]]) -> Iterator[Rendering]:
    """The renderings, and for each that nothing renders a form of its term that is not listed, if one is left.

    What is found is `taken` then. Forms of several words come before those of one.
    """
    lacking = {r.match.term: r.match for r in renderings if r.found is None and r.match.term.lacks_forms}
    left: dict[Term, list[tuple[int, int]]] = {}
    for term in sorted(lacking, key=lambda term: len(term.target), reverse=True):
        mentions = sum(r.found is None for r in renderings if r.match.term == term)
        left[term] = list(islice(_forms_left(lacking[term], target, taken), mentions))
        taken += left[term]
    for rendering in renderings:
        places = left.get(rendering.match.term) if rendering.found is None else None
        yield replace(rendering, unlisted=places.pop(0)) if places else rendering


def _forms_left(match: TermMatch, target: str, taken: Collection[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The evident forms of a term, of which no part is taken."""
    if match.inflection is None:
        return
    normal = normalise(target)
    compounds = match.compounding is not None
    places = list(unlisted_forms(match.term.target, match.inflection, normal, compounds=compounds))
    if likely := changed(fold(match.term.target), match.inflection.joining):
        places += [found.span() for found in likely.finditer(normal.folded)]
    for start, end in places:
        place = normal.original(start, end)
        if _is_free(place, taken):
            yield place


def _within_words(
    renderings: Iterable[Rendering], target: str, taken: Collection[tuple[int, int]]
) -> Iterator[Rendering]:
    """The renderings, and for each that nothing renders a word that begins with a form of its term, if one is left."""
    left: dict[Term, list[tuple[int, int]]] = {}
    for rendering in renderings:
        term, compounding = rendering.match.term, rendering.match.compounding
        if rendering.found is not None or rendering.unlisted is not None or compounding is None:
            yield rendering
            continue
        if term not in left:
            left[term] = list(dict.fromkeys(_beginnings(term, compounding, target, taken)))
        yield replace(rendering, within=left[term].pop(0) if left[term] else None)


def _beginnings(
    term: Term, compounding: Compounding, target: str, taken: Collection[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The words that go on behind a form of a term, if that is no part of what renders a term already."""
    normal = normalise(target)
    for word, part in first_parts(term.accepted, term.source, compounding, normal.folded):
        if _is_free(normal.original(*part), taken):
            yield normal.original(*word)


def _is_free(place: tuple[int, int], taken: Iterable[tuple[int, int]]) -> bool:
    start, end = place
    return all(other_end <= start or end <= other_start for other_start, other_end in taken)


def _form_match(hit: _FormHit) -> FormMatch:
    return FormMatch(*hit.value, hit.start, hit.end)


def _excess(hits: Iterable[_FormHit], taken: Sequence[_FormHit]) -> tuple[FormMatch, ...]:
    free = []
    following = 0
    for hit in hits:  # Both from left to right.
        while following < len(taken) and taken[following].end <= hit.start:
            following += 1
        if following == len(taken) or taken[following].start >= hit.end:
            free.append(hit)
    return tuple(_form_match(hit) for hit in leftmost_longest(free))


def _outside(hits: Iterable[Hit[T]], excused: Sequence[tuple[int, int]]) -> Iterable[Hit[T]]:
    """The hits that no excused span contains; both in order of their start."""
    reach = 0
    following = 0
    for hit in hits:
        while following < len(excused) and excused[following][0] <= hit.start:
            reach = max(reach, excused[following][1])
            following += 1
        if hit.end > reach:
            yield hit


def _choose(hits: Sequence[_FormHit], needed: dict[Term, int], total: Counter[Term]) -> list[_FormHit]:
    """Choose places without overlaps, at most `total` for each term, that serve as many mentions as possible."""
    left = Counter(total)
    taken: list[_FormHit] = []
    rest = list(hits)
    while rest:
        # A place that nothing else wants costs nothing, so it is taken before a contested one of the same term.
        # Once a term is served, its other places are free for the rest, which may settle more of them.
        contested = []
        for hit, alone in zip(rest, _alone(rest), strict=True):
            term = hit.value[0]
            if not alone:
                contested.append(hit)
            elif left[term] > 0:
                left[term] -= 1
                taken.append(hit)
        wanted = [hit for hit in contested if left[hit.value[0]] > 0]
        if len(wanted) == len(contested):
            return taken + _search(wanted, {t: needed[t] - (total[t] - left[t]) for t in total}, left)
        rest = wanted
    return taken


def _alone(hits: Sequence[_FormHit]) -> list[bool]:
    """For each of the hits, in order of their start, whether it overlaps none of the others."""
    alone = []
    reach = 0
    for i, hit in enumerate(hits):
        alone.append(hit.start >= reach and (i + 1 == len(hits) or hits[i + 1].start >= hit.end))
        reach = max(reach, hit.end)
    return alone


_Chain = tuple[_FormHit, "_Chain"] | None
_Worth = tuple[int, int, int]
"""Required mentions served, other mentions served, characters covered."""


def _search(hits: Sequence[_FormHit], needed: dict[Term, int], left: Counter[Term]) -> list[_FormHit]:
    """Choose among contested places, from left to right, keeping the best way to reach each state.

    A state is where the last place ends and how many places each term has. Choosing intervals of coloured jobs is
    NP-hard in general, so there is a budget.
    """
    last = {hit.value[0]: i for i, hit in enumerate(hits)}
    column = {term: i for i, term in enumerate(last)}
    states: dict[tuple[int, tuple[int, ...]], tuple[_Worth, _Chain]] = {(0, (0,) * len(column)): ((0, 0, 0), None)}
    work = 0
    for i, hit in enumerate(hits):
        work += len(states)
        if work > _WORK:
            return _soonest_ends(hits, left)
        term = hit.value[0]
        at = column[term]
        following: dict[tuple[int, tuple[int, ...]], tuple[_Worth, _Chain]] = {}
        for (reach, counts), (worth, chain) in states.items():
            options = [(reach if reach > hit.start else 0, counts[at], worth, chain)]
            if reach <= hit.start and counts[at] < left[term]:
                served = counts[at] < needed[term]
                gain = (worth[0] + served, worth[1] + (not served), worth[2] + hit.end - hit.start)
                options.append((hit.end, counts[at] + 1, gain, (hit, chain)))
            for new_reach, count, new_worth, new_chain in options:
                # A count that nothing asks for any more must not tell states apart.
                kept = 0 if last[term] == i else count
                key = (new_reach, (*counts[:at], kept, *counts[at + 1 :]))
                if key not in following or following[key][0] < new_worth:
                    following[key] = (new_worth, new_chain)
        states = following
    chain = max(states.values(), key=lambda state: state[0])[1]
    chosen = []
    while chain is not None:
        hit, chain = chain
        chosen.append(hit)
    return chosen


def _soonest_ends(hits: Sequence[_FormHit], left: Counter[Term]) -> list[_FormHit]:
    """Choose each time the place that ends first: the best choice for one term, a fair one for many."""
    spare = Counter(left)
    chosen: list[_FormHit] = []
    reach = 0
    for hit in sorted(hits, key=lambda hit: hit.end):
        if hit.start >= reach and spare[hit.value[0]] > 0:
            spare[hit.value[0]] -= 1
            chosen.append(hit)
            reach = hit.end
    return chosen
