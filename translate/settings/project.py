"""A project's newsdesk.toml, with what the machine adds to it: read once and passed down."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, fields
from enum import StrEnum
from pathlib import Path, PurePath
from typing import Any

from translate.core.placing.placed import Effort
from translate.core.results.news import Policy
from translate.core.results.night import Limit, parse_duration, parse_limit
from translate.core.text.guessing import did_you_mean
from translate.core.text.locales import is_code
from translate.files import bounds
from translate.settings.finding import FILE_NAME
from translate.settings.machine import ELSEWHERE, Machine, PassedOver
from translate.settings.reading import check, place, read
from translate.settings.tables import Table, number, several, some_text, tables, text, yes_or_no
from translate.values import dataclass


class Apply(StrEnum):
    """When drafts are made with a changed glossary."""

    AT_ONCE = "at once"
    """With the next run."""
    BY_HAND = "by hand"
    """When somebody runs ``newsdesk glossary apply``."""


class SubFolders(StrEnum):
    """Whether the PO and POT files of new articles go into sub-folders; those that are there stay where they are."""

    AUTO = "auto"
    """Once there are more than some thousand articles; see `workflow.places.MANY`."""
    ALWAYS = "always"
    NEVER = "never"


MAX_CHANGES = Limit(percent=30)
_OWN = frozenset({"exports", "history", "memory"})
"""Folders of a project that no setting names."""


@dataclass(frozen=True, slots=True)
class Nightly:
    """How ``newsdesk nightly`` runs: the table ``[nightly]``."""

    reports: str = "reports"
    """The folder of the morning report, inside the project."""
    max_changes: Limit = MAX_CHANGES
    time_budget: int | None = None
    """In seconds."""
    words_per_hour: int = 500
    metrics: str | None = None
    """The file for Prometheus' node exporter; a project's own is named from its folder, and inside. None for none."""
    link: str | None = None
    """The address that opens a file at a line, with ``{path}`` (absolute) and ``{line}`` in it."""
    flags_are_news: bool = False
    """Whether flagged terms and errors in drafts make a night end with 1, too."""


@dataclass(frozen=True, slots=True)
class Reviewing:
    """What is taken for a person's review: the table ``[review]``."""

    bulk_entries: int = 20
    """So many drafts that are approved unchanged between two runs, in two or more articles …"""
    bulk_percent: int = 80
    """… and such a part of each one's drafts, no person has read."""


@dataclass(frozen=True, slots=True)
class Exporting:
    """What is done with exports that are not true any more: the table ``[export]``."""

    outdated: Policy = Policy.KEEP
    """With one that is older than its article: told every night, or moved aside, or removed."""
    withdrawn: Policy = Policy.MOVE
    """With one whose article is withdrawn."""


@dataclass(frozen=True, slots=True)
class Applying:
    """When a change of the glossaries counts: the table ``[glossary]``."""

    apply: Apply = Apply.AT_ONCE


@dataclass(frozen=True, slots=True)
class Settings:
    """What a newsroom has decided for its project."""

    root: Path
    """The folder of newsdesk.toml; every other path is taken from here."""
    name: str
    source: str
    locales: tuple[str, ...]
    articles: tuple[str, ...] = ("articles",)
    glossaries: str = "glossaries"
    catalogs: str = "locales"
    contact: str = ""
    engine: str = "auto"
    hypotheses: int = 4
    tags: Effort = Effort.THOROUGH
    wrap: bool = True
    sub_folders: SubFolders = SubFolders.AUTO
    shows: str = "shows"
    """The folder of lists of what is broadcast; a project need not have it."""
    model_index: str | None = None
    engines: dict[str, dict[str, object]] = field(default_factory=dict)
    """The tables ``[engines.<name>]``, for the engines to read: what is followed of them."""
    formats: dict[str, dict[str, object]] = field(default_factory=dict)
    """The tables ``[formats.<name>]``, for the formats of articles to read."""
    nightly: Nightly = Nightly()
    review: Reviewing = Reviewing()
    export: Exporting = Exporting()
    glossary: Applying = Applying()
    passed_over: tuple[PassedOver, ...] = ()
    """What is set and not followed."""
    jobs: int | None = None
    """How many processors a run may use at most, as whoever starts it says; None for all. No file sets it."""


Reserved = Callable[[str, Iterable[str]], frozenset[str]]
"""Tells which of an engine's options count only where the machine sets them, by the engine's name."""


def _all(_engine: str, options: Iterable[str]) -> frozenset[str]:
    return frozenset(options)


def load(path: Path, machine: Machine = Machine(), reserved: Reserved = _all) -> Settings:  # noqa: B008  Frozen.
    """Read the settings of a project.

    Args:
        path: Its newsdesk.toml.
        machine: What the machine adds; only there a program is named, or anything outside the project.
        reserved: Tells which options of an engine these are; by default they all are.

    Raises:
        SettingsError: The file cannot be read, or says something that cannot be used: everything that is wrong with
            it in one message, a line each.
    """
    root = path.parent.resolve()
    text, table = read(path, home=root)
    said = check(SCHEMA, table, str(path), text, _unknown)
    engines = said.get("engines", {})
    held_back = {name: reserved(name, options) for name, options in engines.items()}
    passed = [f"engines.{name}.{option}" for name, options in engines.items() for option in options
              if option in held_back[name]]  # fmt: skip
    passed += ["models.index"] * ("index" in said.get("models", {}))
    night = said.get("nightly", {})
    metrics = night.get("metrics")
    if metrics is not None and (not _is_inside(metrics) or bounds.leads_out(root, root / metrics)):
        passed.append("nightly.metrics")
        metrics = None
    return Settings(
        root=root,
        **said["project"],
        **said.get("draft", {}),
        **said.get("po", {}),
        model_index=machine.model_index,
        engines=machine.over(_without(engines, held_back)),
        formats=said.get("formats", {}),
        nightly=Nightly(**{**night, "metrics": machine.metrics or metrics}),
        review=Reviewing(**said.get("review", {})),
        export=Exporting(**said.get("export", {})),
        glossary=Applying(**said.get("glossary", {})),
        passed_over=(*machine.passed_over, *_told(passed, text)),
    )


def _without(
    engines: Mapping[str, Mapping[str, object]], held_back: Mapping[str, frozenset[str]]
) -> dict[str, dict[str, object]]:
    return {
        name: {option: value for option, value in options.items() if option not in held_back[name]}
        for name, options in engines.items()
    }


def _told(keys: Iterable[str], text: str) -> Iterator[PassedOver]:
    for key in keys:
        where = place(FILE_NAME, text, key)
        why = "in a project, which others may write to, it is not followed"
        yield PassedOver(key, f"{where}: move “{key}” to {ELSEWHERE}; {why}")


def _name(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", value):
        raise ValueError("must be of letters from a to z, digits, dots, hyphens and underscores, without spaces")
    return value


def _locale(value: str) -> str:
    if not is_code(value):
        raise ValueError("is no locale; write it as gettext does, such as et, ru or pt_BR")
    return value


def _inside(value: str) -> str:
    if not _is_inside(value):
        raise ValueError("must name a folder inside the project")
    if _is_taken(value):
        raise ValueError("must not name a hidden folder, nor one that newsdesk has for something else")
    return value


def _is_taken(name: str) -> bool:
    """Whether something in the project is hidden, as .git is, or newsdesk's own whatever the settings say."""
    parts = PurePath(name).parts
    return any(part.startswith(".") for part in parts) or parts[0] in _OWN


def _metrics(value: str) -> str:
    # Whoever writes the settings shall have nothing else overwritten; and the collector reads no other file.
    if _is_inside(value) and (_is_taken(value) or PurePath(value).suffix != ".prom"):
        raise ValueError("must name a file that ends in .prom, in no hidden folder and in none of newsdesk's own")
    return value


def _is_inside(name: str) -> bool:
    """Whether a name, taken from the project's folder, names something below that, as far as no link leads out."""
    path = PurePath(name)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts and "\0" not in name


def _policy(value: str) -> Policy:
    if value not in {*Policy}:
        raise ValueError('must be "keep", "move" or "remove"')
    return Policy(value)


def _apply(value: str) -> Apply:
    if value not in {*Apply}:
        raise ValueError('must be "at once" or "by hand"')
    return Apply(value)


def _sub_folders(value: str) -> SubFolders:
    if value not in {*SubFolders}:
        raise ValueError('must be "auto", "always" or "never"')
    return SubFolders(value)


def _effort(value: str) -> Effort:
    if value not in {*Effort}:
        raise ValueError('must be "thorough" or "quick"')
    return Effort(value)


def _limit(value: object) -> Limit:
    return parse_limit(str(value))


def _link(value: str) -> str:
    # A report is opened in a browser: an address in it must not be able to run anything.
    if not re.match(r"(https?|file|vscode|vscode-insiders|vscodium|idea|txmt|emacs|poedit)://", value):
        raise ValueError("must begin with http://, https://, file:// or an editor's scheme, such as vscode://file")
    if re.sub(r"\{path\}|\{line\}", "", value).count("{") or "{path}" not in value:
        raise ValueError("must have {path} in it, and may have {line}; no other braces")
    return value


def _has_lists_of_its_own(project: Mapping[str, Any]) -> None:
    if "shows" not in project:
        return  # A folder of articles that was called so before there were lists stays one.
    said = {**{one.name: one.default for one in fields(Settings)}, **project}
    if said["shows"] in {*said["articles"], said["glossaries"], said["catalogs"]}:
        raise ValueError("“shows” must name a folder of its own: what lies in it are lists, and nothing else")


SCHEMA = Table(
    {
        "project": Table(
            {
                "name": text(_name),
                "source": text(_locale),
                "locales": several(text(_locale)),
                "articles": several(text(_inside)),
                "shows": text(_inside),
                "glossaries": text(_inside),
                "catalogs": text(_inside),
                "contact": text(),
            },
            needed=frozenset({"name", "source", "locales"}),
            besides=_has_lists_of_its_own,
        ),
        "draft": Table({"engine": text(), "hypotheses": number(1, 16), "tags": text(_effort)}),
        "po": Table({"wrap": yes_or_no, "sub_folders": text(_sub_folders)}),
        "models": Table({"index": text()}),
        "nightly": Table(
            {
                "reports": text(_inside),
                "max_changes": _limit,
                "time_budget": text(parse_duration),
                "words_per_hour": number(1, 100_000),
                "metrics": some_text(_metrics),
                "link": text(_link),
                "flags_are_news": yes_or_no,
            }
        ),
        "review": Table({"bulk_entries": number(1), "bulk_percent": number(1, 100)}),
        "glossary": Table({"apply": text(_apply)}),
        "export": Table({"outdated": text(_policy), "withdrawn": text(_policy)}),
        "engines": tables,
        "formats": tables,
    },
    needed=frozenset({"project"}),
)
"""The tables and keys of newsdesk.toml."""


def _unknown(place: Sequence[str]) -> tuple[str, str]:
    """The setting that may have been meant by one that nobody knows."""
    table: Any = SCHEMA
    for name in place[:-1]:
        table = table.keys[name]
    return "is not a setting that newsdesk knows", did_you_mean(place[-1], table.keys)
