from dataclasses import replace

import pytest

from tests.core.checks.saying import unit
from translate.core.checks import check, check_article
from translate.core.checks.findings import Level


@pytest.mark.parametrize(
    ("source", "target", "rule", "level"),
    [
        ("See www.a.example", "Vaata", "address", Level.WARNING),
        ("The ferry sails when it thaws", "The ferry sails when it thaws", "untranslated", Level.WARNING),
        ("It rained on the ice", "Sadas the jääle", "source-words", Level.WARNING),
        ("Is it?", "On.", "ending", Level.WARNING),
        ("It was cold.", "Oli külm", "full-stop", Level.INFO),
        ("Cold", "Kü⟦lm", "leftover", Level.ERROR),
        ("Cold", "Külm tuul ja külm vihm oli väga kaugel", "length", Level.WARNING),
        ("One", "a b c d a b c d", "loop", Level.WARNING),
        ("A <b> here", "Siin", "markup", Level.WARNING),
        ("NATO came", "Nad tulid", "name", Level.INFO),
        ("In 1999", "Siis", "number", Level.WARNING),
        ("Cold", "Kü(lm", "unpaired", Level.WARNING),
        ("Cold", "Kü“lm", "unpaired", Level.WARNING),
        ("Cold", "Küбlm", "mixed-alphabets", Level.ERROR),
        ("Cold", "Kü\nlm", "line-break", Level.ERROR),
        ("Cold", " Külm", "space-around", Level.WARNING),
        ("Cold", "Kü  lm", "double-space", Level.WARNING),
        ("Cold", "Kü\u200blm", "invisible", Level.WARNING),
        ("Cold", "Kü\u202elm", "direction", Level.WARNING),
        ("Cold", "Kü\u2028lm", "hidden", Level.WARNING),
        ("Co\u202eld", "Külm", "source-direction", Level.WARNING),
        ("Co\u2028ld", "Külm", "source-hidden", Level.INFO),
        ("It was 5 km", "Oli 5 kg", "unit", Level.WARNING),
        ("Cold", "Паромходит", "wrong-script", Level.ERROR),
    ],
)
def test_each_fault_is_told_by_one_rule_at_its_level(source, target, rule, level):
    (found,) = check(unit(source, target))
    assert (found.rule, found.level, found.term) == (rule, level, "")
    assert check_article([unit("So", "Nii"), unit(source, target)]) == ((), (found,))


def test_findings_come_in_the_order_of_the_text_and_those_about_all_of_it_first():
    one = unit("Is it 1999?", "⟦ Kü\u200blm 2001 @@.")
    assert [f.rule for f in check(one)] == ["ending", "leftover", "invisible", "number", "leftover"]
    assert [f.span for f in check(one)] == [None, (0, 1), (4, 5), (8, 12), (13, 15)]
    assert check_article([one]) == (check(one),)


def test_a_level_is_written_as_its_name():
    assert [str(level) for level in Level] == ["error", "warning", "info"]


def test_what_became_of_the_terms_makes_no_other_text_of_it():
    one = unit("Cold", "Külm")
    assert one == replace(one, verification=None)
    assert one != replace(one, context="headline")
    assert one.introduced == frozenset()
    assert one.context is None
