"""Names are looked for in the project's articles, and held against its glossaries, lists and drafts."""

from dataclasses import replace

import pytest

from translate.core.mining.candidates import Rendering
from translate.errors import SettingsError
from translate.settings import Apply, Applying
from translate.termbases.header import Header
from translate.workflow import applied
from translate.workflow.mining import suggest_terms

ET = "glossaries/et.csv"
TEXT = "So Anu Tamm said on Monday.\nThey asked Tamm aboard the Laidur.\n"


@pytest.fixture
def named(project):
    project.write("articles/ferry.txt", f"Ferry opens\n\n{TEXT}")
    return project


def sources(found):
    return sorted(one.source for one in found.candidates)


def test_names_of_all_articles_are_found_and_nothing_is_written(named):
    named.write("articles/port.txt", "Port closes\n\nSo Kask said.\n")
    before = named.files()
    found = suggest_terms(named.settings)
    assert sources(found) == ["Anu Tamm", "Kask", "Laidur"]
    assert (found.locales, found.articles, found.errors) == (("et",), 2, ())
    assert named.files() == before
    assert not (named.root / ".newsdesk").exists()


def test_a_mention_has_the_file_and_the_line(named):
    (tamm,) = (one for one in suggest_terms(named.settings).candidates if one.source == "Anu Tamm")
    places = [(one.passage.article, one.passage.line, one.text) for one in tamm.mentions]
    assert places == [("articles/ferry.txt", 3, "Anu Tamm"), ("articles/ferry.txt", 4, "Tamm")]


def test_only_some_articles_are_looked_at_where_they_are_named(named):
    path = named.write("articles/port.txt", "Port closes\n\nSo Kask said.\n")
    assert sources(suggest_terms(named.settings, [path])) == ["Kask"]


def test_what_the_glossaries_know_is_left_out(named):
    named.write(ET, "source,target,action\nLaidur,,keep\n")
    named.write("glossaries/all.csv", "source,target,action\nTamm,,off\n")
    assert sources(suggest_terms(named.settings)) == ["Anu Tamm"]


def test_what_waits_to_be_applied_is_known(named):
    settings = replace(named.settings, glossary=Applying(Apply.BY_HAND))
    applied.keep(settings, "et", applied.live(settings, "et"))
    named.write(ET, "source,target,action\nLaidur,,keep\n")
    assert sources(suggest_terms(settings)) == ["Anu Tamm"]


def test_titles_of_lists_are_left_out_and_lists_are_no_articles(named):
    named.write("articles/ferry.txt", "Ferry opens\n\nShe hosts “Winter Ferry” with Kask.\n")
    named.write("shows/a.csv", "name,kind\nWinter Ferry,series\nOther Show,series\n")
    found = suggest_terms(named.settings)
    assert (sources(found), found.articles) == (["Kask"], 1)


def test_what_several_articles_have_in_the_same_words_counts_once(named):
    named.write("articles/other.txt", f"Other ferry opens\n\n{TEXT}")
    assert [one.times for one in suggest_terms(named.settings).candidates] == [2, 1]


def test_drafts_tell_what_became_of_a_name(named):
    text, other = TEXT.splitlines()
    named.catalog("ferry", (text, "Nii ütles Anu Tamm."), (other, "Nad küsisid Tammelt laeval Laidur."), fuzzy=True)
    found = {one.source: one for one in suggest_terms(named.settings).candidates}
    assert found["Laidur"].renderings == (Rendering("et", "Laidur", 1),)
    assert (found["Anu Tamm"].changed, found["Anu Tamm"].drafts) == (0, 2)


def test_tags_are_no_part_of_a_text(named):
    named.write("articles/ferry.html", "<html><body><p>They asked <b>Kas</b>k and Anu <i>Tamm</i>.</p></body></html>")
    path = named.root / "articles/ferry.html"
    assert sources(suggest_terms(named.settings, [path])) == ["Anu Tamm", "Kask"]


def test_an_article_that_cannot_be_read_stops_no_other(named):
    named.write("articles/broken.txt", b"\xff\xfe\xff")
    found = suggest_terms(named.settings)
    assert sources(found) == ["Anu Tamm", "Laidur"]
    assert [error.path for error in found.errors] == ["articles/broken.txt"]


def test_a_po_file_that_cannot_be_read_stops_nothing(named):
    named.write("locales/et/LC_MESSAGES/ferry.po", "no PO file\n")
    found = suggest_terms(named.settings)
    assert sources(found) == ["Anu Tamm", "Laidur"]
    assert [error.path for error in found.errors] == ["locales/et/LC_MESSAGES/ferry.po"]


def test_a_glossary_that_cannot_be_used_is_told_once(named):
    named.write(ET, "no header\n")
    found = suggest_terms(named.settings)
    assert [error.path for error in found.errors] == [ET]
    assert found.headers == (Header(),)


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("source;target;note\nferry;praam;\n", Header(("source", "target", "note"), ";")),
        ("sep=,\n\nTarget,Source\n", Header(("target", "source"))),
        ("", Header()),
    ],
)
def test_rows_are_written_as_the_file_has_its_own(named, text, header):
    named.write(ET, text)
    assert suggest_terms(named.settings).headers == (header,)


def test_a_locale_that_the_project_has_not_got_is_told(named):
    with pytest.raises(SettingsError, match="none of the project's locales"):
        suggest_terms(named.settings, locales=["fi"])
