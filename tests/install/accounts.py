"""Somebody who has just come: a home that holds nothing, and a clean clone of newsdesk."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SAMPLE_MODEL = ROOT / "tests" / "data" / "sample-model" / "translate-en_et-0_1.argosmodel"

LONG = os.environ.get("NEWSDESK_LONG") == "1"

by_install_test = pytest.mark.skipif(
    not (LONG and (ROOT / ".git").exists()),
    reason="installs from the registries, from a clean clone: make install-test",
)
"""What takes minutes and a network."""

OURS = (
    "ARGOS_", "CI", "GIT_DIR", "GIT_INDEX", "GIT_WORK", "HOME", "HYPOTHESIS_", "LOGNAME", "MAKE", "MFLAGS", "NEWSDESK_",
    "PIP_CACHE_DIR", "PYENV_", "PYTEST_", "PYTHON", "TMPDIR", "USER", "UV_CACHE_DIR", "VIRTUAL_ENV", "XDG_",
)  # fmt: skip
"""What a stranger's environment doesn't have; how the registries are reached stays as it is."""


@dataclass(frozen=True, slots=True)
class Account:
    """Who types, and where."""

    name: str
    folder: Path
    """For this account alone: its `home`, its `clone` of newsdesk, and whatever it makes."""
    prefix: tuple[str, ...]

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def clone(self) -> Path:
        return self.folder / "clone"

    def environment(self, **more: str | None) -> dict[str, str]:
        """What it finds at its first login, and uv on the path, as README takes for granted of whoever types it.

        A name with None is not in it.
        """
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        path = [folder for folder in os.get_exec_path() if Path(folder) != Path(sys.executable).parent]
        own = {"HOME": str(self.home), "USER": self.name, "LOGNAME": self.name}
        found = kept | own | {"PATH": ":".join([*path, str(self.folder / "programs")])} | more
        return {name: value for name, value in found.items() if value is not None}

    def types(self, command: str, *wrapper: str, folder: Path | None = None, **more: str | None) -> str:
        """Type a line, as it would be typed in a terminal; what it says, on both channels.

        Fails where the line does: 1 is "findings to look at" where it is newsdesk's own.
        """
        done = subprocess.run(
            [*self.prefix, *wrapper, "bash", "-c", command],
            cwd=folder or self.clone,
            env=self.environment(**more),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        print(f"\n{self.name}$ {command}\n{done.stdout}")  # noqa: T201  What was seen, for whoever runs pytest with -s.
        assert done.returncode in ({0, 1} if "newsdesk draft" in command else {0}), done.stdout
        return done.stdout

    def drafts(self, newsdesk: str) -> None:
        """A first draft with the sample package, from nothing, which a package that is missing would stop."""
        desk = self.folder / "desk"
        self.types(f"{newsdesk} init {desk} --locale et --contact desk@example.org", folder=self.home)
        self.types(f"{newsdesk} models install {SAMPLE_MODEL.relative_to(ROOT)}")
        self.types(f"cp tests/data/software-articles/*.txt {desk}/articles/")
        self.types(f"{newsdesk} draft --locale et --engine argos", folder=desk)
        text = (desk / "locales/et/LC_MESSAGES/print-preview.po").read_text("utf-8")
        assert "#. MT: argos en-et 0.1" in text
        assert "ü" in text
        self.types(f"rm -r {desk} {self.home}/.local/share/argos-translate")


@contextmanager
def account(who: str = "") -> Iterator[Account]:
    """An account of this machine with all that it has; afterwards nothing of it is left.

    Args:
        who: "root", "ordinary" for anybody else, or whoever runs the tests.
    """
    as_root, prefix = os.geteuid() == 0, ()
    owner = pwd.getpwuid(os.geteuid())
    if who == "root" and not as_root:
        pytest.skip("only root can try it as root")
    if who == "ordinary" and as_root:
        if not shutil.which("setpriv"):
            pytest.skip("root cannot be somebody else here: setpriv is missing")
        owner = pwd.getpwnam("nobody")
        prefix = ("setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups")
    folder = Path(tempfile.mkdtemp(prefix="newsdesk-install-"))
    try:
        made = Account(owner.pw_name, folder, prefix)
        made.home.mkdir()
        (folder / "programs").mkdir()
        shutil.copy(Path(sys.executable).with_name("uv"), folder / "programs")
        # By its address, so that git copies the files: the checkout's would change their owner with the clone's.
        subprocess.run(["git", "clone", "--quiet", "--depth=1", ROOT.as_uri(), made.clone], check=True)
        if prefix:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, owner.pw_uid, owner.pw_gid, follow_symlinks=False)
        yield made
    finally:
        shutil.rmtree(folder)
