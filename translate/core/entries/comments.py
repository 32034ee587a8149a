"""The ``#. `` lines that tell a translator where a text stands, which terms it has, and where it came from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate.core.entries.catalog import Entry
from translate.core.entries.stamp import Stamp
from translate.core.terms.demands import INSERTED, Demands, TermOutcome

FLAG = "FLAG"
"""Stands in the line of a term that needs a person's eye."""

MEMORY = "Memory: "
"""How the line begins that tells of a translation from elsewhere."""

_GLOSSARY = "Glossary: "
_LINE_END = re.compile(r"[\r\n]+")


def term_lines(outcomes: Sequence[TermOutcome]) -> tuple[str, ...]:
    """One line for each different outcome, in the order of the text."""
    return tuple(dict.fromkeys(map(_term_line, outcomes)))


def _term_line(outcome: TermOutcome) -> str:
    if outcome.forbidden:
        return f"{_GLOSSARY}{outcome.source} ≠ {outcome.target} [{FLAG} forbidden]"
    if outcome.form is None:
        return f"{_GLOSSARY}{outcome.source} = {outcome.target} [{FLAG} missing]"
    base = outcome.form.casefold() == outcome.target.casefold()
    inflected = "" if base else "inflected, " if outcome.label else "other form, "
    flag = f"{FLAG} " if outcome.how.startswith(INSERTED) else ""
    return f"{_GLOSSARY}{outcome.source} = {outcome.form} [{flag}{inflected}{outcome.how}]"


def advice_lines(asked: Demands) -> tuple[str, ...]:
    """What the glossary asks for in a text that nobody has translated yet."""
    return tuple(dict.fromkeys(f"{_GLOSSARY}{m.term.source} = {m.term.target}" for m in asked.enforced))


def facts(position: Sequence[str], terms: Sequence[str], stamp: Stamp | None) -> tuple[str, ...]:
    """All extracted comments of an entry, in their fixed order."""
    lines = (_LINE_END.sub(" ", line) for line in terms)  # They quote texts, and a text may have several lines.
    return (*position, *lines, *((str(stamp),) if stamp else ()))


def recorded_terms(entry: Entry) -> tuple[str, ...]:
    """The glossary lines that an entry has."""
    return tuple(line for line in entry.extracted if line.startswith(_GLOSSARY))


_HOW = re.compile(r"\[(?P<flag>FLAG )?(?:inflected, |other form, )?(?P<how>[^:,\]]+)[^\]]*\]$")


def recorded_ways(entry: Entry) -> tuple[str, ...]:
    """How each term of the entry came about, without details, such as ``n-best 2``, ``repaired`` or ``missing``."""
    found = (_HOW.search(line) for line in recorded_terms(entry))
    return tuple(match["how"] for match in found if match)


def flags(entry: Entry) -> tuple[str, ...]:
    """The glossary lines that ask for a person's eye."""
    return tuple(line for line in recorded_terms(entry) if f"[{FLAG}" in line)


def recorded_memory(entry: Entry) -> tuple[str, ...]:
    """The lines that tell of translations from elsewhere."""
    return tuple(line for line in entry.extracted if line.startswith(MEMORY))


def flagged(entry: Entry) -> bool:
    """Whether a glossary line of the entry asks for a person's eye."""
    return bool(flags(entry))
