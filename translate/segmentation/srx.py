"""Split by SRX rules: `news.srx` beside this file, then LanguageTool's as choppa ships them."""

from __future__ import annotations

from functools import cache
from itertools import pairwise, product
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from translate import patterns
from translate.segmentation.kept import Place
from translate.segmentation.rules import Rules, import_choppa, written

NEWS = Path(__file__).with_name("news.srx")

FOR_ALL = {"GeneralImportant", "ByLineBreak", "ByTwoLineBreaks", "Default"}
"""LanguageTool's blocks that every language gets; alone they end no sentence."""

PARENTHESIS = r"[^\)]*?"
"""A rule with more than one of these looks for several full stops inside a parenthesis that opened long before."""

LINES = r"\n[\u00A0\s]*"
"""A rule with this looks from each empty line for the bullet of a list in Markdown, which we have read by then."""

AHEAD = patterns.compile(r"(\\S|\[\^[^\]]*\])\*")
"""What a rule reads after a full stop up to an address's @ or a closing bracket, in a hostile text to its very end."""

_LANGUAGE = patterns.compile(r"[a-z]{2}")


def has(language: str) -> bool:
    """Whether there are rules for a language.

    Args:
        language: A bare code such as ``en``.
    """
    return _rules(language) is not None


def split(text: str, language: str) -> list[str]:
    """Cut a text after each sentence of a language; where it has no rules, nowhere."""
    rules = _rules(language)
    ends = (0, *(rules.cuts(text) if rules else ()), len(text))
    return [text[start:end] for start, end in pairwise(ends) if start < end]


def keep_all() -> None:
    """Have the rules of every language kept, for those who may not write where newsdesk is installed."""
    for first, second in product(ascii_lowercase, repeat=2):
        has(first + second)


@cache
def _rules(language: str) -> Rules | None:
    # LanguageTool's patterns such as `es.*` would also give Spanish rules to `est`.
    if not _LANGUAGE.fullmatch(language):
        return None
    place = Place(language)
    if kept := place.read():
        return kept
    document = _document()
    # LanguageTool's name for "a line end is no sentence end, an empty line is".
    blocks = document.get_language_rule_list(f"{language}_two")
    if all(block.name in FOR_ALL for block in blocks):
        return None
    those = written(blocks)
    place.write(those, document.compile, _sources())
    return Rules(those, document.compile)


def _sources() -> tuple[Path, ...]:
    """What the rules come from."""
    import choppa

    return (Path(__file__), NEWS, Path(choppa.__file__), choppa.DEFAULT_SRX_RULESET)


@cache
def _document() -> Any:
    """All rules, as choppa has them."""
    import_choppa()
    import choppa

    document = choppa.SrxDocument(ruleset=NEWS)
    stock = choppa.SrxDocument(ruleset=choppa.DEFAULT_SRX_RULESET)
    for block in {each.language_rule.name: each.language_rule for each in stock.language_map_list}.values():
        # The first cost 0.1 s for each full stop in a text such as ". . . .", and the rule that looks for one full stop
        # finds the same parentheses up to 100 characters; the others take time with the square of the empty lines.
        block.rules = [
            rule._replace(after_pattern=AHEAD.sub(r"\1{0,500}", rule.after_pattern))
            for rule in block.rules
            if rule.before_pattern.count(PARENTHESIS) <= 1 and LINES not in rule.before_pattern
        ]
    document.language_map_list += stock.language_map_list
    return document
