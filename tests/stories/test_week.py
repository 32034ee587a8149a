"""A week, morning by morning: the first line says what the newsroom must know, wherever it looks."""

import pytest

from tests.stories.conftest import EXPORTS
from tests.stories.week import CASES, mornings

BACK = "13-sunday-restored"
"""What a night says once."""
BRAKE = "13 of 13 entries would vanish and 0 change, more than 8 entries, as when a feed is broken"
FIRST = {
    "08-tuesday-new": (0, "All done"),
    "09-wednesday-published": (0, "All done"),
    "10-thursday-corrected-and-gone": (
        1,
        "1 correction hits approved text, 1 export is older than its article, 1 article is gone. Done; look today",
    ),
    "11-friday-withdrawn": (1, "1 export is older than its article, 1 article is withdrawn. Done; look today"),
    "12-saturday-renamed": (0, "All done"),
    BACK: (1, "1 withdrawn article is back. Done; look today"),
    "14-monday-broken-feed": (
        2,
        f"Could not run: 1 problem. {BRAKE}. 4 exports are older than their articles",
    ),
    "15-tuesday-not-mounted": (2, "Could not run: 2 problems. articles: is no folder"),
    "16-wednesday-mended": (0, "All done"),
}
"""How each night left, and what its morning begins with."""


@pytest.fixture(scope="module")
def week():
    return list(mornings())


def test_each_morning_begins_with_what_the_newsroom_must_know(week):
    assert {one.name: (one.ran.code, one.told["headline"]) for one in week} == FIRST


def test_each_mail_is_as_it_was_read_and_found_good(week):
    assert {one.name: one.mail for one in week} == {path.stem: path.read_text("utf-8") for path in CASES.glob("*.txt")}


def test_each_mail_is_what_the_night_printed_and_fits_a_screen(week):
    assert [one.mail for one in week] == [one.ran.out for one in week]
    assert max(len(one.mail.splitlines()) for one in week) <= 40


def test_page_and_mail_begin_alike(week):
    for one in week:
        first = " ".join(one.mail.partition("\nRun ")[0].split()).partition(": ")[2].rstrip("…")
        assert one.heading.startswith(first), one.name
        assert one.heading == one.told["headline"]
        is_quiet = one.heading == "All done"
        news = one.heading.removesuffix(". Done; look today")
        assert one.title == f"{'' if is_quiet else f'{news} – '}ferry-news: morning report, run {week.index(one) + 1}"


def test_status_tells_the_same_news_as_long_as_there_is_something_to_do(week):
    for one in week:
        first = one.told["news"]["headline"]
        told = f"{first[:1].upper()}{first[1:]}:\n" if first and one.name != BACK else "locale "
        assert (one.status.code, one.status.out.startswith(told)) == (0, True), one.name


def test_among_the_exports_lies_what_readers_may_have(week):
    out = {one.name.partition("-")[2]: [path for path in one.exports if path.startswith("et/")] for one in week}
    last = ["et/articles/ferry.txt", "et/articles/harbor.txt", "et/articles/ice.txt", "et/articles/storm-inquiry.txt"]
    assert out["thursday-corrected-and-gone"] == EXPORTS
    assert out["friday-withdrawn"] == ["et/articles/ferry.txt", "et/articles/storm.txt"]
    assert out["monday-broken-feed"] == out["tuesday-not-mounted"] == out["wednesday-mended"] == last
