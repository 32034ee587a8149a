"""A title fits its screen, keeps its number, and is the only one of its channel that is called so."""

import pytest

from translate.core.checks import check_article
from translate.core.checks.findings import Broadcast, Unit
from translate.core.checks.titles import width
from translate.languages.loading import load_pair

PAIR = load_pair("en", "et")
RULES = {"title-width", "title-number", "title-twice"}


def title(source, target, context="show title", **broadcast):
    return Unit.of(source, target, *PAIR, context=context, broadcast=Broadcast(**broadcast))


def told(*units):
    """What is told of each title."""
    return [[(one.rule, one.message) for one in found if one.rule in RULES] for found in check_article(units)]


@pytest.mark.parametrize(
    ("text", "columns"),
    [("Hommik", 6), ("Hommik" + "\u0301" * 3, 6), ("早上好", 6), ("아침", 4), ("ｱｻ", 2), ("👋", 2), ("", 0)],
)
def test_a_width_is_counted_as_screens_do(text, columns):
    assert width(text) == columns


def test_what_is_too_wide_is_told_with_its_width_and_what_just_fits_is_not():
    assert told(title("Morning", "Hommikuprogramm", limit=15)) == [[]]
    assert told(title("Morning", "Hommikuprogramm", limit=14)) == [
        [("title-width", "it is 15 columns wide, and may be 14; shorten it")]
    ]
    assert told(title("Morning", "Hommikuprogramm")) == [[]]


@pytest.mark.parametrize("target", ["Sadam, 3. osa", "Sadam 3", "Sadam III"])
def test_an_episode_that_keeps_its_number_in_whatever_digits_is_right(target):
    assert told(title("The harbour, part 3", target, "episode title")) == [[]]


def test_an_episode_that_loses_its_small_number_is_told_once():
    for target in ("Sadam", "Sadam, 4. osa"):
        (found,) = check_article([title("The harbour, part 3", target, "episode title")])
        assert len([one for one in found if one.rule in {"number", "title-number"}]) == 1, target
    assert told(title("The harbour, part 3", "Sadam")) == [[]]


def test_two_shows_of_a_channel_that_are_called_alike_are_both_told():
    evening, morning = title("Evening news", "Uudised", channels=("ETV",)), title("Morning news", "uudised")
    assert told(evening, morning) == [
        [("title-twice", "“Morning news” is called so, too; tell the two apart")],
        [("title-twice", "“Evening news” is called so, too; tell the two apart")],
    ]
    beside = title("Morning news", "Uudised", channels=("ETV2", "ETV"))
    assert told(evening, beside)[0] == [("title-twice", "“Morning news” is called so, too on ETV; tell the two apart")]


def test_a_title_without_a_channel_may_stand_beside_any():
    shows = [title(name, "Saade", channels=(name,)) for name in "ABC"]
    nowhere = title("D", "Saade")
    assert [len(found) for found in told(*shows, nowhere)] == [1] * 4
    assert told(*shows) == [[]] * 3


@pytest.mark.parametrize(
    "others",
    [
        [title("Morning news", "Uudised", channels=("ETV2",))],
        [title("EVENING NEWS", "Uudised", channels=("ETV",))],
        [title("Morning news", "Uudised", "episode title", channels=("ETV",))],
        [title("Morning news", "Hommikused uudised", channels=("ETV",))],
        [title("Morning news", "Uudised", "headline")],
    ],
    ids=["on another channel", "the same title", "an episode", "called otherwise", "no title"],
)
def test_what_no_viewer_mixes_up_is_not_told(others):
    assert told(title("Evening news", "Uudised", channels=("ETV",)), *others)[0] == []


def test_thousands_of_titles_called_alike_take_no_time_that_grows_with_their_square():
    many = [title(f"Show {number}", "Saade", channels=(f"C{number}",)) for number in range(3000)]
    assert told(*many) == [[]] * 3000
