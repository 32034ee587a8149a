"""A word that is evidently a form of a term is known for one, and a word that only looks like it is not."""

import pytest

from translate.core.terms.inflection import Inflection, endings_of, unlisted_forms
from translate.core.text.spelling import normalise
from translate.languages.loading import load_language


def forms(locale, base, text):
    """The evident forms of a base form in a text."""
    language = load_language(locale)
    found = unlisted_forms(base, language.inflection, normalise(text), compounds=language.compounding is not None)
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("base", "form"),
    [
        ("kaust", "kausta"),
        ("kaust", "Kaustadesse"),
        ("kaust", "KAUSTAS"),
        ("pilt", "pildile"),
        ("nupp", "nupu"),
        ("käsk", "käsuga"),
        ("leht", "lehel"),
        ("väli", "väljadelt"),
        ("number", "numbrite"),
        ("teave", "teabe"),
        ("lehekülg", "lehekülje"),
        ("valideerimine", "valideerimisega"),
        ("Kursk", "Kurskist"),
        ("EL", "ELis"),
        ("NATO", "NATOle"),
        ("Kaja Kallas", "Kaja Kallasega"),
        ("Esimene stuudio", "Esimeses stuudios"),
        ("uus stiil", "uue stiili"),
    ],
)
def test_an_estonian_form_is_known_by_its_stem_and_its_ending(base, form):
    assert forms("et", base, f"Ja {form}, muu.") == [form]


@pytest.mark.parametrize(
    ("base", "other"),
    [
        ("kaust", "kaustik"),
        ("port", "portree"),
        ("port", "portaal"),
        ("kood", "koos"),
        ("samm", "sama"),
        ("sisu", "sisse"),
        ("valem", "vali"),
        ("märkus", "märgid"),
        ("kasutaja", "kasutada"),
        ("pall", "balli"),
        ("kool", "kooliaasta"),
        ("öö", "ööd"),
        ("EL", "ELU"),
        ("Kallas", "kallaste"),
        ("NATO", "Natos"),
        ("5G", "5Gst"),
        ("Esimene stuudio", "Esimesel laual"),
        ("Esimene stuudio", "Esimeses, stuudios"),
    ],
)
def test_another_word_is_no_form_however_it_begins(base, other):
    assert forms("et", base, f"Ja {other}, muu.") == []


def test_the_base_form_itself_is_none():
    assert forms("et", "kaust", "Kaust ja kaust.") == []


def test_the_last_part_of_a_compound_may_be_a_form_where_it_says_enough():
    assert forms("et", "kaust", "Ava tekstikaustas.") == ["kaustas"]
    assert forms("et", "aken", "Ava konsooliaknas.") == ["aknas"]
    assert forms("et", "teema", "Ava failisüsteemis.") == []
    assert forms("et", "maa", "Ava vihmamaal.") == []
    assert forms("ru", "порт", "в аэропорту") == []


@pytest.mark.parametrize(
    ("locale", "base", "form", "other"),
    [
        ("ru", "таблица", "таблицей", "таблетка"),
        ("ru", "таблица", "таблиц", "табло"),
        ("ru", "словарь", "словарями", "слова"),
        ("ru", "порт", "порта", "портрет"),
        ("fi", "kansio", "kansioihin", "kansalla"),
        ("fi", "kauppa", "kaupassa", "kaupungissa"),
        ("lv", "mape", "mapēm", "mapju"),
        ("lt", "aplankas", "aplankuose", "aplinka"),
        ("pl", "folder", "folderami", "foldy"),
        ("hu", "mappa", "mappában", "mappaszerű"),
        ("de", "Ordner", "Ordnern", "Ordnung"),
        ("el", "φάκελος", "φακέλων", "φακός"),
    ],
)
def test_other_languages_with_cases_have_their_own_endings_or_any_short_one(locale, base, form, other):
    assert forms(locale, base, f"– {form}, {other}.") == [form]


@pytest.mark.parametrize(
    ("locale", "base", "form", "other"),
    [
        ("es", "carpeta", "carpetas", "carpetita"),
        ("es", "acción", "acciones", "accionista"),
        ("es", "puerto", "puertos", "puerta"),
        ("en", "port", "ports", "porter"),
        ("xx", "folder", "folders", "folding"),
    ],
)
def test_without_cases_only_an_s_makes_a_form(locale, base, form, other):
    assert forms(locale, base, f"– {form}, {other}.") == [form]


def test_a_form_is_found_where_it_stands_in_the_comparable_spelling():
    text = "Ava  Kaja\u00a0Kal\u00adlase lehel."
    normal = normalise(text)
    [(start, end)] = unlisted_forms("Kaja Kallas", Inflection(cases=True), normal, compounds=False)
    assert text[slice(*normal.original(start, end))] == "Kaja\u00a0Kal\u00adlase"


def test_endings_are_what_some_forms_have_more_than_others():
    assert endings_of([["Maa", "maast", "maas"], ["tabel", "tabeli"]]) == ("i", "s", "st", "t")
    assert endings_of([["таблица", "таблиц", "таблицы"]]) == ("", "а", "ы")
    assert endings_of([]) == ()
