"""A small newsroom to run commands in."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from translate.cli import main

SETTINGS = """\
[project]
name = "ferry-news"
source = "en"
locales = ["et"]
contact = "desk@example.org"

[draft]
engine = "identity"
"""

ARTICLE = """\
Ferry line opens with a 'quiet' celebration

The first ferry sailed on Monday, "Esimene stuudio" reported.
"We are ready," said captain Mari Maasikas. "The harbor is not."
--
Follow us and never miss an update!
Editor: Jaan Jõgi
"""

GLOSSARY = """\
source,target,action
Esimene stuudio,,keep
ferry,praam,
"""


@dataclass
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str


class Newsroom:
    """A project in a folder, and the command run in it."""

    def __init__(self, root: Path, capsys) -> None:
        self.root = root
        self._capsys = capsys

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def machine(self, text: str) -> None:
        """Write what the account sets for all of its projects."""
        path = Path(os.environ["XDG_CONFIG_HOME"], "newsdesk", "newsdesk.toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def read(self, name: str) -> str:
        return (self.root / name).read_text("utf-8")

    def files(self) -> dict[str, bytes]:
        """Every file, with its bytes, but what newsdesk keeps for itself."""
        return {
            p.relative_to(self.root).as_posix(): p.read_bytes()
            for p in sorted(self.root.rglob("*"))
            if p.is_file() and not {".newsdesk", "history"} & set(p.parts)
        }

    def run(self, *arguments: str) -> Ran:
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main(list(arguments))
        said = self._capsys.readouterr()
        return Ran(left.value.code or 0, said.out, said.err)


@pytest.fixture
def empty_folder(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "newsroom"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    # Which of this machine's own pairs are broken is not theirs to find out.
    monkeypatch.setenv("APERTIUM_DATADIR", str(tmp_path / "no-pairs"))
    return Newsroom(folder, capsys)


@pytest.fixture
def newsroom(empty_folder):
    empty_folder.write("newsdesk.toml", SETTINGS)
    empty_folder.write("articles/ferry.txt", ARTICLE)
    empty_folder.write("glossaries/et.csv", GLOSSARY)
    return empty_folder
