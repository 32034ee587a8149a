"""Learn from nouns which endings tell which case and number, and write down as few of them as say nearly as much."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from tools.endings.nouns import Noun
from translate.core.terms.endings import ANY, Endings, endings_of
from translate.core.terms.labels import Label, canonical

WEIGHTS = {"help": 1, "handbooks": 1, "interfaces": 1, "prose": 3}
"""Of each kind of text; see README.md."""
GAIN = 12
"""Bits that an ending must save over the next shorter one, so that it is worth a line."""

_LEAST = 2
"""An ending is counted that stands at least so often, in roots."""
_RAREST = 0.02
_UNHEARD_OF = 0.001
"""The share of a label that a shorter ending does not have."""

Weights = Mapping[str, Mapping[Label, float]]


def weigh(kinds: Mapping[str, Mapping[Noun, float]]) -> Weights:
    """How much each label weighs for each ending: the root of how often, so that no frequent word speaks for all."""
    weights: defaultdict[str, Counter[Label]] = defaultdict(Counter)
    for kind, counted in kinds.items():
        for noun, times in counted.items():
            for ending in (ANY, *endings_of(noun.text)):
                weights[ending][noun.label] += WEIGHTS[kind] * math.sqrt(times)  # type: ignore[assignment]
    return weights


def choose(weights: Weights, gain: float = GAIN) -> Endings:
    """Keep the endings that tell clearly more than the longest kept one that they end in."""
    kept: dict[str, dict[Label, float]] = {}
    for ending in sorted(weights.keys() - {ANY}, key=lambda ending: (len(ending), ending)):
        seen, total = weights[ending], sum(weights[ending].values())
        shorter = next((kept[ending[n:]] for n in range(1, len(ending)) if ending[n:] in kept), {})
        # As if the shorter one had been seen here once: few sightings say little.
        mixed = {label: seen.get(label, 0) + shorter.get(label, 0) for label in {*seen, *shorter}}
        shares = {label: weight / (total + sum(shorter.values())) for label, weight in mixed.items()}
        saved = sum(n * math.log2(shares[label] / max(shorter.get(label, 0), _UNHEARD_OF)) for label, n in seen.items())
        if total >= _LEAST and (not shorter or saved >= gain):
            kept[ending] = shares
    usual = {label: weight / sum(weights[ANY].values()) for label, weight in weights[ANY].items()}
    return Endings({ending: _told(shares) for ending, shares in {ANY: usual, **kept}.items()})


def _told(shares: Mapping[Label, float]) -> tuple[tuple[Label, float], ...]:
    ordered = sorted(shares.items(), key=lambda item: (-item[1], name(item[0])))
    return tuple((label, round(share, 2)) for label, share in ordered if share >= _RAREST)


def write(path: Path, head: str, endings: Endings) -> None:
    """Write the table, in the order of the words' ends."""
    lines = [f"# {line}".rstrip() for line in head.splitlines()]
    for ending in sorted(endings.shares, key=lambda ending: ending[::-1]):
        told = ", ".join(f"{name(label)} {round(100 * share)}" for label, share in endings.shares[ending])
        lines.append(f"{ending:<6} {told}")
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def name(label: Label) -> str:
    """As a glossary has it: ``pl in``."""
    return canonical(f"{label.number} {label.case}")
