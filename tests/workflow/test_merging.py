"""What was made for an article comes into its catalog: all of it, or only what another glossary concerns."""

from dataclasses import replace

from tests.workflow.runs import a_run, one_article, settle
from translate.core.entries.stamp import Draft
from translate.workflow.merging import merged
from translate.workflow.wanting import begin


def entries(project, concerned=None, texts=("Üks.", "Kaks.")):
    with a_run(project, dry_run=True) as ready:
        article, desk = one_article(ready)
        begun = begin(ready.run, article, desk)
        made = begun.wanted.made
        keys = [(None, "The ferry sailed."), (None, "The captain was late.")]
        made.drafts.update((key, Draft(text, "x", "2-1")) for key, text in zip(keys, texts, strict=True))
        found = merged(replace(begun.work, concerned=concerned), made)
    return {entry.msgid: entry.msgstr for entry in found}


def test_all_that_was_made_is_in_it(project):
    settle(project)
    project.write("articles/ferry.txt", "Ferry\n\nThe ferry sailed.\nThe captain was late.\nNew.\n")
    found = entries(project)
    assert [*found] == ["Ferry", "The ferry sailed.", "The captain was late.", "New."]
    assert (found["The ferry sailed."], found["The captain was late."]) == ("Üks.", "Kaks.")


def test_only_what_is_concerned_becomes_another(project):
    settle(project)
    project.write("articles/ferry.txt", "Ferry\n\nThe ferry sailed.\nThe captain was late.\nNew.\n")
    assert entries(project, frozenset({(None, "The ferry sailed.")})) == {
        "Ferry opens": "Praam opens", "The ferry sailed.": "Üks.", "The captain was late.": "The captain was late."
    }  # fmt: skip


def test_where_there_is_no_catalog_nothing_is_concerned(project):
    assert entries(project, frozenset()) == {}
