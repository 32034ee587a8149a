"""Compare what our pairing and msgmerge's guesses carry over to the changed paragraphs of edited articles.

    python benchmarks/merging.py --seeds 3

Every article has a translation that a person approved; then its source is edited in a way that is known. A text that
comes to a paragraph that was not made from the text's own source is a wrong carry-over; a changed paragraph that gets
none of its texts has lost them. `all parts` counts the joined paragraphs whose texts all came along.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.core.edits import Edited, edited_articles
from translate.catalogs.reading import read
from translate.catalogs.writing import render
from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.merging import merge
from translate.core.entries.template import Key

HEADER = Header((("Language", "et"), ("Content-Type", "text/plain; charset=UTF-8")))
Carried = Mapping[Key, frozenset[Key]]


def approved(article: Edited) -> Catalog:
    """The article's catalog, in which each translation is the number of its message in brackets."""
    return Catalog(
        HEADER,
        tuple(
            Entry(msgid, f"[{at}]", context, references=(f"a.txt:{at + 1}",))
            for at, (context, msgid) in enumerate(article.before)
        ),
    )


def messages(article: Edited) -> tuple[Entry, ...]:
    """The new version's messages."""
    return tuple(
        Entry(msgid, msgctxt=context, references=(f"a.txt:{at + 1}",))
        for at, (context, msgid) in enumerate(article.after)
    )


def found(article: Edited, entries: tuple[Entry, ...]) -> Carried:
    """The origins whose texts stand in each changed message."""
    return {
        entry.key: frozenset(article.before[int(number)] for number in re.findall(r"\[(\d+)\]", entry.msgstr))
        for entry in entries
        if not entry.obsolete and entry.key not in article.before
    }


def ours(article: Edited) -> Carried:
    """What our merge carries over."""
    return found(article, merge(approved(article), messages(article), {}, {}))


def theirs(article: Edited) -> Carried:
    """What msgmerge carries over."""
    with tempfile.TemporaryDirectory() as folder:
        po, pot = Path(folder, "old.po"), Path(folder, "new.pot")
        po.write_bytes(render(approved(article)))
        pot.write_bytes(render(Catalog(replace(HEADER, fuzzy=True), messages(article))))
        done = subprocess.run(["msgmerge", "-q", str(po), str(pot)], capture_output=True, check=True)
    return found(article, read(done.stdout, "new.po").catalog.entries)


def score(article: Edited, carried: Carried) -> Counter[str]:
    """Count the changed messages by what became of them."""
    counts: Counter[str] = Counter()
    for key in article.changed:
        origins, got = article.origins.get(key, frozenset()), carried.get(key, frozenset())
        counts["wrong"] += bool(got - origins)
        counts["right"] += bool(got & origins)
        counts["lost"] += bool(origins) and not got & origins
        counts["joined"] += len(origins) > 1
        counts["all parts"] += len(origins) > 1 and got == origins
    return counts


def main() -> None:
    """Print the figures by the kind of the edit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--faults", action="store_true", help="show each fault of ours")
    arguments = parser.parse_args()
    table: defaultdict[str, tuple[Counter[str], Counter[str]]] = defaultdict(lambda: (Counter(), Counter()))
    articles = [article for seed in range(arguments.seeds) for article in edited_articles(seed)]
    theirs_alone = 0
    for article in articles:
        mine, guessed = ours(article), theirs(article)
        for row in (article.name.partition(": ")[2], "all"):
            table[row][0].update(score(article, mine))
            table[row][1].update(score(article, guessed))
        for key in article.changed:
            origins = article.origins.get(key, frozenset())
            theirs_alone += bool(guessed.get(key, frozenset()) & origins) and not mine.get(key, frozenset()) & origins
            wrong = mine.get(key, frozenset()) - origins
            if arguments.faults and (wrong or (origins and not mine.get(key, frozenset()) & origins)):
                print(f"{article.name}\n  {key}\n  made from {set(origins)}\n  got {set(mine.get(key, ()))}")
    print(f"{len(articles)} edited articles, {sum(len(a.changed) for a in articles)} changed paragraphs")
    print(f"{'':32} {'newsdesk':>36} {'msgmerge':>24}")
    print(f"{'':32} " + 2 * f"{'right':>8}{'wrong':>8}{'lost':>8}{'all parts':>12}")
    for row, both in table.items():
        print(f"{row:32} " + "".join(_cells(counts) for counts in both))
    print(f"right with msgmerge and lost with us: {theirs_alone}")


def _cells(counts: Counter[str]) -> str:
    parts = f"{counts['all parts']}/{counts['joined']}" if counts["joined"] else ""
    return f"{counts['right']:8}{counts['wrong']:8}{counts['lost']:8}{parts:>12}"


if __name__ == "__main__":
    main()
