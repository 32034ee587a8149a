"""Forms are proposed for the rows that lack them, by what can decline them, and only such as a glossary can hold."""

import pytest

from translate.authoring.apertium import Apertium
from translate.authoring.interface import Proposal, Suggester
from translate.authoring.proposing import propose, sound
from translate.authoring.suggestions import FormsState, Sheet, Suggestion
from translate.core.terms.glossary import Action, Form, Origin, Term
from translate.errors import FormsError, GlossaryError


def sheet(*rows):
    """A file with rows of a term and what its cells say besides."""
    terms, cells = [], {}
    for line, (term, told) in enumerate(rows, 2):
        terms.append(Term(*term[:2], origin=Origin("et.csv", line), **(term[2] if len(term) > 2 else {})))
        cells[line] = told
    return Sheet("et.csv", tuple(terms), (), cells)


MINSK = (("Minsk", "Minsk", {"forms": (Form("Minski", "gen"),)}), {"forms": "gen=Minski"})
KURSK = (("Kursk", "Kursk"), {})
KURSKI = Proposal((Form("Kurski", "gen"),))


class Dictionary(Suggester):
    """Puts an i behind everything."""

    name = "dictionary"

    def suggest(self, base, kind):
        del kind
        return Proposal((Form(f"{base}i", "gen"),))


@pytest.fixture(autouse=True)
def dictionaries(monkeypatch):
    """Estonian has a dictionary, and nothing else has."""

    def load(locale, _apertium):
        if locale != "et":
            raise FormsError(f"no dictionary for {locale}")
        return Dictionary()

    monkeypatch.setattr("translate.authoring.proposing.suggester_for", load)


def test_without_a_question_it_is_the_rows_that_take_forms_and_have_none():
    kept = (("NATO", "NATO", {"action": Action.KEEP}), {})
    assert propose(sheet(MINSK, KURSK, kept), "et") == (
        Suggestion("Kursk", "Kursk", "dictionary", KURSKI, FormsState.PROPOSED, 3),
    )


def test_nothing_to_propose_asks_for_no_dictionary():
    assert propose(sheet(MINSK), "lv") == ()


def test_a_row_that_has_forms_keeps_them_also_where_it_is_asked_for():
    (one,) = propose(sheet(MINSK), "et", ["Minsk"])
    assert (one.state, one.proposal.forms) == (FormsState.FILLED, (Form("Minski", "gen"),))


def test_a_word_that_is_in_no_row_is_declined_all_the_same():
    (one,) = propose(sheet(KURSK), "et", ["Omsk"])
    assert (one.source, one.target, one.state, one.line, one.cell) == ("", "Omsk", FormsState.LOOSE, None, "gen=Omski")


def test_a_word_that_is_no_name_is_a_doubt_and_not_declined():
    (one,) = propose(sheet(KURSK), "et", ["…"])
    assert (one.state, one.proposal) == (FormsState.NOTHING, Proposal((), ("has no letter or digit",)))


def test_a_word_of_the_glossary_lends_its_endings_in_any_language():
    (one,) = propose(sheet(MINSK, KURSK), "lv", ["Kursk"], like="Minsk")
    assert (one.by, one.proposal) == ("like Minsk", KURSKI)


def test_a_dictionary_that_is_there_has_the_second_word():
    rows = sheet(((*MINSK[0][:2], {"forms": (Form("Minskis", "gen"),)}), {"forms": "gen=Minskis"}), KURSK)
    (one,) = propose(rows, "et", ["Kursk"], like="Minsk")
    assert one.proposal.doubts == ("unsure: gen is “Kurskis” here and “Kurski” in dictionary; read the forms",)


def test_names_stay_in_their_number_and_words_that_were_asked_about_get_what_the_model_has():
    forms = (Form("Minski", "gen"), Form("Minskid", "pl nom"))
    rows = sheet(((*MINSK[0][:2], {"forms": forms}), {"forms": "gen=Minski; pl nom=Minskid"}), KURSK)
    (row,) = propose(rows, "lv", ["Kursk"], like="Minsk")
    (word,) = propose(rows, "lv", ["Omsk"], like="Minsk")
    assert (row.cell, word.cell) == ("gen=Kurski", "gen=Omski; pl nom=Omskid")


def test_a_row_names_its_own_model():
    (one,) = propose(sheet(MINSK, (KURSK[0], {"declines_like": "Minsk"})), "lv", ["Kursk"])
    assert (one.by, one.proposal) == ("like Minsk", KURSKI)


def test_a_model_that_nobody_knows_is_guessed_at():
    with pytest.raises(FormsError) as caught:
        propose(sheet(MINSK, KURSK), "lv", ["Kursk"], like="Minks")
    told = "“Minks” has no forms in et.csv; did you mean “Minsk”?; no dictionary for lv"
    assert str(caught.value) == told


def test_a_source_that_is_in_no_row_is_an_error_with_a_guess():
    with pytest.raises(GlossaryError) as caught:
        propose(sheet(MINSK, KURSK), "et", sources=["Kurks"])
    assert str(caught.value) == "et.csv: has no row with the source “Kurks”; did you mean “Kursk”?"


def test_of_a_term_that_is_a_quotation_the_words_within_decline():
    (one,) = propose(sheet((("Kursk", "„Kursk“"), {})), "et")
    assert one.cell == "gen=„Kurski“"


def test_what_is_kept_never_changes():
    (one,) = propose(sheet((("NATO", "NATO", {"action": Action.KEEP}), {})), "et", ["NATO"])
    assert one.state is FormsState.NOTHING
    assert one.proposal.doubts == ("keep means that it never changes; write inflect under action",)


def test_forms_of_a_row_that_was_reviewed_without_them_are_doubted():
    (one,) = propose(sheet((KURSK[0], {"reviewed": "MM"})), "et")
    assert one.proposal.doubts == ("the row is marked as reviewed (MM), and these forms are not",)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("a;b", "“a;b” has a “;” or “=” in it, which separate forms"),
        ("gen=a", "“gen=a” has a “;” or “=” in it, which separate forms"),
        ("{name}", "“{name}” holds “{name}”, which looks like a placeholder; write what readers shall see"),
        ("…", "“…” has no letter or digit"),
    ],
)
def test_a_form_that_no_glossary_can_hold_is_left_out_and_told(text, doubt):
    given = Proposal((Form(text, ""), Form("Kurski", "gen"), Form("Kurski", "gen")))
    assert sound("Kursk", given) == Proposal((Form("Kurski", "gen"),), (doubt,))


def test_forms_that_are_a_formula_together_are_all_left_out():
    given = Proposal((Form("-Kurski", ""),))
    (doubt,) = sound("Kursk", given).doubts
    assert doubt.startswith("the forms of “Kursk”: the cell begins with “-”, which spreadsheets take for a formula")
    assert sound("Kursk", given).forms == ()


def test_a_label_that_is_unknown_is_not_proposed_and_its_form_is():
    proposal = Proposal((Form("Kurski", "gen"), Form("Kurskis", "inness")))
    assert sound("Kursk", proposal) == Proposal((Form("Kurski", "gen"), Form("Kurskis")))


class Spanish(Apertium):
    """Knows one gender and one plural, and no process is started for it."""

    name = "Apertium"
    covers = True

    def __init__(self):
        pass

    def suggest(self, base, kind):
        return Proposal((Form(f"{base}s", "pl"),) * (kind == "common"), gender="fem")


@pytest.fixture
def spanish(monkeypatch):
    monkeypatch.setattr("translate.authoring.proposing.suggester_for", lambda _locale, apertium: apertium)
    return Spanish()


RULE = ("rule", "norma", {"kind": "common"})
RULES = ("rule", "norma", {"kind": "common", "forms": (Form("normas", "pl"),)})
BAN = ("", "regla", {"kind": "common", "action": Action.FORBID, "forms": (Form("reglas", "pl"),)})


@pytest.mark.parametrize(
    ("row", "cells", "proposed"),
    [
        (RULE, {}, {"gender": "fem", "forms": "pl=normas"}),
        (RULE, {"gender": "f"}, {"forms": "pl=normas"}),
        (RULES, {"forms": "pl=normas"}, {"gender": "fem"}),
        (("NATO", "OTAN", {"kind": "acronym"}), {}, {"gender": "fem"}),
        (("", "regla", {"kind": "common", "action": Action.FORBID}), {}, {"forms": "pl=reglas"}),
    ],
)
def test_each_row_gets_what_it_lacks(spanish, row, cells, proposed):
    (one,) = propose(sheet((row, cells)), "es", apertium=spanish)
    assert (one.state, one.cells) == (FormsState.PROPOSED, proposed)


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (RULES, {"gender": "f", "forms": "pl=normas"}),
        (("NATO", "OTAN", {"kind": "acronym"}), {"gender": "f"}),
        (("Kallas", "Kallas", {"kind": "person"}), {}),
        (("NATO", "NATO", {"action": Action.KEEP}), {}),
        (BAN, {"forms": "pl=reglas"}),
    ],
)
def test_a_row_that_lacks_nothing_is_passed_over_and_keeps_what_it_has_where_it_is_asked_for(spanish, row, cells):
    rows = sheet((row, cells))
    assert propose(rows, "es", apertium=spanish) == ()
    (one,) = propose(rows, "es", [row[1]], apertium=spanish)
    assert one.cells == {} or not cells


def test_a_gender_of_a_row_that_was_reviewed_without_it_is_doubted(spanish):
    (one,) = propose(sheet((RULES, {"forms": "pl=normas", "reviewed": "MM"})), "es", apertium=spanish)
    assert one.proposal.doubts == ("the row is marked as reviewed (MM), and this gender is not",)


def test_a_row_with_other_forms_than_the_plural_keeps_them_and_is_shown_with_it(spanish):
    row = ("rule", "norma", {"kind": "common", "forms": (Form("regla"),)})
    (one,) = propose(sheet((row, {"gender": "f", "forms": "regla"})), "es", apertium=spanish)
    assert (one.state, one.cell) == (FormsState.FILLED, "pl=normas")
