"""Tell which names are the same in another spelling or another form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from translate.core.mining.candidates import Mention
from translate.core.mining.facts import Facts
from translate.core.mining.rows import is_acronym
from translate.core.terms.inflection import unlisted_forms
from translate.core.text.spelling import normalise

Names = Mapping[str, Sequence[Mention]]

_ALIKE = 3
"""Letters that forms of one name begin with, at least."""


def spelt_alike(names: Names, facts: Facts) -> dict[str, list[str]]:
    """The names that are the same, by the one that they are called by.

    With full stops or without, in the plural of an acronym, with an article before it, and in another case where the
    endings of the language are known: then the shortest is the name, else the commonest.

    Args:
        names: Every name with its mentions.
        facts: What is known of the language.
    """
    same: dict[str, list[str]] = {}
    called: dict[str, str] = {}
    for name in sorted(names, key=lambda name: (-len(names[name]), name)):
        forms = _forms(name, facts)
        own = next((called[form] for form in forms if form in called), name)
        same.setdefault(own, []).append(name)
        for form in forms:
            called.setdefault(form, own)
    return _with_cases(same, facts) if facts.inflection.endings else same


def _forms(name: str, facts: Facts) -> list[str]:
    """What a name is looked up by: as it is, and as all of its spellings have it."""
    forms = [name]
    if is_acronym(name):
        forms.append(name.replace(".", "").replace(" ", "").removesuffix("s"))
    first, _, rest = name.partition(" ")
    return [*forms, rest] if rest and first.lower() in facts.small else forms


def _with_cases(same: Mapping[str, Sequence[str]], facts: Facts) -> dict[str, list[str]]:
    joined: dict[str, list[str]] = {}
    alike: dict[tuple[str, int], list[str]] = defaultdict(list)
    for name in sorted(same, key=lambda name: (len(name), name)):
        others = alike[name[:_ALIKE], name.count(" ")]
        base = next((other for other in others if _is_form(name, other, facts)), None)
        if base is None:
            others.append(name)
        joined.setdefault(base or name, []).extend(same[name])
    return joined


def _is_form(name: str, base: str, facts: Facts) -> bool:
    spans = unlisted_forms(base, facts.inflection, normalise(name), compounds=False)
    return not is_acronym(base) and (0, len(name)) in spans
