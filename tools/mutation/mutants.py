"""The mutants of a source file: where each stands, what it changes, and what the file is with it."""

import ast
import copy
import difflib
import dis
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

from tools.mutation.changes import changes
from tools.mutation.promises import is_unpromised

LOOSE = (ast.BoolOp, ast.BinOp, ast.UnaryOp, ast.Compare, ast.IfExp, ast.Lambda, ast.Await, ast.NamedExpr)
"""Expressions that may need brackets inside another one."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one file."""

    path: str
    """From the root of the repository."""
    kind: str
    first: int
    """The line where the statement begins in which the change is."""
    last: int
    """Where that statement ends, or its head if it has a body."""
    at_import: bool
    """Whether it runs when the module is imported, so that no line tells which tests depend on it."""
    start: int
    """Offset in the source of the first character that gives way, and after the last."""
    end: int
    text: str
    """What stands in their place."""

    def applied(self, source: str) -> str:
        """The file with this change."""
        return source[: self.start] + self.text + source[self.end :]


@dataclass(slots=True)
class _Where:
    """What is around a node on the way down to it."""

    function: ast.AST | None = None
    statement: ast.stmt | None = None
    literal: ast.JoinedStr | None = None
    """The f-string around it: the places of what is in one are not to be relied on, so it gives way as a whole."""


def mutants_of(source: str, path: str) -> list[Mutant]:
    """Every mutant of a file, in the order of its lines as the syntax tree has them."""
    offsets = [0]
    for line in source.splitlines(keepends=True):
        offsets.append(offsets[-1] + len(line))
    lines = source.splitlines()

    def offset(line: int, column: int) -> int:
        return offsets[line - 1] + len(lines[line - 1].encode()[:column].decode())

    tree = ast.parse(source)
    found = []
    for kind, old, new, parent, where in _walk(tree, tree, _Where()):
        spot, replaced = (where.literal, _replaced(where.literal, old, new)) if where.literal else (old, new)
        try:
            text = ast.unparse(replaced)
        except ValueError:  # An f-string that cannot be written in this Python.
            continue
        safe = isinstance(parent, ast.stmt | ast.keyword) and not isinstance(new, ast.NamedExpr)
        if isinstance(new, LOOSE) and not where.literal and not safe:
            text = f"({text})"
        span = offset(spot.lineno, spot.col_offset), offset(spot.end_lineno, spot.end_col_offset)
        first, last = _lines(where.statement)
        found.append(Mutant(path, kind, first, last, where.function is None, *span, text))
    return found


def drawn(sources: dict[str, str], number: int, seed: int) -> list[Mutant]:
    """So many mutants, each as likely as any other, none twice and none that compiles to what was there before."""
    every = [mutant for path, source in sorted(sources.items()) for mutant in mutants_of(source, path)]
    random.Random(seed).shuffle(every)  # noqa: S311 -- It has to be repeatable, not secret.
    before: dict[str, object] = {}
    found: list[Mutant] = []
    seen = set()
    for mutant in every:
        if len(found) == number:
            break
        source = mutant.applied(sources[mutant.path])
        if mutant.path not in before:
            before[mutant.path] = deeds(sources[mutant.path])
        if (mutant.path, source) not in seen and deeds(source) not in (None, before[mutant.path]):
            found.append(mutant)
        seen.add((mutant.path, source))
    return found


def deeds(source: str) -> object:
    """What a source compiles to, to be compared with what another one does; nothing, if it does not compile."""
    try:
        return _deeds(compile(source, "source", "exec", dont_inherit=True))
    except SyntaxError:
        return None


def difference(mutant: Mutant, source: str) -> str:
    """A mutant as a reader sees it: the lines that give way and what stands there."""
    lines = difflib.unified_diff(source.splitlines(), mutant.applied(source).splitlines(), n=0, lineterm="")
    return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


def line_of(mutant: Mutant, source: str) -> int:
    """The line where a mutant changes something."""
    return source.count("\n", 0, mutant.start) + 1


def read_sources(root: Path, code: str) -> dict[str, str]:
    """Every module below a folder, by its path from the root."""
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted((root / code).rglob("*.py"))}


def _walk(node: ast.AST, parent: ast.AST, where: _Where) -> Iterator[tuple[str, ast.AST, ast.AST, ast.AST, _Where]]:
    if node is not parent and is_unpromised(node, parent):
        return
    if isinstance(node, ast.stmt):
        where = _Where(where.function, node)
    for kind, old, new in changes(node, where.function):
        yield kind, old, new, parent if old is node else node, where
    inner = _Where(where.function, where.statement, where.literal)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        inner.function = node
    if isinstance(node, ast.JoinedStr):
        inner.literal = where.literal or node
    for field, value in ast.iter_fields(node):
        # What a function has by default and what decorates it belongs to where it is defined.
        outside = field in {"args", "decorator_list"} and inner.function is node
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _walk(child, node, where if outside else inner)


def _lines(statement: ast.stmt | None) -> tuple[int, int]:
    assert statement is not None and statement.end_lineno is not None  # noqa: PT018, S101 -- For type checkers.
    body = getattr(statement, "body", None) or getattr(statement, "cases", None)
    if not body:
        return statement.lineno, statement.end_lineno
    inside = body[0].pattern if isinstance(body[0], ast.match_case) else body[0]
    return statement.lineno, max(statement.lineno, inside.lineno - 1)


def _replaced(around: ast.AST, old: ast.AST, new: ast.AST) -> ast.AST:
    if around is old:
        return new
    other = copy.copy(around)
    for field, value in ast.iter_fields(around):
        if isinstance(value, list):
            setattr(other, field, [_replaced(v, old, new) if isinstance(v, ast.AST) else v for v in value])
        elif isinstance(value, ast.AST):
            setattr(other, field, _replaced(value, old, new))
    return other


def _deeds(code: CodeType) -> tuple[object, ...]:
    """What a code does; constants that it never loads are left out, and so are line numbers."""
    deeds = [
        (one.opname, _deeds(one.argval) if isinstance(one.argval, CodeType) else repr((type(one.argval), one.argval)))
        for one in dis.get_instructions(code)
    ]
    return code.co_flags, code.co_varnames, getattr(code, "co_exceptiontable", b""), *deeds
