import gc
import re
from pathlib import Path

import pytest

from tests.termbases.sheets.workbooks import xlsx
from translate.core.terms.glossary import Action
from translate.core.terms.matching import Matcher
from translate.errors import GlossaryError
from translate.languages.loading import load_language
from translate.termbases.folder import GLOSSARY, load, stem_of, stems, unread

OURS = Path(__file__).parents[2] / "glossaries"


def put(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")


def targets(folder, locale):
    loaded = load(folder, locale, home=None)
    assert loaded.errors == ()
    return {term.source or f"not {term.target}": term.target for term in loaded.glossary.terms}


def test_a_row_of_the_locale_replaces_the_inherited_one(tmp_path):
    put(tmp_path, all="source,target\nNATO,NATO\nERR,ERR\n", ru="source,target\nNATO,НАТО\n")
    assert targets(tmp_path, "ru") == {"NATO": "НАТО", "ERR": "ERR"}
    assert targets(tmp_path, "et") == {"NATO": "NATO", "ERR": "ERR"}


def test_a_locale_switches_an_inherited_term_off(tmp_path):
    put(tmp_path, all="source,target\nERR,ERR\n", ru="source,action\nERR,off\n")
    assert [term.action for term in load(tmp_path, "ru", home=None).glossary.terms] == [Action.OFF]


def test_a_locale_switches_an_inherited_ban_off(tmp_path):
    put(tmp_path, all="source,target,action\n,Kiev,forbid\n,Moskva,forbid\n", es="source,target,action\n,Kiev,off\n")
    assert targets(tmp_path, "es") == {"not Moskva": "Moskva"}


def test_a_country_takes_over_from_its_language(tmp_path):
    put(
        tmp_path,
        all="source,target\nbus,bus\ntrain,train\ntram,tram\n",
        pt="source,target\nbus,autocarro\ntrain,comboio\n",
        pt_BR="source,target\nbus,ônibus\n",
    )
    assert targets(tmp_path, "pt_BR") == {"bus": "ônibus", "train": "comboio", "tram": "tram"}
    assert targets(tmp_path, "pt") == {"bus": "autocarro", "train": "comboio", "tram": "tram"}


def test_a_glossary_knows_how_its_language_makes_words(tmp_path):
    language = load_language("et")
    glossary = load(tmp_path, "et", home=None).glossary
    assert (language.compounding is None, language.inflection.cases) == (False, True)
    assert (glossary.compounding, glossary.inflection) == (language.compounding, language.inflection)


@pytest.mark.parametrize("locale", ["sr@latin", "sr_Latn"])
def test_two_spellings_of_a_locale_are_one(tmp_path, locale):
    for name in ("sr@latin", "sr_Latn"):
        (tmp_path / f"{name}.csv").write_text(f"source,target\n{name},x\nbus,{name}\n", "utf-8")
    assert targets(tmp_path, locale) == {"sr@latin": "x", "sr_Latn": "x", "bus": locale}


def test_no_name_of_a_file_is_lost_to_a_more_special_one():
    names = ("sr_RS@latin", "sr_Latn_RS", "sr_Latn", "sr@latin", "sr_RS", "sr", "all")
    assert stems("sr_RS@latin") == names
    assert stems("sr_Latn_RS") == (names[1], names[0], *names[2:])
    assert stems("zh_Hant_TW") == ("zh_Hant_TW", "zh_Hant", "zh", "all")


def test_a_name_ends_as_one_of_a_glossary_or_is_none():
    names = ("et.csv", "pt_BR.xlsx", "sr@latin.ods", "et.xls", "et.csv.bak", "~$et.xlsx", ".~lock.et.ods#")
    assert [stem_of(name) for name in names] == ["et", "pt_BR", "sr@latin", None, None, None, None]


def test_a_spreadsheet_is_read_in_the_place_of_a_csv_file(tmp_path):
    put(tmp_path, all="source,target\nNATO,NATO\nferry,parvlaev\n")
    (tmp_path / "et.xlsx").write_bytes(xlsx("source,target", "ferry,praam"))
    assert targets(tmp_path, "et") == {"ferry": "praam", "NATO": "NATO"}
    (origin,) = {term.origin.path for term in load(tmp_path, "et", home=None, shown="g").glossary.terms[:1]}
    assert origin == "g/et.xlsx"


def test_a_spreadsheet_beside_a_csv_file_is_not_read_which_can_be_told(tmp_path):
    put(tmp_path, et="source,target\nferry,praam\n")
    for ending in ("xlsx", "ods"):
        (tmp_path / f"et.{ending}").write_bytes(xlsx("source,target", "ferry,laev"))
    assert targets(tmp_path, "et") == {"ferry": "praam"}
    told = "is not read, as there is et.csv beside it; keep the one that is right, and remove the other"
    assert [*map(str, unread(tmp_path, "et", "g"))] == [f"g/et.xlsx: {told}", f"g/et.ods: {told}"]
    assert unread(tmp_path, "ru", "g") == []


def test_of_two_spreadsheets_none_is_taken(tmp_path):
    for ending in ("xlsx", "ods"):
        (tmp_path / f"et.{ending}").write_bytes(xlsx("source,target"))
    with pytest.raises(GlossaryError) as refused:
        load(tmp_path, "et", home=None, shown="glossaries")
    assert str(refused.value) == (
        "glossaries/et.xlsx: is there beside et.ods; keep the one that is right, and remove the other"
    )


def test_a_ban_that_the_locale_contradicts_is_told_with_both_places(tmp_path):
    put(tmp_path, all="source,target,action\n,Kiev,forbid\n", es="source,target\nKyiv,Kiev\n")
    loaded = load(tmp_path, "es", home=None)
    assert [term.target for term in loaded.glossary.terms] == ["Kiev"]
    (error,) = loaded.errors
    assert str(error).endswith(
        "all.csv line 2: forbids “Kiev”, which " + f"{tmp_path}/es.csv line 2 accepts; decide for one of them"
    )


def test_an_inherited_term_keeps_its_other_spellings_when_a_locale_takes_one(tmp_path):
    put(tmp_path, all="source,target,variants\nUnited States,USA,US\n", et="source,target\nUS,Ühendriigid\n")
    find = Matcher(load(tmp_path, "et", home=None).glossary).find
    assert [m.term.target for m in find("US and United States")] == ["Ühendriigid", "USA"]


def test_without_files_the_glossary_is_empty(tmp_path):
    assert load(tmp_path, "et", home=None).glossary.terms == ()


def test_a_folder_that_is_not_there_is_no_empty_glossary(tmp_path):
    with pytest.raises(GlossaryError, match=r"^glossaries: there is no such folder, so nobody knows the newsroom's"):
        load(tmp_path / "nowhere", "et", shown="glossaries", home=None)


def test_broken_rows_are_told_file_by_file(tmp_path):
    put(tmp_path, all="source,target\nA,\n", et="source,target\nB,\nC,C\n")
    loaded = load(tmp_path, "et", shown="glossaries", home=None)
    assert [(e.path, e.line) for e in loaded.errors] == [("glossaries/et.csv", 2), ("glossaries/all.csv", 2)]
    assert [term.source for term in loaded.glossary.terms] == ["C"]


@pytest.mark.parametrize("collects", [True, False])
def test_whether_python_looks_for_circles_is_as_it_was(tmp_path, collects):
    put(tmp_path, et="source,target\nferry,praam\n")
    if not collects:
        gc.disable()
    try:
        load(tmp_path, "et", home=None)
        (tmp_path / "et.csv").write_bytes(b"\xff\xfes\0\n")
        with pytest.raises(GlossaryError):
            load(tmp_path, "et", home=None)
        assert gc.isenabled() == collects
    finally:
        gc.enable()


def test_a_file_that_cannot_be_used_stops_the_run(tmp_path):
    (tmp_path / "all.csv").write_bytes(b"\xff\xfes\0\n")
    with pytest.raises(GlossaryError, match="UTF-16"):
        load(tmp_path, "et", home=None)
    (tmp_path / "all.csv").unlink()
    (tmp_path / "all.csv").mkdir()
    with pytest.raises(GlossaryError, match="cannot be read"):
        load(tmp_path, "et", home=None)


@pytest.mark.parametrize("locale", ["", "../et", "et/..", "et\n", ".et"])
def test_a_locale_never_leads_out_of_the_folder(tmp_path, locale):
    with pytest.raises(GlossaryError, match="is no locale"):
        load(tmp_path, locale, home=None)


@pytest.mark.parametrize("locale", ["et", "ru", "es"])
def test_the_newsrooms_own_glossary_has_no_errors(locale):
    loaded = load(OURS, locale, home=None)
    assert loaded.errors == ()
    assert {term.origin.path.rpartition("/")[2] for term in loaded.glossary.terms} == {"all.csv", f"{locale}.csv"}


@pytest.mark.parametrize("locale", ["et", "ru", "es"])
def test_nobody_is_said_to_have_reviewed_what_nobody_reviewed(locale):
    for term in load(OURS, locale, home=None).glossary.terms:
        assert term.reviewed == "" or re.fullmatch(r".+ \d{4}-\d\d-\d\d", term.reviewed)


@pytest.mark.parametrize(
    ("data", "whole"),
    [
        (b"source,target\nferry,praam\n", True),
        (b"\xef\xbb\xbfsource;target\r\nferry;praam\r\n", True),
        (
            b'source,target\n"fer"ry,praam\nharbor,sadam\n',
            True,
        ),  # A bad row is a person's all the same.
        (b"source,target\nferry,pra", False),
        (b'source,target\nferry,"praam\n', False),
        (b"source,target\nferry,praam\xc3", False),
        (b"what is this\n", False),
        (b"\n", False),
    ],
)
def test_a_glossary_that_broke_off_is_not_whole(data, whole):
    assert GLOSSARY.is_whole(data) is whole
