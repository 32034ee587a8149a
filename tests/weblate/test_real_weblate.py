"""Against a real Weblate, where one is installed: what a night and its translators do to each other."""

import os
import shlex
import shutil
import subprocess
import urllib.error
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.weblate.fake_weblate import git
from tests.weblate.newsroom import FERRY, FIRST, HEADLINE, LAST, LIBRARY, NEWSDESK, PO, ROOT, Newsroom, text
from tests.weblate.real_weblate import RealWeblate, running
from tests.weblate.test_deployed import PAGE, typed

INSTALLED = os.environ.get("NEWSDESK_WEBLATE")
if not INSTALLED:
    reason = "no Weblate; tools/weblate FOLDER installs one, and NEWSDESK_WEBLATE=FOLDER names it"
    pytest.skip(reason, allow_module_level=True)
TRANSLATED = ("Laev sõitis.", False)


@dataclass
class Desk:
    """A newsroom, and its project in Weblate."""

    origin: Path
    newsroom: Newsroom
    weblate: RealWeblate

    def pushed(self, msgid: str, slug: str = FERRY) -> tuple[str, bool]:
        """What an entry has in the repository."""
        shutil.rmtree(self.origin.with_name("look"), ignore_errors=True)
        git(self.origin.parent, "clone", "--quiet", str(self.origin), "look")
        return text(self.origin.with_name("look"), msgid, slug)


@pytest.fixture(scope="module")
def weblate() -> Iterator[RealWeblate]:
    with running(Path(INSTALLED)) as served:
        yield served


@pytest.fixture
def desk(weblate: RealWeblate, first_day: Path, tmp_path: Path) -> Iterator[Desk]:
    shutil.copytree(first_day, tmp_path, dirs_exist_ok=True)
    origin, newsroom = tmp_path / "origin.git", Newsroom(tmp_path / "newsroom", tmp_path / "home")
    weblate.ask("projects/", "POST", name="Desk", slug="desk", web="https://example.org/")
    weblate.ask(
        "projects/desk/components/", "POST", name=FERRY, slug=FERRY, vcs="git", repo=f"file://{origin}",
        push=f"file://{origin}", branch="main", file_format="po", filemask=f"locales/*/LC_MESSAGES/{FERRY}.po",
        new_base=f"locales/{FERRY}.pot",
    )  # fmt: skip
    (tmp_path / "administrator").write_text(f"Authorization: Token {weblate.key}\n")
    discover = (
        typed(PAGE)[0]
        .replace("https://weblate.example.org/api/", weblate.url)
        .replace("desk/articles", f"desk/{FERRY}")
    )
    shutil.copytree(ROOT / "deploy", tmp_path / "deploy")
    subprocess.run(shlex.split(discover), cwd=tmp_path, check=True, capture_output=True)
    newsroom.configure(weblate.url, key=weblate.account("night", team="Manage repository"))
    git(newsroom.folder, "pull", "--quiet")
    yield Desk(origin, newsroom, weblate)
    weblate.forget()


@pytest.mark.usefixtures("new_term")
def test_an_edit_that_is_not_pushed_and_a_night_on_the_same_entry_are_both_kept(desk):
    desk.newsroom.write(f"articles/{FERRY}.txt", f"{HEADLINE}\n\n{FIRST}\n{LAST}\nIt is cold.\n")
    desk.weblate.translate(FERRY, "et", FIRST, TRANSLATED[0])

    night = desk.newsroom.night()

    assert (night.told, night.code) == ([], 1)
    assert (desk.pushed(FIRST), desk.newsroom.text(FIRST)) == (TRANSLATED, TRANSLATED)
    assert desk.pushed("It is cold.") == ("It is cold.", True)
    assert desk.weblate.shows(FERRY, "et", FIRST) == TRANSLATED
    assert desk.weblate.shows(FERRY, "et", "It is cold.") == ("It is cold.", True)
    assert set(desk.weblate.locked().values()) == {False}


@pytest.mark.usefixtures("new_term")
def test_without_it_the_same_night_ends_in_a_rebase_that_fails(desk):
    desk.weblate.translate(FERRY, "et", FIRST, TRANSLATED[0])
    subprocess.run([NEWSDESK, "nightly"], cwd=desk.newsroom.folder, capture_output=True, check=False)
    desk.newsroom.git("commit", "--quiet", "--all", "--message=Night")
    desk.newsroom.git("push", "--quiet")

    answer = desk.weblate.ask(f"components/desk/{FERRY}/repository/", "POST", operation="pull")
    assert answer == {"result": False, "detail": f"Could not rebase local branch onto remote branch Desk/{FERRY}."}
    night = desk.newsroom.night("sh", "-c", "echo ran")
    assert (night.code, night.out) == (2, "")
    assert night.told[0].startswith("Weblate could not push what its translators have done: Could not rebase ")


def test_nobody_edits_while_the_night_is_at_work(desk):
    with desk.newsroom.start("sh", "-c", "echo at work; read go") as night:
        assert night.stdout.readline() == "at work\n"
        assert set(desk.weblate.locked().values()) == {True}
        with pytest.raises(urllib.error.HTTPError, match="403"):
            desk.weblate.translate(FERRY, "et", FIRST, TRANSLATED[0])
        night.terminate()
        night.communicate()
    desk.weblate.translate(FERRY, "et", FIRST, TRANSLATED[0])
    assert desk.newsroom.night("true").told == []
    assert desk.pushed(FIRST) == TRANSLATED


def test_each_article_becomes_a_component_and_nothing_else_does(desk):
    assert set(desk.weblate.locked()) == {FERRY, LIBRARY}
    desk.newsroom.write("articles/2026-11-22-harbor.txt", "The harbor opens\n\nIt is warm.\n")
    (desk.newsroom.folder / "memory").mkdir()
    shutil.copy(desk.newsroom.folder / PO, desk.newsroom.folder / "memory" / "old.po")
    desk.newsroom.git("add", "articles", "memory")
    desk.newsroom.git("commit", "--quiet", "--message=An article")
    desk.newsroom.git("push", "--quiet")

    assert desk.newsroom.night().told == []
    assert desk.weblate.locked() == {FERRY: False, LIBRARY: False, "2026-11-22-harbor": False}


def test_what_a_person_has_locked_stays_locked(desk):
    desk.weblate.ask(f"components/desk/{LIBRARY}/lock/", "POST", lock=True)
    assert desk.newsroom.night("true").told == []
    assert desk.weblate.locked() == {FERRY: False, LIBRARY: True}


def test_after_a_night_that_was_killed_its_locks_can_be_taken_back(desk):
    with desk.newsroom.start("sh", "-c", "echo at work; read go") as night:
        assert night.stdout.readline() == "at work\n"
        night.kill()
        night.communicate()
    assert set(desk.weblate.locked().values()) == {True}
    assert desk.newsroom.night("--unlock").code == 0
    assert set(desk.weblate.locked().values()) == {False}


def test_a_repository_that_weblate_may_not_push_to_is_told(desk):
    desk.weblate.translate(FERRY, "et", FIRST, TRANSLATED[0])
    hook = desk.origin / "hooks" / "pre-receive"
    hook.parent.mkdir()
    hook.write_text("#!/bin/sh\necho 'Not for Weblate' >&2; exit 1\n")
    hook.chmod(0o755)
    night = desk.newsroom.night("sh", "-c", "echo ran")
    assert (night.code, night.out) == (2, "")
    assert night.told[0].startswith(
        f"Weblate could not push what its translators have done: Could not push Desk/{FERRY}: "
    )
    assert "Not for Weblate" in night.told[0]
    assert desk.weblate.shows(FERRY, "et", FIRST) == TRANSLATED


def test_a_key_that_is_wrong_or_may_not_lock_is_told(desk):
    desk.newsroom.configure(desk.weblate.url, key="wlu_wrong")
    (told,) = desk.newsroom.night("true").told
    assert told.startswith("Weblate does not know the key ")
    desk.newsroom.configure(desk.weblate.url, key=desk.weblate.account("guest"))
    (told,) = desk.newsroom.night("true").told
    assert told.startswith(f"Weblate does not let the account of the key do this: /api/components/desk/{FERRY}/lock/; ")
    assert set(desk.weblate.locked().values()) == {False}
