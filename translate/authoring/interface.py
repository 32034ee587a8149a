"""What can propose a term's forms."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace

from translate import patterns
from translate.core.terms.glossary import Form
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a suggester says of one term."""

    forms: tuple[Form, ...]
    """Labelled forms beside the base form; none where nothing can be proposed."""
    doubts: tuple[str, ...] = ()
    """What the reviewer should look at, or why there are no forms."""
    changes: bool = True
    """False for a word that is known to have no other forms."""
    gender: str = ""
    """As a glossary has it; empty where the suggester does not tell."""


class Suggester(ABC):
    """One way of declining a term."""

    name: str

    @abstractmethod
    def suggest(self, base: str, kind: str) -> Proposal:
        """Decline a term, in singular and plural where it is a singular that has one.

        Args:
            base: The base form, words with single spaces between them.
            kind: As the glossary has it: person, place, org, title, acronym, common, or empty.
        """


QUOTATION = patterns.compile(r"""([„“«"])([^„“”«»"]+)([“”»"])""")
"""Something between quotation marks, and the marks."""


def between(before: str, proposal: Proposal, behind: str) -> Proposal:
    """A proposal for a term with something around it that stays."""
    return replace(proposal, forms=tuple(replace(f, text=f"{before}{f.text}{behind}") for f in proposal.forms))


def with_capitals_of(base: str, form: str) -> str:
    """Write a form, which a dictionary may give in small letters, with the letters of the base form as far as it goes.

    Russian ё may be е on either side.
    """
    alike = 0
    for ours, theirs in zip(base, form, strict=False):
        if ours.lower().replace("ё", "е") != theirs.lower().replace("ё", "е"):
            break
        alike += 1
    return base[:alike] + form[alike:]
