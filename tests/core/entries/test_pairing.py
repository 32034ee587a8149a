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


# --- every edge of it


def body(*words):
    return (None, " ".join(words))


def own(name, number):
    """Words that no other text has."""
    return [f"{name}{n}" for n in range(number)]


def fillers(number, word=None, having=0):
    """Texts about nothing else, some of which have a word in them."""
    return [body(*own(f"f{n}x", 9), word if word and n < having else f"f{n}") for n in range(number)]


@pytest.mark.parametrize(("others", "found"), [(29, True), (30, False)])
def test_a_word_that_more_than_thirty_texts_have_points_to_none_of_them(others, found):
    old, new = body(*["w"] * 9, "old"), body(*["w"] * 9, "new")
    assert pair([*fillers(59, "w", others), old], [new]) == ({new: (old,)} if found else {})


@pytest.mark.parametrize(
    ("new_at", "of", "old_at", "found"),
    [
        (0, 1, 14, True),
        (0, 1, 15, False),
        (1, 2, 14, False),
        (1, 2, 15, True),
        (1, 2, 44, True),
        (1, 2, 45, False),
        (1, 30, 0, True),
        (1, 30, 16, True),
        (1, 30, 17, False),
        (29, 30, 42, False),
        (29, 30, 43, True),
        (29, 30, 59, True),
    ],
)
def test_of_texts_that_share_common_words_only_the_thirty_about_as_far_down_are_compared(new_at, of, old_at, found):
    old, new = body(*["w"] * 9, "old"), body(*["w"] * 9, "new")
    before, after = fillers(59, "w", 40), [body(*own(f"n{n}x", 9)) for n in range(of - 1)]
    before.insert(old_at, old)
    after.insert(new_at, new)
    assert pair(before, after) == ({new: (old,)} if found else {})


A, B, C, D = (body(*own(name, 6)) for name in "abcd")


@pytest.mark.parametrize(
    ("before", "after", "near"),
    [
        ([A, None, B, C], [A, None, C, B], True),
        ([A, C, None, B], [C, A, None, B], True),
        ([A, None, B, C, D], [A, B, C, None, D], False),
        ([A, None], [A, None, B], True),
        ([None, A], [B, None, A], True),
        ([A, None, B], [A, B, None], False),
    ],
)
def test_one_neighbour_that_is_the_same_makes_it_the_same_place(before, after, near):
    # They have nine words of twenty in common: enough in the same place, and too little elsewhere.
    both = own("s", 9)
    old, new = body(*both, *own("o", 11)), body(*both, *own("n", 11))
    level = body(*own("o", 11), *own("n", 11))  # So that each word weighs the same.
    before = [level, *(old if one is None else one for one in before)]
    after = [level, *(new if one is None else one for one in after if one is None or one in before)]
    assert pair(before, after) == ({new: (old,)} if near else {})


@pytest.mark.parametrize(("words", "found"), [(3, False), (4, True)])
def test_four_words_are_the_fewest_by_which_a_text_is_known_as_a_part(words, found):
    part, more = own("p", words), own("m", 40)
    short, long = body(*part), body(*part, *more)
    assert pair([A, short, B], [A, long, B]) == ({long: (short,)} if found else {})
    assert pair([A, long, B], [A, short, B]) == ({short: (long,)} if found else {})


@pytest.mark.parametrize(("words", "of", "found"), [(3, 3, False), (4, 4, True), (13, 20, False), (15, 20, True)])
def test_a_part_of_an_edited_paragraph_is_known_by_seven_tenths_of_four_words_or_more(words, of, found):
    part, rest = own("p", words), own("r", of - words)
    main, small = own("m", 60), body(*part, *rest)
    whole, alone = body(*main, *part), body(*main, "edited")
    level = body(*own("r", of - words))
    extra = [level] if rest else []
    assert pair([*extra, A, alone, small, B], [*extra, A, whole, B]) == {whole: (alone, small) if found else (alone,)}
    found_in = {alone: (whole,), small: (whole,)} if found else {alone: (whole,)}
    assert pair([*extra, A, whole, B], [*extra, A, alone, small, B]) == found_in


def test_a_part_is_joined_or_split_off_in_the_same_place_only():
    part, main = own("p", 12), own("m", 60)
    small, whole, alone = body(*part), body(*main, *part), body(*main, "edited")
    assert pair([A, alone, B, C, small, D], [A, whole, B, C, D]) == {whole: (alone,)}
    assert pair([A, whole, B, C, D], [A, alone, B, C, small, D]) == {alone: (whole,)}


def test_what_is_in_both_parts_of_an_edit_is_not_counted_twice():
    part, main = own("p", 12), own("m", 20)
    small, alone, whole = body(*part), body(*main, *part, "old"), body(*main, *part, "new")
    assert pair([A, alone, small, B], [A, whole, B]) == {whole: (alone,)}
    assert pair([A, alone, B], [A, whole, small, B]) == {whole: (alone,)}


def test_a_part_goes_with_the_one_that_has_most_of_it():
    part, (main, other) = own("p", 20), (own("m", 60), own("n", 60))
    small = body(*part)
    alone, second = body(*main), body(*other)
    most, some = body(*main, *part), body(*other, *part[:16])
    for first, last in (((alone, most), (second, some)), ((second, some), (alone, most))):
        joined = pair([A, first[0], small, last[0], B], [A, first[1], last[1], B])
        assert {key: set(found) for key, found in joined.items()} == {most: {alone, small}, some: {second}}
        split = pair([A, first[1], last[1], B], [A, first[0], small, last[0], B])
        assert split == {alone: (most,), second: (some,), small: (most,)}


def test_the_very_words_go_before_words_that_are_nearly_the_same_in_the_same_place():
    title = " ".join(own("t", 40))
    nearly = (None, f"{title} more")
    paragraph = (None, title)
    assert pair([("headline", title), nearly, A], [paragraph, A]) == {paragraph: (("headline", title),)}


def test_what_is_much_more_alike_elsewhere_goes_before_what_stands_in_the_same_place():
    both = own("s", 40)
    new = body(*both, "new")
    near, far = body(*both[:24], *own("o", 16)), body(*both, "old")
    assert pair([A, near, B, C, far, D], [A, new, B, C, D]) == {new: (far,)}


def test_of_origins_that_are_alike_in_all_the_first_is_taken():
    words = own("w", 6)
    first, second, new = body("b", *words, "a"), body(*words, "b", "a"), body("a", "b", *words)
    assert first < second
    for one, other in ((first, second), (second, first)):
        assert pair([A, one, other, B], [A, new, B]) == {new: (one,)}


def test_an_older_version_is_asked_only_where_the_last_one_has_no_origin():
    dearer, older = (None, "A ticket costs €3.50 for islanders."), (None, "A ticket costs €3.40 for islanders.")
    assert pair([HEADLINE, TICKET], [HEADLINE, dearer], [older]) == {dearer: (TICKET,)}
    assert pair([HEADLINE], [HEADLINE, dearer], [older]) == {dearer: (older,)}


def test_what_is_a_version_of_one_paragraph_is_no_part_of_another():
    part, main = own("p", 20), own("m", 60)
    small, edited = body(*part, "old"), body(*part, "edited")
    alone, whole = body(*main), body(*main, *part)
    assert pair([A, small, alone, B], [A, edited, whole, B]) == {edited: (small,), whole: (alone,)}
    assert pair([A, small, whole, B], [A, edited, alone, B]) == {edited: (small,), alone: (whole,)}


@pytest.mark.parametrize(("longer", "shorter"), [(200, 60), (60, 200)])
def test_a_part_goes_with_the_one_that_has_most_of_it_however_long_that_is(longer, shorter):
    part, main, other = own("p", 20), own("m", longer), own("n", shorter)
    small, alone, second = body(*part), body(*main), body(*other)
    most, some = body(*main, *part), body(*other, *part[:16])
    joined = pair([A, alone, small, second, B], [A, most, some, B])
    assert {key: set(found) for key, found in joined.items()} == {most: {alone, small}, some: {second}}
    split = pair([A, most, some, B], [A, alone, small, second, B])
    assert split == {alone: (most,), second: (some,), small: (most,)}


def test_paragraphs_and_credits_that_are_a_part_of_nothing_go_side_by_side():
    pairs = [(kind, " ".join(own(name, 8))) for kind, name in [("credit", "p"), (None, "q")]]
    edited = [(kind, f"{text} now") for kind, text in pairs]
    others = [(kind, " ".join(own(name, 8))) for kind, name in [("credit", "r"), (None, "s")]]
    versions = dict(zip(edited, [(one,) for one in pairs], strict=True))
    assert pair([*pairs, *others], edited) == versions
    assert pair(pairs, [*edited, *others]) == versions


def test_just_seven_tenths_in_the_same_place_are_enough():
    # The other texts see to it that each word weighs the same; of these numbers of words the sums are exact.
    part, rest, more = own("p", 28), own("r", 12), own("x", 300)
    small, long, level = body(*part, *rest), body(*part, *more), body(*rest, *more)
    assert pair([level, small], [level, long]) == {long: (small,)}
    assert pair([level, long], [level, small]) == {small: (long,)}


def test_just_seven_tenths_are_enough_for_a_part_of_an_edited_paragraph():
    part, rest, main = own("p", 7), own("r", 3), own("m", 60)
    small, whole, alone, level = body(*part, *rest), body(*main, *part), body(*main, "edited"), body(*rest)
    assert pair([level, A, alone, small, B], [level, A, whole, B]) == {whole: (alone, small)}
    assert pair([level, A, whole, B], [level, A, alone, small, B]) == {alone: (whole,), small: (whole,)}


def test_a_paragraph_whose_tags_alone_are_others_is_a_version_of_itself():
    linked, marked = body("<a1>It</a1>", "<a2>sank</a2>"), body("<strong1>It</strong1>", "<em2>sank</em2>")
    other = body("<em1>She</em1>", "<strong2>swam</strong2>")
    assert pair([other, linked], [marked, body("<a1>We</a1>", "<a2>rowed</a2>")]) == {marked: (linked,)}
