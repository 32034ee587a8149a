"""What Argos Translate may call a locale."""

import pytest

from translate.languages.argos import argos_codes


@pytest.mark.parametrize(
    ("locale", "codes"),
    [
        ("et", ("et",)),
        ("et_EE", ("et-ee", "et")),
        ("et_EE.UTF-8", ("et-ee.utf-8", "et")),
        ("pt-BR", ("pt-br", "pb", "pt")),
        ("zh_Hant", ("zh-hant", "zt")),
        ("zh_Hant_TW", ("zh-hant-tw", "zh-hant", "zt")),
        ("zh-Hant-HK", ("zh-hant-hk", "zh-hant", "zt")),
        ("zh_TW", ("zh-tw", "zh-hant", "zt")),
        ("zh_HK", ("zh-hk", "zh-hant", "zt")),
        ("zh_MO", ("zh-mo", "zh-hant", "zt")),
        ("zh_CN", ("zh-cn", "zh")),
        ("zh_Hans_HK", ("zh-hans-hk", "zh")),
        ("zh", ("zh",)),
        ("sr@latin", ("sr@latin",)),
        ("sr", ("sr",)),
        ("pb", ("pb",)),
        ("ca@valencia", ("ca@valencia", "ca")),
        ("", ()),
    ],
)
def test_a_locale_stands_for_these_package_codes(locale: str, codes: tuple[str, ...]):
    assert argos_codes(locale) == codes
