"""What tools have dropped of people's texts, in a sentence for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from translate.core.entries.losses import Harm, Loss
from translate.reports.counting import count

_WHAT = {
    Harm.DELETED: "the file was deleted",
    Harm.EMPTIED: "the file was emptied",
    Harm.CUT: "a part of the file was cut out",
    Harm.EXPORTED: "a tool exported over it and left out what is fuzzy, as OmegaT does",
    Harm.SET_BACK: "an older copy took its place",
    Harm.BLANKED: "they were emptied all at once, as by a tool",
}


def what_happened(harm: Harm) -> str:
    """What became of a file, as part of a sentence."""
    return _WHAT[harm]


def headline(losses: Sequence[Loss]) -> str:
    """What is gone from all files together, and what to do; empty where nothing is."""
    if not losses:
        return ""
    texts = sum(loss.texts for loss in losses)
    verb, whose = ("is", "a person") if texts == 1 else ("are", "people")
    files = count(len(losses), "PO file")
    return f"{count(texts, 'text')} of {whose} {verb} gone from {files}: run “newsdesk restore”"


def of_file(loss: Loss) -> str:
    """What is gone from one file, since when, why, and what to do."""
    verb, whose, them = ("is", "a person", "it") if loss.texts == 1 else ("are", "people", "them")
    gone = f"{count(loss.texts, 'text')} of {whose} {verb} gone since {loss.since}, when {_WHAT[loss.harm]}"
    return f"{loss.path}: {gone}; “newsdesk restore {loss.path}” brings {them} back"


def losses_object(losses: Sequence[Loss]) -> list[dict[str, Any]]:
    """The same for machines; keys are only ever added to it."""
    return [{**asdict(loss), "harm": loss.harm.value} for loss in losses]
