"""SRX rules in the shape that choppa's iterator asks for, without what makes choppa slow to begin."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import Any


class _Postponed(ModuleType):
    """Stands in for a module that is imported when something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self.__name__), name)


def import_choppa() -> None:
    """Import choppa without xmlschema, by far its slowest import: only who has a rule file validated needs that."""
    if {"choppa", "xmlschema"} & sys.modules.keys():
        return
    sys.modules["xmlschema"] = _Postponed("xmlschema")
    try:
        import choppa  # noqa: F401
    finally:
        del sys.modules["xmlschema"]


class Rules:
    """The rules of a document; each is compiled once, when a text first comes to it.

    choppa compiles all exceptions that stand before a rule into one pattern, and the same ones again for the next rule.
    Here the exceptions between one rule and the next are a pattern of their own, and a rule has all those before it.
    """

    def __init__(self, document: Any) -> None:
        self._document = document
        self._managers: dict[tuple[int, ...], _Manager] = {}

    def get_language_rule_list(self, language: str) -> list[Any]:
        """The blocks of a language; see choppa's `SrxDocument`."""
        return list(self._document.get_language_rule_list(language))

    def get_rule_manager(self, blocks: Sequence[Any], longest: int) -> _Manager:
        """What becomes of the rules of some blocks; see choppa's `SrxDocument`."""
        key = (longest, *map(id, blocks))
        if key not in self._managers:
            self._managers[key] = _Manager(self._document, blocks, longest)
        return self._managers[key]

    def compile(self, pattern: str) -> Any:
        """A pattern, compiled once; see choppa's `SrxDocument`."""
        return self._document.compile(pattern)


class _Manager:
    """Which rules end a sentence, and what speaks against each; stands in for choppa's `RuleManager`."""

    def __init__(self, document: Any, blocks: Sequence[Any], longest: int) -> None:
        from choppa.rule_manager import RuleManager

        exception = RuleManager(document, [], longest).create_exception_pattern_string
        self.break_rule_list: list[Any] = []
        self._exceptions: dict[Any, _Exceptions] = {}
        found: list[_Pattern] = []
        since: list[str] = []
        for rule in (rule for block in blocks for rule in block.rules):
            if not rule.is_break:
                since.append(exception(rule))
                continue
            if since:
                found.append(_Pattern(document, "|".join(since)))
                since = []
            self.break_rule_list.append(rule)
            # Of two rules that are the same the later one's exceptions hold for both, as with choppa.
            self._exceptions[rule] = _Exceptions(found)

    def get_exception_pattern(self, rule: Any) -> _Exceptions:
        """What speaks against one of the rules that end a sentence."""
        return self._exceptions[rule]


class _Pattern:
    def __init__(self, document: Any, written: str) -> None:
        self._document = document
        self._written = written

    @cached_property
    def match(self) -> Any:
        """The method of the compiled pattern."""
        return self._document.compile(self._written).match


class _Exceptions:
    """Several patterns that are asked as if they were one."""

    def __init__(self, patterns: Sequence[_Pattern]) -> None:
        self._patterns = tuple(patterns)

    def match(self, text: str, position: int) -> Any:
        """The first match of a pattern at a position, or None."""
        matches = (pattern.match(text, position) for pattern in self._patterns)
        return next((match for match in matches if match is not None), None)
