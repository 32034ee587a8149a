"""Rows come behind what people wrote in a glossary, and every byte of theirs stays."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import GlossaryError
from translate.termbases.adding import add
from translate.termbases.csvfile import read_glossary

ROW = {"source": "The Ferry", "target": "Praam", "action": "", "kind": "title"}
MINE = "source,target,note\n# mine\nferry,praam,“look”\n"


def added(text, *rows, changes=None):
    return add(text.encode(), "g.csv", rows, changes or {}).decode()


def test_a_file_that_is_not_there_is_made():
    assert added("", ROW) == "source,target,action,kind,note\nThe Ferry,Praam,,title\n"
    assert added("") == ""


def test_a_column_that_is_missing_comes_behind_the_last_one_and_no_row_is_touched():
    assert added(MINE, ROW) == "source,target,note,kind\n# mine\nferry,praam,“look”\nThe Ferry,Praam,,title\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("source;target;kind\r\na;b;\r\n", "source;target;kind\r\na;b;\r\nThe Ferry;Praam;title\r\n"),
        ("source\ttarget\tkind\na\tb\t", "source\ttarget\tkind\na\tb\t\nThe Ferry\tPraam\ttitle\n"),
        ("\ufeffsource,target,kind\n", "\ufeffsource,target,kind\nThe Ferry,Praam,title\n"),
        ("sep=;\r\nsource;target;kind\r\n", "sep=;\r\nsource;target;kind\r\nThe Ferry;Praam;title\r\n"),
    ],
    ids=["semicolons and CR LF", "tabs and no last line end", "a byte order mark", "a line that tells the separator"],
)
def test_separators_line_ends_and_marks_are_the_files_own(text, wanted):
    assert added(text, ROW) == wanted


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_file_in_utf_16_stays_one(encoding):
    before = "\ufeffsource\ttarget\tkind\r\nõde\tsõsar\t\r\n".encode(encoding)
    after = add(before, "g.csv", [ROW], {2: {"kind": "common"}})
    wanted = "\ufeffsource\ttarget\tkind\r\nõde\tsõsar\tcommon\r\nThe Ferry\tPraam\ttitle\r\n"
    assert after == wanted.encode(encoding)


def test_a_file_with_spaces_around_its_quotation_marks_is_only_read():
    text = '"source" ; "target"\n"ferry" ; "praam"\n'
    assert [term.target for term in read_glossary(text.encode(), "g.csv")[0]] == ["praam"]
    with pytest.raises(GlossaryError, match="line 1: has spaces around its quotation marks, and is only read"):
        added(text, ROW)


def test_cells_of_one_row_are_written_anew_and_its_others_stay_as_they_are():
    text = 'source,target,kind,forms,note\nferry,praam,,gen=praami,"a, b"\nThe Ferry,"Praam",title,gen=Praami,x\n'
    wanted = 'source,target,kind,forms,note\nferry,praam,,gen=praami,"a, b"\nThe Ferry,"Parv",title,,x\n'
    assert added(text, changes={3: {"target": "Parv", "forms": "", "gender": ""}}) == wanted


def test_a_row_with_more_cells_than_columns_leaves_no_room_for_another_column():
    with pytest.raises(GlossaryError, match="line 2: has more cells than columns, so there is no room for kind"):
        added("source,target\na,b,c\n", ROW)


def test_a_row_that_no_glossary_takes_changes_nothing():
    with pytest.raises(GlossaryError, match="cannot take the titles"):
        added("source,target,kind\n", {**ROW, "kind": "=1"})


CELLS = st.text(st.characters(blacklist_categories=["Cs", "Cc", "Cf", "Co", "Zl", "Zp"]), min_size=1, max_size=12).map(
    lambda text: f"x{text.strip()}"
)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6), st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=4),
       st.sampled_from(",;\t"), st.sampled_from(("\n", "\r\n")))  # fmt: skip
def test_whatever_a_file_says_it_says_still_and_the_new_rows_besides(old, new, delimiter, ending):
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator=ending).writerows([("source", "target"), *old])
    before = buffer.getvalue().encode()
    rows = [{"source": source, "target": target} for source, target in new]
    try:
        after = add(before, "g.csv", rows, {})
    except GlossaryError:
        return  # A row that no glossary takes.
    assert after.startswith(before)
    (was, _), (now, _) = read_glossary(before, "g.csv"), read_glossary(after, "g.csv")
    assert now[: len(was)] == was
    assert len(now) == len(was) + len(new)
