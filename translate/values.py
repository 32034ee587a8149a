"""`dataclass` once more, for values: what it writes for a class is written when the first one is made or compared.

Python compiles six methods for each frozen dataclass, which takes half a millisecond, and most runs need few of them.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414  For others to import.
else:

    def dataclass(**options: bool) -> Callable[[type], type]:
        """Make a class a dataclass; see `dataclasses.dataclass`."""
        return partial(_postponed, options=options) if options in _POSTPONED else dataclasses.dataclass(**options)


_POSTPONED = ({"frozen": True, "slots": True}, {"slots": True})
_MAKING = ("__init__", "__setattr__", "__delattr__", "__dataclass_fields__", "__match_args__")
_COMPARING = ("__eq__", "__hash__", "__repr__")
_COMMON = ("__dataclass_params__", "__getstate__", "__setstate__")
_NO_FIELD = re.compile(r"(typing\.)?ClassVar|(dataclasses\.)?(InitVar|KW_ONLY)")


def _empty(**options: bool) -> Mapping[str, Any]:
    """What all classes that are made with the same options have in common."""
    kind: type = dataclasses.dataclass(**options)(type("Empty", (), {}))
    return {name: each for name, each in vars(kind).items() if (name, each) == ("__hash__", None) or name in _COMMON}


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


def _postponed(kind: type, options: Mapping[str, bool]) -> type:
    """A class with slots that has nothing else of a dataclass yet."""
    said = {name: each for name, each in vars(kind).items() if name not in {"__dict__", "__weakref__"}}
    fields = kind.__annotations__
    if (
        said.keys() & {*_MAKING, *_COMPARING, *_COMMON}
        or dataclasses.is_dataclass(kind)  # As its base is.
        or any(_NO_FIELD.match(str(annotation)) for annotation in fields.values())
    ):
        return dataclasses.dataclass(**options)(kind)
    frozen = "frozen" in options
    body = {name: each for name, each in said.items() if name not in fields}
    made: type = type(kind)(kind.__name__, kind.__bases__, {**body, "__slots__": tuple(fields)})
    made.__qualname__ = kind.__qualname__

    def write(names: Iterable[str], **more: bool) -> None:
        twin = type(kind)(kind.__name__, kind.__bases__, dict(said))
        twin.__qualname__ = kind.__qualname__
        whole: Any = dataclasses.dataclass(frozen=frozen, **more)(twin)
        for name in names:
            setattr(made, name, vars(whole)[name])

    making = _MAKING if frozen else tuple(name for name in _MAKING if name not in {"__setattr__", "__delattr__"})
    for name in making:
        setattr(made, name, _Later(name, partial(write, making, eq=False, repr=False)))
    for name in _COMPARING:
        setattr(made, name, _Later(name, partial(write, _COMPARING, init=False)))
    for name, each in (_FROZEN if frozen else _OPEN).items():
        setattr(made, name, each)
    return made
