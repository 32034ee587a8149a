import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.markup import check_markup

TAGS = (
    "a abbr b blockquote br cite code del div em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre "
    "q s small span strong sub sup table tbody td th thead time tr u ul"
)


@pytest.mark.parametrize("tag", TAGS.split())
def test_each_tag_of_a_text_is_asked_for(tag):
    for written in (f"<{tag}>", f"<{tag.upper()}>", f"<{tag}/>", f"<{tag} />", f'<{tag} title="so" id=x>'):
        assert sentences(check_markup, f"It {written} is", "See on") == [
            f"the tag “<{tag}>” of the source is missing here; put it where it belongs"
        ]
        assert said(check_markup, f"It {written} is", f"See <{tag}> on") == []
        assert said(check_markup, f"It <{tag}> is", f"See {written} on") == []
    assert sentences(check_markup, f"It </{tag}> is", f"See <{tag}> on") == [
        f"the tag “</{tag}>” of the source is missing here; put it where it belongs"
    ]


@pytest.mark.parametrize(
    "other", ["<Enter>", "<bx>", "<abbreviation>", "< b>", "<b-c>", "<1>", "a < b", "<>", "<b", "<h7>"]
)
def test_other_words_between_angle_brackets_are_no_tags(other):
    assert said(check_markup, f"Press {other} now", "Vajuta") == []


def test_a_tag_is_asked_for_as_often_as_it_stands():
    assert sentences(check_markup, "<b>one</b> <b>two</b> <b>three</b>", "<b>üks</b>") == [
        "the tag “<b>” of the source is missing here 2 times; put it where it belongs",
        "the tag “</b>” of the source is missing here 2 times; put it where it belongs",
    ]
    assert said(check_markup, "<b>one</b>", "<b>üks</b> <b>kaks</b>") == []
    assert said(check_markup, "one", "<b>üks</b>") == []
    assert said(check_markup, "<b>one</b>", "üks") == [("markup", None)] * 2
