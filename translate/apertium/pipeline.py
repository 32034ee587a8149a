"""How a mode translates: its programs, cut where the stream between them can be read and edited."""

from __future__ import annotations

import itertools
import shlex
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from translate.apertium.installation import Installation
from translate.values import dataclass

STAGES = 4
"""Analysis; from the tagger to the bilingual dictionary; transfer; generation."""

_PATIENCE = 30
"""Seconds that reading a mode may take."""
_TRANSFER = frozenset({"apertium-anaphora", "apertium-transfer"})
_SEES_TO_NOTES = "apertium-wblank-"
_NO_MARKS = {"$1": ("-n",), "$2": ()}
"""What Apertium's command puts in a mode's places where it is called with -u: no marks on words that it does not
know."""


@dataclass(frozen=True, slots=True)
class Program:
    """One program of a pipeline."""

    name: str
    """As the mode calls it, such as ``apertium-tagger``."""
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The programs of a mode."""

    mode: str
    """Its name, such as ``eng-spa``."""
    stages: tuple[tuple[Program, ...], ...]
    """`STAGES` of them where it is known what stands between them; else a single one with all programs, or with
    Apertium's own command."""

    @property
    def can_be_edited(self) -> bool:
        """Whether it is known what the stream tells between the stages."""
        return len(self.stages) == STAGES

    @property
    def without_notes(self) -> Pipeline:
        """The same for sentences that have no notes tied to words: without the programs that see to those."""
        stages = (tuple(one for one in stage if not one.name.startswith(_SEES_TO_NOTES)) for stage in self.stages)
        return replace(self, stages=tuple(stages))


def read_pipeline(installation: Installation, mode: Path) -> Pipeline:
    """Find out which programs a mode runs.

    Args:
        installation: Where the programs are.
        mode: The mode's file.

    Returns:
        The pipeline; Apertium's own command in place of a mode that is no plain pipeline of programs.
    """
    commands = commands_of(_with_flushes(installation, mode))
    if commands is None:
        command = str(installation.found or installation.command)
        # -z: sentences end with a NUL and do not see each other. -u: no marks on unknown words.
        whole = (command, "-z", "-u", "-f", "none", "-d", str(mode.parent.parent), mode.stem)
        return Pipeline(mode.stem, ((Program("apertium", whole),),))
    programs = [_program(installation, command) for command in commands]
    cuts = _cuts(commands)
    bounds = (0, *cuts, len(programs)) if cuts else (0, len(programs))
    stages = (tuple(programs[a:b]) for a, b in itertools.pairwise(bounds))
    return Pipeline(mode.stem, tuple(stages))


def _with_flushes(installation: Installation, mode: Path) -> str:
    """A mode in which every program answers at each NUL, as Apertium itself rewrites it; nothing where it does not.

    A bilingual dictionary within the transfer, as in old modes, comes before it.
    """
    program = installation.program("apertium-wblank-mode")
    if program is None:
        return ""
    try:
        done = subprocess.run(
            [program, "-z", str(mode)], capture_output=True, check=True, timeout=_PATIENCE, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode(errors="replace")


def commands_of(text: str) -> list[list[str]] | None:
    """The commands of a pipeline, word by word; None where it is none, or has more to it than words and bars."""
    if "\0" in text:
        return None
    words = shlex.shlex(text, posix=True, punctuation_chars="|&;<>()")
    words.whitespace_split = True
    words.commenters = ""
    commands: list[list[str]] = [[]]
    try:
        for word in words:
            if word == "|":
                commands.append([])
            elif set(word) & set("|&;<>()`*?") or ("$" in word and word not in _NO_MARKS):
                return None
            else:
                commands[-1].append(word)
    except ValueError:  # A quotation mark without its other half.
        return None
    return commands if all(commands) else None


def _program(installation: Installation, words: Sequence[str]) -> Program:
    name, *rest = words
    arguments = [filled for word in rest for filled in _NO_MARKS.get(word, (word,))]
    return Program(Path(name).name, (installation.program(name) or name, *arguments))


def _cuts(commands: Sequence[Sequence[str]]) -> tuple[int, int, int] | None:
    """Where the stages of a mode begin behind the first; None where it is built in another way."""
    names = [Path(command[0]).name for command in commands]
    dictionary = _first(n for n, c in enumerate(commands) if names[n] == "lt-proc" and "-b" in c)
    generator = _first(n for n, c in enumerate(commands) if names[n] == "lt-proc" and "$1" in c)
    if dictionary is None or generator is None or names[0] != "lt-proc" or dictionary == 0:
        return None
    transfer = _first(n for n in range(dictionary, generator) if names[n] in _TRANSFER)
    if transfer is None:
        return None
    # What takes notes off words again has to see the words.
    last = generator - 1 if names[generator - 1] == "apertium-wblank-detach" else generator
    return 1, transfer, last


def _first(numbers: Iterable[int]) -> int | None:
    return next(iter(numbers), None)
