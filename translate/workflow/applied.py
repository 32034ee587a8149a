"""The glossary that the drafts of a locale were last made with, kept file by file."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from translate.errors import GlossaryError
from translate.files import caching
from translate.files.kinds import Kind
from translate.settings import Apply, Settings
from translate.termbases import folder
from translate.termbases.folder import Files
from translate.termbases.keeping import identity_of

FOLDER = Path(".newsdesk", "applied")
"""Its place in a project."""
KEPT = Kind("the glossary that drafts were made with", ".json", 400_000_000, GlossaryError)
"""All files of a locale together."""


def live(settings: Settings, locale: str) -> Files:
    """The files of a locale that lie in the project's folder of glossaries.

    Raises:
        GlossaryError: There is no such folder, or one of them cannot be read.
    """
    home, shown = settings.root, settings.glossaries
    return folder.files_in(home / shown, locale, home=home, shown=shown)


def files(settings: Settings, locale: str) -> Files:
    """The files of a locale that the project drafts with, and holds PO files against.

    Those that lie in its folder; where changes of them are applied by hand, those that were applied last, if any were.

    Raises:
        GlossaryError: As `live` does.
    """
    applied = kept(settings, locale) if settings.glossary.apply is Apply.BY_HAND else None
    return live(settings, locale) if applied is None else applied


def kept(settings: Settings, locale: str) -> Files | None:
    """The files of a locale that its drafts were last made with; None where nobody knows."""
    _, body = _parts(settings, locale)
    try:
        told: Any = json.loads(body) if body else None
        return None if told is None else [_file(*one) for one in told["files"]]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None  # Whatever it is, it is none of ours.


def _parts(settings: Settings, locale: str) -> tuple[bytes, bytes]:
    """What is kept: by what it is known, and itself."""
    data = caching.kept(_path(settings, locale), home=settings.root, largest=KEPT.largest) or b""
    head, _, body = data.partition(b"\n")
    return head, body


def _file(shown: Any, data: Any) -> tuple[str, bytes | None]:
    if not isinstance(shown, str):
        raise ValueError("no file of a glossary")  # noqa: TRY004  As everything else that is odd.
    shown.encode()  # Or no report could name it.
    return shown, None if data is None else base64.b64decode(data, validate=True)


def is_kept(settings: Settings, locale: str, used: Files) -> bool:
    """Whether these files are kept as those that the drafts of a locale were made with."""
    head, body = _parts(settings, locale)
    return bool(body) and head == _head(used, body)


def _head(used: Files, body: bytes) -> bytes:
    return f"{identity_of(used)} {hashlib.sha256(body).hexdigest()}".encode()


def keep(settings: Settings, locale: str, used: Files) -> None:
    """Keep the files that the drafts of a locale were made with, if they are not those that are kept, and can be."""
    if is_kept(settings, locale, used):
        return
    told = [[shown, None if data is None else base64.b64encode(data).decode()] for shown, data in used]
    body = json.dumps({"files": told}).encode()
    data = _head(used, body) + b"\n" + body
    if len(data) <= KEPT.largest:
        caching.keep(_path(settings, locale), data, home=settings.root)


def waiting(settings: Settings, locales: Iterable[str]) -> dict[str, list[str]]:
    """The files that were changed since they were applied and wait for somebody to apply them, each with its locales.

    Nothing waits where changes are not applied by hand, nor where nothing was drafted yet.
    """
    found: dict[str, list[str]] = {}
    for locale in locales if settings.glossary.apply is Apply.BY_HAND else ():
        known = kept(settings, locale)
        with contextlib.suppress(GlossaryError):  # Told by whoever wants to apply them.
            there = {} if known is None else dict(live(settings, locale))
            for shown in there.keys() | dict(known or ()).keys():
                if there.get(shown) != dict(known or ()).get(shown):
                    found.setdefault(shown, []).append(locale)
    return dict(sorted(found.items()))


def _path(settings: Settings, locale: str) -> Path:
    return settings.root / FOLDER / f"{locale}.json"
