"""With the pairs of Debian, terms agree with the words around them in Spanish, Catalan and Galician."""

import pytest

from tests.programs import REQUIRED, needs
from translate.apertium.installation import Installation
from translate.core.offers import RequiredTerm, SourceSentence
from translate.core.terms.glossary import Form, Term
from translate.core.terms.ways import How
from translate.engines.apertium import ApertiumEngine

pytestmark = needs("apertium")


def rows(**targets):
    """The newsroom's rows in one language; a target is ``base form, label=form, …``."""
    kinds = {
        "expert": ("security expert", "common", "masc"),
        "standard": ("standard", "common", "fem"),
        "drone": ("drone", "common", "masc"),
        "water": ("water", "common", "fem"),
        "nato": ("NATO", "acronym", "fem"),
        "party": ("Centre Party", "org", "masc"),
        "guard": ("Border Guard", "org", "fem"),
        "lake": ("Lake Peipus", "place", "masc"),
        "kallas": ("Kaja Kallas", "person", ""),
    }
    found = {}
    for name, cell in targets.items():
        source, kind, gender = kinds[name]
        target, *forms = cell.split(", ")
        labelled = (form.partition("=") for form in forms)
        found[name] = Term(
            source, target, kind=kind, gender=gender, forms=tuple(Form(text, label) for label, _, text in labelled)
        )
    return found


GLOSSARIES = {
    "es": rows(
        expert="experto en seguridad, pl=expertos en seguridad, fem=experta en seguridad",
        standard="norma, pl=normas",
        drone="dron, pl=drones",
        water="agua, pl=aguas",
        nato="OTAN",
        party="Partido del Centro",
        guard="Guardia de Fronteras",
        lake="lago Peipus",
        kallas="Kaja Kallas",
    ),
    "ca": rows(
        expert="expert en seguretat, pl=experts en seguretat, fem=experta en seguretat",
        standard="norma, pl=normes",
        drone="dron, pl=drons",
        water="aigua, pl=aigües",
        nato="OTAN",
        party="Partit del Centre",
        guard="Guàrdia de Fronteres",
        lake="llac Peipus",
        kallas="Kaja Kallas",
    ),
    "gl": rows(
        expert="experto en seguridade, pl=expertos en seguridade, fem=experta en seguridade",
        standard="norma, pl=normas",
        drone="dron, pl=drons",
        water="auga, pl=augas",
        nato="OTAN",
        party="Partido do Centro",
        guard="Garda de Fronteiras",
        lake="lago Peipus",
        kallas="Kaja Kallas",
    ),
}

# A sentence with ‹words=row›, and what must be in its draft in each language.
SENTENCES = {
    "Two ‹security experts=expert› were tired.": (
        "Dos expertos en seguridad",
        "Dos experts en seguretat",
        "Dous expertos en seguridade",
    ),
    "She is a ‹security expert=expert›.": (
        "una experta en seguridad",
        "una experta en seguretat",
        "unha experta en seguridade",
    ),
    "The new ‹standards=standard› are strict.": (
        "Las normas nuevas son estrictas.",
        "Les normes noves són estrictes.",
        "As normas novas son estritas.",
    ),
    "‹Standards=standard› are strict.": ("as normas son", "es normes són", "s normas son"),
    "Many ‹drones=drone› fell.": ("Muchos drones", "Molts drons", "Moitos drons"),
    "He saw the end of the ‹drone›.": ("el fin del dron.", "el final del dron.", "o fin do dron."),
    "The price of the ‹standard›": ("El precio de la norma", "El preu de la norma", "O prezo da norma"),
    "The best of the ‹standards=standard›": ("de las normas", "de les normes", "das normas"),
    "‹NATO=nato› is strong.": ("La OTAN es fuerte.", "L'OTAN és forta.", "A OTAN é forte."),
    "The plan of ‹NATO=nato› failed.": ("El plan de la OTAN", "El pla de l'OTAN", "O plan da OTAN"),
    "They went to the ‹Centre Party=party›.": (
        "al Partido del Centro.",
        "al Partit del Centre.",
        "ao Partido do Centro.",
    ),
    "The leader of the ‹Centre Party=party› spoke.": (
        "del Partido del Centro",
        "del Partit del Centre",
        "do Partido do Centro",
    ),
    "The ‹Border Guard=guard› saw the boat.": (
        "La Guardia de Fronteras",
        "La Guàrdia de Fronteres",
        "A Garda de Fronteiras",
    ),
    "The boat on ‹Lake Peipus=lake› sank.": ("el lago Peipus", "el llac Peipus", "no lago Peipus"),
    "The house of ‹Kaja Kallas=kallas›.": (
        "La casa de Kaja Kallas.",
        "La casa de Kaja Kallas.",
        "A casa de Kaja Kallas.",
    ),
    "‹Kaja Kallas=kallas›' house is white.": (
        "La casa de Kaja Kallas",
        "La casa de Kaja Kallas",
        "A casa de Kaja Kallas",
    ),
    "The ‹water› is clean.": ("El agua es limpia.", "L'aigua és neta.", "A auga é limpa."),
    "He said “the ‹standard›” again.": ("“la norma”", "“la norma”", "“a norma”"),
    "“‹NATO=nato› is strong,” ‹Kaja Kallas=kallas› said.": (
        "“La OTAN es fuerte,” Kaja Kallas",
        "“L'OTAN és forta,” Kaja Kallas",
        "“A OTAN é forte,” Kaja Kallas",
    ),
    "The alliance (‹NATO=nato›) met.": ("(OTAN)", "(OTAN)", "(OTAN)"),
    "The ‹drone› is fast; the ‹standard› is slow.": ("El dron es", "El dron és", "O dron é"),
    "THE ‹STANDARD=standard› IS STRICT": ("NORMA", "NORMA", "NORMA"),
}


def installed(source, target):
    """Skip where a pair is missing."""
    if not REQUIRED and Installation().mode(source, target) is None:
        pytest.skip(f"not installed: Apertium's pair from {source} to {target}")
    return ApertiumEngine()


def marked(text, glossary):
    """A sentence from text with ‹words=row› in it."""
    plain, terms = "", []
    for number, piece in enumerate(text.replace("›", "‹").split("‹")):
        words, _, name = piece.partition("=")
        if number % 2:
            row = glossary[name or words]
            terms.append(RequiredTerm(len(plain), len(plain) + len(words), row.accepted, row))
        plain += words
    return SourceSentence(plain, tuple(terms))


@pytest.fixture(scope="module", params=["es", "ca", "gl"])
def drafts(request):
    """The language's place in the table, and all sentences with their drafts."""
    engine = installed("en", request.param)
    sentences = [marked(text, GLOSSARIES[request.param]) for text in SENTENCES]
    answers = engine.translate(sentences, "en", request.param)
    place = ["es", "ca", "gl"].index(request.param)
    return place, dict(zip(SENTENCES, zip(sentences, answers, strict=True), strict=True))


@pytest.mark.parametrize("text", SENTENCES)
def test_a_term_agrees_has_its_article_and_is_told_to_agree(drafts, text):
    place, answers = drafts
    sentence, [draft] = answers[text]
    assert SENTENCES[text][place] in draft.text
    assert [(way.how, way.doubtful) for way in draft.ways] == [(How.AGREED, False)] * len(sentence.terms)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_draft_begins_and_ends_as_its_source_does(drafts, text):
    sentence, [draft] = drafts[1][text]
    letters = [letter for letter in draft.text if letter.isalpha()]
    assert letters[0].isupper()
    assert letters == [letter for letter in letters if letter.isupper()] or not sentence.text.isupper()
    assert draft.text[-1] == sentence.text[-1] or sentence.text[-1].isalpha()
    assert "  " not in draft.text


@pytest.mark.parametrize(
    ("target", "headline", "last"),
    [
        ("es", "The best of the night", "noche"),
        ("es", "Rain all through the day", "día"),
        ("ca", "The best of the night", "nit"),
        ("gl", "The best of the night", "noite"),
        ("gl", "Say no", "non"),
        *[(target, "Photo by Martin Helme", "Helme") for target in ("es", "ca", "gl")],
    ],
)
def test_a_headline_keeps_its_last_word(target, headline, last):
    [[draft]] = installed("en", target).translate([SourceSentence(headline)], "en", target)
    assert draft.text.casefold().endswith(last.casefold())


@pytest.mark.parametrize("target", ["es", "ca", "gl"])
def test_terms_do_not_depend_on_what_stands_beside_them(target):
    engine = installed("en", target)
    sentences = [marked(text, GLOSSARIES[target]) for text in SENTENCES]
    together = engine.translate(sentences, "en", target)
    assert engine.translate(sentences[::-1], "en", target)[::-1] == together
    assert [engine.translate([one], "en", target)[0] for one in sentences[:4]] == together[:4]


@pytest.mark.parametrize(
    ("target", "phrase", "expected", "doubtful"),
    [
        ("es", "norma de calidad", "La norma de calidad nueva", False),
        ("es", "estándar de calidad", "El estándar de calidad nuevo", False),
        ("es", "xyzización de calidad", "La xyzización de calidad nueva", False),
        ("es", "xyzzy de calidad", "El xyzzy de calidad nuevo", True),
        ("ca", "norma de qualitat", "La norma de qualitat nova", False),
        ("gl", "norma de calidade", "A norma de calidade nova", False),
    ],
)
def test_where_a_row_has_no_gender_the_dictionary_or_the_ending_tells_it(target, phrase, expected, doubtful):
    row = Term("quality standard", phrase, kind="common")
    [[draft]] = installed("en", target).translate(
        [marked("The new ‹quality standard› is here.", {row.source: row})], "en", target
    )
    assert draft.text.startswith(expected)
    assert [way.doubtful for way in draft.ways] == [doubtful]


@pytest.mark.parametrize(
    ("source", "text", "row", "expected"),
    [
        ("es", "El presidente de la ‹OTAN› habló.", Term("OTAN", "NATO", kind="acronym"), "NATO"),
        ("es", "Una ‹norma› nueva.", Term("norma", "norm", kind="common", forms=(Form("norms", "pl"),)), "norm"),
        ("es", "El plan de ‹Kaja Kallas› falló.", Term("Kaja Kallas", "Kaja Kallas", kind="person"), "Kaja Kallas"),
        ("ca", "Una ‹norma› nova.", Term("norma", "norm", kind="common"), "norm"),
        ("gl", "Unha ‹norma› nova.", Term("norma", "norm", kind="common"), "norm"),
    ],
)
def test_a_pair_that_is_not_from_english_drafts_with_its_terms(source, text, row, expected):
    engine = installed(source, "en")
    [[draft]] = engine.translate([marked(text, {row.source: row})], source, "en")
    assert f" {expected}" in f" {draft.text}"
    [way] = draft.ways
    assert way.how in {How.AS_IS, How.REDRAFTED, How.REPAIRED}
