"""What the benchmarks stand on still runs: they are measured by hand, long after the code beneath them has moved."""

import importlib.util
import sys
from pathlib import Path

import pytest

from translate.core.terms.demands import demands_on
from translate.core.terms.glossary import Glossary, Term
from translate.core.terms.matching import Matcher
from translate.engines.identity import IdentityEngine

GLOSSARY = Path(__file__).parents[1] / "benchmarks/glossary"


@pytest.fixture
def drafting(monkeypatch):
    """The module, which lies in no package."""
    spec = importlib.util.spec_from_file_location("benchmarks_glossary_drafting", GLOSSARY / "drafting.py")
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)  # Dataclasses look their module up.
    spec.loader.exec_module(module)
    return module


def test_texts_are_drafted_with_their_glossary_and_without(drafting):
    texts = ["The ferry sailed. Nobody knows why.", "The harbor is closed."]
    matcher = Matcher(Glossary("et", (Term("ferry", "ferry"),)))
    asked = [demands_on(matcher, text) for text in texts]
    engine = IdentityEngine()
    drafts = drafting.draft_sentences(texts, asked, engine)
    assert [(draft.text, [one.source for one in draft.outcomes]) for draft in drafts] == [
        (texts[0], ["ferry"]),
        (texts[1], []),
    ]
    assert [draft.text for draft in drafting.draft_plain(texts, engine)] == texts
