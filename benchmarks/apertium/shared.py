"""What the measures of the glossary have and those of Apertium need, too."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(1, str(HERE.parent / "glossary"))

from drafting import Drafted, draft_plain, draft_sentences  # noqa: E402
from false_flags import Share, any_of  # noqa: E402
from reading import Place, Verdict, add_judging, judge, plain_is_first, read_verdicts  # noqa: E402
from sample import glossary_of  # noqa: E402
from sets import ALL, DESIGN, HALVES, HELD_OUT, half_of  # noqa: E402
from table import BEGINS, ENDS, at_least, at_most, goal_row, lines_of, put, short  # noqa: E402

SHARED = HERE.parents[2] / "shared/eval"
"""Where the texts are that are not in this repository."""

__all__ = [
    "ALL", "BEGINS", "DESIGN", "ENDS", "HALVES", "HELD_OUT", "HERE", "SHARED", "Drafted", "Place", "Share", "Verdict",
    "add_judging", "any_of", "at_least", "at_most", "draft_plain", "draft_sentences", "glossary_of", "goal_row",
    "half_of", "judge", "lines_of", "plain_is_first", "put", "read_verdicts", "short",
]  # fmt: skip
