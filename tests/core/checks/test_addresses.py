import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.addresses import addresses, check_addresses


def found(text):
    return [text[slice(*place)] for place in addresses(text)]


@pytest.mark.parametrize(
    "address",
    [
        *("https://a", "night-desk@a.example", "desk@a.b-c.example"),
        *("http://a.example", "https://a.example", "HTTPS://A.EXAMPLE", "www.a.example", "WWW.a.example"),
        *("https://a.example/b?c=d&e=%20#f", "https://a.example/Frost_(band)", "https://a.example/((b)_(c))"),
        *("desk@a.example", "night.desk+1@a-b.example", "d@a.b.c.d.e.f.g.h.i", "Desk_1@A.Example", "www.ä.example"),
    ],
)
def test_an_address_is_found_within_a_sentence(address):
    for text in (f"See {address} now.", f"See: {address}.", f"({address})", f"„{address}“", address, f"<{address}>"):
        assert found(text) == [address]
    assert found(f"{address}, {address}") == [address, address]


@pytest.mark.parametrize("behind", [*".,;:!?…'’*_)]", ").", ")).", "...", "’!"])
def test_what_a_sentence_puts_behind_an_address_is_none_of_it(behind):
    assert found(f"See https://a.example/b{behind} Now") == ["https://a.example/b"]


@pytest.mark.parametrize("end", [*' <>"“”„«»|\\^`{}\n'])
def test_an_address_ends_where_none_of_its_characters_stands(end):
    assert found(f"See https://a.example/b{end}c now") == ["https://a.example/b"]


@pytest.mark.parametrize(
    "text", ["@desk", "5 @ 3", "a.b", "desk@", "desk@home", "xwww.a.example", "shttps://a", "ftp://a", "@www.a.example"]
)
def test_what_looks_a_little_like_an_address_is_none(text):
    assert found(f"See {text} now") == []


def test_a_bracket_belongs_to_an_address_that_opens_it():
    assert found("(See https://a.example/Frost_(band).)") == ["https://a.example/Frost_(band)"]
    assert found("(See https://a.example/Frost_(band))") == ["https://a.example/Frost_(band)"]
    assert found("See https://a.example/(b now") == ["https://a.example/(b"]
    assert found("See https://a.example/(b. Now") == ["https://a.example/(b"]
    assert found("(See https://a.example/Frost).") == ["https://a.example/Frost"]


def test_an_address_that_is_not_there_is_told_once_with_what_may_stand_for_it():
    source = "See www.a.example, www.b.example and www.a.example"
    lost = "the address “www.a.example” of the source is not here"
    assert sentences(check_addresses, source, "Vaata www.b.example") == [f"{lost}; copy it from the source"]
    assert sentences(check_addresses, source, "Vaata www.b.example ja www.c.example, www.d.example") == [
        f"{lost}; “www.c.example” may stand in its place; copy it from the source"
    ]
    assert said(check_addresses, source, "www.c.example www.b.example") == [("address", "www.c.example")]
    assert said(check_addresses, source, "Ei midagi") == [("address", None)] * 2
    assert said(check_addresses, "Nothing", "Vaata www.b.example") == []


def test_a_mail_address_has_no_longer_parts_than_mail_allows():
    assert found("d" * 64 + "@a.example") == ["d" * 64 + "@a.example"]
    assert found("d" * 65 + "@a.example") == []
    assert found("d@" + "a" * 63 + "." + "b" * 63) == ["d@" + "a" * 63 + "." + "b" * 63]
    assert found("d@" + "a" * 64 + ".example") == []
    assert found("d@a.b.c.d.e.f.g.h.i.j") == ["d@a.b.c.d.e.f.g.h.i"]
