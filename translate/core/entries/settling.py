"""Texts that a rule settles, so that nobody drafts, reviews or learns them.

That is what every language has alike, and a title of a list for which the glossary has a row. What a rule has settled
is neither a draft nor a person's (`stamp.Owner.RULE`) as long as the entry says so, with the hash of the text: it is
written anew with its source or its row, and whoever writes something else there has made it theirs.
"""

from __future__ import annotations

from translate.core.entries.catalog import Entry
from translate.core.entries.comments import Rule, Settled
from translate.core.entries.stamp import text_hash
from translate.core.entries.template import is_title
from translate.core.terms.demands import Demands
from translate.core.terms.glossary import Action, Term
from translate.core.terms.verification import forbidden, verify
from translate.core.text.identifiers import is_settled
from translate.core.text.spelling import normalise
from translate.core.text.tags import plain

_RULES = {Action.KEEP: Rule.KEEP, Action.INFLECT: Rule.INFLECT, Action.TRANSLATE: Rule.TRANSLATE}


def settled(message: Entry, asked: Demands) -> tuple[str, Settled] | None:
    """The translation of a message that a rule settles, with the line that says so; None where a language may differ.

    Args:
        message: The message: an address, a handle, a row of stars, a title …
        asked: What the glossary asks of its translation, which goes before.
    """
    text = plain(message.msgid)
    if message.msgid_plural is not None:
        return None
    if is_title(message) and (row := decided(text, asked)):
        return row.target, Settled(_RULES[row.action], text_hash(row.target))
    if not is_settled(text):
        return None
    if verify(asked.matches, text).missing or forbidden(asked.bans, asked.matches, text):
        return None
    return message.msgid, Settled(Rule.COPY, text_hash(message.msgid))


def decided(title: str, asked: Demands) -> Term | None:
    """The row of the glossary that is about a title as a whole, in the letters that the title has; None without one.

    Args:
        title: The title.
        asked: What the glossary asks of its translation.
    """
    whole = (one.term for one in asked.matches if (one.start, one.end) == (0, len(title)) and one.term.action in _RULES)
    spelt = normalise(title).text
    return next((term for term in whole if any(normalise(source).text == spelt for source in term.sources)), None)
