"""A run that found nothing new is known again, as long as nothing has changed, and says the same."""

import fcntl
import json
import os
import pty
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests import ready
from tests.cli import looking
from tests.cli.conftest import ARTICLE, GLOSSARY, SETTINGS
from translate.cli import unchanged
from translate.cli.streams import Outlet
from translate.ledger import seals
from translate.workflow.stillness import Nothing

ROOT = Path(__file__).parents[2]
SEAL = ".newsdesk/seals/draft.json"
PO = "locales/et/LC_MESSAGES/ferry.po"
IMPORTED = re.compile(r"^import time:.*\| +(\S+)\n", re.MULTILINE)
MARK = "(again)"
MEMORY = 'msgid ""\nmsgstr ""\n\nmsgid "It is long."\nmsgstr "Pikk."\n'
YOUNG = 0.1
"""Seconds; no run trusts a file that is younger than half of that."""


@dataclass(frozen=True)
class Ran:
    """What a run answered."""

    code: int
    out: str
    err: str
    is_known_again: bool
    """Whether it has said what the last one has said."""

    @property
    def said(self) -> tuple[int, str, str]:
        return self.code, self.out, self.err


class Desk:
    """A project, the home of whoever works on it, and real runs in it.

    What is sealed gets a mark, so that it shows where it is said again.
    """

    def __init__(self, place: Path) -> None:
        self.root, self.home = place / "desk", place / "home"
        self.seal = self.root / SEAL
        self.environment = dict(os.environ) | {"HOME": str(self.home), "PYTHONPATH": str(ROOT)}
        self.environment |= {name: str(self.home / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def run(self, *arguments: str, here: Path | None = None, **variables: str) -> Ran:
        ran = ready.run(arguments or ("draft",), cwd=here or self.root, env=self.environment | variables)
        if self.seal.is_file() and MARK not in (told := self.seal.read_text("utf-8")):
            self.seal.write_text(json.dumps((kept := json.loads(told)) | {"said": kept["said"] + MARK}), "utf-8")
        return Ran(ran.returncode, ran.stdout.removesuffix(MARK), ran.stderr, ran.stdout.endswith(MARK))

    def rest(self) -> None:
        """Let everything be old enough to be trusted."""
        time.sleep(YOUNG)

    def settle(self) -> Ran:
        """Draft, until a run has found nothing new."""
        for _ in range(3):
            self.run()
            self.rest()
            if self.seal.exists():
                return self.run()
        raise AssertionError("no run is sealed")

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.root).as_posix(): re.sub(rb'"PO[T-].*\n', b"", path.read_bytes())
            for path in sorted(self.root.rglob("*"))
            if path.is_file() and not {".newsdesk", "history"} & set(path.parts)
        }


@pytest.fixture(scope="module")
def settled(tmp_path_factory):
    """A project in which a run has found nothing new, and is known again; not to be changed."""
    desk = Desk(tmp_path_factory.mktemp("settled"))
    for name, text in {
        "newsdesk.toml": SETTINGS, "articles/ferry.txt": ARTICLE, "glossaries/et.csv": GLOSSARY,
        "articles/train.txt": "Train line opens\n\nIt is long.\n", "articles/photo.jpg": "",
        "reports/morning.txt": "", "exports/et/articles/old.txt": "Vana.\n",
    }.items():  # fmt: skip
        desk.write(name, text)
    desk.home.mkdir()
    assert desk.settle().is_known_again
    return desk


@pytest.fixture
def desk(settled, tmp_path):
    """The same, to be changed."""
    copied = Desk(tmp_path)
    shutil.copytree(settled.root, copied.root)
    copied.home.mkdir()
    shutil.rmtree(copied.root / ".newsdesk/seals")
    assert copied.settle().is_known_again
    return copied


def test_a_run_with_nothing_new_is_known_again_and_says_the_same(settled):
    usual, again = settled.run("draft", "--locale", "et"), settled.run("draft", "--locale", "et")
    assert (usual.is_known_again, again.is_known_again) == (False, True)
    assert usual.said == again.said
    assert "Nothing new, 2 PO files unchanged." in again.out
    assert "photo.jpg" in again.err


def test_what_is_known_again_needs_neither_the_settings_nor_the_work(desk):
    def imported():
        ran = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "translate", "draft"],
            cwd=desk.root, env=desk.environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return set(IMPORTED.findall(ran.stderr))

    assert "translate.workflow.draft" in imported()
    again = imported()
    rooms = {name.split(".")[1] for name in again if name.startswith("translate.")}
    assert rooms == {"cli", "core", "errors", "files", "ledger", "patterns", "values"}
    assert not {"pydantic", "filelock", "rich", "polib", "sqlite3"} & again


def test_what_a_program_reads_is_the_same_whatever_the_terminal_is(desk):
    desk.write("articles/lõik.txt", "News\n\nAll of it.\n")
    desk.settle()
    for arguments in (("draft", "--json"), ("draft", "--verbose")):
        usual, again = (desk.run(*arguments, PYTHONIOENCODING="ascii") for _ in range(2))
        assert (usual.is_known_again, again.is_known_again) == (False, True)
        assert usual.said == again.said
        assert ("articles/lõik.txt" in again.out) is ("--json" in arguments)


def test_what_is_known_again_writes_nothing(desk):
    def looked_at():
        return {str(path): (path.stat().st_ino, path.stat().st_ctime_ns) for path in desk.root.rglob("*")}

    before = looked_at()
    assert desk.run().is_known_again
    assert looked_at() == before


def edit_unseen(desk, name, old, new):
    """Change a file so that it has its size and its times again."""
    path = desk.root / name
    times = path.stat()
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def user_settings(desk):
    path = Path(desk.environment["XDG_CONFIG_HOME"], "newsdesk", "newsdesk.toml")
    path.parent.mkdir(parents=True)
    path.write_text("[engines.none]\na = 1\n")


def leave_staged(desk):
    """Leave what a killed run leaves that somebody has saved at that moment."""
    folder = desk.root / "locales/et/LC_MESSAGES"
    (folder / f".newsdesk-{'0' * 16}-{'1' * 16}-{'2' * 16}-{'3' * 16}.staged").write_text("# Mine\n")


CHANGES = {
    "a PO file, with its size and time as before": lambda d: edit_unseen(d, PO, "esk@ex", "ask@ex"),
    "what a draft says": lambda d: edit_unseen(d, PO, "quiet", "loud!"),
    "an article, with its size and time as before": lambda d: edit_unseen(d, "articles/ferry.txt", "Monday", "Sunday"),
    "an article that is touched": lambda d: (d.root / "articles/ferry.txt").touch(),
    "a new article": lambda d: d.write("articles/new.txt", "News\n\nAll of it.\n"),
    "an article in a new folder": lambda d: d.write("articles/more/new.txt", "News\n\nAll of it.\n"),
    "an article that is gone": lambda d: (d.root / "articles/train.txt").unlink(),
    "an article of another name": lambda d: (d.root / "articles/train.txt").rename(d.root / "articles/rail.txt"),
    "a file that no format reads": lambda d: d.write("articles/film.mp4", ""),
    "a link among articles": lambda d: (d.root / "articles/link.txt").symlink_to("/etc/hostname"),
    "a row of the glossary": lambda d: edit_unseen(d, "glossaries/et.csv", "praam", "parve"),
    "a glossary for all locales": lambda d: d.write("glossaries/all.csv", "source,target\nline,liin\n"),
    "the project's settings": lambda d: edit_unseen(d, "newsdesk.toml", "desk@", "news@"),
    "settings that are broken": lambda d: d.write("newsdesk.toml", SETTINGS + "[drat]\n"),
    "settings that everybody can write": lambda d: (d.root / "newsdesk.toml").chmod(0o666),
    "a project that everybody can write to": lambda d: d.root.chmod(0o777),
    "the account's settings": user_settings,
    "a template that is gone": lambda d: (d.root / "locales/ferry.pot").unlink(),
    "a PO file that is gone": lambda d: (d.root / PO).unlink(),
    "a memory from elsewhere": lambda d: d.write("memory/old.po", MEMORY),
    "a list of titles": lambda d: d.write("shows/week.csv", "title\nThe Morning\n"),
    "the ledger, gone": lambda d: (d.root / ".newsdesk/ledger.sqlite").unlink(),
    "the ledger, broken": lambda d: (d.root / ".newsdesk/ledger.sqlite").write_bytes(b"rubbish" * 100),
    "the memory, gone": lambda d: (d.root / ".newsdesk/memory.sqlite").unlink(),
    "all that newsdesk keeps, gone": lambda d: shutil.rmtree(d.root / ".newsdesk"),
    "what people wrote once, gone": lambda d: shutil.rmtree(d.root / "history"),
    "the lock, a folder": lambda d: ((d.root / ".newsdesk/lock").unlink(), (d.root / ".newsdesk/lock").mkdir()),
    "what a killed run left": leave_staged,
    "what a killed run left among the reports": lambda d: d.write("reports/morning.txt.rescued-0123456789abcdef", "x"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_a_run_does_as_it_does_without_a_seal(desk, tmp_path, change):
    twin = Desk(tmp_path / "twin")
    shutil.copytree(desk.root, twin.root)
    twin.home.mkdir()
    shutil.rmtree(twin.root / ".newsdesk/seals")
    for each in (desk, twin):
        change(each)
    ran, usual = desk.run(), twin.run()
    assert not ran.is_known_again
    assert ran.said == tuple(
        told if isinstance(told, int) else told.replace(str(twin.root.parent), str(desk.root.parent))
        for told in usual.said
    )
    assert desk.files() == twin.files()


@pytest.mark.parametrize("name", ["reports/morning.txt", "exports/et/articles/old.txt", ".newsdesk/runs/000001.json"])
def test_what_a_night_writes_and_no_draft_reads_changes_nothing(desk, name):
    desk.write(name, "Another.\n")
    ran = desk.run()
    # A new folder is looked at once.
    assert ran.is_known_again or "runs" in name
    desk.rest()
    desk.run()
    assert desk.run().is_known_again


def test_folders_of_articles_count_whatever_their_names(tmp_path):
    desk = Desk(tmp_path)
    desk.write("newsdesk.toml", SETTINGS.replace("[draft]", 'articles = ["reports"]\n\n[draft]'))
    desk.write("reports/ferry.txt", ARTICLE)
    desk.write("glossaries/et.csv", GLOSSARY)
    desk.home.mkdir()
    assert desk.settle().is_known_again
    edit_unseen(desk, "reports/ferry.txt", "Monday", "Sunday")
    assert "1 PO file written" in desk.run().out


def test_another_command_line_folder_or_environment_is_another_run(settled):
    settled.run()
    assert settled.run().is_known_again
    assert not settled.run("draft", "--quiet").is_known_again
    assert not settled.run().is_known_again  # There is one seal, of the last run.
    assert settled.run().is_known_again
    assert not settled.run(NO_COLOR="1").is_known_again
    assert not settled.run(here=settled.root / "articles").is_known_again
    assert not settled.run().is_known_again
    assert settled.run(INVOCATION_ID="0815", SHLVL="3").is_known_again


def test_who_asks_what_would_change_or_in_another_project_is_not_told_what_is_sealed(settled, desk):
    seal = settled.seal.read_bytes()
    for arguments in (("draft", "--dry-run"), ("draft", "--project", str(desk.root)), ("status",), ("check", "draft")):
        assert [settled.run(*arguments).is_known_again for _ in range(2)] == [False, False]
    assert settled.seal.read_bytes() == seal


def test_while_another_run_is_at_work_nothing_is_said_again(desk):
    with (desk.root / ".newsdesk/lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert desk.run().code == 75
    assert desk.run().is_known_again


def test_a_run_that_found_something_is_not_sealed(desk):
    for article in ("\0", "Broken\n"):
        desk.write("articles/bad.txt", article)
        desk.rest()
        ran = desk.run()
        assert ("Nothing new" in ran.out, ran.is_known_again) == (article == "\0", False)
    (desk.root / "articles/bad.txt").write_bytes(b"\0")
    desk.rest()
    assert [desk.run().is_known_again for _ in range(3)] == [False, False, False]


def test_at_a_terminal_it_looks_the_same(desk):
    def shown():
        ours, theirs = pty.openpty()
        done = subprocess.run(
            [sys.executable, "-m", "translate", "draft"],
            cwd=desk.root, env=desk.environment | {"TERM": "xterm"}, stdin=theirs, stdout=theirs, stderr=theirs,
            check=False,
        )  # fmt: skip
        os.close(theirs)
        text = b""
        while True:
            try:
                text += os.read(ours, 65536)
            except OSError:  # The end of a terminal.
                os.close(ours)
                return done.returncode, text

    code, usual = shown()
    again = shown()
    assert b"\x1b[" in again[1]
    # The word that is shown while the project is read is taken back.
    assert again == (code, usual.rpartition(b"\r\x1b[2K")[2])


@pytest.mark.parametrize(
    "harm",
    [
        lambda seal, _: seal.chmod(0o644),
        lambda seal, _: seal.write_text("{"),
        lambda seal, _: seal.write_text("[" * 100_000),
        lambda seal, _: seal.write_text("{}"),
        lambda seal, told: seal.write_text(json.dumps(told | {"said": "\x1b]0;owned\x07"})),
        lambda seal, told: seal.write_text(json.dumps(told | {"code": 9})),
        lambda seal, told: seal.write_text(json.dumps(told | {"places": None})),
        lambda seal, told: seal.write_text(json.dumps(told | {"said": "x" * 1_000_000})),
        lambda seal, _: (seal.rename(seal.with_name("x")), seal.symlink_to("x")),
        lambda seal, _: (seal.unlink(), seal.mkdir()),
    ],
    ids=["open", "cut", "deep", "empty", "orders", "code", "none", "large", "link", "folder"],
)
def test_what_is_no_seal_of_ours_is_passed_over(settled, harm):
    settled.run()
    assert settled.run().is_known_again
    seal = settled.seal
    harm(seal, json.loads(seal.read_bytes()))
    ran = settled.run()
    assert (ran.code, ran.is_known_again) == (0, False)
    shutil.rmtree(seal.parent)
    settled.run()


@pytest.mark.parametrize("engine", ["identity", "argos", "auto"])
def test_a_seal_knows_all_that_a_run_looks_at(tmp_path, engine, sample_packages):
    desk = Desk(tmp_path)
    desk.environment |= {"ARGOS_PACKAGES_DIR": str(tmp_path / "packages")}
    shutil.copytree(sample_packages, tmp_path / "packages")
    desk.write("newsdesk.toml", SETTINGS.replace("identity", engine))
    desk.write("articles/ferry.txt", "Ferry\n\nThe ferry sailed.\n")
    desk.write("glossaries/et.csv", GLOSSARY)
    desk.write("exports/et/articles/ferry.txt", "Praam\n")
    desk.write("reports/morning.txt", "x")
    desk.home.mkdir()
    told = tmp_path / "looks"

    def run():
        desk.rest()
        subprocess.run(
            [sys.executable, looking.__file__, told, "draft"],
            cwd=desk.root, env=desk.environment, check=False, capture_output=True,
        )  # fmt: skip
        return [Path(line) for line in told.read_text("utf-8", "surrogateescape").splitlines()]

    for _ in range(3):
        looks = run()
        if desk.seal.exists():
            break
    seal = seals.load(desk.root)
    assert seal is not None
    known = [Path(path) for path in (*seal.places, *seal.folders)]
    pythons = [
        Path(path).resolve() for path in (sys.prefix, sys.base_prefix, "/proc", "/dev", "/sys", "/etc/mime.types")
    ]
    fine = (*known, desk.root, told, *pythons)
    strange = [
        path for path in looks if not any(path.is_relative_to(each) or each.is_relative_to(path) for each in fine)
    ]
    assert strange == []
    inside = [path.relative_to(desk.root).parts[:-1] for path in looks if path.is_relative_to(desk.root)]
    assert {part for parts in inside for part in parts if part.startswith(".")} == {".newsdesk"}
    passed = [Path(path) for path in seal.passed]
    assert [path for path in looks if any(path.is_relative_to(each) for each in passed) and path.is_file()] == []
    before = desk.seal.stat().st_ino
    run()
    assert desk.seal.stat().st_ino == before
    other = tmp_path / "packages/another"
    other.mkdir()
    (other / "metadata.json").write_text("{}")
    run()
    assert (desk.seal.stat().st_ino == before) is (engine == "identity")


@pytest.fixture
def begun(settled, tmp_path, monkeypatch):
    """Begins a run in a copy of the project, by whatever this process is."""
    desk = Desk(tmp_path)
    shutil.copytree(settled.root, desk.root)
    desk.home.mkdir()
    shutil.rmtree(desk.root / ".newsdesk/seals")
    desk.rest()
    monkeypatch.chdir(desk.root)
    with (tmp_path / "out").open("w") as out:

        def begin():
            for name in ("stdout", "stderr"):
                monkeypatch.setattr(sys, name, Outlet(out, "utf-8"))
            return unchanged.begun(["draft"])

        yield desk, begin


def ends(desk, run, *places):
    """Have a run find nothing new."""
    run.found(Nothing(desk.root, (), places))
    run.end(0)


def test_a_run_that_ends_is_known_when_the_next_one_begins(begun):
    desk, begin = begun
    ends(desk, begin())
    assert isinstance(begin(), seals.Seal)


def test_a_file_that_changes_while_a_run_is_under_way_leaves_no_seal(begun):
    desk, begin = begun
    run = begin()
    edit_unseen(desk, "articles/ferry.txt", "Monday", "Sunday")
    desk.rest()
    ends(desk, run)
    assert not desk.seal.exists()


@pytest.mark.parametrize("change", [Path.touch, Path.unlink], ids=["written", "gone"])
def test_settings_elsewhere_that_change_while_a_run_is_under_way_leave_no_seal(begun, change):
    desk, begin = begun
    place = desk.write("../home/newsdesk.toml", "")
    desk.rest()
    run = begin()
    change(place)
    desk.rest()
    ends(desk, run, place)
    assert not desk.seal.exists()


def test_a_file_that_was_written_just_now_leaves_no_seal(begun):
    desk, begin = begun
    (desk.root / "articles/ferry.txt").touch()
    run = begin()
    desk.rest()
    ends(desk, run)
    assert not desk.seal.exists()


def test_a_run_in_another_project_than_it_seemed_leaves_no_seal(begun):
    desk, begin = begun
    run = begin()
    run.found(Nothing(desk.home, (), ()))
    run.end(0)
    assert not desk.seal.exists()


@pytest.mark.parametrize("code", [2, 3, 4, 75, 141])
def test_a_run_that_did_not_end_well_leaves_no_seal(begun, code):
    desk, begin = begun
    run = begin()
    run.found(Nothing(desk.root, (), ()))
    run.end(code)
    assert not desk.seal.exists()


class Tomorrow(datetime):
    """A clock that is a day ahead."""

    @classmethod
    def now(cls, zone=None):
        return super().now(zone) + timedelta(days=1)


@pytest.mark.parametrize(
    ("name", "other"),
    [("datetime", Tomorrow), ("__version__", "0.0.0")],
    ids=["day", "version"],
)
def test_on_another_day_or_by_another_newsdesk_nothing_is_known(begun, monkeypatch, name, other):
    desk, begin = begun
    with monkeypatch.context() as patch:
        patch.setattr(unchanged, name, other)
        ends(desk, begin())
        assert isinstance(begin(), seals.Seal)
    assert not isinstance(begin(), seals.Seal)


def test_another_package_beside_newsdesk_is_another_installation(begun, tmp_path, monkeypatch):
    desk, begin = begun
    packages = tmp_path / "packages"
    packages.mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(packages)])
    desk.rest()
    ends(desk, begin())
    assert isinstance(begin(), seals.Seal)
    (packages / "plugin.dist-info").mkdir()
    assert not isinstance(begin(), seals.Seal)
