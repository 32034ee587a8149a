"""Texts that a rule settles, so that nobody drafts, reviews or learns them: those that every language has alike.

What a rule has settled is neither a draft nor a person's (`stamp.Owner.RULE`) as long as the entry says so, with the
hash of the text: it is written anew with its source, and whoever writes something else there has made it theirs.
"""

from __future__ import annotations

from translate.core.entries.catalog import Entry
from translate.core.entries.comments import Rule, Settled
from translate.core.entries.stamp import text_hash
from translate.core.terms.demands import Demands
from translate.core.terms.verification import forbidden, verify
from translate.core.text.identifiers import is_settled


def settled(message: Entry, asked: Demands) -> tuple[str, Settled] | None:
    """The translation of a message that a rule settles, with the line that says so; None where a language may differ.

    Args:
        message: The message: an address, a handle, a row of stars …
        asked: What the glossary asks of its translation, which goes before.
    """
    text = message.msgid
    if message.msgid_plural is not None or not is_settled(text):
        return None
    if verify(asked.matches, text).missing or forbidden(asked.bans, asked.matches, text):
        return None
    return text, Settled(Rule.COPY, text_hash(text))
