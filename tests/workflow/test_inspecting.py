"""A PO file is read and every translated text in it checked against the glossary of today."""

import pytest

from tests.workflow.project import told
from translate.core.results.checked import checked_catalog, glossary_use
from translate.core.terms.matching import Matcher
from translate.core.terms.rows import rows_of
from translate.errors import CatalogError
from translate.workflow.inspecting import inspect
from translate.workflow.terms import Glossaries

PLURAL = '\nmsgid "one ferry"\nmsgid_plural "many ferries"\nmsgstr[0] "üks praam"\nmsgstr[1] "palju laevu"\n'


@pytest.fixture
def glossary(project):
    project.write("glossaries/et.csv", "source,target,variants\nferry,praam,ferries\ncaptain,kapten,\nstorm,torm,\n")
    return Glossaries(project.settings).load("et").glossary


def look(project, path, glossary):
    return inspect(project.settings, path, "et", Matcher(glossary))


def test_every_translated_text_has_what_the_checks_say_of_it(project, glossary):
    path = project.catalog("ferry", ("The ferry sailed.", "Laev väljus."), ("The captain.", "Kapten."), ("A.", ""))
    found = look(project, path, glossary)
    assert [entry.msgid for entry in found.checked.live] == ["The ferry sailed.", "The captain.", "A."]
    assert [(text.entry.msgid, [f.rule for f in text.findings]) for text in found.checked.texts] == [
        ("The ferry sailed.", ["term-missing"]),
        ("The captain.", []),
    ]
    assert found.file.lines[found.checked.live[0].key] == 6


def test_a_plural_has_its_forms_checked_each_against_its_own_source(project, glossary):
    path = project.catalog("ferry")
    path.write_text(path.read_text("utf-8") + PLURAL, "utf-8")
    texts = look(project, path, glossary).checked.texts
    assert [(text.form, text.unit.source, text.unit.target) for text in texts] == [
        (0, "one ferry", "üks praam"),
        (1, "many ferries", "palju laevu"),
    ]
    assert ["term-missing" in {f.rule for f in text.findings} for text in texts] == [False, True]


def test_what_is_obsolete_is_not_looked_at(project, glossary):
    path = project.catalog("ferry")
    path.write_text(path.read_text("utf-8") + '\n#~ msgid "ferry"\n#~ msgstr "laev"\n', "utf-8")
    found = look(project, path, glossary)
    assert (found.checked.live, found.checked.texts) == ((), ())


def test_it_is_counted_how_much_of_the_glossary_the_texts_speak_of(project, glossary):
    path = project.catalog("ferry", ("The ferry sailed.", "Laev väljus."), ("The storm.", ""))
    rows = rows_of(glossary.terms)
    use = glossary_use("et", rows, rows.numbers(look(project, path, glossary).checked.mentioned))
    assert (use.locale, use.terms, use.unmatched) == ("et", 3, 2)


def test_a_file_that_is_gone_is_one_sentence(project, glossary):
    with pytest.raises(CatalogError) as caught:
        look(project, project.root / "locales" / "a.po", glossary)
    assert told([caught.value]) == ["there is no such file"]
    assert caught.value.path == "locales/a.po"


def test_what_a_tool_filled_in_with_the_source_is_left_to_translate_and_each_is_told(project, glossary):
    copies = [f"The people of the town {what}." for what in ("sang", "slept")]
    path = project.catalog("town", *((copy, copy) for copy in copies))
    seen = look(project, path, glossary)
    found = seen.checked
    assert (found.texts, [text.entry.msgid for text in found.filled]) == ((), copies)
    told = checked_catalog(found, seen.file.lines, path="a.po", article="town", locale="et")
    assert [(placed.msgid, placed.finding.rule) for placed in told.findings] == [
        (copy, "untranslated") for copy in copies
    ]
    assert (told.checked, told.untranslated) == (0, 2)
