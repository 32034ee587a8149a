"""What the dictionaries of a language pair know of words: their readings, genders and forms."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path

from translate.apertium.installation import Installation
from translate.apertium.readings import Word, gender_of, read

_PATIENCE = 30.0
"""Seconds for all words together; thousands take one."""
_LONGEST = 300
"""Characters of a phrase; what stands behind them tells nothing of its head."""
_READS_WORDS = frozenset({"lt-proc", "hfst-proc"})
"""The programs that can look words up."""
_END = "[].[]"
"""A full stop between blanks: without it a dictionary's longer entry would take the last word away."""
_ANSWER = re.compile(r"\[n(\d+)\](.*)\[\]\^[^^$]*\$\[\]\s*", re.DOTALL)
"""One text, up to its end."""
_FORM = re.compile(r"\[n(\d+)\]~?([^#@*].*)", re.DOTALL)
"""One form; ~ is for the program that contracts articles, # says that there is none."""


def genders(targets: Sequence[str], installation: Installation, source: str, target: str) -> dict[str, str]:
    """The genders of targets, as the analyser knows them that the pair's opposite direction begins with.

    Args:
        targets: Target forms of terms, of one word or several.
        installation: Where Apertium is.
        source: The language that is translated from.
        target: The locale of the targets.

    Returns:
        For each target the gender of its head: ``masc``, ``fem``, ``neut``, or ``common`` for both, and ``fem pl``
        where it is a plural; empty where nobody knows it, be it that the pair has no opposite direction here.
    """
    return {text: gender_of(words) for text, words in analyse(targets, installation, source, target).items()}


def analyse(
    texts: Sequence[str], installation: Installation, source: str, target: str, *, patience: float = _PATIENCE
) -> dict[str, tuple[Word, ...]]:
    """The words of texts in the target language, with all their readings; none where the analyser does not answer."""
    found: dict[str, tuple[Word, ...]] = dict.fromkeys(texts, ())
    mode = installation.mode(target, source)
    command = _first_command(mode, installation) if mode else None
    if not command:
        return found
    numbered = dict(enumerate(found))
    units = (f"[n{n}] {_plain(text)}{_END}\0" for n, text in numbered.items())
    for piece in _run(command, "".join(units), patience).split("\0"):
        answer = _ANSWER.fullmatch(piece)
        if answer and int(answer[1]) in numbered:
            found[numbered[int(answer[1])]] = read(answer[2])
    return found


def generate(
    units: Sequence[str], installation: Installation, source: str, target: str, *, patience: float = _PATIENCE
) -> dict[str, str]:
    """The forms of lexical units, such as ``norma<n><f><pl>``, as the pair itself would write them.

    Returns:
        For each unit its form; empty where the generator does not know it.
    """
    found = dict.fromkeys(units, "")
    mode = installation.mode(source, target)
    command = _generator(mode, installation) if mode else None
    if not command:
        return found
    numbered = dict(enumerate(found))
    text = "".join(f"[n{n}]^{unit}$\0" for n, unit in numbered.items())
    for piece in _run(command, text, patience).split("\0"):
        answer = _FORM.fullmatch(piece)
        if answer and int(answer[1]) in numbered:
            found[numbered[int(answer[1])]] = answer[2]
    return found


def _plain(text: str) -> str:
    """A text without the signs that mean something in Apertium's stream; they tell nothing of a word."""
    return "".join(char if char.isalnum() or char in "-'’.·" else " " for char in text[:_LONGEST])


def _first_command(mode: Path, installation: Installation) -> list[str] | None:
    """The command that looks words up at the beginning of a mode; None where that is another kind of program."""
    first = next(_commands(mode), [])
    return _looking_up(first, installation)


def _generator(mode: Path, installation: Installation) -> list[str] | None:
    """The command that writes a mode's words; in its place the mode has ``$1``, or ``-g`` itself."""
    for command in _commands(mode):
        written = ["-g" if argument == "$1" else argument for argument in command]
        if "-g" in written and (found := _looking_up(written, installation)):
            return found
    return None


def _looking_up(command: Sequence[str], installation: Installation) -> list[str] | None:
    if not command or Path(command[0]).name not in _READS_WORDS:
        return None
    program = installation.program(Path(command[0]).name)
    return [program, "-z", *command[1:]] if program else None


def _commands(mode: Path) -> Iterator[list[str]]:
    """The commands of a mode's pipeline."""
    try:
        text = mode.read_text(encoding="utf-8", errors="replace")
        lexer = shlex.shlex(text, posix=True, punctuation_chars="|")
        lexer.whitespace_split = True
        tokens = list(lexer)
    except (OSError, ValueError):
        return
    for is_pipe, command in groupby(tokens, key="|".__eq__):
        if not is_pipe:
            yield list(command)


def _run(command: Sequence[str], text: str, patience: float) -> str:
    """What a program answers; what it had answered until then where it dies, and nothing where it takes too long."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return ""
    try:
        answer, _ = process.communicate(text.encode(), timeout=patience)
    except subprocess.TimeoutExpired:
        _end(process)
        return ""
    except BaseException:
        _end(process)
        raise
    return answer.decode(errors="replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill a program and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
