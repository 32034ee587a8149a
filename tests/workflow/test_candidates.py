"""What somebody tries stands in for files of the project, and for nothing else."""

import pytest

from translate.errors import GlossaryError
from translate.workflow.candidates import candidate

NEW = "source,target\nferry,laev\n"


def source(project, name=None, locales=()):
    return dict(candidate(project.settings, name and str(project.root / name), locales).source(project.settings, "et"))


def test_without_a_name_it_is_the_files_as_they_are(project):
    assert source(project) == {"glossaries/et.csv": b"source,target\nferry,praam\n", "glossaries/all.csv": None}


def test_a_file_stands_in_for_the_one_that_is_called_like_it(project):
    project.write("new/et.csv", NEW)
    assert source(project, "new/et.csv") == {"glossaries/et.csv": NEW.encode(), "glossaries/all.csv": None}


def test_a_file_that_is_called_otherwise_stands_in_for_that_of_a_locale(project):
    project.write("from-mari.csv", NEW)
    assert source(project, "from-mari.csv", ["et"])["glossaries/et.csv"] == NEW.encode()
    with pytest.raises(GlossaryError, match="name one with --locale"):
        source(project, "from-mari.csv")


def test_of_a_folder_the_files_of_the_projects_locales_count_and_the_others_stay(project):
    project.write("new/all.csv", NEW)
    project.write("new/fr.csv", "no glossary")
    found = source(project, "new")
    assert found == {"glossaries/et.csv": b"source,target\nferry,praam\n", "glossaries/all.csv": NEW.encode()}
    (project.root / "new/all.csv").unlink()
    with pytest.raises(GlossaryError, match="has no file of a locale of the project"):
        source(project, "new")


def test_what_is_not_there_is_told(project):
    with pytest.raises(GlossaryError, match=r"“.*nowhere” is no file and no folder, and git cannot be asked"):
        source(project, "nowhere")
