"""What `deploy/` ships works as it is written, in a machine that has the paths it names."""

import contextlib
import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, GLOSSARY, SETTINGS
from tests.programs import REQUIRED, needs
from translate.core.results.summary import ExitCode

DEPLOY = Path(__file__).parent.parent / "deploy"
SERVICE = DEPLOY / "newsdesk.service"
TIMER = DEPLOY / "newsdesk.timer"
CRONTAB = DEPLOY / "crontab"

MOUNTS = """
set -e
mount -t tmpfs none /opt; mkdir -p /opt/newsdesk/.venv; mount --bind "$1" /opt/newsdesk/.venv
mount -t tmpfs none /srv; mkdir /srv/newsdesk; mount --bind "$2" /srv/newsdesk
mount -t tmpfs none /var/lib; mkdir -m 700 /var/lib/newsdesk
[ ! -d "$2.home" ] || cp -a "$2.home/." /var/lib/newsdesk
shift 2; exec "$@"
"""
"""In a namespace of its own nobody else sees these; all but /opt, /srv and /var/lib is this machine's, and stays
as it is. What lies in the folder that is called as the project, with `.home` behind it, is in the account's home."""

LOCKED_IN = "mount -o remount,bind,ro /; mount -o remount,ro /var/lib;"
"""What ProtectSystem=strict leaves writable of the machine's disk: nothing."""

NAMESPACE = ("unshare", "--map-root-user", "--mount", "--pid", "--fork", "--kill-child")


def _namespaces() -> bool:
    return bool(shutil.which("unshare")) and not subprocess.run([*NAMESPACE, "true"], check=False).returncode


in_namespace = pytest.mark.skipif(not (REQUIRED or _namespaces()), reason="no namespaces may be made here")


def installed(command: Sequence[str | Path], project: Path, *, locked_in: bool = False) -> list[str]:
    """The command in a machine where newsdesk is in /opt/newsdesk/.venv, and the project in /srv/newsdesk.

    Locked in, it can write to nothing else and has no network, as the unit has it.
    """
    more = ("--net",) if locked_in else ()
    script = MOUNTS.replace("shift 2;", f"{LOCKED_IN} shift 2;") if locked_in else MOUNTS
    return [*NAMESPACE, *more, "sh", "-c", script, "sh", sys.prefix, str(project), *map(str, command)]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with an article that waits for the night."""
    root = tmp_path / "project"
    for name, text in (
        ("newsdesk.toml", SETTINGS),
        ("articles/2026-11-20-ferry.txt", ARTICLE),
        ("glossaries/en-et.csv", GLOSSARY),
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def assignments(unit: Path, name: str) -> list[str]:
    """All that a unit says to a name."""
    return re.findall(rf"^{name}=(.*)$", unit.read_text(), re.MULTILINE)


@needs("make")
def test_make_install_puts_the_program_where_the_units_and_the_crontab_look_for_it() -> None:
    ran = subprocess.run(["make", "-s", "-n", "install"], cwd=DEPLOY.parent, capture_output=True, text=True, check=True)
    _, prefix = shlex.split(ran.stdout)
    (command,) = assignments(SERVICE, "ExecStart")
    assert command.split()[0] == f"{prefix}/.venv/bin/newsdesk"
    for text in (SERVICE.read_text(), CRONTAB.read_text(), (DEPLOY.parent / "README.md").read_text()):
        assert f"make install PREFIX={prefix}" in text
    for text in (SERVICE.read_text(), CRONTAB.read_text()):
        assert set(re.findall(r"/\S*/\.venv(?=[,/ ]|$)", text)) == {f"{prefix}/.venv"}


@in_namespace
@needs("systemd-analyze")
def test_systemd_has_no_word_against_the_units(project: Path, tmp_path: Path) -> None:
    units = [shutil.copy(unit, tmp_path) for unit in (SERVICE, TIMER)]

    verify = ("systemd-analyze", "verify", "--man=no", "--recursive-errors=yes", *units)
    ran = subprocess.run(installed(verify, project), capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


@needs("systemd-analyze")
def test_a_unit_is_as_locked_in_as_systemd_knows_how() -> None:
    # 1.0 of 10; what is left is said in the unit.
    check = ("systemd-analyze", "security", "--offline=true", "--threshold=10", SERVICE)
    ran = subprocess.run(check, capture_output=True, text=True, check=False)
    print(ran.stdout.splitlines()[-1])  # noqa: T201  The figure, for whoever runs the tests with -rP.
    assert ran.returncode == 0, ran.stdout


@needs("systemd-analyze")
@pytest.mark.parametrize(
    ("zone", "eve"),
    [
        ("UTC", date(2027, 3, 27)),
        ("Europe/Tallinn", date(2027, 3, 27)),
        ("Europe/Berlin", date(2027, 3, 27)),
        ("Europe/London", date(2027, 3, 27)),
        ("America/New_York", date(2027, 3, 13)),
        ("Europe/Berlin", date(2027, 10, 30)),
        ("America/New_York", date(2027, 11, 6)),
    ],
)
def test_no_night_is_left_out_or_had_twice_when_the_clocks_change(zone: str, eve: date) -> None:
    (calendar,) = assignments(TIMER, "OnCalendar")

    ran = subprocess.run(
        ["systemd-analyze", "calendar", "--iterations=3", f"--base-time={eve} 12:00:00", calendar],
        env=os.environ | {"TZ": zone},
        capture_output=True,
        text=True,
        check=True,
    )
    nights = re.findall(r"(?:elapse|#[23]): \w+ (\S+) [\d:]{8} ", ran.stdout)
    assert nights == [str(eve + timedelta(days)) for days in (1, 2, 3)]


def test_cron_and_systemd_run_the_same_command_at_the_same_time() -> None:
    (command,) = assignments(SERVICE, "ExecStart")
    (calendar,) = assignments(TIMER, "OnCalendar")
    minute, hour, *days = crontab_line()[:5]

    assert command in crontab_line()[5]
    assert days == ["*", "*", "*"]
    assert calendar == f"*-*-* {int(hour):02}:{int(minute):02}:00"


def test_the_neural_engine_may_make_its_machine_code() -> None:
    # CTranslate2 does not say that it may not: its drafts are nonsense, and other nonsense each time.
    assert assignments(SERVICE, "MemoryDenyWriteExecute") == []


def test_findings_and_being_stopped_fail_no_unit_and_everything_else_does() -> None:
    (passing,) = assignments(SERVICE, "SuccessExitStatus")
    assert {ExitCode(int(code)) for code in passing.split()} == {ExitCode.FINDINGS, ExitCode.TERMINATED}


@contextlib.contextmanager
def service_manager() -> Iterator[tuple[str, list[str]]]:
    """A socket as systemd has it; what was sent to it is in the list once the context is left."""
    told: list[str] = []
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(f"{folder}/notify")
        listener.setblocking(False)
        yield f"{folder}/notify", told
        with contextlib.suppress(BlockingIOError):
            while True:
                told += listener.recv(4096).decode().split("\n")


def service_environment(notify: str) -> dict[str, str]:
    """What systemd gives to a service of an account, and what the unit adds."""
    given = dict(line.split("=", 1) for line in assignments(SERVICE, "Environment"))
    home = {"HOME": "/var/lib/newsdesk", "LOGNAME": "newsdesk", "USER": "newsdesk", "SHELL": "/usr/sbin/nologin"}
    return {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin", "NOTIFY_SOCKET": notify, **home, **given}


def log_lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@in_namespace
def test_the_service_drafts_locked_in_and_tells_systemd_how_far_it_is(project: Path) -> None:
    (folder,), (command,) = (assignments(SERVICE, name) for name in ("WorkingDirectory", "ExecStart"))
    start = ("sh", "-c", f'cd {folder} && exec "$@"', "sh", *shlex.split(command))
    with service_manager() as (notify, told):
        ran = subprocess.run(
            installed(start, project, locked_in=True),
            env=service_environment(notify),
            capture_output=True,
            text=True,
            check=False,
        )

    assert ran.returncode in {ExitCode.CLEAN, ExitCode.FINDINGS}, ran.stderr
    assert told[:2] == ["READY=1", "STATUS=At work"]
    assert "STATUS=Drafting articles: 0 of 1" in told
    assert told[-2:] == ["STOPPING=1", "STATUS=Done"]
    log = log_lines(ran.stderr)
    assert (log[0]["event"], log[-1]["event"], log[-1]["exit_code"]) == ("started", "ended", ran.returncode)
    assert len({line["run"] for line in log}) == 1
    assert ran.stdout
    assert (project / "locales/et/LC_MESSAGES/2026-11-20-ferry.po").exists()
    assert (project / "reports/morning.html").exists()


def crontab_environment() -> dict[str, str]:
    lines = CRONTAB.read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if re.match(r"[A-Z_]+=", line))


def crontab_line() -> list[str]:
    """The five fields of the one line that starts something, and its command."""
    (line,) = (line for line in CRONTAB.read_text().splitlines() if line[:1] in {"*", *"0123456789"})
    return line.split(None, 5)


@in_namespace
def test_cron_mails_the_report_and_keeps_the_log(project: Path) -> None:
    command, given = crontab_line()[5], crontab_environment()
    assert "%" not in command  # Cron would end the line there.
    # Of all folders there only the project outlives the machine.
    environment = {"HOME": "/srv/newsdesk", "LOGNAME": "newsdesk", **given}
    start = ("sh", "-c", f"cd /srv/newsdesk; {given['SHELL']} -c {shlex.quote(command)}")

    for nights in (1, 2):
        ran = subprocess.run(installed(start, project), env=environment, capture_output=True, text=True, check=False)
        assert ran.stderr == ""
        assert ran.returncode in {ExitCode.CLEAN, ExitCode.FINDINGS}
        assert ran.stdout
        log = log_lines((project / "nightly.log").read_text())
        assert [line["event"] for line in log].count("ended") == nights
    assert (project / "nightly.log").stat().st_mode & 0o777 == 0o664


@needs("crontab")
def test_cron_takes_the_crontab() -> None:
    subprocess.run(["crontab", "-n", CRONTAB], check=True)


CRON = """
set -e
mount -t tmpfs none /run
mount -t tmpfs none /var/spool/cron; mkdir -m 1730 /var/spool/cron/crontabs
mount -t tmpfs none /etc/cron.d; [ ! -e /etc/crontab ] || mount --bind /dev/null /etc/crontab
mkdir /run/upper
mount -t tmpfs none /run/upper; mkdir /run/upper/new /run/upper/work
mount -t overlay -o lowerdir=/usr/sbin,upperdir=/run/upper/new,workdir=/run/upper/work none /usr/sbin
printf '#!/bin/sh\\ncat >/srv/newsdesk/mail\\n' >/usr/sbin/sendmail; chmod 755 /usr/sbin/sendmail
sed 's/^[0-9]* [0-9]* /* * /; s|^MAILTO=.*|MAILTO=root\\nHOME=/srv/newsdesk|' "$1" >/var/spool/cron/crontabs/root
chmod 600 /var/spool/cron/crontabs/root
exec cron -f
"""
"""Cron with nothing but ours to do, now instead of at night, and with a letter box instead of a mail server."""


@pytest.mark.skipif(os.environ.get("NEWSDESK_LONG") != "1", reason="waits for cron's minute; NEWSDESK_LONG=1 runs it")
@pytest.mark.skipif(os.geteuid() != 0, reason="cron needs root")
@needs("cron", "unshare")
def test_cron_itself_runs_the_line_and_mails_what_it_prints(project: Path) -> None:
    # As root proper: cron becomes the owner of the crontab, which a mapped root may not.
    command = [part for part in installed(("sh", "-c", CRON, "sh", CRONTAB), project) if part != "--map-root-user"]
    environment = {
        "PATH": os.environ["PATH"]
    }  # Cron tells a mail charset by its own language, unless the crontab does.
    with subprocess.Popen(command, env=environment) as cron:
        try:
            end = time.monotonic() + 600
            mail = project / "mail"
            while not (mail.exists() and mail.stat().st_size) and time.monotonic() < end and cron.poll() is None:
                time.sleep(0.5)
        finally:
            cron.kill()
    told = mail.read_text()
    assert "ferry-news" in told
    assert "Content-Type: text/plain; charset=UTF-8" in told
    assert log_lines((project / "nightly.log").read_text())[-1]["event"] == "ended"
