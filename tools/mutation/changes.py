"""What can be changed in an expression or a statement, one small thing at a time.

Each change is a kind, the node whose text gives way, and what stands in its place.
"""

import ast
import copy
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from tools.mutation.promises import says_what_never_happens

Change: TypeAlias = tuple[str, ast.AST, ast.AST]

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
"""The edge, where there is one, and the contrary."""

OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}

EMPTY = {"str": "''", "list": "[]", "tuple": "()", "dict": "{}", "set": "set()", "frozenset": "frozenset()", "int": "0"}
"""What a function returns that has nothing to say, by what it is annotated to return; any other returns None."""

SEQUENCES = (ast.JoinedStr, ast.List, ast.Tuple, ast.ListComp)


def changes(node: ast.AST, function: ast.AST | None) -> Iterator[Change]:
    """Every change of a node itself, not of what it is made of; function is the one that it stands in."""
    if type(node) in CHANGES:
        yield from CHANGES[type(node)](node)
    if isinstance(node, ast.Return) and node.value:
        empty = _nothing(function)
        if ast.unparse(node.value) != empty:
            yield "nothing returned", node.value, _expression(empty)
    if isinstance(node, ast.stmt) and _can_go(node, function):
        yield "statement removed", node, ast.Pass()


def _comparison(node: ast.Compare) -> Iterator[Change]:
    for n, op in enumerate(node.ops):
        for other in COMPARISONS[type(op)]:
            yield "comparison", node, _with(node, ops=[*node.ops[:n], other(), *node.ops[n + 1 :]])


def _junction(node: ast.BoolOp) -> Iterator[Change]:
    yield "and, or", node, _with(node, op=ast.And() if isinstance(node.op, ast.Or) else ast.Or())
    for n in range(len(node.values)):
        rest = node.values[:n] + node.values[n + 1 :]
        yield "condition dropped", node, _with(node, values=rest) if len(rest) > 1 else rest[0]


def _sign(node: ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Not | ast.USub):
        yield "not" if isinstance(node.op, ast.Not) else "arithmetic", node, node.operand


def _arithmetic(node: ast.BinOp | ast.AugAssign) -> Iterator[Change]:
    if type(node.op) not in OPERATORS:
        return
    sides = [node.left, node.right] if isinstance(node, ast.BinOp) else [node.value]
    if not any(_is_sequence(side) for side in sides):
        yield "arithmetic", node, _with(node, op=OPERATORS[type(node.op)]())
    elif len(sides) > 1 and isinstance(node.op, ast.Add):
        yield "part dropped", node, sides[0]
        yield "part dropped", node, sides[1]


def _is_sequence(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        return _is_sequence(node.left) or _is_sequence(node.right)
    return isinstance(node, SEQUENCES) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _constant(node: ast.Constant) -> Iterator[Change]:
    value = node.value
    if isinstance(value, bool):
        yield "true, false", node, ast.Constant(not value)
    elif isinstance(value, int | float):
        yield "number", node, ast.Constant(value + 1)
        yield "number", node, ast.Constant(value - 1) if value >= 1 else _expression(repr(value - 1))
    elif isinstance(value, str):
        half = len(value) // 2
        yield "text", node, ast.Constant(value[:half] + value[half + 1 :] if value else "XX")


def _keywords(node: ast.Call) -> Iterator[Change]:
    for keyword in node.keywords:
        if keyword.arg and not says_what_never_happens(node, keyword):
            yield "keyword dropped", node, _with(node, keywords=[one for one in node.keywords if one is not keyword])


def _decided(node: ast.If | ast.IfExp | ast.While) -> Iterator[Change]:
    # A loop that nothing ends would only ask for patience.
    yield from _condition(node.test, ("False",) if isinstance(node, ast.While) else ("True", "False"))


def _filters(node: ast.comprehension | ast.match_case) -> Iterator[Change]:
    for test in node.ifs if isinstance(node, ast.comprehension) else [node.guard] if node.guard else []:
        yield from _condition(test, ("True", "False"))


def _jump(node: ast.Break | ast.Continue) -> Iterator[Change]:
    yield "break, continue", node, ast.Continue() if isinstance(node, ast.Break) else ast.Break()


def _condition(test: ast.expr, answers: Sequence[str]) -> Iterator[Change]:
    if not isinstance(test, ast.Constant):
        for answer in answers:
            yield "condition decided", test, _expression(answer)


def _slice(node: ast.Slice) -> Iterator[Change]:
    for side in ("lower", "upper"):
        edge = getattr(node, side)
        if edge is None:
            continue
        yield "slice", node, _with(node, **{side: None})
        if not isinstance(edge, ast.Constant):
            for op in (ast.Add(), ast.Sub()):
                yield "slice", node, _with(node, **{side: ast.BinOp(edge, op, ast.Constant(1))})


def _nothing(function: ast.AST | None) -> str:
    if not isinstance(function, ast.FunctionDef) or function.returns is None:
        return "None"
    returns = function.returns
    return EMPTY.get(ast.unparse(returns.value if isinstance(returns, ast.Subscript) else returns), "None")


def _can_go(node: ast.stmt, function: ast.AST | None) -> bool:
    """Whether a statement can be left out without more ado: not the only one that gives a name its value."""
    match node:
        case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Delete():
            return True
        case ast.Assign(targets=[target]):
            return not isinstance(target, ast.Name) or (function is not None and _is_set_elsewhere(target, function))
    return False


def _is_set_elsewhere(name: ast.Name, function: ast.AST) -> bool:
    for other in ast.walk(function):
        match other:
            case ast.arg(arg=same) | ast.Name(id=same, ctx=ast.Store()) if same == name.id and other is not name:
                return True
    return False


def _with(node: ast.AST, **fields: object) -> ast.AST:
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


CHANGES: dict[type[ast.AST], Callable[[Any], Iterator[Change]]] = {
    ast.Compare: _comparison,
    ast.BoolOp: _junction,
    ast.UnaryOp: _sign,
    ast.BinOp: _arithmetic,
    ast.AugAssign: _arithmetic,
    ast.Constant: _constant,
    ast.If: _decided,
    ast.IfExp: _decided,
    ast.While: _decided,
    ast.comprehension: _filters,
    ast.match_case: _filters,
    ast.Call: _keywords,
    ast.Slice: _slice,
    ast.Break: _jump,
    ast.Continue: _jump,
}
"""What is made of each kind of node, beside the statements that go and what they return."""
