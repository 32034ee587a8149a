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

    def write(self, name: str, content: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        return path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return ready.run(arguments, cwd=self.root, env=os.environ)

    def python(self, *arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])} | more.pop("env", {}),
            capture_output=True,
            text=True,
            check=False,
            **more,
        )
