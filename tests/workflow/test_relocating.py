"""An article gets another name by command, and whatever people wrote for it follows."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.workflow.people import entries, standing, translate
from tests.workflow.project import Project, told
from translate.cli.project import CLOCK
from translate.core.results.relocation import Way
from translate.core.results.summary import ExitCode
from translate.errors import DocumentError
from translate.history.texts import History
from translate.workflow.draft import draft
from translate.workflow.places import history_file
from translate.workflow.relocating import relocate

STORM = "The storm of Monday reached the coast before anybody had closed the harbour."
MINISTER = "The minister denied that she had been warned of it in time."
TEXT = f"Storm hits the coast\n\n{STORM}\n{MINISTER}\n"
PO = "locales/et/LC_MESSAGES"


@pytest.fixture
def project(tmp_path):
    """An article on which a translator has begun to work, in one of two locales."""
    project = Project(tmp_path, locales=("et", "ru"))
    (project.root / "articles/ferry.txt").unlink()
    project.write("articles/storn.txt", TEXT)
    run(project)
    translate(project, "storn", {MINISTER: "Minister eitas süüd."}, fuzzy=True, comment="Ask the desk.")
    run(project)
    return project


def run(project):
    return draft(project.settings, now=datetime.now(UTC), clock=CLOCK)


def mv(project, old="articles/storn.txt", new="articles/storm.txt", *, dry_run=False):
    return relocate(project.settings, project.root / old, project.root / new, dry_run=dry_run, now=datetime.now(UTC))


def names(project):
    """What lies among the articles and the PO files."""
    return sorted(name for name in project.files() if name.startswith(("articles/", "locales/")))


RENAMED = ["articles/storm.txt", f"{PO}/storm.po", "locales/ru/LC_MESSAGES/storm.po", "locales/storm.pot"]


def test_the_article_its_template_and_its_po_files_have_the_new_name(project):
    done = mv(project)
    assert (done.article, [one.way for one in done.catalogs]) == (
        ("articles/storn.txt", "articles/storm.txt"),
        [Way.MOVED, Way.MOVED],
    )
    assert (done.exit_code, names(project)) == (ExitCode.CLEAN, RENAMED)
    assert run(project).notes == ()
    assert standing(project, "storm") == {MINISTER: ("Minister eitas süüd.", True)}
    with History(history_file(project.settings), home=None) as history:
        assert history.past(f"{PO}/storn.po") is None
        assert history.past(f"{PO}/storm.po")


@pytest.mark.parametrize("old", ["articles/storn.txt", f"{PO}/storn.po"])
def test_where_the_article_has_its_new_name_already_its_work_follows(project, old):
    (project.root / "articles/storn.txt").rename(project.root / "articles/storm.txt")
    assert mv(project, old).article is None
    assert names(project) == RENAMED


def test_a_folder_of_articles_that_leads_out_is_only_read_and_the_work_follows_what_is_renamed_there(
    project, tmp_path_factory
):
    cms = tmp_path_factory.mktemp("cms")
    (cms / "storm.txt").write_text("Storm")
    (project.root / "feed").symlink_to(cms)
    project.settings = replace(project.settings, articles=("articles", "feed"))
    for old, new in (("articles/storn.txt", "feed/new.txt"), ("feed/storm.txt", "articles/new.txt")):
        for dry_run in (True, False):
            with pytest.raises(DocumentError, match="leads out of the project, which is only read; rename the article"):
                mv(project, old, new, dry_run=dry_run)
    assert ([path.name for path in cms.iterdir()], project.read("articles/storn.txt")) == (["storm.txt"], TEXT)
    (project.root / "articles/storn.txt").unlink()
    assert len(mv(project, new="feed/storm.txt").catalogs) == 2


def test_an_article_is_moved_to_another_folder_and_its_work_stays(project):
    assert mv(project, new="articles/2026/storn.txt").catalogs == ()
    assert names(project)[0] == "articles/2026/storn.txt"
    assert f"{PO}/storn.po" in names(project)


def test_where_another_has_the_name_the_work_is_named_by_the_new_path(project):
    project.write("articles/train.txt", "Train\n")
    run(project)
    mv(project, new="articles/2026/train.txt")
    assert standing(project, "2026-train") == {MINISTER: ("Minister eitas süüd.", True)}
    assert run(project).notes == ()
    mv(project, "articles/2026/train.txt", "articles/2027/train.txt")
    assert standing(project, "2027-train") == {MINISTER: ("Minister eitas süüd.", True)}
    assert [name for name in names(project) if "train" in name and "ru/" not in name] == [
        "articles/2027/train.txt",
        "articles/train.txt",
        "locales/2027-train.pot",
        f"{PO}/2027-train.po",
        f"{PO}/train.po",
        "locales/train.pot",
    ]


def test_one_of_two_that_share_a_name_takes_its_work_along_and_leaves_the_others(project):
    project.write("articles/sport/storn.txt", "A match in the rain\n\nNobody won it.\n")
    run(project)
    mv(project)
    assert standing(project, "storm") == {MINISTER: ("Minister eitas süüd.", True)}
    assert f"{PO}/sport-storn.po" in names(project)
    assert f"{PO}/storn.po" not in names(project)


def test_the_work_of_an_article_that_was_moved_by_hand_is_known_by_its_former_path(project):
    (project.root / "articles/storn.txt").rename(project.write("articles/sport/storn.txt", ""))
    project.write("articles/storn.txt", "A match in the rain\n\nNobody won it.\n")
    run(project)
    (project.root / "articles/sport/storn.txt").rename(project.root / "articles/flood.txt")
    assert [one.way for one in mv(project, "articles/sport/storn.txt", "articles/flood.txt").catalogs] == [
        Way.MOVED
    ] * 2


def test_what_was_moved_and_rewritten_by_hand_gets_its_work_back(project):
    project.write("articles/2026/storn.txt", f"What was behind the flood\n\nNobody knew it then.\n{MINISTER}\n")
    (project.root / "articles/storn.txt").unlink()
    (project.root / "history/texts.sqlite").unlink()
    run(project)
    assert standing(project, "2026-storn") == {}
    done = mv(project, new="articles/2026/storn.txt")
    assert [one.new for one in done.catalogs] == [f"{PO}/2026-storn.po", "locales/ru/LC_MESSAGES/2026-storn.po"]
    assert standing(project, "2026-storn") == {MINISTER: ("Minister eitas süüd.", True)}


def test_a_dry_run_tells_the_same_and_writes_nothing(project):
    before = project.files()
    foreseen = mv(project, dry_run=True)
    assert project.files() == before
    done = mv(project)
    assert (foreseen.article, foreseen.catalogs) == (done.article, done.catalogs)


@pytest.fixture
def drafted_between(project):
    """A project in which a run was made with an old newsdesk after the article was renamed: both PO files are there."""
    old = project.files()
    mv(project)
    run(project)
    for name in (f"{PO}/storm.po", "locales/ru/LC_MESSAGES/storm.po"):
        (project.root / name).unlink()
    (project.root / "history/texts.sqlite").unlink()
    run(project)
    project.write(f"{PO}/storn.po", old[f"{PO}/storn.po"])
    return project


def test_where_both_po_files_are_there_texts_and_comments_come_into_the_new_one(drafted_between):
    project = drafted_between
    assert standing(project, "storm") == {}
    foreseen, done = mv(project, dry_run=True), mv(project)
    assert foreseen.catalogs == done.catalogs
    assert [(one.way, one.texts, one.left) for one in done.catalogs] == [(Way.JOINED, 1, ())]
    assert standing(project, "storm") == {MINISTER: ("Minister eitas süüd.", True)}
    assert entries(project, "storm")[MINISTER].comments == ("Ask the desk.",)
    assert names(project) == RENAMED
    run(project)
    assert standing(project, "storm") == {MINISTER: ("Minister eitas süüd.", True)}


def test_what_somebody_has_written_otherwise_keeps_the_old_file_in_place(drafted_between):
    project = drafted_between
    translate(project, "storm", {MINISTER: "Minister ei võtnud süüd."})
    translate(project, "storn", {STORM: "Torm jõudis rannikule."})
    done = mv(project)
    ((way, texts, (left,)),) = [(one.way, one.texts, one.left) for one in done.catalogs]
    assert (way, texts, left.source, done.exit_code) == (Way.KEPT, 1, MINISTER, ExitCode.FINDINGS)
    line = project.read(f"{PO}/storn.po").splitlines()[left.line - 1]
    assert line.startswith("msgid")
    assert standing(project, "storm") == {
        STORM: ("Torm jõudis rannikule.", False),
        MINISTER: ("Minister ei võtnud süüd.", False),
    }
    assert standing(project, "storn")[MINISTER] == ("Minister eitas süüd.", True)
    assert mv(project).catalogs[0].texts == 0


def test_a_text_of_a_paragraph_that_is_gone_is_kept_in_the_new_file(drafted_between):
    project = drafted_between
    project.write("articles/storm.txt", f"Storm hits the coast\n\n{STORM}\n")
    run(project)
    mv(project)
    assert entries(project, "storm")[MINISTER].obsolete
    assert entries(project, "storm")[MINISTER].msgstr == "Minister eitas süüd."


def test_a_po_file_that_cannot_be_read_stays_and_the_others_follow(drafted_between):
    project = drafted_between
    project.write(f"{PO}/storn.po", 'msgid "open\n')
    project.write("locales/ru/LC_MESSAGES/storn.po", project.read("locales/ru/LC_MESSAGES/storm.po"))
    done = mv(project)
    assert told(done.troubles)[0].startswith(f"{PO}/storn.po line 1: ")
    assert ([one.locale for one in done.catalogs], done.exit_code) == (["ru"], ExitCode.PARTIAL)


def test_the_work_in_a_locale_that_has_another_name_now_is_brought_there(project):
    project.settings = replace(project.settings, locales=("et_EE",))
    old = project.read(f"{PO}/storn.po")
    run(project)
    project.write(f"{PO}/storn.po", old)
    project.write("locales/et_EE/LC_MESSAGES/storn.po", project.read("locales/ru/LC_MESSAGES/storn.po"))
    (done,) = mv(project, f"{PO}/storn.po", "articles/storn.txt").catalogs
    assert (done.way, done.locale, done.texts) == (Way.JOINED, "et_EE", 1)
    assert standing(project, "storn", "et_EE") == {MINISTER: ("Minister eitas süüd.", True)}
    assert f"{PO}/storn.po" not in names(project)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("articles/storn.txt", "elsewhere/storm.txt", "elsewhere/storm.txt: lies in no folder of articles"),
        ("articles/storn.txt", "../storm.txt", "lies in no folder of articles"),
        ("shows/own.csv", "shows/spring.csv", "shows/spring.csv: is a list, and its titles keep their translations"),
        ("newsdesk.toml", "articles/storm.txt", "newsdesk.toml: lies in no folder of articles"),
        ("articles/storn.txt", "articles/storm.pdf", "articles/storm.pdf: is no name of an article"),
        ("articles/storn.txt", "articles/storm.txt~", "is no name of an article"),
        ("articles/storn.txt", "articles/train.txt", "articles/train.txt: is there already"),
        ("articles/gone.txt", "articles/never.txt", "articles/never.txt: there is no such article"),
        ("articles/gone.txt", "articles/train.txt", "articles/gone.txt: there is no PO file of gone"),
        (f"{PO}/train.po", "articles/storn.txt", "articles/train.txt: has the PO files of this name"),
        ("articles/2026/train.txt", "articles/storn.txt", "articles/2026/train.txt: there is no PO file of 2026-train"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_moved(project, old, new, fault):
    project.write("articles/train.txt", "Train\n")
    project.write("newsdesk.toml", "")
    before = project.files()
    with pytest.raises(DocumentError) as error:
        mv(project, old, new)
    assert fault in str(error.value)
    assert project.files() == before


def test_an_article_is_not_moved_through_a_link_that_leads_out_of_the_project(project, tmp_path_factory):
    (project.root / "articles/out").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    with pytest.raises(DocumentError, match="lies in no folder of articles"):
        mv(project, new="articles/out/storm.txt")
