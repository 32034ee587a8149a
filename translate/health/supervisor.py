"""The service manager that started the run, if one did; by systemd's protocol, sd_notify(3)."""

from __future__ import annotations

import contextlib
import os
import socket

from translate.core.text.showing import in_a_line

_LONGEST = 200
"""Characters of a status: systemd drops a message of more than 4 KiB as a whole, and prints a status in one line."""


class Supervisor:
    """Tells the service manager how far the run is; never raises, never waits, and is silent where there is none.

    Args:
        address: What the environment has as ``NOTIFY_SOCKET``: a path, or ``@`` and the name of an abstract socket.
    """

    def __init__(self, address: str | None) -> None:
        name = os.fsencode(address or "")
        self._address = b"\0" + name[1:] if name.startswith(b"@") else name

    def ready(self, status: str) -> None:
        """The run has what it needs and is at work."""
        self._tell("READY=1", _status(status))

    def status(self, text: str) -> None:
        """What the run is doing, for ``systemctl status``."""
        self._tell(_status(text))

    def stopping(self, status: str) -> None:
        """The run is coming to its end."""
        self._tell("STOPPING=1", _status(status))

    def _tell(self, *assignments: str) -> None:
        # A socket for each message: one is sent in seconds, not in microseconds, and there is nothing to close.
        if self._address[:1] in {b"/", b"\0"}:
            with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
                channel.setblocking(False)
                channel.sendto("\n".join(assignments).encode(), self._address)


def _status(text: str) -> str:
    return f"STATUS={in_a_line(text)[:_LONGEST]}"
