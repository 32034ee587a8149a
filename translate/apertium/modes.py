"""Find the language pairs that Apertium has on this machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from translate import patterns
from translate.core.text.locales import parse
from translate.languages.loading import load_language

MODES = "modes"
"""The folder below Apertium's data with one ``<source>-<target>.mode`` for each direction."""

_FILE = patterns.compile(r"'([^']+)'|\"([^\"]+)\"|([^\s'\"|]+)")


def find_mode(data: Path, source: str, target: str) -> Path | None:
    """Find the mode file for a pair.

    Args:
        data: Apertium's data folder, such as ``/usr/share/apertium``.
        source: The source language or locale.
        target: The locale to translate into; its variant is preferred where there is one, so that ``pt_BR`` takes
            ``eng-por_BR`` before ``eng-por``.
    """
    installed = {path.stem: path for path in (data / MODES).glob("*.mode")}
    names = (f"{a}-{b}" for b in _names(target) for a in _names(source))
    return next((installed[name] for name in names if name in installed), None)


def digest(modes: Iterable[Path], *told: str) -> str:
    """Condense modes, all data files that they name, and what else there is to tell, into eight hexadecimal digits.

    The contents tell what a translation depends on for packages of any distribution and for data compiled by hand; a
    version number would not. Reading the few megabytes of a pair takes some milliseconds.
    """
    total = hashlib.sha256("\n".join(told).encode())
    for mode in modes:
        for file in (mode, *files_of(mode)):
            total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()[:8]


def files_of(mode: Path) -> Iterator[Path]:
    """The data files that a mode names."""
    for match in _FILE.finditer(mode.read_bytes().decode(errors="replace")):
        file = Path(next(group for group in match.groups() if group))
        if file.is_absolute() and file.is_file():
            yield file


def _names(locale: str) -> list[str]:
    """What Apertium may call a locale, the most exact name first."""
    known = parse(locale)
    if known is None:
        return [locale]
    language = known.language
    bases = dict.fromkeys((load_language(language).apertium or language, language))
    variants = dict.fromkeys(code.replace("@", "_").partition("_")[2] for code in (str(known), known.with_script))
    return [*(f"{base}_{variant}" for variant in variants if variant for base in bases), *bases]
