import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks import check
from translate.core.checks.findings import Unit
from translate.core.checks.tags import check_tags
from translate.languages.loading import load_pair


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It left.", "See lahkus."),
        ("The <a1>ferry</a1> left.<br2/>", "<br2/>Lahkus <a1>parvlaev</a1>."),
        ("<a1>A</a1> <b2>B</b2>", "<b2>B <a1>A</a1></b2>"),
        ("Run <code1/> now", "Käivita <code1/> kohe"),
        ("Press <b> or <Enter>", "Vajuta"),
        ("An odd <a1> stays", "Üks <a1> jääb"),
    ],
)
def test_a_text_that_has_all_tags_of_its_source_is_whole(source, target):
    assert said(check_tags, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        (
            "The <a1>red ferry</a1> left.", "Parvlaev lahkus.",
            ["the tag “<a1>” is missing here; the source has it before “red”",
             "the tag “</a1>” is missing here; the source has it behind “ferry”"],
        ),
        ("Run <code1/>", "Käivita", ["the tag “<code1/>” is missing here; the source has it at its end"]),
        ("It left.", "See <b1>lahkus", ["the tag “<b1>” is not in the source; take it out"]),
        ("<a1>It</a1>", "<a1>See</a1></a1>", ["the tag “</a1>” stands here 2 times; leave it once"]),
        (
            "<a1>It <b2>left</b2></a1>", "<a1>See <b2>lahkus</a1></b2>",
            ["the tag “</a1>” crosses another one here; put one around the other",
             "the tag “<a1>” crosses another one here; put one around the other"],
        ),
        (
            "<a1>It</a1> <a2>left</a2>", "<a2>Lahkus <a1>see</a1></a2>",
            ["the link “<a1>” stands within the link “<a2>” here; put it before or behind that"],
        ),
    ],
)  # fmt: skip
def test_a_tag_that_is_lost_doubled_strange_or_torn_is_told_with_its_place(source, target, told):
    assert sentences(check_tags, source, target) == told


def test_what_other_checks_find_is_shown_where_it_stands_among_the_tags():
    unit = Unit.of("The <a1>ferry</a1> left.", "<a1>Parvlaev</a1>  lahkus.", *load_pair("en", "et"))
    (found,) = [finding for finding in check(unit) if finding.rule == "double-space"]
    assert "<a1>Parvlaev</a1>  lahkus."[slice(*found.span)] == "  "
    assert not [finding for finding in check(unit) if finding.rule in {"number", "markup", "leftover", "address"}]


def test_a_text_of_thousands_of_tags_is_told_of_a_few():
    source = "".join(f"<b{number}>x</b{number}> " for number in range(1, 3000))
    assert len(said(check_tags, source, "x")) == 20
