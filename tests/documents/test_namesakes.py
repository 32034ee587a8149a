"""Articles of one name have catalogs of their own, and what has a name keeps it."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.namesakes import allot, doubtful, may_have
from translate.documents.slugs import LONGEST, choices, slug_of

NEWS, SPORT, THIRD = "articles/news/storm.txt", "articles/sport/storm.txt", "articles/culture/storm.txt"
PARTS = st.sampled_from(["news", "sport", "Sport", "sport-storm", "новости", "con", "x" * 60])
NAMES = st.sampled_from(["storm", "Storm", "störm", "sport-storm", "news-storm", "storm-txt", "con", "y" * 95])
PATHS = st.builds(
    lambda folders, name, ending: "/".join(("articles", *folders, f"{name}{ending}")),
    st.lists(PARTS, max_size=3),
    NAMES,
    st.sampled_from([".txt", ".md", ".TXT"]),
)


def names(*paths, **claims):
    return allot(paths, {name.replace("_", "-"): path for name, path in claims.items()})


def test_a_name_that_nobody_shares_is_the_one_after_the_file():
    assert names(NEWS, "articles/sport/flood.txt") == {NEWS: "storm", "articles/sport/flood.txt": "flood"}


def test_the_first_has_the_plain_name_and_the_others_are_named_by_their_folders():
    assert names(SPORT, NEWS, THIRD) == {THIRD: "storm", NEWS: "news-storm", SPORT: "sport-storm"}


def test_whoever_lies_in_the_fewest_folders_comes_first():
    assert names(NEWS, "articles/storm.txt") == {"articles/storm.txt": "storm", NEWS: "news-storm"}


def test_whoever_has_files_keeps_their_name():
    assert names(NEWS, SPORT, storm=SPORT) == {SPORT: "storm", NEWS: "news-storm"}


def test_no_more_folders_stand_in_a_name_than_tell_the_articles_apart():
    one, other, last = "articles/news/2026/storm.txt", "articles/sport/2026/storm.txt", "articles/sport/2027/storm.txt"
    assert names(one, other, last) == {one: "storm", other: "sport-2026-storm", last: "2027-storm"}


def test_in_one_folder_the_ending_tells_them_apart():
    assert names("articles/storm.md", "articles/storm.txt") == {
        "articles/storm.md": "storm",
        "articles/storm.txt": "storm-txt",
    }


@pytest.mark.parametrize("other", ["articles/Storm.txt", "articles/störm.txt", "articles/новости/storm.txt"])
def test_where_no_word_of_the_path_tells_them_apart_a_mark_does(other):
    found = names("articles/storm.txt", other)
    assert sorted(len(name) for name in found.values()) == [5, 14]


def test_a_withdrawn_namesake_leaves_its_name_to_nobody():
    assert names(SPORT, storm=NEWS, sport_storm=SPORT) == {SPORT: "sport-storm"}
    assert names(SPORT, storm=NEWS) == {SPORT: "sport-storm"}


def test_a_third_comes_and_the_first_two_stay_what_they_are():
    assert names(THIRD, NEWS, SPORT, storm=SPORT, news_storm=NEWS) == {
        SPORT: "storm",
        NEWS: "news-storm",
        THIRD: "culture-storm",
    }


def test_an_article_that_is_called_like_anothers_path_is_not_robbed_and_robs_nobody():
    real = "articles/sport-storm.txt"
    assert names(NEWS, SPORT, real) == {NEWS: "storm", SPORT: "articles-sport-storm", real: "sport-storm"}
    assert names(NEWS, SPORT, real, storm=NEWS, sport_storm=SPORT) == {
        NEWS: "storm",
        SPORT: "sport-storm",
        real: "articles-sport-storm",
    }


def test_a_name_by_the_path_is_none_that_another_has_after_its_file():
    deep = "articles/archive/2026/sport-storm.txt"
    assert names(NEWS, SPORT, deep) == {NEWS: "storm", SPORT: "articles-sport-storm", deep: "sport-storm"}


def test_of_names_that_are_one_on_a_mac_the_article_that_is_there_has_it():
    claims = {"Storm": "articles/Storm.txt", "storm": "articles/storm.txt"}
    for there in claims.values():
        assert allot([there], claims) == {there: there[9:14]}


def test_files_that_were_copied_from_anothers_are_nobodys():
    assert names(NEWS, "articles/flood.txt", flood=NEWS) == {NEWS: "storm", "articles/flood.txt": "flood"}
    assert not may_have(NEWS, "flood")
    assert may_have(NEWS, "News-Storm")


def test_what_gives_no_name_is_left_out():
    assert names("articles/новости.txt", NEWS) == {NEWS: "storm"}
    assert not may_have("articles/новости.txt", "storm")


def test_two_spellings_of_one_path_share_a_name():
    assert names("articles/jõgi.txt", "articles/jo\u0303gi.txt") == {
        "articles/jõgi.txt": "jogi",
        "articles/jo\u0303gi.txt": "jogi",
    }


@given(st.sets(PATHS, max_size=8), st.randoms())
def test_the_names_are_distinct_and_safe_in_whatever_order_the_articles_come(paths, random):
    found = allot(sorted(paths), {})
    assert len({name.casefold() for name in found.values()}) == len(found)
    assert all(name in choices(path) and len(name) <= LONGEST for path, name in found.items())
    assert all(slug_of(f"{name}.txt") == name for name in found.values())
    shuffled = sorted(paths)
    random.shuffle(shuffled)
    assert allot(shuffled, {}) == found


@given(st.sets(PATHS, max_size=6), st.sets(PATHS, max_size=4), st.sets(PATHS, max_size=4))
def test_once_there_are_files_nothing_that_comes_or_goes_changes_a_name(first, coming, going):
    found = allot(first, {})
    files = {name: path for path, name in found.items()}
    later = allot((first | coming) - going, files)
    assert {path: name for path, name in later.items() if path in found} == {
        path: name for path, name in found.items() if path not in going
    }
    taken = {name.casefold() for path, name in found.items() if path in going}
    assert not taken & {name.casefold() for path, name in later.items() if path not in found}


@given(st.sets(PATHS, min_size=1, max_size=6), st.data())
def test_whose_files_are_is_asked_wherever_it_could_matter(paths, data):
    everybody = allot(paths, {})
    there = {name: path for path, name in everybody.items()}
    left = data.draw(st.sets(st.sampled_from(sorted(paths))))
    known = data.draw(st.sets(st.sampled_from(sorted(left)))) if left else set()
    asked = {name: there[name] for name in doubtful(left, there, known)}
    assert allot(left, asked) == {path: name for path, name in everybody.items() if path in left}


def test_of_articles_that_the_last_run_knew_and_that_share_nothing_nothing_is_asked():
    paths = ["articles/a.txt", "articles/b-c.txt"]
    assert doubtful(paths, ["a", "b-c", "withdrawn-long-ago"], paths) == set()
    assert doubtful(paths, ["a", "b-c"], ["articles/a.txt"]) == {"b-c"}


def test_every_order_of_three_gives_the_same_names():
    assert len({tuple(sorted(allot(order, {}).items())) for order in permutations((NEWS, SPORT, THIRD))}) == 1
