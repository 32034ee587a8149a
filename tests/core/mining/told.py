"""Articles in a line each, and what is found in them."""

from translate.core.mining.candidates import Passage
from translate.core.mining.facts import Facts, facts_of
from translate.core.mining.known import KnownTerms
from translate.core.mining.ranking import candidates
from translate.core.terms.glossary import Glossary
from translate.core.terms.matching import Matcher
from translate.languages.cldr import calendar, common_names
from translate.languages.loading import load_language

ENGLISH = facts_of(load_language("en"), lambda: common_names("en"), lambda: calendar("en"))


def passages(*texts: str, drafts: tuple[str, ...] = (), locale: str = "et") -> list[Passage]:
    """Each text in an article of its own, with its draft if there is one."""
    each = [{locale: draft} for draft in drafts] or [{} for _ in texts]
    return [Passage(text, f"{n}.txt", 1, own) for n, (text, own) in enumerate(zip(texts, each, strict=True))]


def suggested(*texts: str, terms=(), facts: Facts = ENGLISH):
    """What is proposed, the likeliest first."""
    there = passages(*texts)
    matchers = [Matcher(Glossary("et", tuple(terms)))] if terms else []
    return candidates(there, facts, KnownTerms(matchers, there))


def sources(*texts: str, terms=(), facts: Facts = ENGLISH) -> list[str]:
    """What the proposals are called, in the order of the alphabet."""
    return sorted(one.source for one in suggested(*texts, terms=terms, facts=facts))
