"""Runs of newsdesk that are spared the start: each a process of its own, and a copy of one that has loaded everything.

Most of a short run is loading. Here the modules, and what they read of their own files, are loaded once, by a process
that runs nothing. Asked for a run it makes a copy of itself, which goes on as any run begins: in its folder, with its
environment and its streams, and nothing of a project seen. What cannot be had in this way is started as ever, and so is
every run with ``NEWSDESK_LONG=1``.
"""

import atexit
import contextlib
import ctypes
import functools
import gc
import importlib
import inspect
import json
import os
import pkgutil
import runpy
import select
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LONG = os.environ.get("NEWSDESK_LONG") == "1"
AT_THE_START = ("LD_", "PYTHONUTF8", "PYTHONIOENCODING", "PYTHONUNBUFFERED", "LC_", "LANG")
"""How their names begin."""
LIBRARIES = (
    "durablewrite",
    "filelock",
    "jinja2",
    "lxml.etree",
    "polib",
    "pythonjsonlogger.json",
    "rapidfuzz",
)
"""What newsdesk imports where it is used, and most runs use, beside what is loaded for `TEXT`."""
TEXT = "The ferry to the island sailed at noon. It was late, and nobody in the harbour could say why it was so."
LOCALE = "et"
"""The one that most projects of the tests have."""


class Process:
    """A run that is at work; has what the tests use of `subprocess.Popen`."""

    def __init__(self, arguments: Sequence[str], *, cwd: Path, env: Mapping[str, str], obeys: bool) -> None:
        """Start it.

        Args:
            arguments: What newsdesk is told.
            cwd: The folder that it runs in.
            env: Its whole environment.
            obeys: Whether it gives up what `obeying` does.
        """
        pipes = [os.pipe() for _ in range(3)]
        request = json.dumps([arguments, str(cwd), dict(env), obeys]).encode()
        socket.send_fds(_line(), [request], [theirs for _, theirs in pipes])
        for _, theirs in pipes:
            os.close(theirs)
        self.stdout, self.stderr, self._news = (os.fdopen(ours, encoding="utf-8") for ours, _ in pipes)
        self.pid = int(self._news.readline())
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Its exit code, as `subprocess` has it, if it has ended."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self.wait(0)
        return None

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end; the exit code.

        Raises:
            subprocess.TimeoutExpired: It is still at work after so many seconds.
        """
        if self.returncode is None:
            if not select.select([self._news], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("newsdesk", timeout or 0)
            self.returncode = int(self._news.readline())
            self._news.close()
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send it a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """Kill it."""
        self.send_signal(signal.SIGKILL)


def at_the_start(env: Mapping[str, str]) -> dict[str, str]:
    """Those of some variables that an interpreter obeys when it starts, and never again."""
    return {name: value for name, value in env.items() if name.startswith(AT_THE_START)}


def start(
    arguments: Sequence[str], *, cwd: Path, env: Mapping[str, str], preexec_fn: Callable[[], object] | None = None
) -> Process | subprocess.Popen[str]:
    """Start newsdesk; both its streams can be read.

    Args:
        arguments: What it is told.
        cwd: The folder that it runs in.
        env: Its whole environment.
        preexec_fn: What its process does before; only for `obeying` and none it is a copy.
    """
    env = {**env, "PYTHONPATH": str(ROOT)}
    if not LONG and preexec_fn in {None, obeying} and at_the_start(env) == at_the_start(os.environ):
        return Process(arguments, cwd=cwd, env=env, obeys=preexec_fn is obeying)
    return subprocess.Popen(
        # Whoever runs the tests may ignore signals, as a shell does for what it puts into the background.
        ["env", "--default-signal=INT,TERM,HUP", sys.executable, "-m", "translate", *arguments],
        cwd=cwd, env=env, preexec_fn=preexec_fn,  # noqa: PLW1509  No thread of the tests holds a lock.
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def run(arguments: Sequence[str], **how: Any) -> subprocess.CompletedProcess[str]:
    """Run newsdesk to its end; takes what `start` does."""
    process = start(arguments, **how)
    with process.stdout as out, process.stderr as err, ThreadPoolExecutor(1) as beside:
        told = beside.submit(err.read)
        said = out.read()
        return subprocess.CompletedProcess(["newsdesk", *arguments], process.wait(), said, told.result())


def obeying() -> None:
    """Let permissions count for a process of root's, too: it gives up the right to pass over them."""
    if os.geteuid() == 0:
        libc, rights = ctypes.CDLL(None), (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        for right in rights:  # For the programs that it begins or starts, ...
            assert libc.prctl(24, right, 0, 0, 0) == 0  # PR_CAPBSET_DROP
        # ... and for itself.
        whose, held = struct.pack("Ii", 0x20080522, 0), ctypes.create_string_buffer(24)  # _LINUX_CAPABILITY_VERSION_3
        assert libc.capget(whose, held) == 0
        effective, permitted, *others = struct.unpack("6I", held.raw)
        kept = ~sum(1 << right for right in rights)
        assert libc.capset(whose, struct.pack("6I", effective & kept, permitted & kept, *others)) == 0


@functools.cache
def _line() -> socket.socket:
    """The line to the process that makes copies of itself; it ends when we do."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    maker = subprocess.Popen(
        ["env", "--default-signal=INT,TERM,HUP", sys.executable, "-m", "tests.ready", str(theirs.fileno())],
        cwd=ROOT,
        # One thread: no other one would be in a copy.
        env={**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"},
        pass_fds=[theirs.fileno()],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    theirs.close()

    def end() -> None:
        ours.close()
        maker.wait()

    atexit.register(end)
    return ours


def load() -> None:
    """Load what runs need: all modules, their data, and the libraries."""
    import translate
    from translate import segmentation
    from translate.core.entries.inputs import words_of
    from translate.core.terms.language import told
    from translate.languages import cldr, identification
    from translate.languages.loading import load_pair

    for module in pkgutil.walk_packages(translate.__path__, "translate."):
        if not module.name.startswith("translate.testing") and not module.name.endswith("__main__"):
            for made in vars(importlib.import_module(module.name)).values():
                if hasattr(made, "cache_info") and not inspect.signature(made).parameters:
                    made()  # A run would make it once and keep it.
    for library in LIBRARIES:
        importlib.import_module(library)
    segmentation.segmenter_for("en").split(TEXT)
    assert not identification.is_foreign("en", TEXT)
    pair = load_pair("en", LOCALE)
    for language in pair:
        language.notation()
        told(language)
    words_of(pair[1])
    cldr.english_name(LOCALE), cldr.plural_forms(LOCALE)


def answer(line: socket.socket) -> list[str]:
    """Answer requests, and tell of each run's end, until nobody can ask any more; in a copy, the arguments of a run."""
    runs: dict[int, tuple[int, int]] = {}
    while True:
        for one in select.select([line, *runs], [], [])[0]:
            if one in runs:
                run, news = runs.pop(one)
                os.write(news, f"{os.waitstatus_to_exitcode(os.waitpid(run, 0)[1])}\n".encode())
                os.close(news)
                os.close(one)
                continue
            request, streams, _, _ = socket.recv_fds(line, 1 << 20, 3)
            if not request:
                sys.exit()
            if not (run := os.fork()):
                line.detach()
                return become(*json.loads(request), streams[:2])
            *others, news = streams
            for stream in others:
                os.close(stream)
            os.write(news, f"{run}\n".encode())
            runs[os.pidfd_open(run)] = run, news


def become(arguments: list[str], folder: str, env: dict[str, str], obeys: bool, streams: list[int]) -> list[str]:
    """Go on as a run begins; its arguments."""
    for number, stream in enumerate(streams, 1):
        os.dup2(stream, number)
    os.closerange(3, 1 << 16)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    os.chdir(folder)
    sys.path[0] = folder
    sys.orig_argv = [sys.executable, "-m", "translate", *arguments]
    if obeys:
        obeying()
    return arguments


if __name__ == "__main__":
    load()
    gc.freeze()  # A copy need not look through all that was loaded.
    sys.argv = ["newsdesk", *answer(socket.socket(fileno=int(sys.argv[1])))]
    runpy.run_module("translate", run_name="__main__", alter_sys=True)
