"""`dataclass` once more, for values: what it writes for a class is written when many are made, or one is compared.

Python compiles six methods for each frozen dataclass, which takes a millisecond. Most runs make a few values of a class
and compare and show none.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414  For others to import.
else:

    def dataclass(**options: bool) -> Callable[[type], type]:
        """Make a class a dataclass; see `dataclasses.dataclass`."""
        return partial(_postponed, options=options) if options in _POSTPONED else dataclasses.dataclass(**options)


FEW = 100
"""So many values of a class are made in less time than Python takes to compile what makes them quicker."""
_POSTPONED = ({"frozen": True, "slots": True}, {"slots": True})
_COMMON = ("__dataclass_params__", "__getstate__", "__setstate__")
_OWN = {"__init__", "__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__", "__dataclass_fields__", *_COMMON}
_NO_FIELD = re.compile(r"(typing\.)?ClassVar|(dataclasses\.)?(InitVar|KW_ONLY)")


def _empty(**options: bool) -> Mapping[str, Any]:
    """What all classes that are made with the same options have in common."""
    kind: type = dataclasses.dataclass(**options)(type("Empty", (), {"__doc__": "Of no fields."}))
    return {name: each for name, each in vars(kind).items() if name in _COMMON or (name, each) == ("__hash__", None)}


_FROZEN, _OPEN = _empty(frozen=True, slots=True), _empty(slots=True)


class _Later:
    """Stands in for what a class has until it is asked for."""

    def __init__(self, name: str, write: Callable[[], None]) -> None:
        self._name = name
        self._write = write

    def __get__(self, value: object, kind: type) -> Any:
        """What stands in the class from now on."""
        self._write()
        return getattr(kind if value is None else value, self._name)


class _Making(_Later):
    """Stands in for what makes values until there are more than a few."""

    def __init__(self, fields: Mapping[str, Any], write: Callable[[], None]) -> None:
        super().__init__("__init__", write)
        self._fields = fields
        self._count = 0

    def __get__(self, value: object, kind: type) -> Any:
        """What makes this one."""
        self._count += 1
        return super().__get__(value, kind) if value is None or self._count > FEW else partial(self._make, value)

    def _make(self, value: Any, *given: object, **named: object) -> None:
        said = dict(zip(self._fields, given, strict=False)) | named
        whole = self._defaults | said
        for name, make in self._factories.items():
            if name not in said:
                whole[name] = make()
        if len(said) < len(given) + len(named) or whole.keys() != self._fields.keys():
            super().__get__(value, type(value))(*given, **named)  # Python tells what is wrong.
            return
        for name in self._fields:
            object.__setattr__(value, name, whole[name])
        if hasattr(value, "__post_init__"):
            value.__post_init__()

    @cached_property
    def _defaults(self) -> dict[str, object]:
        plain = {name: each.default if isinstance(each, Field) else each for name, each in self._fields.items()}
        return {name: each for name, each in plain.items() if each is not MISSING}

    @cached_property
    def _factories(self) -> Mapping[str, Callable[[], object]]:
        asked = {name: each.default_factory for name, each in self._fields.items() if isinstance(each, Field)}
        return {name: each for name, each in asked.items() if each is not MISSING}


def _postponed(kind: type, options: Mapping[str, bool]) -> type:
    """A class with slots that has little else of a dataclass yet."""
    said = {name: each for name, each in vars(kind).items() if name not in {"__dict__", "__weakref__"}}
    fields = {name: said.get(name, MISSING) for name in kind.__annotations__}
    if (
        said.keys() & _OWN
        or dataclasses.is_dataclass(kind)  # As its base is.
        or any(_NO_FIELD.match(str(annotation)) for annotation in kind.__annotations__.values())
        or any(isinstance(each, Field) and not (each.init and each.kw_only is MISSING) for each in fields.values())
    ):
        return dataclasses.dataclass(**options)(kind)

    def write(*names: str, **more: bool) -> None:
        # With a sentence where there is none: Python would write one.
        twin = type(kind)(kind.__name__, kind.__bases__, {**said, "__doc__": kind.__doc__ or "A twin."})
        twin.__qualname__ = kind.__qualname__
        whole: Any = dataclasses.dataclass(**more)(twin)
        for name in names:
            setattr(made, name, vars(whole)[name])

    def later(*names: str, **more: bool) -> Mapping[str, _Later]:
        return {name: _Later(name, partial(write, *names, **more)) for name in names}

    def set_attribute(value: Any, name: str, said: object) -> None:
        if type(value) is made or name in fields:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        object.__setattr__(value, name, said)

    def delete_attribute(value: Any, name: str) -> None:
        if type(value) is made or name in fields:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        object.__delattr__(value, name)

    is_frozen = "frozen" in options
    body = {name: each for name, each in said.items() if name not in fields}
    body |= {"__slots__": tuple(fields), "__match_args__": tuple(fields)}
    body["__init__"] = _Making(fields, partial(write, "__init__", frozen=is_frozen, eq=False, repr=False))
    body |= later("__dataclass_fields__", init=False, eq=False, repr=False)
    body |= later("__repr__", init=False, eq=False)
    if is_frozen:
        body |= {**_FROZEN, "__setattr__": set_attribute, "__delattr__": delete_attribute}
        body |= later("__eq__", "__hash__", unsafe_hash=True, init=False, repr=False)
    else:
        body |= {**_OPEN, **later("__eq__", init=False, repr=False)}
    made: type = type(kind)(kind.__name__, kind.__bases__, body)
    made.__qualname__ = kind.__qualname__
    return made
