"""Find tags of HTML that were lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from translate import patterns
from translate.core.checks.findings import Finding, Level, Unit

_NAMES = (
    "a abbr b blockquote br cite code del div em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre "
    "q s small span strong sub sup table tbody td th thead time tr u ul"
)
TAG = patterns.compile(rf"<(/?)({_NAMES.replace(' ', '|')})(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
"""Only names of HTML: other words between angle brackets are the writer's own."""


def check_markup(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``markup`` for each tag that the source has and the translation has not as often.

    Attributes are not compared, since some of them are translated. Tags that the source does not have are what
    ``leftover`` looks for.
    """
    wanted, there = (
        Counter(f"<{m[1]}{m[2].lower()}>" for m in TAG.finditer(text)) for text in (unit.source, unit.target)
    )
    for tag, number in (wanted - there).items():
        times = "" if number == 1 else f" {number} times"
        message = f"the tag “{tag}” of the source is missing here{times}; put it where it belongs"
        yield Finding("markup", Level.WARNING, message)
