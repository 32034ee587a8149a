"""Make text of any origin harmless in one line of a log or a status."""

from __future__ import annotations


def plain(text: str) -> str:
    r"""Show a text in one line: what does not print is written as its code, such as ``\n``, ``\x1b`` or ``\u202e``.

    A file's name may hold line breaks, a terminal's commands, marks that turn the direction of writing, and bytes
    that are no UTF-8 (lone surrogates in Python). None of them gets through.
    """
    return text if text.isprintable() else "".join(c if c.isprintable() else _code(c) for c in text)


def _code(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
