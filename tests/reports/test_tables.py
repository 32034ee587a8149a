"""A table has the width of the terminal, and no cell of it is ever cut."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from translate.reports.tables import Column, Piece, table_lines

COLUMNS = (
    Column("locale", ""),
    Column("article"),
    Column("in review", "review", number=True),
    Column("entries", one="entry", number=True),
)
ROWS = [("et", "ferry-line-opens", "2", "12"), ("pt_BR", "train", "0", "1")]


def text(columns=COLUMNS, rows=ROWS, *, width, lead=1):
    return ["".join(piece.text for piece in line) for line in table_lines(columns, rows, width=width, lead=lead)]


def test_beside_a_terminal_every_row_is_a_line():
    assert text(width=None) == [
        "locale  article           in review  entries",
        "et      ferry-line-opens          2       12",
        "pt_BR   train                     0        1",
    ]


def test_a_terminal_that_is_just_as_wide_shows_the_same():
    assert text(width=44) == text(width=None)


def test_where_there_is_less_room_the_heads_are_shorter():
    assert text(width=43) == text(width=40) == [
        "       article           review  entries",
        "et     ferry-line-opens       2       12",
        "pt_BR  train                  0        1",
    ]  # fmt: skip


def test_where_there_is_still_less_a_column_of_noughts_folds_away():
    rows = [("et", "ferry-line-opens", "0", "12"), ("pt_BR", "train", "0", "1")]
    assert text(rows=rows, width=39) == [
        "       article           entries",
        "et     ferry-line-opens       12",
        "pt_BR  train                   1",
    ]


def test_where_there_is_no_room_at_all_a_row_has_two_lines_that_say_what_the_numbers_are():
    assert text(width=39, lead=2) == [
        "et     ferry-line-opens",
        "       2 in review, 12 entries",
        "pt_BR  train",
        "       1 entry",
    ]


def test_what_does_not_fit_the_second_line_goes_on_in_a_third():
    assert text(width=22, lead=2)[:3] == ["et     ferry-line-opens", "       2 in review,", "       12 entries"]


SENTENCES = (Column(), Column("subject"), Column(prose=True))


def test_a_sentence_in_the_last_column_goes_on_below_itself():
    rows = [("!!", "glossary", "the first line must name the columns, such as source,target")]
    assert text(SENTENCES, rows, width=50) == [
        "    subject",
        "!!  glossary  the first line must name the",
        "              columns, such as source,target",
    ]


def test_a_command_that_is_wider_than_its_column_takes_its_sentence_below():
    rows = [("!!", "articles", "convert it with “iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW”")]
    assert text(SENTENCES, rows, width=46)[1:] == [
        "!!  articles",
        "    convert it with",
        "    “iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW”",
    ]


def test_sentences_come_first_beside_what_leads_and_then_what_is_left():
    columns = (Column("alike"), Column("source", prose=True), Column("file"))
    rows = [("93 %", "The first ferry sailed on Monday.", "locales/ja/LC_MESSAGES/ferry.po")]
    assert text(columns, rows, width=30) == [
        "93 %  The first ferry sailed",
        "      on Monday.",
        "      file locales/ja/LC_MESSAGES/ferry.po",
    ]


def test_an_empty_table_is_nothing():
    assert text(rows=[], width=None) == text(rows=[], width=20) == []


def test_a_cell_has_its_style_in_every_layout():
    columns = (Column("file"), Column("flagged", number=True, style=lambda cell: "yellow" if cell != "0" else "dim"))
    for width, shown in ((None, "2"), (9, "2 flagged")):
        lines = list(table_lines(columns, [("ferry.po", "2")], width=width))
        assert Piece(shown, "yellow") in lines[-1]


CELLS = st.text(alphabet="abcdefg/-.", min_size=1, max_size=20)


@given(
    st.lists(st.tuples(CELLS, CELLS, st.integers(0, 9).map(str), st.integers(1, 99).map(str)), min_size=1),
    st.integers(1, 90),
)
def test_no_cell_is_ever_cut(rows, width):
    words = " ".join(text(rows=rows, width=width, lead=2)).replace(",", " ").split()
    for row in rows:
        assert {row[0], row[1], row[3]} <= set(words)


@given(
    st.lists(st.tuples(CELLS, CELLS, st.integers(0, 9).map(str), st.integers(1, 99).map(str)), min_size=1),
    st.integers(1, 90),
)
def test_no_line_ends_in_spaces(rows, width):
    assert [line for line in text(rows=rows, width=width, lead=2) if line != line.rstrip()] == []


@given(
    st.lists(st.tuples(*[st.text(st.characters(codec="ascii", exclude_characters=" \n"), max_size=9)] * 4), min_size=1)
)
def test_a_table_without_styles_is_laid_out_as_one_with_any(rows):
    heads = (Column("a"), Column("number", number=True), Column("b"), Column("", number=True))
    plain, styled = (
        ["".join(piece.text for piece in line) for line in table_lines(columns, rows, width=None)]
        for columns in (heads, [replace(column, style=lambda _: "dim") for column in heads])
    )
    assert plain == styled
