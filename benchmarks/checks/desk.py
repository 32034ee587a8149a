"""Have newsdesk check texts as a newsroom has it done: approved translations in PO files, the command, its JSON.

So the same texts can be given to any version of it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib
from sets import Text

WORTH_A_LOOK = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Told:
    """A finding that asks for a person."""

    rule: str
    level: str


def checked(
    tree: Path, locale: str, texts: Sequence[Text], glossary: str = "source,target\n"
) -> Mapping[int, frozenset[Told]]:
    """What a version of newsdesk tells of texts, by their numbers; infos are left out.

    Args:
        tree: The folder that has the version's ``translate/``.
        locale: Of the translations.
        texts: Whole documents, in order.
        glossary: The locale's glossary, as a CSV file.
    """
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        _write(project, locale, texts, glossary)
        command = [sys.executable, "-P", "-m", "translate", "check", "--json"]
        version = os.environ | {"PYTHONPATH": str(tree)}
        done = subprocess.run(command, cwd=project, env=version, capture_output=True, check=False)
        if done.returncode not in {0, 1}:
            raise SystemExit(f"{tree}: newsdesk check left with {done.returncode}\n{done.stderr.decode()}")
        report = json.loads(done.stdout)
    numbers = {(text.document, text.source): text.number for text in reversed(texts)}
    told: dict[int, set[Told]] = {}
    for catalog in report["catalogs"]:
        for finding in catalog["findings"]:
            if finding["level"] in WORTH_A_LOOK:
                number = numbers[catalog["article"], finding["msgid"]]
                told.setdefault(number, set()).add(Told(finding["rule"], finding["level"]))
    return {number: frozenset(findings) for number, findings in told.items()}


def _write(project: Path, locale: str, texts: Sequence[Text], glossary: str) -> None:
    (project / "newsdesk.toml").write_text(
        f'[project]\nname = "Checks"\nsource = "en"\nlocales = ["{locale}"]\n', encoding="utf-8"
    )
    for path in ("articles", "glossaries", f"locales/{locale}/LC_MESSAGES"):
        (project / path).mkdir(parents=True)
    (project / "glossaries" / f"{locale}.csv").write_text(glossary, encoding="utf-8")
    catalogs: dict[str, polib.POFile] = {}
    seen: set[tuple[str, str]] = set()
    for text in texts:
        if (text.document, text.source) in seen:
            continue  # A PO file has a message once.
        seen.add((text.document, text.source))
        catalog = catalogs.setdefault(text.document, polib.POFile())
        catalog.metadata = {"Language": locale, "Content-Type": "text/plain; charset=UTF-8"}
        context = "headline" if text.first else None
        catalog.append(polib.POEntry(msgid=text.source, msgstr=text.target, msgctxt=context))
    for document, catalog in catalogs.items():
        catalog.save(str(project / "locales" / locale / "LC_MESSAGES" / f"{document}.po"))
