from hypothesis import given
from hypothesis import strategies as st

from translate.engines.argos.batches import alike, share


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
