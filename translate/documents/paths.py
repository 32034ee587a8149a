"""How the newsroom knows a file: by its path in the project, safe to show."""

from __future__ import annotations

import os
from pathlib import Path

from translate.core.text.showing import JOINERS, in_a_line


def shown_path(root: Path, path: Path) -> str:
    """A path as the newsroom knows it: relative to the project, with ``/`` between folders.

    A character that would break the line, change the terminal or the order of the text is shown as an escape.

    Args:
        root: The project's folder, resolved.
        path: A file or folder, inside the project or not; it need not be there.
    """
    return printable(relative_path(root, path))


def relative_path(root: Path, path: Path) -> str:
    """The same with its characters as they are; links are followed only on the way to the project, or outside."""
    # Strings and not paths: this is asked of every article several times a run. Most lead straight to their file.
    absolute, inside = str(path), f"{root}/".replace("//", "/")
    if ".." in absolute or not absolute.startswith(inside):
        absolute = os.path.abspath(path)  # noqa: PTH100  A link is its own.
    if absolute.startswith(inside):
        return absolute[len(inside) :]
    named = Path(absolute)
    for place in (*reversed(named.parents), named):
        if (resolved := place.resolve()).is_relative_to(root):
            return (resolved / named.relative_to(place)).relative_to(root).as_posix()
    return str(named.resolve())


def printable(text: str) -> str:
    """A text on one line, each character in it seen for what it is."""
    # Most do.
    return text if text.isprintable() else in_a_line(text, spare=JOINERS)


def names_in(folder: Path) -> frozenset[str]:
    """The names of all that is in a folder; none where it cannot be read."""
    try:
        return frozenset(os.listdir(folder))  # noqa: PTH208  Of thousands of names no path is needed.
    except OSError:
        return frozenset()
