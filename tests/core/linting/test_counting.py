"""How rows are used is counted text by text."""

from translate.core.entries.catalog import Entry
from translate.core.entries.stamp import Draft
from translate.core.linting.counting import Use, Used
from translate.core.terms.glossary import Action, Form, Glossary, Match, Term
from translate.core.terms.matching import Matcher
from translate.languages.loading import load_language

FERRY, PORT = Term("ferry", "praam", forms=(Form("praami", "gen"),)), Term("port", "sadam", forms=(Form("x", "gen"),))
OFF = Term("storm", "", Action.OFF)


def counted(*entries, terms=(FERRY, PORT, OFF)):
    used = Used()
    used.count(entries, Matcher(Glossary("et", terms)))
    return used


def drafted(source, *lines):
    draft = Draft("Tekst.", "argos 1", "11111111")
    told = (*(f"Glossary: {line}" for line in lines), str(draft.stamp))
    return Entry(source, draft.text, extracted=told, flags=("fuzzy",))


def test_texts_are_counted_once_however_often_they_mention_a_row():
    used = counted(Entry("A ferry and a ferry."), Entry("A ferry, the port."), Entry("None."))
    assert (used.files, used.texts, used.with_terms) == (1, 3, 2)
    assert used.rows == {FERRY: Use(texts=2), PORT: Use(texts=1)}


def test_of_drafts_it_is_counted_how_terms_came_there():
    used = counted(
        drafted("Ferry, ferry, ferry.", "ferry = praam [as is] ×2", "ferry = praami [inflected, repaired: was “x”]"),
        drafted("A ferry.", "ferry = praam [FLAG missing]"),
        drafted("The ferry.", "ferry = praam [FLAG inserted]", "port = sadam [as is]"),
        drafted("This ferry.", "ferry = praam"),
    )
    assert used.rows == {FERRY: Use(texts=4, drafts=5, helped=1, flagged=2)}


def test_of_approved_texts_it_is_counted_in_which_no_form_stands():
    used = counted(
        Entry("A ferry, a ferry.", "Praami, see."), Entry("Ferry.", "See."), Entry("Ferry.", "See.", flags=("fuzzy",)),
    )  # fmt: skip
    assert used.rows == {FERRY: Use(texts=3, approved=2, otherwise=1)}


def test_a_form_that_is_not_listed_is_nothing_else():
    estonian, used = load_language("et"), Used()
    glossary = Glossary("et", (FERRY,), estonian.compounding, estonian.inflection)
    used.count([Entry("The ferry trip.", "Praamireis.")], Matcher(glossary))
    assert used.rows == {FERRY: Use(texts=1, approved=1)}


def test_what_is_gone_is_not_counted_and_what_is_off_is_asked_nothing():
    used = counted(Entry("A ferry.", obsolete=True), Entry("A storm.", "Torm."))
    assert (used.texts, used.rows) == (1, {OFF: Use(texts=1)})


def test_titles_that_nobody_has_decided_on_are_no_rows():
    title = Term("Ringvaade", "Ringvaade", Action.KEEP, match=Match.TITLE, undecided=True)
    used = Used()
    used.count([Entry("On “Ringvaade” today.")], Matcher(Glossary("et", (FERRY,), undecided=(title,))))
    assert (used.with_terms, used.rows) == (0, {})


def test_counts_of_several_locales_are_put_together():
    use = Use(1, 2, 3, 4, 5, 6)
    use.add(Use(10, 20, 30, 40, 50, 60))
    assert use == Use(11, 22, 33, 44, 55, 66)
