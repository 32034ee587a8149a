from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from tests.termbases.test_glossary_cases import CASES
from translate.core.entries.catalog import Entry
from translate.core.entries.inputs import inputs_of
from translate.core.terms.demands import Demands
from translate.core.terms.glossary import Action, Form, Match, Origin, Require, Term
from translate.core.terms.matching import TermMatch
from translate.errors import GlossaryError
from translate.termbases.csvfile import COLUMNS, read_glossary


def read_case(name):
    terms, _ = read_glossary((CASES / name).read_bytes(), name)
    return terms


def test_a_full_row_becomes_a_full_term():
    terms, errors = read_glossary((CASES / "all-columns.csv").read_bytes(), "et.csv")
    assert errors == ()
    assert terms == (
        Term(
            source="Esimene stuudio",
            target="Esimene stuudio",
            action=Action.INFLECT,
            kind="title",
            match=Match.SMART,
            variants=("Esimene Stuudio", "Esimene stuudio talk show"),
            forms=(
                Form("Esimese stuudio", "gen"),
                Form("Esimeses stuudios", "in"),
                Form("Esimese stuudioga"),
            ),
            forbid=("Esimene ateljee", "Esimese ateljee"),
            require=Require.FIRST,
            note="Talk show on ETV",
            reviewed="Mari 2026-11-20",
            gender="masc",
            article=False,
            origin=Origin("et.csv", 2),
        ),
    )


def test_a_cell_of_several_lines_does_not_shift_the_lines_below():
    terms, _ = read_glossary(b'source,target,note\r\nA1,B1,"one\r\ntwo\r\n\r\nfour"\r\n\r\nA2,B2,\r\n', "x.csv")
    assert [(term.source, term.origin) for term in terms] == [("A1", Origin("x.csv", 2)), ("A2", Origin("x.csv", 7))]


def test_genders_and_articles_are_read_in_every_spelling_that_is_known():
    rows = {term.source: (term.gender, term.article) for term in read_case("genders-and-articles.csv")}
    assert rows == {
        "NATO": ("fem", True),
        "ministry": ("masc", True),
        "journalist": ("common", False),
        "elections": ("fem pl", True),
    }


def test_a_row_that_declines_like_another_has_its_own_gender():
    rows = b"source,target,gender,article,forms,declines_like\nMinsk,Minsk,m,no,gen=Minski,\nKursk,Kursk,f,yes,,Minsk\n"
    terms, errors = read_glossary(rows, "et.csv")
    assert errors == ()
    assert [(term.gender, term.article, len(term.forms)) for term in terms] == [("masc", False, 1), ("fem", True, 1)]


def test_a_row_with_labels_from_elsewhere_is_the_same_term_so_that_its_drafts_stay():
    def term(labels):
        [term], errors = read_glossary(f"source,target,forms\nship,laev,{labels}\n".encode(), "et.csv")
        assert errors == ()
        return term

    assert term("Case=Gen|Number=Sing=laeva; sg.ine=laevas; in2=laevas") == term("gen=laeva; in=laevas")


def test_labels_of_newsdesks_own_and_unknown_ones_leave_old_stamps_true():
    forms = "gen=praami; pl part=praame; prp=praamis; loc=praamis; pl=praamid; fem=praama; own=praamu"
    [term], _ = read_glossary(f"source,target,forms\nferry,praam,{forms}\n".encode(), "et.csv")
    asked = Demands((TermMatch(term, 4, 9),))
    # As version 0.1 told it, which took every label as it stood.
    assert inputs_of(Entry("The ferry sailed."), asked, "argos en-et 1.9", 4).told == "2-21fa98b6"


PIECES = st.sampled_from(
    [
        "source",
        "target",
        "forms",
        "action",
        "keep",
        "forbid",
        ",",
        ",",
        ";",
        "\t",
        '"',
        '"',
        "\n",
        "\n",
        "\r\n",
        "\r",
        "=",
        "a",
        "Каллас",
        "# ",
        "%s",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text())
def test_any_text_is_read_or_refused_in_one_sentence(text):
    data = b"source,target,forms,note\n" + text.encode("utf-8", "replace")
    last_line = data.count(b"\n") + data.count(b"\r") + 1
    try:
        terms, errors = read_glossary(data, "x.csv")
    except GlossaryError as error:
        errors, terms = (error,), ()
    for error in errors:
        assert str(error).startswith("x.csv")
        assert "\n" not in str(error)
        assert error.line is None or 1 <= error.line <= last_line
    assert all(term.source and term.target for term in terms)


@given(st.binary())
def test_any_bytes_are_read_or_refused(data):
    with suppress(GlossaryError):
        read_glossary(b"source,target\n" + data, "x.csv")


NAMES = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x17F), min_size=1, max_size=8)


@given(
    st.dictionaries(NAMES, NAMES, max_size=6), st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"]), st.booleans()
)
def test_what_a_spreadsheet_writes_is_read_whatever_its_dialect(rows, delimiter, newline, quoted):
    quote = '"' if quoted else ""
    lines = [("source", "target"), *rows.items()]
    text = "".join(delimiter.join(f"{quote}{cell}{quote}" for cell in line) + newline for line in lines)
    terms, errors = read_glossary(text.encode("utf-8-sig"), "x.csv")
    assert errors == ()
    assert {term.source: term.target for term in terms} == rows


def test_the_guide_to_columns_is_complete():
    assert set(COLUMNS) == {field for field in Term.__slots__ if field not in {"origin", "undecided"}} | {
        "declines_like"
    }
