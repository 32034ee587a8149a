"""What the benchmarks stand on still runs: they are measured by hand, long after the code beneath them has moved."""

import importlib.util
import json
import subprocess
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


def measured(script, given):
    """What a script prints of a set of pairs."""
    done = subprocess.run([sys.executable, GLOSSARY / script, given], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize("script", ["false_flags.py", "unlisted_forms.py"])
def test_a_set_that_is_not_there_is_skipped_with_a_word(script, tmp_path):
    assert measured(script, tmp_path / "no.json") == f"skipped: there is no {tmp_path / 'no.json'}\n"


def test_forms_that_no_row_lists_are_counted(tmp_path):
    row = {"source": "folder", "target": "kaust", "match": "any", "variants": "", "forms": "gen=kausta; in=kaustas"}
    pairs = [[f"The folder {n}.", f"{word.capitalize()} {n}."] for n, word in enumerate(["kausta"] * 9 + ["kaust"])]
    (tmp_path / "set.json").write_text(json.dumps({"glossary": [row], "pairs": pairs}), "utf-8")
    counts = [line.rpartition("(")[2] for line in measured("unlisted_forms.py", tmp_path / "set.json").splitlines()]
    known, taken = counts[1::3], counts[2::3]
    assert sorted(known) == ["3 of 3)", "6 of 6)"]
    assert [line.split()[0] for line in taken] == ["0", "0"]
