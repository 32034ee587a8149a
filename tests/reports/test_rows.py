"""The rows of a glossary are shown in a table, as lines, and in an object."""

import json

from translate.core.terms.glossary import Action, Form, Match, Origin, Term
from translate.core.terms.searching import Listed
from translate.errors import GlossaryError
from translate.reports.rows import cells, closing_line, fact_lines, rows_object

FERRY = Term(
    "ferry", "praam", variants=("ferries", "boat"), forms=(Form("praami", "gen"), Form("praamid")), match=Match.ANY,
    article=True, note="by Mari", origin=Origin("glossaries/et.csv", 4),
)  # fmt: skip
BBC = Term("BBC", "BBC", Action.KEEP, origin=Origin("glossaries/all.csv", 2))
CURSE = Term("", "kurat", Action.FORBID)
SAME = Term("menu", "menu")


def test_what_is_usual_is_left_empty_in_a_table():
    assert [cells(term) for term in (FERRY, BBC, CURSE, SAME)] == [
        ("ferry", "praam", "", "2", "glossaries/et.csv:4"),
        ("BBC", "", "keep", "0", "glossaries/all.csv:2"),
        ("", "kurat", "forbid", "0", ""),
        ("menu", "menu", "", "0", ""),
    ]


def test_it_is_said_how_many_there_are():
    assert closing_line(Listed("et", (FERRY,), 1), ()) == "et: 1 row."
    assert closing_line(Listed("et", (FERRY,), 1200), ("a", "b")) == "et: 1 of 1,200 rows with “a”, “b”."
    assert closing_line(Listed("et", (), 2), ("a",)) == "et: none of 2 rows with “a”."


def test_every_fact_has_a_line_that_tells_its_row():
    error = GlossaryError("has no target", path="x", line=3)
    assert list(fact_lines((FERRY, CURSE, BBC), (error,))) == [
        "≠ kurat: target = kurat",
        "≠ kurat: action = forbid",
        "BBC: target = BBC",
        "BBC: action = keep",
        "ferry: target = praam",
        "ferry: article = yes",
        "ferry: match = any",
        "ferry: variants = ferries; boat",
        "ferry: forms = praamid",
        "ferry: forms gen = praami",
        "ferry: note = by Mari",
        "unusable: has no target",
    ]


def test_machines_are_told_all_of_it():
    told = json.loads(json.dumps(rows_object([Listed("et", (FERRY,), 7, (GlossaryError("odd", path="x", line=3),))])))
    assert told == {"locales": [{
        "locale": "et", "rows": 7, "errors": [{"path": "x", "line": 3, "message": "odd"}],
        "terms": [{
            "source": "ferry", "target": "praam", "action": "translate", "kind": "", "gender": "", "article": True,
            "match": "any", "variants": ["ferries", "boat"], "forbid": [], "require": "all", "note": "by Mari",
            "forms": [{"label": "gen", "text": "praami"}, {"label": "", "text": "praamid"}], "reviewed": "",
            "path": "glossaries/et.csv", "line": 4,
        }],
    }]}  # fmt: skip
