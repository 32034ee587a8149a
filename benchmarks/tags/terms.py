"""See that tags inside and across terms change nothing of what the glossary does: the command drafts both, and is read.

    python benchmarks/tags/terms.py ../shared/eval/terms/e1-mined.json … [--locale es --engine apertium]

Each text with a term is drafted twice, as a paragraph of HTML: as it is, and with a tag at its first term, which by
turns is around a part of it, around its end and the next word, around its first letter, around all of it, or a point
within it. What differs is printed: the drafts without tags, and what their lines tell of terms.
"""

from __future__ import annotations

import argparse
import csv
import html
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

from translate.core.text.tags import has_tags_of, plain

COLUMNS = ("source", "target", "action", "kind", "match", "variants", "forms", "gender", "article", "forbid", "note")
KINDS = ("part", "across", "letter", "whole", "point")
NEWSDESK = Path(sys.executable).with_name("newsdesk")


@dataclass(frozen=True)
class Entry:
    """What stands in the PO file for a text."""

    msgid: str
    msgstr: str
    terms: tuple[str, ...]
    """The lines that tell of its terms."""


def main() -> int:
    """Draft and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--locale", default="et")
    parser.add_argument("--engine", default="argos")
    told = parser.parse_args()
    failed = False
    for path in told.sets:
        data = json.loads(path.read_text("utf-8"))
        rows = data["glossary"]
        texts = [text for text in dict.fromkeys(_texts(data)) if _term_in(text, rows)]
        bare = drafted([html.escape(text, quote=False) for text in texts], rows, told.locale, told.engine)
        both = [tagged(text, rows, KINDS[number % len(KINDS)]) for number, text in enumerate(texts)]
        found = drafted(both, rows, told.locale, told.engine)
        print(f"{path.stem}: {len(texts)} texts with a tag at a term")
        count: Counter[str] = Counter()
        for number, text in enumerate(texts):
            one, other = bare.get(_key(text)), found.get(_key(text))
            if one is None or other is None:
                count["not in the PO file"] += 1
                continue
            count["the same draft"] += plain(other.msgstr) == one.msgstr
            count["the same said of terms"] += other.terms == one.terms
            count["all tags, none torn"] += has_tags_of(other.msgstr, other.msgid) or not other.msgstr
            if plain(other.msgstr) != one.msgstr or other.terms != one.terms:
                count[f"differs: {KINDS[number % len(KINDS)]}"] += 1
                failed = True
        for what, times in count.items():
            print(f"  {what:28} {times}")
    return int(failed)


def _texts(data: dict) -> list[str]:
    return (
        [*data["texts"]]
        if "texts" in data
        else [*data["gold"]]
        if "gold" in data
        else [pair[0] for pair in data["pairs"]]
    )


def _key(text: str) -> str:
    return " ".join(text.split())


def _term_in(text: str, rows: Sequence[dict]) -> re.Match[str] | None:
    """The first mention of a row's term."""
    names = {name.strip() for row in rows for name in (row["source"], *(row.get("variants") or "").split(";"))} - {""}
    pattern = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE)


def tagged(text: str, rows: Sequence[dict], kind: str) -> str:
    """A text as HTML with a tag at its first term."""
    found = _term_in(text, rows)
    assert found  # noqa: S101 -- Only such texts come here.
    start, end = found.span()
    first = start + len(re.match(r"\w+|.", text[start:])[0])
    behind = re.compile(r"\W*\w*").match(text, end).end()
    match kind:
        case "part":
            start, end = (first, end) if first < end else (start, start + max(1, (end - start) // 2))
        case "across":
            start, end = (first if first < end else start + (end - start) // 2), behind
        case "letter":
            end = start + 1
        case "point":
            return f"{_escaped(text[:first])}<img src='x.png' alt=''>{_escaped(text[first:])}"
    return f"{_escaped(text[:start])}<a href='https://err.ee/x'>{_escaped(text[start:end])}</a>{_escaped(text[end:])}"


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


def drafted(paragraphs: Sequence[str], rows: Sequence[dict], locale: str, engine: str) -> dict[str, Entry]:
    """What the command makes of paragraphs of HTML, by their text."""
    with tempfile.TemporaryDirectory(prefix="terms-") as name:
        work = Path(name)
        (work / "articles").mkdir()
        (work / "glossaries").mkdir()
        (work / "newsdesk.toml").write_text(f'[project]\nname = "terms"\nsource = "en"\nlocales = ["{locale}"]\n')
        body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        (work / "articles/terms.html").write_text(f"<article><h1>Terms</h1>\n{body}\n</article>\n", "utf-8")
        with (work / f"glossaries/{locale}.csv").open("w", encoding="utf-8", newline="") as out:
            columns = [column for column in COLUMNS if any(column in row for row in rows)]
            writer = csv.DictWriter(out, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        done = subprocess.run(
            [NEWSDESK, "draft", "--engine", engine],
            cwd=work,
            env=os.environ,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode > 1:
            sys.exit(f"newsdesk left with {done.returncode}: {done.stderr[-400:]}")
        catalog = polib.pofile(str(next(work.glob("locales/*/LC_MESSAGES/*.po"))))
    return {
        _key(plain(entry.msgid)): Entry(
            entry.msgid,
            entry.msgstr,
            tuple(line for line in entry.comment.split("\n") if line.startswith(("Term", "Glossary", "FLAG"))),
        )
        for entry in catalog
    }


if __name__ == "__main__":
    sys.exit(main())
