"""What the dictionaries of a language pair know of words: their readings, genders and forms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from translate import patterns
from translate.apertium.installation import Installation
from translate.apertium.pipeline import Pipeline, Program, commands_of
from translate.apertium.readings import Word, gender_of, read
from translate.apertium.running import PipelineError, Running
from translate.apertium.stream import END

_PATIENCE = 30.0
"""Seconds without an answer; a thousand take one."""
_LONGEST = 300
"""Characters of a phrase; what stands behind them tells nothing of its head."""
_READS_WORDS = frozenset({"lt-proc", "hfst-proc"})
"""The programs that can look words up."""
_ANSWER = patterns.compile(r"\[n(\d+)\](.*)\[\]\^[^^$]*\$\[\]\s*", re.DOTALL)
"""One text, up to its end."""
_FORM = patterns.compile(r"\[n(\d+)\]~?([^#@*].*)", re.DOTALL)
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
    program = _analyser(mode, installation) if mode else None
    if program is None:
        return found
    asked = {text: f" {_plain(text)}{END}" for text in found}
    answers = _ask(program, installation, asked, _ANSWER, patience)
    return found | {text: read(answer) for text, answer in answers.items()}


def generate(
    units: Sequence[str], installation: Installation, source: str, target: str, *, patience: float = _PATIENCE
) -> dict[str, str]:
    """The forms of lexical units, such as ``norma<n><f><pl>``, as the pair itself would write them.

    Returns:
        For each unit its form; empty where the generator does not know it.
    """
    found = dict.fromkeys(units, "")
    mode = installation.mode(source, target)
    program = _generator(mode, installation) if mode else None
    if program is None:
        return found
    return found | _ask(program, installation, {unit: f"^{unit}$" for unit in found}, _FORM, patience)


def _plain(text: str) -> str:
    """A text without the signs that mean something in Apertium's stream; they tell nothing of a word."""
    return "".join(char if char.isalnum() or char in "-'’.·" else " " for char in text[:_LONGEST])


def _analyser(mode: Path, installation: Installation) -> Program | None:
    """The program that looks words up at the beginning of a mode; None where that is another kind of program."""
    commands = _commands(mode)
    return _looking_up(commands[0], installation) if commands else None


def _generator(mode: Path, installation: Installation) -> Program | None:
    """The program that writes a mode's words; in its place the mode has ``$1``, or ``-g`` itself."""
    for command in _commands(mode):
        written = ["-g" if argument == "$1" else argument for argument in command]
        if "-g" in written and (found := _looking_up(written, installation)):
            return found
    return None


def _commands(mode: Path) -> list[list[str]]:
    try:
        return commands_of(mode.read_text(encoding="utf-8", errors="replace")) or []
    except OSError:
        return []


def _looking_up(command: Sequence[str], installation: Installation) -> Program | None:
    name = Path(command[0]).name
    program = installation.program(name) if name in _READS_WORDS else None
    return Program(name, (program, "-z", *command[1:])) if program else None


def _ask(
    program: Program, installation: Installation, asked: Mapping[str, str], form: re.Pattern[str], patience: float
) -> dict[str, str]:
    """What a program answers to each text in the stream that has an answer of a form, until it falls or is too slow."""
    alone = Pipeline(program.name, ((program,),))
    numbered = list(asked)
    texts = [f"[n{number}]{asked[key]}" for number, key in enumerate(numbered)]
    found: dict[str, str] = {}
    with suppress(PipelineError), Running(alone, installation.path, patience=patience) as running:
        for piece in running.answers(texts):
            answer = form.fullmatch(piece)
            if answer and int(answer[1]) < len(numbered):
                found[numbered[int(answer[1])]] = answer[2]
    return found
