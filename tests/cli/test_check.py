"""``newsdesk check``, on cases that editors could write and in a newsroom.

A case is a folder in tests/cases/checks: `<locale>.po`, `glossary.csv`, and `expected.txt` with the lines that the
command prints, without the path of the PO file.
"""

import json
from pathlib import Path

import pytest

CASES = Path(__file__).parents[1] / "cases" / "checks"
PO = "locales/et/LC_MESSAGES/ferry.po"


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda path: path.name)
def test_the_newsroom_is_told_exactly_this(case, newsroom):
    (po,) = case.glob("*.po")
    place = f"locales/{po.stem}/LC_MESSAGES/article.po"
    newsroom.write(place, po.read_bytes())
    newsroom.write(f"glossaries/{po.stem}.csv", (case / "glossary.csv").read_bytes())
    ran = newsroom.run("check", place)
    assert ran.err == ""
    expected = (case / "expected.txt").read_text(encoding="utf-8")
    assert ran.out.replace(f"{place}:", "") == expected
    assert ran.code == (1 if ": error: " in expected or ": warning: " in expected else 0)


def drafted(newsroom):
    """The engine “identity” has put the glossary's terms into the source, and translated nothing."""
    newsroom.run("draft")
    return newsroom


def about_terms(lines):
    return [line for line in lines.splitlines() if "term-" in line]


def test_drafts_are_checked_with_todays_glossary(newsroom):
    drafted(newsroom)
    newsroom.write("glossaries/et.csv", "source,target,action\nEsimene stuudio,,keep\nharbor,sadam,\n")
    ran = newsroom.run("check")
    assert ran.code == 1
    message = "error: “harbor” is not rendered as the glossary asks; write “sadam” [term-missing, draft]"
    assert about_terms(ran.out) == [f"{PO}:{line_of(newsroom, 'harbor')}: {message}"]
    assert ran.out.endswith("1 error and 3 warnings in 5 translated texts of 1 PO file.\n")


def line_of(newsroom, word):
    lines = newsroom.read(PO).splitlines()
    at = next(number for number, line in enumerate(lines, 1) if word in line)
    while not lines[at - 1].startswith("msgid"):
        at -= 1
    return at


def test_checking_writes_nothing(newsroom):
    drafted(newsroom)
    before = newsroom.files()
    for style in ("text", "json", "github"):
        newsroom.run("check", "--format", style)
    assert newsroom.files() == before


def test_json_has_everything(newsroom):
    drafted(newsroom)
    newsroom.write("glossaries/et.csv", "source,target\nferry,laev\nharbor,harbor\ntrain,rong\n")
    ran = newsroom.run("check", "--json")
    told = json.loads(ran.out)
    (catalog,) = told["catalogs"]
    assert {key: told[key] for key in ("exit_code", "levels", "glossaries", "troubles")} == {
        "exit_code": 1,
        "levels": {"error": told["levels"]["error"], "warning": 3, "info": 0},
        "glossaries": [{"locale": "et", "terms": 3, "unmatched": 1}],
        "troubles": [],
    }
    assert told["rules"] == {"source-words": 1, "term-missing": told["levels"]["error"], "untranslated": 2}
    assert (catalog["path"], catalog["checked"], catalog["untranslated"]) == (PO, 5, 0)
    missing = [f for f in catalog["findings"] if f["rule"] == "term-missing"]
    assert [f["term"] for f in missing] == ["ferry"] * told["levels"]["error"]
    first = missing[0]
    assert first == {
        "path": PO, "line": line_of(newsroom, "Ferry line"), "rule": "term-missing", "level": "error",
        "message": "“Ferry” is not rendered as the glossary asks; write “laev”", "term": "ferry", "span": None,
        "msgctxt": "headline", "msgid": "Ferry line opens with a 'quiet' celebration", "form": None,
        "owner": "machine", "fuzzy": True,
    }  # fmt: skip
    assert newsroom.run("check", "--format", "json").out == ran.out


def test_annotations_point_to_the_lines_of_the_file(newsroom):
    drafted(newsroom)
    newsroom.write("glossaries/et.csv", "source,target\nharbor,sadam\n")
    assert about_terms(newsroom.run("check", "--format", "github").out) == [
        (
            f"::error file={PO},line={line_of(newsroom, 'harbor')},title=term-missing (draft)::"
            "“harbor” is not rendered as the glossary asks; write “sadam”"
        )
    ]


@pytest.mark.parametrize("asked", [PO, "locales", "articles/ferry.txt", "articles", "."])
def test_a_po_file_is_found_by_its_path_its_folder_or_its_article(newsroom, asked):
    drafted(newsroom)
    told = json.loads(newsroom.run("check", "--json", asked).out)
    assert [catalog["path"] for catalog in told["catalogs"]] == [PO]


def test_only_the_wanted_locales_are_checked(newsroom):
    newsroom.write("newsdesk.toml", newsroom.read("newsdesk.toml").replace('["et"]', '["et", "ru"]'))
    newsroom.run("draft", "--locale", "et")
    assert json.loads(newsroom.run("check", "--json", "--locale", "ru", ".").out)["catalogs"] == []
    assert "no PO files" in newsroom.run("check", "--locale", "ru").out


def test_the_path_tells_the_locale_not_the_header(newsroom):
    drafted(newsroom)
    newsroom.write(PO, newsroom.read(PO).replace("Language: et", "Language: ru"))
    (catalog,) = json.loads(newsroom.run("check", "--json", PO).out)["catalogs"]
    assert catalog["locale"] == "et"


def test_a_file_elsewhere_needs_its_locale_named(newsroom):
    newsroom.write("inbox/reply.po", 'msgid "ferry"\nmsgstr "laev"\n')
    ran = newsroom.run("check", "inbox/reply.po")
    assert (ran.code, ran.err) == (
        2,
        "newsdesk: inbox/reply.po: lies in no folder <locale>/LC_MESSAGES; name its locale with --locale\n",
    )
    assert newsroom.run("check", "--locale", "et", "inbox/reply.po").code == 1


def test_a_broken_file_is_told_and_the_others_are_checked(newsroom):
    newsroom.write("articles/train.txt", "Train\n\nLong.\n")
    drafted(newsroom)
    newsroom.write(PO, 'msgid "open\nmsgstr ""\n')
    ran = newsroom.run("check", "--json")
    told = json.loads(ran.out)
    assert (ran.code, told["exit_code"]) == (4, 4)
    assert [catalog["article"] for catalog in told["catalogs"]] == ["train"]
    assert (told["troubles"][0]["path"], told["troubles"][0]["line"]) == (PO, 1)
    assert newsroom.run("check", PO).code == 2
    assert newsroom.run("check", "--format", "github", PO).out.startswith(f"::error file={PO},line=1,")


def test_a_path_that_leads_nowhere_is_told(newsroom):
    for path in ("articles/none.txt", "locales/et/LC_MESSAGES/none.po", "newsdesk.toml"):
        ran = newsroom.run("check", path)
        assert (ran.code, ran.err.count("\n")) == (2, 1), path
        assert path in ran.err


def test_a_bad_glossary_row_is_told_and_the_rest_is_used(newsroom):
    drafted(newsroom)
    newsroom.write("glossaries/et.csv", "source,target,action\nharbor,sadam,\nbad,row,dance\n")
    ran = newsroom.run("check")
    assert ran.code == 4
    assert "glossaries/et.csv line 3" in ran.err
    assert "term-missing" in ran.out


def test_before_the_first_draft_there_is_nothing_to_check(newsroom):
    ran = newsroom.run("check")
    assert (ran.code, ran.out) == (0, "There are no PO files here to check.\n")
