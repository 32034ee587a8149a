"""What is written down of a glossary is read as its files are, a row at a time; what is odd is not believed."""

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.termbases.test_csvfile import PIECES
from translate.core.terms.glossary import Glossary
from translate.core.terms.matching import Matcher
from translate.errors import GlossaryError
from translate.termbases.csvfile import read_rows
from translate.termbases.parsed import from_bytes, parsed, to_bytes

ROWS = """source,target,action,kind,gender,match,variants,forms,declines_like,forbid,require,note
ferry,praam,,common,,,ferries;ferry boat,gen=praami;pl nom=praamid,,parvlaev,first,"two
lines"
NATO,,keep,org,,,,,,,,
Kursk,Kursk,inflect,place,,,,,Minsk,,,
Minsk,Minsk,inflect,place,,,,gen=Minski;in=Minskis,,,,
Today,Täna,,title,fem,title,The Today show,,,,warn,
storm,,off,,,,,,,,,
,kurat,forbid,,,,,,,,,
captain,pealik,forbid,,,,,pealiku,,,,
Straße,tänav,,,,any,,,,,,
Oslo,,,,,,,,,,,
=1,x,,,,,,,,,,
ferry,laev,,,,,,,,,,
Riia,Riia,inflect,,,,,,Paris,,,
"""
TEXTS = ("Two ferries, NATO and KURSK.", "“The Today show” on STRASSE; a storm.", "Today the captain left Minsk.")


def of(text, path="glossaries/et.csv"):
    """What the text of a glossary file comes to."""
    found = read_rows(text.encode(), path)
    return parsed(found.terms, {(path, line): cells for line, cells in found.cells.items()}, found.errors)


def found(rows):
    """What a glossary finds in some texts."""
    matcher = Matcher(Glossary("et", rows))
    return [(matcher.find(text), matcher.bans(text)) for text in TEXTS]


@pytest.fixture
def sealed():
    """Writes down what newsdesk has not, so that every fingerprint is right."""

    def digest(data):
        return hashlib.sha256(data).hexdigest()

    def write(told, lines):
        rest = b"\n".join(lines)
        head = told
        if isinstance(told, dict):
            head = json.dumps({**told, "digest": told["digest"] and digest(rest)}).encode()
        return b"\n".join((digest(head).encode(), head, rest))

    return write


def test_what_is_written_down_is_the_same_terms_errors_and_matches():
    first = of(ROWS)
    again = from_bytes(to_bytes(first, "id"), "id")
    assert [len(first.terms), [error.line for error in first.errors]] == [9, [12, 13, 14, 15]]
    assert found(again.rows()) == found(first.rows())
    assert tuple(again.rows()) == first.terms
    assert list(map(str, again.errors)) == list(map(str, first.errors))
    assert (again.digest, again.rows().asking(())) == (first.digest, first.rows().asking(()))
    assert to_bytes(again, "id") == to_bytes(first, "id")


@given(st.lists(PIECES, max_size=40).map("".join), st.lists(PIECES, max_size=8).map("".join))
def test_whatever_can_be_read_is_the_same_when_it_was_written_down(rows, text):
    try:
        first = of("source,target,action,forms,declines_like\n" + rows.encode("utf-8", "replace").decode())
    except GlossaryError:
        return
    again = from_bytes(to_bytes(first, "id"), "id")
    matchers = [Matcher(Glossary("et", one.rows())) for one in (first, again)]
    assert matchers[0].find(text) == matchers[1].find(text)
    assert tuple(again.rows()) == first.terms
    assert list(map(str, again.errors)) == list(map(str, first.errors))


def test_an_empty_glossary_has_no_rows():
    again = from_bytes(to_bytes(of("source,target\n"), "id"), "id")
    assert (tuple(again.rows()), again.errors) == ((), ())


def test_what_is_of_other_files_is_unknown():
    assert from_bytes(to_bytes(of(ROWS), "id"), "other") is None


@pytest.mark.parametrize("at", [0, 30, 64, 65, 66, 100, 500, 1000, -200, -2, -1])
def test_a_byte_that_has_changed_makes_it_unknown(at):
    data = bytearray(to_bytes(of(ROWS), "id"))
    data[at] ^= 1
    assert from_bytes(bytes(data), "id") is None


def test_what_is_cut_short_or_followed_by_more_is_unknown():
    data = to_bytes(of(ROWS), "id")
    assert {from_bytes(data[:at], "id") for at in range(0, len(data), 7)} == {None}
    assert from_bytes(data + b"\n", "id") is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("shelves", []), ("shelves", [[{}, {}], [{}, {}]]), ("shelves", [[{}], [{}, {}], [{}, {}]]), ("shelves", None),
        ("shelves", [[{"a": [1.5]}, {}], [{}, {}], [{}, {}]]), ("shelves", [[{"a": 1}, {}], [{}, {}], [{}, {}]]),
        ("shelves", [[{"a": [True]}, {}], [{}, {}], [{}, {}]]), ("shelves", [[{}, {"a": "0"}], [{}, {}], [{}, {}]]),
        ("shelves", [[[], {}], [{}, {}], [{}, {}]]), ("always", {}), ("always", ["0"]), ("silent", [None]),
        ("silent", 7), ("errors", [["a", "b"]]), ("errors", [[1, "b", 2]]), ("errors", [["a", "b", "2"]]),
        ("errors", [["a", 1, 2]]), ("errors", [["\ud800", None, None]]), ("errors", 1), ("digest", ""), ("of", None),
    ],
)  # fmt: skip
def test_what_newsdesk_would_not_write_is_unknown_though_its_fingerprints_are_right(key, value, sealed):
    first = of(ROWS)
    told = json.loads(to_bytes(first, "id").split(b"\n")[1])
    assert from_bytes(sealed(told, first.lines), "id") is not None
    assert from_bytes(sealed({**told, key: value}, first.lines), "id") is None


@pytest.mark.parametrize("head", [b"", b"[]", b"null", b"{}", b"\xff", b"[" * 100_000, b"7"])
def test_a_beginning_of_another_kind_is_unknown(head, sealed):
    assert from_bytes(sealed(head, []), "id") is None


NATO = b'["glossaries/et.csv",4,["NATO","","keep","org"]]'


@pytest.mark.parametrize(
    "line",
    [
        b"", b"[]", b"null", b"7", b"{}", b"[" * 100_000, b"\xff", NATO[:-1], NATO + b" ", NATO.replace(b",4", b", 4"),
        NATO.replace(b"4", b"true"), NATO.replace(b"4", b'"4"'), NATO.replace(b'"glossaries/et.csv"', b"1"),
        NATO.replace(b"org", b"ogre"), NATO.replace(b"keep", b"kept"), NATO.replace(b'"NATO"', b"7"),
        NATO.replace(b"NATO", b"<b>NATO</b>"), NATO.replace(b"NATO", "⟦0⟧NATO".encode()),
        NATO.replace(b"NATO", b"\\ud800"), NATO.replace(b"NATO", b"=NATO"), NATO.replace(b"NATO", b"NATO "),
        NATO.replace(b"org", b'","' * 20), NATO.replace(b"NATO", "NАTО".encode()),
        NATO[:-1] + b',[["NATOga",7]]]', NATO[:-1] + b',[["NATOga"]]]', NATO[:-1] + b",7]", NATO[:-1] + b",[],[]]",
        NATO[:-1] + b',[["NATO<b>","gen"]]]', NATO.replace(b'"org"', b'"org","","","","\\ud800x"'),
    ],
)  # fmt: skip
def test_a_line_that_newsdesk_would_not_write_has_the_files_read_anew(line, sealed):
    first = of(ROWS)
    told = json.loads(to_bytes(first, "id").split(b"\n")[1])
    lines = [line if one == NATO else one for one in first.lines]
    assert lines != first.lines
    again = from_bytes(sealed(told, lines), "id")
    assert found(again.rows(lambda: first)) == found(first.rows())
    assert tuple(from_bytes(sealed(told, lines), "id").rows(lambda: first)) == first.terms
