from tests.core.checks.saying import said, sentences
from translate.core.checks.addresses import check_addresses


def test_an_address_that_is_not_there_is_told_once_with_what_may_stand_for_it():
    source = "See www.a.example, www.b.example and www.a.example"
    lost = "the web address “www.a.example” of the source is not here"
    assert sentences(check_addresses, source, "Vaata www.b.example") == [f"{lost}; copy it from the source"]
    assert sentences(check_addresses, source, "Vaata www.b.example ja www.c.example, www.d.example") == [
        f"{lost}; “www.c.example” may stand in its place; copy it from the source"
    ]
    assert said(check_addresses, source, "www.c.example www.b.example") == [("address", "www.c.example")]
    assert said(check_addresses, source, "Ei midagi") == [("address", None)] * 2
    assert said(check_addresses, "Nothing", "Vaata www.b.example") == []


def test_what_stands_in_an_identifiers_place_is_one_of_its_kind():
    message = "the handle “@ferry_line” of the source is not here; “@praamiliin” may stand in its place"
    assert sentences(check_addresses, "Ask @ferry_line.", "Küsi www.a.example ja @praamiliin.") == [
        f"{message}; copy it from the source"
    ]


def test_every_kind_of_identifier_is_asked_for():
    source = "{name}: run v2.1.0 in /usr/bin, see notes.md :smile: #ferry"
    assert said(check_addresses, source, source) == []
    assert said(check_addresses, source, "Midagi muud") == [("address", None)] * 6


def test_a_wrong_digit_in_a_version_is_found():
    assert said(check_addresses, "Version 7.4.2.", "Versioon 7.4.3.") == [("address", "7.4.3")]
