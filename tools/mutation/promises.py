"""What of the code no test could hold it to, so that changing it makes no mutant."""

import ast

TYPES = frozenset({"str", "int", "float", "bool", "bytes", "list", "tuple", "dict", "set", "frozenset", "type", "None"})


def is_unpromised(node: ast.AST, parent: ast.AST) -> bool:
    """Whether nothing in a node is anything that a test could hold the code to.

    That is: texts that stand alone (docstrings), annotations and aliases of types, imports, ``__slots__`` and
    ``__all__``, blocks for type checkers, assertions (they say what never happens, and so does the ``strict`` of zip),
    what dataclasses are made with, how much a cache keeps, and the names that type variables are given.
    """
    return _is_no_deed(node, parent) or _is_aside(node, parent)


def says_what_never_happens(call: ast.Call, keyword: ast.keyword) -> bool:
    """Whether an argument only ends the run where the code is wrong by itself."""
    return _named(call) == "zip" and keyword.arg == "strict"


def _is_no_deed(node: ast.AST, parent: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()) | ast.Import() | ast.ImportFrom() | ast.Assert():
            return True
        case ast.Assign(targets=[ast.Name(id="__slots__" | "__all__")]) | ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(value=value) if isinstance(parent, ast.Module):
            return _is_type(value)
        case ast.Call():
            return _named(node) in {"TypeVar", "NewType", "ParamSpec"}
    return False


def _is_aside(node: ast.AST, parent: ast.AST) -> bool:
    """Whether a node stands beside what its parent does."""
    match parent:
        case ast.AnnAssign() | ast.arg():
            return node is parent.annotation
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return node is parent.returns or (node in parent.decorator_list and _named(node) in {"lru_cache", "cache"})
        case ast.ClassDef():
            return node in parent.decorator_list and _named(node) == "dataclass"
        case ast.Call() if isinstance(node, ast.keyword):
            return says_what_never_happens(parent, node)
        case ast.Call():
            return _named(parent) == "cast" and node is parent.args[0]
    return False


def _named(node: ast.AST) -> str:
    called = node.func if isinstance(node, ast.Call) else node
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def _is_type(value: ast.expr) -> bool:
    match value:
        case ast.Subscript(value=ast.Name(id=name)):
            return name in TYPES or (name[:1].isupper() and not name.isupper())
        case ast.BinOp(op=ast.BitOr(), left=left, right=right):
            return any(_is_type(side) or ast.unparse(side) in TYPES for side in (left, right))
    return False
