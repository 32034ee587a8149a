import pytest

from translate.core.text.decoding import check_characters, check_size, decode, line_behind, named, notes_on
from translate.errors import DocumentError


def refused(call, *arguments):
    with pytest.raises(DocumentError) as caught:
        call(*arguments)
    return str(caught.value)


def test_a_byte_order_mark_is_a_part_of_the_text():
    assert decode("\ufeffÕhtu".encode(), "a.csv", "a list") == "\ufeffÕhtu"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\0\0\0", "a.csv: the file has 3 bytes of NUL and no text, as after a crash; fetch the list again"),
        ("A".encode("utf-16"), "a.csv line 1: the file is not UTF-8 but looks like UTF-16"),
        ("A\nB".encode("utf-16-le"), "a.csv line 1: the file is not UTF-8 but looks like UTF-16"),
        ("A".encode("utf-32"), "a.csv line 1: the file is not UTF-8 but UTF-32"),
        (b"one\r\ntwo\rth\xf5ee", "a.csv line 3: byte 0xF5 is not UTF-8; the file looks like Latin-1"),
        ("Õ".encode()[:1], "a.csv line 1: the file ends in the middle of a letter; was all of it copied?"),
    ],
)
def test_what_is_no_utf_8_is_refused_with_what_it_looks_like(data, told):
    assert refused(decode, data, "a.csv", "a list").startswith(told)


def test_a_file_is_as_large_as_one_of_its_kind_may_be_at_most():
    check_size(b"1234", "a.csv", "a list", 4)
    assert refused(check_size, b"12345", "a.csv", "a list", 4) == (
        "a.csv: the file has 5 bytes, and a list at most 4; is it a list?"
    )


def test_a_control_character_is_named_with_its_place():
    check_characters("tab\tand\r\nline ends\n", "a.csv")
    assert refused(check_characters, "one\r\ntwo\x1b", "a.csv") == (
        "a.csv line 2: U+001B (escape) stands in column 4; take it out"
    )


def test_what_is_odd_of_a_text_is_noted():
    assert list(notes_on("plain\n")) == []
    assert list(notes_on("\ufeffa\r\nb\n\u202ec\ufffd")) == [
        "starts with a byte order mark; it is kept when written back",
        "mixes line ends (CR LF, LF); they are kept when written back",
        "has U+FFFD in line 3, which a wrong conversion leaves behind; look at that line",
        "has U+202E in line 3, which shows letters in another order than they have; look there",
    ]


def test_each_line_end_begins_a_line_and_has_a_name():
    assert line_behind("a\rb\nc\r\nd") == 4
    assert [named(end) for end in ("\r\n", "\r", "\x07")] == ["U+000D U+000A (CR LF)", "U+000D (CR)", "U+0007"]
