"""What a PO file wants is told before any engine is asked: nothing is wanted that the memory or a rule has."""

from tests.workflow.runs import a_run, one_article
from translate.workflow.drafting import cases_of
from translate.workflow.wanting import begin


def told(project):
    with a_run(project, project.root / "articles/ferry.txt") as ready:
        return begin(ready.run, *one_article(ready)).wanted


def test_the_sentences_that_are_left_to_draft_are_told(project):
    found = told(project)
    sentences = [case.source for case in cases_of(found.jobs)]
    assert sentences == [
        "Ferry opens",
        "The ferry sailed.",
        "The captain was late.",
    ]
    assert (found.made.drafts, found.made.recalled) == ({}, {})


def test_what_the_memory_has_is_not_wanted(project):
    project.translated("other", ("The captain was late.", "Kapten hilines."))
    found = told(project)
    assert [one.text for one in found.made.recalled.values()] == ["Kapten hilines."]
    assert [job.message.msgid for job in found.jobs] == ["Ferry opens", "The ferry sailed."]


def test_a_rule_settles_only_what_nobody_has_translated_elsewhere(project):
    project.write("articles/ferry.txt", "Ferry opens\n\nhttps://a.example/en\nhttps://b.example/en\n")
    project.translated("other", ("https://a.example/en", "https://a.example/et"))
    found = told(project)
    assert [one.text for one in found.made.recalled.values()] == ["https://a.example/et"]
    assert [job.message.msgid for job in found.jobs] == ["Ferry opens"]


def test_a_settled_text_is_not_put_together_from_what_is_remembered_of_its_sentences(project):
    project.write("articles/ferry.txt", "Ferry opens\n\n#One! #Two!\n")
    project.translated("other", ("#One!", "#Üks!"), ("#Two!", "#Kaks!"))
    assert told(project).made.recalled == {}
