"""What glossaries and lists of titles know already, so that nobody proposes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from translate.core.mining.candidates import Passage
from translate.core.terms.matching import Matcher
from translate.core.text.covering import covered


class KnownTerms:
    """Finds what every one of some glossaries knows.

    Args:
        matchers: Of the glossaries, with the titles of the newsroom's lists; nothing is known where there are none.
        passages: All texts, so that an article's use of a title can be told.
    """

    def __init__(self, matchers: Sequence[Matcher], passages: Iterable[Passage]) -> None:
        texts: dict[str, list[str]] = defaultdict(list)
        for passage in passages:
            texts[passage.article].append(passage.text)
        self._matchers = matchers
        self._usages = {article: [each.usage(own) for each in matchers] for article, own in texts.items()}

    def spans(self, passage: Passage) -> list[tuple[int, int]]:
        """Where terms stand in a passage that all glossaries know."""
        usages = self._usages[passage.article]
        found = [
            [(match.start, match.end) for match in matcher.find(passage.text, usage)]
            for matcher, usage in zip(self._matchers, usages, strict=True)
        ]
        if not found:
            return []
        marks = [covered(passage.text, spans) for spans in found[1:]]
        return [(start, end) for start, end in found[0] if all(all(each[start:end]) for each in marks)]

    def has(self, name: str) -> bool:
        """Whether all glossaries know a name as a whole, as they would in a text that quotes it."""
        text, whole = f"a “{name}”", (len("a “"), len("a “") + len(name))
        return bool(self._matchers) and all(
            any((match.start, match.end) == whole for match in matcher.find(text)) for matcher in self._matchers
        )
