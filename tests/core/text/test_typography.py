"""A draft is set as its language is, where there is one right way, and a right text stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.text.identifiers import identifiers
from translate.core.text.typography import Typography, mended, opened
from translate.languages.loading import load_language

LANGUAGES = ["es", "et", "ru", "de", "fr", "fi", "ca", "pt"]


def setting(locale):
    return load_language(locale).typography()


def set_right(text, source, locale="es", kept=()):
    own = setting(locale)
    return mended(opened(text, source, own), source, own, setting("en"), kept)


@pytest.mark.parametrize(
    ("locale", "draft", "right"),
    [
        ("et", '"Me jääme," ütles ta.', "„Me jääme,“ ütles ta."),
        ("et", "“Me jääme,” ütles ta.", "„Me jääme,“ ütles ta."),
        ("et", 'Ta ütles: "Luges "Sirpi" eile."', "Ta ütles: „Luges «Sirpi» eile.“"),
        ("et", "“ Me jääme ”", "„Me jääme“"),
        ("ru", '"Мы остаёмся," сказал он.', "«Мы остаёмся», сказал он."),
        ("es", "“Nos quedamos,” dijo.", "“Nos quedamos”, dijo."),
        ("es", '"Nos quedamos," dijo.', '"Nos quedamos", dijo.'),
        ("es", "« Nos quedamos »", "«Nos quedamos»"),
        ("fr", '"Nous restons," dit-il.', "«\u00a0Nous restons\u00a0», dit-il."),
        ("fr", "«\u0020Nous restons\u202f», dit-il\u0020!", "«\u0020Nous restons\u202f», dit-il\u0020!"),
        ("fi", "”Me jäämme”, hän sanoi ”niin.”", "”Me jäämme”, hän sanoi ”niin.”"),
        ("fi", "”Luin ‘“Sirpin”’ eilen,” hän", "”Luin ‘“Sirpin”’ eilen,” hän"),
        ("de", '"Wir bleiben," sagte er.', "„Wir bleiben“, sagte er."),
    ],
)
def test_quotation_marks_become_those_of_the_language_without_spaces_or_commas_within(locale, draft, right):
    assert set_right(draft, '"We stay," he said.', locale) == right


@pytest.mark.parametrize(
    "draft",
    ['Ta ütles: "Me jääme.', 'Ekraan on 27" lai ja 15" kõrge.', '"', 'Üks "kaks "kolm "neli" viis" kuus" seitse'],
)
def test_quotation_marks_that_do_not_pair_stay(draft):
    assert set_right(draft, "", "et") == draft


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        ("Es el transbordador tarde?", "¿Es el transbordador tarde?"),
        ("Para!", "¡Para!"),
        ('"Piensas que es verdad?', '"¿Piensas que es verdad?'),
        ("Dice “Por qué ahora?” o no?", "¿Dice “¿Por qué ahora?” o no?"),
        ("“Por qué?” dijo ella.", "“¿Por qué?” dijo ella."),
        ("¿Es tarde?", "¿Es tarde?"),
        ("Pero, ¿es tarde?", "Pero, ¿es tarde?"),
        ("¡Es tarde?!", "¡Es tarde?!"),
        ("Trabaja en Yahoo! y en casa.", "Trabaja en Yahoo! y en casa."),
        ("— Es tarde?", "— ¿Es tarde?"),
        ("@desk_es llega tarde?", "¿@desk_es llega tarde?"),
        ("{name} llega tarde!", "¡{name} llega tarde!"),
    ],
)
def test_a_question_and_an_exclamation_begin_with_their_signs_in_spanish(draft, right):
    assert opened(draft, "Is it late?", setting("es")) == right
    assert opened(right, "Is it late?", setting("es")) == right
    assert opened(draft, "Is it late?", setting("et")) == draft


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        ('Preguntó: "Quién eres?"', 'Preguntó: "¿Quién eres?"'),
        ('Su respuesta fue "No!"', 'Su respuesta fue "¡No!"'),
        ("Lo dijo (sin reír!)", "Lo dijo (¡sin reír!)"),
        ("(Es tarde?)", "(¿Es tarde?)"),
        ("Es (muy) tarde?", "¿Es (muy) tarde?"),
        ("Es tarde?”", "¿Es tarde?”"),
    ],
)
def test_what_ends_within_quotation_marks_or_brackets_begins_there(draft, right):
    assert opened(draft, "Is it late?", setting("es")) == right


@pytest.mark.parametrize(
    "draft",
    [
        "Y tú?!",
        "Entonces, dónde está?",
        "La pregunta: dónde está?",
        "No lo sé… dónde está?",
        "Es tarde — verdad?",
        "Dijo 'No!'",
        '"Tarde"?',
        'Preguntó: "Quién eres?',
        'Leyó "Sirp" y "Postimees? Es tarde?',
    ],
)
def test_a_question_that_may_begin_in_several_places_is_left_to_a_person(draft):
    assert opened(draft, "Is it late?", setting("es")) == draft


def test_what_an_engine_left_as_it_is_gets_no_sign():
    assert opened('Cantaban "Spring is coming!"', "They sang “Spring is coming!”", setting("es")) == (
        'Cantaban "Spring is coming!"'
    )


@pytest.mark.parametrize("code", ['a["x"]', 'f("x")', '{"x": 1}', '{ "x" }', 'a[0]["x"]'])
def test_quotation_marks_in_code_stay(code):
    assert set_right(f'Kirjuta {code} ja "nii".', "Write so.", "et") == f"Kirjuta {code} ja „nii“."
    assert set_right('Ta ("kapten") läks.', "He left.", "et") == "Ta („kapten“) läks."


@pytest.mark.parametrize(
    ("locale", "source", "draft", "right"),
    [
        ("es", "It rose by 2.5% to 1,250 euros.", "Subió por 2.5% a 1,250 euros.", "Subió por 2,5% a 1.250 euros."),
        ("et", "It rose by 2.5% to 1,250 euros.", "See oli 2.5% ja 1,250 eurot.", "See oli 2,5% ja 1\u00a0250 eurot."),
        ("es", "$1,250.75 for 3.26 million", "$1,250.75 por 3.26 millones", "$1.250,75 por 3,26 millones"),
        ("es_MX", "It rose by 2.5% to 1,250 euros.", "Subió 2.5% a 1,250 euros.", "Subió 2.5% a 1,250 euros."),
        ("es", "At 9.35 p.m., section 2.5", "A las 9.35, sección 2.5", "A las 9.35, sección 2.5"),
        ("es", "Version 2.5.1 of 1,250", "La versión 2.5.1 de 1,250", "La versión 2.5.1 de 1.250"),
        ("es", "At 9.35 it was 8.75.", "A las 9.35 era 8.75.", "A las 9.35 era 8.75."),
        ("de", "2.5 hectares, 3.5 acres", "2.5 Hektar, 3.5 Acres", "2,5 Hektar, 3,5 Acres"),
        ("de", "2.5 gallons or 3.5 gigawatts", "2.5 Gallonen oder 3.5 Gigawatt", "2,5 Gallonen oder 3,5 Gigawatt"),
        ("de", "₹2.5 crore, CHF 3.5, €4.5bn", "₹2.5 Crore, CHF 3.5, €4.5 Mrd.", "₹2,5 Crore, CHF 3,5, €4,5 Mrd."),
        ("de", "2.5 to 3.5 miles", "2.5 bis 3.5 Meilen", "2,5 bis 3,5 Meilen"),
        ("es", "It rose by 2.5%.", "Subió 2,5 % a las 9.35 con 1.250.", "Subió 2,5 % a las 9.35 con 1.250."),
    ],
)
def test_an_amount_that_stands_as_the_source_has_it_gets_the_signs_of_the_language(locale, source, draft, right):
    assert set_right(draft, source, locale) == right


@pytest.mark.parametrize(
    ("locale", "draft", "right"),
    [
        ("es", "Firmado Marcha 31, 2027, aquí.", "Firmado 31 de marzo de 2027, aquí."),
        ("ca", "Signat Març 31, 2027.", "Signat 31 de març del 2027."),
        ("et", "Allkirjastati märts 31, 2027.", "Allkirjastati märts 31, 2027."),
        ("es", "Firmado Marcha 30, 2027.", "Firmado Marcha 30, 2027."),
    ],
)
def test_a_date_in_the_order_of_the_source_is_written_anew_where_it_does_not_inflect(locale, draft, right):
    assert set_right(draft, "It was signed on March 31, 2027, here.", locale) == right


def test_small_words_lose_the_capitals_of_the_acronym_behind_them():
    assert set_right("La jefa DE LA OTAN habló.", "The head of NATO spoke.") == "La jefa de la OTAN habló."
    assert set_right("LA OTAN habló.", "NATO spoke.") == "La OTAN habló."
    assert set_right("Es tarde. «LA OTAN» habló.", "It is late. “NATO” spoke.") == "Es tarde. «La OTAN» habló."
    assert set_right("La vitamina A VIH", "Vitamins and HIV") == "La vitamina A VIH"
    assert set_right("En LA NBC abre.", "In LA NBC opens.") == "En LA NBC abre."
    assert set_right("LA JEFA DE LA OTAN", "THE HEAD OF NATO") == "LA JEFA DE LA OTAN"
    assert set_right("La LA de Los Ángeles", "LA in Los Angeles") == "La LA de Los Ángeles"


def test_a_space_before_a_mark_goes_but_where_the_language_or_the_source_has_one():
    assert set_right("Praam läks . Oli hilja , ütles ta .", "It left. It was late, he said.", "et") == (
        "Praam läks. Oli hilja, ütles ta."
    )
    assert set_right("Seis on 1 : 0 .", "It is 1-0.", "et") == "Seis on 1 : 0."
    assert set_right("Vraiment ?", "Really?", "fr") == "Vraiment ?"
    assert set_right("Tõesti ?", "Really ?", "et") == "Tõesti ?"


def test_what_is_kept_and_what_is_an_identifier_stays():
    draft = 'Vaata "news.example/a?b=1,250" ja "Sirp , leht" 1,250 .'
    term = draft.index("Sirp , leht")
    kept = [(term, term + len("Sirp , leht"))]
    assert set_right(draft, "See 1,250.", "et", kept) == ("Vaata „news.example/a?b=1,250“ ja „Sirp , leht“ 1\u00a0250.")
    whole = draft.index('"Sirp')
    assert '"Sirp , leht"' in set_right(draft, "See 1,250.", "et", [(whole, whole + len('"Sirp , leht"'))])


def test_a_sign_that_nobody_has_told_puts_none_in_the_place_of_another():
    own = Typography(quotes=("«", "»"), decimal=",")
    assert mended("1,250 y 2.5%", "1,250 and 2.5%", own, setting("en")) == "1,250 y 2.5%"


def test_what_nobody_has_translated_and_what_nobody_knows_a_setting_of_stays():
    assert set_right('"We stay," he said.', '"We stay," he said.', "et") == '"We stay," he said.'
    assert mended('"We stay ," 1,250', "1,250", Typography(), setting("en")) == '"We stay ," 1,250'
    assert load_language("ka").typography() == Typography()


MIX = st.lists(
    st.sampled_from(
        [
            *'"“”„«»,.;:!?¿¡ \u00a0',
            "a",
            "Be",
            "DE",
            "LA",
            "OTAN",
            "1,250",
            "2.5",
            "%",
            "March 31, 2027",
            "news.example/a",
        ]
    ),
    max_size=40,
).map("".join)


@given(st.one_of(MIX, st.text()), MIX, st.sampled_from(LANGUAGES))
def test_to_mend_twice_is_to_mend_once_and_identifiers_stay(draft, source, locale):
    once = set_right(draft, source, locale)
    assert set_right(once, source, locale) == once
    was = [draft[one.start : one.end] for one in identifiers(draft)]
    assert all(identifier in once for identifier in was)


@pytest.mark.parametrize(
    "hostile",
    [
        '"',
        '" ',
        "“a ",
        "a ,",
        "1,250 ",
        "March 31, 2027 ",
        "DE LA ",
        "¿",
        '"a," ',
        "a? ",
        '"a?" ',
        "(a?) ",
        "( ",
        'a["x',
    ],
)
def test_a_draft_of_any_length_is_set_in_this_life(hostile):
    text = hostile * (100_000 // len(hostile))
    assert set_right(text + "x", text)
