"""A server that wants a pause gets it, and one that wants too much is left alone."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from tests.models.server import HASTY, head, serving, status
from translate.errors import ModelError
from translate.models.download import download
from translate.models.transfer import TransferError, opened, patiently

DATA = b"x" * 1000
NOW = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)


def http_date(when):
    return format_datetime(when, usegmt=True)


def refusing(code, **headers):
    """Answer with these headers alone; the server's own clock stands wrong."""

    def behave(handler):
        handler.send_response_only(code)
        for name, value in {"Date": http_date(NOW), "Content-Length": "0", **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()

    return behave


def trouble(server, behaviour):
    with pytest.raises(TransferError) as caught, opened(server.at("/x", behaviour), {}, HASTY):
        pass
    return caught.value


@pytest.mark.parametrize("code", [429, 503])
def test_a_server_that_wants_a_pause_is_asked_again_only_after_it(server, tmp_path, code):
    times = []

    def busy_once(handler):
        times.append(time.monotonic())
        (status(code, Retry_After=1) if len(times) == 1 else serving(DATA))(handler)

    download([server.at("/x", busy_once)], tmp_path / "x", limits=HASTY)
    first, second = times
    assert second - first >= 1
    assert (tmp_path / "x").read_bytes() == DATA


@pytest.mark.parametrize(
    ("told", "pause"),
    [
        ("7", 7),
        (" 7 ", 7),
        (http_date(NOW + timedelta(seconds=40)), 40),
        (http_date(NOW - timedelta(days=1)), 0),
        ("0", 0),
        ("soon", 0),
        ("-3", 0),
        ("7.5", 0),
        ("٧", 0),
        ("9" * 30, 0),
        ("Sun, 22 Nov 2026 02:16:00", 0),
        ("", 0),
    ],
)
def test_the_pause_is_told_in_seconds_or_as_a_date_by_the_servers_clock(server, told, pause):
    found = trouble(server, refusing(503, Retry_After=told.encode().decode("latin-1")))
    assert (found.pause, found.permanent) == (pause, False)


def test_without_the_servers_clock_a_date_says_nothing(server):
    assert trouble(server, refusing(429, Date="", Retry_After=http_date(NOW))).pause == 0


def test_only_a_server_that_is_busy_is_asked_how_long(server):
    assert trouble(server, refusing(500, Retry_After="7")).pause == 0
    assert trouble(server, refusing(404, Retry_After="7")).permanent


def test_a_server_that_wants_more_than_anybody_waits_is_not_asked_again(server, tmp_path):
    asked = []

    def busy(handler):
        asked.append(handler.path)
        head(handler, 429, Content_Length=0, Retry_After=3600)

    with pytest.raises(ModelError, match=r"HTTP status 429, and the server asks for a pause of 3,600 s\)"):
        download([server.at("/x", busy)], tmp_path / "x", limits=replace(HASTY, retries=5))
    assert asked == ["/x"]


def test_the_longer_of_the_two_pauses_is_made():
    wanted, slept = [0.0, 9.0, 1.0], []

    def attempt():
        raise TransferError("busy", pause=wanted[len(slept)] if len(slept) < len(wanted) else 0)

    with pytest.raises(TransferError):
        patiently(attempt, replace(HASTY, retries=3, pause=2), sleep=slept.append)
    assert slept == [2, 9, 8]
