"""What is wrong with a TOML file is told in a sentence, on its line."""

import pytest

from translate.core.text.toml import NoTomlError, line_of, read


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ('a = 1\nb = "x\n', "is not TOML: a quotation mark is missing at the end of the line", 2),
        ("a = 1\na = 2\n", "is not TOML: a key is set here for the second time", 2),
        ("[a]\nx = 1\n[a]\n", "is not TOML: a table begins here for the second time", 3),
        ("a = \n", "is not TOML: Invalid value", 1),
        (f"a = {'[' * 100_000}", "is nested too deep", None),
    ],
)
def test_a_fault_is_told_with_its_line(text, message, line):
    with pytest.raises(NoTomlError) as caught:
        read(text)
    assert (str(caught.value), caught.value.line) == (message, line)


def test_a_fault_at_the_end_of_the_file_has_a_sentence_too():
    with pytest.raises(NoTomlError, match=r"^is not TOML: .+") as caught:
        read("a = [1,")
    assert caught.value.line in {None, 1}


def test_what_is_toml_is_read():
    assert read('[a]\nb = "õ"\n') == {"a": {"b": "õ"}}


TEXT = """top = 1
[draft]
engine = "argos"
[engines]
other = 2
[ engines.apertium ]
 timeout = 5
"""


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (("top",), 1),
        (("draft",), 2),
        (("draft", "engine"), 3),
        (("draft", "hypotheses"), 2),
        (("engines", "other"), 5),
        (("engines", "argos"), 4),
        (("engines", "apertium"), 6),
        (("engines", "apertium", "timeout"), 7),
        (("engines", "apertium", "timeout", "deeper"), 7),
        (("engine",), None),
        (("timeout",), None),
    ],
)
def test_the_line_of_a_key_is_found_or_that_of_its_table(names, line):
    assert line_of(TEXT, names) == line


@pytest.mark.parametrize(
    ("names", "line"),
    [(("draft", "engine"), 3), (("a-b", "c_d"), 6), (("x", "y", "z"), 8), (("x", "y"), 7), (("x",), None)],
)
def test_the_line_of_a_key_is_found_however_it_is_spaced(names, line):
    text = "\n[draft]\n  engine=1\n\n[ a-b ]\nc_d  = 2\n\t[x.y]\nz = 3\n"
    assert line_of(text, names) == line
