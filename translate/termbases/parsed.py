"""What the files of a glossary came to, written down so that it can be read a row at a time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, overload

from translate.core.terms.cells import fault_of_cell, tidy
from translate.core.terms.glossary import Form, Origin, Term
from translate.core.terms.rows import Index, Rows, Spellings, index_of
from translate.errors import GlossaryError
from translate.termbases.cuts import PROSE
from translate.termbases.rows import COLUMNS, check, term_of
from translate.values import dataclass

_GIVEN = tuple(name for name in COLUMNS if name != "declines_like")
"""The cells that are written down; forms that come from another row are written down themselves."""
_ODD = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What may be raised of bytes that newsdesk has not written."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the files of a glossary came to."""

    terms: Sequence[Term]
    index: Index
    errors: tuple[GlossaryError, ...]
    lines: Sequence[bytes]
    """Each term, written down."""
    digest: str
    """The fingerprint of these."""

    def rows(self, anew: Callable[[], Parsed] | None = None) -> Rows:
        """The terms as rows of a glossary, which are read anew where one makes no sense."""

        def again() -> tuple[Sequence[Term], Index]:
            assert anew is not None  # noqa: S101  For the type alone.
            found = anew()
            return found.terms, found.index

        return Rows(self.terms, self.index, digest=self.digest, anew=again if anew else None)


def parsed(
    terms: Sequence[Term], cells: Mapping[tuple[str, int], Mapping[str, str]], errors: tuple[GlossaryError, ...]
) -> Parsed:
    """What some terms come to.

    Args:
        terms: The terms.
        cells: The cells of their rows, by where these stand and by column.
        errors: What is wrong with other rows.
    """
    lines = [_written(term, cells) for term in terms]
    return Parsed(terms, index_of(terms), errors, lines, _digest(b"\n".join(lines)))


def _written(term: Term, cells: Mapping[tuple[str, int], Mapping[str, str]]) -> bytes:
    origin = term.origin or Origin("", 0)
    own = cells[origin.path, origin.line]
    told: list[Any] = [origin.path, origin.line, [own.get(name, "") for name in _GIVEN]]
    while told[2] and not told[2][-1]:
        told[2].pop()
    if "declines_like" in own:
        told.append([[form.text, form.label] for form in term.forms])
    return _encode(told).encode()


class _Terms(Sequence[Term]):
    """Terms that are made of their lines when they are asked for."""

    def __init__(self, lines: Sequence[bytes]) -> None:
        self._lines = lines
        self._made: dict[int, Term] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, at: int) -> Term: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Term]: ...
    def __getitem__(self, at: int | slice) -> Term | Sequence[Term]:
        if isinstance(at, slice):
            return tuple(self[number] for number in range(*at.indices(len(self))))
        term = self._made.get(at)
        if term is None:
            term = self._made[at] = _read(self._lines[at])
        return term


def _read(line: bytes) -> Term:
    """Make a term of a line, as if its cells stood in a file.

    Raises:
        ValueError: It is no line of ours.
    """
    try:
        told: Any = json.loads(line)
        if _encode(told).encode() != line:
            raise ValueError("no line of ours")
        path, number, given, *forms = told
        cells = {name: text for name, text in zip(_GIVEN, given, strict=False) if text}
        if len(given) > len(_GIVEN) or not (isinstance(path, str) and type(number) is int):
            raise ValueError("no line of ours")
        if any(tidy(text) != text or fault_of_cell(text, prose=name in PROSE) for name, text in cells.items()):
            raise ValueError("no cell")
        term = term_of(cells, Origin(path, number))
        if forms:
            term = replace(term, forms=tuple(map(_form, *forms)))
            check(term)
    except _ODD as error:
        raise ValueError("no line of ours") from error
    return term


def _form(told: Any) -> Form:
    text, label = told
    if not (isinstance(text, str) and isinstance(label, str)):
        raise ValueError("no form")  # noqa: TRY004  As everything else that is odd.
    return Form(text, label)


def to_bytes(found: Parsed, identity: str) -> bytes:
    """Write down what the files of a glossary came to, and by what these are known again."""
    index = found.index
    told = {
        "of": identity,
        "digest": found.digest,
        "errors": [[error.message, error.path, error.line] for error in found.errors],
        "shelves": [[own.lengths, own.rows] for own in (index.terms, index.titles, index.bans)],
        "always": index.always,
        "silent": index.silent,
    }
    head = _encode(told).encode()
    return b"\n".join((_digest(head).encode(), head, *found.lines))


def from_bytes(data: bytes, identity: str) -> Parsed | None:
    """What `to_bytes` wrote down, with terms to be made one by one; None where it is of other files, or damaged."""
    seal, _, body = data.partition(b"\n")
    head, _, rest = body.partition(b"\n")
    if seal != _digest(head).encode():
        return None
    try:
        told = json.loads(head)
        if (told["of"], told["digest"]) != (identity, digest := _digest(rest)):
            return None
        terms, titles, bans = (_spellings(*own) for own in told["shelves"])
        index = Index(terms, titles, bans, _numbers(told["always"]), _numbers(told["silent"]))
        lines = rest.split(b"\n") if rest else []
        return Parsed(_Terms(lines), index, tuple(_errors(told["errors"])), lines, digest)
    except _ODD:
        return None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _spellings(lengths: Any, rows: Any) -> Spellings:
    _numbers(list(chain.from_iterable(lengths.values())))
    if not {*map(type, lengths.values())} <= {list} or not {*map(type, rows.values())} <= {int, list}:
        raise ValueError("no spellings")
    return Spellings(lengths, rows)


def _numbers(told: Any) -> list[int]:
    if type(told) is not list or not {*map(type, told)} <= {int}:
        raise ValueError("no numbers")
    return told


def _errors(told: Any) -> Iterator[GlossaryError]:
    for message, path, line in told:
        if not (isinstance(message, str) and isinstance(path, str | None) and isinstance(line, int | None)):
            raise ValueError("no error")  # noqa: TRY004  As everything else that is odd.
        f"{message}{path}".encode()  # A text that cannot be written cannot be told.
        yield GlossaryError(message, path=path, line=line)
