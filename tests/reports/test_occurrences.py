"""Where a term occurs is told by file and line, with figures before it, and in an object."""

import json

from translate.core.entries.stages import Stage
from translate.core.results.occurrences import Fate, Found, Occurrence, Search
from translate.core.results.summary import Trouble
from translate.core.terms.glossary import Action, Origin, Term
from translate.reports.occurrences import MOST, search_object, text_lines

FERRY = Term("ferry", "praam", origin=Origin("glossaries/et.csv", 4))
OTHERWISE = Occurrence("b.po", 7, "articles/b.txt:3", Stage.APPROVED, Fate.OTHERWISE, "ferry", "The ferry.", "See.")
MISSING = Occurrence(
    "a.po", 5, "articles/a.txt:3", Stage.DRAFT, Fate.OTHERWISE, "ferry", "A ferry.", "See.", way="missing", flagged=True
)
REPAIRED = Occurrence(
    "a.po", 9, "", Stage.DRAFT, Fate.AS_ASKED, "ferry", "Ferry, of.", "Praami.", "Praami", "gen", "repaired"
)
OPEN = Occurrence("a.po", 11, "", Stage.UNTRANSLATED, term="ferry", source="Old ferry.")
LAEV = Occurrence("a.po", 12, "", Stage.IN_REVIEW, Fate.FORBIDDEN, "ferry", "Ferry.", "Laev.", "Laev")
ODD = Occurrence("a.po", 12, "", Stage.IN_REVIEW, Fate.UNLISTED, "ferry", "Ferry.", "Praamireis.", "Praamireis")
FOUND = Found("et", (FERRY,), (OTHERWISE, LAEV, MISSING, REPAIRED, ODD, OPEN))
SEARCH = Search("ferry", (FOUND,))


def test_figures_come_first_and_then_each_place():
    assert list(text_lines(SEARCH)) == [
        "et: ferry = praam (glossaries/et.csv line 4)",
        "    5 mentions in 2 PO files, 1 of them not translated yet",
        "    forms: Praami (gen) 1",
        "    not listed: Praamireis 1",
        "    drafts: missing 1, repaired 1, flagged 1",
        "    people: otherwise 1, in a form that is not listed 1",
        "    forbidden, and there all the same: 1",
        "b.po:7: approved, otherwise",
        "    The ferry.",
        "    See.",
        "a.po:12: in review, forbidden “Laev”",
        "    Ferry.",
        "    Laev.",
        "a.po:5: draft, otherwise [FLAG missing]",
        "    A ferry.",
        "    See.",
        "a.po:9: draft, as the glossary has it “Praami” [repaired]",
        "    Ferry, of.",
        "    Praami.",
        "a.po:12: in review, in a form that is not listed “Praamireis”",
        "    Ferry.",
        "    Praamireis.",
        "a.po:11: untranslated",
        "    Old ferry.",
    ]


def test_of_very_many_places_the_first_are_shown_until_somebody_asks_for_all():
    many = Search("ferry", (Found("et", (FERRY,), (OTHERWISE,) * (MOST + 2)),))
    assert list(text_lines(many))[-1] == "… and 2 more places; --verbose shows them."
    assert sum(line.startswith("b.po:7") for line in text_lines(many, every=True)) == MOST + 2


def test_a_term_in_no_po_file_is_shown_in_articles():
    mentions = tuple((f"articles/a.txt:{n}", "The ferry.") for n in range(MOST + 1))
    lines = list(text_lines(Search("ferry", (Found("et", (FERRY,)),), mentions)))
    assert lines[:4] == [
        "et: ferry = praam (glossaries/et.csv line 4)",
        "    in no PO file",
        "No PO file has it as a term; articles have it in 21 places:",
        "articles/a.txt:0: The ferry.",
    ]
    assert lines[-1] == "… and 1 more place; --verbose shows them."


def test_a_word_in_no_row_is_told_with_the_row_that_may_be_meant():
    assert list(text_lines(Search("fery", (Found("et", ()),), hint="; did you mean “ferry”?"))) == [
        "“fery” is in no row of the glossary; did you mean “ferry”?",
        "No article has it, and no PO file.",
    ]


def test_rows_are_told_as_what_they_ask_for():
    rows = (Term("BBC", "BBC", Action.KEEP), Term("", "kurat", Action.FORBID), Term("ship", "laev", Action.FORBID))
    lines = list(text_lines(Search("x", (Found("et", rows, (OTHERWISE,)),))))
    assert lines[:3] == ["et: BBC = BBC, keep", "et: kurat, forbid", "et: ship ≠ laev, forbid"]


def test_machines_are_told_all_of_it():
    told = json.loads(json.dumps(search_object(Search("ferry", (FOUND,), troubles=(Trouble("broken", "c.po", 2),)))))
    (locale,) = told["locales"]
    assert locale["rows"] == [
        {"source": "ferry", "target": "praam", "action": "translate", "path": "glossaries/et.csv", "line": 4}
    ]
    assert locale["counts"] == {
        "mentions": 5, "files": 2, "forms": [{"form": "Praami", "label": "gen", "times": 1}],
        "unlisted": {"Praamireis": 1}, "ways": {"missing": 1, "repaired": 1}, "flagged": 1, "forbidden": 1,
        "people": {"otherwise": 1, "in a form that is not listed": 1}, "untranslated": 1,
    }  # fmt: skip
    assert locale["occurrences"][0] == {
        "path": "b.po", "line": 7, "article": "articles/b.txt:3", "stage": "approved", "fate": "otherwise",
        "term": "ferry", "source": "The ferry.", "target": "See.", "form": "", "label": "", "way": "", "flagged": False,
    }  # fmt: skip
    assert told["troubles"] == [{"path": "c.po", "line": 2, "message": "broken"}]
