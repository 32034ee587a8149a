"""A value is what `dataclasses` makes of its class, whenever that is done."""

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Hashable
from dataclasses import FrozenInstanceError, field
from typing import ClassVar, Generic, TypeVar

import pytest
from pydantic import TypeAdapter

from translate.values import FEW, dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Term(Generic[T]):
    """A term of tests."""

    source: str
    """As it is written."""
    forms: tuple[str, ...] = ()
    notes: dict[str, T] = field(default_factory=dict)
    line: int = field(default=0, compare=False, repr=False)

    @property
    def shown(self):
        return self.source.upper()


@dataclasses.dataclass(frozen=True, slots=True)
class Model(Generic[T]):
    """A term of tests."""

    source: str
    forms: tuple[str, ...] = ()
    notes: dict[str, T] = field(default_factory=dict)
    line: int = field(default=0, compare=False, repr=False)

    @property
    def shown(self):
        return self.source.upper()


@pytest.fixture(params=[Term, Model], ids=["ours", "stock"])
def kind(request):
    return request.param


def fresh():
    """A class that nobody has used yet."""

    @dataclass(frozen=True, slots=True)
    class Fresh:
        source: str
        line: int = field(default=0, compare=False)

    return Fresh


def test_it_is_made_from_what_it_says_and_from_nothing_else(kind):
    assert kind("Yle").notes == {}
    assert (kind("Yle", line=3).line, kind("yle").shown) == (3, "YLE")
    with pytest.raises(TypeError, match=rf"{kind.__name__}.__init__\(\) missing 1 required positional argument"):
        kind()
    with pytest.raises(TypeError, match="unexpected keyword"):
        kind("Yle", page=1)


def test_it_is_frozen_and_has_no_room_for_anything_else(kind):
    term = kind("Yle")
    for change in (lambda: setattr(term, "source", "ERR"), lambda: delattr(term, "source")):
        with pytest.raises(FrozenInstanceError):
            change()
    with pytest.raises((TypeError, AttributeError)):
        term.page = 1
    assert not hasattr(term, "__dict__")


def test_it_is_compared_hashed_and_shown_by_what_it_says(kind):
    assert kind("Yle", line=1) == kind("Yle", line=2) != kind("ERR")
    assert kind("Yle") != ("Yle", (), {}, 0)
    assert repr(kind("Yle")) == f"{kind.__name__}(source='Yle', forms=(), notes={{}})"
    with pytest.raises(TypeError, match="unhashable type: 'dict'"):
        hash(kind("Yle"))


@pytest.mark.parametrize(
    "use",
    [
        lambda kind: hash(kind("Yle", line=1)) == hash(kind("Yle", line=2)),
        lambda kind: {kind("Yle"): 1}[kind("Yle", 3)] == 1,
        lambda kind: kind("Yle") == kind("Yle", 3),
        lambda kind: repr(kind("Yle", 3)).endswith(".Fresh(source='Yle', line=3)"),
        lambda kind: copy.deepcopy(kind("Yle", 3)).line == 3,
        lambda kind: dataclasses.replace(kind("Yle"), line=3).line == 3,
        lambda kind: dataclasses.asdict(kind("Yle")) == {"source": "Yle", "line": 0},
        lambda kind: [one.name for one in dataclasses.fields(kind)] == ["source", "line"],
        lambda kind: [*inspect.signature(kind).parameters] == ["source", "line"],
        lambda kind: kind.__eq__(kind("Yle"), 1) is NotImplemented,
        lambda kind: kind.__match_args__ == ("source", "line"),
        lambda kind: kind.__dataclass_params__.frozen and kind.__dataclass_params__.eq,
        dataclasses.is_dataclass,
        lambda kind: TypeAdapter(kind).validate_json('{"source": "Yle"}') == kind("Yle"),
        lambda kind: TypeAdapter(kind).dump_json(kind("Yle")) == b'{"source":"Yle","line":0}',
    ],
)
def test_whatever_is_done_first_is_done_as_ever(use):
    assert use(fresh())


def test_it_can_be_pickled_and_taken_apart(kind):
    term = kind("Yle", ("Ylen",), {"a": 1}, 3)
    assert pickle.loads(pickle.dumps(term)) == term  # noqa: S301  Our own.
    assert dataclasses.asdict(term) == {"source": "Yle", "forms": ("Ylen",), "notes": {"a": 1}, "line": 3}
    match term:
        case kind(source, forms):
            assert (source, forms) == ("Yle", ("Ylen",))


def test_a_class_may_add_to_another_one():
    @dataclass(frozen=True, slots=True)
    class Name(Term):
        kind: str = ""

    assert (Name("Yle", kind="company").kind, Name("Yle").shown) == ("company", "YLE")
    assert Name("Yle") == Name("Yle") != Term("Yle")


def test_what_a_class_says_itself_stays():
    @dataclass(frozen=True, slots=True)
    class Loud:
        source: str

        def __repr__(self):
            return self.source.upper()

        def __post_init__(self):
            if not self.source:
                raise ValueError("empty")

    assert repr(Loud("yle")) == "YLE"
    with pytest.raises(ValueError, match="empty"):
        Loud("")


def test_a_dataclass_that_is_no_value_is_as_ever():
    @dataclass(slots=True)
    class Count:
        number: int = 0

    count = Count()
    count.number += 1
    assert count == Count(1)
    assert repr(count).endswith("Count(number=1)")
    assert not isinstance(count, Hashable)
    assert copy.copy(count) == count


def test_what_belongs_to_a_class_is_no_field_of_its_values():
    @dataclass(frozen=True, slots=True)
    class Term:
        most: ClassVar[int] = 3
        source: str

    assert (Term("Yle").source, Term.most) == ("Yle", 3)


@pytest.fixture
def written(monkeypatch):
    """What `dataclasses` has been asked to write for classes since."""
    asked = []
    stock = dataclasses.dataclass
    monkeypatch.setattr(dataclasses, "dataclass", lambda **options: asked.append(options) or stock(**options))
    return asked


def test_nothing_is_written_for_a_few_values_and_then_once_what_makes_more(written):
    kind = fresh()
    made = [kind("Yle", line=number) for number in range(FEW)]
    assert written == []
    made += [kind("Yle", line=number) for number in range(FEW, 2 * FEW)]
    assert written == [{"frozen": True, "eq": False, "repr": False}]
    assert [one.line for one in made] == [*range(2 * FEW)]


def test_what_compares_values_is_written_when_one_is_compared(written):
    kind = fresh()
    term = kind("Yle")
    assert written == []
    assert term == kind("Yle")
    assert hash(term) == hash(kind("Yle"))
    assert written == [{"unsafe_hash": True, "init": False, "repr": False}]


def test_what_shows_values_is_written_once_since_some_are_shown_by_thousands(written):
    kind = fresh()
    shown = [repr(kind("Yle", line=number)) for number in range(3)]
    assert written == [{"init": False, "eq": False}]
    assert shown[2].endswith(".Fresh(source='Yle', line=2)")


@pytest.mark.parametrize("number", [0, FEW])
@pytest.mark.parametrize(
    "wrong",
    [
        lambda kind: kind(),
        lambda kind: kind("Yle", page=1),
        lambda kind: kind("Yle", source="ERR"),
        lambda kind: kind("Yle", 1, 2),
        lambda kind: kind("Yle", 1, line=2),
    ],
)
def test_what_is_wrong_is_told_as_ever_of_the_first_value_and_of_each_other(number, wrong):
    @dataclasses.dataclass(frozen=True, slots=True)
    class Fresh:
        source: str
        line: int = field(default=0, compare=False)

    kind = fresh()
    for _ in range(number):
        kind("Yle")
    with pytest.raises(TypeError) as stock:
        wrong(Fresh)
    with pytest.raises(TypeError) as ours:
        wrong(kind)
    told = str(stock.value).partition("Fresh.")[2]
    assert told
    assert str(ours.value).partition("Fresh.")[2] == told


@pytest.mark.parametrize("number", [0, FEW])
def test_each_value_has_an_own_one_of_what_a_factory_makes(number):
    @dataclass(slots=True)
    class Count:
        names: list[str] = field(default_factory=list)

    for _ in range(number):
        Count()
    first, second, third = Count(), Count(), Count(["Yle"])
    first.names.append("ERR")
    assert (first.names, second.names, third.names) == (["ERR"], [], ["Yle"])


@pytest.mark.parametrize("number", [0, FEW])
def test_what_a_class_does_once_a_value_is_made_is_done(number):
    @dataclass(frozen=True, slots=True)
    class Name:
        text: str

        def __post_init__(self):
            if not self.text:
                raise ValueError("empty")

    for _ in range(number):
        Name("Yle")
    with pytest.raises(ValueError, match="empty"):
        Name("")


def test_whoever_comes_from_a_value_and_is_none_has_room_for_more():
    class Open(fresh()):
        """No dataclass itself."""

    one = Open("Yle")
    one.page = 1
    assert (one.source, one.page) == ("Yle", 1)
    for change in (lambda: setattr(one, "source", "ERR"), lambda: delattr(one, "source")):
        with pytest.raises(FrozenInstanceError):
            change()
    assert one == Open("Yle") != fresh()("Yle")


def test_a_value_that_holds_itself_can_be_shown():
    @dataclass(slots=True)
    class Knot:
        ends: list

    knot = Knot([])
    knot.ends.append(knot)
    assert repr(knot).endswith("Knot(ends=[...])")
