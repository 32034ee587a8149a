"""What lies among the exports, however it came there: said when it is old, and taken out without a byte lost."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests import ready
from tests.stories.conftest import EXPORTS, FERRY, HARBOR
from tests.stories.desk import in_estonian

FERRY_OUT, HARBOR_OUT = "exports/et/articles/ferry.txt", "exports/et/articles/harbor.txt"
ASIDE = "withdrawn/et/articles/harbor.txt"
STALE = "1 export is older than its article"
GONE = "1 article is gone. Done; look today"
WITHDRAWN = "1 article is withdrawn. Done; look today"


# --- drafts to look at


def test_files_with_draft_marks_do_not_stay_when_the_gate_is_closed(published):
    published.publish("ice", "The ice road opens", "The ice is 24 centimetres thick.")
    published.night()
    published.export("--allow-drafts")
    assert published.read("exports/et/articles/ice.txt").startswith("[DRAFT] ")
    ran = published.export()
    assert "exports/et/articles/ice.txt: had marks on texts that nobody has approved" in ran.out
    assert published.exported() == [*EXPORTS, "withdrawn/et/articles/ice.txt"]


def test_they_are_no_news(published):
    published.publish("ice", "The ice road opens", "The ice is 24 centimetres thick.")
    published.night()
    published.export("--allow-drafts")
    assert (published.night().code, published.headline) == (0, "All done")


@pytest.mark.parametrize("approved", [True, False])
def test_they_go_when_their_article_has_another_name(published, approved):
    published.publish("ice", "The ice road opens", "The ice is 24 centimetres thick.")
    published.night()
    published.export("--allow-drafts")
    (published.root / "articles/ice.txt").rename(published.root / "articles/road.txt")
    published.night()
    if approved:
        published.approve("road")
    published.export()
    new = ["et/articles/road.txt"] if approved else []
    assert published.exported() == sorted([*EXPORTS, *new, "withdrawn/et/articles/ice.txt"])


def test_they_go_with_an_article_that_is_withdrawn(published):
    published.publish("ice", "The ice road opens", "The ice is 24 centimetres thick.")
    published.night()
    published.export("--allow-drafts")
    published.withdraw("ice")
    published.night()
    assert (published.night().code, published.headline) == (1, WITHDRAWN)
    assert published.exported() == [*EXPORTS, "withdrawn/et/articles/ice.txt"]


# --- a project of an old version


@pytest.fixture
def old(published):
    """Nothing is known of the exports but that they are there."""
    with sqlite3.connect(published.root / "history/texts.sqlite") as file:
        file.executescript("DROP TABLE exported; DROP TABLE missed")
    file.close()
    return published


def test_the_exports_of_an_old_version_are_silent_while_their_articles_are_as_they_were(old):
    for _ in range(2):
        assert (old.night().code, old.headline) == (0, "All done")
    assert (old.export().code, old.exported()) == (0, EXPORTS)


def test_an_export_of_an_old_version_is_told_when_its_article_is_newer_and_stays(old):
    old.settings('[export]\noutdated = "remove"')
    old.correct("ferry", "12 euros", "15 euros")
    for _ in range(2):
        assert old.night().code == 1
        assert old.headline == f"1 correction hits approved text, {STALE}. Done; look today"
        assert old.exported() == EXPORTS
    old.approve("ferry")
    old.export()
    assert (old.night().code, old.headline) == (0, "All done")


def test_an_article_that_is_gone_takes_its_export_of_an_old_version_with_it(old):
    old.withdraw("harbor")
    assert (old.night().code, old.headline) == (1, GONE)
    assert (old.night().code, old.headline) == (1, WITHDRAWN)
    assert (HARBOR_OUT.removeprefix("exports/") in old.exported(), ASIDE in old.exported()) == (False, True)


# --- other hands


def test_what_somebody_has_made_of_an_export_is_not_lost_when_it_goes_aside(published):
    text = published.read(HARBOR_OUT) + "Lisatud käsitsi.\n"
    published.write(HARBOR_OUT, text)
    assert (published.night().code, published.headline) == (0, "All done")
    published.withdraw("harbor")
    published.night()
    published.night()
    assert published.read(f"exports/{ASIDE}") == text


def test_an_export_that_somebody_edited_is_old_when_its_article_is_corrected(published):
    published.write(FERRY_OUT, published.read(FERRY_OUT) + "Lisatud käsitsi.\n")
    published.correct("ferry", "12 euros", "15 euros")
    assert published.night().code == 1
    assert STALE in published.headline


def test_an_export_that_somebody_deleted_is_no_news(published):
    (published.root / FERRY_OUT).unlink()
    published.correct("ferry", "12 euros", "15 euros")
    assert published.night().code == 1
    assert published.headline == "1 correction hits approved text. Done; look today"


# --- links, and other folders


def test_through_a_link_that_leads_out_nothing_is_moved_and_that_is_told(published):
    site = published.root.parent / "site"
    shutil.move(published.root / "exports/et", site)
    (published.root / "exports/et").symlink_to(site)
    published.withdraw("harbor")
    published.night()
    assert published.night().code == 4
    assert "exports/et: is a link that leads out of the project; put the folder itself in its place" in published.told
    assert (site / "articles/harbor.txt").read_text("utf-8").startswith(in_estonian(HARBOR[0]))


def test_an_export_that_is_a_link_stays_with_what_it_leads_to_and_is_told_until_it_is_gone(published):
    elsewhere = published.root.parent / "elsewhere.txt"
    shutil.move(published.root / HARBOR_OUT, elsewhere)
    (published.root / HARBOR_OUT).symlink_to(elsewhere)
    published.withdraw("harbor")
    published.night()
    for _ in range(2):
        assert published.night().code == 4
        told = "is a link that leads out of the project; put the translated article itself in its place"
        assert f"{HARBOR_OUT}: {told}" in published.told
    assert elsewhere.is_file()
    (published.root / HARBOR_OUT).unlink()
    assert (published.night().code, published.headline) == (0, "All done")


@pytest.mark.parametrize("inside", [True, False], ids=["inside", "outside"])
def test_exports_that_are_a_link_themselves_are_as_good_as_any_while_it_stays_in_the_project(published, inside):
    site = (published.root if inside else published.root.parent) / "site"
    shutil.move(published.root / "exports", site)
    (published.root / "exports").symlink_to(site)
    published.withdraw("harbor")
    published.night()
    if inside:
        assert (published.night().code, published.headline) == (1, WITHDRAWN)
    else:
        assert published.night().code == 4
        assert "exports: is a link that leads out of the project; put the folder itself in its place" in published.told
    assert (site / ASIDE).is_file() is inside


def test_what_was_exported_to_a_folder_elsewhere_is_told_and_only_an_export_to_there_takes_it_out(published):
    site = published.root.parent / "site"
    published.settings('[export]\noutdated = "move"')
    published.export("--output", str(site))
    shutil.rmtree(published.root / "exports")
    published.correct("ferry", "12 euros", "15 euros")
    published.withdraw("harbor")
    lying = sorted(path.name for path in (site / "et/articles").iterdir())
    published.night()
    assert published.headline == f"1 correction hits approved text, {STALE}, 1 article is gone. Done; look today"
    published.approve("ferry")
    for _ in range(3):
        published.night()
        assert published.headline == f"{STALE.capitalize()}, 1 article is withdrawn. Done; look today"
        assert f"{site}/et/articles/harbor.txt still lies there" in published.run("status").out
        assert sorted(path.name for path in (site / "et/articles").iterdir()) == lying
    assert published.export("--output", str(site)).code == 0
    assert not (site / "et/articles/harbor.txt").exists()
    assert (site / ASIDE).is_file()
    assert (published.night().code, published.headline) == (0, "All done")


# --- what cannot be done


def test_a_folder_of_exports_that_may_not_be_written_to_is_told_and_the_next_night_mends_it(published):
    """In a process of its own, which may do no more than the files say."""
    published.withdraw("harbor")
    published.night()
    folder: Path = published.root / "exports"
    places = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    for place in places:
        place.chmod(0o555)
    ran = ready.run(["nightly"], cwd=published.root, env=os.environ, preexec_fn=ready.obeying)
    for place in places:
        place.chmod(0o755)
    assert ran.returncode == 4, ran.stderr
    assert f"{HARBOR_OUT}: cannot be moved: Permission denied" in published.told
    assert f"{HARBOR_OUT} still lies there" in published.told
    assert published.exported() == EXPORTS
    assert published.night().code == 1
    assert ASIDE in published.exported()


def test_a_history_that_cannot_be_used_is_told_and_nothing_moves(published):
    file = published.root / "history/texts.sqlite"
    whole = file.read_bytes()
    file.write_bytes(b"rubbish" * 1000)
    published.withdraw("harbor")
    published.correct("ferry", "12 euros", "15 euros")
    for _ in range(2):
        assert published.night().code == 4
        assert "texts.sqlite" in published.told
        published.export()
        assert published.exported() == EXPORTS
    file.write_bytes(whole)
    published.night()
    assert "1 export is older than its article, 1 article is gone" in published.headline
    assert published.exported() == EXPORTS


def test_what_changes_within_the_second_of_a_night_is_told_by_another_in_the_same_second(published):
    published.now = published.now.replace(microsecond=0)
    assert published.run("nightly").code == 0
    published.correct("ferry", "12 euros", "15 euros")
    assert published.run("nightly").code == 1
    assert f"1 correction hits approved text, {STALE}" in published.headline
    published.correct("ferry", "15 euros", "12 euros")
    assert (published.run("nightly").code, published.headline) == (0, "All done")
    assert in_estonian(FERRY[2]) in published.read(FERRY_OUT)
