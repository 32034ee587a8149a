"""The README's deployment, as three accounts: one runs the night, two translate, and neither becomes another."""

import os
import re
import shlex
import shutil
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.world import Ran
from tests.ready import LONG
from tests.test_deploy import (
    SERVICE,
    assignments,
    crontab_environment,
    crontab_line,
    in_namespace,
    installed,
    service_environment,
)
from tests.test_readme import WHOLE

pytestmark = [
    pytest.mark.skipif(os.geteuid() != 0, reason="only root can become three accounts"),
    in_namespace,
]

TRANSLATORS = 61020
NIGHT, MARI, JAAN = 61010, 61011, 61012
"""Accounts of no name; all three are in the group of the translators."""
HOME = "/srv/newsdesk"
COMMANDS = ("export --allow-drafts", "status", "check", "restore", "draft", "doctor --quiet")
"""What translators run themselves."""
PO = "locales/et/LC_MESSAGES/print-preview.po"
ARTICLE = "The print preview\n\nThe page is printed.\nThe button is green.\n"


@dataclass(frozen=True, slots=True)
class Place:
    """A machine with newsdesk, an account for it and a project, which its runs see where README has them."""

    folder: Path

    @property
    def project(self) -> Path:
        return self.folder / "project"

    @property
    def home(self) -> Path:
        return self.folder / "project.home"

    def runs(self, account: int, command: str, environment: dict[str, str] | None = None, **how: bool) -> Ran:
        """What a shell of the account says to a command, in the project's folder."""
        # Root's Python may lie where nobody else may look.
        rights = [f"--{kind}=-all,+dac_read_search" for kind in ("inh-caps", "ambient-caps", "bounding-set")]
        become = ("setpriv", f"--reuid={account}", f"--regid={account}", f"--groups={TRANSLATORS}", *rights)
        told = {"HOME": "/var/lib/newsdesk" if account == NIGHT else str(self.folder / str(account))}
        told |= {"PATH": "/opt/newsdesk/.venv/bin:/usr/bin:/bin", "LANG": "C.UTF-8"} | (environment or {})
        # Which of this machine's own pairs are broken is not theirs to find out.
        told |= {"APERTIUM_DATADIR": "/none"}
        script = f"cd {HOME}; umask 0002; {command}"
        whole = installed((*become, "sh", "-c", script), self.project, **how)
        done = subprocess.run(
            # As root proper: it can become others, which a mapped one cannot.
            [part for part in whole if part != "--map-root-user"],
            env=told,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def unit(self) -> Ran:
        """A night as the unit starts it: with nothing to write to but the project."""
        (command,) = assignments(SERVICE, "ExecStart")
        assert assignments(SERVICE, "UMask") == ["0002"]
        return self.runs(NIGHT, command, service_environment(""), locked_in=True)

    def cron(self) -> Ran:
        """A night as cron starts it."""
        line = f"sh -c {shlex.quote(crontab_line()[5])}"
        return self.runs(NIGHT, line, crontab_environment() | {"HOME": "/var/lib/newsdesk"})

    def of_others_only(self) -> list[str]:
        """What one of the translators could not write to."""
        paths = [self.project, *self.project.rglob("*")]
        seen = [(path, path.lstat()) for path in paths]
        return [
            f"{path.relative_to(self.folder)} {stat.filemode(found.st_mode)} {found.st_uid}:{found.st_gid}"
            for path, found in seen
            if found.st_gid != TRANSLATORS or not found.st_mode & stat.S_IWGRP
        ]


@pytest.fixture(scope="module")
def place(sample_packages):
    with tempfile.TemporaryDirectory(prefix="newsdesk-accounts-") as name:
        found = Place(Path(name))
        found.folder.chmod(0o755)
        shutil.copytree(sample_packages, found.home / ".local/share/argos-translate/packages")
        for path in (found.home, *found.home.rglob("*")):
            os.chown(path, NIGHT, NIGHT)
        found.home.chmod(0o700)
        for account in (MARI, JAAN):
            (found.folder / str(account)).mkdir(0o700)
            os.chown(found.folder / str(account), account, account)
        (mode,) = re.findall(r"install -d -o newsdesk -g translators -m (\d+) /srv/newsdesk", WHOLE)
        found.project.mkdir()
        os.chown(found.project, NIGHT, TRANSLATORS)
        found.project.chmod(int(mode, 8))
        yield found


@pytest.fixture(scope="module")
def evening(place):
    """The first day: the project is made, a colleague brings an article, and the first night is over."""
    made = place.runs(NIGHT, "newsdesk init . --locale et --contact desk@example.org")
    assert made.code == 0, made.err
    brought = place.runs(MARI, f"cat >articles/print-preview.txt <<'.'\n{ARTICLE}.")
    assert brought.code == 0, brought.err
    return place.unit()


def test_the_unit_drafts_with_the_packages_of_its_home_and_the_translators_can_write_what_it_made(place, evening):
    assert (evening.code, evening.sentences) == (0, []), evening.err
    assert "#. MT: argos en-et 0.1" in (place.project / PO).read_text("utf-8")
    assert place.of_others_only() == []


def test_translators_save_and_run_every_command_and_the_next_nights_take_up_their_work(place, evening):
    assert evening.code == 0, evening.err
    drafts = (place.project / PO).read_text("utf-8").count("#, fuzzy")
    in_place = f"new=$(sed '0,/^#, fuzzy$/{{/^#, fuzzy$/d}}' {PO}) && printf '%s\\n' \"$new\" >{PO}"
    renamed = f"sed '$a # Jaan was here.' {PO} >{PO}~ && mv {PO}~ {PO}"
    settings = """sed 's/^name = .*/name = "evening-news"/' newsdesk.toml >new && mv new newsdesk.toml"""
    for account, edit in ((MARI, in_place), (JAAN, f"{renamed} && {settings}")):
        done = place.runs(account, edit)
        assert (done.code, done.err) == (0, "")
    assert (place.project / "newsdesk.toml").stat().st_uid == JAAN
    everything = COMMANDS if LONG else COMMANDS[:1]
    for account in (MARI, JAAN) if LONG else (MARI,):
        said = place.runs(account, "; ".join(f"newsdesk {one} || echo left with $? >&2" for one in everything))
        assert [line for line in said.err.splitlines() if "left with" not in line or "left with 1" not in line] == []
    letters = place.folder / "letters"  # Where a log, or anything else of the night's, must never go.
    letters.write_text("private")
    os.chown(letters, NIGHT, NIGHT)
    planted = ("nightly.log", "reports/morning.txt", "locales/print-preview.pot")
    assert place.runs(MARI, "; ".join(f"ln -sf {letters} {name}" for name in planted)).code == 0
    for night in (place.cron, place.unit) if LONG else (place.cron,):
        ran = night()
        assert (ran.code, ran.out.partition(":")[0]) == (4, "evening-news"), ran.err
    assert letters.read_text() == "private"
    text = (place.project / PO).read_text("utf-8")
    assert (text.count("#, fuzzy"), "# Jaan was here." in text) == (drafts - 1, True)
    assert place.of_others_only() == []


CANARY = """#!/bin/sh
id -u >>{folder}/ran
"""


@pytest.fixture
def canary(place, evening):
    """An Apertium of Mari's, that writes down who has run it; and the settings that name it."""
    assert evening.code == 0, evening.err
    evil = place.project / "evil"
    (evil / "share/apertium/modes").mkdir(parents=True)
    seen = place.folder / "seen"
    seen.mkdir(exist_ok=True)
    seen.chmod(0o777)
    for name in ("apertium", "apertium-wblank-mode", "stage"):
        (evil / name).write_text(CANARY.format(folder=seen))
        (evil / name).chmod(0o755)
    for pair in ("eng-est", "eng-spa"):
        (evil / f"share/apertium/modes/{pair}.mode").write_text(f"'{HOME}/evil/stage'")
    before = (place.project / "newsdesk.toml").read_text()
    (place.project / "newsdesk.toml").write_text(before.replace('"auto"', '"identity"'))
    yield seen / "ran", {"program": f"{HOME}/evil/apertium", "data": f"{HOME}/evil/share/apertium"}
    (place.project / "newsdesk.toml").write_text(before)
    shutil.rmtree(evil)
    shutil.rmtree(seen)


def table(options):
    return "\n[engines.apertium]\n" + "".join(f'{name} = "{value}"\n' for name, value in options.items())


def test_what_a_translator_names_in_the_project_never_runs_as_the_account(place, canary):
    ran, options = canary
    settings = (place.project / "newsdesk.toml").read_text()
    (place.project / "newsdesk.toml").write_text(settings.replace('"identity"', '"apertium"') + table(options))
    for said in (place.runs(NIGHT, "newsdesk doctor"), *([place.unit(), place.cron()] if LONG else [])):
        assert not ran.exists(), ran.read_text()
        assert "move “engines.apertium.program” to" in " ".join(said.out.split())


def test_what_lies_in_a_home_that_is_the_project_never_runs_as_the_account_either(place, canary):
    ran, options = canary
    config = place.project / ".config/newsdesk"
    config.mkdir(parents=True)
    (config / "newsdesk.toml").write_text(table(options))
    for path in (config, config.parent, config / "newsdesk.toml"):
        os.chown(path, MARI, TRANSLATORS)
    old = {"HOME": HOME}  # As set-ups had it in earlier days.
    doctor = place.runs(NIGHT, "newsdesk doctor", old)
    assert not ran.exists(), ran.read_text()
    said = " ".join(doctor.out.split())
    assert f"{HOME}/.config/newsdesk/newsdesk.toml is not followed, since the group {TRANSLATORS} can write to" in said
    assert "become the account 61010, whose home it is" in said
    shutil.rmtree(config.parent)


def test_what_somebody_lays_above_the_folder_that_one_stands_in_runs_nothing(place, canary):
    ran, options = canary
    above = place.folder / "above"
    (above / "own" / "folder").mkdir(parents=True)
    (above / "newsdesk.toml").write_text((place.project / "newsdesk.toml").read_text() + table(options))
    for path in (above, above / "newsdesk.toml"):
        os.chown(path, MARI, MARI)
    stands = f"cd {above}/own/folder && newsdesk doctor"
    refused = place.runs(NIGHT, stands)
    assert (refused.code, f"it is the account {MARI}'s" in refused.err) == (2, True)
    above.chmod(0o1777)
    assert place.runs(NIGHT, stands).code == 2
    taken = place.runs(NIGHT, f"{stands} --project {above}")
    assert taken.code == 1, taken.err
    assert not ran.exists(), ran.read_text()
    shutil.rmtree(above)


def test_the_account_itself_can_name_it(place, canary):
    ran, options = canary
    more = " ".join(f"--set engines.apertium.{name}={value}" for name, value in options.items())
    place.runs(NIGHT, f"newsdesk doctor {more}")
    assert set(ran.read_text().split()) == {str(NIGHT)}
