"""A glossary's rows are made when a text may have them, and found as if all of them had been made."""

from collections.abc import Sequence

import pytest

from translate.core.terms.glossary import Action, Glossary, Match, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.rows import Index, Rows, Spellings, index_of, rows_of

NATO, FERRY, CURSE = Term("NATO", "NATO", Action.KEEP), Term("ferry", "praam", variants=("ferries",)), Term("", "kurat")
BAN = Term("", "kurat", Action.FORBID)
CAPTAIN_BAN = Term("captain", "pealik", Action.FORBID)
TODAY = Term("Today", "Täna", match=Match.TITLE)
OFF = Term("storm", "", Action.OFF)
TERMS = (NATO, FERRY, BAN, TODAY, CAPTAIN_BAN, OFF)


class Noted(Sequence):
    """Rows that are made one by one, and note it; some of them make no sense."""

    def __init__(self, terms, odd=()):
        self.terms, self.odd, self.made = terms, odd, []

    def __len__(self):
        return len(self.terms)

    def __getitem__(self, at):
        self.made.append(at)
        if at in self.odd:
            raise ValueError("no line of ours")
        return self.terms[at]


def test_only_the_rows_that_a_text_may_have_are_made():
    noted = Noted(TERMS)
    matcher = Matcher(Glossary("et", Rows(noted, index_of(TERMS))))
    assert noted.made == []
    assert [match.term for match in matcher.find("Two ferries and a Ferrari.")] == [FERRY]
    assert matcher.bans("The captain left.") == (BAN, CAPTAIN_BAN)
    assert noted.made == [1, 4, 2]
    matcher.find("A ferry. Ferries.")
    assert noted.made == [1, 4, 2, 1]


def test_rows_are_a_sequence_like_any_other():
    rows = rows_of(TERMS)
    assert (rows, tuple(rows), rows[1], rows[-1], rows[:2]) == (TERMS, TERMS, FERRY, OFF, (NATO, FERRY))
    assert (rows_of(rows) is rows, hash(rows), rows == list(TERMS[1:]), rows == 7) == (True, hash(TERMS), False, False)


def test_of_several_rows_with_the_same_letters_the_earlier_comes_first():
    whole, exact = Term("err", "eksima", match=Match.ANY), Term("ERR", "ERR")
    assert index_of((whole, exact)).terms == Spellings({"err": [3]}, {"err": [0, 1]})
    assert [match.term for match in Matcher(Glossary("et", (whole, exact))).find("Err, ERR.")] == [whole, exact]


def test_a_row_is_found_by_all_of_its_spellings_and_noted_once_where_they_are_one():
    street = Term("Straße", "tänav", variants=("straße", "STRASSE 7"))
    assert index_of((street,)).terms == Spellings(
        {"straße": [6], "strasse": [9, 7]}, {"straße": 0, "strasse": 0, "strasse 7": 0}
    )


def test_a_row_that_makes_no_sense_has_all_of_them_read_anew():
    noted = Noted((BAN, CURSE, NATO), odd={1})
    wrong = Index(Spellings({"nato": [4], "ferry": [5], "storm": [5]}, {"nato": 2, "ferry": 1, "storm": 0}))
    rows = Rows(noted, wrong, anew=lambda: (TERMS, index_of(TERMS)))
    matcher = Matcher(Glossary("et", rows))
    assert [match.term for match in matcher.find("NATO.")] == [NATO]
    assert [match.term for match in matcher.find("A ferry of NATO; a storm.")] == [FERRY, NATO, OFF]
    assert (rows, rows.numbers([NATO, FERRY]), rows.asking([1])) == (TERMS, (0, 1), (3, 2))


@pytest.mark.parametrize("number", [3, -1, "0", True, [0, 7], [[]], []])
def test_a_row_that_is_not_there_is_none_that_makes_sense(number):
    odd = Rows((NATO,), Index(Spellings({"nato": [4]}, {"nato": number})), anew=lambda: ((NATO,), index_of((NATO,))))
    found = Matcher(Glossary("et", odd)).find("NATO")
    assert [match.term for match in found] == ([NATO] if number != [] else [])


def test_a_spelling_that_its_row_has_not_makes_no_sense():
    wrong = Index(Spellings({"the": [3]}, {"the": 0}))
    with pytest.raises(ValueError, match="no spelling"):
        Matcher(Glossary("et", Rows((NATO,), wrong))).find("The alliance.")


def test_rows_that_cannot_be_read_anew_say_so():
    with pytest.raises(ValueError, match="no line"):
        tuple(Rows(Noted((NATO,), odd={0}), index_of((NATO,))))


def test_terms_are_known_by_their_numbers_and_titles_on_lists_have_none():
    rows = Rows(TERMS, index_of(TERMS))
    listed = Term("Osoon", "Osoon", Action.KEEP, undecided=True)
    assert rows.numbers({OFF, NATO, listed, CURSE}) == (0, 5)


@pytest.mark.parametrize(("mentioned", "left"), [((), 3), ((1,), 2), ((1, 2, 5), 2), ((0, 1, 3, 4), 0)])
def test_what_asks_for_nothing_is_not_counted(mentioned, left):
    assert rows_of(TERMS).asking(mentioned) == (3, left)


def test_other_rows_have_another_fingerprint():
    assert rows_of(TERMS).digest == rows_of(list(TERMS)).digest != rows_of(TERMS[:-1]).digest
    assert Rows(TERMS, Index(), digest="known").digest == "known"
