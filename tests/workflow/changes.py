"""Random changes of a small newsroom's glossaries, and what a full draft and a check make of each."""

import csv
import io
import random
import shutil
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from tests.workflow.project import Project
from translate.catalogs.loading import load
from translate.cli.project import CLOCK
from translate.workflow.check import check
from translate.workflow.draft import draft

COLUMNS = (
    "source",
    "target",
    "action",
    "match",
    "variants",
    "forms",
    "forbid",
    "require",
    "note",
    "reviewed",
    "declines_like",
)
ARTICLES = {
    "ferry.txt": """Ferry opens

The Ferry sailed on Monday. The captain was late.
Ferries are slow, says Kaja Kallas.

“We love the ferry,” the captain said. Every captain says so.
""",
    "night.md": """# Night shift at the port

The **ferry** left the [port](https://example.org/a) at night.
*Night Shift* is on tonight, and the captain of the ferry is **Kaja Kallas**.

- The port authority waits
- The captain waits in the *port authority*
- Nobody waits at the jet**ty**
""",
    "talks.html": """<html><body><h1>Talks in Tallinn</h1>
<p>The <em>prime minister</em> met the <b>captain</b> in Tallinn.</p>
<p>Kallas said that the port authority of Tallinn had no ferry. FERRY TALKS GO ON.</p>
<p>A Prime Minister's ferry is a night shift of the port.</p></body></html>
""",
    "war.txt": """Captain wins in Tallinn

The night shift was over. The ferry was not.
The ferry was not.
See https://ferry.example.org/port for more.
""",
}
SHOWS = """title,start
Night Shift,2026-11-20
Captain Ferry,2026-11-21
"""
MEMORY = """<?xml version="1.0"?>
<tmx version="1.4"><header srclang="en" datatype="plaintext" segtype="sentence" adminlang="en" o-tmf="PO"
creationtool="x" creationtoolversion="1"/><body>
<tu><tuv xml:lang="en"><seg>The ferry was not.</seg></tuv><tuv xml:lang="et"><seg>Praam ei olnud.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>The port authority waits</seg></tuv><tuv xml:lang="et"><seg>Amet ootab</seg></tuv></tu>
</body></tmx>
"""
FILES = {
    "et.csv": [
        {"source": "ferry", "target": "praam", "forms": "gen=praami; part=praami", "variants": "ferries"},
        {"source": "captain", "target": "kapten", "forms": "gen=kapteni"},
        {"source": "Kaja Kallas", "target": "Kaja Kallas", "action": "inflect", "variants": "Kallas"},
        {"source": "port authority", "target": "sadamaamet"},
        {"source": "Talks", "target": "kõnelupraam", "declines_like": "praam"},
        {"source": "Night Shift", "target": "Öövahetus"},
    ],
    "all.csv": [
        {"source": "Tallinn", "action": "keep"},
        {"source": "port", "target": "harbour"},
        {"source": "captain", "target": "skipper"},
        {"target": "tonight", "action": "forbid", "note": "say which night"},
    ],
    "pt.csv": [{"source": "ferry", "target": "balsa", "forms": "pl=balsas"}],
    "pt_BR.csv": [{"source": "prime minister", "target": "primeira-ministra", "match": "any"}],
}
SOURCES = (
    "ferry", "captain", "port", "port authority", "Night Shift", "night shift", "Tallinn", "prime minister", "late",
    "ferry talks", "the ferry", "Captain Ferry", "Kallas", "waits", "nowhere", "left", "Ferry", "no ferry",
    "jetty", "opens", "Nobody",
)  # fmt: skip
TARGETS = ("laev", "lodi", "o barco", "Night", "parvlaev", "ferry", "harbor", "praam", "Kaja")


def written(rows) -> bytes:
    """Rows as a file has them."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def chance(number: int) -> random.Random:
    """The same turns of chance for the same number."""
    return random.Random(number)  # noqa: S311  Nothing is kept secret by it.


EDITS = (
    lambda row, chance: row.update(target=chance.choice(TARGETS)),
    lambda row, chance: row.update(target=chance.choice(TARGETS)),
    lambda row, chance: row.update(forms=chance.choice(("", "gen=laeva", "laevad; lodjad", "part=praami; gen=praami"))),
    lambda row, _: row.update(forms=row.get("forms", "").replace("gen=", "part=")),
    lambda row, chance: row.update(match=chance.choice(("exact", "smart", "any", "title", ""))),
    lambda row, chance: row.update(match=chance.choice(("exact", "smart", "any", "title", ""))),
    lambda row, _: row.update(action="off"),
    lambda row, chance: row.update(action=chance.choice(("keep", "inflect", "translate", "forbid"))),
    lambda row, chance: row.update(variants=chance.choice(("", "waits", "no ferry; boats", "Captain Ferry"))),
    lambda row, chance: row.update(forbid=chance.choice(("", "kapten", "ferry; skipper", "night"))),
    lambda row, chance: row.update(require=chance.choice(("all", "first", "warn"))),
    lambda row, chance: row.update(note=chance.choice(("", "as the board wants it", "say so"))),
    lambda row, chance: row.update(declines_like=chance.choice(("", "praam"))),
    lambda row, _: row.update(reviewed="Mari 2026-11-29"),
    lambda row, _: row.update(action="transslate"),  # A row that cannot be used any more.
)


def changed(files, turns: random.Random, sources=SOURCES):
    """Other glossaries: a few changes, of any kind that a person may make."""
    files = {name: [dict(row) for row in rows] for name, rows in files.items()}
    for _ in range(turns.choice((1, 1, 1, 2, 3))):
        rows = files[turns.choice(sorted(files))]
        what = turns.random()
        if what < 0.15 or not rows:
            new = {"source": turns.choice(sources), "target": turns.choice(TARGETS)}
            rows.insert(turns.randrange(len(rows) + 1), new)
        elif what < 0.2:
            rows.remove(turns.choice(rows))
        elif what < 0.25:
            turns.shuffle(rows)
        else:
            turns.choice(EDITS)(turns.choice(rows), turns)
    if turns.random() < 0.1:
        files["et.csv"].append({"target": turns.choice(("kapten", "Kaja", "the")), "action": "forbid"})
    return files


def newsroom(root: Path, turns: random.Random, articles=ARTICLES, files=FILES, **settings) -> Project:
    """A project whose drafts are made, and on some of which people have worked."""
    project = Project(root, **{"locales": ("et", "pt_BR"), **settings})
    for name, text in articles.items():
        project.write(f"articles/{name}", text)
    project.write("shows/channel.csv", SHOWS)
    project.write("memory/before.tmx", MEMORY)
    put(project, files)
    draft(project.settings, now=datetime.now(UTC), clock=CLOCK)
    for path in sorted(project.root.rglob("*.po")):
        path.write_text("\n\n".join(_worked_on(block, turns) for block in path.read_text().split("\n\n")))
    for _ in range(2):
        draft(project.settings, now=datetime.now(UTC), clock=CLOCK)
        time.sleep(0.06)
    return project


def _worked_on(block: str, turns: random.Random) -> str:
    """An entry that somebody may have approved, or written anew."""
    if "#, fuzzy" not in block or turns.random() < 0.5:
        return block
    lines = block.split("\n")
    if turns.random() < 0.6:
        lines = [line for line in lines if line != "#, fuzzy"]
    if turns.random() < 0.5:
        lines = [line.replace("praam", "laev").replace("kapten", "skipper").replace("T", "S", 1) if
                 line.startswith("msgstr") else line for line in lines]  # fmt: skip
    return "\n".join(lines)


def put(project: Project, files) -> None:
    """Write glossaries."""
    for name, rows in files.items():
        project.write(f"glossaries/{name}", written(rows))


def copied(project: Project, root: Path) -> Project:
    """The same project elsewhere."""
    shutil.copytree(project.root, root)
    return Project.at(root, project.settings)


def entries(project: Project):
    """All live entries, by file and identity."""
    found = {}
    for path in sorted(project.root.rglob("*.po")):
        shown = path.relative_to(project.root).as_posix()
        read = load(path, shown, home=project.root)
        found |= {(shown, entry.key): entry for entry in read.catalog.entries if not entry.obsolete}
    return found


def findings(project: Project):
    """What a check finds in each entry."""
    found: dict = {}
    for catalog in check(project.settings).catalogs:
        for one in catalog.findings:
            found.setdefault((catalog.path, (one.msgctxt, one.msgid)), Counter())[one.finding] += 1
    return found


def differing(before, after):
    """The entries that are not alike, with their texts before and after."""
    (was, found_then), (now, found_now) = before, after
    assert was.keys() == now.keys()
    return {
        key: (was[key].msgstr, now[key].msgstr)
        for key in was
        if was[key] != now[key] or found_then.get(key) != found_now.get(key)
    }
