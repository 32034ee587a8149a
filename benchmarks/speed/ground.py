"""The ground that contestants run on: folders of their own, packages, projects, and what all rounds share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from benchmarks.speed import packages, texts
from benchmarks.speed.texts import Article
from benchmarks.speed.timing import Contestant

ROOT = Path(__file__).parents[2]
NEWSDESK = Path(sys.executable).with_name("newsdesk")
SETTINGS = (
    '[project]\nname = "bench"\nsource = "en"\nlocales = {}\n[draft]\nengine = "{}"\n[nightly]\nmax_changes = "100%"\n'
)
FOUND = (0, 1)
"""Exit codes of a run that has something to show."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Desk:
    """A project, with a home that nobody else has: what is kept there is kept from no earlier run."""

    folder: Path
    home: Path
    packages: Path
    words: int
    """Of its articles, once for each locale."""

    @property
    def environment(self) -> Mapping[str, str]:
        """What its commands run with."""
        return surroundings(self.home) | {"ARGOS_PACKAGES_DIR": str(self.packages)}

    def runs(self, name: str, *arguments: str, command: Sequence[str | Path] = (NEWSDESK,), **more: Any) -> Contestant:
        """A command of newsdesk in it."""
        return Contestant(name, (*command, *arguments), self.folder, self.environment, fine=FOUND, **more)

    def write(self, number: int, article: Article) -> None:
        """Put an article into it."""
        (self.folder / f"articles/a{number:05}.txt").write_text(texts.written(article), "utf-8")


def surroundings(home: Path) -> dict[str, str]:
    """Variables of a process that has this home, and nothing set for any engine but what makes all the same."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("ARGOS_", "CT2_", "XDG_"))}
    own.pop("PYTHONDONTWRITEBYTECODE", None)  # As in an installation, which has its bytecode.
    return own | {"HOME": str(home), "CT2_USE_MKL": "1", "PYTHONPATH": str(ROOT)}


@dataclass
class Ground:
    """Where a benchmark is run."""

    folder: Path
    is_small: bool = False
    """As little as shows that all of it works."""
    _kept: dict[object, Any] = field(default_factory=dict)

    def of(self, size: int, small: int = 2) -> int:
        """A size, or the one that stands for it where all is small."""
        return min(size, small) if self.is_small else size

    def once(self, key: object, make: Callable[[], T]) -> T:
        """What is made once, for all rounds of all rows."""
        if key not in self._kept:
            self._kept[key] = make()
        kept: T = self._kept[key]
        return kept

    def new(self) -> Path:
        """A new folder."""
        return Path(tempfile.mkdtemp(dir=self.folder))

    def packages(self, name: str) -> Path:
        """The folder of packages that has these: “sample”, into four languages, or “argos-sized”, into one."""
        return self.once(("packages", name), lambda: self._make_packages(name))

    def _make_packages(self, name: str) -> Path:
        folder = self.folder / name
        if name != "argos-sized" or self.is_small:
            packages.unpack_sample(folder)
            packages.relabel(folder, ("fi", "lt", "lv"))
        else:
            # Not in this process, which must stay small: of none that it starts it is told a lesser peak than its own.
            command = [sys.executable, "-m", "benchmarks.speed.packages", folder]
            subprocess.run(command, env=surroundings(self.folder), check=True)
        return folder

    def desk(
        self,
        articles: Iterable[Article],
        *,
        package: str = "sample",
        engine: str = "argos",
        locales: Sequence[str] = ("et",),
        glossary: str = "",
    ) -> Desk:
        """A new project that nothing is drafted of yet."""
        place = self.new()
        desk = Desk(place / "desk", place / "home", self.packages(package), 0)
        for folder in (desk.home, desk.folder / "articles", desk.folder / "glossaries"):
            folder.mkdir(parents=True)
        settings = SETTINGS.format(str(list(locales)).replace("'", '"'), engine)
        (desk.folder / "newsdesk.toml").write_text(settings, "utf-8")
        if glossary:
            (desk.folder / "glossaries/et.csv").write_text(glossary, "utf-8")
        words = 0
        for number, article in enumerate(articles):
            desk.write(number, article)
            words += texts.words([article])
        return Desk(desk.folder, desk.home, desk.packages, words * len(locales))

    def keep(self, desk: Desk) -> Desk:
        """Keep a project of many articles for the rows that need one, in the place of an earlier one."""
        if kept := self.kept():
            self.clear(kept)
        self._kept[Desk] = desk
        return desk

    def kept(self) -> Desk | None:
        """The project that is kept."""
        return self._kept.get(Desk)

    def clear(self, desk: Desk) -> None:
        """Delete a project that is not needed any more."""
        shutil.rmtree(desk.folder.parent)
