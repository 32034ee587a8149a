"""What the benchmarks stand on still runs: they are measured by hand, long after the code beneath them has moved."""

import importlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from translate.core.entries.termlines import TermLine
from translate.core.terms.demands import demands_on
from translate.core.terms.glossary import Glossary, Term
from translate.core.terms.matching import Matcher
from translate.engines.identity import IdentityEngine

GLOSSARY = Path(__file__).parents[1] / "benchmarks/glossary"


@pytest.fixture
def script(monkeypatch):
    """Loads a script, which lies in no package and finds the others beside it."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(GLOSSARY)
    yield importlib.import_module
    for path in GLOSSARY.glob("*.py"):
        if path.stem not in before:
            sys.modules.pop(path.stem, None)


def test_texts_are_drafted_with_their_glossary_and_without(script):
    drafting = script("drafting")
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


def measured(name, *given):
    """What a script prints."""
    done = subprocess.run([sys.executable, GLOSSARY / name, *given], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize("name", ["false_flags.py", "unlisted_forms.py", "terms.py"])
def test_a_set_that_is_not_there_is_skipped_with_a_word(name, tmp_path):
    assert measured(name, tmp_path / "no.json") == f"skipped: there is no {tmp_path / 'no.json'}\n"


def test_forms_that_no_row_lists_are_counted(tmp_path):
    row = {"source": "folder", "target": "kaust", "match": "any", "variants": "", "forms": "gen=kausta; in=kaustas"}
    pairs = [[f"The folder {n}.", f"{word.capitalize()} {n}."] for n, word in enumerate(["kausta"] * 9 + ["kaust"])]
    (tmp_path / "set.json").write_text(json.dumps({"glossary": [row], "pairs": pairs}), "utf-8")
    counts = [line.rpartition("(")[2] for line in measured("unlisted_forms.py", tmp_path / "set.json").splitlines()]
    known, taken = counts[1::3], counts[2::3]
    assert sorted(known) == ["3 of 3)", "6 of 6)"]
    assert [line.split()[0] for line in taken] == ["0", "0"]


FOLDER = {"source": "folder", "target": "kaust", "match": "any", "variants": "", "forms": "gen=kausta; in=kaustas"}


def counted(script, plain, enforced, *, reference=None, lines=(), wanted=None):
    """What is counted in one text about folders."""
    terms, text = script("terms"), "The folder is open."
    references = {text: reference} if reference else {}
    wants = {(text, "folder"): frozenset(wanted)} if wanted else {}
    given = script("sets").TermSet("mine", (FOLDER,), (text,), references, wants)
    return terms.count(given, {text: terms.Pair(plain, enforced, tuple(map(TermLine.parse, lines)))})


def test_a_term_is_there_in_any_capitals_and_at_the_end_of_a_compound(script):
    for draft in ("KAUST on avatud.", "Alamkaust on avatud.", "Kausta avatud."):
        assert counted(script, "Toimik on avatud.", draft).present == 1
    assert counted(script, "Toimik on avatud.", "Kaustanimi on avatud.").present == 0


def test_what_is_missing_is_silent_unless_the_entry_says_so(script):
    told = ["Glossary: folder = kausta [FLAG offered “kausta”]"]
    assert counted(script, "Toimik on.", "Toimik on.").silent == 1
    said = counted(script, "Toimik on.", "Toimik on.", lines=told)
    assert (said.silent, said.offered) == (0, 1)


def test_a_form_is_judged_by_the_reference_or_by_hand(script):
    assert counted(script, "Toimik.", "Kaustas.", reference="Avatud kaustas.").judged == [True]
    assert counted(script, "Toimik.", "Kaustas.", reference="Avatud kausta.").judged == [False]
    assert counted(script, "Toimik.", "Kaustas.", reference="Avatud kausta.", wanted={"in"}).judged == [True]
    assert counted(script, "Toimik.", "Kaustas.", reference="Avatud.").judged == []


def test_newsdesk_brought_about_what_the_plain_draft_had_in_no_form(script):
    lines = ["Glossary: folder = kaustas [inflected, doubtful, repaired: was “toimikus”, margin 1.0, also “kausta”]"]
    moved = counted(script, "Toimikus.", "Kaustas.", reference="Avatud kaustas.", lines=lines)
    assert moved.moved == [("repaired", True, True)]
    assert moved.kinds == {"doubtful": 1}
    assert counted(script, "Kausta.", "Kaustas.", reference="Avatud kaustas.").moved == []


def test_content_is_lost_where_a_draft_is_much_shorter_than_the_plain_one(script):
    assert counted(script, "Toimik on praegu avatud.", "Kaust on avatud.").lost == 0
    assert counted(script, "Toimik on praegu avatud.", "Kaust avati.").lost_silently == 1


def test_the_rest_of_a_sentence_is_compared_without_its_terms(script):
    whole = counted(script, "Toimik on lahti.", "Kaust on avatud.", reference="See kaust on avatud.")
    assert whole.rest == [("Toimik on lahti.", "on avatud.", "See on avatud.")]
    assert counted(script, "Toimik on lahti.", "Kaust on avatud.", reference="See on avatud.").rest == []


def test_half_of_the_texts_are_held_out(script):
    sets = script("sets")
    lines = sets.read_lines()
    assert [len(lines.within(half)) for half in ("design", "held-out", "all")] == [250, 250, 500]
    mine = sets.TermSet("mine", (FOLDER,), tuple(f"The folder {n}." for n in range(200)))
    design, held_out = (mine.within(half) for half in ("design", "held-out"))
    assert sorted(design + held_out) == sorted(mine.texts)
    assert 70 < len(design) < 130


def test_a_set_is_drafted_and_measured(tmp_path):
    pairs = [["Select the folder.", "Vali kaust."], ["Open the table.", "Ava tabel."]]
    path = tmp_path / "tiny.json"
    path.write_text(json.dumps({"glossary": [FOLDER], "pairs": pairs}), "utf-8")
    figures = json.loads(measured("terms.py", path, "--json"))["tiny"]
    assert (figures["texts"], figures["present"]["whole"], figures["content lost"]) == (2, 1, 0)
    assert len(figures["chrF"]) == 2
