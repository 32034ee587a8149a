"""What the rules leave behind is mended, and what the source shows to be meant is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.offers import RequiredTerm, SourceSentence
from translate.engines.apertium.encoding import Holed, Road, holed
from translate.engines.apertium.mends import apart, calm, is_title, polished, with_capital

# Streams are as those of eng-spa behind transfer, shortened.
SAY = "decir<vblex><ifi><p3><sg>"
PLAN = "plan<n><m><sg>"


@pytest.mark.parametrize(
    ("piece", "source", "mended"),
    [
        (f"^invasión<n>$^de<pr>$^{PLAN}$", "full-scale invasion plan", f"^invasión<n>$ ^de<pr>$ ^{PLAN}$"),
        (f"^40<num>$^{PLAN}$", "a 40-year plan", f"^40<num>$ ^{PLAN}$"),
        (f"^la<det>$[b]^{PLAN}$", "the plan", f"^la<det>$[b]^{PLAN}$"),
    ],
)
def test_two_words_without_a_space_between_them_get_one(piece, source, mended):
    assert apart(piece, source) == mended


@pytest.mark.parametrize(
    ("piece", "source"),
    [
        ("^40<num>$^s<n>$", "in the 40s"),
        ("^7<num>$^am<adv>$", "at 7am"),
        (f"^{PLAN}$^.<sent>$", "a plan."),
        (f"^(<lpar>$^{PLAN}$", "(plan"),
        (f"^*C$^{PLAN}$", "C-plan"),
        (f"^{PLAN}$ ^{PLAN}$", "plan plan"),
        (f"^{PLAN}$^-<guio>$^{PLAN}$", "plan-plan"),
    ],
)
def test_what_is_glued_in_the_source_or_is_no_word_stays(piece, source):
    assert apart(piece, source) == piece


@pytest.mark.parametrize(
    ("piece", "source", "mended"),
    [
        (f"^*Nielsen$ ^Decir<vblex><ifi>$ ^{PLAN}$", "Nielsen said a plan", f"^*Nielsen$ ^decir<vblex><ifi>$ ^{PLAN}$"),
        ("^*Nielsen$ ^Decir<vblex>$^.<sent>$", "Nielsen said.", "^*Nielsen$ ^decir<vblex>$^.<sent>$"),
        ("[b1]^no<adv>$ ^Le<prn>$", "no he", "[b1]^no<adv>$ ^le<prn>$"),
        ("^no<adv>$, ^Él<prn>$", "no, he", "^no<adv>$, ^él<prn>$"),
        ("^Plan<n>$ [x]^De<pr>+el<det>$", "The plan of", "^Plan<n>$ [x]^de<pr>+el<det>$"),
        ("^*Vox$ ^El<det>$", "Vox the", "^*Vox$ ^el<det>$"),
    ],
)
def test_verbs_and_small_words_lose_a_capital_that_they_carried_along(piece, source, mended):
    assert calm(piece, source) == mended


@pytest.mark.parametrize(
    ("piece", "source"),
    [
        ("^Decir<vblex>$ ^no<adv>$", "He said no"),
        ("[b1] ^Decir<vblex>$", "He said no"),
        ("^no<adv>$^.<sent>$ ^Decir<vblex>$", "No. He said"),
        ("^no<adv>$ ^“<lquot>$^Decir<vblex>$", "no “Say"),
        ("^no<adv>$ “^Decir<vblex>$", "no “Say"),
        ("^no<adv>$ ^:<guio>$ ^Decir<vblex>$", "no: Say"),
        ("^no<adv>$ ^¿<sent>$^Decir<vblex>$", "no, Say?"),
        ("^no<adv>$ ^Madrid<np><loc>$ ^Norma<n>$", "no Madrid Norma"),
        ("^a<pr>$ ^El<det>$ ^*Hague$", "to The Hague"),
        ("^*Vínculo$ ^Uno<det>$^.<sent>$ ^*Lind$", "bond A. Lind"),
        ("^en<pr>$ ^No<adv>$^.<sent>$^1<num>$", "at No.1"),
        ("^El<det>$ ^Ir<vblex>$", "Gone With the Wind"),
        ("^no<adv>$ ^*Decir$ ^@Decir<vblex>$", "no Decir"),
    ],
)
def test_a_capital_that_is_meant_stays(piece, source):
    assert calm(piece, source) == piece


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Gone With the Wind", True),
        ("Gone with the Wind", False),
        ("The Best of the Year", True),
        ("Gone", False),
        ("", False),
        ("He said so", False),
        ("GONE WITH", True),
        ("The Sun at War", True),
        ("He had no war", False),
    ],
)
def test_title_case_is_a_capital_for_all_words_but_short_ones(text, title):
    assert is_title(text) == title


def mended(draft, source):
    return polished(Holed(draft, "", ()), Holed(source, "", ())).text


@pytest.mark.parametrize(
    ("draft", "source", "text"),
    [
        (" “ No” dijo", "“No” he said", "“No” dijo"),
        ("Dijo “No ”.", "He said “no”.", "Dijo “No”."),
        ("Dijo“no” hoy", "He said “no” today", "Dijo “no” hoy"),
        ('Dijo " no " y"sí"', 'He said "no" and "yes"', 'Dijo "no" y "sí"'),
        ("Dijo: “no”", "He said: “No”", "Dijo: “No”"),
    ],
)
def test_a_quotation_mark_has_the_spaces_and_the_capital_that_it_has_in_the_source(draft, source, text):
    assert mended(draft, source) == text


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("Dijo “ no ”", "He said “ no ”"),
        ("Dijo « no »", "He said “no”"),
        ("Dijo “ no", "He said “no”"),
        ("Dijo ” no “", "He said “no”"),
        ("Dijo “no”", "He said “no”"),
    ],
)
def test_quotation_marks_that_are_others_or_meant_stay(draft, source):
    assert mended(draft, source) == draft


@pytest.mark.parametrize(
    ("draft", "source", "text"),
    [
        (" Dijo  no .", "He said no.", "Dijo no."),
        ("Dijo ,no !", "He said, no!", "Dijo,no!"),
        ("a   b", "a b", "a b"),
        ("a  b", "a  b c", "a  b"),
        ("a ,b", "a , b", "a ,b"),
        ("a . b", "a. b", "a. b"),
    ],
)
def test_spaces_of_words_that_went_go_but_those_that_are_meant(draft, source, text):
    assert mended(draft, source) == text


@pytest.mark.parametrize(
    ("draft", "source", "text"),
    [
        ("La norma es ESTRICTA", "THE NORM IS STRICT", "LA NORMA ES ESTRICTA"),
        ("El agua", "WATER", "El agua"),
        ("Nato es Fuerte", "NATO is strong", "Nato es Fuerte"),
    ],
)
def test_a_source_all_in_capitals_has_a_draft_all_in_capitals_but_a_word_alone(draft, source, text):
    assert mended(draft, source) == text


@pytest.mark.parametrize(
    ("draft", "source", "text"),
    [
        ("EL agua", "The water", "El agua"),
        ("EL AGUA", "The water", "EL AGUA"),
        ("EL agua", "EL water", "EL agua"),
        ("EL", "The", "EL"),
        ("A la agua", "To water", "A la agua"),
        ("EL, agua", "The, water", "EL, agua"),
        ("El agua EL agua", "The water", "El agua EL agua"),
    ],
)
def test_a_first_word_in_capitals_that_the_source_does_not_have_is_a_word_as_any(draft, source, text):
    assert mended(draft, source) == text


def test_the_letters_of_a_term_stay_as_they_are():
    source = SourceSentence("THE SHOW IS “x”", (RequiredTerm(13, 14, ("x  Y .",)),))
    hole = holed(source, Road.UNIT).holes
    draft = Holed(f"El  show es “ {hole} ”", hole, ("x  Y .",))
    assert polished(draft, holed(source, Road.UNIT)).filled() == "El show es “x  Y .”"


def test_a_term_among_words_that_shout_shouts_too():
    source = SourceSentence("THE PM WON", (RequiredTerm(4, 6, ("primer ministro",)),))
    hole = holed(source, Road.UNIT).holes
    assert polished(Holed(f"EL {hole} GANÓ", hole, ("primer ministro",)), holed(source, Road.UNIT)).filled() == (
        "EL PRIMER MINISTRO GANÓ"
    )


def capital(draft, source, *terms, names=()):
    """Terms are written ‹so› in the draft."""
    holes = "\U000f0000\U000f0001"[: len(terms)]
    for hole, term in zip(holes, terms, strict=True):
        draft = draft.replace(f"‹{term}›", hole, 1)
    return with_capital(Holed(draft, holes, terms), source, names).filled()


def test_a_draft_begins_with_a_capital_where_its_source_does():
    assert capital("dijo no", "He said no") == "Dijo no"
    assert capital("“¿élite?”", "“Elite?”") == "“¿Élite?”"
    assert capital("dijo no", "said no") == "dijo no"
    assert capital("dijo no", "7 said no") == "dijo no"
    assert capital("ndash Dijo", "Ndash said") == "Ndash Dijo"
    assert capital("123", "Hundred") == "123"
    assert capital("dijo", "123") == "dijo"


def test_a_term_at_the_beginning_gets_the_capital_and_a_name_keeps_its_letters():
    assert capital("‹norma› y ‹norma›", "Standard and standard", "norma", "norma") == "Norma y norma"
    assert capital("‹de Gaulle› y ‹norma›", "De Gaulle", "de Gaulle", "norma", names={0}) == "de Gaulle y norma"
    assert capital("“‹norma›” de ‹eRR›", "“Standard” of", "norma", "eRR", names={1}) == "“Norma” de eRR"
    assert capital("la ‹norma›", "Standard", "norma") == "La norma"


@given(st.text(st.sampled_from('aA “”",.:!?)(«»éÉ') | st.characters(codec="utf-8")))
def test_a_draft_that_is_its_source_is_not_changed(text):
    text = " ".join(text.split())
    assert mended(text, text) == text
    assert capital(text, text) == text or not text[:1].islower()
