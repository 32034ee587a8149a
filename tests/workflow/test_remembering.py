"""The memory is asked before any engine, and a dry run leaves it as it was."""

from tests.workflow.project import NOW
from translate.core.entries.catalog import Entry
from translate.core.terms.demands import Demands
from translate.workflow.noticing import noticing
from translate.workflow.remembering import ask, opened
from translate.workflow.steps import silently

MESSAGE = Entry("The captain was late again yesterday evening.")


def answered(project, message=MESSAGE, *, wants_draft=True, dry_run=False):
    seen, _ = noticing(project.settings, now=NOW)
    with seen.history, opened(project.settings, now=NOW, dry_run=dry_run, announce=silently, seen=seen) as fresh:
        return ask(fresh.memory, "et", message, Demands(), wants_draft=wants_draft)


def test_the_very_same_text_is_recalled(project):
    project.translated("other", (MESSAGE.msgid, "Kapten hilines jälle."))
    assert answered(project).recalled.text == "Kapten hilines jälle."
    assert answered(project, wants_draft=False).recalled.text == "Kapten hilines jälle."


def test_a_text_like_it_is_told_of_where_a_draft_is_wanted_and_else_not_looked_for(project):
    project.translated("other", ("The captain was late again on this evening.", "Kapten hilines terve hommiku."))
    found = answered(project)
    assert (found.recalled, len(found.suggestions)) == (None, 1)
    assert answered(project, wants_draft=False).suggestions == ()


def test_a_dry_run_works_on_a_copy_that_is_thrown_away(project):
    project.translated("other", (MESSAGE.msgid, "Kapten hilines jälle."))
    assert answered(project, dry_run=True).recalled.text == "Kapten hilines jälle."
    assert not (project.root / ".newsdesk").exists()
    answered(project)
    before = (project.root / ".newsdesk/memory.sqlite").read_bytes()
    project.translated("third", ("It sank.", "See uppus."))
    assert answered(project, Entry("It sank."), dry_run=True).recalled.text == "See uppus."
    assert (project.root / ".newsdesk/memory.sqlite").read_bytes() == before


def test_each_po_file_that_has_to_be_read_is_shown(project):
    path = project.translated("other", (MESSAGE.msgid, "Kapten hilines jälle."))
    torn = project.write("locales/et/LC_MESSAGES/ferry.po", 'msgid "open\n')
    shown = []

    def see(path, noticed):
        shown.append((path, noticed is not None))

    seen, _ = noticing(project.settings, now=NOW)
    with seen.history, opened(project.settings, now=NOW, dry_run=True, announce=silently, seen=seen, see=see):
        assert shown == [(torn, False), (path, True)]
