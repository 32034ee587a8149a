"""`dataclass` once more, for values: what it writes for a class is written when the first one is made or compared.

Python compiles six methods for each frozen dataclass, which takes half a millisecond, and most runs need few of them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414  For others to import.
else:

    def dataclass(**options: bool) -> Callable[[type], type]:
        """Make a class a dataclass; see `dataclasses.dataclass`."""
        return _postponed if options == _VALUE else dataclasses.dataclass(**options)


_VALUE = {"frozen": True, "slots": True}
_MAKING = ("__init__", "__setattr__", "__delattr__")
_COMPARING = ("__eq__", "__hash__", "__repr__")


@dataclasses.dataclass(**_VALUE)
class _Any:
    """What all values have in common."""


class _Later:
    """Stands in for a method until it is asked for."""

    def __init__(self, name: str, write: Callable[[], None]) -> None:
        self._name = name
        self._write = write

    def __get__(self, value: object, kind: type) -> Any:
        """The method, which stands in the class from now on."""
        self._write()
        return getattr(kind if value is None else value, self._name)


def _postponed(kind: type) -> type:
    """A frozen class with slots that has no method written yet."""
    said = {name: each for name, each in vars(kind).items() if name not in {"__dict__", "__weakref__"}}
    if said.keys() & {*_MAKING, *_COMPARING} or dataclasses.is_dataclass(kind):  # As its base is.
        return dataclasses.dataclass(**_VALUE)(kind)
    kind.__doc__ = kind.__doc__ or kind.__name__  # Or else it is asked for its signature.
    made: type = dataclasses.dataclass(init=False, eq=False, repr=False, slots=True)(kind)

    def write(names: Iterable[str], **options: bool) -> None:
        twin = type(kind)(kind.__name__, kind.__bases__, dict(said))
        twin.__qualname__ = kind.__qualname__
        whole: Any = dataclasses.dataclass(frozen=True, **options)(twin)
        for name in names:
            setattr(made, name, vars(whole)[name])

    for name in _MAKING:
        setattr(made, name, _Later(name, partial(write, _MAKING, eq=False, repr=False)))
    for name in _COMPARING:
        setattr(made, name, _Later(name, partial(write, _COMPARING, init=False)))
    for name in ("__dataclass_params__", "__getstate__", "__setstate__"):
        setattr(made, name, said.get(name, getattr(_Any, name)))
    return made
