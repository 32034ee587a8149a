import pytest

from translate.core.text.locales import parse
from translate.languages.cldr import english_name, is_akin, likely_script, plural_forms

SLAVIC = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
"""As msginit 0.21 has them, as all others but for zh, for which it has none."""


@pytest.mark.parametrize(
    ("locale", "name", "forms"),
    [
        ("et", "Estonian", "nplurals=2; plural=(n != 1);"),
        ("ru", "Russian", SLAVIC),
        ("uk", "Ukrainian", SLAVIC),
        ("lv", "Latvian", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);"),
        ("pt_BR", "Portuguese (Brazil)", "nplurals=2; plural=(n > 1);"),
        ("pt", "Portuguese", "nplurals=2; plural=(n != 1);"),
        ("fi", "Finnish", "nplurals=2; plural=(n != 1);"),
        ("zh_Hans", "Chinese (Simplified)", "nplurals=1; plural=0;"),
        ("zh_MO", "Chinese (Traditional, Macao SAR China)", "nplurals=1; plural=0;"),
        ("ja", "Japanese", "nplurals=1; plural=0;"),
        ("sr_RS@latin", "Serbian (Latin, Serbia)", SLAVIC),
        ("sr_Latn", "Serbian (Latin)", SLAVIC),
        ("be@latin", "Belarusian", SLAVIC),
        ("zh_Hans_TW", "Chinese (Simplified)", "nplurals=1; plural=0;"),
        ("zh_Hant_CN", "Chinese (Traditional)", "nplurals=1; plural=0;"),
        ("uz_Arab_UZ", "Uzbek (Arabic)", "nplurals=2; plural=(n != 1);"),
        ("kk@latin", "Kazakh", "nplurals=2; plural=(n != 1);"),
        ("de_XX", None, None),
        ("iw", "Hebrew", "nplurals=2; plural=(n != 1);"),
        ("tlh", None, None),
        ("not a locale", None, None),
    ],
)
def test_a_locale_has_its_english_name_and_plural_forms(locale, name, forms):
    assert (english_name(locale), plural_forms(locale)) == (name, forms)


@pytest.mark.parametrize(
    ("locale", "script"),
    [
        ("et", "Latn"), ("ru_EE", "Cyrl"), ("zh", "Hans"), ("zh_CN", "Hans"), ("zh_TW", "Hant"), ("zh_HK", "Hant"),
        ("zh_MO", "Hant"), ("zh_Hans_HK", "Hans"), ("sr", "Cyrl"), ("sr_ME", "Latn"), ("sr@latin", "Latn"),
        ("qqq", ""), ("qqq_Latn", "Latn"),
    ],
)  # fmt: skip
def test_a_locale_has_a_likely_script(locale, script):
    assert likely_script(parse(locale)) == script


@pytest.mark.parametrize(
    ("one", "other"), [("pt", "pt_BR"), ("et_EE", "et"), ("sr@latin", "sr_Latn_RS"), ("zh_CN", "zh")]
)
def test_a_locale_that_is_named_with_its_region_and_without_is_akin(one, other):
    assert is_akin(one, other)
    assert is_akin(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("pt_PT", "pt_BR"), ("et", "fi"), ("sr", "sr@latin"), ("zh", "zh_TW"), ("ca", "ca@valencia"), ("et", "README.md")],
)
def test_another_region_script_or_language_is_not_akin(one, other):
    assert not is_akin(one, other)
