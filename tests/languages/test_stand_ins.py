import pytest

from translate.languages.loading import load_language


def carriers(locale):
    return load_language(locale).stand_ins


def voters(locale):
    return load_language(locale).voters


ALL = [(locale, word) for locale in ("et", "ru") for word in dict.fromkeys((*carriers(locale), *voters(locale)))]


@pytest.mark.parametrize("locale", ["et", "et_EE", "ru", "ru_RU"])
def test_a_locale_has_the_words_of_its_language(locale):
    assert carriers(locale) == carriers(locale[:2]) != ()
    assert voters(locale) == voters(locale[:2]) != ()


@pytest.mark.parametrize("locale", ["es", "uk", "", "ETC"])
def test_a_locale_that_nobody_has_written_words_for_has_none(locale):
    assert carriers(locale) == voters(locale) == ()


@pytest.mark.parametrize(("locale", "word"), ALL, ids=lambda value: getattr(value, "source", value))
def test_a_word_has_every_case_in_both_numbers(locale, word):
    cases = {
        "et": "nom gen part ill in el all ad abl tr ter es ab kom",
        "ru": "nom gen dat acc ins prp",
    }[locale].split()
    assert {form.label for form in word.forms} == {*cases, *(f"pl {case}" for case in cases)}
    assert word.target == word.forms[0].text
    assert all(form.text.isalpha() and form.text.islower() for form in word.forms)


@pytest.mark.parametrize(("locale", "word"), ALL, ids=lambda value: getattr(value, "source", value))
def test_no_word_begins_with_a_vowel_so_that_its_article_is_a(locale, word):
    spellings = (word.source, *word.variants)
    assert len(spellings) == 2
    if word in carriers(locale):
        assert not any(spelling[0] in "aeiou" for spelling in spellings)


def test_forms_are_those_of_the_dictionary():
    table = next(word for word in carriers("et") if word.source == "table")
    by_label = {form.label: form.text for form in table.forms}
    assert [by_label[label] for label in ("gen", "in", "pl part", "pl kom")] == [
        "tabeli",
        "tabelis",
        "tabeleid",
        "tabelitega",
    ]
    objects = next(word for word in voters("et") if word.source == "object")
    assert [form.text for form in objects.forms if form.label == "ill"] == ["objektisse", "objekti"]


@pytest.mark.parametrize("locale", ["et", "ru"])
def test_no_two_carriers_share_a_form(locale):
    forms = [text for word in carriers(locale) for text in {form.text for form in word.forms}]
    assert len(forms) == len(set(forms))
