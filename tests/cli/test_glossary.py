"""``newsdesk glossary suggest-forms``, from the outside; and what it does to a glossary file's bytes."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import translate.cli
from tests.authoring.packages import needs_packages
from translate.authoring import languages
from translate.authoring.interface import Proposal, Suggester
from translate.core.terms.cells import tidy
from translate.core.terms.glossary import Form
from translate.core.terms.labels import NOMINATIVE, PLURAL_NOMINATIVE
from translate.core.terms.paradigms import labelled
from translate.errors import GlossaryError
from translate.termbases.csvfile import read_glossary
from translate.termbases.rewriting import fill, read_rows

ET = "glossaries/et.csv"

FORMS = """\
source,target,action,kind,forms,reviewed
Minsk,Minsk,,place,gen=Minski; part=Minskit,Mari
Kursk,Kursk,,place,,
Omsk,Omsk,,place,,
"""


@pytest.fixture(autouse=True)
def registered(monkeypatch):
    monkeypatch.setitem(translate.cli.COMMANDS, "glossary", "Look after the newsroom's terms.")


def suggest(newsroom, *arguments):
    return newsroom.run("glossary", "suggest-forms", "--locale", "et", *arguments)


def test_terms_that_decline_like_a_known_word_are_shown_and_nothing_is_written(newsroom):
    newsroom.write(ET, FORMS)
    before = newsroom.files()
    ran = suggest(newsroom, "Kursk", "--like", "Minsk")
    assert ran.code == 0
    assert "line 3 Kursk (like Minsk, proposed)" in ran.out
    assert "Kurskit" in ran.out
    assert "Terms of glossaries/et.csv that could have these forms: 1; --write writes them." in ran.out
    assert newsroom.files() == before


def test_write_fills_the_empty_cells_and_leaves_the_rest_to_the_byte(newsroom):
    newsroom.write(ET, FORMS)
    ran = suggest(newsroom, "Kursk", "--source", "Omsk", "--like", "Minsk", "--write")
    assert ran.code == 0
    assert newsroom.read(ET) == FORMS.replace(
        "Kursk,Kursk,,place,,", "Kursk,Kursk,,place,gen=Kurski; part=Kurskit,"
    ).replace("Omsk,Omsk,,place,,", "Omsk,Omsk,,place,gen=Omski; part=Omskit,")
    assert "Terms whose forms were written into glossaries/et.csv: 2; review them and sign." in ran.out


def test_forms_that_a_person_wrote_are_shown_beside_the_proposal_and_kept(newsroom):
    newsroom.write(ET, FORMS)
    ran = suggest(newsroom, "Minsk", "--like", "Minsk", "--write", "--json")
    assert ran.code == 0
    assert [s["state"] for s in json.loads(ran.out)["suggestions"]] == ["kept"]
    assert newsroom.read(ET) == FORMS


def test_the_column_declines_like_is_followed_without_being_asked(newsroom):
    newsroom.write(ET, "source,target,declines_like,forms\nMinsk,Minsk,,gen=Minski\nKursk,Kursk,Minsk,\n")
    suggest(newsroom, "--write")
    assert newsroom.read(ET).endswith("Kursk,Kursk,Minsk,gen=Kurski\n")


def test_the_forms_column_is_added_where_there_is_none(newsroom):
    newsroom.write(ET, '\ufeff"source";"target"\r\n# places;;\r\n"Kursk";"Kursk"\r\n\r\nOmsk;Omsk;\r\nTomsk;Tomsk')
    newsroom.write("glossaries/all.csv", FORMS)
    ran = newsroom.run("glossary", "suggest-forms", "--locale", "all", "--like", "Minsk", "Kursk", "--write")
    assert ran.code == 0
    data = (newsroom.root / ET).read_bytes()
    assert fill(data, ET, "forms", {3: "gen=Kurski; part=K", 5: "gen=Omski", 6: "x=1"}).decode() == (
        '\ufeff"source";"target";"forms"\r\n# places;;\r\n"Kursk";"Kursk";"gen=Kurski; part=K"\r\n\r\n'
        "Omsk;Omsk;gen=Omski\r\nTomsk;Tomsk;x=1"
    )


def test_a_word_that_is_in_no_row_is_only_shown(newsroom):
    newsroom.write(ET, FORMS)
    ran = suggest(newsroom, "Tomsk", "--like", "Minsk", "--write", "--json")
    assert [(s["target"], s["line"], s["state"]) for s in json.loads(ran.out)["suggestions"]] == [
        ("Tomsk", None, "no row")
    ]
    assert newsroom.read(ET) == FORMS


def test_json_has_the_forms_as_data(newsroom):
    newsroom.write(ET, FORMS)
    ran = suggest(newsroom, "Kursk", "--like", "Minsk", "--json")
    assert json.loads(ran.out) == {
        "locale": "et",
        "path": ET,
        "suggestions": [
            {
                "line": 3,
                "source": "Kursk",
                "target": "Kursk",
                "by": "like Minsk",
                "state": "proposed",
                "gender": "",
                "forms": [{"label": "gen", "text": "Kurski"}, {"label": "part", "text": "Kurskit"}],
                "doubts": [],
            }
        ],
        "troubles": [],
    }


def test_a_proposal_that_may_be_wrong_is_written_and_told(newsroom):
    newsroom.write(ET, FORMS + "leht,leht,,common,,\n")
    ran = suggest(newsroom, "leht", "--like", "Minsk", "--write")
    assert ran.code == 0
    assert "line 5 leht: unsure: " in ran.out
    assert "leht,leht,,common,gen=lehti; part=lehtit,\n" in newsroom.read(ET)
    told = json.loads(suggest(newsroom, "leht", "--like", "Minsk", "--json").out)["suggestions"][0]["doubts"]
    assert [doubt.partition(":")[0] for doubt in told] == ["unsure"]


def test_an_ending_that_does_not_fit_is_a_finding(newsroom):
    newsroom.write(ET, FORMS + "Narva,Narva,,place,gen=Narvast,\nEkspert,Ekspert,,,gen=Eksperdi,\n")
    ran = suggest(newsroom, "Kursk", "--like", "Ekspert", "--write")
    assert ran.code == 1
    assert "line 3 Kursk: “Kursk” cannot decline like “Ekspert”: “Kursk” does not end in “t”" in ran.out


def test_a_proposal_that_the_row_itself_forbids_is_not_written(newsroom):
    text = "source,target,forbid,forms\nMinsk,Minsk,,gen=Minski\nKursk,Kursk,Kurski,\n"
    newsroom.write(ET, text)
    ran = suggest(newsroom, "Kursk", "--like", "Minsk", "--write")
    assert ran.code == 1
    assert "not written, because then the row “Kurski” is accepted and forbidden at once" in ran.out
    assert newsroom.read(ET) == text


def test_rows_marked_as_reviewed_are_doubted(newsroom):
    newsroom.write(ET, FORMS.replace("Kursk,Kursk,,place,,", "Kursk,Kursk,,place,,Mari"))
    ran = suggest(newsroom, "Kursk", "--like", "Minsk")
    assert "the row is marked as reviewed (Mari), and these forms are not" in ran.out


def test_a_term_that_is_kept_never_gets_forms(newsroom):
    ran = suggest(newsroom, "Esimene stuudio", "--like", "ferry", "--write")
    assert "keep means that it never changes" in ran.out or "has no forms" in ran.err
    assert "forms" not in newsroom.read(ET)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--source", "Kursks", "--like", "Minsk"), "no row with the source “Kursks”; did you mean “Kursk”?"),
        (("--like", "Minsk"), "--like needs TERMS or --source"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(newsroom, arguments, told):
    newsroom.write(ET, FORMS)
    ran = suggest(newsroom, *arguments)
    assert ran.code == 2
    assert told in ran.err


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        ("../../etc", "“../../etc” is no locale"),
        ("fr", "glossaries/fr.csv: cannot be read: No such file or directory"),
        ("lv", "no dictionary for “lv”; decline like a word whose forms you know: --like WORD"),
    ],
)
def test_a_locale_that_cannot_serve_gets_a_sentence(newsroom, locale, told):
    newsroom.write("glossaries/lv.csv", "source,target\nKursk,Kurska\n")
    ran = newsroom.run("glossary", "suggest-forms", "--locale", locale)
    assert ran.code == 2
    assert told in ran.err


def test_a_missing_dictionary_is_named_with_the_command_that_installs_it(newsroom, monkeypatch):
    from translate.authoring import packages

    newsroom.write(ET, FORMS)
    monkeypatch.delitem(__import__("sys").modules, "newsdesk_vabamorf.morf", raising=False)
    found = packages.importlib.util.find_spec
    monkeypatch.setattr(packages.importlib.util, "find_spec", lambda name: None if name == "estnltk" else found(name))
    ran = suggest(newsroom)
    assert ran.code == 2
    assert "Estonian forms need Vabamorf; install it with: " in ran.err
    assert "pip install" in ran.err
    assert "--no-deps 'estnltk>=1.7.5,<1.8'" in ran.err


def test_a_filled_glossary_needs_no_dictionary(newsroom):
    newsroom.write(ET, "source,target,forms\nMinsk,Minsk,gen=Minski\n")
    ran = suggest(newsroom)
    assert (ran.code, ran.out) == (0, "Every term of glossaries/et.csv that takes forms has some.\n")


def test_a_run_at_work_is_not_disturbed(newsroom):
    from filelock import FileLock

    newsroom.write(ET, FORMS)
    (newsroom.root / ".newsdesk").mkdir()
    with FileLock(newsroom.root / ".newsdesk" / "lock"):
        assert suggest(newsroom, "Kursk", "--like", "Minsk", "--write").code == 75
        assert suggest(newsroom, "Kursk", "--like", "Minsk").code == 0


def test_permissions_stay(newsroom):
    path = newsroom.write(ET, FORMS)
    path.chmod(0o640)
    suggest(newsroom, "Kursk", "--like", "Minsk", "--write")
    assert path.stat().st_mode & 0o777 == 0o640
    assert [file.name for file in path.parent.iterdir()] == ["et.csv"]


@needs_packages("estnltk")
def test_vabamorf_fills_an_estonian_glossary(newsroom):
    newsroom.write(ET, "source,target,action,kind\nEsimene stuudio,,inflect,title\nKursk,Kursk,,place\nx,Xyz1,,\n")
    ran = suggest(newsroom, "--write")
    assert ran.code == 1
    assert "line 4 Xyz1: “Xyz1” ends in a number; write its forms by hand" in ran.out
    terms, errors = read_glossary((newsroom.root / ET).read_bytes(), ET)
    assert errors == ()
    assert Form("Esimeses stuudios", "in") in terms[0].forms
    assert Form("Kurski", "gen") in terms[1].forms
    assert terms[2].forms == ()
    assert suggest(newsroom, "--write").code == 1
    assert read_glossary((newsroom.root / ET).read_bytes(), ET) == (terms, errors)


@needs_packages("estnltk")
def test_the_base_form_of_a_written_row_is_the_nominative_of_its_number(newsroom):
    newsroom.write(ET, "source,target,kind\npage,lehekülg,common\nUnited Nations,Ühinenud Rahvad,org\n")
    assert suggest(newsroom, "--write").code == 0
    page, nations = map(labelled, read_glossary((newsroom.root / ET).read_bytes(), ET)[0])
    assert page[0] == ("lehekülg", NOMINATIVE)
    assert ("leheküljed", PLURAL_NOMINATIVE) in page
    assert nations[0] == ("Ühinenud Rahvad", PLURAL_NOMINATIVE)
    assert "nom=" not in newsroom.read(ET).replace("pl nom=leheküljed", "")


@needs_packages("pymorphy3", "pymorphy3_dicts_ru")
def test_a_word_that_does_not_change_is_nothing_to_look_at(newsroom):
    newsroom.write("glossaries/ru.csv", "source,target\nNATO,НАТО\n")
    ran = newsroom.run("glossary", "suggest-forms", "--locale", "ru", "--write")
    assert ran.code == 0
    assert "line 2 НАТО: does not change" in ran.out
    assert newsroom.read("glossaries/ru.csv") == "source,target\nNATO,НАТО\n"


class FakeFormulas(Suggester):
    """Proposes what a glossary must never hold."""

    name = "fake"

    def suggest(self, base, kind):
        del base, kind
        bad = ("=HYPERLINK(1)", "a;b", "{name}", "Kurskа", "a\nb", "x" * 400, "\u202eevil")
        return Proposal(tuple(Form(text, "") for text in bad))


def test_formulas_and_other_traps_are_never_written(newsroom, monkeypatch):
    monkeypatch.setattr("translate.authoring.proposing.suggester_for", lambda *_: FakeFormulas())
    newsroom.write(ET, FORMS)
    ran = suggest(newsroom, "Kursk", "--write")
    assert ran.code == 1
    assert newsroom.read(ET) == FORMS
    assert languages.suggester_for is not FakeFormulas


CELL = st.text("aõÄ1 ,;\t\"'#\r\né=+\u00a0|", max_size=6)
DELIMITER = st.sampled_from([",", ";", "\t"])
LINE_END = st.sampled_from(["\n", "\r\n", "\r"])


@st.composite
def glossaries(draw):
    """A CSV file as some program or person might have left it, and whether a row has cells beyond the columns."""
    delimiter, end = draw(DELIMITER), draw(LINE_END)
    columns = draw(
        st.permutations(["source", "target", "forms", "note", ""]).map(lambda names: names[: draw(st.integers(3, 5))])
    )
    assume_source = "source" if "source" not in columns else None
    columns = [*columns, *([assume_source] if assume_source else [])]

    def written(cell):
        if draw(st.booleans()) or set(cell) & {delimiter, '"', "\r", "\n"}:
            return '"' + cell.replace('"', '""') + '"'
        return cell

    lines = [delimiter.join(written(name) for name in columns)]
    rows = draw(st.lists(st.lists(CELL, max_size=6), max_size=6))
    lines += [delimiter.join(map(written, cells)) for cells in rows]
    text = end.join(lines) + draw(st.sampled_from(["", end]))
    entries = [cells for cells in rows if cells and not f"{tidy(cells[0])} ".startswith("# ")]
    crowded = "forms" not in columns and any(tidy(cell) for cells in entries for cell in cells[len(columns) :])
    return (b"\xef\xbb\xbf" if draw(st.booleans()) else b"") + text.encode(), crowded


@settings(max_examples=300)
@given(glossaries(), st.text('aõ=; ,"\t', max_size=8).map(lambda s: f"x{s}x"), st.data())
def test_only_the_cells_that_are_meant_change(glossary, cell, choice):
    data, crowded = glossary
    rows = read_rows(data, "et.csv")
    empty = [row.line for row in rows if not row.cells.get("forms")]
    lines = choice.draw(st.sets(st.sampled_from(empty))) if empty else set()
    cells = dict.fromkeys(lines, cell)
    if crowded and cells:
        with pytest.raises(GlossaryError, match="has more cells than columns"):
            fill(data, "et.csv", "forms", cells)
        return
    new = fill(data, "et.csv", "forms", cells)
    after = read_rows(new, "et.csv")
    shown = " ".join(cell.replace("\t", " ").split())
    assert [row.line for row in after] == [row.line for row in rows]
    for was, now in zip(rows, after, strict=True):
        expected = {name: text for name, text in was.cells.items() if text and name != "forms"}
        assert {name: text for name, text in now.cells.items() if text and name != "forms"} == expected
        assert now.cells.get("forms", "") == (shown if was.line in lines else was.cells.get("forms", ""))
    assert_only_insertions(data, new)


def assert_only_insertions(old: bytes, new: bytes) -> None:
    """Every character of the old file but the blanks of empty cells is in the new one, in its order."""
    rest = iter(new.decode())
    assert all(char in rest for char in old.decode() if char not in " \t\u00a0")


def test_a_filled_cell_is_never_overwritten():
    for quoted in ("x", '"x"', '""""', '" x"'):
        data = f"source,forms\nKursk,{quoted}\n".encode()
        with pytest.raises(GlossaryError, match=r"et\.csv line 2: forms is filled already and stays as it is"):
            fill(data, "et.csv", "forms", {2: "gen=Kurski"})


def test_a_cell_of_blanks_is_empty():
    assert fill(b'source,forms\nKursk," "\n', "et.csv", "forms", {2: "a"}) == b'source,forms\nKursk,"a "\n'
    assert fill(b"source,forms\nKursk, \n", "et.csv", "forms", {2: "a"}) == b"source,forms\nKursk,a\n"


def test_a_row_with_too_many_cells_leaves_no_room_for_a_new_column():
    with pytest.raises(GlossaryError, match=r"et\.csv line 3: has more cells than columns, so there is no room for"):
        fill(b"source,target\nKursk,Kursk\nOmsk,Omsk,x\n", "et.csv", "forms", {2: "a"})
