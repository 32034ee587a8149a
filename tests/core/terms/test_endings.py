"""What the end of a word tells of its case and number."""

import pytest

from translate.core.terms.endings import Endings
from translate.core.terms.labels import Label
from translate.core.terms.language import Language, told
from translate.core.text.locales import Locale

GENITIVE, PARTITIVE, ALLATIVE = Label("sg", "gen"), Label("sg", "part"), Label("sg", "all")
ENDINGS = Endings({
    "a": ((GENITIVE, 0.6), (PARTITIVE, 0.3)),
    "da": ((PARTITIVE, 0.9),),
    "^da": ((GENITIVE, 1.0),),
    "^valda": ((GENITIVE, 0.7),),
    "valda": ((PARTITIVE, 0.8),),
    "le": ((ALLATIVE, 1.0),),
    "õde": ((GENITIVE, 0.5),),
})  # fmt: skip


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("raha", {GENITIVE: 0.6, PARTITIVE: 0.3}),
        ("raamatukoguda", {PARTITIVE: 0.9}),
        ("da", {GENITIVE: 1.0}),
        ("valda", {GENITIVE: 0.7}),
        ("omavalda", {PARTITIVE: 0.8}),
        ("õde", {GENITIVE: 0.5}),
    ],
)
def test_the_longest_ending_that_is_known_counts_and_the_whole_word_most(text, labels):
    assert ENDINGS.labels_of(text) == labels


@pytest.mark.parametrize("text", ["RAAMATUKOGUDA", "vana Raamatukoguda", "„raamatukoguda“.", "vana_raamatukoguda"])
def test_of_a_phrase_the_last_word_counts_in_any_capitals(text):
    assert ENDINGS.labels_of(text) == {PARTITIVE: 0.9}


@pytest.mark.parametrize("text", ["NATO-le", "NATOle", "Rutte’le", "Rutte'le", "O\u0303DE"])
def test_a_name_is_known_by_its_ending_however_it_is_joined(text):
    assert ENDINGS.labels_of(text) == ({GENITIVE: 0.5} if text.endswith("E") else {ALLATIVE: 1.0})


@pytest.mark.parametrize("text", ["", "  ", "…", "2026", "sein", "kodus"])
def test_a_word_whose_ending_is_unknown_tells_nothing(text):
    assert ENDINGS.labels_of(text) == {}


def test_all_endings_are_told_in_a_few_letters_and_gone_through_for_that_once():
    other = Endings({**ENDINGS.shares, "le": ((ALLATIVE, 0.9),)})
    assert ENDINGS.told == Endings(dict(ENDINGS.shares)).told != other.told
    assert ENDINGS.told is ENDINGS.told


def test_a_language_of_other_endings_is_told_otherwise():
    other = Endings({**ENDINGS.shares, "le": ((ALLATIVE, 0.9),)})
    languages = [Language(Locale("et"), "Latn", endings=endings) for endings in (ENDINGS, other, None)]
    assert len({told(language) for language in languages}) == 3
    assert told(languages[0]) == told(Language(Locale("et"), "Latn", endings=Endings(dict(ENDINGS.shares))))
