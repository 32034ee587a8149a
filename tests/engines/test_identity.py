from translate.core.offers import Hypothesis, RequiredTerm, SourceSentence
from translate.engines.identity import IdentityEngine


def test_the_text_comes_back_with_preferred_forms_in_place():
    sentence = SourceSentence(
        "ERR asked Kaja Kallas.", (RequiredTerm(0, 3, ("Ээ рр",)), RequiredTerm(10, 21, ("Кая Каллас", "Каи Каллас")))
    )
    assert IdentityEngine().translate([sentence], "en", "ru") == [(Hypothesis("Ээ рр asked Кая Каллас."),)]


def test_every_pair_is_there():
    assert IdentityEngine().signature("tlh", "x-none") == "identity"
