"""Find web and mail addresses that were lost or changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit

ADDRESS = re.compile(
    r"""(?<![\w@]) (?:
      (?: https?:// | www\. ) [^\s<>"“”„«»|\\^`{}]{1,2000}
    | [\w.+-]{1,64} @ [\w-]{1,63} (?: \.[\w-]{1,63} ){1,8}
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_BEHIND = ".,;:!?…'’*_)]"
"""What a sentence puts behind an address, and an address does not end with."""


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where the web and mail addresses of a text stand, without the punctuation behind them."""
    for found in ADDRESS.finditer(text):
        address = found[0].rstrip(_BEHIND)
        while address.count("(") > address.count(")") and found[0][len(address) :].startswith(")"):
            address += ")"  # https://en.wikipedia.org/wiki/Frost_(band)
        yield found.start(), found.start() + len(address)


def check_addresses(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``address`` for each address of the source that the translation does not have letter by letter.

    The page in the other language is a translator's good right; then the warning is wrong, and rare.
    """
    for wanted in dict.fromkeys(unit.source[slice(*place)] for place in addresses(unit.source)):
        if wanted not in unit.target:
            other = next((p for p in addresses(unit.target) if unit.target[slice(*p)] not in unit.source), None)
            instead = f"; “{unit.target[slice(*other)]}” may stand in its place" if other else ""
            message = f"the address “{wanted}” of the source is not here{instead}; copy it from the source"
            yield Finding("address", Level.WARNING, message, other)
