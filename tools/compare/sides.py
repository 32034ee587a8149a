"""The two sides of a comparison: a commit's checkout, and the commands that it runs."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
SERVER = Path(__file__).with_name("server.py")
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "COLUMNS": "100",
    "TERM": "dumb",
    "OMP_NUM_THREADS": "1",
    "ARGOS_INTRA_THREADS": "1",
    "PYTHONHASHSEED": "0",
}


@contextlib.contextmanager
def checkout(commit: str | None, place: Path) -> Iterator[Path]:
    """The files of a commit in a folder of their own; for None the working tree as it is."""
    if commit is None:
        yield ROOT
        return
    git = ["git", "-C", str(ROOT), "worktree"]
    subprocess.run([*git, "add", "--quiet", "--detach", str(place), commit], check=True)
    try:
        yield place
    finally:
        subprocess.run([*git, "remove", "--force", str(place)], check=True)


class Side:
    """Newsdesk as one commit has it."""

    def __init__(self, code: Path) -> None:
        self.code = code
        self._server: subprocess.Popen[str] | None = None

    def run(self, desk: Path, arguments: list[str], *, out: Path, err: Path, clock: str | None = None) -> int:
        """Run a command in a project, at a faked clock or now; its exit code."""
        environment = self._environment(desk)
        if clock is None:
            return self._ask(do="run", arguments=arguments, folder=desk, environment=environment, out=out, err=err)
        clocked = environment | {"FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"}
        with out.open("wb") as told, err.open("wb") as said:
            command = ["faketime", "-f", clock, sys.executable, "-P", "-m", "translate", *arguments]
            return subprocess.run(
                command,
                cwd=desk,
                env=ENVIRONMENT | clocked,
                stdout=told,
                stderr=said,
                stdin=subprocess.DEVNULL,
                check=False,
            ).returncode

    def lay(self, what: str, folder: Path) -> list[list[str]]:
        """Lay a project into a folder as this commit's tests do; the commands that it is for."""
        told = folder.with_name(f"{folder.name}.lay")
        code = self._ask(do="lay", what=what, folder=folder, environment={}, out=told, err=Path("/dev/stderr"))
        if code:
            raise RuntimeError(f"{what} cannot be laid")
        commands = [json.loads(line) for line in told.read_text("utf-8").splitlines()]
        told.unlink()
        return commands

    def close(self) -> None:
        """Let the server end."""
        if self._server is not None:
            self._server.communicate()

    def _environment(self, desk: Path) -> dict[str, str]:
        home = desk.parent.with_name(f"{desk.parent.name}.home")
        packages = desk / "packages" if (desk / "packages").is_dir() else home / "packages"
        return {
            "HOME": str(home),
            "ARGOS_PACKAGES_DIR": str(packages),
            "PYTHONPATH": str(self.code),
            "TMPDIR": str(home),
        }

    def _ask(self, *, environment: Mapping[str, str], **asked: object) -> int:
        if self._server is None:
            command = [sys.executable, "-P", str(SERVER)]
            started = ENVIRONMENT | {"PYTHONPATH": str(self.code), "HOME": "/nonexistent"}
            self._server = subprocess.Popen(
                command, cwd="/", env=started, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
        self._server.stdin.write(json.dumps({"environment": environment, **asked}, default=str) + "\n")
        self._server.stdin.flush()
        return int(self._server.stdout.readline())
