"""A venv of its own, outside .venv, for what is tried elsewhere: another Python, a built package."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = Path(sys.executable).with_name("uv")
VENVS = ROOT / ".venvs"
LONGEST = 300


class Refused(Exception):  # noqa: N818 - it is one
    """A venv cannot be made, or what is wanted cannot be installed into it; the message says why, in one line."""


def make_venv(name: str, python: Path, *wanted: str | Path) -> Path:
    """Make a venv from nothing.

    Args:
        name: Of its folder in `.venvs`; what is there is replaced.
        python: The interpreter.
        wanted: What to install, as `uv pip install` takes it.

    Returns:
        The venv's interpreter.

    Raises:
        Refused: It cannot be made.
    """
    folder = VENVS / name
    own = folder / "bin" / "python"
    _uv("venv", "--quiet", "--clear", "--python", python, folder)
    _uv("pip", "install", "--quiet", "--python", own, "--constraint", ROOT / "constraints.txt", *wanted)
    return own


def run_tests(python: Path, folder: Path, *arguments: str, **environment: str) -> bool:
    """Run tests in a folder; whether all passed."""
    command = [str(python), "-m", "pytest", "-n", "auto", "--dist", "loadfile", *arguments]
    return subprocess.run(command, cwd=folder, env=os.environ | environment, check=False).returncode == 0


def _uv(*arguments: str | Path) -> None:
    done = subprocess.run([UV, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        said = " ".join(word for word in done.stderr.split() if any(map(str.isalnum, word)))
        raise Refused(said if len(said) <= LONGEST else said[: LONGEST - 1] + "…")
