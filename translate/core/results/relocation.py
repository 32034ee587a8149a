"""What became of an article's files when it got another name."""

from __future__ import annotations

from enum import StrEnum

from translate.core.results.summary import ExitCode, Trouble
from translate.values import dataclass


class Way(StrEnum):
    """What became of a PO file."""

    MOVED = "moved"
    """It has the new name."""
    JOINED = "joined"
    """There was one of the new name: what people wrote is in that now, and this one is gone."""
    KEPT = "kept"
    """The same, and it stays for what people wrote otherwise in the other one."""


@dataclass(frozen=True, slots=True)
class Left:
    """A text that is only in the old PO file."""

    line: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A PO file of the article."""

    locale: str
    old: str
    new: str
    way: Way
    texts: int = 0
    """Entries in which a text or a comment of a person's was brought into the other one."""
    left: tuple[Left, ...] = ()


@dataclass(frozen=True, slots=True)
class Relocation:
    """An article that got another name."""

    dry_run: bool
    article: tuple[str, str] | None
    """The names of the article itself, if it was moved; None where that was done before."""
    catalogs: tuple[Followed, ...]
    troubles: tuple[Trouble, ...] = ()

    @property
    def exit_code(self) -> ExitCode:
        """What it amounts to."""
        if self.troubles:
            return ExitCode.PARTIAL if self.catalogs or self.article else ExitCode.STOPPED
        return ExitCode.FINDINGS if any(one.left for one in self.catalogs) else ExitCode.CLEAN
