import pytest

from translate.settings.tables import (
    NO_TABLE,
    UNKNOWN,
    Fault,
    FaultsError,
    Table,
    number,
    several,
    some_text,
    tables,
    text,
    yes_or_no,
)


def odd(said):
    raise ValueError(f"is odd: {sorted(said)}")


ROOM = Table({"name": text(), "size": number(1, 9), "is_open": yes_or_no}, needed=frozenset({"name"}))
HOUSE = Table({"rooms": several(some_text(str.upper)), "hall": ROOM, "others": tables})


def faults(check, value):
    with pytest.raises(FaultsError) as told:
        check(value)
    return list(told.value.faults)


def test_what_is_said_is_given_and_nothing_of_what_is_not():
    assert HOUSE({}) == {}
    said = {"rooms": ["kitchen"], "hall": {"name": "", "size": 9, "is_open": False}, "others": {"a": {"b": [1]}}}
    assert HOUSE(said) == {**said, "rooms": ("KITCHEN",)}


def test_all_that_is_wrong_is_told_with_its_place_those_that_nobody_knows_last():
    hall = {"windows": 2, "size": 10}
    assert faults(HOUSE, {"garden": 1, "hall": hall, "rooms": ["hall", 5, ""], "others": {"a": 1, "b": {}}}) == [
        Fault(("rooms",), "must be a text in quotation marks", 5),
        Fault(("rooms",), "must not be empty", ""),
        Fault(("hall", "name"), "is missing", hall),
        Fault(("hall", "size"), "must be at most 9", 10),
        Fault(("hall", "windows"), UNKNOWN, 2),
        Fault(("others", "a"), NO_TABLE, 1),
        Fault(("garden",), UNKNOWN, 1),
    ]


def test_all_of_a_table_together_is_looked_at_where_each_key_is_right():
    house = Table({"hall": Table({"size": number(1)}, besides=odd)})
    assert faults(house, {"hall": {"size": 0}}) == [Fault(("hall", "size"), "must be at least 1", 0)]
    assert faults(house, {"hall": {"size": 1}}) == [Fault(("hall",), "is odd: ['size']", {"size": 1})]


@pytest.mark.parametrize(
    ("check", "value", "says"),
    [
        (text(), 5, "must be a text in quotation marks"),
        (number(0), True, "must be a whole number, without quotation marks"),
        (number(0), 1.0, "must be a whole number, without quotation marks"),
        (number(0), "1", "must be a whole number, without quotation marks"),
        (yes_or_no, 1, "must be true or false, without quotation marks"),
        (several(text()), "a", 'must be a list, such as ["one", "two"]'),
        (several(text()), [], "must not be empty"),
        (tables, [], NO_TABLE),
        (ROOM, [], NO_TABLE),
    ],
)
def test_nothing_is_taken_for_something_of_another_kind(check, value, says):
    with pytest.raises(ValueError) as told:  # noqa: PT011  Its sentence is compared whole.
        check(value)
    assert str(told.value) == says
