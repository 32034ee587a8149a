"""The figures of a glossary are told in a few lines, and in an object."""

import json
from dataclasses import replace

from translate.core.linting.counting import Use, Used
from translate.core.linting.statistics import Statistics
from translate.core.results.summary import Trouble
from translate.core.terms.glossary import Action, Term
from translate.reports.statistics import statistics_object, text_lines

ABSENT = tuple(f"name {number}" for number in range(7))
FERRY, NATO = Term("ferry", "praam"), Term("NATO", "NATO", Action.KEEP)
USED = Used(12, 1300, 130, {FERRY: Use(texts=30, drafts=9, helped=2, flagged=1), NATO: Use(texts=100, approved=4)})
ET = Statistics(
    "et", 1012, {Action.TRANSLATE: 1000, Action.KEEP: 12}, {"glossaries/et.csv": 1011, "glossaries/all.csv": 1}, 9, 3,
    2, 9, ABSENT, USED,
)  # fmt: skip


def test_a_locale_is_told_in_a_few_lines():
    assert list(text_lines([ET])) == [
        "et: 1,012 rows",
        "    actions: translate 1,000, keep 12",
        "    files: glossaries/et.csv 1,011, glossaries/all.csv 1",
        "    forms: listed 9, lacking 3",
        "    reviewed: 2",
        "    use: 2 of 9 terms in 12 PO files",
        "    texts with a term: 130 of 1,300 (10 %)",
        "    not there: “name 0”, “name 1”, “name 2”, “name 3”, “name 4” and 2 more",
    ]
    assert list(text_lines([ET], every=True))[-1].endswith("“name 5”, “name 6”")


def test_what_there_is_not_is_left_out():
    bare = replace(ET, lacking_forms=0, absent=(), used=Used())
    assert list(text_lines([bare]))[3:] == [
        "    forms: listed 9",
        "    reviewed: 2",
        "    use: there are no PO files yet; “newsdesk draft” makes them",
    ]
    assert list(text_lines([replace(ET, rows=0)])) == ["et: 0 rows"]


def test_machines_are_told_all_of_it():
    told = json.loads(json.dumps(statistics_object([ET], [Trouble("broken", "x.po", 3)])))
    (locale,) = told["locales"]
    assert (locale["actions"], locale["files"]["glossaries/all.csv"]) == ({"translate": 1000, "keep": 12}, 1)
    assert (locale["texts"], locale["texts_with_terms"], locale["catalogs"]) == (1300, 130, 12)
    assert locale["terms"] == [
        {"source": "NATO", "texts": 100, "drafts": 0, "helped": 0, "flagged": 0, "approved": 4, "otherwise": 0},
        {"source": "ferry", "texts": 30, "drafts": 9, "helped": 2, "flagged": 1, "approved": 0, "otherwise": 0},
    ]
    assert told["troubles"] == [{"path": "x.po", "line": 3, "message": "broken"}]
