"""A stream is cut into words and what stands between them, and nothing of it is lost."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translate.apertium.stream import Reading, Unit, escaped, is_blank, parse, unescaped, written

STREAMS = st.text(st.sampled_from("^$/\\[]<>{}@*# \n\0aé.+") | st.characters(codec="utf-8"))
LETTERS = st.text(st.sampled_from("^$/\\[]<>{}@~*# aé\u00a0") | st.characters(codec="utf-8"))


@given(STREAMS)
@example("^a/b<n>$ [^c$] ^d\\/e/f\\$<n>$\\^g [[t]]^h$[[/]]")
@example("^a")
@example("^a\\")
@example("^$^/$^//$")
@example("[[a] ^b")
def test_the_parts_of_a_stream_are_together_the_same_again(stream):
    assert written(parse(stream)) == stream


def test_words_and_what_stands_between_them_are_parts_of_their_own():
    assert parse("[b1]^The/The<det>$ ^xyz/*xyz$,[[7]]^a$[[/]]\\^b$") == [
        "[b1]",
        Unit(("The", "The<det>")),
        " ",
        Unit(("xyz", "*xyz")),
        ",",
        "[[7]]",
        Unit(("a",)),
        "[[/]]",
        "\\^b$",
    ]


@pytest.mark.parametrize(
    ("stream", "parts"),
    [
        (r"^R\/S/R\/S<np>$", (r"R\/S", r"R\/S<np>")),
        (r"^a\$b/c$", (r"a\$b", "c")),
        ("^a\\\\/b$", ("a\\\\", "b")),
        (r"^\//b/$", (r"\/", "b", "")),
        ("^$", ("",)),
        ("^a\nb/c$", ("a\nb", "c")),
        ("^[a]/^b$", ("[a]", "^b")),
    ],
)
def test_a_special_character_behind_a_backslash_is_a_letter(stream, parts):
    assert parse(stream) == [Unit(parts)]


@pytest.mark.parametrize("stream", ["[a ^b$ c]", "[[^a$]]", r"[a\]^b$]", r"\^b$"])
def test_no_word_is_seen_within_a_blank_or_behind_a_backslash(stream):
    assert not any(isinstance(part, Unit) for part in parse(stream))


@pytest.mark.parametrize("stream", ["^a", "^a/b", "^a\\", "[a ^b", "^"])
def test_a_word_or_blank_that_does_not_end_is_no_word(stream):
    assert not any(isinstance(part, Unit) for part in parse(stream))


@pytest.mark.parametrize(
    ("text", "reading", "known"),
    [
        ("experto<n><m><pl>", Reading("experto", ("n", "m", "pl")), True),
        ("dar<vblex><inf>+lo<prn><enc>", Reading("dar", ("vblex", "inf"), "+lo<prn><enc>"), True),
        ("ministerio<n># de", Reading("ministerio", ("n",), "# de"), True),
        (r"R\<S<np>", Reading(r"R\<S", ("np",)), True),
        ("xyz", Reading("xyz"), False),
        ("*xyz", Reading("*xyz"), False),
        ("@xyz<n>", Reading("@xyz", ("n",)), False),
        ("#xyz<n>", Reading("#xyz", ("n",)), False),
        ("a<", Reading("a", rest="<"), False),
        ("", Reading(""), False),
    ],
)
def test_a_reading_is_a_lemma_with_tags(text, reading, known):
    assert Reading.parse(text) == reading
    assert reading.known == known
    assert str(reading) == text


@given(STREAMS)
def test_any_reading_is_written_as_it_was_read(text):
    assert str(Reading.parse(text)) == text


def test_a_word_tells_its_readings():
    unit = Unit.of("experts", Reading("expert", ("n", "pl")), "expert<vblex>")
    assert str(unit) == "^experts/expert<n><pl>/expert<vblex>$"
    assert unit.first == Reading("experts")
    assert unit.readings == (Reading("expert", ("n", "pl")), Reading("expert", ("vblex",)))


def test_blanks_and_spaces_are_told_from_letters():
    assert [is_blank(part) for part in ("[b1]", " ", "[[1]]", "\n", ",", "a ", Unit(("a",)))] == [
        *[True] * 4,
        *[False] * 3,
    ]


@given(LETTERS)
@example("\\")
@example("^~\uffff\x00\u0301e\u0301")
def test_a_written_text_has_no_word_and_nothing_that_apertium_would_lose(text):
    parts = parse(escaped(text))
    assert not any(isinstance(part, Unit) for part in parts)
    letters = "".join(part for part in parts if not part.startswith("["))
    assert "~" not in letters
    assert "^" not in letters
    assert letters.isprintable()


@given(LETTERS)
@example("[x41] ~")
def test_a_written_text_is_read_as_it_was(text):
    read = "".join(
        chr(int(part[2:-1], 16)) if part.startswith("[x") else unescaped(part) for part in parse(escaped(text))
    )
    assert read == unicodedata.normalize("NFC", text)


def test_specials_get_a_backslash_and_what_would_be_lost_a_code():
    assert escaped(r"a[b]{c}$ /\@<d> & é") == r"a\[b\]\{c\}\$ \/\\\@\<d\> & é"
    assert escaped("a~b^c\x00\uffff") == "a[x7e]b[x5e]c[x0][xffff]"
