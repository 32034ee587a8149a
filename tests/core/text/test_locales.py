import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.text.locales import Locale, general, is_code, language_of, parse, spellings

MODIFIERS = st.sampled_from(["latin", "cyrillic", "arabic", "iqtelif", "valencia", "euro", "x"])
CODES = st.from_regex(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|[0-9]{3}))?(@[a-z]{1,8})?", fullmatch=True) | st.builds(
    "{}{}{}@{}".format,
    st.sampled_from(["sr", "ks", "tt", "de"]),
    st.sampled_from(["", "_Latn", "_Arab"]),
    st.sampled_from(["", "_RS", "_419"]),
    MODIFIERS,
)


@given(CODES)
def test_a_locale_comes_back_from_its_code_and_from_its_tag(code):
    locale = parse(code)
    assert is_code(code)
    assert parse(str(locale)) == locale == parse(locale.tag)
    assert is_code(str(locale))
    assert {"_", "@"}.isdisjoint(locale.tag)


@given(CODES)
def test_a_code_that_names_no_script_is_kept_letter_by_letter(code):
    locale = parse(code)
    if not locale.script:
        assert str(locale) == code
    assert code in spellings(code) or "@" in code


@given(CODES)
def test_capitals_and_separators_do_not_matter(code):
    locale = parse(code)
    assert parse(locale.tag.upper()) == parse(locale.tag.lower().replace("-", "_")) == locale


@pytest.mark.parametrize(
    ("written", "locale", "code", "tag"),
    [
        ("et", Locale("et"), "et", "et"),
        ("pt-br", Locale("pt", "", "BR"), "pt_BR", "pt-BR"),
        ("es_419", Locale("es", "", "419"), "es_419", "es-419"),
        ("zh_Hant_TW", Locale("zh", "Hant", "TW"), "zh_Hant_TW", "zh-Hant-TW"),
        ("ZH-HANT-tw", Locale("zh", "Hant", "TW"), "zh_Hant_TW", "zh-Hant-TW"),
        ("sr@latin", Locale("sr", "Latn"), "sr@latin", "sr-Latn"),
        ("sr_Latn", Locale("sr", "Latn"), "sr@latin", "sr-Latn"),
        ("sr_RS@latin", Locale("sr", "Latn", "RS"), "sr_RS@latin", "sr-Latn-RS"),
        ("sr-Latn-RS", Locale("sr", "Latn", "RS"), "sr_RS@latin", "sr-Latn-RS"),
        ("ks@arabic", Locale("ks", "Arab"), "ks@arabic", "ks-Arab"),
        ("ks_IN@devanagari", Locale("ks", "Deva", "IN"), "ks_IN@devanagari", "ks-Deva-IN"),
        ("tt_RU@iqtelif", Locale("tt", "Latn", "RU"), "tt_RU@iqtelif", "tt-Latn-RU"),
        ("tt-Latn", Locale("tt", "Latn"), "tt@iqtelif", "tt-Latn"),
        ("uz@cyrillic", Locale("uz", "Cyrl"), "uz@cyrillic", "uz-Cyrl"),
        ("be@latin", Locale("be", "Latn"), "be@latin", "be-Latn"),
        ("ks-arabic", Locale("ks", "Arab"), "ks@arabic", "ks-Arab"),
        ("ca@valencia", Locale("ca", modifier="valencia"), "ca@valencia", "ca-valencia"),
        ("ca-valencia", Locale("ca", modifier="valencia"), "ca@valencia", "ca-valencia"),
        ("en_GB@oxford", Locale("en", "", "GB", "oxford"), "en_GB@oxford", "en-GB-x-oxford"),
        ("de_DE@euro", Locale("de", "", "DE", "euro"), "de_DE@euro", "de-DE-x-euro"),
        ("sr_Latn@cyrillic", Locale("sr", "Latn", "", "cyrillic"), "sr_Latn@cyrillic", "sr-Latn-x-cyrillic"),
        ("et_EE.UTF-8", Locale("et", "", "EE"), "et_EE", "et-EE"),
        ("ca_ES.UTF-8@valencia", Locale("ca", "", "ES", "valencia"), "ca_ES@valencia", "ca-ES-valencia"),
    ],
)
def test_what_newsrooms_and_their_tools_write_is_one_value(written, locale, code, tag):
    assert parse(written) == locale
    assert (str(locale), locale.tag) == (code, tag)


@pytest.mark.parametrize(
    "text",
    [
        "", "*all*", "x" * 99, "Estonian", "../et", "et/..", "et\n", ".et", " et", "日本", "C", "eſ", "et@",
        "no locale", "es_\u096a\u0967\u096f",
    ],
)  # fmt: skip
def test_what_is_no_locale_is_none(text):
    assert parse(text) is None
    assert not is_code(text)
    assert (spellings(text), language_of(text)) == ((), "")


@pytest.mark.parametrize("text", ["pt-BR", "PT_br", "sr-Latn", "et_EE.UTF-8", "zh_hant"])
def test_what_is_a_locale_may_yet_not_be_spelt_as_gettext_does(text):
    assert parse(text)
    assert not is_code(text)


def test_a_locale_has_two_spellings_where_gettext_has_a_word_for_its_script():
    assert spellings("sr-Latn-RS") == ("sr_RS@latin", "sr_Latn_RS")
    assert spellings("zh_Hant_TW") == ("zh_Hant_TW",)


def test_a_code_stands_under_more_general_ones():
    assert general("sr_RS@latin") == ("sr_RS@latin", "sr_Latn_RS", "sr_Latn", "sr@latin", "sr_RS", "sr")
    assert general("sr_Latn_RS") == ("sr_Latn_RS", "sr_RS@latin", "sr_Latn", "sr@latin", "sr_RS", "sr")
    assert general("tt@latin") == ("tt@latin", "tt@iqtelif", "tt_Latn", "tt")
    assert general("zh_Hant_TW") == ("zh_Hant_TW", "zh_Hant", "zh")
    assert general("pt-BR") == ("pt-BR", "pt_BR", "pt")
    assert general("et") == ("et",)


@pytest.mark.parametrize(("text", "language"), [("pt_BR", "pt"), ("sr@latin", "sr"), ("EN-us", "en"), ("fil", "fil")])
def test_a_locale_has_a_language(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("written", "code", "tag"),
    [
        ("en-oxendict", "en@oxendict", "en-oxendict"), ("oc@aranes", "oc@aranes", "oc-aranes"),
        ("be-tarask", "be@tarask", "be-tarask"), ("en-x-oxford", "en@oxford", "en-x-oxford"),
        ("tt-Cyrl", "tt@cyrillic", "tt-Cyrl"), ("sr-Latn-x-cyrillic", "sr_Latn@cyrillic", "sr-Latn-x-cyrillic"),
    ],
)  # fmt: skip
def test_variants_that_are_registered_are_no_private_ones(written, code, tag):
    assert (str(parse(written)), parse(written).tag) == (code, tag)


@pytest.mark.parametrize(
    "code", ["e", "abcd", "et_EEE", "et_12", "et_1234", "et_Lat", "et@", "et_ee", "ET", "et_EE_Latn"]
)
def test_a_code_of_another_length_or_order_is_none(code):
    assert not is_code(code)
