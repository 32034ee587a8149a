"""Regular expressions that are compiled when they are first used: a module has more of them than a run asks for."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_WORK = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class _Pattern:
    """Stands in for a compiled pattern, and does as it does."""

    __slots__ = (*_WORK, "_flags", "pattern")

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for each in _WORK:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def compile(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:  # noqa: A001  As it is called in `re`.
    """A pattern, as of `re.compile`; what is wrong with it is raised when it is first used."""
    return cast("re.Pattern[AnyStr]", _Pattern(pattern, flags))
