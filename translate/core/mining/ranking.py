"""Rank what may be missing in a glossary: first what is most likely a name that a translation has to have right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import prod
from typing import Protocol

from translate.core.mining.candidates import Candidate, Kind, Mention, Passage
from translate.core.mining.facts import Facts
from translate.core.mining.gathering import Gathered, gather
from translate.core.mining.renderings import Drafts
from translate.core.mining.rows import is_acronym
from translate.core.mining.spellings import spelt_alike
from translate.core.mining.usage import Usage

_COMMON = 0.3
"""What a name counts that every engine knows, such as that of a country."""
_WITH_SURNAME = 1.2
"""What a name counts of which a part stands alone elsewhere, as surnames do: translators leave most of these."""
_SEVERAL_WORDS = 0.6
"""What other names of several words count: translators have a word of their own for many of them."""
_COUNTED = 0.4
"""What a name counts that is there in the plural, too: ``Democrat`` and ``Democrats`` are words that decline."""
_TOGETHER = 0.1
"""How much more a name counts whose mentions come together in few articles, as the names of a story do, than words of
all kinds of stories (Church and Gale, “Poisson mixtures”, 1995): a power of the mentions in an article."""
_MOSTLY = 3
"""A surname is that of one person where that one is named so much oftener than another of it."""
_LEAST = 4
"""Letters of a name that may have a plural."""
_SURNAMES = 0.5
"""A word that is small in more of its places is no surname."""


class Known(Protocol):
    """What a newsroom's glossaries and lists know."""

    def spans(self, passage: Passage) -> Iterable[tuple[int, int]]:
        """Where their terms stand in a passage."""

    def has(self, name: str) -> bool:
        """Whether a name as a whole is one of them."""


def candidates(
    passages: Sequence[Passage], facts: Facts, known: Known, drafts: Sequence[Drafts] = ()
) -> list[Candidate]:
    """What the articles have and no row of the glossary knows, the likeliest first.

    Args:
        passages: The texts of the articles.
        facts: What is known of their language.
        known: What is left out.
        drafts: Those of the passages, each of a locale.
    """
    found = gather(passages, facts, known.spans)
    same = spelt_alike(found.names, facts)
    names = {name: [mention for each in own for mention in found.names[each]] for name, own in same.items()}
    shares = _shares(names, found.usage, facts)
    parts: dict[str, list[str]] = defaultdict(list)
    for short, full in shares.items():
        parts[full].append(short)
    made = []
    for name in names:
        if name in shares or known.has(name) or (not found.quoted[name] and _is_date(name, facts)):
            continue
        own = sorted((name, *parts[name]), key=lambda each: (-len(names[each]), -len(each), each))
        every = sorted((mention for each in own for mention in names[each]), key=_place)
        also = sorted(spelling for each in own for spelling in same[each] if spelling != each)
        one = Candidate(own[0], _kind(own[0], found), tuple(every), tuple(also), tuple(own[1:]))
        counted = not names.keys().isdisjoint(_numbers(name))
        made.append(_rendered(replace(one, score=score(one, found.usage, facts, counted=counted)), drafts))
    return sorted(made, key=lambda one: (-one.score, -one.times, one.source))


def _rendered(one: Candidate, drafts: Sequence[Drafts]) -> Candidate:
    """A name with what the drafts made of it, and ahead of those that all drafts left alone."""
    if not drafts:
        return one
    each = [own.rendered(one) for own in drafts]
    changed, there = (sum(getattr(rendered, what) for rendered in each) for what in ("changed", "drafts"))
    worth = one.score * (1 + changed / there) if there else one.score
    told = tuple(rendering for rendered in each for rendering in rendered.commonest)
    return replace(one, renderings=told, changed=changed, drafts=there, score=worth)


def score(one: Candidate, usage: Usage, facts: Facts, *, counted: bool = False) -> float:
    """How likely a name is to be worth a row: how often it is there, and how little it looks like common words.

    Args:
        one: The name.
        usage: How the articles write words.
        facts: What is known of their language.
        counted: Whether the name is there in singular and plural.
    """
    words = [word for word in one.source.lower().split() if word not in facts.small]
    times = max(Counter(each.text for each in one.mentions).values())
    together = float((one.times / one.articles) ** _TOGETHER)
    worth = times * (1 - prod(map(usage.commonness, words))) * together
    if _is_common(one.source, facts):
        worth *= _COMMON
    if counted:
        worth *= _COUNTED
    if one.others:
        return worth * _WITH_SURNAME
    return worth * _SEVERAL_WORDS if len(words) > 1 else worth


def _is_common(name: str, facts: Facts) -> bool:
    return not {name.lower(), name.lower().replace(".", "")}.isdisjoint(facts.common_names())


def _is_date(name: str, facts: Facts) -> bool:
    return not facts.calendar().isdisjoint((name.lower(), *map(str.lower, _numbers(name))))


def _numbers(name: str) -> list[str]:
    """A name in the other number, as English, Spanish and others write it; whatever else that is, is no name."""
    if is_acronym(name) or len(name) < _LEAST:
        return []
    return [name.removesuffix("s")] if name.endswith("s") else [f"{name}s", f"{name}n"]


def _place(mention: Mention) -> tuple[str, int, int]:
    return mention.passage.article, mention.passage.line, mention.start


def _shares(names: dict[str, list[Mention]], usage: Usage, facts: Facts) -> dict[str, str]:
    """The surnames that stand for one full name, each with that."""
    full: dict[str, Counter[str]] = defaultdict(Counter)
    for name, mentions in names.items():
        words = name.split()
        for place in range(1, len(words)):
            before, tail = words[:place], " ".join(words[place:])
            if tail in names and _may_be_given(before, usage) and usage.commonness(words[-1].lower()) < _SURNAMES:
                full[tail][name] += len(mentions)
    shares = {}
    for tail, counted in full.items():
        (first, times), *others = counted.most_common(2)
        rarely = is_acronym(tail) or _is_date(tail, facts) or (_is_common(tail, facts) and times * 2 < len(names[tail]))
        if not rarely and (not others or times >= _MOSTLY * others[0][1]):
            shares[tail] = first
    return {tail: _end(tail, shares) for tail in shares}


def _may_be_given(words: Sequence[str], usage: Usage) -> bool:
    return not any(usage.commonness(word.lower()) or is_acronym(word) for word in words)


def _end(tail: str, shares: dict[str, str]) -> str:
    while tail in shares:
        tail = shares[tail]
    return tail


def _kind(name: str, found: Gathered) -> Kind:
    if found.quoted[name] * 2 >= len(found.names[name]):
        return Kind.TITLE
    return Kind.ACRONYM if is_acronym(name) else Kind.NAME
