import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.loops import check_loops


@pytest.mark.parametrize(
    ("source", "target", "again"),
    [
        ("One", "üks kaks kolm neli", None),
        ("One", "üks kaks kolm neli üks kaks kolm", None),
        ("One", "üks kaks kolm neli, Üks kaks kolm neli", "Üks kaks kolm neli"),
        ("a b c d", "üks kaks kolm neli, Üks kaks kolm neli", "Üks kaks kolm neli"),
        ("a b c d a b c d", "üks kaks kolm neli, Üks kaks kolm neli", None),
        ("a b c d a b c d", "üks kaks kolm neli " * 3, "üks kaks kolm neli"),
        ("One", "üks kaks kolm neli " * 5, "üks kaks kolm neli"),
    ],
)
def test_four_words_that_come_more_often_than_any_of_the_source_are_told_once(source, target, again):
    assert said(check_loops, source, target) == ([("loop", again)] if again else [])


def test_a_loop_tells_what_to_do():
    assert sentences(check_loops, "One", "a b c d, a b c d") == [
        "“a b c d” stands here again, as where a machine goes round in circles; delete what is too much"
    ]
