import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.engines.argos.batches import alike, share, worked


def lengths(word: str) -> tuple[int, ...]:
    return (len(word),)


def test_what_has_one_shape_goes_together_the_longest_first_and_shared_out_evenly():
    assert list(alike(["bb", "a", "cc", "ddd", "ee", "ff", "gg"], lengths, 4)) == [
        ["ddd"],
        ["bb", "ee", "gg"],
        ["cc", "ff"],
        ["a"],
    ]


@given(st.lists(st.text("ab", max_size=4)), st.integers(1, 5))
def test_everything_is_in_one_batch_none_of_which_is_too_large_or_mixed(words: list[str], at_most: int):
    batches = list(alike(words, lengths, at_most))

    assert sorted(word for batch in batches for word in batch) == sorted(words)
    assert all(1 <= len(batch) <= at_most for batch in batches)
    assert all(len({*map(len, batch)}) == 1 for batch in batches)


def test_few_are_shared_out_between_the_threads_and_many_by_the_greatest_size():
    assert [share(number, 2, 16) for number in (0, 1, 2, 3, 6, 50)] == [1, 1, 1, 2, 3, 16]
    assert share(50, 16, 16) == 4


@pytest.mark.parametrize("limit", [1, 2, 3, 10])
def test_where_there_is_too_little_memory_for_a_batch_its_halves_are_tried(limit: int):
    asked: list[int] = []

    def work(part: str) -> list[str]:
        asked.append(len(part))
        if len(part) > limit:
            raise MemoryError
        return [letter.upper() for letter in part]

    assert worked("abcdefg", work) == [*"ABCDEFG"]
    assert asked[0] == 7


def test_where_there_is_too_little_memory_for_one_that_is_told():
    def work(_part: str) -> list[str]:
        raise MemoryError

    with pytest.raises(MemoryError):
        worked("abc", work)
