"""What the benchmarks stand on still runs: they are measured by hand, long after the code beneath them has moved."""

import importlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import formats
from tests.programs import needs
from translate.apertium.installation import Installation
from translate.core.entries.termlines import TermLine
from translate.core.terms.demands import demands_on, outcomes
from translate.core.terms.glossary import Action, Form, Glossary, Term
from translate.core.terms.matching import Matcher
from translate.documents.xml.feed import FeedFormat
from translate.engines.identity import IdentityEngine
from translate.plugins import format_names

GLOSSARY = Path(__file__).parents[1] / "benchmarks/glossary"
APERTIUM = GLOSSARY.parent / "apertium"


def test_hostile_files_are_timed_in_every_format():
    assert {form.name for form, _, _ in formats.cases()} == {*format_names()}
    assert formats.outcome(FeedFormat(), b"<rss><channel><item><title>Ferry</title></item></channel></rss>") == "read"
    assert formats.outcome(FeedFormat(), b"<rss><channel><item>") == "refused"


@pytest.fixture
def script(monkeypatch):
    """Loads a script, which lies in no package and finds the others beside it."""
    before = set(sys.modules)
    for folder in (GLOSSARY, APERTIUM):
        monkeypatch.syspath_prepend(folder)
    yield importlib.import_module
    for path in (*GLOSSARY.glob("*.py"), *APERTIUM.glob("*.py")):
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


@needs("apertium")
def test_the_genders_that_endings_tell_are_counted(tmp_path):
    if Installation().mode("es", "en") is None:
        pytest.skip("no pair of Apertium's for es")
    (tmp_path / "words").write_text("norma\nley\nmano\nministerio\nEstonia\ncorrer\n", "utf-8")
    told = [measured("../genders.py", tmp_path / "words", "--half", half) for half in ("design", "held-out")]
    assert told == ["es     3 nouns  told 1.000  right .667\n", "es     1 nouns  told .000  right –\n"]


@needs("apertium")
def test_what_is_proposed_for_a_glossary_is_held_against_its_rows(tmp_path):
    if Installation().mode("en", "es") is None:
        pytest.skip("no pair of Apertium's for es")
    rows = "source,target,kind,gender,forms\nrule,norma,common,m,pl=normas\nfilm,filme,common,m,pl=filmes\n"
    (tmp_path / "es.csv").write_text(rows, "utf-8")
    assert measured("../genders.py", tmp_path / "es.csv").splitlines() == [
        "es     2 rows   genders told 1.000  right .500",
        "es     2 rows   plurals told .500  right 1.000",
    ]


def test_a_list_of_words_that_is_not_there_is_skipped_with_a_word(tmp_path):
    assert measured("../genders.py", tmp_path / "no") == f"skipped: there is no {tmp_path / 'no'}\n"


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
    short = counted(script, "Toimik on praegu avatud.", "Kaust avati.")
    assert (short.lost, short.lost_silently) == (1, 1)


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


def test_the_page_has_the_table_between_its_marks(script, tmp_path):
    table, page = script("table"), tmp_path / "page.md"
    page.write_text(f"Before.\n{table.BEGINS}\nold\n{table.ENDS}\nBehind.\n", "utf-8")
    table.put("| new |", page)
    assert page.read_text("utf-8") == f"Before.\n{table.BEGINS}\n\n| new |\n\n{table.ENDS}\nBehind.\n"
    page.write_text("No marks.", "utf-8")
    with pytest.raises(SystemExit, match=r"page.md has no place for the table"):
        table.put("| new |", page)


def test_the_table_of_the_page_has_all_that_is_measured(script):
    table = script("table")
    page = table.PAGE.read_text("utf-8")
    for name, _, goals in table.GOALS:
        assert all(f"{table.TITLES[of]}: {name} | {wanted} |" in page for of, wanted in goals.items())
    assert re.search(r"^Measured on 20\d\d-\d\d-\d\d with the sample package", page, re.MULTILINE)


def test_a_wrong_glossary_does_no_harm_where_drafts_are_marked_or_left_plain(script):
    table, pair = script("table"), script("terms").Pair
    doubtful = (TermLine.parse("Glossary: folder = kausta [doubtful, redrafted]"),)
    offered = (TermLine.parse("Glossary: folder = kausta [FLAG offered “kausta”]"),)
    drafts = [pair("a", "b"), pair("a", "c", doubtful), pair("a", "a", offered), pair("a", "a")]
    told = table.Shuffled.of(drafts)
    assert (told.marked.part, told.marked.whole, told.safe.part, told.safe.whole) == (1, 2, 2, 3)


def test_a_goal_is_met_by_what_both_halves_reach(script):
    table, share = script("table"), script("false_flags").Share
    row = table.goal_row("names: present", table.at_least(0.9), share(1, 2), share(19, 20))
    assert (row[0], row[1], row[-1]) == ("names: present", "≥ 0.9", "yes")
    assert table.goal_row("names: present", table.at_least(0.9), share(1, 2), share(8, 10))[-1] == "**no**"
    assert table.goal_row("content lost", table.at_most(0), 0, 1)[1:] == ("none", "0", "1", "**no**")


def test_who_reads_drafts_does_not_see_which_is_which(script):
    reading = script("reading")
    places = [("mine", number) for number in range(100)]
    order = [reading.plain_is_first(place, 7) for place in places]
    assert order == [reading.plain_is_first(place, 7) for place in places]
    assert order != [reading.plain_is_first(place, 8) for place in places]
    assert 30 < sum(order) < 70


def test_verdicts_are_turned_into_what_the_glossary_did(script, tmp_path):
    reading = script("reading")
    first = next(number for number in range(9) if reading.plain_is_first(("mine", number), 7))
    second = next(number for number in range(9) if not reading.plain_is_first(("mine", number), 7))
    (tmp_path / "my.csv").write_text(f"set,number,verdict\nmine,{first},A\nmine,{second},A\nmine,99,equal\n", "utf-8")
    told = measured("reading.py", "judge", tmp_path / "my.csv", "--seed", "7", "--write", tmp_path / "turned.csv")
    turned = f"set,number,verdict\nmine,{first},worse\nmine,{second},better\nmine,99,equal\n"
    assert (tmp_path / "turned.csv").read_text("utf-8") == turned
    assert [line.split()[:2] for line in told.splitlines()[-3:]] == [[word, "0.333"] for word in reading.Verdict]
    assert measured("reading.py", "judge", tmp_path / "turned.csv") == told


def test_a_verdict_that_is_none_is_told_with_its_line(script, tmp_path):
    reading = script("reading")
    (tmp_path / "my.csv").write_text("set,number,verdict\nmine,1,equal\nmine,2,A\n", "utf-8")
    with pytest.raises(ValueError, match=r"my.csv line 3: the verdict must be better, equal or worse, not “A”"):
        reading.read_verdicts(tmp_path / "my.csv")


def test_of_what_was_read_only_numbers_and_verdicts_are_kept(script):
    reading, sets = script("reading"), script("sets")
    verdicts = reading.read_verdicts(reading.READINGS)
    assert {name for name, _ in verdicts} <= {*sets.NAMES, sets.LINES}
    for name, number in verdicts:
        path = sets.SHARED / f"{name}.json"
        whole = len(
            sets.read_lines().texts if name == sets.LINES else sets.read_set(path).texts if path.is_file() else ()
        )
        assert 1 <= number <= (whole or number)


def test_only_changed_drafts_are_shown_without_a_word_of_their_order(tmp_path):
    row = {**FOLDER, "target": "toimik", "forms": "gen=toimiku; part=toimikut; in=toimikus"}
    path = tmp_path / "tiny.json"
    path.write_text(json.dumps({"glossary": [row], "texts": ["Select the folder.", "Open the table."]}), "utf-8")
    shown = measured("reading.py", "show", path, "--half", "all", "--seed", "7").splitlines()
    assert shown[:2] == ["tiny,1", "   Select the folder."]
    assert [line[:3] for line in shown[2:4]] == ["A  ", "B  "]
    assert sum("toimik" in line for line in shown[2:4]) == 1
    assert "tiny,2" not in shown


BRIDGE = Term(
    "bridge", "viaducto", variants=("bridges",), forms=(Form("viaductos", "pl"),), gender="masc", article=True
)
CLINIC = Term("hospital", "clínica", variants=("hospitals",), forms=(Form("clínicas", "pl"),), gender="fem")
EAGLE = Term("eagle", "águila real", forms=(Form("águilas reales", "pl"),), gender="fem")
JUDGE = Term("judge", "magistrada", forms=(Form("magistrado", "masc"), Form("magistrados", "masc pl")), gender="fem")
TAMM = Term("Tamm", "Tamm", action=Action.KEEP)


def agreeing(script, text, draft, *terms):
    """What is counted in a Spanish draft of a text with some terms."""
    agreement, drafting = script("agreement"), script("drafting")
    asked = demands_on(Matcher(Glossary("es", terms)), text)
    drafted = drafting.Drafted(draft, outcomes(asked, draft))
    return agreement.count({term.source: agreement.Known(term) for term in terms}, [text], [asked], [drafted])


@needs("apertium")
@pytest.mark.parametrize(
    ("term", "draft", "agrees"),
    [
        (BRIDGE, "Cierran el viaducto.", [True]),
        (BRIDGE, "Cierran la viaducto.", [False]),
        (BRIDGE, "Cierran el viaductos.", [False]),
        (BRIDGE, "Cerca del viaducto.", [True]),
        (BRIDGE, "Todas las viaductos.", [False]),
        (BRIDGE, "Cierran viaducto.", []),
        (BRIDGE, "Cierran los dos viaductos.", []),
        (CLINIC, "Otra clínica.", [True]),
        (CLINIC, "Este clínica.", [False]),
        (EAGLE, "El águila real.", [True]),
        (EAGLE, "La águila real.", [False]),
        (EAGLE, "Esta águila real.", [True]),
        (EAGLE, "Las águilas reales.", [True]),
        (JUDGE, "El magistrado.", [True]),
        (JUDGE, "La magistrado.", [False]),
    ],
    ids=str,
)
def test_a_determiner_agrees_with_the_form_behind_it(script, term, draft, agrees):
    assert agreeing(script, f"The {term.source}.", draft, term).determiners == agrees


@needs("apertium")
def test_an_adjective_agrees_with_the_form_before_it(script):
    drafts = {
        "clínica moderna": [True],
        "clínica moderno": [False],
        "clínicas moderna": [False],
        "clínica, moderno": [],
    }
    for draft, agrees in drafts.items():
        assert agreeing(script, "The modern hospital.", f"La {draft}.", CLINIC).adjectives == agrees
    for draft in ("Los techos de clínica modernos.", "Colegios o clínicas modernos."):
        assert agreeing(script, "The modern hospital.", draft, CLINIC).adjectives == []


@needs("apertium")
def test_a_wanted_article_is_missed(script):
    assert str(agreeing(script, "Near the bridge.", "Cerca de viaducto.", BRIDGE).lacking).endswith("(1 of 1)")
    assert str(agreeing(script, "Near the bridge.", "Cerca del viaducto.", BRIDGE).lacking).endswith("(0 of 1)")


@needs("apertium")
def test_the_number_of_a_term_is_that_of_the_source(script):
    assert agreeing(script, "The bridges closed.", "Los viaductos cerraron.", BRIDGE).number == [True]
    assert agreeing(script, "The bridges closed.", "El viaducto cerró.", BRIDGE).number == [False]
    assert agreeing(script, "A bridge and two bridges.", "Viaducto y dos viaducto.", BRIDGE).number == [False, True]


@needs("apertium")
def test_a_term_is_there_once_for_each_mention(script):
    assert agreeing(script, "The bridge closed.", "El puente cerró.", BRIDGE).lost == ["bridge"]
    assert agreeing(script, "The bridge closed.", "El viaducto, el viaducto.", BRIDGE).more == ["bridge"]
    assert agreeing(script, "Tamm and a bridge.", "TAMM y un viaducto.", BRIDGE, TAMM).lost == []
    assert agreeing(script, "Tamm left.", "El tamm salió.", TAMM).lost == ["Tamm"]


@needs("apertium")
def test_a_flag_is_false_where_the_term_stands_there(script):
    agreement, drafting = script("agreement"), script("drafting")
    text, known = "The bridge closed.", {"bridge": agreement.Known(BRIDGE)}
    asked = [demands_on(Matcher(Glossary("es", (BRIDGE,))), text)]
    missing = outcomes(asked[0], "El puente cerró.")
    told = agreement.count(known, [text], asked, [drafting.Drafted("El viaducto cerró.", missing)])
    assert (told.flagged, told.false_flags, told.silent) == (1, ["bridge"], [])
    right = agreement.count(known, [text], asked, [drafting.Drafted("El puente cerró.", missing)])
    assert (right.flagged, right.false_flags, right.silent) == (1, [], [])
    silent = agreement.count(known, [text], asked, [drafting.Drafted("El puente cerró.")])
    assert (silent.flagged, silent.silent) == (0, ["bridge"])


@needs("apertium")
def test_terms_are_crossed_where_spanish_would_leave_them_in_order(script):
    text, terms = "The bridge was near the hospital.", (BRIDGE, CLINIC)
    assert agreeing(script, text, "La clínica estaba cerca del viaducto.", *terms).crossed == ["bridge and hospital"]
    assert agreeing(script, text, "El viaducto estaba cerca de la clínica.", *terms).crossed == []
    assert agreeing(script, "A hospital bridge.", "Un viaducto de clínica.", *terms).crossed == []


@needs("apertium")
def test_a_draft_begins_with_a_capital_where_its_source_does(script):
    assert agreeing(script, "“Bridges closed.", "“viaductos cerraron.", BRIDGE).small == [True]
    assert agreeing(script, "Bridges closed.", "Viaductos cerraron.", BRIDGE).small == [False]
    assert agreeing(script, "no bridges closed.", "ningún viaducto cerró.", BRIDGE).small == []


def test_no_term_of_the_spanish_sentences_is_without_a_mention(script, capsys):
    (given,) = script("spanish").read_sets(["own"])
    assert (len(given.texts), len(given.glossary.terms)) == (120, 40)
    assert len(set(given.texts)) == 120
    matcher = Matcher(given.glossary)
    asked = [{match.term.source for match in demands_on(matcher, text).enforced} for text in given.texts]
    assert all(asked)
    assert set().union(*asked) == {term.source for term in given.glossary.terms}
    assert all(term.gender for term in given.glossary.terms if term.kind == "common")
    assert capsys.readouterr().err == ""


@needs("apertium")
def test_spanish_sentences_are_drafted_side_by_side(script, tmp_path, capsys):
    rows = [{"source": "hospital", "target": "clínica", "kind": "common"}]
    (tmp_path / "my.json").write_text(json.dumps({"glossary": rows, "texts": ["The hospital is white."]}), "utf-8")
    spanish = script("spanish")
    (given,) = spanish.read_sets([str(tmp_path / "my.json")])
    assert [term.gender for term in given.with_suggested().glossary.terms] == ["fem"]
    one = spanish.beside(given.with_suggested())
    spanish.show(one, "all")
    shown = capsys.readouterr().out.splitlines()
    assert shown[:3] == ["my, suggested genders,1", "   The hospital is white.", "-  El hospital es blanco."]
    assert "clínica" in shown[3]
    assert shown[4].startswith("   Glossary: hospital = clínica [")
    assert one.counts["all"].mentions == 1


@needs("apertium")
def test_words_of_a_text_become_terms_of_random_gender(script):
    news = script("news")
    texts = ["The old bridges near Tallinn are closed.", "No river in Narva was deep.", "Mean Tamm ran: Rakvere slept."]
    rows = news.pseudo_rows(texts, 1)
    assert rows == news.pseudo_rows(texts, 1) != news.pseudo_rows(texts, 2)
    assert {row.source for row in rows} == {"bridge", "river", "Tallinn", "Narva", "Tamm"}
    (bridge,) = (row for row in rows if row.source == "bridge")
    assert bridge.variants == ("bridges",)
    assert bridge.forms == f"pl={bridge.target}s"
    assert len(news.glossary(rows).terms) == len(rows)
    many = [row.gender for seed in range(20) for row in news.pseudo_rows(texts, seed)]
    assert 20 < many.count("f") < len(many) - 20


@needs("apertium")
def test_the_command_sees_each_sentence_by_itself(script):
    pair, sentences = script("pair"), ["A channel such as C-SPAN is small.", "Nielsen said.", "The best of the night"]
    alone = [
        subprocess.run(["apertium", "-u", "eng-spa"], input=text, capture_output=True, text=True, check=True).stdout
        for text in sentences
    ]
    assert pair.command_on(sentences) == [one.strip() for one in alone]
    assert pair.raw_command("".join(f"{text}.[]\0" for text in sentences)).split("\0")[1] != alone[1].strip() + ".[]"


def test_a_draft_that_differs_in_spaces_alone_is_not_changed(script):
    pair = script("plain").Pair
    spaces, words = pair("a", "él  rima", "él rima"), pair("a", "él  rima", "ella rima")
    assert [(one.in_spaces, one.changed) for one in (spaces, words)] == [(True, False), (False, True)]


def test_who_reads_plain_drafts_sees_neither_their_order_nor_their_spaces(script, capsys):
    plain = script("plain")
    known = {("news", n): plain.Pair(f"s{n}", f"su  orden{n}", f"nuestro {n}") for n in range(60)}
    plain.show(known, 40, 7)
    shown = capsys.readouterr().out
    plain.show(known, 40, 7)
    assert capsys.readouterr().out == shown
    first = re.findall(r"^A  (su|nuestro)", shown, re.MULTILINE)
    assert len(first) == 40
    assert 10 < first.count("su") < 30
    assert not re.search(r"\w  \w", shown.replace("A  ", "").replace("B  ", ""))


def test_of_plain_drafts_that_were_read_only_numbers_and_verdicts_are_kept(script):
    plain, reading = script("plain"), script("reading")
    if not plain.READINGS.is_file():
        pytest.skip("nobody has read any yet")
    verdicts = reading.read_verdicts(plain.READINGS)
    assert verdicts
    assert all(name == plain.NAME and 1 <= number <= 1007 for name, number in verdicts)


@pytest.mark.parametrize(
    ("command", "draft", "lost"),
    [
        ("El mejor de la noche", "El mejor de el", True),
        ("El final del", "El final de", True),
        ("Va de tan pronto", "Va de tan", True),
        ("El mejor de la noche", "El mejor de la noche", False),
        ("La casa de la noche", "La noche", False),
        ("Dice núm", "Dice no", False),
        ("El río es primero", "El río es primer", False),
        ("Ley y libro igual", "Ley y reservar el mismo", False),
    ],
)
def test_a_last_word_is_lost_where_the_draft_stops_before_the_command(script, command, draft, lost):
    assert script("headlines").Headline("", command, draft).lost is lost


def test_headlines_are_the_same_each_time_and_none_comes_twice(script):
    headlines = script("headlines").headlines
    some = headlines(500, 1)
    assert some == headlines(500, 1) != headlines(500, 2)
    assert len(set(some)) == 500
    assert all(text[0].isupper() and "  " not in text for text in some)
    assert (
        sum(text.endswith(("the night", "the day", "the best of the", "no", "Mr", "according")) for text in some) > 20
    )
    assert sum(": " in text for text in some) > 50


def test_ways_are_timed_in_turn(script):
    done = []
    best = script("cost").best_of(2, {"command": lambda: done.append("c"), "ours": lambda: done.append("o")})
    assert done == ["c", "o", "c", "o"]
    assert best.keys() == {"command", "ours"}


def test_the_time_of_programs_that_are_started_counts(script):
    cost = script("cost")
    took = cost.timed(lambda: subprocess.run([sys.executable, "-c", "sum(range(3_000_000))"], check=True))
    assert took.wall > 0
    assert took.processor > 0.01
    assert cost.Took(2, 3).over(cost.Took(1, 2)) == cost.Took(2, 1.5)
    assert cost.Took(2, 3).best(cost.Took(1, 4)) == cost.Took(1, 3)


def test_what_a_run_pays_once_is_timed_on_a_new_engine_each_round(script, monkeypatch):
    done = []

    class Engine:
        def __init__(self):
            done.append("new")

        def signature(self, *_):
            done.append("signature")

        def translate(self, sentences, *_):
            done.append([sentence.text for sentence in sentences])

    cost = script("cost")
    monkeypatch.setattr(cost, "ApertiumEngine", Engine)
    monkeypatch.setattr(cost, "raw_command", done.append)
    assert cost.begin("It rains.", 2).keys() == {"command", "run"}
    assert done == ["It rains.\0", "new", "signature", ["It rains."]] * 2


def test_of_what_a_run_pays_once_nothing_is_wanted(script):
    page, cost = script("page"), script("cost")
    rows = [*page.begin_rows({"command": cost.Took(0.2, 0.1), "run": cost.Took(0.5, 0.4)})]
    assert [(wanted, both, met) for _, wanted, _, both, met in rows] == [
        ("", "2.50 (0.50 s)", ""),
        ("", "4.00 (0.40 s)", ""),
    ]
    assert [*page.begin_rows({})] == []


def test_nine_of_ten_changed_drafts_that_were_read_are_to_read_better(script, monkeypatch, tmp_path):
    page = script("page")
    verdicts = tmp_path / "read.csv"
    monkeypatch.setattr(page, "READINGS", verdicts)
    assert [*page.reading_goals()] == []
    for better, met in ((9, "yes"), (8, "**no**")):
        rows = [f"news,{n},{'better' if n < better else 'equal' if n < 9 else 'worse'}\n" for n in range(10)]
        verdicts.write_text("set,number,verdict\n" + "".join(rows))
        (_, wanted, share, _, reached), *others = page.reading_goals()
        assert (wanted, share[:5].strip(), reached) == ("≥ 0.9", f".{better}00", met)
        assert [(row[0].rpartition("read ")[2], row[2][:4]) for row in others] == [
            ("equally well", f".{9 - better}00"),
            ("worse", ".100"),
        ]


def test_news_that_are_not_there_are_skipped_with_a_word(script, monkeypatch, tmp_path, capsys):
    news = script("news")
    monkeypatch.setattr(news, "NEWS", tmp_path / "no.tsv")
    assert news.sentences() == []
    assert capsys.readouterr().out == f"skipped: there is no {tmp_path / 'no.tsv'}\n"


def test_the_page_of_apertium_has_what_is_measured(script):
    page = script("page")
    text = page.PAGE.read_text("utf-8")
    assert re.search(r"^Measured on 20\d\d-\d\d-\d\d with Apertium", text, re.MULTILINE)
    assert len(re.findall(r"^\| news, seed \d+: determiner before wrong \| ≤ 0.01 \|", text, re.MULTILINE)) == 3
    assert f"| last words lost in {page.HEADLINES} headlines | none |" in text
    assert "| own sentences: flagged though there | none |" in text
    assert all(f"| {' | '.join(row)} |\n" in text for row in page.reading_goals())
    assert "| processor time of 1000 sentences, terms, × the command's | ≤ 1.15 |" in text
