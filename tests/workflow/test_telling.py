"""What happened to PO files since the last look is told in lines that say what to do."""

from dataclasses import replace

from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.losses import Harm, Kept, Loss, Reason
from translate.core.entries.noticing import Noticed
from translate.core.entries.past import Past, Seen
from translate.core.results.summary import CatalogResult, CatalogState, Counts, total
from translate.errors import EngineError
from translate.plugins import Chosen
from translate.workflow import telling
from translate.workflow.desk import open_desks
from translate.workflow.terms import Glossaries


def kept(number, reason, path="a.po"):
    seen = Seen(Entry("The ferry sailed.", "Praam väljus."), "2026-11-20T04:00:00Z")
    return Kept(number, path, "et", seen, "2026-11-28T04:00:00Z", reason, is_open=False)


def result(unconfirmed):
    return CatalogResult("et", "a.txt", "a.po", CatalogState.UNCHANGED, 0, Counts(drafts=12, unconfirmed=unconfirmed))


def noticed(**facts):
    return list(telling.noticed("a.po", Noticed(Catalog(Header()), Past(), **facts)))


def test_lines_that_a_tool_removed_are_told_with_the_menu_to_leave_alone():
    (line,) = noticed(drafts_known_again=2)
    assert line.startswith("a.po: the MT and Glossary lines of 2 drafts were gone, as after “Update from POT”")
    assert "msgmerge" in line


def test_what_a_tool_filled_with_the_source_is_told():
    assert noticed(filled=1) == ["a.po: 1 entry held nothing but the source, as tools fill in what is untranslated"]


def test_where_nothing_happened_nothing_is_told():
    assert noticed() == []


def test_what_a_person_deleted_is_told_with_the_numbers_that_bring_it_back():
    found = [kept(17, Reason.EMPTIED), kept(18, Reason.EMPTIED), kept(19, Reason.REMOVED, "b.po")]
    assert list(telling.taken_out(found)) == [
        "2 texts deleted by a person and drafted anew: “newsdesk restore 17 18” brings them back (a.po)",
        "1 text of former paragraphs deleted: “newsdesk restore 19” brings it back (b.po)",
    ]


def test_where_there_are_many_or_a_dry_run_gives_no_number_the_list_is_named():
    many = [kept(number, Reason.EMPTIED) for number in range(1, 10)]
    for found in (many, [kept(0, Reason.EMPTIED)]):
        (line,) = telling.taken_out(found)
        assert "“newsdesk restore --all” lists" in line


def test_what_was_replaced_or_lost_is_no_deletion():
    assert list(telling.taken_out([kept(1, Reason.REPLACED), kept(2, Reason.LOST)])) == []


def test_drafts_that_nobody_has_confirmed_are_told_by_every_run_until_somebody_does():
    (line,) = telling.unconfirmed(total(result(number).totals for number in (12, 0, 10)))
    assert line.startswith("22 drafts in 2 PO files were approved all at once: run “newsdesk confirm”; ")
    assert list(telling.unconfirmed(result(0).totals)) == []


def test_a_loss_is_a_trouble_of_its_file():
    (trouble,) = telling.lost([Loss("a.po", 2, "2026-11-28", Harm.CUT)])
    assert (trouble.path, trouble.message[:6]) == ("a.po", "a.po: ")


def test_which_engine_stands_in_for_which_is_told_in_a_line_for_all_their_locales(project):
    (desk,), _ = open_desks(project.settings, ["et"], "identity", Glossaries(project.settings))
    torn = {"argos": EngineError("it is torn"), "apertium": EngineError("it is gone")}
    desks = [
        *(replace(desk, locale=locale, chosen=Chosen(desk.engine, "next", "next 1", torn)) for locale in ("et", "lv")),
        replace(desk, locale="fi", chosen=Chosen(unable=torn)),
        replace(desk, locale="ru"),
    ]
    assert list(telling.standing_in(desks)) == [
        "et, lv: next drafts in the place of argos and apertium, which cannot start; drafts that are there already stay"
    ]
