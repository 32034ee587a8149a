"""The pictures of docs/maintainers.md: what its commands print, the spreadsheet, and the page of a try.

``python -m tools.pictures`` makes them anew; it wants Apertium, LibreOffice Calc, Chromium and poppler's pdftoppm.
"""

from __future__ import annotations

import contextlib
import csv
import fcntl
import io
import os
import pty
import re
import shlex
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator
from html import escape
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "maintainers.md"
PICTURES = ROOT / "docs" / "pictures"
COLUMNS = 80
THEME = TerminalTheme(
    (255, 255, 255),
    (30, 30, 30),
    [
        (30, 30, 30),
        (178, 24, 24),
        (24, 110, 40),
        (150, 90, 0),
        (20, 70, 160),
        (130, 40, 130),
        (0, 100, 120),
        (90, 90, 90),
    ],
)
# Of the usual picture only what needs nothing from elsewhere: no font is loaded.
FORMAT = (Path(__file__).parent / "terminal.svg").read_text("utf-8")
SHEET = (Path(__file__).parent / "sheet.fods").read_text("utf-8")


def steps(text: str) -> Iterator[tuple[str, str]]:
    """The commands of the page in their order, each with the picture that follows its block; empty for none."""
    for block, picture in re.findall(
        r"```console\n(.*?)```\s*(?:!\[[^\]]*\]\(pictures/([\w-]+)\.svg\))?", text, re.DOTALL
    ):
        *before, last = re.findall(r"^\$ (.+)$", block, re.MULTILINE)
        yield from ((command, "") for command in before)
        yield last, picture


def typed(folder: Path) -> Iterator[tuple[str, str, str, Path]]:
    """Type the commands of the page in an empty folder.

    Yields:
        The name of each one's picture, empty for none, the command, what it printed, and the folder that it ran in.
    """
    environment = {
        **os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "HOME": str(folder / "home"),
        "COLUMNS": str(COLUMNS), "FORCE_COLOR": "1",
    }  # fmt: skip
    here = folder
    for command, picture in steps(PAGE.read_text("utf-8")):
        if command.startswith("cd "):
            here /= command.removeprefix("cd ")
            continue
        code, printed = at_a_terminal(shlex.split(command), here, environment)
        if code not in {0, 1}:
            raise SystemExit(f"{command}: {printed}")
        yield picture, command, printed, here


def at_a_terminal(command: list[str], folder: Path, environment: dict[str, str]) -> tuple[int, str]:
    """Run a command that believes to print to a terminal; its exit code, and what it prints but for its progress."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    pieces: list[bytes] = []
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=slave, stderr=subprocess.DEVNULL) as running:
        os.close(slave)
        with contextlib.suppress(OSError):  # What a terminal says once nobody holds its other end.
            while piece := os.read(master, 65536):
                pieces.append(piece)
    os.close(master)
    return running.returncode, b"".join(pieces).decode().replace("\r\n", "\n")


def drawn(command: str, printed: str) -> str:
    """A picture of a terminal in which a command was typed."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="standard")
    console.print(Text(f"$ {command}", "bold"))
    console.print(Text.from_ansi(printed))
    return console.export_svg(title="Terminal", theme=THEME, code_format=FORMAT, unique_id="t")


def draw_sheet(table: Path, picture: Path) -> None:
    """A picture of a file in LibreOffice Calc, with the letters of columns and the numbers of rows."""
    with tempfile.TemporaryDirectory() as place, table.open(encoding="utf-8", newline="") as file:
        sheet = Path(place) / "sheet.fods"
        rows = "".join(
            "<table:table-row>"
            + "".join(
                f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
                for cell in row
            )
            + "</table:table-row>"
            for row in csv.reader(file)
        )
        sheet.write_text(SHEET.format(rows=rows), "utf-8")
        home = f"-env:UserInstallation=file://{place}/home"
        command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", place, str(sheet)]
        subprocess.run(command, check=True, capture_output=True)
        command = ["pdftoppm", "-png", "-r", "110", "-singlefile", f"{place}/sheet.pdf", str(picture.with_suffix(""))]
        subprocess.run(command, check=True, capture_output=True)


def draw_page(page: Path, picture: Path, home: Path) -> None:
    """A picture of a page in Chromium."""
    command = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={home / 'profile'}"]
    command += ["--window-size=900,900", f"--screenshot={picture}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Make them."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for picture, command, printed, here in typed(folder):
            if picture:
                (PICTURES / f"{picture}.svg").write_text(drawn(command, printed), "utf-8")
            if "--fix" in command:
                draw_sheet(here / "glossaries" / "es.csv", PICTURES / "sheet.png")
            if "--html" in command:
                draw_page(here / "try.html", PICTURES / "try.png", folder)


if __name__ == "__main__":
    main()
