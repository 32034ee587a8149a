"""A candidate's files take the place of the project's, and nobody's rows are lost by it."""

import pytest

from translate.errors import GlossaryError
from translate.workflow import applied
from translate.workflow.candidates import Candidate
from translate.workflow.installing import install

NEW = b"source,target\nferry,laev\n"
ET = "glossaries/et.csv"


def test_files_that_were_applied_are_replaced_and_new_ones_are_made(project):
    applied.keep(project.settings, "et", applied.live(project.settings, "et"))
    install(project.settings, Candidate("new", {"et.csv": NEW, "all.csv": NEW}))
    assert (project.read(ET), project.read("glossaries/all.csv")) == (NEW.decode(), NEW.decode())


def test_what_was_never_applied_is_not_lost_nor_is_anything_else_written(project):
    with pytest.raises(GlossaryError, match=r"glossaries/et.csv: has changes that were never applied"):
        install(project.settings, Candidate("new", {"all.csv": NEW, "et.csv": NEW}))
    assert "praam" in project.read(ET)
    assert not (project.root / "glossaries/all.csv").exists()


def test_a_file_that_is_the_same_stays_untouched(project):
    before = (project.root / ET).stat().st_ino
    install(project.settings, Candidate("new", {"et.csv": project.read(ET).encode()}))
    assert (project.root / ET).stat().st_ino == before


def test_a_spreadsheet_does_not_come_to_lie_beside_a_csv_file(project):
    with pytest.raises(GlossaryError, match=r"new: stands in for et.csv, which it is not"):
        install(project.settings, Candidate("new", {"et.xlsx": b"PK"}))
