"""Whoever asks the memory is told what differs, also by the glossary of today."""

import pytest

from translate.core.entries.remembered import Difference, MemoryUnit
from translate.errors import GlossaryError
from translate.memory.database import Feed, Memory
from translate.workflow.asking import search, stats

UNITS = (
    MemoryUnit("et", "The ferry sailed on Monday.", "Praam väljus esmaspäeval."),
    MemoryUnit("et", "The ferry sailed on Monday.", "Praam sõitis esmaspäeval.", "caption"),
    MemoryUnit("et", "Nothing like it at all.", "Ei midagi sellist."),
)


@pytest.fixture
def memory(project):
    with Memory(project.root / "memory.sqlite", source="en", home=None) as memory:
        memory.feed([Feed("a.po", "1", UNITS)])
        yield memory


def test_texts_like_it_are_found_with_the_terms_by_which_they_differ(project, memory):
    found = search(project.settings, memory, "The train sailed on Monday.", locale="et")
    assert {f.hit.unit.target for f in found} == {"Praam väljus esmaspäeval.", "Praam sõitis esmaspäeval."}
    assert {f.terms for f in found} == {Difference(missing=("ferry",))}


def test_the_kind_that_is_asked_for_comes_first_and_the_limit_holds(project, memory):
    (one,) = search(project.settings, memory, "The ferry sailed on Monday.", locale="et", kind="caption", limit=1)
    assert (one.hit.unit.target, one.hit.score, bool(one.terms)) == ("Praam sõitis esmaspäeval.", 1.0, False)


def test_a_glossary_that_cannot_be_used_is_no_answer(project, memory):
    project.write("glossaries/et.csv", b"\xff\xfe\x00")
    with pytest.raises(GlossaryError):
        search(project.settings, memory, "The ferry sailed.", locale="et")


def test_what_is_remembered_is_counted_by_locale_and_kind(memory):
    assert [(c.locale, c.kind, c.units, c.targets) for c in stats(memory)] == [
        ("et", None, 2, 2),
        ("et", "caption", 1, 1),
    ]
