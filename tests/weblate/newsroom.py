"""A newsroom whose project is a clone of the repository that Weblate has, too."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import polib

from tests.weblate.fake_weblate import KEY, git

ROOT = Path(__file__).parent.parent.parent
SCRIPT = ROOT / "deploy" / "weblate-night"
NEWSDESK = str(Path(sys.executable).parent / "newsdesk")
FERRY = "2026-11-20-ferry"
LIBRARY = "2026-11-21-library"
PO = f"locales/et/LC_MESSAGES/{FERRY}.po"
HEADLINE = "Ferry line opens"
FIRST = "The first ferry sailed on Monday."
LAST = "The harbor is not ready."

PROJECT = {
    "newsdesk.toml": (
        '[project]\nname = "desk"\nsource = "en"\nlocales = ["et"]\ncontact = "desk@example.org"\n'
        '[draft]\nengine = "identity"\n'
    ),
    f"articles/{FERRY}.txt": f"{HEADLINE}\n\n{FIRST}\n{LAST}\n",
    f"articles/{LIBRARY}.txt": "Library reopens\n\nReaders came early.\n",
    "glossaries/et.csv": "source,target\n",
    ".gitignore": "/reports/\n/exports/\n",
}


@dataclass
class Ended:
    """How a night has ended."""

    code: int
    out: str
    err: str

    @property
    def told(self) -> list[str]:
        """The sentences that say what went wrong."""
        lines = [json.loads(line) for line in self.err.splitlines()]
        return [line["message"] for line in lines if line["level"] != "INFO"]


class Newsroom:
    """The project's folder, the account's home, and the night."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.home = home
        self.environment = {
            "HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "LANG": "C.UTF-8",
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        }  # fmt: skip

    def configure(self, url: str, *, key: str = KEY, more: str = "") -> None:
        """Tell it where its Weblate is; it tries twice, and does not wait."""
        (self.folder / ".weblate").write_text(
            f"[weblate]\nurl = {url}\ntranslation = desk/{FERRY}\nretries = 2\nbackoff_factor = 0\n{more}"
        )
        keys = self.home / ".config" / "weblate"
        keys.parent.mkdir(exist_ok=True)
        keys.write_text(f"[keys]\n{url} = {key}\n")
        keys.chmod(0o600)

    def night(self, *command: str) -> Ended:
        """Run a command by night, as a rule newsdesk's."""
        with self.start(*command) as started:
            out, err = started.communicate()
        return Ended(started.returncode, out, err)

    def start(self, *command: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            # What runs the tests may ignore signals, as nohup does; then so would the night.
            ["env", "--default-signal", SCRIPT, *(command or (NEWSDESK, "nightly"))],
            cwd=self.folder, env=self.environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )  # fmt: skip

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)

    def text(self, msgid: str, slug: str = FERRY) -> tuple[str, bool]:
        """What an entry has for its translation, and whether it is fuzzy."""
        return text(self.folder, msgid, slug)

    def git(self, *arguments: str) -> str:
        return git(self.folder, *arguments)


def text(clone: Path, msgid: str, slug: str = FERRY) -> tuple[str, bool]:
    """What an entry has in a clone, and whether it is fuzzy."""
    entry = polib.pofile(str(clone / f"locales/et/LC_MESSAGES/{slug}.po")).find(msgid)
    return entry.msgstr, entry.fuzzy


def found_project(folder: Path) -> None:
    """Make the project, with its first drafts."""
    for name, content in PROJECT.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)
    subprocess.run([NEWSDESK, "draft"], cwd=folder, capture_output=True, check=True)
    shutil.rmtree(folder / ".newsdesk")


def found_desk(folder: Path) -> None:
    """Make a repository, origin.git, with the project in it; the newsroom's clone of it, and its account's home."""
    origin, clone, home = (folder / name for name in ("origin.git", "newsroom", "home"))
    for path in (clone, home):
        path.mkdir()
    (home / ".gitconfig").write_text("[user]\n\tname = Newsroom\n\temail = desk@example.org\n")
    found_project(clone)
    plain = ("init", "--quiet", "--template=", "--initial-branch=main")
    git(folder, *plain, "--bare", str(origin))
    git(clone, *plain)
    git(clone, "config", "user.name", "Newsroom")
    git(clone, "config", "user.email", "desk@example.org")
    git(clone, "remote", "add", "origin", f"../{origin.name}")
    git(clone, "add", ".")
    git(clone, "commit", "--quiet", "--message=Begin")
    subprocess.run(["chmod", "-R", "go-w", clone], check=True)  # Whatever the umask of whoever runs the tests.
    git(clone, "push", "--quiet", "--set-upstream", "origin", "main")
