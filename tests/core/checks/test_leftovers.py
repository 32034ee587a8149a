import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.leftovers import check_leftovers


@pytest.mark.parametrize(
    "left",
    [
        *("[[t:x:1]]", "[[/]]", "[[]]", "[[" + "x" * 80 + "]]"),
        *("<unk>", "</s>", "<apertium-notrans>", "<b>", "<a href='x'>", "<b" + "x" * 200 + ">"),
        *("&quot;", "&lt;", "&amp;", "&thetasymb1;", "&#3;", "&#1234567;", "&#xA0;", "&#xfffff1;", "&#x9;"),
        *("\ufffd", "\ufffd\ufffd", "\u2047", "\u2581", "@@", "⟦", "⟧"),
        *("_____", "__TERM__", "__a_1__", "__" + "x" * 80 + "__", "XQZ", "Xqza", "XqZ12", "XQz"),
    ],
)
def test_a_piece_of_machinery_is_left_over_unless_the_source_has_it(left):
    assert said(check_leftovers, "It is cold", f"On {left} külm") == [("leftover", left)]
    assert said(check_leftovers, f"It is {left} cold", f"On {left} külm") == []
    assert sentences(check_leftovers, "It is cold", f"On {left} külm") == [
        f"“{left}” is left over from a machine; delete it, or write the word that belongs there"
    ]


@pytest.mark.parametrize(
    "word",
    [
        *("[x]", "[[x]", "[[" + "x" * 81 + "]]", "< b>", "<1>", "a < b > c", "<b" + "x" * 201 + ">", "<>"),
        *("& x;", "&x;", "&thetasymbol;", "&#;", "&#12345678;", "&#x1234567;", "R&D"),
        *("__", "____", "__ x __", "_x_", "__" + "x" * 81 + "__", "AXQZ", "xqz", "XAZ", "a@b", "@", "?"),
    ],
)
def test_what_only_looks_like_one_is_none(word):
    assert said(check_leftovers, "It is cold", f"On {word} külm") == []


@pytest.mark.parametrize("mark", ["*", "@", "#"])
def test_the_mark_of_a_word_that_apertium_does_not_know_is_told(mark):
    assert said(check_leftovers, "It is cold", f"On {mark}külm") == [("leftover", mark)]
    assert said(check_leftovers, "It is cold", f"On {mark}on ({mark}külm)") == [("leftover", mark)] * 2
    for other in (f"a{mark}külm", f"{mark}k", f"{mark}k1", f"{mark}12", f"{mark} külm", f"{mark}_ab", f"1{mark}külm"):
        assert said(check_leftovers, "It is cold", f"On {other} siin") == []
    assert said(check_leftovers, "It is cold", "**külm") == said(check_leftovers, "It is cold", "##külm") == []
