"""Put what a network is asked into batches in which nothing depends on its neighbours.

Where a batch has sentences of several lengths, the shorter ones are filled up, and the sums of attention over them come
out otherwise in the last digits: by whom they are filled up to. With int8 a last digit becomes a rounding, and of two
translations that are about as likely, now the one is the first and now the other. In sentences of one length, each
comes out bit by bit as it does alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def alike(asked: Iterable[T], shape: Callable[[T], tuple[int, ...]], at_most: int) -> Iterator[list[T]]:
    """Batches of what has one shape; those of the longest come first, so that no thread ends late.

    Args:
        asked: What is asked.
        shape: Its lengths in tokens: all that the network pads.
        at_most: The greatest size of a batch. Those of one shape are shared out evenly.
    """
    by_shape: dict[tuple[int, ...], list[T]] = {}
    for one in asked:
        by_shape.setdefault(shape(one), []).append(one)
    for _, same in sorted(by_shape.items(), key=lambda item: sum(item[0]), reverse=True):
        parts = -(-len(same) // at_most)
        for part in range(parts):
            yield same[part::parts]


def share(number: int, threads: int, at_most: int) -> int:
    """The greatest size of a batch with which all threads have something to do.

    Args:
        number: How many sentences there are.
        threads: How many batches are in work at a time.
        at_most: With more at a time a network is no quicker.
    """
    return max(1, min(at_most, -(-number // threads)))


def worked(batch: Sequence[T], work: Callable[[Sequence[T]], list[R]]) -> list[R]:
    """What comes of a batch, and where there is too little memory for it, of its halves, one after the other.

    Raises:
        MemoryError: There is too little for one alone.
    """
    try:
        return work(batch)
    except MemoryError:
        if len(batch) == 1:
            raise
    middle = len(batch) // 2
    return [*worked(batch[:middle], work), *worked(batch[middle:], work)]
