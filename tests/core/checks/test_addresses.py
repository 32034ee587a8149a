import pytest

from tests.core.checks.saying import said, sentences
from tests.core.fake_engine import term
from translate.core.checks import check
from translate.core.checks.addresses import check_addresses
from translate.core.checks.findings import Level, Unit
from translate.core.terms.glossary import Action
from translate.languages.loading import load_pair


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


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("news.example/1609", "news.example/16090"),
        ("https://news.example/a", "https://news.example/ab"),
        ("https://news.example/a", "https://news.example/a/b"),
        ("https://news.example/a", "https://news.example/a-c1"),
        ("desk@news.example", "laudesk@news.example"),
        ("desk@news.example", "meri-desk@news.example"),
        ("@ferry_line", "@ferry_liner"),
        ("#ferry", "#ferryboat"),
        ("71.2.1", "71.2.13"),
        ("2.4.1", "12.4.1"),
        ("2.4.1", "2.4.1-beta"),
        ("info@news.example", "1info@news.example"),
        ("192.168.1.1", "192.168.1.11"),
        ("/usr/bin", "/usr/bins"),
        ("notes.md", "field-notes.md"),
    ],
)
def test_an_identifier_within_a_longer_one_is_lost_and_the_other_way_round(right, wrong):
    for source, target in ((right, wrong), (wrong, right)):
        assert said(check_addresses, f"See {source} now.", f"Vaata {target} nüüd.") == [("address", target)]


@pytest.mark.parametrize(
    "tied",
    [
        "@ferry_line-ile",
        "https://news.example/a-st",
        "https://news.example/a’ya",
        "https://news.example/a:sta",
        "ל-desk@news.example",
        "https://news.example/a에서",
        "看desk@news.example吧",
        "«https://news.example/a»/",
    ],
)
def test_an_identifier_may_have_an_ending_or_what_other_scripts_tie_to_it(tied):
    bare = next(one for one in ("@ferry_line", "https://news.example/a", "desk@news.example") if one in tied)
    assert said(check_addresses, f"See {bare}.", f"Vaata {tied}.") == []


@pytest.mark.parametrize(("source", "target"), [("2.4.1", "2.4.1st"), ("9fceb02d", "9fceb02d-ga")])
def test_no_letters_follow_a_version_or_a_hash(source, target):
    assert said(check_addresses, f"See {source} now.", f"Vaata {target} nüüd.") == [("address", None)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://News.Example/Ferry", "https://news.example/Ferry"),
        ("Desk@News.example", "desk@news.example"),
        ("EE38 2200 2210 2014 5685", "EE382200221020145685"),
        ("978-3-16-148410-0", "9783161484100"),
    ],
)
def test_capitals_of_a_host_and_what_groups_a_number_are_no_change(one, other):
    assert said(check_addresses, f"See {one}.", f"Vaata {other}.") == []
    assert said(check_addresses, f"See {other}.", f"Vaata {one}.") == []
    assert said(check_addresses, "See https://news.example/Ferry.", "Vaata https://news.example/ferry.") != []


def test_an_identifier_that_a_term_covers_is_the_glossarys():
    row = term("#FerryNews", "#Praamiuudised")
    assert said(check_addresses, "See #FerryNews now.", "Vaata #Praamiuudised nüüd.", row) == []
    assert said(check_addresses, "See #FerryNews, @ada.", "Vaata #Praamiuudised.", row) == [("address", None)]
    off = term("#FerryNews", action=Action.OFF, target="")
    assert said(check_addresses, "See #FerryNews now.", "Vaata uudiseid nüüd.", off) == [("address", None)]


@pytest.mark.parametrize(
    ("source", "target", "told", "place"),
    [
        (
            "It left <a1>on Tuesday</a1>, %s.", "See lahkus <a1>teisipäeval, %</a1>s.",
            "the tag “</a1>” stands within the placeholder “%s” here; put it before or behind that", "%</a1>s",
        ),
        (
            "See https://news.example/a <b1>now</b1>.", "Vaata https://news.example/<b1>a kohe</b1>.",
            "the tag “<b1>” stands within the web address “https://news.example/a” here; put it before or behind that",
            "https://news.example/<b1>a",
        ),
    ],
)  # fmt: skip
def test_an_identifier_that_a_tag_parts_is_told_with_its_place(source, target, told, place):
    (found,) = check(Unit.of(source, target, *load_pair("en", "et")))
    assert (found.rule, found.level, found.message) == ("address", Level.WARNING, told)
    assert target[slice(*found.span)] == place


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("See <a1>news.example</a1>.", "Vaata <a1>news.example</a1>."),
        ("See <a1>news.example</a1> now.", "Vaata <a1>news.example</a1>-ist."),
        ("See news.<b1>example</b1> now.", "Vaata news.<b1>example</b1> kohe."),
        ("It left <a1>on Tuesday</a1>, %s.", "See lahkus <a1>teisipäeval, %s</a1>."),
    ],
)
def test_a_tag_beside_an_identifier_or_within_it_as_in_the_source_is_no_finding(source, target):
    assert said(check_addresses, source, target) == []
