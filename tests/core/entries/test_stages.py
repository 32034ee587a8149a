"""How far an entry is follows from whose text it holds."""

from dataclasses import replace

import pytest

from translate.core.entries.catalog import Entry
from translate.core.entries.comments import Hole, SetBack, Unconfirmed
from translate.core.entries.stages import Stage, stage_of
from translate.core.entries.stamp import Draft

STAMP = str(Draft("Praam lahkus.", "argos 1", "11111111").stamp)
DRAFT = Entry("The ferry left.", "Praam lahkus.", extracted=(STAMP,), flags=("fuzzy",))


@pytest.mark.parametrize(
    ("entry", "stage"),
    [
        (DRAFT, Stage.DRAFT),
        (replace(DRAFT, flags=()), Stage.APPROVED),
        (replace(DRAFT, flags=(), extracted=(str(Unconfirmed(25)), STAMP)), Stage.DRAFT),
        (replace(DRAFT, flags=(), extracted=(str(Unconfirmed(25)), STAMP), msgstr="Laev läks."), Stage.APPROVED),
        (replace(DRAFT, msgstr="Laev läks."), Stage.IN_REVIEW),
        (replace(DRAFT, msgstr="Laev läks.", extracted=(str(SetBack("2026-11-28")),)), Stage.IN_REVIEW),
        (Entry("The ferry left."), Stage.UNTRANSLATED),
        (Entry("The ferry left.", extracted=(str(Hole("2026-11-28")),)), Stage.UNTRANSLATED),
    ],
    ids=[
        *("drafted", "approved as drafted", "approved in bulk", "edited after that", "edited", "set back"),
        *("empty", "a hole"),
    ],
)
def test_an_entry_is_as_far_as_a_person_has_brought_it(entry, stage):
    assert stage_of(entry) is stage
