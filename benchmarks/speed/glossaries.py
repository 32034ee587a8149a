"""Glossaries that nobody wrote, of any length."""

from __future__ import annotations

import csv
import io
import random

LABELS = ("gen", "part", "ill", "in", "el", "all", "ad", "com")
SYLLABLES = ("ka", "le", "mi", "no", "su", "ra", "te", "vi", "po", "du", "lo", "ge", "an", "er", "is", "ul")


def made_up(terms: int) -> str:
    """A glossary of so many terms as a CSV file has it, each with eight forms, a variant and a ban."""
    chance = random.Random(1)  # noqa: S311  Not for secrets.

    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))

    sources: dict[str, None] = {}
    while len(sources) < terms:
        sources[f"{word()} {word()}"] = None
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(("source", "target", "kind", "variants", "forms", "forbid"))
    for source in sources:
        target = word() + word()
        forms = ";".join(f"{label}={target}{label}" for label in LABELS)
        table.writerow((source, target, "common", f"{source}s", forms, f"{word()}x"))
    return text.getvalue()
