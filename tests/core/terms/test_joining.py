"""What a language writes in one word with a term."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.checks.saying import said
from translate.core.checks.terms import check_forbidden, check_terms
from translate.core.terms.glossary import Action, Form, Term
from translate.core.terms.joining import APART, Joining, joined
from translate.languages.loading import load_language

PARLIAMENT = {"he": "פרלמנט", "ar": "برلمان", "ko": "의회", "fa": "مجلس"}
MISSING = [("term-missing", None)]


def told(target, locale, term=None):
    term = term or Term("parliament", PARLIAMENT[locale])
    return said(check_terms, f"The {term.source} met.", target, term, locale=locale)


def joinings(locale):
    """Each prefix and particle of a language, as what stands before and behind a noun."""
    joining = load_language(locale).inflection.joining
    return [*((prefix, "") for prefix in joining.prefixes), *(("", particle) for particle in joining.particles)]


@pytest.mark.parametrize("locale", PARLIAMENT)
def test_a_term_is_there_with_each_of_what_its_language_joins_to_it(locale):
    assert joinings(locale)
    for before, behind in joinings(locale):
        assert told(f"1 {before}{PARLIAMENT[locale]}{behind}.", locale) == []
        assert told(f"1 {before}{PARLIAMENT[locale][:-1]}{behind}.", locale) == MISSING
        assert told(f"1 {before}{behind}.", locale) == MISSING


@pytest.mark.parametrize(
    ("locale", "term", "target", "word"),
    [
        ("he", "ממשלה", "ממשלת ישראל דנה", "ממשלת"),
        ("he", "ממשלה", "היא ובממשלתה דנו", "ובממשלתה"),
        ("he", "ארגון", "הארגונים דנו", "הארגונים"),
        ("ar", "حكومة", "قالت وحكومتها", "وحكومتها"),
        ("ar", "رئيس", "قال رئيسه", "رئيسه"),
        ("ar", "رئيس حكومة", "قال رئيس حكومتها", "رئيس حكومتها"),
    ],
)
def test_a_word_that_begins_as_a_term_may_be_a_form_that_is_not_listed(locale, term, target, word):
    assert told(target, locale, Term("thing", term)) == [("term-unlisted-form", word)]
    assert told(target, locale, Term("thing", term, forms=(Form("אחר"),))) == MISSING
    assert told(target, locale, Term("thing", f"{term}ששש")) == MISSING


@pytest.mark.parametrize("term", ["אם", "בת"])
def test_two_letters_tell_no_word(term):
    assert told(f"{term}ים", "he", Term("thing", term)) == MISSING


@pytest.mark.parametrize("locale", PARLIAMENT)
def test_three_may_be_joined_in_a_row(locale):
    befores = [before for before, _ in joinings(locale) if before][:4] or [""]
    behinds = [behind for _, behind in joinings(locale) if behind][:4] or [""]
    for before, behind in product(befores, behinds):
        assert told(f"{before * 3}{PARLIAMENT[locale]}{behind * 3}", locale) == []


@pytest.mark.parametrize(
    ("locale", "target"),
    [
        ("he", "גדפרלמנט"),
        ("he", "פרלמנטריסטים"),
        ("ko", "의회당"),
        ("ko", "군의회"),
        ("fa", "مجلسان‌ساز"),
    ],
)
def test_other_letters_make_another_word(locale, target):
    assert told(target, locale) == MISSING


def test_an_article_may_stand_before_each_word_of_a_term():
    assert told("פגשתי את חבר הכנסת", "he", Term("member", "חבר כנסת")) == []
    assert told("في البرلمان الأوروبي", "ar", Term("EP", "برلمان أوروبي")) == []
    assert told("في البرلمان العربي", "ar", Term("EP", "برلمان أوروبي")) == MISSING


def test_an_acronym_is_one_whatever_its_gershayim():
    for target in ('הגיע לארה"ב', "הגיע לארה״ב", "הגיע לארה”ב"):
        assert told(target, "he", Term("US", 'ארה"ב')) == []


def test_latin_letters_may_have_particles_behind_them():
    assert told("NATO는 반대했다", "ko", Term("NATO", "NATO")) == []
    assert told("NATOX는 반대했다", "ko", Term("NATO", "NATO")) == MISSING


@pytest.mark.parametrize(
    ("locale", "target", "text", "without"),
    [
        ("zh_CN", "议会", "昨天议会讨论了", "昨天会议讨论了"),
        ("zh_TW", "北約", "他與北約會談", "他與約北會談"),
        ("ja", "議会", "昨日議会で話した", "昨日会議で話した"),
        ("th", "รัฐสภา", "เมื่อวานรัฐสภาประชุม", "เมื่อวานสภาประชุม"),
        ("ja", "NATO", "日本はNATOと話した", "日本はNATOXと話した"),
        ("th", "สภา", "ในสภามี", "ในสภ่ามี"),
    ],
)
def test_without_spaces_a_term_is_there_wherever_its_letters_stand(locale, target, text, without):
    assert told(text, locale, Term("parliament", target)) == []
    assert told(without, locale, Term("parliament", target)) == MISSING


def test_each_mention_needs_a_place_of_its_own():
    term = Term("parliament", "议会")
    assert said(check_terms, "The parliament and the parliament", "议会和议会", term, locale="zh_CN") == []
    assert said(check_terms, "The parliament and the parliament", "在议会", term, locale="zh_CN") == MISSING


def test_what_is_forbidden_is_found_in_one_word_with_others_too():
    ban = Term("", "כנסת", Action.FORBID)
    assert said(check_forbidden, "It met.", "הכנסת דנה", ban, locale="he") == [("term-forbidden", "כנסת")]
    assert said(check_forbidden, "It met.", "כנסתי דנה", ban, locale="he") == []
    assert said(check_forbidden, "It met.", "在国会开会", Term("", "国会", Action.FORBID), locale="zh_CN") == [
        ("term-forbidden", "国会")
    ]


def test_most_languages_join_nothing():
    assert not APART
    assert not load_language("et").inflection.joining
    assert Joining(spaces=False)


@given(st.sampled_from(sorted(PARLIAMENT)), st.text(max_size=8), st.text(max_size=8))
def test_the_form_itself_is_what_is_found(locale, before, behind):
    text = f"{before}{PARLIAMENT[locale]}{behind}"
    for found in joined(PARLIAMENT[locale], load_language(locale).inflection.joining).finditer(text):
        assert found[1] == PARLIAMENT[locale]
