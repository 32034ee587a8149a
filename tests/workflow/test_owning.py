"""Whose the files of a name are they say themselves, by the article that they refer to."""

import pytest

from tests.workflow.runs import settle
from translate.workflow.owning import files

FERRY, PO, POT = "articles/ferry.txt", "locales/et/LC_MESSAGES/ferry.po", "locales/ferry.pot"


@pytest.fixture
def settled(project):
    settle(project)
    return project


def owners(project, *names, articles=(FERRY,)):
    return files(project.settings).owners(names or ("ferry",), articles)


def test_each_name_has_its_files_the_template_first(settled):
    settled.write("locales/ferry.po~", "")
    found = files(settled.settings)
    assert found.names == {"ferry"}
    assert found.folders == ((settled.root / "locales", ".pot"), (settled.root / "locales/et/LC_MESSAGES", ".po"))


@pytest.mark.parametrize("gone", [PO, POT, None])
def test_one_file_is_enough(settled, gone):
    if gone:
        (settled.root / gone).unlink()
    assert owners(settled) == {"ferry": FERRY}


def test_it_may_lie_in_a_sub_folder(settled):
    data = settled.read(PO)
    for name in (PO, POT):
        (settled.root / name).unlink()
    settled.write("locales/et/LC_MESSAGES/070/ferry.po", data)
    settled.write("locales/et/LC_MESSAGES/007/train.po", data)
    assert (owners(settled), files(settled.settings).names) == ({"ferry": FERRY}, {"ferry"})


def test_the_article_need_not_be_there(settled):
    assert owners(settled, articles=()) == {"ferry": FERRY}


def test_the_space_of_a_path_is_the_one_of_a_reference(project):
    path = "articles/the news/train.txt"
    project.write(path, "Train opens\n")
    settle(project)
    assert owners(project, "train", articles=[path]) == owners(project, "train", articles=()) == {"train": path}


def test_a_file_that_somebody_copied_for_another_article_tells_nothing(settled):
    settled.write("locales/et/LC_MESSAGES/train.po", settled.read(PO))
    assert owners(settled, "train") == {}


UNSAID = {
    "empty": b"",
    "cut": b"#: ",
    "endless": b"#: " + b"a/" * 50_000 + b"ferry.txt:1\n",
    "binary": b"\xff\xfe",
    "without": b'msgid "a"\nmsgstr ""\n',
}


@pytest.mark.parametrize("content", UNSAID.values(), ids=UNSAID.keys())
def test_a_file_without_a_reference_tells_nothing_and_the_next_is_asked(settled, content):
    settled.write(POT, content)
    assert owners(settled) == {"ferry": FERRY}
    settled.write(PO, content)
    assert owners(settled) == {}


def test_what_is_no_file_is_not_opened(settled):
    (settled.root / POT).unlink()
    (settled.root / POT).mkdir()
    assert owners(settled) == {"ferry": FERRY}


def test_what_an_article_said_is_in_the_first_file_that_can_be_read(settled):
    said = files(settled.settings).messages("ferry")
    assert {msgid for _, msgid in said} == {"Ferry opens", "The ferry sailed.", "The captain was late."}
    settled.write(POT, b"msgid")
    assert files(settled.settings).messages("ferry") == said
    settled.write(PO, b"msgid")
    assert files(settled.settings).messages("ferry") == ()
