"""What a pair's dictionaries say of a few words is learnt while these go through ahead of the sentences."""

import pytest

from translate.apertium.stream import END, Unit, parse
from translate.engines.apertium.grammar import BRAND, PLACE, PROBES, SURNAME, Class, Grammar, numbers

STOP = "[]^./.<sent>$[]"

# What Debian's pairs answer, by the probes' places.
ANALYSED = {
    "eng-spa": (
        "^London/London<np><loc><sg>/London<np><ant><m><sg>/London<np><ant><f><sg>$",
        "^Google/Google<np><al><sg>$",
        "^Johnson/Johnson<np><cog><sg>$",
        "^the/the<det><def><sp>$",
    ),
    "eng-cat": (
        "^London/London<np><top><sg>/London<np><cog><sg>$",
        "^Google/Google<np><al><sg>$",
        "^Johnson/Johnson<np><cog><sg>$",
        "^the/the<det><def><sp>$",
    ),
}
TRANSLATED = {
    "eng-spa": (
        "^London<np><loc><sg>/Londres<np><loc><m><sg>$",
        "^Google<np><al><sg>/Google<np><al><m><sg>$",
        "^Johnson<np><cog><sg>/Johnson<np><cog><mf><sg>$",
        "^the<det><def><sp>/el<det><def><GD><ND>$",
    ),
    "eng-cat": (
        "^London<np><top><sg>/Londres<np><top><m><sg>$",
        "^Google<np><al><sg>/Google<np><al><m><sg>$",
        "^Johnson<np><cog><sg>/Johnson<np><cog><mf><sp>$",
        "^the<det><def><sp>/el<det><def><GD><ND>$",
    ),
}


def taught(pair="eng-spa", without=None):
    """A grammar that has seen its probes but one, with the pieces that went on to the next stage."""
    grammar = Grammar.asking(())
    went = []
    for number, (one, other) in enumerate(zip(ANALYSED[pair], TRANSLATED[pair], strict=True)):
        went.append(grammar.analysed(f"[w{number}]{one}{STOP}"))
        if number != without:
            went.append(grammar.translated(f"[w{number}]{other}{STOP}"))
    return grammar, went


def test_each_word_is_asked_once_behind_the_probes_and_never_again():
    grammar = Grammar.asking(["experts", "R/S", "experts", "London"])
    assert grammar.questions() == [
        f"[w{n}]{word}{END}" for n, word in enumerate((*PROBES, "experts", "R\\/S", "London"))
    ]
    grammar.analysed(f"[w4]^experts/expert<n><pl>${STOP}")
    assert grammar.questions() == []


@pytest.mark.parametrize(("pair", "place"), [("eng-spa", "loc"), ("eng-cat", "top")])
def test_the_probes_tell_what_names_and_the_article_are_called(pair, place):
    grammar, _ = taught(pair)
    assert grammar.understood
    assert grammar.place == ("np", place, "sg")
    assert grammar.article == "el"
    assert grammar.classes[PLACE] == Class(("np", place, "sg"), ("np", place, "m", "sg"))
    assert grammar.classes[BRAND] == Class(("np", "al", "sg"), ("np", "al", "m", "sg"))
    assert grammar.classes[SURNAME].target[:3] == ("np", "cog", "mf")


def test_a_name_of_another_gender_has_only_that_changed():
    assert Class(("np", "al", "sg"), ("np", "al", "m", "sg")).in_gender("f") == Class(
        ("np", "al", "sg"), ("np", "al", "f", "sg")
    )
    assert Class(("np",), ("np", "GD")).in_gender("mf").target == ("np", "mf")


@pytest.mark.parametrize(
    ("number", "answer"),
    [
        (0, "^London<np><loc>/@London<np><loc>$"),
        (1, "^Google<n><sg>/Google<n><m><sg>$"),
        (2, "^Johnson<np>/jonson<n>$"),
        (3, "^the<det><def>/@the<det><def>$"),
        (3, "^the<det><def>/$"),
        (3, "^the<adv>/el<det>$"),
    ],
)
def test_a_pair_that_calls_them_otherwise_is_not_understood(number, answer):
    grammar, _ = taught("eng-spa", without=number)
    grammar.translated(f"[w{number}]{answer}{STOP}")
    assert not grammar.understood


def test_a_pair_that_does_not_know_the_place_is_not_understood():
    grammar, _ = taught()
    grammar.analysed(f"[w0]^London/*London${STOP}")
    assert not grammar.understood


def test_nothing_is_understood_before_it_was_asked():
    assert not Grammar.asking(["experts"]).understood


def test_what_was_learnt_need_not_go_on():
    _, went = taught()
    # Probes go to the dictionary, and nothing goes to transfer.
    assert went[0::2] == [f"[w{n}]{answer}{STOP}" for n, answer in enumerate(ANALYSED["eng-spa"])]
    assert went[1::2] == [""] * len(PROBES)


def test_a_word_goes_to_the_dictionary_where_its_gender_is_wanted():
    grammar = Grammar.asking(["experts", "roads"])
    grammar.ungendered = {"roads"}
    assert grammar.analysed(f"[w4]^experts/expert<n><pl>${STOP}") == ""
    assert grammar.analysed(f"[w5]^roads/road<n><pl>${STOP}") == f"[w5]^roads/road<n><pl>${STOP}"


@pytest.mark.parametrize("piece", ["[b0]^a/b$", "^a/b$", "", "[w99]^a/b$", "[w]^a/b$", " [w0]^a/b$"])
def test_a_sentence_is_no_answer(piece):
    grammar = Grammar.asking(["experts"])
    assert grammar.analysed(piece) is None
    assert grammar.translated(piece) is None
    assert not grammar.numbers


def test_an_answer_that_is_empty_teaches_nothing():
    grammar = Grammar.asking(["experts"])
    assert grammar.analysed("[w4][]") == ""
    assert grammar.translated("[w4][]") == ""
    assert grammar.translated(f"[w4]^experts${STOP}") == ""
    assert (grammar.numbers, grammar.genders) == ({}, {})


def test_the_dictionary_tells_a_gender_where_it_has_the_very_target():
    grammar = Grammar.asking(["experts", "standard", "R/S"])
    grammar.translated("[w4]^expert<n><pl>/experto<n><GD><pl>$[]^.<sent>/.<sent>$[]")
    grammar.translated("[w5]^standard<n><sg>/norma<n><f><sg>/estándar<n><m><sg>$[]^.<sent>/.<sent>$[]")
    grammar.translated(r"[w6]^R\/S<n><sg>/R\/S<n><m><sg>$[]^.<sent>/.<sent>$[]")
    assert grammar.gender("standard", "norma") == "f"
    assert grammar.gender("standard", "Norma") == "f"
    assert grammar.gender("standard", "estándar") == ""
    assert grammar.gender("experts", "experto") == ""
    assert grammar.gender("R/S", "R/S") == "m"
    assert grammar.gender("nobody", "") == ""
    grammar.translated("[w4]^expert<n><pl>/perito<n><pl>$[]^.<sent>/.<sent>$[]")
    assert grammar.gender("experts", "perito") == ""


def test_of_several_words_no_gender_is_told():
    grammar = Grammar.asking(["security expert"])
    grammar.translated(
        "[w4]^security<n><sg>/seguridad<n><f><sg>$ ^expert<n><sg>/experto<n><m><sg>$[]^.<sent>/.<sent>$[]"
    )
    assert grammar.gender("security expert", "seguridad") == ""


@pytest.mark.parametrize(
    ("stream", "found"),
    [
        ("^experts/expert<n><pl>$", ("pl",)),
        ("^security/security<n><sg>$ ^experts/expert<n><pl>$", ("pl",)),
        ("^roads/road<n><pl>$ ^authority/authority<n><sg>$", ("sg",)),
        ("^members/member<n><pl>$ ^of/of<pr>$ ^parliament/parliament<n><sg>$", ("pl",)),
        ("^of/of<pr>$ ^parliament/parliament<n><sg>$", ("sg",)),
        ("^sheep/sheep<n><sg>/sheep<n><pl>$", ("sg", "pl")),
        ("^plans/plan<n><pl>/plan<vblex><pri>$", ("pl",)),
        ("^run/run<vblex>$ ^fast/fast<adv>$", ()),
        ("^xyz/*xyz$", ()),
        ("^plan/plan<n><sg>$ ^red/red<adj>$", ("sg",)),
        ("", ()),
    ],
)
def test_the_last_noun_before_a_preposition_tells_the_number(stream, found):
    assert numbers([part for part in parse(stream) if isinstance(part, Unit)]) == found


def test_the_numbers_of_words_are_learnt():
    grammar = Grammar.asking(["experts", "run"])
    grammar.analysed(f"[w4]^experts/expert<n><pl>${STOP}")
    grammar.analysed(f"[w5]^run/run<vblex><inf>${STOP}")
    assert grammar.numbers == {"experts": ("pl",), "run": ()}
