"""A package index on this machine that offers the sample package, as Argos Translate's own offers the official ones."""

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import SAMPLE_MODEL


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Put the index and the package into a folder, and give the address that they are served at."""
    shutil.copy(SAMPLE_MODEL, folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder))
    address = f"http://127.0.0.1:{server.server_port}/"
    offer = {
        "code": "translate-en_et", "package_version": "0.1", "argos_version": "1.9", "from_code": "en",
        "from_name": "English", "to_code": "et", "to_name": "Estonian", "links": [address + SAMPLE_MODEL.name],
    }  # fmt: skip
    (folder / "index.json").write_text(json.dumps([offer]), "utf-8")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield address
    server.shutdown()
    server.server_close()
