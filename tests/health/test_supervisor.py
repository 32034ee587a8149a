import gc
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.patience import SHARED_FIXTURE
from translate.health.supervisor import Supervisor

DATAGRAM = 4096
"""systemd drops what is longer."""


@pytest.fixture(params=["path", "abstract"])
def manager(request: pytest.FixtureRequest) -> Iterator[tuple[socket.socket, str]]:
    """A socket such as systemd listens to, and its name as the environment has it."""
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        name = f"{folder}/notify" if request.param == "path" else f"@{folder}/notify"
        listener.bind(name.replace("@", "\0"))
        listener.setblocking(False)
        yield listener, name


def test_the_service_manager_is_told(manager: tuple[socket.socket, str]) -> None:
    listener, name = manager
    supervisor = Supervisor(name)

    supervisor.ready("At work")
    supervisor.status("Jõuluks: 1 of 2")
    supervisor.stopping("Done")

    assert [listener.recv(DATAGRAM).decode() for _ in range(3)] == [
        "READY=1\nSTATUS=At work",
        "STATUS=Jõuluks: 1 of 2",
        "STOPPING=1\nSTATUS=Done",
    ]


@settings(suppress_health_check=SHARED_FIXTURE)
@given(text=st.text(st.characters() | st.sampled_from("\n\r\0\x1b\ud800🙂"), max_size=2000))
def test_no_status_says_anything_but_a_status(manager: tuple[socket.socket, str], text: str) -> None:
    listener, name = manager
    Supervisor(name).status(text)

    told = listener.recv(10 * DATAGRAM)
    assert len(told) < DATAGRAM
    assert told.decode().startswith("STATUS=")
    assert told.decode().isprintable()


def test_a_service_manager_that_does_not_listen_keeps_nobody_waiting(manager: tuple[socket.socket, str]) -> None:
    listener, name = manager
    supervisor = Supervisor(name)
    for number in range(2000):
        supervisor.status(str(number))

    assert listener.recv(DATAGRAM) == b"STATUS=0"


@pytest.mark.parametrize(
    "name", [None, "", "/nowhere/notify", "@", "@nobody", "relative", "vsock:2:1", "/" + "x" * 300]
)
def test_where_nobody_can_be_told_nothing_happens(name: str | None) -> None:
    gc.collect()
    before = open_files()
    Supervisor(name).ready("At work")
    Supervisor(name).status("\udc80")

    gc.collect()  # A socket left open would be told of here, and warnings are errors.
    assert open_files() == before


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))
