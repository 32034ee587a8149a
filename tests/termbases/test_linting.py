"""What a maintainer is told of a glossary file, and what is put right in it without a question.

A case is two files in tests/cases/linting: `<name>.csv`, and `<name>.txt` with a line for each finding: the row's line,
the cell's column, and what found it; `-` for the row as a whole. A name that begins with a language, such as `ru-`, is
of that glossary, and all others are of the Estonian one.
"""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.linting.rows import Pair
from translate.errors import GlossaryError
from translate.languages.loading import load_language
from translate.termbases.linting import fixed, lint_file

CASES = Path(__file__).parents[1] / "cases" / "linting"
OURS = Path(__file__).parents[2] / "glossaries"


def pair_of(name):
    locale, dash, _ = name.partition("-")
    return Pair(load_language("en"), load_language(locale if dash and len(locale) == 2 else "et"))


def lint(path):
    return lint_file(path.read_bytes(), path.name, pair_of(path.stem))


def told(path):
    return [f"{one.line} {one.column or '-'}: {one.rule}" for one in lint(path).findings]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.csv")), ids=lambda path: path.stem)
def test_the_maintainer_is_told_this_and_no_more(path):
    assert told(path) == path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()


def test_every_case_has_both_files_and_finds_something_unless_its_name_says_silent():
    stems = {suffix: {path.stem for path in CASES.glob(f"*{suffix}")} for suffix in (".csv", ".txt")}
    assert stems[".csv"] == stems[".txt"]
    silent = {path.stem for path in CASES.glob("*.txt") if not path.read_text("utf-8").strip()}
    assert silent == {stem for stem in stems[".txt"] if "silent" in stem}


@pytest.mark.parametrize("path", sorted(OURS.glob("*.csv")), ids=lambda path: path.stem)
def test_of_the_newsrooms_own_glossary_nothing_is_told(path):
    language = None if path.stem == "all" else load_language(path.stem)
    assert lint_file(path.read_bytes(), path.name, Pair(load_language("en"), language)).findings == ()


def test_what_needs_no_question_is_put_right_and_every_other_byte_stays():
    before = '\ufeffsource\ttarget\tnote\r\n  ferry\t"sÃµsar; u\u0308ks "\t“x”\r\n# keep\r\nO&#39;Brien\tO\'Brien\t\r\n'
    wanted = "\ufeffsource\ttarget\tnote\r\nferry\t\"sõsar; üks\"\t“x”\r\n# keep\r\nO'Brien\tO'Brien\t\r\n"
    assert fixed(before.encode(), "et.csv").decode() == wanted


CELLS = st.text(st.sampled_from(" \u00a0a\u0308õÃµ&amp;“”„\"'*/()…,;=x"), max_size=8)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5))
def test_what_is_put_right_stays_so(rows):
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    data = "\n".join(["source,target,note", *quoted, ""]).encode()
    once = fixed(data, "et.csv")
    assert fixed(once, "et.csv") == once
    assert [one for one in lint_file(once, "et.csv", pair_of("et")).findings if one.fix is not None] == []


@given(st.binary(max_size=200))
def test_any_bytes_are_linted_or_refused(data):
    with contextlib.suppress(GlossaryError):
        lint_file(b"source,target,forms\n" + data, "x.csv", pair_of("et"))
