"""A web server on this machine that can misbehave."""

import re
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from translate.models.transfer import Limits

PATIENT = Limits(connect=60, read=60, stall=60, retries=1, pause=0)
"""Waits for a server that is only slow because the machine is busy."""
HASTY = Limits(connect=60, read=0.4, stall=1, retries=1, pause=0)
"""Gives up soon: for servers that hang, and for nothing else."""


class Server:
    """Answers each path as it is told to."""

    def __init__(self):
        self.over = Event()
        self.asked = []
        self.behaviours = {}
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                server.asked.append((self.path, self.headers.get("Range")))
                with suppress(OSError):
                    server.behaviours.get(self.path, status(404))(self)

            def log_message(self, *_):
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.http.block_on_close = False
        self.http.over = self.over
        self.address = f"http://127.0.0.1:{self.http.server_port}"
        Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def at(self, path, behaviour):
        self.behaviours[path] = behaviour
        return self.address + path

    def close(self):
        self.over.set()
        self.http.shutdown()
        self.http.server_close()


def head(handler, code, **headers):
    handler.send_response(code)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), str(value))
    handler.end_headers()


def status(code, **headers):
    return lambda handler: head(handler, code, Content_Length=0, **headers)


def serving(data, *, etag='"1"', ranges=True, pieces=None, wait=None):
    """Serve as a good server does.

    `pieces`: break off after so many bytes of each answer. `wait`: called in the middle of a body.
    """

    def behave(handler):
        wanted = re.fullmatch(r"bytes=(\d+)-", handler.headers.get("Range", "") if ranges else "")
        changed = etag and handler.headers.get("If-Range", etag) != etag
        start = int(wanted[1]) if wanted and not changed else 0
        tags = {"ETag": etag} if etag else {}
        if wanted and start >= len(data):
            head(handler, 416, Content_Length=0, Content_Range=f"bytes */{len(data)}")
            return
        if start:
            tags["Content_Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
        body = data[start:]
        head(handler, 206 if start else 200, Content_Length=len(body), **tags)
        body = body[:pieces]
        if wait is not None:
            handler.wfile.write(body[: len(body) // 2])
            wait(handler)
            body = body[len(body) // 2 :]
        handler.wfile.write(body)

    return behave


def silent(handler):
    handler.server.over.wait(30)


def trickling(handler):
    """Give a byte now and then, so that no socket ever times out."""
    head(handler, 200, Content_Length=100_000)
    while not handler.server.over.wait(0.1):
        handler.wfile.write(b"x")


def trickling_head(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not handler.server.over.wait(0.1):
        handler.wfile.write(b"x")


def chunked(data, *, whole=True):
    def behave(handler):
        handler.protocol_version = "HTTP/1.1"
        head(handler, 200, Transfer_Encoding="chunked", Connection="close")
        for start in range(0, len(data), 10_000):
            chunk = data[start : start + 10_000]
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        if whole:
            handler.wfile.write(b"0\r\n\r\n")

    return behave
