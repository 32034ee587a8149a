"""The projects that two commits are compared over: how each is laid, and what is done in it."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polib

PO = "locales/{}/LC_MESSAGES/{}.po"
TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="en" datatype="plaintext" segtype="sentence" adminlang="en" o-tmf="x"
 creationtool="hand" creationtoolversion="1"/><body>
<tu><tuv xml:lang="en"><seg>The captain waited in the harbor for the last bus.</seg></tuv>
<tuv xml:lang="et"><seg>Kapten ootas sadamas viimast bussi.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>The last bus left at noon.</seg></tuv>
<tuv xml:lang="et"><seg>Viimane buss läks keskpäeval.</seg></tuv></tu>
</body></tmx>
"""
GLOSSARY = """source,target,action,kind,variants,forms,forbid,require,note,reviewed
Esimene stuudio,,inflect,title,Esimene Stuudio,gen=Esimese stuudio; in=Esimeses stuudios,Esimene ateljee,,,
ferry,praam,,,ferries,gen=praami; part=praami; all=praamile; pl=praamid,laev,,,2026-01-02
captain,kapten,,,,gen=kapteni,,,,
NATO,NATO,keep,acronym,,,,,,
,jäälõhkuja,forbid,,,,,,an icebreaker is another thing,
"""
ARTICLES = {
    "ferry": [
        "Ferry line opens with a 'quiet' celebration",
        'The first ferry sailed on Monday, "Esimene stuudio" reported. The captain was there. 120 people came.',
        '"We are ready," said captain Mari Maasikas. "The harbor is not." See https://example.org/ferry for more.',
        "The last bus left at 12.30.",
        "--\nFollow us and never miss an update!\nEditor: Jaan Jõgi",
    ],
    "storm": [
        "Storm keeps ferries in the harbor",
        "The captain waited in the harbor for the last bus. NATO ships stayed at sea.",
        "The wind reached 25 meters a second. <b>Nobody</b> was hurt, and nobody was surprised.",
        "The last bus left at noon.",
        "Editor: Jaan Jõgi",
    ],
    "night/soup": ["Soup at night", "The ferry had soup. The ferry had no bread.", "Editor: Jaan Jõgi"],
}
SETTINGS = """[project]
name = "ferry-news"
source = "en"
locales = ["et", "es"]
contact = "desk@example.org"

[draft]
engine = "identity"
"""

Edit = Callable[[Path], None]
Step = tuple[list[str], str | None] | Edit
"""A command with the clock that it runs at (None: now), or something that people do in between."""


@dataclass
class Project:
    """Something to compare two commits over."""

    name: str
    laid: str | None = None
    """What the old commit's tests lay, or nothing."""
    lay: Edit | None = None
    """What we lay ourselves, then."""
    steps: list[Step] = field(default_factory=list)
    """What is done; the steps of a case of trouble are told by the case."""


def projects(old: Path, *, faketime: bool) -> Iterator[Project]:
    """All of them; those of the tests are an old commit's."""
    yield Project("sample", lay=lambda desk: _sample(old, desk), steps=_commands(
        "draft --locale et --engine argos", "draft --locale es --engine apertium", "draft --dry-run --json",
        "check", "check --format csv", "status", "status --json", "status --worst 20 --json", "export --allow-drafts",
        "models list", "doctor --json", "glossary suggest-forms --locale et", "nightly --json",
    ))  # fmt: skip
    yield Project("small", lay=_small, steps=_worked_in(faketime=faketime))
    yield Project("world", laid="world", steps=[
        *_commands("nightly", "nightly --json"), _rewrite_world, *_commands("nightly", "check --json", "draft --json")
    ])  # fmt: skip
    cases = old / "tests/cases/trouble"
    for folder in sorted(cases.glob("*/*/")):
        if (folder / "expected.txt").is_file():
            name = folder.relative_to(cases).as_posix()
            yield Project(f"trouble/{name}", laid=name)


def _commands(*lines: str, clock: str | None = None) -> list[Step]:
    return [(line.split(), clock) for line in lines]


def _worked_in(*, faketime: bool) -> list[Step]:
    first, second = ("+1d", "+2d") if faketime else (None, None)
    return [
        *_commands("draft", "draft", "status", "memory stats --json"),
        _approve_and_edit,
        *_commands("draft --json", "memory import old.tmx", "check", "check --json", "check --format github"),
        *_commands("export", "export --allow-drafts --mo --json", "memory export --locale et all.tmx"),
        _publish_again,
        *_commands("draft --dry-run", "draft", "check --format csv", "status --json", "status --worst 10"),
        (["memory", "search", "The captain waited in the harbour for the bus.", "--locale", "et", "--json"], None),
        *_commands("nightly", clock=first),
        _another_term,
        *_commands("nightly", "status --last-run --json", clock=second),
        *_commands("nightly --json", "doctor"),
        _empty_the_house,
        *_commands("draft", "nightly", "export --json"),
    ]


def _sample(old: Path, desk: Path) -> None:
    for name in ("glossaries", "locales"):
        shutil.copytree(old / name, desk / name)
    # Where the sample newsroom's articles were before they were an example that projects may begin with.
    places = (old / "articles", old / "translate/example/articles", old / "tests/data/articles")
    for article in (path for place in places for path in place.glob("*.txt")):
        _write(desk / "articles" / article.name, article.read_text("utf-8"))
    _write(desk / "newsdesk.toml", SETTINGS.replace('"es"]', '"es", "ru"]').replace('"identity"', '"auto"'))
    (package,) = (old / "tests/data/sample-model").glob("*.argosmodel")
    with zipfile.ZipFile(package) as archive:
        archive.extractall(desk / "packages")


def _small(desk: Path) -> None:
    _write(desk / "newsdesk.toml", SETTINGS)
    _write(desk / "glossaries/et.csv", GLOSSARY)
    _write(desk / "glossaries/all.csv", "source,target,action\nMari Maasikas,,keep\n")
    _write(desk / "old.tmx", TMX)
    for name, paragraphs in ARTICLES.items():
        _write(desk / f"articles/{name}.txt", "\n\n".join(paragraphs) + "\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _approve_and_edit(desk: Path) -> None:
    """Translators approve some drafts as they are, write others anew, break one, and leave a comment."""
    for path in sorted(desk.glob(PO.format("*", "*"))):
        file = polib.pofile(str(path), wrapwidth=78)
        for number, entry in enumerate(e for e in file if not e.obsolete):
            done = ("approved", "written", "nothing", "asked")[number % 4]
            if done == "approved":
                entry.flags.remove("fuzzy")
            elif done == "written":
                entry.msgstr = f"Inimene kirjutas: {entry.msgid.replace('ferry', 'praami')}"
                entry.flags.remove("fuzzy")
            elif done == "asked":
                entry.tcomment = "Siin on veel küsimus."
        file.save()


def _publish_again(desk: Path) -> None:
    """Journalists change a word, take a text away, move one, add one, and take a whole article away."""
    ferry = ARTICLES["ferry"]
    changed = [
        ferry[0],
        ferry[3],
        ferry[1].replace("first ferry", "first large ferry"),
        "NATO was not asked.",
        ferry[4],
    ]
    _write(desk / "articles/ferry.txt", "\n\n".join(changed) + "\n")
    (desk / "articles/night/soup.txt").unlink()
    _write(desk / "articles/harbor.txt", "\n\n".join(["The harbor is ready", *ARTICLES["storm"][1:]]) + "\n")


def _another_term(desk: Path) -> None:
    path = desk / "glossaries/et.csv"
    path.write_text(path.read_text("utf-8") + "harbor,sadam,,,,gen=sadama; in=sadamas,,,,\n", "utf-8")


def _empty_the_house(desk: Path) -> None:
    """Somebody deletes what newsdesk knows, and a PO file, and damages another."""
    shutil.rmtree(desk / ".newsdesk")
    (desk / PO.format("et", "ferry")).unlink()
    path = desk / PO.format("es", "ferry")
    path.write_text(path.read_text("utf-8") + 'msgid "open\n', "utf-8")


def _rewrite_world(desk: Path) -> None:
    _approve_and_edit(desk)
    for number, path in enumerate(sorted((desk / "articles").glob("*.txt"))):
        text = path.read_text("utf-8")
        if number % 3 == 0:
            path.write_text(text.replace("The ", "Our ", 1) + "\nThe captain waited for the ferry.\n", "utf-8")
