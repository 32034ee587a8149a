"""SRX rules as choppa reads them, and the cuts that choppa makes by them, sooner."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import Any

from translate.values import dataclass

LONGEST = 100
"""Of what a rule looks back for, where it sets no limit: choppa's own measure."""

Compiled = Callable[[str], Any]
"""Gives the compiled pattern of a text."""
Place = tuple[int, int]
"""Where the match of a rule begins, and where it would end a sentence."""


class _Postponed(ModuleType):
    """Stands in for a module that is imported when something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)


def import_choppa() -> None:
    """Import choppa without xmlschema: only who has a rule file validated needs that, and we are installed without."""
    if {"choppa", "xmlschema"} & sys.modules.keys():
        return
    sys.modules["xmlschema"] = _Postponed("xmlschema")
    try:
        import choppa  # noqa: F401
    finally:
        del sys.modules["xmlschema"]


@dataclass(frozen=True, slots=True)
class Written:
    """The rules of some blocks as they are written.

    choppa compiles all exceptions that stand before a rule into one pattern, and the same ones again for the next rule.
    Here the exceptions between one rule and the next are a pattern of their own, and a rule has all those before it.
    """

    ends: tuple[tuple[str, str, int], ...]
    """What stands before and behind the end of a sentence, and how many of the exceptions hold there."""
    exceptions: tuple[str, ...]

    @property
    def patterns(self) -> frozenset[str]:
        """All that are in them."""
        sides = (side for before, behind, _ in self.ends for side in (before, behind) if side)
        return frozenset((*self.exceptions, *sides))


def written(blocks: Iterable[Any]) -> Written:
    """The rules of blocks of choppa's, in the order in which they go before each other."""
    from choppa.rule_manager import RuleManager

    nobody: Any = None  # No document is asked for where there are no blocks.
    exception = RuleManager(nobody, [], LONGEST).create_exception_pattern_string
    ends: list[tuple[str, str]] = []
    holding: dict[tuple[str, str], int] = {}
    exceptions: list[str] = []
    since: list[str] = []
    for rule in (rule for block in blocks for rule in block.rules):
        if not rule.is_break:
            since.append(exception(rule))
            continue
        if since:
            exceptions.append("|".join(since))
            since = []
        ends.append((rule.before_pattern, rule.after_pattern))
        # Of two rules that are the same the later one's exceptions hold for both, as with choppa.
        holding[ends[-1]] = len(exceptions)
    return Written(tuple((*end, holding[end]) for end in ends), tuple(exceptions))


class Rules:
    """Rules at work; each is compiled once, when a text first comes to it."""

    def __init__(self, those: Written, compiled: Compiled) -> None:
        """Take the rules, and what compiles their patterns."""
        exceptions = [_Pattern(compiled, one) for one in those.exceptions]
        self._rules = [_Rule(compiled, before, behind, exceptions[:number]) for before, behind, number in those.ends]

    def cuts(self, text: str) -> Iterator[int]:
        """Where the sentences of a text end, but for the last."""
        waiting = [(place, rule) for rule in self._rules if (place := rule.find(text, 0))]
        last = 0
        while waiting:
            # Of those that end a sentence in one place, the first rule is asked for its exceptions.
            (_, end), rule = min(waiting, key=_ends)
            if is_cut := end > last and rule.holds(text, end):
                yield (last := end)
            waiting = [(now, each) for was, each in waiting if (now := each.after(text, was, end, is_cut=is_cut))]


def _ends(waiting: tuple[Place, _Rule]) -> int:
    return waiting[0][1]


class _Pattern:
    def __init__(self, compiled: Compiled, text: str) -> None:
        self._compiled = compiled
        self._text = text

    @cached_property
    def match(self) -> Any:
        """The method of the compiled pattern."""
        return self._compiled(self._text).match

    @cached_property
    def search(self) -> Any:
        """The method of the compiled pattern."""
        return self._compiled(self._text).search


class _Rule:
    """A rule that ends a sentence between two patterns."""

    def __init__(self, compiled: Compiled, before: str, behind: str, exceptions: Sequence[_Pattern]) -> None:
        self._before = _Pattern(compiled, before) if before else None
        self._behind = _Pattern(compiled, behind) if behind else None
        self._exceptions = exceptions

    def find(self, text: str, start: int) -> Place | None:
        """The first place from an offset on."""
        if self._before is None:  # Else it would be found, and the other pattern asked for, at each character.
            found = self._behind.search(text, start) if self._behind and start <= len(text) else None
            return (found.start(), found.start()) if found else None
        while start <= len(text) and (found := self._before.search(text, start)):
            place: Place = found.span()
            if self._behind is None or self._behind.match(text, place[1]):
                return place
            start = _next(place)
        return None

    def holds(self, text: str, end: int) -> bool:
        """Whether none of its exceptions speaks against a place."""
        return not any(pattern.match(text, end) for pattern in self._exceptions)

    def after(self, text: str, place: Place, end: int, *, is_cut: bool) -> Place | None:
        """Its own place, or the next one where that is not behind an end.

        Args:
            text: The text.
            place: Its own.
            end: Where another rule, or this one, would end a sentence.
            is_cut: Whether a sentence ends there: then a place that began before it is looked for anew.
        """
        now: Place | None = place
        if is_cut and place[0] < end:
            now = self.find(text, end)
        while now and now[1] <= end:
            now = self.find(text, _next(now))
        return now


def _next(place: Place) -> int:
    """Where to look on after a match: a character further if it was of nothing."""
    start, end = place
    return end if end > start else end + 1
