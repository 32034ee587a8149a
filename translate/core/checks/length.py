"""Find translations that are far too short or too long."""

from __future__ import annotations

from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit

_RATIO = 2
_SLACK = 20
"""Characters on top, so that a short text may become a long one: “Put/Call” is “müügi-/ostuoptsioon”."""


def check_length(unit: Unit) -> Iterator[Finding]:
    """Yield a warning where one text is more than twice as long as the other, and some more."""
    if unit.source_language.dense or unit.language.dense:
        return
    source, target = len(unit.source.strip()), len(unit.target.strip())
    counts = f"the translation has {target} characters for {source} of the source"
    if source > _RATIO * target + _SLACK:
        message = (
            f"the translation has {target} characters for {source} of the source; see whether something is missing"
        )
        yield Finding("length", Level.WARNING, message)
    if target > _RATIO * source + _SLACK:
        yield Finding("length", Level.WARNING, f"{counts}; see whether something stands here twice")
