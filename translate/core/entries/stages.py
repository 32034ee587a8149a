"""How far an entry is on its way from a draft to an approved text."""

from __future__ import annotations

from enum import StrEnum

from translate.core.entries.catalog import Entry
from translate.core.entries.stamp import Owner, is_unconfirmed, owner


class Stage(StrEnum):
    """How far an entry is."""

    DRAFT = "draft"
    """As the machine wrote it; also where a script approved it (`stamp.is_unconfirmed`)."""
    IN_REVIEW = "in review"
    UNTRANSLATED = "untranslated"
    SETTLED = "settled"
    """By a rule: no work, and nothing that anybody has done."""
    APPROVED = "approved"
    """By a person; it is listed only where the glossary or a check speaks against it."""


def stage_of(entry: Entry) -> Stage:
    """How far an entry is; of a catalog that is `blanks.cleared`."""
    match owner(entry):
        case Owner.NOBODY:
            return Stage.UNTRANSLATED
        case Owner.MACHINE:
            return Stage.DRAFT
        case Owner.RULE:
            return Stage.SETTLED
        case Owner.PERSON if is_unconfirmed(entry):
            return Stage.DRAFT
        case Owner.PERSON:
            return Stage.IN_REVIEW if entry.fuzzy else Stage.APPROVED
