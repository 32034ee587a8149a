"""What inline tags are held to, on pairs that no package has seen; ``NEWSDESK_LONG=1`` measures it, where the sets are.

What each figure is stands in ``benchmarks/tags/README.md``; what it takes is measured there, and in no test.
"""

import importlib
import os
import sys
from pathlib import Path

import pytest

from tests.programs import needs

FOLDER = Path(__file__).parents[1] / "benchmarks/tags"
PAIRS = FOLDER.parents[2] / "shared/eval/tags/pairs.jsonl"
pytestmark = [
    pytest.mark.skipif(os.environ.get("NEWSDESK_LONG") != "1", reason="takes a minute; NEWSDESK_LONG=1 runs it"),
    pytest.mark.skipif(not PAIRS.is_file(), reason="needs the pairs in ../shared/eval/tags"),
]


@pytest.fixture(scope="module")
def tables():
    """The scripts, which lie in no package and find each other beside them."""
    names = {path.stem for path in FOLDER.glob("*.py")}
    before = {name: sys.modules.pop(name) for name in names & sys.modules.keys()}
    sys.path.insert(0, str(FOLDER))
    yield importlib.import_module("table"), importlib.import_module("pairs")
    sys.path.remove(str(FOLDER))
    for name in names:
        sys.modules.pop(name, None)
    sys.modules.update(before)


def total(table, scores):
    return sum(scores, table.Score())


def exact(score):
    return score.exact / score.spans


@pytest.mark.parametrize("kind", ["references", "drafts"])
def test_tags_land_at_their_words_in_estonian(kind, tables, sample_packages):
    table, pairs = tables
    unseen = [pair for pair in pairs.read(PAIRS, "et") if pair.unseen]
    wanted = [pairs.on_reference(one) if kind == "references" else pairs.on_draft(one, one.draft) for one in unseen]
    texts = table.Set(kind, unseen, wanted)
    found = table.found(texts, table.ArgosEngine())
    base, quick, thorough = (total(table, found.scores[way]) for way in (table.PROPORTION, "quick", "thorough"))
    flags = table.flags(texts, found.placed["thorough"])
    for way in ("quick", "thorough"):
        assert not list(table.faults(texts, found.placed[way]))
    assert flags.unsure <= 0.08
    assert flags.rest.f1 >= 0.96
    if kind == "references":
        assert (thorough.f1 >= 0.91, thorough.f1 - base.f1 >= 0.22, exact(thorough) >= 0.84) == (True, True, True)
        assert quick.f1 >= 0.88
        assert thorough.point_hits / thorough.points >= 0.88
    else:
        assert (thorough.f1 >= 0.95, thorough.f1 - base.f1 >= 0.26) == (True, True)


@needs("apertium")
def test_tags_land_at_their_words_in_drafts_of_apertium(tables):
    table, pairs = tables
    engine, spanish = table.ApertiumEngine(), pairs.read(PAIRS, "es")
    drafts = table.drafted(engine, spanish)
    texts = table.Set("drafts", spanish, [pairs.on_draft(p, d) for p, d in zip(spanish, drafts, strict=True)])
    found = table.found(texts, engine)
    base, quick = (total(table, found.scores[way]) for way in (table.PROPORTION, "quick"))
    assert not list(table.faults(texts, found.placed["quick"]))
    assert (quick.f1 >= 0.88, quick.f1 - base.f1 >= 0.20) == (True, True)
