"""An article that has another name, or stands elsewhere, takes along what people wrote."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.workflow.people import entries, standing, translate
from tests.workflow.project import Project
from translate.cli.project import CLOCK
from translate.core.results.night import parse_limit
from translate.history.texts import History
from translate.workflow.draft import draft
from translate.workflow.orders import Job, Orders
from translate.workflow.phases import draft_anew
from translate.workflow.places import history_file

STORM = "The storm of Monday reached the coast before anybody had closed the harbour."
MINISTER = "The minister denied that she had been warned of it in time."
FERRY = "The ferry stayed at the island until the wind had gone down."
LATER = "Whoever had booked a cabin was offered a bed at the school of the village."
REVIEWED, APPROVED = "Minister eitas süüd.", "Torm jõudis rannikule."
LAST = "Follow us and never miss an update!"


def article(headline, *paragraphs):
    return f"{headline}\n\n" + "".join(f"{paragraph}\n" for paragraph in paragraphs)


@pytest.fixture
def project(tmp_path):
    """An article on which a translator has begun to work."""
    project = Project(tmp_path)
    (project.root / "articles/ferry.txt").unlink()
    project.write("articles/storn.txt", article("Storm hits the coast", STORM, MINISTER, FERRY, LATER, LAST))
    run(project)
    translate(project, "storn", {STORM: APPROVED})
    translate(project, "storn", {MINISTER: REVIEWED}, fuzzy=True, comment="Ask the desk.")
    return project


def run(project, **options):
    return draft(project.settings, **{"now": datetime.now(UTC), "clock": CLOCK, **options})


def rename(project, old, new):
    target = project.root / "articles" / new
    target.parent.mkdir(parents=True, exist_ok=True)
    (project.root / "articles" / old).rename(target)


def catalogs(project, locale="et"):
    return sorted(path.name for path in (project.root / f"locales/{locale}/LC_MESSAGES").iterdir())


def templates(project):
    return sorted(path.name for path in (project.root / "locales").glob("*.pot"))


THEIRS = {STORM: (APPROVED, False), MINISTER: (REVIEWED, True)}


def test_a_renamed_article_keeps_its_texts_in_review_its_comments_and_its_history(project):
    run(project)
    rename(project, "storn.txt", "storm.txt")
    assert [note for note in run(project).notes if "follows" in note] == [
        "locales/et/LC_MESSAGES/storn.po: follows its article, and is locales/et/LC_MESSAGES/storm.po now"
    ]
    assert (catalogs(project), templates(project)) == (["storm.po"], ["storm.pot"])
    assert standing(project, "storm") == THEIRS
    assert entries(project, "storm")[MINISTER].comments == ("Ask the desk.",)
    assert entries(project, "storm")[MINISTER].references == ("articles/storm.txt:4",)
    before = project.files()
    assert (run(project).notes, {k: v for k, v in project.files().items() if "history" not in k}) == (
        (),
        {k: v for k, v in before.items() if "history" not in k},
    )


def test_what_was_written_since_the_last_run_follows_as_well(project):
    rename(project, "storn.txt", "storm.txt")
    run(project)
    assert standing(project, "storm") == THEIRS


def test_it_follows_from_name_to_name(project):
    for old, new in [("storn.txt", "storm.txt"), ("storm.txt", "2026/great-storm.txt")]:
        rename(project, old, new)
        run(project)
    assert (catalogs(project), standing(project, "great-storm")) == (["great-storm.po"], THEIRS)


def test_an_article_that_was_renamed_and_edited_on_the_same_day_is_still_the_same(project):
    rename(project, "storn.txt", "storm.txt")
    minister = MINISTER.replace("in time", "in good time")
    project.write("articles/storm.txt", article("Storm hits the coast", STORM, minister, FERRY, "The school was full."))
    run(project)
    assert standing(project, "storm") == {STORM: (APPROVED, False), minister: (REVIEWED, True)}
    assert entries(project, "storm")[minister].previous_msgid == MINISTER


def test_an_article_that_moved_to_another_folder_keeps_its_po_file_and_no_brake_is_pulled(project):
    for number in range(20):
        project.write(f"articles/a{number}.txt", article(f"News {number}", *(f"Said {number} {n}." for n in range(9))))
    run(project)
    rename(project, "storn.txt", "2026/storn.txt")
    for number in range(20):
        rename(project, f"a{number}.txt", f"2026/a{number}.txt")
    assert night(project).troubles == ()
    assert standing(project, "storn") == THEIRS
    assert entries(project, "storn")[MINISTER].references == ("articles/2026/storn.txt:4",)


def test_many_articles_may_be_renamed_at_once_and_no_brake_is_pulled(project):
    for number in range(20):
        project.write(f"articles/a{number}.txt", article(f"News {number}", *(f"Said {number} {n}." for n in range(9))))
    run(project)
    for number in range(20):
        rename(project, f"a{number}.txt", f"b{number}.txt")
    assert night(project).troubles == ()
    assert catalogs(project) == sorted([*(f"b{number}.po" for number in range(20)), "storn.po"])


def night(project):
    from translate.ledger.pages import FILE, Ledger
    from translate.workflow.steps import silently
    from translate.workflow.terms import Glossaries
    from translate.workflow.watch import Watch

    now = datetime.now(UTC)
    with Ledger(project.root / FILE, home=None) as ledger:
        orders = Orders(limit=parse_limit("30%"))
        watch = Watch(now, CLOCK.seconds, lambda _: None)
        glossaries = Glossaries(project.settings)
        return draft_anew(Job(project.settings, orders, glossaries, ledger, now, CLOCK, watch, silently)).summary


def test_nothing_is_moved_where_the_brake_is_pulled(project):
    for number in range(20):
        project.write(f"articles/a{number}.txt", article(f"News {number}", *(f"Said {number} {n}." for n in range(9))))
    run(project)
    for number in range(20):
        project.write(f"articles/a{number}.txt", article("Broken feed", "Nothing here."))
    rename(project, "storn.txt", "storm.txt")
    assert "would vanish" in night(project).troubles[0].message
    assert "storn.po" in catalogs(project)


def test_a_dry_run_moves_nothing_and_tells_of_it(project):
    rename(project, "storn.txt", "storm.txt")
    before = project.files()
    assert [note.partition(":")[0] for note in run(project, dry_run=True).notes] == ["locales/et/LC_MESSAGES/storn.po"]
    assert project.files() == before


def test_of_two_that_fit_as_well_neither_is_moved_and_both_are_offered(project):
    text = project.read("articles/storn.txt")
    project.write("articles/storn-2.txt", text)
    run(project)
    translate(project, "storn-2", {FERRY: "Praam jäi saarele."}, fuzzy=True)
    (project.root / "articles/storn-2.txt").unlink()
    rename(project, "storn.txt", "storm.txt")
    notes = run(project).notes
    for old in ("storn", "storn-2"):
        (note,) = [note for note in notes if note.startswith(f"locales/et/LC_MESSAGES/{old}.po: ")]
        assert f"“newsdesk articles mv articles/{old}.txt articles/storm.txt”" in note
    assert catalogs(project) == ["storm.po", "storn-2.po", "storn.po"]
    # What people wrote is in the new file all the same.
    assert standing(project, "storm") == {**THEIRS, FERRY: ("Praam jäi saarele.", True)}


def test_a_split_article_gives_each_half_what_people_wrote_for_it(project):
    (project.root / "articles/storn.txt").unlink()
    project.write("articles/coast.txt", article("The coast", STORM, FERRY, LAST))
    project.write("articles/cabinet.txt", article("The cabinet", MINISTER, LATER))
    run(project)
    assert catalogs(project) == ["cabinet.po", "coast.po"]
    assert standing(project, "coast") == {STORM: (APPROVED, False)}
    assert standing(project, "cabinet") == {MINISTER: (REVIEWED, True)}
    assert entries(project, "cabinet")[MINISTER].comments == ("Ask the desk.",)


def test_a_text_that_went_to_a_new_article_is_as_old_as_it_was(project):
    run(project)
    (before,) = [since for source, since in dates(project, "storn") if source == STORM]
    project.write("articles/storn.txt", article("Storm hits the coast", MINISTER, FERRY, LATER, LAST))
    project.write("articles/coast.txt", article("What the coast saw", STORM))
    run(project, now=datetime.now(UTC) + timedelta(days=1))
    assert (STORM, before) in dates(project, "coast")


def dates(project, name):
    with History(history_file(project.settings), home=None) as history:
        return [(s.entry.msgid, s.since) for s in history.past(f"locales/et/LC_MESSAGES/{name}.po").entries]


def test_a_paragraph_that_went_to_a_new_article_takes_its_text_along(project):
    project.write("articles/storn.txt", article("Storm hits the coast", STORM, FERRY, LATER, LAST))
    project.write("articles/cabinet.txt", article("What the cabinet knew", MINISTER, "It meets on Friday."))
    run(project)
    assert standing(project, "cabinet") == {MINISTER: (REVIEWED, True)}
    assert entries(project, "storn")[MINISTER].obsolete
    assert standing(project, "storn") == {STORM: (APPROVED, False)}


def test_an_article_that_has_only_its_last_line_in_common_takes_nothing(project):
    translate(project, "storn", {LAST: "Jälgi meid, ära jää uudisest ilma!"}, fuzzy=True)
    (project.root / "articles/storn.txt").unlink()
    project.write("articles/election.txt", article("Election", "Nobody has won the election so far.", LAST))
    run(project)
    assert (catalogs(project), standing(project, "election")) == (["election.po", "storn.po"], {})


def test_nothing_comes_into_the_place_of_a_po_file_that_was_deleted(project):
    old = project.read("locales/et/LC_MESSAGES/storn.po")
    run(project)
    project.write("locales/et/LC_MESSAGES/withdrawn.po", old)
    (project.root / "locales/et/LC_MESSAGES/storn.po").unlink()
    run(project)
    assert (catalogs(project), standing(project, "storn")) == (["storn.po", "withdrawn.po"], {})


def test_the_po_files_of_a_locale_with_another_name_follow_it(project):
    project.settings = replace(project.settings, locales=("et_EE",))
    (note,) = run(project).notes
    assert note == "locales/et/LC_MESSAGES/storn.po: follows its article, and is locales/et_EE/LC_MESSAGES/storn.po now"
    assert not catalogs(project)
    assert standing(project, "storn", "et_EE") == THEIRS
    assert '"Language: et_EE\\n"' in project.read("locales/et_EE/LC_MESSAGES/storn.po")


@pytest.mark.parametrize("locales", [("fi",), ("et_EE", "et_FI")])
def test_a_locale_that_is_another_one_or_may_be_either_of_two_gets_files_of_its_own(project, locales):
    project.settings = replace(project.settings, locales=locales)
    run(project)
    assert (catalogs(project), catalogs(project, locales[0])) == (["storn.po"], ["storn.po"])


def test_a_file_of_the_former_name_of_a_locale_that_has_one_of_the_new_name_too_is_told_with_what_to_do(project):
    old = project.read("locales/et/LC_MESSAGES/storn.po")
    project.settings = replace(project.settings, locales=("et_EE",))
    run(project)
    project.write("locales/et/LC_MESSAGES/storn.po", old)
    (note,) = run(project).notes
    assert note == (
        "locales/et/LC_MESSAGES/storn.po: is in a locale that has another name now, and is no work;"
        " “newsdesk articles mv locales/et/LC_MESSAGES/storn.po articles/storn.txt” brings it there"
    )
    assert run(project).notes == ()


def test_what_an_editor_saves_under_the_old_name_after_the_move_is_told_with_where_it_belongs(project):
    old = project.read("locales/et/LC_MESSAGES/storn.po")
    rename(project, "storn.txt", "storm.txt")
    run(project)
    for text in ("Praam jäi saarele.", "Praam jäi ööseks saarele."):
        project.write("locales/et/LC_MESSAGES/storn.po", old)
        translate(project, "storn", {FERRY: text}, fuzzy=True)
        (note,) = run(project).notes
        assert note.startswith("locales/et/LC_MESSAGES/storn.po: has no article")
        assert "“newsdesk articles mv articles/storn.txt articles/storm.txt”" in note
        assert run(project).notes == ()


OTHERS = [f"Nobody had thought of {what} before the storm came in on Monday." for what in ("boats", "roads", "schools")]


@pytest.mark.parametrize("name", ["storn_old", "storn.bak", "storn.po.orig"])
@pytest.mark.parametrize("nights", [1, 2])
def test_an_old_copy_of_a_po_file_gives_nothing_to_a_new_article(project, name, nights):
    """What was corrected since came into it as approved, from a file that nobody works on."""
    copied = project.read("locales/et/LC_MESSAGES/storn.po")
    translate(project, "storn", {STORM: "Torm tabas õhtul rannikut."})
    project.write(f"locales/et/LC_MESSAGES/{name}.po", copied)
    for _ in range(nights):
        run(project)
    project.write("articles/coast.txt", article("What the coast saw", STORM, MINISTER, FERRY, *OTHERS))
    run(project)
    assert standing(project, "coast") == {STORM: ("Torm tabas õhtul rannikut.", False)}
    assert any(line.startswith("Memory: ") for line in entries(project, "coast")[STORM].extracted)
    assert f"{name}.po" in catalogs(project)
    with History(history_file(project.settings), home=None) as history:
        assert f"locales/et/LC_MESSAGES/{name}.po" not in [*history.paths()]


def test_a_text_that_stands_in_another_article_as_well_is_for_the_memory_to_give(project):
    """The article that is gone had it in words that were corrected since in the other one."""
    project.write("articles/gone.txt", article("The coast", STORM, FERRY, *OTHERS))
    run(project)
    translate(
        project, "gone", {STORM: "Torm jõudis randa.", FERRY: "Praam jäi saarele.", OTHERS[0]: "Paate ei märgatud."}
    )
    run(project)
    (project.root / "articles/gone.txt").unlink()
    translate(project, "storn", {STORM: "Torm tabas õhtul rannikut."})
    translate(project, "storn", {FERRY: "Praam jäi ööseks saarele."}, fuzzy=True)
    run(project)
    project.write("articles/coast.txt", article("What the coast saw", STORM, OTHERS[0]))
    run(project)
    assert standing(project, "coast") == {
        STORM: ("Torm tabas õhtul rannikut.", False),
        OTHERS[0]: ("Paate ei märgatud.", False),
    }
