"""What cannot be seen for a night is not gone, and what a broken feed says is not so: no export moves."""

import pytest

from tests.stories.conftest import ARTICLES, EXPORTS, HARBOR
from tests.stories.desk import Desk

GONE = "1 article is gone. Done; look today"


def away(room: Desk, folder: str = "articles") -> None:
    """The disk with the articles is missing."""
    (room.root / folder).rename(room.root / f"away-{folder}")


def back(room: Desk, folder: str = "articles") -> None:
    """It is there again, whatever is at its place."""
    if (room.root / folder).exists():
        (room.root / folder).rmdir()
    (room.root / f"away-{folder}").rename(room.root / folder)


def test_a_folder_that_is_not_mounted_for_a_night_withdraws_nothing(published):
    away(published)
    ran = published.night()
    assert ran.code == 2
    assert published.headline.startswith("Could not run: 2 problems. ")
    assert "articles: is no folder; is a disk missing?" in published.told
    assert (published.exported(), "is gone" in published.mail, "withdrawn" in published.mail) == (EXPORTS, False, False)
    back(published)
    assert (published.night().code, published.headline, published.exported()) == (0, "All done", EXPORTS)


@pytest.mark.parametrize("brake", ["", 'max_changes = "100%"'])
def test_a_folder_that_is_empty_for_some_nights_withdraws_nothing(published, brake):
    if brake:
        published.write("newsdesk.toml", published.read("newsdesk.toml").replace('max_changes = "8"', brake))
    away(published)
    (published.root / "articles").mkdir()
    for _ in range(3):
        assert published.night().code == (4 if brake else 2)
        assert "withdrawn" not in published.headline
        assert "is a disk missing?" in published.told or not brake
        published.export()
        assert published.exported() == EXPORTS
    back(published)
    assert (published.night().code, published.headline, published.exported()) == (0, "All done", EXPORTS)


@pytest.mark.parametrize("how", ["missing", "empty"])
def test_one_of_two_folders_that_is_not_mounted_withdraws_nothing_of_it(published, how):
    published.write(
        "newsdesk.toml",
        published.read("newsdesk.toml").replace("locales =", 'articles = ["articles", "sport"]\nlocales ='),
    )
    for name in ("match", "regatta"):
        published.publish(name, f"The {name} is won", f"The {name} was a long one.", folder="sport")
    published.night()
    published.approve("match", "regatta")
    published.export()
    lying = published.exported()
    away(published, "sport")
    if how == "empty":
        (published.root / "sport").mkdir()
    for _ in range(3):
        assert published.night().code == 4
        assert (published.exported(), published.headline) == (lying, "Partly done: 1 problem")
        assert "is a disk missing?" in published.told
    back(published, "sport")
    assert (published.night().code, published.headline, published.exported()) == (0, "All done", lying)


def test_of_one_folder_an_article_is_withdrawn_while_the_other_is_not_mounted(published):
    published.write(
        "newsdesk.toml",
        published.read("newsdesk.toml").replace("locales =", 'articles = ["articles", "sport"]\nlocales ='),
    )
    published.publish("match", "The match is won", "The match was a long one.", folder="sport")
    published.night()
    away(published, "sport")
    published.withdraw("harbor")
    assert published.night().code == 4
    assert published.headline == "1 article is gone. Partly done: 1 problem"
    published.night()
    assert published.headline == "1 article is withdrawn. Partly done: 1 problem"
    assert "withdrawn/et/articles/harbor.txt" in published.exported()


@pytest.mark.parametrize("policy", ["keep", "move", "remove"])
def test_a_broken_feed_moves_nothing_and_says_first_that_nothing_was_done(published, policy):
    published.settings(f'[export]\noutdated = "{policy}"\nwithdrawn = "remove"')
    whole = {name: (published.root / f"articles/{name}.txt").read_bytes() for name in ARTICLES}
    for name in whole:
        published.publish(name, "Sign in", f"Please accept all cookies to read {name}.")
    for _ in range(2):
        assert published.night().code == 2
        assert published.headline.startswith("Could not run: 1 problem. ")
        assert "as when a feed is broken" in published.headline
        assert f"<title>{published.headline[:60]}" in published.read("reports/morning.html")
        published.export()
        assert published.exported() == EXPORTS
    for name, data in whole.items():
        published.write(f"articles/{name}.txt", data)
    assert (published.night().code, published.headline, published.exported()) == (0, "All done", EXPORTS)


def test_a_night_that_braked_does_not_count_an_article_that_is_gone(published):
    published.withdraw("harbor")
    for name in ("ferry", "storm"):
        published.publish(name, "Sign in", f"Please accept all cookies to read {name}.")
    for _ in range(3):
        assert published.night().code == 2
    for name in ("ferry", "storm"):
        published.publish(name, *ARTICLES[name])
    assert (published.night().code, published.headline, published.exported()) == (1, GONE, EXPORTS)


def test_a_dry_run_counts_and_moves_nothing(published):
    published.withdraw("harbor")
    for _ in range(3):
        ran = published.night("--dry-run")
        assert "1 article is gone" in ran.out
        assert published.exported() == EXPORTS
    assert (published.night().code, published.headline, published.exported()) == (1, GONE, EXPORTS)


def test_between_two_nights_that_missed_it_one_that_saw_it_begins_anew(published):
    for _ in range(3):
        published.withdraw("harbor")
        assert (published.night().code, published.headline) == (1, GONE)
        published.publish("harbor", *HARBOR)
        assert (published.night().code, published.headline) == (0, "All done")
    assert published.exported() == EXPORTS
