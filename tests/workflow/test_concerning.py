"""A candidate is held against what drafts were made with, and the PO files that it concerns are found."""

from functools import partial

from tests.workflow.project import told
from translate.workflow import applied
from translate.workflow.candidates import Candidate
from translate.workflow.concerning import concerning
from translate.workflow.steps import silently

NEW = Candidate("new", {"et.csv": b"source,target\nferry,laev\n"})


def found(project, candidate=NEW, locales=("et",)):
    return concerning(project.settings, partial(candidate.source, project.settings), locales, silently)


def keep(project):
    applied.keep(project.settings, "et", applied.live(project.settings, "et"))


def test_files_are_found_with_their_articles(project):
    keep(project)
    path = project.translated("ferry", ("The ferry sailed.", "Praam läks."))
    one = found(project)
    assert (one.catalogs, one.articles) == (
        {"locales/et/LC_MESSAGES/ferry.po": path}, {"ferry": project.root / "articles/ferry.txt"}
    )  # fmt: skip
    assert (one.changes["et"].rows, one.troubles) == (("ferry",), [])


def test_where_nothing_differs_no_file_is_read(project):
    keep(project)
    project.write("locales/et/LC_MESSAGES/ferry.po", 'msgid "ferry\n')
    assert found(project, Candidate("glossaries")).troubles == []


def test_a_locale_that_was_never_drafted_is_told(project):
    assert told(found(project).troubles)[0].startswith("nobody knows the glossary that the drafts in et were made with")


def test_a_kept_glossary_that_cannot_be_used_is_told(project):
    applied.keep(project.settings, "et", [("glossaries/et.xlsx", b"no spreadsheet")])
    one = found(project)
    assert told(one.troubles)[0].startswith("nobody knows the glossary that the drafts in et were made with")
    assert one.changes == {}


def test_rows_of_the_candidate_that_cannot_be_used_are_told(project):
    keep(project)
    one = found(project, Candidate("new", {"et.csv": b"source,target,action\nferry,laev,transslate\n"}))
    assert told(one.troubles)[0].startswith("glossaries/et.csv line 2: action “transslate” is unknown")


def test_a_broken_po_file_is_told(project):
    keep(project)
    project.translated("ferry")
    project.write("locales/et/LC_MESSAGES/ferry.po", 'msgid "ferry\n')
    assert len(found(project).troubles) == 1
