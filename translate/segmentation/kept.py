"""Keep the compiled rules of a language beside Python's bytecode, and as that is kept.

Compiling them takes longer than all else that is done before a short article is drafted. Where Python may write
bytecode, its folder has them, too; whoever can write there has newsdesk run anything anyway. They can always be made
anew.
"""

from __future__ import annotations

import contextlib
import copyreg
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Sequence
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from translate.files import whole
from translate.segmentation.rules import Compiled, Rules, Written


class Place:
    """Where the rules of a language are kept."""

    def __init__(self, language: str) -> None:
        """Take a language, by its code of two letters."""
        bytecode = Path(cache_from_source(__file__))
        self._path = bytecode.with_name(f"{bytecode.stem}.{language}.json")

    def read(self) -> Rules | None:
        """The rules; None where there are none that were made from what is there now."""
        try:
            mark, _, data = self._path.read_bytes().partition(b"\n")
            if mark != _mark(data):
                return None
            kept = json.loads(data)
            if kept["sources"] != _states(kept["sources"]) or kept["compiler"] != _compiler():
                return None
            those = Written(
                tuple((before, behind, number) for before, behind, number in kept["ends"]), tuple(kept["exceptions"])
            )
            compiled = {text: _unpacked(kept["patterns"][text]) for text in those.patterns}
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None
        return Rules(those, compiled.__getitem__)

    def write(self, those: Written, compiled: Compiled, sources: Iterable[Path]) -> None:
        """Keep rules, as far as that is possible.

        Args:
            those: The rules.
            compiled: Compiles each of their patterns.
            sources: The files that they are made from.
        """
        # All patterns are compiled for that: not at each start, where nothing can be written.
        there = next(folder for folder in self._path.parents if folder.exists())
        if sys.dont_write_bytecode or not os.access(there, os.W_OK):
            return
        kept: dict[str, object] = {"compiler": _compiler(), "ends": those.ends, "exceptions": those.exceptions}
        with contextlib.suppress(OSError, ValueError):
            kept["sources"] = _states(map(str, (*sources, __file__)))
            kept["patterns"] = {text: _packed(compiled(text)) for text in sorted(those.patterns)}
            data = json.dumps(kept, ensure_ascii=False).encode()
            whole.write(self._path, lambda file: file.write(_mark(data) + b"\n" + data), home=None, make=True)


def _states(sources: Iterable[str]) -> dict[str, list[int]]:
    states = ((source, Path(source).stat()) for source in sources)
    return {source: [state.st_size, state.st_mtime_ns] for source, state in states}


def _compiler() -> str:
    import regex

    return str(regex.__version__)


def _mark(data: bytes) -> bytes:
    # `regex` takes any code for its own, and a damaged disk must not make it crash.
    return b"%08x" % zlib.crc32(data)


def _packed(pattern: Any) -> list[object]:
    """What `regex` has pickled of a pattern, the compiled code among it, as JSON takes it.

    Raises:
        ValueError: It is not what it is today, or has names for groups.
    """
    text, flags, code, groups, names, lists, indexes, offset, characters, required, number = _pickling(pattern)[1]
    if groups or names or lists or indexes or not isinstance(code, bytes):
        raise ValueError(text)
    return [text, flags, code.decode("latin-1"), offset, list(characters), required, number]


def _unpacked(packed: Sequence[Any]) -> Any:
    """A pattern again, as unpickling makes it."""
    import regex

    text, flags, code, offset, characters, required, number = packed
    make = _pickling(regex.compile(""))[0]
    return make(text, flags, code.encode("latin-1"), {}, {}, {}, [], offset, tuple(characters), required, number)


def _pickling(pattern: Any) -> tuple[Callable[..., Any], Any]:
    found: Any = copyreg.dispatch_table[type(pattern)](pattern)
    return found[0], found[1]
