"""What the machine, the account and the command line set for every project: programs, and what lies outside of it.

Whoever can write to a project writes its newsdesk.toml, too. So what makes newsdesk run or read anything elsewhere is
followed only from files that nobody but the account itself or root can write to.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import reduce
from pathlib import Path
from typing import Any

from translate.core.text.guessing import did_you_mean
from translate.errors import SettingsError
from translate.files import trust
from translate.settings.finding import FILE_NAME
from translate.settings.reading import check, place, read
from translate.settings.tables import Table, some_text, tables
from translate.values import dataclass

SYSTEM = Path("/etc") / FILE_NAME
ELSEWHERE = f"{SYSTEM} or ~/.config/newsdesk/{FILE_NAME}, or say it with --set"
"""Where settings of the machine belong."""
_TYPED = "--set"
_TYPED_TABLE = "is a table; say which key in it: {key}.KEY=VALUE"


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Something that is set and not followed."""

    key: str
    """Empty for a whole file."""
    told: str
    """A sentence that says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Machine:
    """What is set for every project of a machine, of an account or of one command."""

    engines: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Options by the engine's name; a project's own go before these, …"""
    typed: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """… but not before these, of the command line."""
    model_index: str | None = None
    """Where packages are offered."""
    metrics: str | None = None
    passed_over: tuple[PassedOver, ...] = ()
    """What is set and not followed."""

    def over(self, engines: Mapping[str, Mapping[str, object]]) -> dict[str, dict[str, object]]:
        """The options of a project's engines, with these."""
        return _joined(_joined(self.engines, engines), self.typed)


def files(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """The files with settings of the machine and of the account, the weaker first; they need not be there."""
    named = environment.get("XDG_CONFIG_HOME", "")
    try:
        # As the specification has it: a path that is not absolute is none.
        folder = Path(named) if Path(named).is_absolute() else Path.home() / ".config"
    except RuntimeError:  # An account without a home.
        return (SYSTEM,)
    return (SYSTEM, folder / "newsdesk" / FILE_NAME)


def load(paths: Sequence[Path], typed: Iterable[str], engines: Callable[[], Sequence[str]]) -> Machine:
    """Read what is set for the machine.

    Args:
        paths: The files, the weaker first; one that is not there says nothing, one that others can write to is told.
        typed: What the command line sets, such as ``engines.apertium.program=/opt/apertium/bin/apertium``.
        engines: Tells the names of the installed engines, where that matters.

    Raises:
        SettingsError: A file cannot be read, or something is set that cannot be.
    """
    passed: list[PassedOver] = []
    said: list[Mapping[str, Any]] = []
    for path in paths:
        try:
            others = trust.open_to_others(path)
        except OSError:  # It is not there, or where we may not look.
            continue
        if others is None:
            text, table = read(path, home=None)
            said.append(check(_SCHEMA, table, str(path), text, _unknown))
            _whole(said[-1].get("models", {}).get("index"), path)
            passed += (
                PassedOver(f"engines.{name}", told) for name, told in _nobodys(said[-1], text, str(path), engines())
            )
        else:
            passed.append(PassedOver("", _open(path, *others)))
    below = [
        {name: options for name, options in table.get("engines", {}).items() if name in engines()} for table in said
    ]
    words = [_table(each) for each in typed]
    if words:
        said.append(check(_SCHEMA, reduce(_put, words), _TYPED, "", _unknown, no_table=_TYPED_TABLE))
        for _, told in _nobodys(said[-1], "", _TYPED, engines()):
            raise SettingsError(told)
    return Machine(
        engines=reduce(_joined, below, {}),
        typed=said[-1].get("engines", {}) if words else {},
        model_index=_last(table.get("models", {}).get("index") for table in said),
        metrics=_last(table.get("nightly", {}).get("metrics") for table in said),
        passed_over=tuple(passed),
    )


def _whole(index: str | None, path: Path) -> None:
    """See that a path does not depend on the folder that somebody happens to stand in."""
    if index is not None and "://" not in index and not Path(index).expanduser().is_absolute():
        raise SettingsError("“models.index” must be an address or a whole path, from / on", path=str(path))


def _open(path: Path, place: Path, who: str) -> str:
    itself = "it" if place == path else str(place)
    return (
        f"{path} is not followed, since {who} can write to {itself}; see that only {trust.we()} can, with"
        f" “chmod go-w” and “chown”"
    )


def _nobodys(said: Mapping[str, Any], text: str, shown: str, engines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The names that no engine has, each with a sentence: one that only another installation has stops nobody."""
    for name in said.get("engines", {}):
        if name not in engines:
            where = place(shown, text, f"engines.{name}")
            told = f"sets up no engine; there is: {', '.join(engines)}{did_you_mean(name, engines)}"
            yield name, f"{where}: “engines.{name}” {told}"


_SCHEMA = Table(
    {
        "models": Table({"index": some_text()}),
        "nightly": Table({"metrics": some_text(os.path.expanduser)}),
        "engines": tables,
    }
)
"""What may be set for a machine."""


def _unknown(_place: Sequence[str]) -> tuple[str, str]:
    told = "; what can: engines.NAME.OPTION, models.index, nightly.metrics; all else belongs into a project's"
    return "cannot be set for a whole machine", f"{told} {FILE_NAME}"


def _table(typed: str) -> dict[str, Any]:
    """What one word of the command line says, as a file would."""
    key, _, value = typed.partition("=")
    try:
        said: object = tomllib.loads(f"value = {value}")["value"] if "\n" not in value else value
    except tomllib.TOMLDecodeError:
        said = value  # A path needs no quotation marks: the shell has taken them.
    table: Any = said
    for name in reversed(key.split(".")):
        table = {name: table}
    found: dict[str, Any] = table
    return found


def _put(table: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Tables with those of another, which goes before, as deep as they go."""
    both = {name: _put(table[name], more[name]) for name in table.keys() & more.keys()
            if isinstance(table[name], Mapping) and isinstance(more[name], Mapping)}  # fmt: skip
    return {**table, **more, **both}


def _joined(
    engines: Mapping[str, Mapping[str, object]], others: Mapping[str, Mapping[str, object]]
) -> dict[str, dict[str, object]]:
    """The options of engines, with others that go before."""
    return {name: {**engines.get(name, {}), **others.get(name, {})} for name in {**engines, **others}}


def _last(values: Iterable[str | None]) -> str | None:
    return next(iter([value for value in values if value is not None][::-1]), None)
