import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.core.terms.glossary import Action, Glossary, Match, Term
from translate.core.terms.matching import Matcher, PhraseFinder, TermMatch


def matcher(*terms):
    return Matcher(Glossary("et", tuple(t if isinstance(t, Term) else Term(t, t) for t in terms)))


def found(text, *terms):
    return [text[m.start : m.end] for m in matcher(*terms).find(text)]


def test_a_show_name_is_found_in_quotes_with_its_comma():
    esimene = Term("Esimene stuudio", "Esimene stuudio")
    text = 'Speaking to "Esimene stuudio," Kannik said'
    assert matcher(esimene).find(text) == (TermMatch(esimene, 13, 28),)


@pytest.mark.parametrize("text", ["Kallas's", "Kallas’s", "Kallas'", "(Kallas)", "Kallas.", "“Kallas”", "Kallas—she"])
def test_possessives_and_punctuation_are_boundaries(text):
    assert found(text, "Kallas") == ["Kallas"]


@pytest.mark.parametrize("text", ["Kallass", "Kallas2", "xKallas", "7Kallas", "Kallasё", "Kallas\u0327"])
def test_a_letter_a_digit_or_a_mark_next_to_it_makes_another_word(text):
    assert found(text, "Kallas") == []


@pytest.mark.parametrize(("text", "compound"), [("NATO-Russia", True), ("pro-NATO", True), ("NATO - yes", False)])
def test_a_match_says_whether_a_hyphen_ties_it(text, compound):
    (match,) = matcher("NATO").find(text)
    assert match.compound is compound


def test_terms_that_end_in_punctuation_need_no_boundary_there():
    assert found("the U.S., in C++17 and .NET", "U.S.", "C++", ".NET") == ["U.S.", "C++", ".NET"]
    assert found("F.U.S. or aC++", "U.S.", "C++") == ["U.S."]


@pytest.mark.parametrize("text", ["C+++++", "C+++", "##C++##C#", "C####", "Pay $$5"])
def test_a_symbol_that_goes_on_makes_something_else(text):
    assert found(text, "C++", "C#", "$5") == (["C++", "C#"] if "C++#" in text else [])


def test_punctuation_may_go_on_and_other_symbols_may_stand_there():
    assert found("US$5, +$5", "$5") == ["$5", "$5"]
    assert found("the U.S... Yahoo!! C++++ C++ +C++", "U.S.", "Yahoo!", "C++") == ["U.S.", "Yahoo!", "C++", "C++"]


@pytest.mark.parametrize(
    "text", ["the cell-range here", "a Cell-Range", "cell\u2011range", "CELL-RANGES TOO", "a cell-range-like"]
)
def test_a_hyphen_may_stand_for_a_terms_space(text):
    (match,) = matcher(Term("cell range", "x", variants=("cell ranges",), match=Match.ANY)).find(text)
    assert text[match.start : match.end].lower().startswith("cell")
    assert match.compound is text.endswith("-like")


@pytest.mark.parametrize(
    "text", ["cell - range", "cell -range", "cell- range", "cell--range", "cell–range", "cell-ranger"]
)
def test_other_dashes_do_not_stand_for_a_space(text):
    assert found(text, "cell range") == []


def test_a_space_does_not_stand_for_a_terms_hyphen():
    assert found("an e mail, an e-mail", "e-mail") == ["e-mail"]


def test_a_term_with_the_hyphen_is_taken_before_one_with_the_space():
    spaced, tied = Term("cell range", "a"), Term("cell-range", "b")
    assert [m.term for m in matcher(spaced, tied).find("cell-range, cell range")] == [tied, spaced]


def test_in_a_translation_a_hyphen_is_a_hyphen():
    finder = PhraseFinder([("NATO s", Match.SMART, 1)])
    assert finder.hits("NATO-s") == []
    assert len(finder.hits("NATO-s", hyphens_part=True)) == 1


@pytest.mark.parametrize(
    "text", ["Esimene\u00a0stuudio", "Esimene  stuudio", "Esi\u00admene\nstuudio", "Esimene stu\u200budio"]
)
def test_layout_does_not_hide_a_term(text):
    assert found(text, "Esimene stuudio") == [text]


def test_a_term_in_decomposed_letters_is_found_whole():
    assert found("On Vo\u0303ru, ", "Võru") == ["Vo\u0303ru"]


def test_capitals_must_match_by_default():
    assert found("to err is human, ERR reports; Err", "ERR") == ["ERR"]
    assert found("a security Expert, a Security Expert", "security expert") == []


def test_exact_and_any_compare_as_they_say():
    assert found("Yle YLE yle", Term("Yle", "Yle", match=Match.EXACT)) == ["Yle"]
    assert found("Yle YLE yle", Term("Yle", "Yle", match=Match.ANY)) == ["Yle", "YLE", "yle"]


def test_all_caps_headlines_match():
    assert found("KAJA KALLAS: A SECURITY EXPERT SPEAKS", "Kaja Kallas", "security expert") == [
        "KAJA KALLAS",
        "SECURITY EXPERT",
    ]
    assert found("IN DER GROSSEN STRASSE", "Straße") == ["STRASSE"]


def test_a_short_word_is_not_taken_for_an_acronym():
    assert found("ERR and US said", "err", "us") == []
    assert found("TO ERR IS HUMAN", "err") == ["ERR"]


def test_a_word_of_six_letters_is_too_long_for_an_acronym_and_one_of_five_is_not():
    assert found("The UNION said", "union") == []
    assert found("The UNIONS said", "unions") == ["UNIONS"]


@pytest.mark.parametrize(
    "before",
    [
        "",
        "Yes. ",
        "Why? ",
        "No! ",
        "He said: ",
        "Well… ",
        "“",
        "said “",
        "(",
        "end.) ",
        "– ",
        "- ",
        "he said - ",
        "1. ",
        "• ",
    ],
)
def test_a_lower_case_term_may_be_capitalised_where_a_sentence_starts(before):
    assert found(f"{before}Security experts", "security experts") == ["Security experts"]


@pytest.mark.parametrize("before", ["the ", "the, ", "non-", "Dr ", "a ", "5 "])
def test_elsewhere_it_may_not(before):
    assert found(f"{before}Security experts", "security experts") == []


def test_a_name_never_loses_its_capital():
    assert found("Center. center", "Center") == ["Center"]


@pytest.mark.parametrize(
    "text",
    ["See news.example/ferry today", "#ferry", "Ask @ferry", "ferry.example", "ferry.txt", "{ferry}", "desk@ferry.ee"],
)
def test_no_term_stands_within_an_identifier(text):
    assert found(text, "ferry") == []
    assert found(f"{text}, ferry", "ferry") == ["ferry"]
    assert found(f"ferry:{text}", "ferry") == ["ferry"]
    assert found("{a}ferry{b}", "ferry") == ["ferry"]


def test_an_identifier_may_be_a_term_as_a_whole_or_with_words_around_it():
    assert found("On Booking.com and @err_ee", "Booking.com", "Booking", "@err_ee", "err") == ["Booking.com", "@err_ee"]
    assert found("The Booking.com app", "Booking.com app", "app") == ["Booking.com app"]


def test_a_ban_holds_for_no_word_within_an_identifier():
    ban = Term("ferry", "laev", action=Action.FORBID)
    assert matcher(ban).bans("See news.example/ferry") == ()
    assert matcher(ban).bans("See the ferry") == (ban,)


def test_the_longest_term_wins():
    assert found("ERR News and ERR", "ERR", "ERR News") == ["ERR News", "ERR"]


def test_a_longer_term_that_fails_hides_no_shorter_one():
    assert found("Kaja Kallasest", "Kaja", "Kaja Kallas") == ["Kaja"]
    assert found("ERR news", "ERR", "ERR News") == ["ERR"]


def test_a_term_that_is_off_hides_the_shorter_ones_in_it():
    terms = (Term("ERR News", "", Action.OFF), Term("ERR", "ERR"))
    assert [m.term.action for m in matcher(*terms).find("ERR News, ERR")] == [Action.OFF, Action.TRANSLATE]


def test_variants_lead_to_their_term():
    usa = Term("U.S.", "USA", variants=("US", "United States"))
    assert [m.term for m in matcher(usa).find("The US, the U.S. and the United States")] == [usa] * 3


def test_the_very_same_letters_beat_the_order_of_rows():
    loose, strict = Term("err", "eksima", match=Match.ANY), Term("ERR", "ERR", match=Match.ANY)
    assert [m.term for m in matcher(loose, strict).find("ERR err Err")] == [strict, loose, loose]


def test_bans_hold_always_or_where_their_source_is():
    always = Term("", "Kiiev", Action.FORBID)
    here = Term("Kyiv", "Kiova", Action.FORBID)
    two = Term("Kyiv", "Kõiv", Action.FORBID)
    rows = matcher(always, here, two, Term("Kyiv", "Kiiiv"))
    assert rows.bans("In Moscow") == (always,)
    assert rows.bans("In Kyiv, Kyiv") == (always, here, two)
    assert [m.term.target for m in rows.find("In Kyiv")] == ["Kiiiv"]


def test_an_empty_glossary_and_an_empty_text_match_nothing():
    assert matcher().find("NATO") == ()
    assert matcher("NATO").find("") == ()


WORDS = st.sampled_from(["err", "ERR", "Err", "News", "NEWS", "news", "U.S.", "U", "é", "1", "C++"])
GAPS = st.sampled_from(["", " ", " ", "-", "'", '"', ". ", ") ", ": ", "(", "_"])
TEXTS = st.lists(st.tuples(WORDS, GAPS), max_size=8).map(lambda parts: "".join(word + gap for word, gap in parts))
SPELLINGS = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
PHRASES = st.lists(st.tuples(SPELLINGS, st.sampled_from(Match)), max_size=6)


def obvious_hits(phrases, text):
    """Every place and every phrase, tried one by one."""
    for start in range(len(text)):
        for end in range(len(text), start, -1):
            left = start > 0 and text[start].isalnum() and text[start - 1].isalnum()
            right = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
            if not left and not right:
                same_place = [p for p in phrases if obviously_agrees(*p, text, start, end)]
                yield from ((p, start, end) for p in sorted(same_place, key=lambda p: p[0] != text[start:end]))


def obviously_agrees(spelling, match, text, start, end):
    piece = text[start:end]
    if piece.lower() != spelling.lower():
        return False
    if match is Match.ANY or piece == spelling:
        return True
    if match is Match.EXACT:
        return False
    if piece == spelling[0].upper() + spelling[1:] and re.search(r"(^|[.:(\"'])[ )]*$|(^| )-$", text[:start]):
        return True
    if spelling in {"err", "news", "é"} and not (text.isupper() and len(re.findall(r"[A-ZÉ]+", text)) > 1):
        return False
    return piece == spelling.upper()


@settings(max_examples=400)
@given(PHRASES, TEXTS)
def test_the_finder_finds_what_an_obvious_search_finds(phrases, text):
    finder = PhraseFinder((spelling, match, (spelling, match)) for spelling, match in phrases)
    assert [(hit.value, hit.start, hit.end) for hit in finder.hits(text)] == list(obvious_hits(phrases, text))


@given(PHRASES, TEXTS, st.data())
def test_invisible_characters_change_no_match(phrases, text, data):
    finder = PhraseFinder((spelling, match, spelling) for spelling, match in phrases)
    at = data.draw(st.integers(0, len(text)))
    disturbed = text[:at] + "\u00ad\u200b" + text[at:]
    plain, other = finder.hits(text), finder.hits(disturbed)
    assert [hit.value for hit in plain] == [hit.value for hit in other]
    assert [text[h.start : h.end] for h in plain] == [
        disturbed[h.start : h.end].replace("\u00ad\u200b", "") for h in other
    ]


@given(PHRASES, TEXTS)
def test_matches_are_in_order_and_do_not_overlap(phrases, text):
    terms = (Term(spelling, "x", match=match) for spelling, match in phrases)
    offsets = [offset for m in matcher(*terms).find(text) for offset in (m.start, m.end)]
    assert offsets == sorted(offsets)


@pytest.mark.parametrize("mark", [*".!?:…\"'([{<¿¡–—―•*|"])
def test_a_sentence_may_start_behind_each_of_these_marks(mark):
    assert found(f"so it was{mark} Security experts", "security experts") == ["Security experts"]
    assert found(f"so it was{mark}Security experts", "security experts") == ["Security experts"]


@pytest.mark.parametrize("mark", [*",;/&+=%$#@~^_-"])
def test_no_sentence_starts_behind_any_other(mark):
    assert found(f"so it was{mark} Security experts", "security experts") == []


@pytest.mark.parametrize(
    ("before", "starts"),
    [
        ("Yes.) ", True),
        ("Yes.] ", True),
        ("Yes.} ", True),
        ("Yes.)] ", True),
        ("Yes.)}] ", False),  # Further back nobody looks.
        ("(yes) ", False),
        ("    ", True),
        ("so     ", False),
        ("))))", True),
        (")))))", False),
        ("- ", True),
        ("so - ", True),
        ("so- ", False),
        ("-", True),
        ("so -", True),
        ("so-", False),
        (")", True),
        ("so)", False),
    ],
)
def test_a_sentence_starts_behind_closing_brackets_a_space_and_a_dash_that_stands_free(before, starts):
    assert bool(found(f"{before}Security experts", "security experts")) is starts


@pytest.mark.parametrize(
    ("text", "compound"),
    [
        ("NATO-", False),
        ("-NATO", False),
        ("NATO- ", False),
        (" -NATO", False),
        ("NATO-.", False),
        (".-NATO", False),
        ("NATO-1", True),
        ("a-NATO", True),
        ("a-NATO-", True),
        ("-NATO-b", True),
        ("NATO–Russia", False),
        ("-a NATO a-", False),
        ("a- NATO -b", False),
    ],
)
def test_a_hyphen_ties_a_term_only_to_a_letter_or_a_digit(text, compound):
    (match,) = matcher("NATO").find(text)
    assert match.compound is compound


@pytest.mark.parametrize(
    ("text", "there"),
    [("ERR", False), ("ERR!", False), ("ERR 7", False), ("ERR A", True), ("ERR ON", True), ("ERR on", False)],
)
def test_a_text_shouts_with_two_words_in_capitals_and_none_in_others(text, there):
    assert bool(found(text, "err")) is there


def test_only_a_lower_case_word_of_letters_could_be_an_acronym():
    assert found("so US-A came", "us-a") == ["US-A"]
    assert found("so USA came", "usa") == []
    assert found("so USA came", "Usa") == ["USA"]
    assert found("so US1 came", "us1") == []


def test_the_first_letter_behind_a_mark_may_be_a_capital_at_the_start_of_a_sentence():
    assert found("Yes. ’Twas late", "’twas late") == ["’Twas late"]
    assert found("Yes, ’Twas late", "’twas late") == []
    assert found("Yes. ’TWas late", "’twas late") == []


def test_a_digraph_has_its_title_letter_at_the_start_of_a_sentence():
    assert found("\u01c5ep je tu", "\u01c6ep") == ["\u01c5ep"]


@pytest.mark.parametrize(("text", "there"), [("a,b", True), ("(a,b)", True), ("xa,b", False), ("a,bx", False)])
def test_a_phrase_is_free_at_the_very_start_and_the_very_end(text, there):
    assert bool(found(text, "a,b")) is there


def test_of_rows_in_other_letters_the_earlier_one_is_taken():
    one, two = Term("Err", "a", match=Match.ANY), Term("eRR", "b", match=Match.ANY)
    assert [m.term for m in matcher(one, two).find("err, Err, eRR")] == [one, one, two]


def test_terms_that_touch_do_not_overlap():
    assert found("U.S.C++", "U.S.", "C++") == ["U.S.", "C++"]
    assert found("ERR News Room", "ERR News", "News Room", "Room") == ["ERR News", "Room"]


def test_a_longer_spelling_in_capitals_counts_with_its_own_length():
    assert found("HAUPTSTRASSE und STRASSEN, STRASSE", "Straße") == ["STRASSE"]
    assert found("Strasse, Straße", "Straße") == ["Straße"]
