"""Read a web address, with an end to every wait."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from functools import partial
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urljoin, urlsplit

from translate.values import dataclass

if TYPE_CHECKING:
    from requests import Response, Session

CHUNK = 32 * 1024
_AGAIN_LATER = (408, 425, 429)
_BUSY = (429, 503)
"""With these a server may say in ``Retry-After`` when to ask again (RFC 9110, 10.2.3)."""
_T = TypeVar("_T")
_Item = tuple[int, Mapping[str, str]] | bytes | Exception


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much we put up with."""

    connect: float = 10
    """Seconds for a connection."""
    read: float = 30
    """Seconds in which not a byte comes."""
    stall: float = 60
    """Seconds in which less than `CHUNK` comes, whatever else happens."""
    retries: int = 2
    """How often an address is tried again when nothing was gained."""
    pause: float = 1
    """Seconds before the first retry; doubled for each further one."""
    longest_pause: float = 120
    """Seconds that a server may ask for; one that asks for more is not asked again."""
    redirects: int = 5
    max_bytes: int = 2 * 1024**3
    """The largest file worth fetching; official packages stay under 300 MB."""


DEFAULT_LIMITS = Limits()


class TransferError(Exception):
    """An address could not be read.

    Args:
        reason: Why, in a few words.
        permanent: Whether it is in vain to ask again.
        pause: Seconds before which the server does not want to be asked again.
    """

    def __init__(self, reason: str, *, permanent: bool = False, pause: float = 0) -> None:
        super().__init__(reason)
        self.permanent = permanent
        self.pause = pause


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answers."""

    status: int
    headers: Mapping[str, str]
    """Names in any case."""
    chunks: Iterator[bytes]
    """The body; raises TransferError where it breaks off."""

    @property
    def length(self) -> int | None:
        """The number of bytes that the server announced, if it did."""
        length = self.headers.get("Content-Length", "")
        return int(length) if length.isascii() and length.isdecimal() and len(length) <= len(str(2**63)) else None


@contextmanager
def opened(url: str, headers: Mapping[str, str], limits: Limits) -> Iterator[Answer]:
    """Ask for an address and follow redirects, to http and https only.

    The reading is done in a thread. A time limit on a socket counts from the last byte, so name lookups, headers and
    bodies that trickle would otherwise hold us for days.

    Raises:
        TransferError: No whole answer came, or one that says that it is in vain.
    """
    box: Queue[_Item] = Queue(maxsize=8)
    gone = Event()
    Thread(target=_read, args=(url, headers, limits, box, gone), daemon=True).start()
    try:
        head = _next(box, limits)
        if not isinstance(head, tuple):
            raise TypeError(head)
        status, answered = head
        _check(status, answered, limits)
        yield Answer(status, answered, iter(partial(_next_chunk, box, limits), b""))
    finally:
        gone.set()


def patiently(
    attempt: Callable[[], _T],
    limits: Limits,
    gained: Callable[[], bool] = lambda: False,
    sleep: Callable[[float], None] = time.sleep,
) -> _T:
    """Try again after troubles that may pass.

    Args:
        attempt: What to do; it raises TransferError.
        limits: How often, and with what pauses.
        gained: Whether the attempt that failed brought us on, so that it does not count.
        sleep: Waits so many seconds.

    Raises:
        TransferError: The last one.
    """
    failed = 0
    while True:
        try:
            return attempt()
        except TransferError as trouble:
            failed = 1 if gained() else failed + 1
            if trouble.permanent or failed > limits.retries:
                raise
            sleep(max(trouble.pause, limits.pause * 2 ** (failed - 1)))


def shown(url: str) -> str:
    """Return the address without a password, for messages and records."""
    try:
        netloc = urlsplit(url).netloc
    except ValueError:
        return url
    return url.replace(netloc, netloc.rpartition("@")[2], 1)


def _check(status: int, headers: Mapping[str, str], limits: Limits) -> None:
    if status in _BUSY and (pause := _asked_for(headers)):
        told = f"HTTP status {status}, and the server asks for a pause of {math.ceil(pause):,} s"
        raise TransferError(told, permanent=pause > limits.longest_pause, pause=pause)
    if 400 <= status < 500 and status != 416:  # noqa: PLR2004 - what HTTP calls the client's fault.
        raise TransferError(f"HTTP status {status}", permanent=status not in _AGAIN_LATER)
    if status not in (200, 206, 416):
        raise TransferError(f"HTTP status {status}")
    if headers.get("Content-Encoding", "identity").lower() not in ("", "identity"):
        # Its length and ranges would count other bytes than ours; we asked for none.
        raise TransferError("the server sends it compressed", permanent=True)


def _asked_for(headers: Mapping[str, str]) -> float:
    """The seconds that a server asks us to wait; 0 where it does not say, or nobody understands it.

    It may say so in seconds or as a date, which is compared with the server's own clock, not with ours.
    """
    told = headers.get("Retry-After", "").strip()
    if re.fullmatch("[0-9]{1,9}", told):
        return int(told)
    try:
        until, now = parsedate_to_datetime(told), parsedate_to_datetime(headers.get("Date", ""))
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError, OverflowError):  # One of the two is no date, or has no time zone.
        return 0


def _next(box: Queue[_Item], limits: Limits) -> _Item:
    try:
        item = box.get(timeout=limits.stall)
    except Empty:
        raise TransferError(f"hardly anything came for {limits.stall:g} seconds") from None
    if isinstance(item, TransferError):
        raise item
    if isinstance(item, Exception):
        raise _foreseen(item) from item
    return item


def _next_chunk(box: Queue[_Item], limits: Limits) -> bytes:
    item = _next(box, limits)
    return item if isinstance(item, bytes) else b""


def _read(url: str, headers: Mapping[str, str], limits: Limits, box: Queue[_Item], gone: Event) -> None:
    """Put the head of the answer into the box, then its body, then ``b""``; or the error that came instead."""

    def put(item: _Item) -> bool:
        while not gone.is_set():
            try:
                box.put(item, timeout=0.5)
            except Full:
                continue
            return True
        return False

    try:
        import requests

        with requests.Session() as session:
            session.headers.update({"User-Agent": "newsdesk", "Accept-Encoding": "identity"})
            with _follow(session, url, headers, limits) as response:
                wanted = put((response.status_code, response.headers))
                while wanted and (data := response.raw.read(CHUNK, decode_content=False)):
                    wanted = put(data)
        put(b"")
    except Exception as error:  # noqa: BLE001 - it is raised where the box is read.
        put(error)


def _follow(session: Session, url: str, headers: Mapping[str, str], limits: Limits) -> Response:
    from requests import Request

    # By the adapter: a session reads the whole body of a redirect, however long, even if it is not to follow it.
    for _ in range(limits.redirects + 1):
        if urlsplit(url).scheme not in ("http", "https"):
            raise TransferError("it leads away from http and https", permanent=True)
        request = session.prepare_request(Request("GET", url, headers=dict(headers)))
        environment: Any = session.merge_environment_settings(
            request.url or url, {}, stream=True, verify=None, cert=None
        )
        adapter = session.get_adapter(request.url or url)
        response = adapter.send(request, timeout=(limits.connect, limits.read), **environment)
        onward = session.get_redirect_target(response)
        if onward is None:
            return response
        response.close()
        url = urljoin(url, onward)
    raise TransferError(f"more than {limits.redirects} redirects", permanent=True)


def _foreseen(error: Exception) -> Exception:
    """Say in a few words what the network did; an error that is not the network's stays what it is."""
    import requests
    import urllib3

    if isinstance(error, requests.Timeout | urllib3.exceptions.TimeoutError):
        return TransferError("no answer in time")
    if isinstance(error, requests.exceptions.InvalidURL | requests.exceptions.InvalidSchema | ValueError):
        return TransferError("it is no address that can be asked", permanent=True)
    if not isinstance(error, requests.RequestException | urllib3.exceptions.HTTPError | OSError):
        return error
    reason = "the connection broke off"
    cause: BaseException | None = error
    while cause is not None:  # The innermost is the operating system's or OpenSSL's plain word.
        reason = getattr(cause, "strerror", None) or reason
        cause = cause.__cause__ or cause.__context__
    return TransferError(reason)
