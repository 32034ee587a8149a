"""A newsroom whose days go by as a test wants, and the real command line at work in it."""

import contextlib
import importlib
import io
import os
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

from tests.editors import POEDIT, Editor
from translate import cli
from translate.catalogs.reading import PoFile, read
from translate.core.entries.catalog import FUZZY, Entry
from translate.workflow.clock import Clock

MONDAY = datetime(2033, 3, 7, 9, tzinfo=UTC)
"""The first day. It is far ahead, so that no file is as new as the night that looks at it, as it is in a newsroom."""
SETTINGS = """\
[project]
name = "ferry-news"
source = "en"
locales = ["et"]
contact = "desk@example.org"

[draft]
engine = "identity"

[nightly]
max_changes = "8"
"""


def in_estonian(source: str) -> str:
    """What a translator makes of a text."""
    return f"Eesti keeles: {source}"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        """Both of its streams."""
        return self.out + self.err


@dataclass
class Desk:
    """A project in a folder, at a time."""

    root: Path
    now: datetime = MONDAY

    # --- the newsroom

    def write(self, name: str, content: str | bytes) -> Path:
        """Save a file, now."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        os.utime(path, (self.now.timestamp(),) * 2)
        return path

    def publish(self, name: str, *texts: str, folder: str = "articles") -> Path:
        """Write an article, or write it anew: its headline, then a paragraph each."""
        headline, *paragraphs = texts
        return self.write(f"{folder}/{name}.txt", "\n".join((headline, "", *paragraphs, "")))

    def correct(self, name: str, was: str, now: str, folder: str = "articles") -> None:
        """Change some words of an article."""
        text = self.read(f"{folder}/{name}.txt")
        assert was in text
        self.write(f"{folder}/{name}.txt", text.replace(was, now))

    def withdraw(self, name: str) -> None:
        """Delete an article."""
        (self.root / f"articles/{name}.txt").unlink()

    def settings(self, more: str) -> None:
        """Add to newsdesk.toml."""
        self.write("newsdesk.toml", f"{self.read('newsdesk.toml')}\n{more}\n")

    # --- translators

    def po(self, name: str, locale: str = "et") -> Path:
        """The PO file of an article."""
        return self.root / f"locales/{locale}/LC_MESSAGES/{name}.po"

    def file(self, name: str, locale: str = "et") -> PoFile:
        """What that says."""
        return read(self.po(name, locale).read_bytes(), f"{name}.po")

    def edit(self, name: str, change: Callable[[Entry], Entry], editor: Editor = POEDIT, locale: str = "et") -> None:
        """Open a PO file in an editor, change entries, and save."""
        file = self.file(name, locale)
        entries = [entry if entry.obsolete else change(entry) for entry in file.catalog.entries]
        self.write(f"locales/{locale}/LC_MESSAGES/{name}.po", editor.saves(file, entries, f"{self.now:%F %H:%M}+0000"))

    def approve(
        self,
        *names: str,
        texts: Mapping[str, str] | None = None,
        editor: Editor = POEDIT,
        locale: str = "et",
    ) -> None:
        """Translate what waits in some articles, or the given texts of them alone, and approve it."""

        def approved(entry: Entry) -> Entry:
            if entry.msgid not in texts if texts is not None else not (entry.fuzzy or not entry.msgstr):
                return entry
            text = texts[entry.msgid] if texts is not None else in_estonian(entry.msgid)
            flags = tuple(flag for flag in entry.flags if flag != FUZZY)
            return replace(entry, msgstr=text, flags=flags, previous_msgid=None, previous_msgctxt=None)

        for name in names:
            self.edit(name, approved, editor, locale)

    # --- newsdesk

    def run(self, *arguments: str) -> Ran:
        """Type a command."""
        with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
            try:
                cli.main(list(arguments))
            except SystemExit as left:
                return Ran(int(left.code or 0), out.getvalue(), err.getvalue())
        raise AssertionError("a command leaves")

    def night(self, *arguments: str) -> Ran:
        """It becomes night, and morning."""
        self.now = (self.now + timedelta(days=1)).replace(hour=2, minute=15)
        ran = self.run("nightly", *arguments)
        self.now = self.now.replace(hour=9, minute=0)
        return ran

    def export(self, *arguments: str) -> Ran:
        """Export; what is written then is of today."""
        ran = self.run("export", *arguments)
        for path in (self.root / "exports").rglob("*"):
            if path.is_file() and path.stat().st_mtime < datetime(2030, 1, 1, tzinfo=UTC).timestamp():
                os.utime(path, (self.now.timestamp(),) * 2)
        return ran

    # --- what there is

    def read(self, name: str) -> str:
        """A file's text."""
        return (self.root / name).read_text("utf-8")

    def exported(self) -> list[str]:
        """What lies in exports/."""
        folder = self.root / "exports"
        return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())

    @property
    def mail(self) -> str:
        """The last morning's."""
        return self.read("reports/morning.txt")

    @property
    def told(self) -> str:
        """The same without the ends of its lines."""
        return " ".join(self.mail.split())

    @property
    def headline(self) -> str:
        """What that begins with."""
        return self.mail.partition("\n\n")[0].partition("\nRun ")[0].replace("\n", " ").partition(": ")[2]


@contextlib.contextmanager
def desk(root: Path, now: datetime = MONDAY) -> Iterator[Desk]:
    """Stand in a project, new where the folder is empty; the engine is “identity”.

    Args:
        root: Its folder.
        now: The time.
    """
    made = Desk(root.resolve(), now)
    if not any(root.iterdir()):
        made.write("newsdesk.toml", SETTINGS)
        for name in ("articles", "glossaries"):
            (root / name).mkdir()

    class Today(datetime):
        """The desk's."""

        @classmethod
        def now(cls, tz=None):  # noqa: ARG003
            return made.now

    clock = Clock(lambda: int(made.now.timestamp() * 1e9), lambda: 0.0, lambda _seconds: None)
    with contextlib.ExitStack() as stack:
        for info in pkgutil.iter_modules(cli.__path__, "translate.cli."):
            module = importlib.import_module(info.name)
            for name, value in (("datetime", Today), ("CLOCK", clock)):
                if hasattr(module, name):
                    stack.enter_context(mock.patch.object(module, name, value))
        stack.enter_context(contextlib.chdir(root))
        yield made
