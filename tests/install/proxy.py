"""A proxy that reads what it passes on, as companies have them: only who trusts its authority gets through."""

import contextlib
import re
import selectors
import socket
import socketserver
import ssl
from collections.abc import Callable
from functools import cache

REACH = 30
"""Seconds for an answer from the other side."""


class Proxy(socketserver.ThreadingTCPServer):
    """Listens on this machine alone, for CONNECT and nothing else."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, certify: Callable[[str, ssl.SSLContext], None]) -> None:
        """`certify` gives a context the certificate of a host."""
        super().__init__(("127.0.0.1", 0), Tunnel)
        self.agents: set[str] = set()
        """The programs whose requests it could read."""

        @cache
        def context_for(host: str) -> ssl.SSLContext:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.set_alpn_protocols(["http/1.1"])
            certify(host, context)
            return context

        self.context_for = context_for


class Tunnel(socketserver.StreamRequestHandler):
    """One connection."""

    server: Proxy

    def handle(self) -> None:
        host, _, port = self.rfile.readline().split()[1].decode().rpartition(":")
        while self.rfile.readline().strip():
            pass
        onward = ssl.create_default_context()
        onward.set_alpn_protocols(["http/1.1"])
        try:
            plain = socket.create_connection((host, int(port)), REACH)
        except OSError:
            self.wfile.write(b"HTTP/1.1 502 Bad Gateway\r\n\r\n")
            return
        with plain, onward.wrap_socket(plain, server_hostname=host) as there:
            self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            context = self.server.context_for(host)
            # Somebody who does not trust us, or who leaves without a word.
            with contextlib.suppress(OSError), context.wrap_socket(self.request, server_side=True) as here:
                self._pass_on(here, there)

    def _pass_on(self, here: ssl.SSLSocket, there: ssl.SSLSocket) -> None:
        with selectors.DefaultSelector() as waiting:
            waiting.register(here, selectors.EVENT_READ, there)
            waiting.register(there, selectors.EVENT_READ, here)
            while True:
                for key, _ in waiting.select():
                    come, go = key.fileobj, key.data
                    data = come.recv(1 << 16)
                    while data and come.pending():  # What TLS has read already wakes nobody.
                        data += come.recv(come.pending())
                    if not data:
                        return
                    if come is here and (agent := re.search(rb"(?im)^user-agent: *([\w-]+)", data)):
                        self.server.agents.add(agent[1].decode())
                    go.sendall(data)
