"""How many drafts have tags that somebody should look at → a sentence for a person."""

from __future__ import annotations

from translate.core.results.summary import Counts
from translate.reports.counting import count


def doubtful(counts: Counts) -> str:
    """What is told of them, those that lack something apart from the others; empty where there are none."""
    lacking, unsure = counts.lacking_words, counts.unsure_tags
    parts = []
    if lacking:
        verb = "has" if lacking == 1 else "have"
        parts.append(f"{count(lacking, 'draft')} {verb} no words for something that the source marks")
    if unsure:
        drafts = count(unsure, "other") if lacking else count(unsure, "draft")
        parts.append(f"the tags of {drafts} may belong elsewhere")
    told = "; ".join(parts)
    return f"{told[:1].upper()}{told[1:]}." if told else ""
