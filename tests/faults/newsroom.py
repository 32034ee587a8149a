"""A project of a few files, and newsdesk run in it as a process of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests import ready


@dataclass
class Newsroom:
    """A project, and newsdesk run in it as a process of its own."""

    root: Path

    @property
    def environment(self) -> dict[str, str]:
        # Which of this machine's own pairs are broken is not theirs to find out.
        return {**os.environ, "APERTIUM_DATADIR": str(self.root / "no-pairs")}

    def write(self, name: str, content: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        return path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return ready.run(arguments, cwd=self.root, env=self.environment)

    def python(self, *arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env={**self.environment, "PYTHONPATH": str(Path(__file__).parents[2])} | more.pop("env", {}),
            capture_output=True,
            text=True,
            check=False,
            **more,
        )
