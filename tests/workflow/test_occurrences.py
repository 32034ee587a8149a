"""A term is looked for in the project's PO files, and in its articles where none has it."""

from translate.core.results.occurrences import Fate
from translate.workflow.occurrences import find


def places(search):
    return [(found.locale, one.path, one.line, one.fate) for found in search.found for one in found.occurrences]


def test_all_places_of_a_term_are_told_the_doubtful_ones_first(project):
    project.translated("a", ("The ferry sank.", "Praam uppus."))
    project.translated("b", ("A ferry.", "See."), ("No other.", "Ei."))
    search = find(project.settings, "Ferry")
    assert places(search) == [
        ("et", "locales/et/LC_MESSAGES/b.po", 6, Fate.OTHERWISE),
        ("et", "locales/et/LC_MESSAGES/a.po", 6, Fate.AS_ASKED),
    ]
    assert [row.target for row in search.found[0].rows] == ["praam"]
    assert (search.mentions, search.hint, search.troubles) == ((), "", ())


def test_a_target_finds_its_row_too(project):
    project.translated("a", ("The ferry sank.", "Praam uppus."))
    assert places(find(project.settings, "praam")) == places(find(project.settings, "ferry"))


def test_a_row_that_no_po_file_mentions_is_looked_for_in_articles(project):
    project.write("glossaries/et.csv", "source,target,variants\nboat,praam,ferries; ferry\n")
    search = find(project.settings, "boat")
    assert (places(search), search.hint) == ([], "")
    assert search.mentions == (
        ("articles/ferry.txt:1", "Ferry opens"), ("articles/ferry.txt:3", "The ferry sailed."),
    )  # fmt: skip


def test_a_word_in_no_row_is_looked_for_in_articles_and_the_row_that_may_be_meant_is_told(project):
    assert find(project.settings, "captain").mentions == (("articles/ferry.txt:4", "The captain was late."),)
    search = find(project.settings, "fery")
    assert (search.mentions, search.hint) == ((), "; did you mean “ferry”?")


def test_copies_that_a_tool_has_filled_in_are_no_translations(project):
    project.translated("a", *((f"The ferry sank on day {n}.",) * 2 for n in range(3)))
    assert [fate for *_, fate in places(find(project.settings, "ferry"))] == [Fate.UNTRANSLATED] * 3


def test_only_the_locales_that_are_asked_for_are_looked_at(project):
    project.translated("a", ("The ferry sank.", "Praam uppus."))
    assert [found.locale for found in find(project.settings, "ferry", ["et"]).found] == ["et"]


def test_a_file_that_cannot_be_read_is_told_and_stops_no_other(project):
    project.translated("a", ("The ferry sank.", "Praam uppus."))
    project.translated("b", ("The ferry.", "Praam."))
    project.write("locales/et/LC_MESSAGES/b.po", "msgid broken\n")
    search = find(project.settings, "ferry")
    assert [path for _, path, _, _ in places(search)] == ["locales/et/LC_MESSAGES/a.po"]
    assert [trouble.path for trouble in search.troubles] == ["locales/et/LC_MESSAGES/b.po"]


def test_nothing_is_written(project):
    project.translated("a", ("The ferry sank.", "Praam uppus."))
    before = project.files()
    find(project.settings, "ferry")
    assert project.files() == before
    assert not (project.root / ".newsdesk").exists()
