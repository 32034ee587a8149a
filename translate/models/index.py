"""The index of packages that Argos Translate offers."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from translate.errors import ModelError, UnreachableError
from translate.models.facts import PackageFacts, facts_of, parse_json
from translate.models.places import index_address
from translate.models.transfer import DEFAULT_LIMITS, Limits, TransferError, opened, patiently, shown
from translate.values import dataclass

_MAX_BYTES = 16 * 1024**2
_MAX_SECONDS = 120
_MAX_LINKS = 10
_ANOTHER = "name another with ARGOS_PACKAGE_INDEX or --set models.index, or install from a file"
_WAY_OUT = (
    "check the network, set ARGOS_PACKAGE_INDEX or use --set models.index, "
    "or install from a file: newsdesk models install FILE.argosmodel"
)


@dataclass(frozen=True, slots=True)
class AvailablePackage:
    """A package that the index offers."""

    source: str
    target: str
    version: str
    name: str
    """For people, such as ``English → Estonian``."""
    links: tuple[str, ...]
    """Where to fetch it, http and https only."""
    code: str
    """What Argos Translate calls it, such as ``translate-en_et``."""
    size: int | None = None
    """Bytes of the archive, where the index says."""

    @property
    def facts(self) -> PackageFacts:
        """What the archive has to say about itself."""
        return PackageFacts(self.source, self.target, self.version, self.name)


def available(
    index: str | None = None, *, limits: Limits = DEFAULT_LIMITS, clock: Callable[[], float] = time.monotonic
) -> tuple[AvailablePackage, ...]:
    """Read the package index.

    Args:
        index: Its address as newsdesk.toml gives it (a URL or a path, of index.json or of its folder); None for
            ``ARGOS_PACKAGE_INDEX`` or the address that Argos Translate has built in.
        limits: How patient to be.
        clock: Seconds that never go back.

    Returns:
        Every package that translates one language to another, in the order of the index.

    Raises:
        UnreachableError: The index cannot be reached.
        ModelError: It is none.
    """
    address = index_address(index)
    on_the_web = address.lower().startswith(("http:", "https:"))
    data = _from_web(address, limits, clock) if on_the_web else _from_file(address)
    try:
        entries = parse_json(data)
    except ValueError as error:
        raise ModelError(f"the package index cannot be used: {error}; {_ANOTHER}", path=shown(address)) from error
    if not isinstance(entries, list):
        raise ModelError(f"the package index cannot be used: it is no list; {_ANOTHER}", path=shown(address))
    offered = []
    for number, entry in enumerate(entries, start=1):
        if isinstance(entry, dict) and _is_of_other_kind(entry):
            continue
        try:
            offered.append(_package(entry, address))
        except ValueError as error:
            message = f"the package index cannot be used: in entry {number}, {error}; {_ANOTHER}"
            raise ModelError(message, path=shown(address)) from error
    return tuple(offered)


def _is_of_other_kind(entry: dict[str, object]) -> bool:
    """Tell packages that split sentences, or serve many languages at once, from those that we can use."""
    kind = entry.get("type", "translate")
    return (isinstance(kind, str) and kind != "translate") or ("from_code" not in entry and "to_code" not in entry)


def _package(entry: object, address: str) -> AvailablePackage:
    facts = facts_of(entry)
    if not isinstance(entry, dict):
        raise TypeError(entry)
    links = entry.get("links", [])
    if not all(isinstance(link, str) and link.isprintable() for link in links):
        raise ValueError("“links” has something else than addresses")
    # A mirror may keep the archives beside its index and name them alone.
    absolute = (urljoin(address, link) for link in links)
    size = entry.get("size")
    return AvailablePackage(
        source=facts.source,
        target=facts.target,
        version=facts.version,
        name=facts.name,
        links=tuple(link for link in absolute if link.lower().startswith(("http://", "https://")))[:_MAX_LINKS],
        code=entry.get("code") or f"translate-{facts.source}_{facts.target}",
        size=size if isinstance(size, int) and not isinstance(size, bool) and size > 0 else None,
    )


def _from_web(address: str, limits: Limits, clock: Callable[[], float]) -> bytes:
    def attempt() -> bytes:
        data, end = b"", clock() + _MAX_SECONDS
        with opened(address, {}, limits) as answer:
            if answer.status != 200:  # noqa: PLR2004 - we did not ask for a part.
                raise TransferError(f"HTTP status {answer.status}", permanent=True)
            for chunk in answer.chunks:
                data += chunk
                if len(data) > _MAX_BYTES:
                    raise TransferError(f"it is larger than {_MAX_BYTES // 1024**2} MB", permanent=True)
                if clock() > end:
                    raise TransferError("it comes too slowly", permanent=True)
        return data

    try:
        return patiently(attempt, limits)
    except TransferError as trouble:
        raise UnreachableError(
            f"cannot reach the package index at {shown(address)} ({trouble}); {_WAY_OUT}"
        ) from trouble


def _from_file(address: str) -> bytes:
    scheme, colon, _ = address.partition("://")
    if colon and scheme.lower() != "file":
        raise ModelError("the package index has to be at http, https or in a file", path=address)
    path = Path(unquote(urlsplit(address).path) if colon else address)
    try:
        if path.exists() and not path.is_file():
            raise ModelError("the package index is no plain file", path=str(path))
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ModelError(f"cannot read the package index at {path} ({reason}); {_WAY_OUT}") from error
    if len(data) > _MAX_BYTES:
        raise ModelError(f"the package index is larger than {_MAX_BYTES // 1024**2} MB", path=str(path))
    return data
