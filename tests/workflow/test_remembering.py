"""The memory is asked before any engine, and a dry run leaves it as it was."""

import pytest

from tests.workflow.project import NOW
from translate.core.entries.catalog import Entry
from translate.core.entries.jobs import sentences_of
from translate.core.terms.demands import Demands
from translate.core.terms.glossary import Term
from translate.core.terms.matching import TermMatch
from translate.segmentation import segmenter_for
from translate.workflow.noticing import noticing
from translate.workflow.remembering import ask, opened
from translate.workflow.steps import silently

MESSAGE = Entry("The captain was late again yesterday evening.")


def answered(project, message=MESSAGE, *, asked=Demands(), wants_draft=True, dry_run=False, beside=()):  # noqa: B008
    seen, _ = noticing(project.settings, now=NOW)
    with seen.history, opened(project.settings, now=NOW, dry_run=dry_run, announce=silently, seen=seen) as fresh:
        sentences = sentences_of(message, asked, segmenter_for("en"))
        return ask(fresh.memory, "et", message, asked, sentences, wants_draft=wants_draft, beside=beside)


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


# --- a short text


NO = Entry("No.")
SHARED = "The ferry did not leave the harbour."


@pytest.mark.parametrize(
    ("beside", "fuzzy"), [((), True), (("No.",), True), (("No.", "Yes."), True), (("No.", SHARED), False)]
)
def test_a_short_text_is_approved_only_beside_others_of_its_origin_and_else_offered(project, beside, fuzzy):
    project.translated("other", ("No.", "Nr."), ("Yes.", "Jah."), (SHARED, "Praam ei lahkunud."))
    found = answered(project, NO, beside=beside).recalled
    told = "Memory: the same text in locales/et/LC_MESSAGES/other.po" + ", for review" * fuzzy
    assert (found.text, found.fuzzy, str(found.line)) == ("Nr.", fuzzy, told)


def test_another_file_vouches_for_no_translation_that_it_has_not(project):
    project.translated("other", ("No.", "Nr."))
    project.translated("third", (SHARED, "Praam ei lahkunud."))
    assert answered(project, NO, beside=[SHARED]).recalled.fuzzy


def test_where_people_disagreed_on_a_short_text_the_origin_that_has_more_in_common_decides(project):
    project.translated("other", ("No.", "Ei."), (SHARED, "Praam ei lahkunud."))
    head = r'msgid ""' "\n" r'msgstr "Language: et\nPO-Revision-Date: 2099-01-01 10:00+0000\n"' "\n\n"
    project.write("memory/newer.po", head + 'msgid "No."\nmsgstr "Nr."\n')
    assert answered(project, NO).recalled.text == "Nr."
    found = answered(project, NO, beside=[SHARED]).recalled
    assert (found.text, found.fuzzy) == ("Ei.", False)


def test_a_text_that_speaks_for_itself_needs_no_others(project):
    project.translated("other", (MESSAGE.msgid, "Kapten hilines jälle."))
    assert not answered(project).recalled.fuzzy


# --- sentences


BOTH = Entry("The ferry stays in port. The mayor is angry.")
SENTENCES = (("The ferry stays in port.", "Praam jääb sadamasse."), ("The mayor is angry.", "Linnapea on pahane."))


@pytest.mark.parametrize("wants_draft", [True, False])
def test_a_paragraph_of_remembered_sentences_is_joined_and_offered_for_review(project, wants_draft):
    project.translated("other", *SENTENCES)
    found = answered(project, BOTH, wants_draft=wants_draft).recalled
    told = "Memory: its 2 sentences in locales/et/LC_MESSAGES/other.po"
    assert (found.text, found.fuzzy, found.made_for) == ("Praam jääb sadamasse. Linnapea on pahane.", True, None)
    assert str(found.line) == told


def test_a_paragraph_of_which_a_sentence_is_new_is_drafted(project):
    project.translated("other", *SENTENCES)
    assert answered(project, Entry(f"{BOTH.msgid} It rains.")).recalled is None


def test_what_is_remembered_of_the_paragraph_as_a_whole_goes_before_its_sentences(project):
    project.translated("other", *SENTENCES, (BOTH.msgid, "Praam ootab ja linnapea on pahane."))
    assert answered(project, BOTH).recalled.text == "Praam ootab ja linnapea on pahane."
    nearly = Entry(BOTH.msgid.replace("ferry", "Ferry"))
    assert answered(project, nearly).recalled.line.percent == 98


def test_no_sentence_ends_inside_a_term_of_the_glossary(project):
    text = "They saw Wait! Stop yesterday."
    project.translated("other", ("They saw Wait!", "Nad nägid: oota!"), ("Stop yesterday.", "Lõpeta eile."))
    assert answered(project, Entry(text)).recalled.line.sentences == 2
    show = TermMatch(Term("Wait! Stop", "Wait! Stop"), text.index("Wait"), text.index(" yesterday"))
    assert answered(project, Entry(text), asked=Demands((show,))).recalled is None


@pytest.mark.parametrize("text", ["The ferry stays in port.", "?!", "…"])
def test_what_is_no_paragraph_of_several_sentences_is_not_cut(project, text):
    project.translated("other", ("The mayor is angry.", "Linnapea on pahane."))
    assert answered(project, Entry(text)).recalled is None


# --- tags


@pytest.mark.parametrize("wants_draft", [True, False])
@pytest.mark.parametrize("text", ["The mayor is <b1>angry</b1>.", "The mayor is angry."])
def test_the_same_text_with_other_tags_is_offered_for_review(project, text, wants_draft):
    project.translated("other", ("The <a1>mayor</a1> is angry.", "<a1>Linnapea</a1> on pahane."))
    found = answered(project, Entry(text), wants_draft=wants_draft).recalled
    told = "Memory: 100% of the text in locales/et/LC_MESSAGES/other.po"
    assert (found.made_for, found.fuzzy, str(found.line)) == ("The <a1>mayor</a1> is angry.", True, told)


def test_sentences_are_remembered_whatever_their_tags(project):
    linked = (("The <a1>ferry</a1> stays in port.", "<a1>Praam</a1> jääb sadamasse."), SENTENCES[1])
    project.translated("other", *linked)
    for text in (BOTH.msgid, "The <em1>ferry</em1> stays in port. <a2>The mayor</a2> is angry."):
        found = answered(project, Entry(text)).recalled
        assert (found.text, found.line.sentences) == ("Praam jääb sadamasse. Linnapea on pahane.", 2)
