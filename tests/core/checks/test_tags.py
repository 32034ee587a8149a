import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.checks.saying import said, sentences, unit
from translate.core.checks import check
from translate.core.checks.findings import Level, Unit
from translate.core.checks.tags import check_tags
from translate.core.entries.catalog import Entry
from translate.core.results.checked import check_entries
from translate.core.terms.glossary import Glossary
from translate.core.terms.matching import Matcher
from translate.core.text.tags import has_tags_of
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
            ["the link “<a1>” is missing here; the source has it around “red ferry”"],
        ),
        (
            "The <b1>red ferry</b1> left.", "Parvlaev lahkus.",
            ["the pair of tags “<b1>” is missing here; the source has it around “red ferry”"],
        ),
        ("<b1></b1>It", "See", ["the tag “<b1>” is missing here; the source has it before “It”",
                                "the tag “</b1>” is missing here; the source has it at its beginning"]),
        ("Run <code1/>", "Käivita", ["the tag “<code1/>” is missing here; the source has it at its end"]),
        ("It left.", "See <b1>lahkus", ["the tag “<b1>” is not in the source; take it out"]),
        ("<a1>It</a1>", "<a1>See</a1></a1>", ["the tag “</a1>” stands here 2 times; leave it once"]),
        ("<a1>It</a1> left", "<a1>See</a1> <a1>lahkus</a1>", ["the link “<a1>” stands here 2 times; leave it once"]),
        (
            "<a1>It <b2>left</b2></a1>", "<a1>See <b2>lahkus</a1></b2>",
            ["the tags “<a1>” and “<b2>” cross here; put one around the other, or behind it"],
        ),
        ("<a1>It</a1> left", "</a1>See<a1> lahkus", ["the tag “</a1>” stands before “<a1>” here; put it behind that"]),
        (
            "<a1>It</a1> <a2>left</a2>", "<a2>Lahkus <a1>see</a1></a2>",
            ["the link “<a1>” stands within the link “<a2>” here; put it before or behind that"],
        ),
    ],
)  # fmt: skip
def test_a_tag_that_is_lost_doubled_strange_or_torn_is_told_in_one_sentence(source, target, told):
    assert sentences(check_tags, source, target) == told


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("See lahkus <a1>teisipäeval.", "<a1>"),
        ("See lahkus teisipäeval</a1>.", "</a1>"),
        ("See <a1>lahkus</a1> <a1>teisipäeval</a1>.", "<a1>teisipäeval</a1>"),
        ("See lahkus </a1>teisipäeval<a1>.", "</a1>"),
        ("See lahkus teisipäeval.", None),
    ],
)
def test_what_is_wrong_with_a_tag_is_shown_where_it_stands(target, place):
    assert said(check_tags, "It left <a1>on Tuesday</a1>.", target) == [("tags", place)]


PAIR = "It left <a1>on Tuesday</a1>."


@pytest.mark.parametrize(
    ("source", "target", "typed", "tag"),
    [
        (PAIR, "See lahkus < a1>teisipäeval</a1>.", "< a1>", "<a1>"),
        (PAIR, "See lahkus <a1>teisipäeval</ a1>.", "</ a1>", "</a1>"),
        (PAIR, "See lahkus <a1>teisipäeval< /a1>.", "< /a1>", "</a1>"),
        (PAIR, "See lahkus <a1 >teisipäeval</a1>.", "<a1 >", "<a1>"),
        (PAIR, "See lahkus <a 1>teisipäeval</a1>.", "<a 1>", "<a1>"),
        (PAIR, "See lahkus <A1>teisipäeval</a1>.", "<A1>", "<a1>"),
        (PAIR, "See lahkus &lt;a1&gt;teisipäeval</a1>.", "&lt;a1&gt;", "<a1>"),
        (PAIR, "See lahkus ＜a1＞teisipäeval</a1>.", "＜a1＞", "<a1>"),
        (PAIR, "See lahkus <a1>teisipäeval<／a１>.", "<／a１>", "</a1>"),
        (PAIR, "See lahkus [a1]teisipäeval</a1>.", "[a1]", "<a1>"),
        (PAIR, "See lahkus ［Ａ１］teisipäeval</a1>.", "［Ａ１］", "<a1>"),
        (PAIR, "See lahkus <\u04301>teisipäeval</a1>.", "<\u04301>", "<a1>"),
        (PAIR, "See lahkus <ф1>teisipäeval</a1>.", "<ф1>", "<a1>"),
        (PAIR, "See lahkus <a\u200b1>teisipäeval</a1>.", "<a\u200b1>", "<a1>"),
        (PAIR, "See lahkus <a1>teisipäeval<\\a1>.", "<\\a1>", "</a1>"),
        (PAIR, "See lahkus <a1>teisipäeval<a1>.", "<a1>", "</a1>"),
        (PAIR, "See lahkus </a1>teisipäeval</a1>.", "</a1>", "<a1>"),
        (PAIR, "See lahkus <a1/>teisipäeval</a1>.", "<a1/>", "<a1>"),
        (PAIR, "See lahkus <a1>teisipäeval<a1/>.", "<a1/>", "</a1>"),
        (PAIR, "See lahkus <b1>teisipäeval</a1>.", "<b1>", "<a1>"),
        (PAIR, "See lahkus <a2>teisipäeval</a1>.", "<a2>", "<a1>"),
        (f"{PAIR}<br2/>", "See lahkus <a1>teisipäeval</a3>.<br2/>", "</a3>", "</a1>"),
        ("It left.<br1/>It rained.", "See lahkus.<br1>Sadas.", "<br1>", "<br1/>"),
        ("It left.<br1/>It rained.", "See lahkus.<br1 />Sadas.", "<br1 />", "<br1/>"),
        ("It left.<br1/>It rained.", "See lahkus.</br1>Sadas.", "</br1>", "<br1/>"),
    ],
)
def test_what_somebody_typed_in_the_place_of_a_tag_is_told_once_by_all_checks_together(source, target, typed, tag):
    (found,) = check(Unit.of(source, target, *load_pair("en", "et")))
    assert (found.rule, found.level, found.message) == (
        "tags",
        Level.ERROR,
        f"“{typed}” stands here in the place of the tag “{tag}”; copy that from the source",
    )
    assert target[slice(*found.span)] == typed
    assert found.span[0] == (target.index(typed) if tag != "</a1>" else target.rindex(typed))


@pytest.mark.parametrize("words", ["(lk 1)", "[joonis 1]", "«глава 1»", "<Enter>", "{x}", "a1", "1 < 2 > 1"])
def test_other_words_in_brackets_are_not_taken_for_a_tag(words):
    assert sentences(check_tags, PAIR, f"See {words} lahkus teisipäeval.") == [
        "the link “<a1>” is missing here; the source has it around “on Tuesday”"
    ]


def test_of_two_tags_that_are_missing_a_strange_one_is_taken_for_neither():
    assert said(check_tags, "It <a1>left</a1> <a2>now</a2>.", "See <a3>lahkus nüüd.") == [
        ("tags", None),
        ("tags", None),
        ("tags", "<a3>"),
    ]


def test_a_tag_that_is_there_is_not_looked_for_elsewhere():
    assert said(check_tags, PAIR, "See [A1] lahkus <a1>teisipäeval</a1>.") == []


@pytest.mark.parametrize("within", ["", " ", "\u00a0", " … ", "<b9></b9>"])
def test_a_pair_that_is_around_words_in_the_source_and_around_none_here_is_told_with_the_words(within):
    target = f"See lahkus teisipäeval<a1>{within}</a1>."
    (found,) = [one for one in check_tags(unit(PAIR, target)) if one.rule == "empty-tag"]
    assert (found.level, found.message, target[slice(*found.span)]) == (
        Level.WARNING,
        "the link “<a1>” is around no words here; put it around the words that say “on Tuesday”",
        f"<a1>{within}</a1>",
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It left<a1></a1>.", "Lahkus<a1></a1>."),
        ("It left<a1> <img2/> </a1>.", "Lahkus<a1><img2/></a1>."),
        ("Run <a1><code2/></a1>", "Käivita <a1><code2/></a1>"),
        ("It <a1>left</a1>.", "<a1>7</a1>."),
        ("It left<a1>...</a1>.", "Lahkus<a1></a1>."),
    ],
)
def test_a_pair_may_be_around_nothing_where_the_source_has_no_words_in_it_either(source, target):
    assert said(check_tags, source, target) == []


def test_of_long_words_that_a_tag_is_around_only_the_first_are_told():
    (told,) = sentences(check_tags, f"<b1>{'ferry ' * 20}</b1>", "<b1></b1>parv")
    assert told.endswith(f"the words that say “{'ferry ' * 6}ferr…”")


def test_each_form_of_a_plural_entry_is_looked_at():
    matcher = Matcher(Glossary("et", ()))
    entry = Entry("<b1>%d</b1> ferry", msgid_plural="<b1>%d</b1> ferries", msgstr_plural=("<b1>%d parv", "%d parve"))
    texts = check_entries([entry], load_pair("en", "et"), matcher).texts
    assert [(text.form, [found.rule for found in text.findings]) for text in texts] == [(0, ["tags"]), (1, ["tags"])]


@given(
    st.lists(st.sampled_from(["<a1>", "</a1>", "<b2>", "</b2>", "<br3/>", "< a1>", "<A1>", "&lt;/b2&gt;", "x", " "]))
)
def test_whatever_tags_a_text_has_those_that_do_not_fit_the_source_are_told(pieces):
    source, target = "<a1>It <b2>left</b2></a1>.<br3/>Now", "".join(pieces)
    errors = [one for one in check_tags(unit(source, target)) if one.level is Level.ERROR]
    assert bool(errors) is not has_tags_of(target, source)
    assert all(0 <= one.span[0] < one.span[1] <= len(target) for one in errors if one.span)


def test_what_other_checks_find_is_shown_where_it_stands_among_the_tags():
    unit = Unit.of("The <a1>ferry</a1> left.", "<a1>Parvlaev</a1>  lahkus.", *load_pair("en", "et"))
    (found,) = [finding for finding in check(unit) if finding.rule == "double-space"]
    assert "<a1>Parvlaev</a1>  lahkus."[slice(*found.span)] == "  "
    assert not [finding for finding in check(unit) if finding.rule in {"number", "markup", "leftover", "address"}]


def test_a_text_of_thousands_of_tags_is_looked_through_in_no_time():
    nested = "".join(f"<b{number}>" for number in range(1, 3000)) + "x"
    nested += "".join(f"</b{number}>" for number in range(2999, 0, -1))
    assert said(check_tags, nested, nested) == []


def test_a_text_of_thousands_of_tags_is_told_of_a_few():
    source = "".join(f"<b{number}>x</b{number}> " for number in range(1, 3000))
    assert len(said(check_tags, source, "x")) == 20
