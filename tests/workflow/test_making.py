"""What a PO file wants is recalled, or else drafted, and a person's text wants neither."""

from dataclasses import replace

from tests.workflow.runs import a_run, one_article
from translate.engines.identity import IdentityEngine
from translate.errors import EngineError
from translate.workflow.making import make, make_together
from translate.workflow.wanting import begin
from translate.workflow.work import open_work

PO = "locales/et/LC_MESSAGES/ferry.po"


def made(project, change=lambda desk: desk):
    with a_run(project, project.root / "articles/ferry.txt") as ready:
        article, desk = one_article(ready)
        return make(ready.run, open_work(ready.run, article, desk), change(desk))


def test_whatever_nobody_has_translated_is_drafted_with_its_terms(project):
    drafts = made(project).drafts
    assert [draft.text for draft in drafts.values()] == ["Praam opens", "The praam sailed.", "The captain was late."]


def test_what_the_memory_has_is_not_asked_of_the_engine(project):
    project.translated("other", ("The captain was late.", "Kapten hilines."))
    found = made(project)
    assert [one.text for one in found.recalled.values()] == ["Kapten hilines."]
    assert (len(found.drafts), found.failure) == (2, None)


def test_what_was_told_for_another_desk_is_told_anew(project):
    with a_run(project, project.root / "articles/ferry.txt") as ready:
        article, desk = one_article(ready)
        begun = begin(ready.run, article, desk)
        own = make(ready.run, begun.work, desk, known=begun.wanted)
        other = make(ready.run, begun.work, desk.without_engine(), known=begun.wanted)
    assert (own is begun.wanted.made, len(own.drafts), other.drafts) == (True, 3, {})


def test_a_persons_text_is_left_alone(project):
    project.catalog("ferry", ("The captain was late.", "Kapten hilines."))
    found = made(project)
    assert ([key[1] for key in found.drafts], found.recalled) == (["Ferry opens", "The ferry sailed."], {})


def test_without_an_engine_only_the_memory_is_asked(project):
    project.translated("other", ("The captain was late.", "Kapten hilines."))
    found = made(project, lambda desk: desk.without_engine())
    assert (found.drafts, len(found.recalled), found.failure) == ({}, 1, None)


def test_an_engine_that_fails_is_told_and_what_was_recalled_stays(project, monkeypatch):
    def failing(*_arguments, **_options):
        raise EngineError("planted")

    monkeypatch.setattr(IdentityEngine, "translate", failing)
    project.translated("other", ("The captain was late.", "Kapten hilines."))
    found = made(project)
    assert (found.drafts, len(found.recalled), str(found.failure)) == ({}, 1, "planted")


class Silent(IdentityEngine):
    """An engine that has no translation for anything about a captain."""

    def translate(self, sentences, source, target, **options):
        answers = super().translate(sentences, source, target, **options)
        return [() if "captain" in s.text else a for s, a in zip(sentences, answers, strict=True)]


def silent(desk):
    return replace(desk, chosen=replace(desk.chosen, engine=Silent()))


def test_a_text_of_which_a_sentence_has_no_translation_is_not_drafted(project):
    project.write("articles/ferry.txt", "Ferry opens\n\nThe ferry sailed. The captain slept.\nIt sank.\n")
    found = made(project, silent)
    assert [draft.text for draft in found.drafts.values()] == ["Praam opens", "It sank."]
    assert found.unanswered == {(None, "The ferry sailed. The captain slept."): 1}


def test_for_how_much_there_is_no_translation_is_worth_a_line(project):
    lines = "The ferry sailed. The captain slept.\nO captain! My captain!\n"
    project.write("articles/ferry.txt", f"Ferry opens\n\n{lines}")
    with a_run(project) as ready:
        article, desk = one_article(ready)
        found = make(ready.run, open_work(ready.run, article, desk), silent(desk))
        assert list(found.notes()) == [
            "identity has no translation into et for 3 sentences; left untranslated: 2 entries"
        ]
    assert list(made(project).notes()) == []


class Torn(IdentityEngine):
    """An engine that drafts, and fails when it is asked for the words within a tag by themselves."""

    def translate(self, sentences, source, target, **options):
        if any(sentence.text == "ferry" for sentence in sentences):
            raise EngineError("planted")
        return [
            (replace(answer[0], text=answer[0].text.upper()),)
            for answer in super().translate(sentences, source, target, **options)
        ]


def test_where_the_engine_fails_on_their_tags_drafts_are_kept_and_it_is_told(project):
    (project.root / "articles/ferry.txt").unlink()
    project.write("articles/ferry.md", "# Ferry opens\n\nThe long *ferry* sailed.\n")
    with a_run(project) as ready:
        article, desk = one_article(ready)
        torn = replace(desk, chosen=replace(desk.chosen, engine=Torn()))
        found = make(ready.run, open_work(ready.run, article, torn), torn)
    assert (found.failure, [*found.notes()]) == (
        None,
        ["the tags of the drafts in et stand where they do in the source (planted)"],
    )
    assert [(one.text, one.is_guessed) for one in found.drafts.values()] == [
        ("PRAAM OPENS", False),
        ("THE LONG <em1>PRAAM</em1> SAILED.", True),
    ]


def test_several_are_made_with_one_request_for_each_kind_of_sentence_and_each_has_its_own(project, monkeypatch):
    asked = []
    translate = IdentityEngine.translate

    def counting(self, sentences, *arguments, **options):
        asked.append(len(sentences))
        return translate(self, sentences, *arguments, **options)

    monkeypatch.setattr(IdentityEngine, "translate", counting)
    project.write("articles/train.txt", "Trains stop\n\nNo ferry came.\n")
    with a_run(project) as ready:
        (desk,) = ready.desks
        begun = [begin(ready.run, ready.read(path), desk).wanted for path in sorted(ready.to_open)]
        make_together(ready.run.settings, begun, desk)
    assert [[draft.text for draft in one.made.drafts.values()] for one in begun] == [
        ["Praam opens", "The praam sailed.", "The captain was late."],
        ["Trains stop", "No praam came."],
    ]
    assert (asked, [one.made.is_done for one in begun]) == ([3, 2], [True, True])


def test_what_has_been_made_together_is_not_made_again(project, monkeypatch):
    with a_run(project) as ready:
        article, desk = one_article(ready)
        begun = begin(ready.run, article, desk)
        make_together(ready.run.settings, [begun.wanted], desk)
        monkeypatch.delattr(IdentityEngine, "translate")
        assert len(make(ready.run, begun.work, desk, known=begun.wanted).drafts) == 3


def test_tags_that_the_engine_fails_on_cost_no_other_article_the_places_of_its_own(project):
    (project.root / "articles/ferry.txt").unlink()
    project.write("articles/a.md", "# Ferry opens\n\nThe long *ferry* sailed.\n")
    project.write("articles/b.md", "# Train stops\n\nThe *train* stopped.\n")
    with a_run(project) as ready:
        torn = replace(ready.desks[0], chosen=replace(ready.desks[0].chosen, engine=Torn()))
        begun = [begin(ready.run, ready.read(path), torn).wanted for path in sorted(ready.to_open)]
        make_together(ready.run.settings, begun, torn)
    assert [one.made.unplaced is None for one in begun] == [False, True]
    assert [[draft.is_guessed for draft in one.made.drafts.values()] for one in begun] == [
        [False, True],
        [False, False],
    ]
