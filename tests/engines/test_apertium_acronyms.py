import pytest

from translate.engines.apertium.acronyms import Acronyms


@pytest.mark.parametrize(
    ("piece", "left"),
    [
        ("^NATO/NATO<n><acr><sg>/NATO<adj>$", "^NATO/NATO<n><acr><sg>$"),
        ("^a/b<adj>$ ^NATO/NATO<adj><sint>/NATO<n><acr><sg>$", "^a/b<adj>$ ^NATO/NATO<n><acr><sg>$"),
        ("^open/open<n><sg>/open<adj>$", "^open/open<n><sg>/open<adj>$"),
        ("^open/open<n><sg>/open<adj>$ ^EU/EU<n><acr>$", "^open/open<n><sg>/open<adj>$ ^EU/EU<n><acr>$"),
        ("^Estonian/Estonian<adj>$", "^Estonian/Estonian<adj>$"),
    ],
)
def test_an_acronym_is_no_adjective_and_an_adjective_stays_one(piece, left):
    assert Acronyms().analysed(piece) == left


def crossed(analysed, translated, transferred):
    """What a sentence is behind transfer, which has been through all three cuts."""
    acronyms = Acronyms()
    acronyms.analysed(analysed)
    assert acronyms.translated(translated) == translated
    return acronyms.transferred(transferred, "el")


NATO = "^NATO/NATO<adj>/NATO<n><acr><sg>$"
OTAN = "^NATO<n><acr><sg>/OTAN<n><acr><f><sg>$"


def test_what_a_pair_knew_with_its_article_gets_it_as_a_noun_too():
    behind = "^dirigente<n><mf><pl>$ ^de<pr>$ {}^OTAN<n><acr><f><sg>$"
    wanted = behind.format("^el<det><def><f><sg>$ ")
    assert crossed(f"^leaders/leader<n><pl>$ ^of/of<pr>$ {NATO}", OTAN, behind.format("")) == wanted


@pytest.mark.parametrize(
    "behind",
    [
        "^el<det><def><f><sg>$ ^OTAN<n><acr><f><sg>$ ^decir<vblex><ifi><p3><sg>$",
        "^(<lpar>$^OTAN<n><acr><f><sg>$^)<rpar>$ ^decir<vblex><ifi><p3><sg>$",
        "^OTAN<n><acr><f><sg>$[]^.<sent>$[]",
    ],
)
def test_no_second_article_none_in_brackets_and_none_for_a_text_of_one_word(behind):
    assert crossed(NATO, OTAN, behind) == behind


def test_an_acronym_that_was_a_noun_alone_is_left_to_the_rules():
    behind = "^de<pr>$ ^UE<n><acr><f><sg>$ ^decir<vblex><ifi><p3><sg>$"
    assert crossed("^EU/EU<n><acr><sg>$", "^EU<n><acr><sg>/UE<n><acr><f><sg>$", behind) == behind
