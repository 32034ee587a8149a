"""Compare our TMX files with what translate-toolkit reads and writes, in an environment of its own.

    python tools/tmx_oracle.py

translate-toolkit claims our import name, so it can never be installed beside us; this makes a virtual environment for
it in a temporary folder, which takes the network. It reads what we write, and we read what its po2tmx writes.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from translate.core.entries.remembered import MemoryUnit
from translate.memory import tmx

UNITS = tuple(
    MemoryUnit("et", source, target, kind, "locales/et/LC_MESSAGES/a.po", "2026-10-01T04:00:00Z")
    for source, target, kind in (
        ("The ferry sails", "Praam väljub", "headline"),
        ("“Quoted” <b>&amp; marked</b> ]]> 'text'", "„Tsiteeritud“ <b>&amp; märgitud</b> ]]> 'tekst'", None),
        ("Follow us 👩‍🚀 — Следите за нами", "Jälgi meid\u00a0👍🏽", None),
        ("A tab\tand a line\nend", "Tabulaator\tja rea\nlõpp", None),
        ("e\u0301 and \u200b", "е́ и \u2028", "credit"),
    )
)
PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "The <i>ferry</i> sails & “sings”"
msgstr "Praam väljub & „laulab“"

#, fuzzy
msgid "not approved"
msgstr "heaks kiitmata"
"""
READ = """
import json, sys
from translate.storage.tmx import tmxfile
with open(sys.argv[1], "rb") as file:
    print(json.dumps([(unit.source, unit.target) for unit in tmxfile(file, "en", "et").units]))
"""


def main() -> None:
    """Print what was compared; leave with an error where it differs."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        uv = [sys.executable, "-m", "uv"]
        subprocess.run([*uv, "venv", "-q", folder / "own"], check=True)
        subprocess.run(
            [*uv, "pip", "install", "-q", "--python", folder / "own/bin/python", "translate-toolkit"], check=True
        )
        ours, theirs = folder / "ours.tmx", folder / "theirs.tmx"
        with ours.open("wb") as file:
            tmx.write(file, UNITS, source="en", version="0")
        done = subprocess.run(
            [folder / "own/bin/python", "-c", READ, ours], cwd=folder, stdout=subprocess.PIPE, check=True
        )
        read = [tuple(pair) for pair in json.loads(done.stdout)]
        (folder / "a.po").write_text(PO, "utf-8")
        subprocess.run(
            [folder / "own/bin/po2tmx", "--progress=none", "-l", "et", folder / "a.po", theirs], cwd=folder, check=True
        )
        with theirs.open("rb") as file:
            taken = [
                (u.source, u.target)
                for u in tmx.read(file, theirs.name, source="en", locales=["et"])
                if isinstance(u, MemoryUnit)
            ]
    print(f"translate-toolkit reads {len(read)} of our {len(UNITS)} units, we read {len(taken)} of its own")
    if read != [(unit.source, unit.target) for unit in UNITS]:
        sys.exit(f"it reads something else: {read}")
    if taken != [("The <i>ferry</i> sails & “sings”", "Praam väljub & „laulab“")]:
        sys.exit(f"we read something else: {taken}")


if __name__ == "__main__":
    main()
