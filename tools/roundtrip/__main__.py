"""Fetch files that nobody here wrote, and tell how many come back as they are.

    python -m tools.roundtrip [FAMILY ...] [--most 150]

The exit code is 1 where a byte was changed, or another program says something else than we read.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence

from tools.roundtrip.family import Family, all_families
from tools.roundtrip.fetching import cache
from tools.roundtrip.trying import Outcome, attempts, chosen

_ROW = "{:<28.28} {:>6} {:>9} {:>8} {:>6} {:>9} {:>7}"


def main() -> int:
    """Fetch, try, tell."""
    known = {family.name: family for family in all_families()}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("families", nargs="*", metavar="FAMILY", help=f"some of: {', '.join(known)}; default: all")
    parser.add_argument("--most", type=int, default=150, help="files of one package; default: %(default)s")
    arguments = parser.parse_args()
    if unknown := set(arguments.families) - set(known):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there is: {', '.join(known)}")
    tried = [_try(known[name], arguments.most) for name in arguments.families or known]
    return int(any(outcome.word == "WRONG" or outcome.against for outcomes in tried for outcome in outcomes))


def _try(family: Family, most: int) -> list[Outcome]:
    print(f"{family.name}, fetched into {cache()}", flush=True)
    if family.make:
        family.make(cache() / "made" / family.name)
    for source in family.sources:
        if trouble := source.fetch():
            print(trouble, file=sys.stderr)
    print(_ROW.format("package", "files", "identical", "refused", "WRONG", "segments", "seconds"))
    everything: list[Outcome] = []
    begun = time.monotonic()
    for source, paths in zip(family.sources, chosen(family, most), strict=True):
        start = time.monotonic()
        outcomes = attempts(family, paths)
        everything += outcomes
        print(_row(source.name, outcomes, time.monotonic() - start), flush=True)
    print(_row("all", everything, time.monotonic() - begun))
    for reason, count in Counter(re.sub(r"[0-9,]+", "N", one.reason) for one in everything if one.reason).most_common():
        print(f"  refused {count}: {reason}"[:80])
    for one in everything:
        if one.word == "WRONG" or one.against:
            print(f"  {one.word}: {one.path}: {one.against}")
    if family.second:
        asked = [one for one in everything if one.word == "identical"]
        print(f"  second road: {sum(not one.against for one in asked)} of {len(asked)} agree")
    print()
    return everything


def _row(name: str, outcomes: Sequence[Outcome], seconds: float) -> str:
    words = Counter(one.word for one in outcomes)
    segments = sum(one.segments for one in outcomes)
    return _ROW.format(
        name, len(outcomes), words["identical"], words["refused"], words["WRONG"], f"{segments:,}", f"{seconds:.1f}"
    )


if __name__ == "__main__":
    sys.exit(main())
