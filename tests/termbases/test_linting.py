"""What a maintainer is told of glossary files, and what is put right in them without a question.

The cases are files in tests/cases/linting, whose README tells what they are.
"""

import contextlib
import os
from operator import itemgetter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.calc import CASES, PROGRAM, TYPED, save
from tests.programs import needs
from translate.core.linting.rows import Pair
from translate.errors import GlossaryError
from translate.languages.loading import load_language
from translate.termbases.csvfile import read_glossary
from translate.termbases.folder import ENDINGS, EVERY_LOCALE, stems
from translate.termbases.linting import fixed, lint_file

ACROSS = CASES / "across"
LONG = os.environ.get("NEWSDESK_LONG") == "1"
ROOT = Path(__file__).parents[2]
OURS = sorted([*ROOT.glob("glossaries/*.csv"), *ROOT.glob("translate/example/glossaries/*.csv")])


def pair_of(name):
    locale, dash, _ = name.partition("-")
    return Pair(load_language("en"), load_language(locale if dash and len(locale) == 2 else "et"))


def lint(path, wider=()):
    return lint_file(path.read_bytes(), path.name, pair_of(path.stem), wider=wider, since="2024-11-30")


def told(path, wider=()):
    try:
        found = lint(path, wider)
    except GlossaryError as error:
        return [f"{error.line or 1} -: unusable"]
    lines = [(one.line, f"{one.column or '-'}: {one.rule}") for one in found.findings]
    lines += [(error.line, "-: unusable") for error in found.errors]
    return [f"{line} {text}" for line, text in sorted(lines, key=itemgetter(0))]


FILES = sorted(path for path in CASES.iterdir() if path.suffix in ENDINGS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_maintainer_is_told_this_and_no_more(path):
    assert told(path) == path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("folder", sorted(ACROSS.iterdir()), ids=lambda path: path.name)
def test_files_beside_each_other_are_told_this_and_no_more(folder):
    terms = {path.stem: read_glossary(path.read_bytes(), path.name)[0] for path in folder.glob("*.csv")}
    lines = []
    for name in sorted(terms):
        wider = [terms.get(stem, ()) for stem in stems(name)[1:]] if name != EVERY_LOCALE else []
        lines += [f"{name}.csv {line}" for line in told(folder / f"{name}.csv", wider)]
    assert lines == (folder / "told.txt").read_text(encoding="utf-8").splitlines()


def test_every_case_has_both_files_and_finds_something_unless_its_name_says_silent():
    assert sorted(path.stem for path in FILES) == sorted(path.stem for path in CASES.glob("*.txt"))
    every = [*CASES.glob("*.txt"), *ACROSS.glob("*/told.txt")]
    silent = [path for path in every if not path.read_text("utf-8").strip()]
    assert silent == [path for path in every if "silent" in path.parent.name + path.stem]
    planted = {path.stem for path in {*every} - {*silent} if path.parent == CASES}
    assert len(planted) >= 120
    assert len([name for name in planted if "calc-" in name]) >= 30


def test_every_file_of_calc_is_there_with_what_was_typed():
    assert {path.stem for path in TYPED.iterdir()} == {path.stem for path in FILES if "calc-" in path.stem}


@needs("soffice", PROGRAM)
@pytest.mark.parametrize("names", [["calc-exponent"], LONG and sorted(path.stem for path in TYPED.iterdir())])
def test_calc_still_does_this_to_what_is_typed(names, tmp_path):
    for name, path in save(names or [], tmp_path).items():
        assert told(path) == (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", OURS, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_of_the_newsrooms_own_glossaries_nothing_is_told(path):
    names = [] if path.stem == EVERY_LOCALE else stems(path.stem)[1:]
    beside = [path.with_name(f"{name}.csv") for name in names]
    wider = [read_glossary(each.read_bytes(), each.name)[0] for each in beside if each.exists()]
    language = load_language(path.stem) if names else None
    found = lint_file(
        path.read_bytes(), path.name, Pair(load_language("en"), language), wider=wider, since="2024-11-30"
    )
    assert (found.findings, found.errors) == ((), ())


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
