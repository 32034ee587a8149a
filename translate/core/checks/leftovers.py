"""Find what a machine has left in a text: unknown-word signs, placeholders, markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate import patterns
from translate.core.checks.findings import Finding, Level, Unit

_LEFTOVER = patterns.compile(
    r"""
      \[\[ [^\[\]]{0,80} \]\]                           # Apertium's notes: [[t:x:1]]term[[/]]
    | </? [A-Za-z] [^<>]{0,200} >                       # <unk>, </s>, <apertium-notrans>, <b>
    | & (?: \w{2,10} | \#\d{1,7} | \#x[0-9a-fA-F]{1,6} ) ;  # &quot;
    | \ufffd+ | \u2047 | \u2581                         # a lost letter, SentencePiece's unknown word and its space
    | @@                                                # the seam of a word's pieces
    | [⟦⟧]                                              # placeholders
    | __ \w{1,80}? __
    | \b X[Qq][Zz] \w*
    | (?<! [\w*@\#] ) [*@\#] (?= [^\W\d_]{2} )            # Apertium's marks of words that it does not know
    """,
    re.VERBOSE,
)


def check_leftovers(unit: Unit) -> Iterator[Finding]:
    """Yield an error for each piece of machinery that the source does not have."""
    for found in _LEFTOVER.finditer(unit.target):
        if found[0] not in unit.source:
            message = f"“{found[0]}” is left over from a machine; delete it, or write the word that belongs there"
            yield Finding("leftover", Level.ERROR, message, found.span())
