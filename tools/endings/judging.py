"""See how often a table of endings says of nouns what a dictionary says that looks at the sentence."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from tools.endings.nouns import Noun
from tools.endings.table import name
from translate.core.terms.endings import Endings
from translate.core.terms.labels import Label

_SHOWN = 6
"""Labels that are mistaken for others are told so many."""


@dataclass
class Agreement:
    """What a table says of some nouns."""

    nouns: float = 0
    right: float = 0
    unanswered: float = 0
    share: float = 0
    """Sum of what it gives to the right label."""
    mistaken: Counter[tuple[Label, Label]] = field(default_factory=Counter)
    """The right label and the one that the table has as likeliest."""

    def __str__(self) -> str:
        nouns = self.nouns or 1
        mistaken = ", ".join(
            f"{name(right)} as {name(said)} {times / nouns:.3f}"
            for (right, said), times in self.mistaken.most_common(_SHOWN)
        )
        return (
            f"{self.right / nouns:.3f} of {self.nouns:.0f} right, {self.unanswered / nouns:.4f} without an answer, "
            f"{self.share / nouns:.3f} given to the right label; {mistaken}"
        )


def judge(endings: Endings, counted: Mapping[Noun, float]) -> Agreement:
    """Compare a table with the labels of nouns."""
    agreement = Agreement()
    for noun, times in counted.items():
        labels = endings.labels_of(noun.text)
        agreement.nouns += times
        agreement.share += times * labels.get(noun.label, 0)
        if not labels:
            agreement.unanswered += times
        elif (likeliest := max(labels, key=lambda label: labels[label])) == noun.label:
            agreement.right += times
        else:
            agreement.mistaken[noun.label, likeliest] += times  # type: ignore[assignment]
    return agreement
