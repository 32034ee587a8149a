"""Build the packages, and run tests on what was built: on the installed wheel, then in the unpacked sdist.

    python -m tools.packages [PYTEST ARGUMENT ...]

The wheel is built from the sdist, as installers do. Its tests are those of the sdist, in a folder without `translate/`:
what they import is installed, or is not there. The exit code is 1 where anything failed.
"""

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tools.venvs import ROOT, UV, Refused, make_venv, run_tests

ALWAYS = "tests/test_packages.py"
"""Its tests see that what is imported is what is meant, whichever others were asked for."""


def main() -> int:
    """Build, install and test."""
    tests = sys.argv[1:]
    if tests and ALWAYS not in tests:
        tests.append(ALWAYS)
    with tempfile.TemporaryDirectory() as name:
        try:
            wheel, unpacked = _build(Path(name))
            came = {"the wheel": _try_wheel(wheel, unpacked, tests), "the sdist": _try_sdist(unpacked, tests)}
        except (Refused, subprocess.CalledProcessError) as error:
            print(error, file=sys.stderr)
            return 1
    print()
    for what, passed in came.items():
        print(f"{what}: {'passed' if passed else 'failed'}")
    return 0 if all(came.values()) else 1


def _build(folder: Path) -> tuple[Path, Path]:
    """Build both; the wheel, and the folder that the sdist unpacks to."""
    subprocess.run([UV, "build", "--quiet", "--out-dir", folder / "dist", ROOT], check=True)
    (sdist,), (wheel,) = (folder / "dist").glob("*.tar.gz"), (folder / "dist").glob("*.whl")
    print(f"Built {sdist.name} and {wheel.name}")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    return wheel, folder / sdist.name.removesuffix(".tar.gz")


def _try_wheel(wheel: Path, unpacked: Path, tests: list[str]) -> bool:
    folder = unpacked.with_name("beside-the-wheel")
    shutil.copytree(unpacked, folder, ignore=lambda here, _: ["translate"] if here == str(unpacked) else [])
    python = make_venv("packages", Path(sys.executable), f"newsdesk[dev,forms,cluster] @ {wheel.as_uri()}")
    installed = next(python.parents[1].glob("lib/python3*/site-packages"))
    print(f"\nThe wheel, in {installed}", flush=True)
    return run_tests(python, folder, *tests, PYTHONPATH=str(folder), NEWSDESK_TESTED=str(installed))


def _try_sdist(unpacked: Path, tests: list[str]) -> bool:
    python = make_venv("packages", Path(sys.executable), "--editable", f"{unpacked}[dev,forms,cluster]")
    print(f"\nThe sdist, in {unpacked}", flush=True)
    return run_tests(python, unpacked, *tests, NEWSDESK_TESTED=str(unpacked))


if __name__ == "__main__":
    sys.exit(main())
