"""A newsroom beside a fake of Weblate."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.weblate.fake_weblate import FakeWeblate, git, serving
from tests.weblate.newsroom import Newsroom, found_desk


@dataclass
class Desk:
    """Both, and the repository between them."""

    origin: Path
    newsroom: Newsroom
    weblate: FakeWeblate
    url: str

    def refuse_pushes(self, *, of: str, why: str) -> None:
        """Have the repository's server refuse what somebody has committed."""
        hook = self.origin / "hooks" / "update"
        hook.parent.mkdir()
        hook.write_text(
            f'#!/bin/sh\n[ "$(git log -1 --format=%cn "$3")" != {of} ] || {{ echo "{why}" >&2; exit 1; }}\n'
        )
        hook.chmod(0o755)

    def accept_pushes(self) -> None:
        (self.origin / "hooks" / "update").unlink()

    def edit_elsewhere(self, file: str, change: Callable[[str], str], *, push: bool = True) -> Path:
        """Somebody changes a file in a clone of their own, and pushes it, or will."""
        clone = self.origin.with_name("elsewhere")
        git(self.origin.parent, "clone", "--quiet", str(self.origin), clone.name)
        path = clone / file
        path.write_text(change(path.read_text() if path.exists() else ""))
        git(clone, "add", file)
        git(clone, "-c", "user.name=Peeter", "-c", "user.email=p@example.org", "commit", "--quiet", "--message=By hand")
        if push:
            git(clone, "push", "--quiet")
        return clone

    def log(self) -> list[str]:
        """The subjects of all commits that are pushed, the newest first."""
        return git(self.origin, "log", "--no-merges", "--format=%s", "main").splitlines()

    def pushed(self, revision: str = "main") -> set[str]:
        """The files of a commit."""
        return set(git(self.origin, "show", "--format=", "--name-only", revision).split())


@pytest.fixture(scope="session")
def first_day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three repositories, as a newsroom has them that has just set all up; not to be changed."""
    folder = tmp_path_factory.mktemp("first-day")
    found_desk(folder)
    git(folder, "clone", "--quiet", "--template=", "origin.git", "weblate")
    git(folder / "weblate", "remote", "set-url", "origin", "../origin.git")
    return folder


@pytest.fixture
def desk(first_day: Path, tmp_path: Path) -> Iterator[Desk]:
    shutil.copytree(first_day, tmp_path, dirs_exist_ok=True)
    newsroom = Newsroom(tmp_path / "newsroom", tmp_path / "home")
    weblate = FakeWeblate(tmp_path / "weblate")
    with serving(weblate) as url:
        newsroom.configure(url)
        yield Desk(tmp_path / "origin.git", newsroom, weblate, url)


@pytest.fixture
def new_term(desk):
    """A row of the glossary that makes the night draft the first paragraph anew."""
    desk.newsroom.write("glossaries/et.csv", "source,target\nferry,praam\n")
    desk.newsroom.git("commit", "--quiet", "--all", "--message=A term")
    desk.newsroom.git("push", "--quiet")
