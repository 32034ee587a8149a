"""newsdesk.toml, read once and passed down."""

from __future__ import annotations

import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated, Any

from translate.core.results.news import Policy
from translate.core.results.night import Limit, parse_duration, parse_limit
from translate.core.text import toml
from translate.core.text.guessing import did_you_mean
from translate.core.text.locales import is_code
from translate.errors import SettingsError

if TYPE_CHECKING:
    from pydantic import ValidationError

FILE_NAME = "newsdesk.toml"

_LARGEST = 16_000
"""Bytes; nothing larger is read into memory."""

MAX_CHANGES = Limit(percent=30)


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
    """The file for Prometheus' node exporter, anywhere on the machine; None for none."""
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
    wrap: bool = True
    model_index: str | None = None
    engines: dict[str, dict[str, object]] = field(default_factory=dict)
    """The tables ``[engines.<name>]``, for the engines to read."""
    nightly: Nightly = Nightly()
    review: Reviewing = Reviewing()
    export: Exporting = Exporting()


def find(start: Path) -> Path:
    """The newsdesk.toml of the project that a folder lies in.

    Raises:
        SettingsError: Neither the folder nor one above it has one.
    """
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    raise SettingsError(
        f"there is no {FILE_NAME} in {start} or above it; “newsdesk init” makes one, --config names one elsewhere"
    )


def load(path: Path) -> Settings:
    """Read the settings.

    Raises:
        SettingsError: The file cannot be read, or says something that cannot be used: everything that is wrong with
            it in one message, a line each.
    """
    from pydantic import ValidationError

    text, table = _read(path)
    try:
        checked = _schema().model_validate(table)
    except ValidationError as error:
        raise SettingsError(_explain(error, path, text), path=None) from error
    return Settings(
        root=path.resolve().parent,
        name=checked.project.name,
        source=checked.project.source,
        locales=tuple(checked.project.locales),
        articles=tuple(checked.project.articles),
        glossaries=checked.project.glossaries,
        catalogs=checked.project.catalogs,
        contact=checked.project.contact,
        engine=checked.draft.engine,
        hypotheses=checked.draft.hypotheses,
        wrap=checked.po.wrap,
        model_index=checked.models.index,
        engines=checked.engines,
        nightly=Nightly(**dict(checked.nightly)),
        review=Reviewing(**dict(checked.review)),
        export=Exporting(Policy(checked.export.outdated), Policy(checked.export.withdrawn)),
    )


def _read(path: Path) -> tuple[str, dict[str, Any]]:
    """The file's text, and what it says."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # Opening a pipe would wait for ever.
            raise SettingsError("cannot be read: it is no plain file", path=str(path))
        if found.st_size > _LARGEST:
            raise SettingsError(f"has {found.st_size:,} bytes; is it the settings?", path=str(path))
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
        return text, toml.read(text)
    except OSError as error:
        raise SettingsError(f"cannot be read: {error.strerror}", path=str(path)) from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError("is not UTF-8; save it as UTF-8", path=str(path), line=line) from error
    except toml.NoTomlError as error:
        raise SettingsError(str(error), path=str(path), line=error.line) from error


def _schema() -> Any:
    """The tables and keys of newsdesk.toml, as pydantic checks them."""
    from pydantic import AfterValidator, BaseModel, ConfigDict, Field

    locale = Annotated[str, AfterValidator(_locale)]
    inside = Annotated[str, AfterValidator(_inside)]

    class Table(BaseModel):
        model_config = ConfigDict(extra="forbid", strict=True)

    class Project(Table):
        name: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]
        source: locale
        locales: Annotated[list[locale], Field(min_length=1)]
        articles: Annotated[list[inside], Field(min_length=1, default_factory=lambda: ["articles"])]
        glossaries: inside = "glossaries"
        catalogs: inside = "locales"
        contact: str = ""

    class Drafting(Table):
        engine: str = "auto"
        hypotheses: Annotated[int, Field(ge=1, le=16)] = 4

    class Po(Table):
        wrap: bool = True

    class Models(Table):
        index: str | None = None

    class Night(Table):
        reports: inside = "reports"
        max_changes: Annotated[str | int | Limit, AfterValidator(_limit)] = MAX_CHANGES
        time_budget: Annotated[str, AfterValidator(parse_duration)] | None = None
        words_per_hour: Annotated[int, Field(ge=1, le=100_000)] = 500
        metrics: Annotated[str, Field(min_length=1)] | None = None
        link: Annotated[str, AfterValidator(_link)] | None = None
        flags_are_news: bool = False

    class Review(Table):
        bulk_entries: Annotated[int, Field(ge=1)] = 20
        bulk_percent: Annotated[int, Field(ge=1, le=100)] = 80

    class Export(Table):
        outdated: Annotated[str, AfterValidator(_policy)] = Policy.KEEP
        withdrawn: Annotated[str, AfterValidator(_policy)] = Policy.MOVE

    class File(Table):
        project: Project
        draft: Drafting = Drafting()
        po: Po = Po()
        models: Models = Models()
        nightly: Annotated[Night, Field(default_factory=Night)]
        review: Annotated[Review, Field(default_factory=Review)]
        export: Export = Export()
        engines: Annotated[dict[str, dict[str, object]], Field(default_factory=dict)]

    return File


def _locale(value: str) -> str:
    if not is_code(value):
        raise ValueError("is no locale; write it as gettext does, such as et, ru or pt_BR")
    return value


def _inside(value: str) -> str:
    path = PurePath(value)
    if not path.parts or path.is_absolute() or ".." in path.parts or "\0" in value:
        raise ValueError("must name a folder inside the project")
    return value


def _policy(value: str) -> str:
    if value not in {*Policy}:
        raise ValueError('must be "keep", "move" or "remove"')
    return value


def _limit(value: str | int | Limit) -> Limit:
    return value if isinstance(value, Limit) else parse_limit(str(value))


def _link(value: str) -> str:
    # A report is opened in a browser: an address in it must not be able to run anything.
    if not re.match(r"(https?|file|vscode|vscode-insiders|vscodium|idea|txmt|emacs|poedit)://", value):
        raise ValueError("must begin with http://, https://, file:// or an editor's scheme, such as vscode://file")
    if re.sub(r"\{path\}|\{line\}", "", value).count("{") or "{path}" not in value:
        raise ValueError("must have {path} in it, and may have {line}; no other braces")
    return value


_SENTENCES = {
    "extra_forbidden": "is not a setting that newsdesk knows",
    "missing": "is missing",
    "string_type": "must be a text in quotation marks",
    "string_too_short": "must not be empty",
    "string_pattern_mismatch": "must be of letters from a to z, digits, dots, hyphens and underscores, without spaces",
    "bool_type": "must be true or false, without quotation marks",
    "int_type": "must be a whole number, without quotation marks",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "list_type": 'must be a list, such as ["one", "two"]',
    "too_short": "must not be empty",
    "dict_type": "must be a table: its own line [{key}], with its settings below",
    "model_type": "must be a table: its own line [{key}], with its settings below",
}
"""What pydantic finds, by its name for it."""


def _sentence(message: str) -> str:
    message = message.removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def _hint(place: Sequence[str | int]) -> str:
    """The setting that may have been meant by one that nobody knows."""
    table = _schema()
    for name in place[:-1]:
        table = table.model_fields[name].annotation
    return did_you_mean(str(place[-1]), table.model_fields)


def _explain(error: ValidationError, path: Path, text: str) -> str:
    lines = []
    for trouble in error.errors():
        key = ".".join(part for part in trouble["loc"] if isinstance(part, str))  # A list's places count from 0.
        known = _SENTENCES.get(trouble["type"])
        hint = _hint(trouble["loc"]) if trouble["type"] == "extra_forbidden" else ""
        sentence = known.format(key=key, **trouble.get("ctx", {})) if known else _sentence(trouble["msg"])
        value = trouble["input"]
        shown = f" (it is {value!r})" if isinstance(value, str | int | float | bool) else ""
        line = toml.line_of(text, key.split("."))
        where = f"{path} line {line}" if line else str(path)
        lines.append(f"{where}: “{key}” {sentence}{shown}{hint}")
    return "\n".join(lines)
