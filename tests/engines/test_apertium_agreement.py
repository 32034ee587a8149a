"""A term goes through as one word of the grammar: what is done to it at each cut, in the tags of three pairs."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.apertium.stream import Unit, parse
from translate.core.terms.glossary import Form, Term
from translate.engines.apertium.agreement import LETTERS, MOST, Passage, TermWord, made_up
from translate.engines.apertium.grammar import BRAND, PLACE, SURNAME, Class, Grammar


def pair(place="loc", article="el", surname=("sg",), numbers=None):
    """What is learnt of a pair."""
    return Grammar(
        (),
        article=article,
        place=("np", place, "sg"),
        classes={
            PLACE: Class(("np", place, "sg"), ("np", place, "m", "sg")),
            BRAND: Class(("np", "al", "sg"), ("np", "al", "m", "sg")),
            SURNAME: Class(("np", "cog", "sg"), ("np", "cog", "mf", *surname)),
        },
        numbers=numbers or {},
    )


SPANISH = pair(
    numbers={"standards": ("pl",), "standard": ("sg",), "sheep": ("sg", "pl"), "Standards": ("pl",), "run": ()}
)
CATALAN = pair("top", surname=("sp",))
GALICIAN = pair(article="o", surname=("sp",))
PAIRS = pytest.mark.parametrize("grammar", [SPANISH, CATALAN, GALICIAN], ids=["eng-spa", "eng-cat", "en-gl"])


def row(source, target, kind="common", gender="", article=None, **forms):
    labelled = tuple(Form(text, label.replace("_", " ")) for label, text in forms.items())
    return Term(source, target, kind=kind, gender=gender, article=article, forms=labelled)


STANDARD = row("standard", "norma", gender="fem", pl="normas")
EXPERT = row("expert", "experto", gender="masc", pl="expertos", fem="experta", fem_pl="expertas")
NATO = row("NATO", "OTAN", "acronym", "fem")
EU = row("EU", "UE", "acronym", "fem")
PARTY = row("Centre Party", "Partido del Centro", "org", "masc")
RIIGIKOGU = row("Riigikogu", "Riigikogu", "org")
PEIPUS = row("Lake Peipus", "lago Peipus", "place", "masc")
LONDON = row("London", "Londres", "place", "masc")
KALLAS = row("Kallas", "Kallas", "person")
SHOW = row("First Studio", "Primer Estudio", "title", "masc")


def word(term, surface="", number=0, label=None, **said):
    return TermWord(
        number, made_up(number), term, surface or term.source, term.gender if label is None else label, **said
    )


def passage(*words):
    return Passage([*words])


# Behind the analyser.


def analysed(one, grammar, before="", behind=""):
    going = passage(one)
    return going.analysed(f"{before}[t0]^xqzbb/*xqzbb$[/t0]{behind}", grammar), going.unsure


@PAIRS
def test_a_name_is_seen_as_a_place_in_the_pairs_own_tags(grammar):
    place = "".join(f"<{tag}>" for tag in grammar.place)
    for name in (NATO, PARTY, PEIPUS, KALLAS, SHOW):
        assert analysed(word(name), grammar) == (f"^Xqzbb/Xqzbb{place}$", set())


@pytest.mark.parametrize(
    ("surface", "readings"),
    [
        ("standards", "xqzbb<n><pl>"),
        ("standard", "xqzbb<n><sg>"),
        ("sheep", "xqzbb<n><sg>/xqzbb<n><pl>"),
        ("run", "xqzbb<n><sg>"),
        ("xyz", "xqzbb<n><sg>"),
        ("Standards", "xqzbb<n><pl>"),
    ],
)
def test_a_common_noun_is_a_noun_in_the_numbers_that_the_dictionary_reads_its_words_in(surface, readings):
    assert analysed(word(STANDARD, surface), SPANISH) == (f"^xqzbb/{readings}$", set())


def test_words_that_no_dictionary_has_are_a_plural_where_they_are_a_variant_in_s():
    drone = row("dronelet", "dron", gender="masc", pl="drones")
    assert analysed(word(drone, "dronelets"), SPANISH)[0] == "^xqzbb/xqzbb<n><pl>$"
    assert analysed(word(drone, "DRONELET"), SPANISH)[0] == "^xqzbb/xqzbb<n><sg>$"
    assert analysed(word(row("xs", "dron", pl="drones"), "Xs"), SPANISH)[0] == "^xqzbb/xqzbb<n><sg>$"
    assert analysed(word(row("xs", "dron", pl="drones"), "xyzs"), SPANISH)[0] == "^xqzbb/xqzbb<n><sg>$"


def test_a_row_without_the_number_of_the_source_goes_in_its_own_and_is_doubtful():
    assert analysed(word(row("standard", "norma", gender="fem"), "standards"), SPANISH) == (
        "^xqzbb/xqzbb<n><sg>$",
        {0},
    )
    assert analysed(word(row("standard", "elecciones", gender="fem pl"), "standard"), SPANISH) == (
        "^xqzbb/xqzbb<n><pl>$",
        {0},
    )
    assert analysed(word(row("standard", "norma", gender="fem"), "sheep"), SPANISH) == ("^xqzbb/xqzbb<n><sg>$", set())


def test_behind_a_bare_apostrophe_stands_nothing_but_a_genitive():
    kallas = word(KALLAS, possessive=True)
    verb = "^'s/'s<gen>/be<vbser><pri><p3><sg>/have<vbhaver><pres>$"
    assert analysed(kallas, SPANISH, behind=verb)[0] == "^Xqzbb/Xqzbb<np><loc><sg>$^'s/'s<gen>$"
    assert analysed(kallas, SPANISH, behind="^'s/be<vbser>$")[0] == "^Xqzbb/Xqzbb<np><loc><sg>$^'s/be<vbser>$"
    assert analysed(word(KALLAS), SPANISH, behind=verb)[0] == f"^Xqzbb/Xqzbb<np><loc><sg>${verb}"
    assert analysed(kallas, SPANISH, behind=" ^no/no<adv>$")[0] == "^Xqzbb/Xqzbb<np><loc><sg>$ ^no/no<adv>$"


@pytest.mark.parametrize(
    "piece",
    [
        "[t7]^xqzbb/*xqzbb$[/t7]",
        "[t0]^xqzbb/*xqzbb$ ^a/b<n>$[/t0]",
        "[t0]^xqzbb/*xqzbb$[/t1]",
        "^xqzbb/*xqzbb$",
        "[t0][/t0]",
    ],
)
def test_what_is_no_made_up_word_between_its_own_marks_stays(piece):
    assert passage(word(STANDARD)).analysed(piece, SPANISH) == piece


# Behind the bilingual dictionary.


def translated(one, grammar, seen="", before=""):
    seen = seen or ("xqzbb<n><sg>" if one.row.kind == "common" else f"Xqzbb<np><{grammar.place[1]}><sg>")
    going = passage(one)
    piece = going.translated(f"{before}^{seen}/@{seen}$^.<sent>/.<sent>$", grammar)
    assert piece.startswith(before)
    assert piece.endswith("^.<sent>/.<sent>$")
    return piece.removeprefix(before).removesuffix("^.<sent>/.<sent>$"), going.unsure


@PAIRS
def test_a_common_noun_gets_the_gender_of_its_target(grammar):
    assert translated(word(STANDARD), grammar) == ("^xqzbb<n><sg>/xqzbb<n><f><sg>$", set())
    assert translated(word(STANDARD), grammar, "xqzbb<n><pl>") == ("^xqzbb<n><pl>/xqzbb<n><f><pl>$", set())
    assert translated(word(row("x", "dron", gender="masc")), grammar)[0] == "^xqzbb<n><sg>/xqzbb<n><m><sg>$"
    assert translated(word(row("x", "artista", gender="common")), grammar)[0] == "^xqzbb<n><sg>/xqzbb<n><mf><sg>$"
    assert translated(word(row("x", "y", gender="neut")), grammar)[0] == "^xqzbb<n><sg>/xqzbb<n><nt><sg>$"


def test_a_noun_with_forms_of_both_genders_takes_that_of_its_surroundings():
    assert translated(word(EXPERT), SPANISH)[0] == "^xqzbb<n><sg>/xqzbb<n><GD><sg>$"


def test_a_base_form_in_the_plural_is_one_in_the_source_as_well():
    elections = row("election", "elecciones", gender="fem pl")
    assert translated(word(elections), SPANISH)[0] == "^xqzbb<n><pl>/xqzbb<n><f><pl>$"
    states = row("United States", "Estados Unidos", "place", gender="masc pl")
    assert translated(word(states), SPANISH)[0] == "^Xqzbb<n><pl>/Xqzbb<n><m><pl>$"


def test_a_gender_that_nobody_knows_is_taken_for_the_masculine_and_is_doubtful():
    assert translated(word(row("x", "y")), SPANISH) == ("^xqzbb<n><sg>/xqzbb<n><m><sg>$", {0})


def test_the_pairs_own_dictionary_may_know_the_gender():
    grammar = pair()
    grammar.genders = {"standard": ("norma", "f")}
    assert translated(word(row("standard", "norma")), grammar) == ("^xqzbb<n><sg>/xqzbb<n><f><sg>$", set())
    assert translated(word(row("standard", "estándar")), grammar)[1] == {0}
    assert translated(word(row("standard", "norma", gender="masc")), grammar)[0] == "^xqzbb<n><sg>/xqzbb<n><m><sg>$"


@PAIRS
def test_a_person_is_a_surname_of_either_gender_but_where_its_row_says(grammar):
    last = grammar.classes[SURNAME].target[-1]
    assert translated(word(KALLAS), grammar) == (f"^Xqzbb<np><cog><sg>/Xqzbb<np><cog><mf><{last}>$", set())
    woman = row("Kallas", "Kallas", "person", "fem")
    assert translated(word(woman), grammar)[0] == f"^Xqzbb<np><cog><sg>/Xqzbb<np><cog><f><{last}>$"


@PAIRS
def test_a_place_is_a_place_and_other_names_are_brands(grammar):
    place = grammar.place[1]
    assert translated(word(LONDON), grammar)[0] == f"^Xqzbb<np><{place}><sg>/Xqzbb<np><{place}><m><sg>$"
    for name, gender in ((NATO, "f"), (PARTY, "m"), (SHOW, "m"), (RIIGIKOGU, "m")):
        assert translated(word(name), grammar) == (f"^Xqzbb<np><al><sg>/Xqzbb<np><al><{gender}><sg>$", set())


DETERMINED = ["^the<det><def><sp>/el<det><def><GD><ND>$ ", "^new<adj>/nuevo<adj>$ ", "^two<num>/dos<num>$ "]
NOT_DETERMINED = ["", "^of<pr>/de<pr>$ ", "^xyz/*xyz$ ", "^no<adv>/no<adv>$", "^new<adj>/nuevo<adj>$, ", "text "]


@pytest.mark.parametrize("before", DETERMINED)
def test_behind_a_determiner_or_adjective_a_body_is_a_noun(before):
    assert translated(word(NATO), SPANISH, before=before)[0] == "^Xqzbb<n><acr><sg>/Xqzbb<n><acr><f><sg>$"
    assert translated(word(PARTY), SPANISH, before=before)[0] == "^Xqzbb<n><sg>/Xqzbb<n><m><sg>$"
    assert translated(word(LONDON), SPANISH, before=before)[0] == "^Xqzbb<n><sg>/Xqzbb<n><m><sg>$"
    for name in (KALLAS, SHOW):
        assert "<n>" not in translated(word(name), SPANISH, before=before)[0]


@pytest.mark.parametrize("before", NOT_DETERMINED)
def test_anywhere_else_it_is_a_name(before):
    for name in (NATO, PARTY, LONDON):
        assert "<np>" in translated(word(name), SPANISH, before=before)[0]


def test_a_place_that_takes_the_article_is_a_noun_anywhere():
    assert translated(word(PEIPUS), SPANISH)[0] == "^Xqzbb<n><sg>/Xqzbb<n><m><sg>$"
    assert translated(word(row("Hague", "Haya", "place", "fem", article=True)), SPANISH)[0].endswith("<n><f><sg>$")


def test_a_translated_noun_of_a_name_without_a_gender_is_doubtful_and_one_that_stays_is_not():
    before = DETERMINED[0]
    assert translated(word(row("Party", "Partido", "org")), SPANISH, before=before)[1] == {0}
    assert translated(word(RIIGIKOGU), SPANISH, before=before)[1] == set()


@pytest.mark.parametrize(
    "piece", ["^Xqzbc<np>/@Xqzbc<np>$", "^Xqzbb<np>/Xqzbb<np>$", "^xqzbbb<n>/@xqzbbb<n>$", "^other<n>/@other<n>$"]
)
def test_words_that_are_nobodys_stay_as_they_are(piece):
    assert passage(word(NATO)).translated(piece, SPANISH) == piece


# Behind transfer.

STOP = "^.<sent>$[]"
OF = "^de<pr>$ "


def transferred(piece, *words, grammar=SPANISH):
    going = passage(*words)
    return going.transferred(f"{piece}{STOP}", grammar).removesuffix(STOP), going.placed


@pytest.mark.parametrize(
    ("tags", "form"),
    [
        ("<n><m><sg>", "experto"),
        ("<n><m><pl>", "expertos"),
        ("<n><f><sg>", "experta"),
        ("<n><f><pl>", "expertas"),
        ("<n><GD><sg>", "experto"),
        ("<n><mf><pl>", "expertos"),
        ("", "experto"),
    ],
)
def test_what_transfer_made_of_it_tells_the_form(tags, form):
    piece = f"^ser<vbser>$ ^xqzbb{tags}$"
    assert transferred(piece, word(EXPERT)) == (f"^ser<vbser>$ {form}[t0]", {0: form})


def test_a_form_is_written_for_the_stream():
    odd = row("x", "a/b [c]~", gender="masc")
    assert transferred("^no<adv>$ ^xqzbb<n><m><sg>$", word(odd)) == (r"^no<adv>$ a\/b \[c\][x7e][t0]", {0: "a/b [c]~"})


def test_a_term_in_capitals_has_its_form_in_capitals_but_where_its_row_has_it_so():
    piece = "^no<adv>$ ^XQZBB<n><f><sg>$"
    assert transferred(piece, word(STANDARD, "STANDARD"))[1] == {0: "NORMA"}
    assert transferred(piece, word(STANDARD, "Standard"))[1] == {0: "norma"}
    assert transferred(piece, word(row("OECD", "Ocde", "acronym", article=False), "OECD"))[1] == {0: "Ocde"}


@PAIRS
@pytest.mark.parametrize(
    ("tags", "article"), [("<np><al><f><sg>", "<f><sg>"), ("<n><m><pl>", "<m><pl>"), ("<np><cog><mf><sg>", "<m><sg>")]
)
def test_an_article_goes_before_a_term_that_takes_it(grammar, tags, article):
    lemma = grammar.article
    assert transferred(f"{OF}^Xqzbb{tags}$", word(NATO), grammar=grammar)[0] == (
        f"{OF}^{lemma}<det><def>{article}$ OTAN[t0]"
    )


def test_an_article_goes_before_adjectives():
    piece = f"{OF}^nuevo<adj><f><sg>$ [x]^grande<adj><f><sg>$ ^Xqzbb<np><al><f><sg>$"
    assert transferred(piece, word(NATO))[0] == (
        f"{OF}^el<det><def><f><sg>$ ^nuevo<adj><f><sg>$ [x]^grande<adj><f><sg>$ OTAN[t0]"
    )


def test_adjectives_at_the_very_beginning_have_it_before_them_and_those_of_another_clause_do_not():
    piece = "^nuevo<adj><f><sg>$ ^Xqzbb<np><al><f><sg>$ ^ser<vbser>$"
    assert transferred(piece, word(NATO))[0] == ("^el<det><def><f><sg>$ ^nuevo<adj><f><sg>$ OTAN[t0] ^ser<vbser>$")
    piece = "^nuevo<adj><f><sg>$, ^Xqzbb<np><al><f><sg>$ ^ser<vbser>$"
    assert transferred(piece, word(NATO))[0] == ("^nuevo<adj><f><sg>$, ^el<det><def><f><sg>$ OTAN[t0] ^ser<vbser>$")


@pytest.mark.parametrize(
    "before",
    [
        "^el<det><def><f><sg>$ ",
        "^este<det><dem><f><sg>$ ^nuevo<adj><f><sg>$ ",
        "^todo<predet><f><sg>$ ",
        "^dos<num><mf><sp>$ ",
        "^plan<n><m><sg>$^-<guio>$",
        "^plan<n><m><sg>$\\/",
        "^plan<n><m><sg>$–",
        "Rusia-",
    ],
)
def test_there_is_no_article_behind_a_determiner_or_a_hyphen(before):
    assert transferred(f"{before}^Xqzbb<np><al><f><sg>$", word(NATO))[0] == f"{before}OTAN[t0]"


@pytest.mark.parametrize("before", ["^no<adv>$, ", "^“<lquot>$", "^decir<vblex>$ ", "^*Vox$ ", "[b1]", ""])
def test_there_is_one_behind_anything_else(before):
    piece = f"{before}^Xqzbb<np><al><f><sg>$ ^ser<vbser>$"
    assert transferred(piece, word(NATO))[0] == f"{before}^el<det><def><f><sg>$ OTAN[t0] ^ser<vbser>$"


def test_a_gloss_in_brackets_has_no_article_and_what_only_begins_with_one_has():
    gloss = "^alianza<n><f><sg>$ ^(<lpar>$^Xqzbb<np><al><f><sg>$"
    assert transferred(f"{gloss}^)<rpar>$", word(NATO))[0] == "^alianza<n><f><sg>$ ^(<lpar>$OTAN[t0]^)<rpar>$"
    assert transferred(f"{gloss} ^)<rpar>$", word(NATO))[0] == "^alianza<n><f><sg>$ ^(<lpar>$OTAN[t0] ^)<rpar>$"
    assert "<det>" in transferred(f"{gloss} ^decir<vblex>$^)<rpar>$", word(NATO))[0]


def test_a_term_that_is_the_whole_text_has_no_article():
    assert transferred("[b0]^Xqzbb<np><al><f><sg>$", word(NATO))[0] == "[b0]OTAN[t0]"


def test_a_body_that_keeps_its_name_has_an_article_where_the_source_has_one():
    piece = f"{OF}^Xqzbb<np><al><m><sg>$"
    assert transferred(piece, word(RIIGIKOGU))[0] == f"{OF}Riigikogu[t0]"
    assert transferred(piece, word(RIIGIKOGU, definite=True))[0] == f"{OF}^el<det><def><m><sg>$ Riigikogu[t0]"


def test_terms_that_are_tied_come_together_in_their_order():
    words = (word(NATO), word(EU, number=1, tied="-"), word(KALLAS, number=2, tied="/"), word(STANDARD, number=3))
    piece = "^relación<n>$ ^de<pr>$ ^Xqzbb<np><al><f><sg>$ ^y<cnjcoo>$ ^xqzbf<n><f><pl>$"
    assert transferred(piece, *words) == (
        "^relación<n>$ ^de<pr>$ ^el<det><def><f><sg>$ OTAN[t0]-UE[t1]/Kallas[t2] ^y<cnjcoo>$ normas[t3]",
        {0: "OTAN", 1: "UE", 2: "Kallas", 3: "normas"},
    )


def test_terms_may_come_in_another_order_and_each_has_its_form():
    piece = "^xqzbc<n><f><pl>$ ^de<pr>$ ^Xqzbb<np><cog><mf><sg>$"
    assert transferred(piece, word(KALLAS), word(STANDARD, number=1)) == (
        "normas[t1] ^de<pr>$ Kallas[t0]",
        {0: "Kallas", 1: "normas"},
    )


def test_a_sentence_without_terms_goes_through_as_it_is():
    piece = "[t0]^xqzbb/*xqzbb$[/t0] ^xqzbb<n>/@xqzbb<n>$ ^xqzbb<n><f><sg>$"
    assert passage().analysed(piece, SPANISH) == piece
    assert passage().translated(piece, SPANISH) == piece
    assert passage().transferred(piece, SPANISH) == piece


def test_there_is_a_made_up_word_for_each_of_many_terms():
    words = [made_up(number) for number in range(MOST)]
    assert len(set(words)) == MOST
    assert all(set(one[3:]) <= set(LETTERS) for one in words)


@given(st.permutations(range(5)), st.data())
def test_each_term_stands_once_before_its_own_mark(order, data):
    rows = data.draw(st.lists(st.sampled_from([NATO, STANDARD, EXPERT, KALLAS, PEIPUS]), min_size=5, max_size=5))
    words = [word(term, number=number) for number, term in enumerate(rows)]
    tags = itertools.cycle(["<n><f><pl>", "<np><cog><mf><sg>", "<n><m><sg>"])
    piece = " ".join(f"^{words[number].shown}{next(tags)}$ ^y<cnjcoo>$" for number in order)
    text, placed = transferred(piece, *words)
    assert sorted(placed) == list(range(5))
    for number, form in placed.items():
        assert text.count(f"[t{number}]") == 1
        assert f"{form}[t{number}]" in text
    assert not any(isinstance(part, Unit) and part.first.lemma.lower().startswith("xqz") for part in parse(text))


DIARIO = row("Mallorca Daily", "El Diario", "org", "masc")


@pytest.mark.parametrize("before", ["^en<pr>$ ", "^en<pr>$ ^el<det><def><m><sg>$ "])
def test_a_name_that_begins_with_an_article_gets_no_other_and_loses_none(before):
    going = passage(word(DIARIO, own_article=True))
    found = going.transferred(f"{before}^Xqzbb<n><m><sg>$ ^ser<vbser>$", SPANISH)
    assert found == "^en<pr>$ E[]l Diario[t0] ^ser<vbser>$"


@pytest.mark.parametrize(
    ("before", "behind"), [(r"\@", ""), ("#", ""), ("x=", ""), ("", r"\@err"), ("", r"\/x"), ("^a<n>$^.<sent>$", "")]
)
def test_no_article_comes_into_an_address_or_a_hashtag(before, behind):
    piece = f"^ver<vblex>$ {before}^Xqzbb<np><al><f><sg>${behind} ^ser<vbser>$"
    assert passage(word(NATO)).transferred(piece, SPANISH) == f"^ver<vblex>$ {before}OTAN[t0]{behind} ^ser<vbser>$"


def test_each_of_two_tied_terms_has_its_own_number_and_gender():
    going = passage(word(NATO), word(EXPERT, "experts", 1, tied="-"))
    found = going.transferred("^de<pr>$ ^Xqzbb<n><acr><f><sg>$ ^ser<vbser>$", pair(numbers={"experts": ("pl",)}))
    assert found == "^de<pr>$ ^el<det><def><f><sg>$ OTAN[t0]-expertos[t1] ^ser<vbser>$"
    assert going.unsure == set()
