"""Words name texts that are not in their files any more: by number, by file, by article, by folder."""

import pytest

from tests.workflow.project import NOW, told
from translate.workflow.amending import looked
from translate.workflow.kept import asked, listed

FERRY, TRAIN = "locales/et/LC_MESSAGES/ferry.po", "locales/et/LC_MESSAGES/train.po"
ALIKE = [("The ferry sailed.", "Praam väljus."), ("The captain was late.", "Kapten jäi hiljaks.")]


@pytest.fixture
def lost(project):
    """Two texts that were lost with one file, and one that a person has replaced in another."""
    project.write("articles/train.txt", "Train\n\nThe train left.\n")
    path = project.catalog("ferry", *ALIKE)
    project.catalog("train", ("The train left.", "Rong läks."))
    look(project)
    path.unlink()
    project.catalog("train", ("The train left.", "Rong lahkus."))
    look(project)
    return project


def look(project, *words, everything=False):
    """The texts that words ask for, or all that are listed; each with its number."""
    with looked(project.settings, now=NOW) as (seen, _):
        if words:
            found, troubles = asked(seen, [str(project.root / word) if "/" in word else word for word in words])
        else:
            found, troubles = listed(seen, everything=everything), []
    return [(one.number, one.seen.entry.msgstr) for one in found], told(troubles)


PRAAM, KAPTEN, RONG = "Praam väljus.", "Kapten jäi hiljaks.", "Rong läks."


def test_what_was_lost_is_listed_and_with_it_what_people_have_replaced(lost):
    numbers = {text: number for number, text in look(lost, everything=True)[0]}
    assert numbers.keys() == {PRAAM, KAPTEN, RONG}
    assert look(lost)[0] == [(numbers[PRAAM], PRAAM), (numbers[KAPTEN], KAPTEN)]


def test_what_stands_in_its_file_again_is_listed_no_more(lost):
    lost.catalog("train", ("The train left.", "Rong läks."))
    assert [text for _, text in look(lost, everything=True)[0]] == [PRAAM, KAPTEN, "Rong lahkus."]


@pytest.mark.parametrize(
    "word", [FERRY, "articles/ferry.txt", "articles/", "locales/et", "locales/"], ids=lambda word: word
)
def test_a_path_names_what_was_lost_there(lost, word):
    texts, troubles = look(lost, word)
    assert ([text for _, text in texts], troubles) == ([PRAAM, KAPTEN], [])


def test_an_article_of_the_same_name_has_lost_nothing(lost):
    lost.write("articles/harbour/ferry.txt", "A harbour opens\n")
    assert look(lost, "articles/harbour/ferry.txt") == ([], [])
    assert look(lost, "articles/harbour") == ([], [])
    assert len(look(lost, "articles/ferry.txt")[0]) == 2


def test_a_file_that_has_lost_nothing_names_nothing(lost):
    assert look(lost, TRAIN) == ([], [])


def test_a_number_names_any_text_and_two_of_them_all_between(lost):
    every = look(lost, everything=True)[0]
    assert look(lost, "1-3")[0] == sorted(every)
    (number,) = (number for number, text in every if text == RONG)
    assert look(lost, str(number), f"{number}-{number}") == ([(number, RONG)], [])


@pytest.mark.parametrize("word", ["4", "nowhere.po", "articles/nowhere.txt", "0"])
def test_what_names_nothing_is_told(lost, word):
    texts, (trouble,) = look(lost, word)
    assert (texts, word in trouble) == ([], True)
