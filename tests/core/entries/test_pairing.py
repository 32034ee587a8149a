"""What each changed paragraph of an article was made from."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.edits import edited_articles
from translate.core.entries.pairing import pair
from translate.core.text.changes import changes

HEADLINE = ("headline", "Ferry line opens in winter")
SAILED = (None, "The ferry Laidur sailed to the island on Monday. It carried 86 passengers and a dog.")
TICKET = (None, "A ticket costs €3.20 for islanders.")
CAPTAIN = (None, "Captain Rein Laheots warned against great expectations.")
ARTICLE = [HEADLINE, SAILED, TICKET, CAPTAIN]


def test_nothing_new_was_made_from_anything():
    assert pair(ARTICLE, ARTICLE[::-1]) == {}
    assert pair(ARTICLE, []) == {}
    assert pair([], ARTICLE) == {}


def test_an_edited_paragraph_is_known_wherever_it_stands():
    dearer = (None, "A ticket costs €3.50 for islanders.")
    assert pair(ARTICLE, [HEADLINE, SAILED, dearer, CAPTAIN]) == {dearer: (TICKET,)}
    assert pair(ARTICLE, [HEADLINE, dearer, SAILED, CAPTAIN]) == {dearer: (TICKET,)}


def test_a_paragraph_about_something_else_in_the_same_place_was_made_from_nothing():
    assert pair(ARTICLE, [HEADLINE, SAILED, (None, "It snowed in Tartu, and nobody was surprised."), CAPTAIN]) == {}


def shares(words, of):
    """Two texts of some words each, of which they share some; and texts that make all their words weigh the same."""
    shared, one, two = ([f"{kind}{n}" for n in range(number)] for kind, number in [("s", words), ("o", of), ("n", of)])
    old, new = (" ".join([*shared, *own[words:]]) for own in (one, two))
    return (None, old), (None, new), (None, " ".join([*one[words:], *two[words:]]))


@pytest.mark.parametrize(("words", "of", "found"), [(79, 200, False), (2, 5, True), (41, 100, True)])
def test_between_the_same_neighbours_two_fifths_in_common_make_a_version(words, of, found):
    old, new, others = shares(words, of)
    assert pair([others, old], [others, new]) == ({new: (old,)} if found else {})


@pytest.mark.parametrize(("words", "of", "found"), [(99, 200, False), (1, 2, True), (51, 100, True)])
def test_elsewhere_a_half_in_common_makes_a_version(words, of, found):
    old, new, others = shares(words, of)
    assert pair([old, others, CAPTAIN], [others, CAPTAIN, new]) == ({new: (old,)} if found else {})


@pytest.mark.parametrize(("words", "of", "found"), [(69, 100, False), (71, 100, True)])
def test_between_the_same_neighbours_seven_tenths_of_a_text_in_a_longer_one_make_a_version(words, of, found):
    shared, own, more = (
        [f"{kind}{n}" for n in range(number)] for kind, number in [("s", words), ("o", of), ("n", 400)]
    )
    old, new = (None, " ".join([*shared, *own[words:]])), (None, " ".join([*shared, *more]))
    others = (None, " ".join([*own[words:], *more]))
    assert pair([others, old], [others, new]) == ({new: (old,)} if found else {})
    assert pair([others, new], [others, old]) == ({old: (new,)} if found else {})
    assert pair([old, others, CAPTAIN], [others, CAPTAIN, new]) == {}


def test_both_halves_of_a_split_paragraph_were_made_from_it():
    halves = [(None, f"{half}.") for half in SAILED[1].removesuffix(".").split(". ")]
    assert pair(ARTICLE, [HEADLINE, *halves, TICKET, CAPTAIN]) == dict.fromkeys(halves, (SAILED,))


def test_a_paragraph_that_says_again_what_the_edited_one_still_says_was_no_part_of_it():
    edited = (None, SAILED[1].replace("86", "87"))
    again = (None, "The ferry Laidur sailed to the island on Tuesday.")
    assert pair(ARTICLE, [HEADLINE, edited, again, TICKET, CAPTAIN]) == {edited: (SAILED,)}
    assert pair([HEADLINE, edited, again, TICKET, CAPTAIN], ARTICLE) == {SAILED: (edited,)}


def test_a_paragraph_is_known_however_far_it_has_moved_if_it_has_a_rare_word():
    others = [(None, f"Village {n} had {n} guests, {n} boats.") for n in range(100)]
    dearer = (None, "A ticket costs €3.50 for islanders.")
    renewed = [(None, f"{text} Again.") for _, text in others]
    assert pair([*others, TICKET], [dearer, *renewed])[dearer] == (TICKET,)
    assert pair([TICKET, *others], [*renewed, dearer])[dearer] == (TICKET,)


def test_paragraphs_of_common_words_are_known_by_standing_about_as_far_down():
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    before = [(None, " ".join(w for w in words if w not in left_out)) for left_out in combinations(words, 2)]
    after = [(None, f"{text} again") for _, text in before]
    assert pair(before, after) == {key: (before[at],) for at, key in enumerate(after)}


def test_a_joined_paragraph_was_made_from_both_in_their_order():
    joined = (None, f"{SAILED[1]} {TICKET[1]}")
    assert pair(ARTICLE, [HEADLINE, joined, CAPTAIN]) == {joined: (SAILED, TICKET)}


def test_a_headline_is_made_from_a_headline_only():
    edited = ("headline", "Ferry line to open in winter")
    assert pair(ARTICLE, [edited, *ARTICLE[1:]]) == {edited: (HEADLINE,)}
    assert pair(ARTICLE, [*ARTICLE[1:], (None, edited[1])]) == {}


def test_the_same_words_are_the_same_paragraph_even_where_they_have_become_a_headline():
    paragraph = (None, HEADLINE[1])
    assert pair(ARTICLE, [("headline", "Breaking news"), paragraph, *ARTICLE[1:]]) == {paragraph: (HEADLINE,)}


def test_of_two_that_are_alike_each_is_made_from_its_own():
    before = [(None, f"In {town}, minus {cold} degrees was measured on Monday.") for town, cold in towns(0)]
    after = [(None, f"In {town}, minus {cold} degrees was measured on Monday.") for town, cold in towns(3)]
    assert pair(before, after[::-1]) == {key: (before[at],) for at, key in enumerate(after)}


def towns(colder):
    return [(town, at + 10 + colder * 10) for at, town in enumerate(["Tartu", "Narva", "Valga", "Elva"])]


def test_of_two_origins_that_are_as_alike_the_one_in_the_same_place_is_taken():
    first, second, new = ((None, f"The {name} sailed to the island at noon.") for name in ("Laidur", "Regula", "Piret"))
    assert pair([HEADLINE, first, CAPTAIN, second], [HEADLINE, CAPTAIN, new]) == {new: (second,)}
    assert pair([HEADLINE, second, CAPTAIN, first], [HEADLINE, new, CAPTAIN]) == {new: (second,)}


def test_a_message_of_an_older_version_must_be_alike_by_itself():
    back = (None, "A ticket costs €3.50 for islanders.")
    other = (None, "A ticket to the theater costs a lot.")
    assert pair([HEADLINE], [HEADLINE, back], [TICKET]) == {back: (TICKET,)}
    assert pair([HEADLINE], [HEADLINE, other], [TICKET]) == {}


@pytest.mark.parametrize("text", ["", "…", "“?”"])
def test_texts_without_words_were_made_from_nothing(text):
    assert pair([(None, text)], [(None, f"{text}!")]) == {}


def test_scripts_without_spaces_are_compared_too():
    old, new = (
        (None, "政府は月曜日、最低賃金を引き上げると発表した。"),
        (None, "政府は火曜日、最低賃金を引き上げると発表した。"),
    )
    assert pair([old], [new]) == {new: (old,)}


def test_the_edited_articles_are_understood():
    faults: Counter[str] = Counter()
    articles = list(edited_articles())
    for article in articles:
        found = pair(article.before, article.after)
        for key in article.changed:
            origins, got = article.origins.get(key, frozenset()), set(found.get(key, ()))
            faults["wrong"] += bool(got - origins)
            faults["lost"] += bool(origins) and not got & origins
    assert len(articles) > 60
    assert faults["wrong"] <= 2  # Of 800 changed paragraphs; these are alike indeed.
    assert faults["lost"] <= 3  # Sentences of two or three words that have become paragraphs.


keys = st.lists(st.tuples(st.sampled_from([None, "headline"]), st.text("ab .", max_size=8)), unique=True, max_size=6)


@given(keys, keys, keys)
def test_only_new_messages_have_origins_and_only_vanished_ones_are_origins(before, after, retired):
    retired = [key for key in retired if key not in before and key not in after]
    for key, origins in pair(before, after, retired).items():
        assert key in after
        assert key not in before
        assert len(set(origins)) == len(origins) > 0
        assert set(origins) <= {*before, *retired} - set(after)
        assert all(origin[0] == key[0] or origin[1] == key[1] for origin in origins)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("It costs €1,050 now.", "It costs €1,100 now.", "€1,050 → €1,100"),
        ("It costs.", "It costs. A lot.", "added “A lot.”"),
        ("It never costs.", "It costs.", "removed “never”"),
        ("a b c d e", "A b C d e", "a → A, c → C"),
        ("a b c d e f g", "A b C d E f g", "a → A, c → C, and more"),
        ("x " * 30, "y", "x x x x x x x x x x x x x x x x x x x x… → y"),
        ("the same", "the same", ""),
        ("long " * 1500, "longer " * 1500, ""),
    ],
)
def test_a_change_is_told_in_a_few_words(before, after, told):
    assert changes(before, after) == told
