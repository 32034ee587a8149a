"""Names that the glossary lacks, as lines, rows and an object."""

import csv
import io
import json

from translate.core.mining.candidates import Candidate, Kind, Mention, Passage, Rendering
from translate.reports.mining import csv_lines, mined_object, text_lines

FIRST = Passage("So Anu Tamm said.", "articles/a.txt", 3)
OTHER = Passage("They asked Tamm.", "articles/b.txt", 7)
TAMM = Candidate(
    "Anu Tamm", Kind.NAME, (Mention(FIRST, 3, 11), Mention(OTHER, 11, 15)), others=("Tamm",),
    renderings=(Rendering("et", "Tamm", 1), Rendering("et", "Anu Tamm", 1), Rendering("ru", "Тамм", 2)),
    changed=1, drafts=4, score=1.5,
)  # fmt: skip
NGO = Candidate("NGO", Kind.ACRONYM, (Mention(Passage("The NGO.", "articles/a.txt", 4), 4, 7),), spellings=("NGOs",))


def test_a_name_stands_with_where_it_is_and_what_drafts_have():
    assert list(text_lines([TAMM, NGO], 40)) == [
        "Anu Tamm (also Tamm): 2 texts of 2 articles",
        "    articles/a.txt:3:",
        "    So Anu Tamm said.",
        "    et: Tamm 1, Anu Tamm 1",
        "    ru: Тамм 2",
        "    changed in 1 of 4 drafts",
        "NGO (also NGOs), acronym: 1 text of 1 article",
        "    articles/a.txt:4:",
        "    The NGO.",
        "That is all: 2 names. With --csv they are rows to paste into the glossary.",
    ]


def test_more_examples_are_shown_on_demand():
    shown = list(text_lines([TAMM], 1, more=True, closing=False))
    assert shown[1:5] == [
        "    articles/a.txt:3:",
        "    So Anu Tamm said.",
        "    articles/b.txt:7:",
        "    They asked Tamm.",
    ]


def test_of_many_only_the_first_are_shown():
    *_, closing = text_lines([TAMM, NGO], 1)
    assert closing == "1 of 2 names; --limit shows more. With --csv they are rows to paste into the glossary."


def test_that_there_is_nothing_is_said():
    assert list(text_lines([], 40)) == ["The articles have no name, title or acronym that the glossary does not know."]


def test_no_line_is_wider_than_a_terminal():
    text = f"{'word ' * 40}Tamm{' word' * 40}"
    long = Candidate("Tamm", Kind.NAME, (Mention(Passage(text, "articles/a.txt", 3), 200, 204),))
    assert max(map(len, text_lines([long], 1))) <= 80


def test_rows_have_the_columns_of_the_file_and_a_surname_has_its_own():
    columns = ("source", "target", "kind", "variants", "note")
    assert list(csv_lines([TAMM, NGO], columns, ",")) == [
        "Anu Tamm,,,,1 mention; Anu Tamm in drafts of et; Тамм in drafts of ru",
        "Tamm,,,,1 mention; Tamm in drafts of et; Тамм in drafts of ru",
        "NGO,,acronym,NGOs,1 mention",
    ]
    assert list(csv_lines([NGO], ("target", "source"), ";")) == [";NGO"]


def test_cells_are_read_as_they_were_and_none_is_run_as_a_formula():
    odd = Candidate('The "A, B" Show', Kind.TITLE, NGO.mentions)
    (line,) = csv_lines([odd], ("source", "target"), ",")
    assert next(csv.reader(io.StringIO(line))) == ['The "A, B" Show', ""]
    (line,) = csv_lines([Candidate("Tamm\x1b[2J", Kind.TITLE, NGO.mentions)], ("source", "target"), ",")
    assert line == "Tamm\\x1b[2J,"
    (line,) = csv_lines([Candidate("-Tamm", Kind.NAME, NGO.mentions)], ("source", "target"), ",")
    assert line == "'-Tamm,"


def test_machines_get_all_of_it():
    told = mined_object([TAMM], locales=["et", "ru"], articles=2, there=5)
    assert json.loads(json.dumps(told)) == {
        "locales": ["et", "ru"],
        "articles": 2,
        "there": 5,
        "candidates": [
            {
                "source": "Anu Tamm",
                "kind": "",
                "variants": ["Tamm"],
                "rows": ["Anu Tamm", "Tamm"],
                "texts": 2,
                "articles": 2,
                "score": 1.5,
                "drafts": 4,
                "changed": 1,
                "renderings": [
                    {"locale": "et", "text": "Tamm", "times": 1},
                    {"locale": "et", "text": "Anu Tamm", "times": 1},
                    {"locale": "ru", "text": "Тамм", "times": 2},
                ],
                "examples": [
                    {"path": "articles/a.txt", "line": 3, "text": "So Anu Tamm said."},
                    {"path": "articles/b.txt", "line": 7, "text": "They asked Tamm."},
                ],
            }
        ],
    }
