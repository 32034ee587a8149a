"""Have LibreOffice Calc save what is typed into it: ``python -m tests.calc`` makes those cases of linting anew.

A file in tests/cases/linting/typed says in its first line which language the spreadsheet speaks and how it is saved,
and then what is typed, with tabs between the cells. What Calc makes of that is saved in the folder above under the
same name; what is told of it stands in the `.txt` beside.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

CASES = Path(__file__).parent / "cases" / "linting"
TYPED = CASES / "typed"
PROGRAM = "/usr/lib/libreoffice/program/libsclo.so"
"""What is there where Calc is."""

_LANGUAGES = {"en-US": 1033, "de": 1031, "et": 1061, "ru": 1049}
"""By the numbers that Calc knows them by."""
_CSV = "csv:Text - txt - csv (StarCalc):"
_UTF8, _UTF16, _WINDOWS = 76, 65535, 1
_WAYS = {
    "csv": f"{_CSV}44,34,{_UTF8},1,,0,false,true",
    "csv-quoted": f"{_CSV}44,34,{_UTF8},1,,0,true,true",
    "csv-semicolons": f"{_CSV}59,34,{_UTF8},1,,0,false,true",
    "csv-tabs": f"{_CSV}9,34,{_UTF8},1,,0,false,true",
    "csv-utf-16": f"{_CSV}9,34,{_UTF16},1,,0,false,true",
    "csv-windows-1252": f"{_CSV}59,34,{_WINDOWS},1,,0,false,true",
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "ods": "ods:calc8",
}
"""How it can be saved: the separator, the quotation mark, the encoding, whether all texts are in such marks."""


def save(names: Iterable[str], folder: Path) -> Mapping[str, Path]:
    """Type what some cases say into Calc, and save each.

    Args:
        names: The cases.
        folder: Where what is saved comes to lie.

    Returns:
        The saved files by their cases.
    """
    alike: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name in names:
        language, way = (TYPED / f"{name}.txt").read_text("utf-8").partition("\n")[0].split()
        alike[language, way].append(name)
    with tempfile.TemporaryDirectory() as home:
        for (language, way), group in alike.items():
            for name in group:
                typed = (TYPED / f"{name}.txt").read_text("utf-8").partition("\n")[2]
                (Path(home) / f"{name}.txt").write_text(typed, "utf-8")
            _convert(Path(home), group, _LANGUAGES[language], _WAYS[way], folder)
    return {name: next(folder.glob(f"{name}.[cox]*")) for group in alike.values() for name in group}


def _convert(home: Path, names: Iterable[str], language: int, way: str, folder: Path) -> None:
    """Open files as if their cells were typed in a language, formulas, too, and save them."""
    typing = f"Text - txt - csv (StarCalc):9,34,{_UTF8},1,,{language},false,true,false,false,0,true"
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{home}/profile", f"--infilter={typing}"]
    files = [home / f"{name}.txt" for name in names]
    command += ["--convert-to", way, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)


if __name__ == "__main__":
    for name, path in save(sys.argv[1:] or sorted(path.stem for path in TYPED.glob("*.txt")), CASES).items():
        print(name, path.name)  # noqa: T201
