"""An ordinary user, in whose home nothing may be written, has all of it; and outside the project nothing is left."""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.test_clock import DAY, PACKAGE, other_time
from tests.faults.world import Ran, entries_of
from tests.install.accounts import OURS, ROOT
from tests.programs import needs

NEWSROOM = 4242
"""The group that a newsroom's files are of."""
ARTICLE = "articles/print-preview.txt"
PO = "locales/et/LC_MESSAGES/print-preview.po"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody to whom a folder belongs, but not the home in it."""

    folder: Path
    prefix: tuple[str, ...]
    group: int
    """One of theirs."""

    @property
    def desk(self) -> Path:
        return self.folder / "desk"

    def types(self, *arguments: str, **more: str) -> Ran:
        """What newsdesk answers them, in their project."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        own = {"HOME": str(self.folder / "home"), "TMPDIR": str(self.folder / "tmp"), "PYTHONPATH": PACKAGE}
        done = subprocess.run(
            # Not for whoever becomes the user, whose clock must be its own.
            [
                *self.prefix,
                "env",
                *(f"{n}={v}" for n, v in more.items()),
                sys.executable,
                "-m",
                "translate",
                *arguments,
            ],
            cwd=self.desk,
            env=kept | own | {"ARGOS_PACKAGES_DIR": str(self.folder / "packages")},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def has_left(self) -> list[Path]:
        """What lies elsewhere than in the project."""
        return [path for name in ("home", "tmp") for path in (self.folder / name).iterdir()]


@pytest.fixture(scope="module")
def user(sample_packages):
    """Whoever runs the tests; for root, somebody who may read what it may, and write nothing but what is theirs."""
    number, group, prefix = os.geteuid(), os.getegid(), ()
    if number == 0:
        number = group = 65534
        # Root's Python may lie where nobody else may look.
        rights = [f"--{kind}=-all,+dac_read_search" for kind in ("inh-caps", "ambient-caps", "bounding-set")]
        prefix = ("setpriv", f"--reuid={number}", f"--regid={group}", f"--groups={NEWSROOM}", *rights)
    groups = [NEWSROOM] if prefix else [one for one in os.getgroups() if one != group] or [group]
    with tempfile.TemporaryDirectory(
        prefix="newsdesk-ordinary-"
    ) as name:  # Unlike pytest's, one that others may enter.
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(sample_packages, folder / "packages")
        for own in ("home", "tmp", "desk"):
            (folder / own).mkdir()
            os.chown(folder / own, number, group)
        (folder / "home").chmod(0o555)
        yield User(folder, prefix, groups[0])


@pytest.fixture(scope="module")
def drafted(user):
    """What their first draft answers."""
    begun = user.types("init", ".", "--locale", "et", "--contact", "desk@example.org")
    assert begun.code == 0, begun.err
    for article in (ROOT / "tests/data/software-articles").glob("*.txt"):
        shutil.copy(article, user.desk / "articles")
    return user.types("draft", "--engine", "argos")


def test_the_home_is_not_theirs_to_write_in(user):
    done = subprocess.run([*user.prefix, "mkdir", user.folder / "home" / "a"], capture_output=True, check=False)
    assert (done.returncode, b"Permission denied" in done.stderr) == (1, True)


@pytest.mark.parametrize("there", [(), ("articles", "locales")], ids=["empty", "begun"])
def test_no_project_is_made_in_a_folder_that_is_not_theirs_and_the_folder_is_told(user, there):
    with tempfile.TemporaryDirectory(prefix="newsdesk-theirs-") as name:
        folder = Path(name)
        for one in there:
            (folder / one).mkdir()
        folder.chmod(0o555)
        ran = user.types("init", name)
        assert (ran.code, ran.err) == (2, f"newsdesk: {name}: cannot be written to: Permission denied\n")
        folder.chmod(0o755)


def test_a_first_draft_wants_no_home(user, drafted):
    assert drafted.code == 0, drafted.err
    assert "#. MT: argos en-et 0.1" in (user.desk / PO).read_text("utf-8")
    assert user.has_left() == []


def test_a_night_and_an_export_want_none_and_a_file_stays_the_newsrooms(user, drafted):
    os.chown(user.desk / PO, -1, user.group)
    with (user.desk / ARTICLE).open("a", encoding="utf-8") as article:
        article.write("\n\nThe page is printed.\n")
    night = user.types("nightly")
    assert (night.code, night.sentences) == (0, []), night.err
    assert ("", "The page is printed.") in {(context or "", msgid) for context, msgid in entries_of(user.desk / PO)}
    assert (user.desk / PO).stat().st_gid == user.group
    assert user.types("export", "--allow-drafts").code == 0
    assert (user.desk / "exports/et/articles/print-preview.txt").exists()
    assert user.has_left() == []


@needs("faketime")
def test_a_night_of_tomorrow_is_their_own_too(user, drafted):
    before = {path: path.read_bytes() for path in sorted(user.desk.rglob("*.po"))}
    night = user.types("nightly", **other_time(DAY))
    assert (night.code, night.sentences) == (0, []), night.err
    assert {path: path.read_bytes() for path in before} == before
    assert user.has_left() == []
