"""Read some articles before it is their turn, so that engines get their sentences together.

An engine wants many sentences at a time; a run wants few, where it waits: for the first, which no engine is at work on
while they are read, and behind the last, whose articles are written when no engine has anything to do. So the first
windows are small, those in the middle large, and the last ones small again, as in guided self-scheduling
(Polychronopoulos and Kuck, 1987).
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path

from translate.values import dataclass
from translate.workflow.tally import Tally
from translate.workflow.wanting import Begun, begin
from translate.workflow.work import Article

FEW = 128
"""Sentences in a locale with which an engine is busy, and has several of most lengths: it takes no more than a
thirtieth longer for them than among many; for half of them, a fifth."""
ENOUGH = 1024
"""Sentences in a locale with which nothing is gained by more; no more articles are taken then."""
SENTENCES = 500
"""The same of a work unit, which is done elsewhere: it takes some seconds, and is what has to be done again where a
worker is lost."""
MOST = 200
"""Articles that are taken together: a run that is killed has nothing of them but what was decoded."""


@dataclass(slots=True)
class Taken:
    """An article before it is its turn."""

    path: Path
    article: Article | None = None
    """None where it could not be read."""
    failure: Exception | None = None
    """Why it could not; that is told in its turn."""
    begun: dict[str, Begun] = field(default_factory=dict)
    """By locale, what it wants there."""
    is_whole: bool = True
    """Whether that could be told of every locale; where not, it comes again in the article's turn."""
    left: set[str] = field(default_factory=set)
    """The locales that are left to another run."""

    @property
    def sentences(self) -> Mapping[str, int]:
        """By locale, how many an engine is to draft."""
        return {locale: sum(len(job.sentences) for job in begun.wanted.jobs) for locale, begun in self.begun.items()}

    def read(self) -> Article:
        """The article.

        Raises:
            Exception: What came of reading it.
        """
        if self.article is None:
            raise self.failure or LookupError(self.path)
        return self.article


def take(tally: Tally, path: Path) -> Taken:
    """Read an article, and what it wants in each of its locales; what fails is told in the article's turn."""
    taken = Taken(path)
    try:
        taken.article = tally.ready.read(path)
    except Exception as error:  # noqa: BLE001  A bug that one article brings to light must not cost the others.
        taken.failure = error
        return taken
    for desk in map(tally.relief.on_duty, tally.ready.desks_for(taken.article.document.path)):
        if not tally.patience.is_lost(desk.locale):
            try:
                taken.begun[desk.locale] = begin(tally.ready.run, taken.article, desk)
            except Exception:  # noqa: BLE001  As above.
                taken.is_whole = False
    return taken


def windows(
    tally: Tally,
    waiting: deque[Path],
    out_of_time: Callable[[], bool],
    most: int | None = None,
    *,
    evenly: bool = False,
) -> Iterator[list[Taken]]:
    """Take articles, as many at a time as keep an engine busy.

    Args:
        tally: The run.
        waiting: The articles; those that are taken are taken out of it.
        out_of_time: Asked before each article whether to stop.
        most: Sentences in a locale with which a window is full; None for as many as keep an engine of the run's busy.
        evenly: Whether the first and the last ones are as full as the others.

    Yields:
        At least one article; each is read when it is asked for.
    """
    enough = least = FEW
    if evenly:
        enough = least = most or ENOUGH
    stopped = False
    while waiting and not stopped:
        window: list[Taken] = []
        sentences: Counter[str] = Counter()
        half = len(waiting) // 2
        while waiting and not _is_full(window, sentences, enough if len(window) < half else least):
            if stopped := out_of_time():
                break
            window.append(take(tally, waiting.popleft()))
            sentences.update(window[-1].sentences)
        if window:
            yield window
        enough = min(2 * enough, most or ENOUGH)


def _is_full(window: Sequence[Taken], sentences: Mapping[str, int], enough: int) -> bool:
    return len(window) >= MOST or any(number >= enough for number in sentences.values())
