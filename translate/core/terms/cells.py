"""Judge the text of one glossary cell, as an editor's spreadsheet leaves it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from translate import patterns
from translate.core.text.showing import JOINERS
from translate.core.text.words import LETTERS

LONGEST_CELL = 10_000
"""Characters. Room for every form of a long name, and a sign of a broken file beyond it."""
LONGEST_NAME = 300
"""Characters of one term, form or variant."""

_SPREADSHEET_ERROR = patterns.compile(r"#(NAME\?|REF!|N/A|VALUE!|DIV/0!|NULL!|NUM!)")
_PLACEHOLDER = patterns.compile(r"%(\(\w*\)\w?|[sdifr](?!\w))|\{[^{}]*\}|__\w+__|[⟦⟧]|<[^<>]*>")
_LAST_LATIN = "\u024f"
"""Up to here no letter is Cyrillic or Greek."""
_SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK"})
"""The scripts whose letters pass for one another."""


def tidy(text: str) -> str:
    """A cell in NFC, with single plain spaces and none around it; line ends stay, for `fault_of_cell` to see."""
    if len(text) > LONGEST_CELL:  # It will be refused, and NFC can take quadratic time.
        return text
    text = unicodedata.normalize("NFC", text)
    if text.isprintable() and "  " not in text:  # As nearly all are; ten thousand rows have a hundred thousand cells.
        return text.strip()
    return re.sub(r"[^\S\r\n]+", " ", text).strip()


def fault_of_cell(text: str, *, prose: bool) -> str | None:
    """Say what is wrong with a cell as a whole.

    Args:
        text: The cell, tidied.
        prose: Whether it is a note for people, which may have several lines.

    Returns:
        The end of a sentence that begins with the cell's name, or None where nothing is wrong.
    """
    if len(text) > LONGEST_CELL:
        return f"has {len(text)} characters and may have {LONGEST_CELL}; is a quotation mark missing?"
    if _SPREADSHEET_ERROR.fullmatch(text):
        return f"holds a spreadsheet's error {text}; write the text itself"
    if text.startswith(("=", "+", "-", "@")):
        return f"begins with “{text[0]}”, which spreadsheets take for a formula; write the text without it"
    if text.isprintable() and "\ufffd" not in text:  # The faults below are all in characters that are not printable.
        return None
    return next(filter(None, (_fault_of_character(char, prose=prose) for char in text)), None)


def _fault_of_character(char: str, *, prose: bool) -> str | None:
    if char in "\r\n":
        return None if prose else "has a line break in it; is a quotation mark missing?"
    if char == "\ufffd":
        return "holds “\ufffd”, where a letter was lost when the file was saved; write the letter again"
    if char not in JOINERS and unicodedata.category(char) in {"Cc", "Cf", "Co"}:
        name = unicodedata.name(char, "control character").lower()
        return f"holds an invisible character, U+{ord(char):04X} ({name}); type the text again"
    return None


def fault_of_name(text: str) -> str | None:
    """Say what is wrong with a term, a variant or a form.

    Returns:
        The end of a sentence that begins with the name in quotation marks, or None where nothing is wrong.
    """
    if len(text) > LONGEST_NAME:
        return f"has {len(text)} characters and may have {LONGEST_NAME}"
    if not any(map(str.isalnum, text)):
        return "has no letter or digit"
    for word in LETTERS.findall(text) if _has_several_scripts(text) else ():
        for (script, letter), (other, stranger) in pairwise(_letters_by_script(word)):
            if script != other:
                pair = f"“{letter}” is {script.capitalize()} and “{stranger}” is {other.capitalize()}"
                return f"mixes alphabets in one word: {pair}; type the word again"
    return None


def fault_of_target(text: str) -> str | None:
    """Say what is wrong with a text that is to stand in a translation; returns as `fault_of_name` does."""
    if text.replace(" ", "").isalnum() and len(text) <= LONGEST_NAME and not _has_several_scripts(text):
        return None  # As most are; ten thousand rows have a hundred thousand.
    placeholder = _PLACEHOLDER.search(text)
    if placeholder:
        return f"holds “{placeholder.group()}”, which looks like a placeholder; write what readers shall see"
    return fault_of_name(text)


def _has_several_scripts(text: str) -> bool:
    return not text.isascii() and max(text) > _LAST_LATIN and len(_SCRIPTS.intersection(map(_script, text))) > 1


def _letters_by_script(word: str) -> list[tuple[str, str]]:
    return [(_script(char), char) for char in word if _script(char) in _SCRIPTS]


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0]
