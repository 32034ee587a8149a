import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.text.separated import delimiter_of, quoted, spans

CELLS = st.text(st.sampled_from('ab "\n\r,;\té'), max_size=8)


@given(cells=st.lists(CELLS, min_size=1, max_size=5), delimiter=st.sampled_from(",;\t"), always=st.booleans())
def test_a_row_falls_into_the_cells_that_it_was_written_with(cells, delimiter, always):
    written = [quoted(cell, delimiter, always=always) for cell in cells]
    row = delimiter.join(written)
    text = f"before\n{row}\nbehind"
    assert [text[slice(*span)] for span in spans(text, len("before\n"), delimiter)] == written
    assert next(csv.reader(io.StringIO(f"{row}\n", newline=""), delimiter=delimiter), []) == (cells if row else [])


@pytest.mark.parametrize("delimiter", ",;\t")
def test_the_header_tells_what_separates_the_cells(delimiter):
    assert delimiter_of(f'Kind{delimiter} "Name" {delimiter}a,b\r\n', ("name", "title")) == delimiter


def test_a_header_of_other_columns_tells_nothing():
    assert delimiter_of("names,channel\n", ("name", "title")) is None


def test_a_cell_has_quotation_marks_where_it_must_or_where_it_had_some():
    assert [quoted(cell, ";", always=False) for cell in ("a, b", "a; b", 'a "b"', "a\nb")] == [
        "a, b", '"a; b"', '"a ""b"""', '"a\nb"',
    ]  # fmt: skip
    assert quoted("a", ";", always=True) == '"a"'
