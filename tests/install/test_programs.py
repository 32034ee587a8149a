"""Nothing is installed on a machine that nobody asked for; what is missing, and what for, is named."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.programs import needs

ROOT = Path(__file__).parent.parent.parent
PROGRAMS = ROOT / "tools" / "programs"
MISSING = ("cron:crontab:nights", "ferry:ferry:the islands")
NAMED = ["  cron              nights", "  ferry             the islands"]


@pytest.fixture
def machine(tmp_path):
    """A machine with next to nothing on it, whose apt-get only notes what it is asked for."""
    for name in ("bash", "cat", "env", "id", "mktemp", "rm", "sed", "tail"):
        (tmp_path / name).symlink_to(f"/usr/bin/{name}")
    (tmp_path / "apt-get").write_text(f'#!/bin/sh\necho "$*" >>{tmp_path}/asked\n', "utf-8")
    (tmp_path / "sudo").write_text("#!/bin/sh\nshift\n[ $# -gt 1 ] || exit 0\nexec $*\n", "utf-8")
    for name in ("apt-get", "sudo"):
        (tmp_path / name).chmod(0o755)
    return tmp_path


def programs(machine, *arguments):
    done = subprocess.run(
        [PROGRAMS, *arguments], env={"PATH": str(machine)}, capture_output=True, text=True, check=False
    )
    asked = machine / "asked"
    return done.returncode, done.stderr, asked.read_text("utf-8").splitlines() if asked.exists() else []


def test_what_is_missing_is_only_named_with_what_it_is_for_and_the_command_that_installs_it(machine):
    code, said, asked = programs(machine, "--look", *MISSING, "sh:/bin/sh:shells")
    assert (code, asked) == (0, [])
    assert said.splitlines() == [
        "Not installed, so the tests that need them are skipped (“make programs” installs them):",
        *NAMED,
    ]


def test_where_nothing_is_missing_nothing_is_said_or_done(machine):
    for look in ([], ["--look"]):
        assert programs(machine, *look, "sed:sed:words", "sh:/bin/sh:shells") == (0, "", [])


def test_what_is_installed_is_said_before(machine):
    code, said, asked = programs(machine, *MISSING, "sed:sed:words")
    assert code == 0
    assert said.splitlines() == [
        "Installing Debian packages:",
        *NAMED,
    ]
    assert asked == ["update -q", "install -q -y --no-install-recommends cron ferry"]


def test_without_the_right_to_install_the_command_is_named(machine):
    (machine / "id").unlink()
    (machine / "sudo").unlink()
    (machine / "id").write_text("#!/bin/sh\necho 1000\n", "utf-8")
    (machine / "id").chmod(0o755)
    assert programs(machine, *MISSING) == (
        1, "missing: cron ferry; install with: sudo apt-get install cron ferry\n", [],
    )  # fmt: skip


def test_every_program_that_tests_need_is_known_with_what_it_is_for(machine):
    _, said, _ = programs(machine, "--look")
    packages = [line.split()[0] for line in said.splitlines()[1:]]
    assert len(packages) >= len(["gettext", "apertium", "chromium", "faketime", "systemd", "cron"])
    assert all(len(line.split()) > 1 for line in said.splitlines()[1:])


@needs("make")
def test_make_test_asks_only_what_is_there_and_ci_installs_it_first():
    asked = [
        line for line in subprocess.check_output(["make", "-n", "test", "TESTS=tests/x.py::y"], cwd=ROOT, text=True,
        env=os.environ | {"MAKEFLAGS": ""}).splitlines() if "tools/programs" in line or "pytest" in line
    ]  # fmt: skip
    assert asked == ["tools/programs --look", ".venv/bin/pytest -n auto --dist loadfile -rs tests/x.py::y"]
    runs = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert runs.index("make programs") < runs.index("make test")
