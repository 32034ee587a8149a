"""What a file of settings may say: tables of keys, and what each key takes.

A library would check as much, and an eighth of a second of every start would be its own: a third of what one article
may cost beside its engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from translate.values import dataclass

Check = Callable[[object], object]
"""Gives what a value is taken for; raises ValueError with the end of a sentence where it cannot be used."""

NO_TABLE = "is no table"
"""For whoever tells it to say in other words."""
UNKNOWN = "is not known"
"""Likewise."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot be used."""

    place: tuple[str, ...]
    """The names of the tables that it is in, and of its key."""
    says: str
    """What is wrong with it, as the end of a sentence."""
    value: object


class FaultsError(ValueError):
    """What is wrong with a table or a list, all of it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)


@dataclass(frozen=True, slots=True)
class Table:
    """The check of a table; it gives what is said in it, by key."""

    keys: Mapping[str, Check]
    needed: frozenset[str] = frozenset()
    """The keys that must be there."""
    besides: Callable[[Mapping[str, object]], None] = lambda _: None
    """Raises ValueError where what each key says is right, and all of it together is not."""

    def __call__(self, value: object) -> dict[str, object]:
        """Check a table.

        Raises:
            FaultsError: What is said in it cannot be used.
            ValueError: It is no table, or all of it together cannot be used.
        """
        if not isinstance(value, dict):
            raise ValueError(NO_TABLE)  # noqa: TRY004  One error for all that is wrong.
        said: dict[str, object] = {}
        faults: list[Fault] = []
        for name, check in self.keys.items():
            if name in value:
                said[name], wrong = _held(check, value[name], name)
                faults += wrong
            elif name in self.needed:
                faults.append(Fault((name,), "is missing", value))
        faults += (Fault((name,), UNKNOWN, each) for name, each in value.items() if name not in self.keys)
        if faults:
            raise FaultsError(faults)
        self.besides(said)
        return said


def text(check: Callable[[str], object] = str) -> Check:
    """A text, of which more may be asked."""

    def taken(value: object) -> object:
        if not isinstance(value, str):
            raise ValueError("must be a text in quotation marks")  # noqa: TRY004  As above.
        return check(value)

    return taken


def some_text(check: Callable[[str], object] = str) -> Check:
    """A text that is not empty."""

    def taken(value: str) -> object:
        if not value:
            raise ValueError("must not be empty")
        return check(value)

    return text(taken)


def number(least: int, most: int | None = None) -> Check:
    """A whole number."""

    def taken(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValueError("must be a whole number, without quotation marks")  # noqa: TRY004  As above.
        if value < least:
            raise ValueError(f"must be at least {least}")
        if most is not None and value > most:
            raise ValueError(f"must be at most {most}")
        return value

    return taken


def yes_or_no(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError("must be true or false, without quotation marks")  # noqa: TRY004  As above.
    return value


def several(check: Check) -> Check:
    """A list of one or more."""

    def taken(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise ValueError('must be a list, such as ["one", "two"]')  # noqa: TRY004  As above.
        if not value:
            raise ValueError("must not be empty")
        held = [_held(check, each) for each in value]
        if faults := [fault for _, wrong in held for fault in wrong]:
            raise FaultsError(faults)
        return tuple(said for said, _ in held)

    return taken


def tables(value: object) -> dict[str, dict[str, object]]:
    """A table of tables in which anything may be said."""
    if not isinstance(value, dict):
        raise ValueError(NO_TABLE)  # noqa: TRY004  As above.
    if faults := [Fault((name,), NO_TABLE, each) for name, each in value.items() if not isinstance(each, dict)]:
        raise FaultsError(faults)
    return dict(value)


def _held(check: Check, value: object, *place: str) -> tuple[object, list[Fault]]:
    """What a value is taken for, and what is wrong with it."""
    try:
        return check(value), []
    except FaultsError as error:
        return None, [Fault((*place, *one.place), one.says, one.value) for one in error.faults]
    except ValueError as error:
        return None, [Fault(place, str(error), value)]
