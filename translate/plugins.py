"""The one door for engines and document formats: the name of an entry point goes in, the object comes out."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache, lru_cache, partial
from importlib.metadata import EntryPoint, entry_points
from inspect import signature
from types import MappingProxyType
from typing import Any

from translate.core.text.guessing import did_you_mean
from translate.documents.interface import Format
from translate.engines.guarding import guarded
from translate.engines.interface import Engine
from translate.errors import DocumentError, EngineError, NewsdeskError, SettingsError
from translate.values import dataclass

ENGINES = "newsdesk.engines"
FORMATS = "newsdesk.documents"
NEVER_CHOSEN = "identity"
"""It has every pair, and translates none."""
PREFERENCE = ("argos", "apertium")
"""What ``auto`` tries first."""

ENDINGS: Mapping[str, tuple[str, ...]] = {
    "docx": (".docx",),
    "feed": (".rss", ".atom", ".xml"),
    "html": (".html", ".htm", ".xhtml"),
    "markdown": (".md", ".markdown"),
    "newsml": (".xml",),
    "ninjs": (".json", ".ninjs"),
    "txt": (".txt",),
    "wordpress": (".xml", ".wxr"),
}
"""Our formats' endings once more: a run that has one kind of article need not load the others to be told theirs."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The engine that a pair is drafted with, and what was wrong with those that were asked before it."""

    engine: Engine | None = None
    """None where no engine that works has the pair."""
    name: str = ""
    """The engine's, as newsdesk.toml has it."""
    signature: str | None = None
    """The engine's for the pair."""
    unable: Mapping[str, EngineError] = field(default_factory=dict)
    """Why each of the others cannot draft, though it may have the pair, by its name."""

    @property
    def troubles(self) -> tuple[EngineError, ...]:
        """The same without the names."""
        return tuple(self.unable.values())


def engine_names() -> tuple[str, ...]:
    """The names of the installed engines, sorted; nothing is imported."""
    return tuple(sorted(_installed(ENGINES)))


def format_names() -> tuple[str, ...]:
    """The names of the installed document formats, sorted; nothing is imported."""
    return tuple(sorted(_installed(FORMATS)))


def load_engine(name: str, options: Mapping[str, object] | None = None, *, jobs: int | None = None) -> Engine:
    """Import an engine and make one.

    Args:
        name: Its name.
        options: The table ``[engines.<name>]``.
        jobs: How many processors it may use at most; None for all.

    Raises:
        SettingsError: There is no engine of this name, or it does not take these options.
        EngineError: The plugin cannot be imported, is no engine, or fails when one is made.
    """
    kind: type[Engine] = _load("engine", ENGINES, name, Engine, EngineError)
    with guarded(kind):
        engine = kind(options)
        if jobs is not None:
            engine.jobs = jobs
        return engine


def reserved(name: str, options: Iterable[str]) -> frozenset[str]:
    """Which of an engine's options count only where the machine sets them; all that it does not tell of do."""
    if name not in _installed(ENGINES):
        return frozenset()  # Nobody follows them, and it is told that there is no such engine.
    try:
        kind: type[Engine] = _load("engine", ENGINES, name, Engine, EngineError)
    except EngineError:
        return frozenset(options)
    others = frozenset(options) - kind.project_options
    return others if kind.machine_options is None else others & kind.machine_options


def load_format(name: str, options: Mapping[str, object] = MappingProxyType({})) -> Format:
    """Import a document format and make one.

    Args:
        name: Its name.
        options: What its constructor takes by keyword: the table ``[formats.<name>]`` of a project.

    Raises:
        SettingsError: There is no format of this name, or it does not take these options.
        DocumentError: The plugin cannot be imported, or is no format.
    """
    kind = _load("format", FORMATS, name, Format, DocumentError)
    for option in options:
        if option not in (known := list(signature(kind).parameters)):
            has = f"it has: {', '.join(known)}{did_you_mean(option, known)}" if known else "it has no options"
            raise SettingsError(f"[formats.{name}] knows no “{option}”; {has}")
        value, usual = options[option], signature(kind).parameters[option].default
        if isinstance(usual, bool) and not isinstance(value, bool):
            raise SettingsError(
                f"[formats.{name}] “{option}” must be true or false, without quotation marks (it is {value!r})"
            )
    found: Format = kind(**options)
    return found


def formats_for(suffix: str) -> tuple[Format, ...]:
    """The formats that a file name's ending belongs to, such as ``.txt``; see `formats_by_ending`."""
    return formats_by_ending().get(suffix.lower(), ())


def formats_by_ending(
    options: Mapping[str, Mapping[str, object]] = MappingProxyType({}),
) -> Mapping[str, tuple[Format, ...]]:
    """The installed formats by the file name endings that are theirs, ours before others and then by name.

    Ours are loaded when their endings are asked for.

    Args:
        options: The options of each format, by its name; see `load_format`.

    Raises:
        SettingsError: There is no format of a name that has options, or it does not take them.
        DocumentError: A plugin cannot be imported, or is no format.
    """
    installed = _installed(FORMATS)
    for name in options:
        if name not in installed:
            hint = did_you_mean(name, installed)
            raise SettingsError(f"[formats.{name}] sets up no format; there is: {', '.join(sorted(installed))}{hint}")
    found: defaultdict[str, list[Callable[[], Format]]] = defaultdict(list)
    for name, _ in sorted(installed.items(), key=lambda item: (not _is_ours(item[1]), item[0])):
        load = cache(partial(load_format, name, options.get(name, {})))
        endings = load().suffixes if name in options or name not in ENDINGS else ENDINGS[name]
        for ending in endings:
            found[ending].append(load)
    return _Formats(dict(found))


class _Formats(Mapping[str, tuple[Format, ...]]):
    """Formats by their endings, each loaded when one of its endings is first asked for."""

    def __init__(self, loading: Mapping[str, Sequence[Callable[[], Format]]]) -> None:
        self._loading = loading

    def __getitem__(self, ending: str) -> tuple[Format, ...]:
        return tuple(load() for load in self._loading[ending])

    def __iter__(self) -> Iterator[str]:
        return iter(self._loading)

    def __len__(self) -> int:
        return len(self._loading)


def choose_engine(
    name: str,
    source: str,
    target: str,
    options: Mapping[str, Mapping[str, object]],
    *,
    preference: Sequence[str] = PREFERENCE,
    unable: Mapping[str, EngineError] = MappingProxyType({}),
    jobs: int | None = None,
) -> Chosen:
    """Find the engine for a pair; one that cannot start is told, and the next one asked.

    Args:
        name: The engine's name, or ``auto`` for the first that has the pair: those of `preference`, then the others by
            name, never `identity`.
        source: The source language.
        target: The locale to translate into.
        options: The options of each engine, by its name.
        preference: What ``auto`` tries first.
        unable: The engines that are known to be unable to start, and why; they are told, and not asked.
        jobs: How many processors it may use at most; None for all.

    Raises:
        SettingsError: There is no engine of this name, or it does not take its options.
    """
    found: dict[str, EngineError] = {}
    for each in engines_meant(name, preference):
        if each in unable:
            found[each] = unable[each]
            continue
        try:
            engine = load_engine(each, options.get(each), jobs=jobs)
            with guarded(type(engine)):
                signature = engine.signature(source, target)
        except EngineError as error:
            found[each] = error
            continue
        if signature is not None:
            return Chosen(engine, each, signature, found)
    return Chosen(unable=found)


def engines_meant(name: str, preference: Sequence[str] = PREFERENCE) -> Sequence[str]:
    """The names of the engines that may be asked, in their order; see `choose_engine`."""
    if name != "auto":
        return (name,)
    installed = [each for each in engine_names() if each != NEVER_CHOSEN]
    return sorted(installed, key=lambda each: preference.index(each) if each in preference else len(preference))


def are_all_ours() -> bool:
    """Whether no engine and no format is installed but those that come with newsdesk."""
    return all(_is_ours(point) for group in (ENGINES, FORMATS) for point in _installed(group).values())


def _installed(group: str) -> Mapping[str, EntryPoint]:
    return _found(tuple(sys.path))[group]


@lru_cache(maxsize=16)
def _found(_path: tuple[str, ...]) -> Mapping[str, Mapping[str, EntryPoint]]:
    # Every distribution on the path is looked at, which takes a while, and a run asks for each article.
    found: dict[str, dict[str, EntryPoint]] = {ENGINES: {}, FORMATS: {}}
    everything = entry_points()
    for group, points in found.items():
        for point in everything.select(group=group):
            # Nobody takes the name of one of ours.
            if point.name not in points or _is_ours(point):
                points[point.name] = point
    return found


def _is_ours(point: EntryPoint) -> bool:
    return point.module.startswith("translate.")


def _load(noun: str, group: str, name: str, kind: type, trouble: type[NewsdeskError]) -> Any:
    installed = _installed(group)
    if name not in installed:
        hint = did_you_mean(name, installed)
        raise SettingsError(f"no {noun} called “{name}”; there is: {', '.join(sorted(installed))}{hint}")
    try:
        found = installed[name].load()
    except Exception as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise trouble(f"the {noun} “{name}” cannot be loaded ({reason}); repair or uninstall what brings it") from error
    if not (isinstance(found, type) and issubclass(found, kind)):
        raise trouble(f"the {noun} “{name}” is no {kind.__name__}; repair or uninstall what brings it")
    return found
