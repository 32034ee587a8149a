"""The inline markup of Markdown: which runs of text and which tags a block is made of, and where they stand.

The parser tells no places. Each of its tokens begins where the parser was when it made it, and ends where the next one
begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from translate import patterns
from translate.core.text.decoding import CONTROL
from translate.core.text.tags import Side
from translate.documents.inline import Item, Mark, Run
from translate.documents.markdown.parsing import Known, parser
from translate.values import dataclass

if TYPE_CHECKING:
    from markdown_it.token import Token

DEEPEST = 4
"""So many pictures and footnotes may stand within one another; the text of deeper ones is left as it is."""

_SIDES = {1: Side.OPEN, -1: Side.CLOSE, 0: Side.VOID}
_HTML = patterns.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)")
_POINTS = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_NAMES = {"code_inline": "code", "hardbreak": "br", "image": "img", "footnote_ref": "fn"}
_SPACE = " \t"


def items_of(content: str, known: Known) -> list[Item]:
    """What a block is made of, by places in its content; a tag's original is what the content has.

    Args:
        content: The block's, without what says which block it is.
        known: What the parser knows of the file.
    """
    return _nested(list(_Spans(content, known, 0).items()))


def _tokens(content: str, known: Known) -> list[tuple[int, Token]]:
    """The parser's tokens, in order, each with where the parser was."""
    state = _tracing()(content, parser(), known, [])
    parser().inline.tokenize(state)
    starts = list(_starts(state.tokens, state.made_at))
    places = {id(token): start for start, token in zip(starts, state.tokens, strict=True)}
    for rule in parser().inline.ruler2.getRules(""):
        rule(state)
    return sorted(((places[id(token)], token) for token in state.tokens), key=lambda pair: pair[0])


def _starts(tokens: Sequence[Token], made_at: dict[int, int]) -> Iterator[int]:
    """Where each token begins; signs that were read at once follow upon one another."""
    last, behind = -1, 0
    for token in tokens:
        at = made_at[id(token)]
        behind = behind if at == last else 0
        last = at
        yield at + behind
        behind += len(token.content) if token.type == "text" else 0


@cache
def _tracing() -> Any:
    """The parser's state, which notes where it is when it makes a token."""
    from markdown_it.rules_inline import StateInline

    class Tracing(StateInline):
        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            self.made_at: dict[int, int] = {}
            self._begun: int | None = None

        def append_pending(self, text: str) -> None:
            if self._begun is None:
                self._begun = self.pos
            super().append_pending(text)

        def pushPending(self) -> Token:  # noqa: N802  The parser's own name.
            token = super().pushPending()
            self.made_at[id(token)] = self.pos if self._begun is None else self._begun
            self._begun = None
            return token

        def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
            if not self.pending:
                self._begun = None
            token = super().push(ttype, tag, nesting)
            self.made_at[id(token)] = self.pos
            return token

    return Tracing


def _begun(content: str, tokens: Sequence[tuple[int, Token]]) -> list[tuple[int, Token]]:
    """The tokens, each with where it begins for whoever reads it; those that are a part of another are left out."""
    found: list[tuple[int, Token]] = []
    auto = False
    for at, token in tokens:
        start = at
        if token.info == "auto":  # An address between < and >: the tag, its text, and its end.
            auto = token.nesting > 0
            if token.nesting < 0:
                continue
        elif auto:
            continue
        elif token.type == "link_open":
            start -= 1
        elif token.type in {"hardbreak", "softbreak"}:
            while start and content[start - 1] in _SPACE:
                start -= 1
        elif token.type == "text" and not token.content:  # The other half of ** or __.
            continue
        elif token.type == "strong_open":
            start -= 1
        found.append((start, token))
    return found


@dataclass(frozen=True, slots=True)
class _Spans:
    """The tokens of a content, as runs of text and tags."""

    content: str
    known: Known
    deep: int
    """In how many pictures and footnotes it stands."""

    def items(self) -> Iterator[Item]:
        """All of them, in order."""
        found = _begun(self.content, _tokens(self.content, self.known))
        ends = [start for start, _ in found[1:]] + [len(self.content)]
        for (start, token), end in zip(found, ends, strict=False):
            yield from self._of(start, end, token)

    def _of(self, start: int, end: int, token: Token) -> Iterator[Item]:
        """What a token is made of."""
        kind, original = token.type, self.content[start:end]
        if kind == "text":
            behind = start + len(token.content)
            yield Run(start, behind, token.content)
            if behind < end:
                yield Run(behind, end, self.content[behind:end])
        elif kind == "text_special" and not CONTROL.search(token.content):
            yield Run(start, end, token.content)
        elif kind == "softbreak":
            yield Run(start, end, " ")
        elif kind == "html_inline":
            yield _html(start, end, original)
        elif kind == "image" and token.content.strip() and self.deep < DEEPEST:
            yield from self._around(start, end, len(token.content), "img")
        elif kind == "footnote_ref" and original.startswith("^[") and self.deep < DEEPEST:
            yield from self._around(start, end, original.rindex("]") - 2, "fn")
        elif token.info == "auto":
            yield Mark(start, end, "a", Side.VOID, original)
        else:
            yield Mark(start, end, _NAMES.get(kind) or token.tag or "x", _SIDES[token.nesting], original)

    def _around(self, start: int, end: int, length: int, name: str) -> Iterator[Item]:
        """A tag around a text of some length that the parser reads apart, behind two signs."""
        begin, behind = start + 2, start + 2 + length
        yield Mark(start, begin, name, Side.OPEN, self.content[start:begin])
        for item in _Spans(self.content[begin:behind], self.known, self.deep + 1).items():
            yield replace(item, start=item.start + begin, end=item.end + begin)
        yield Mark(behind, end, name, Side.CLOSE, self.content[behind:end])


def _nested(items: list[Item]) -> list[Item]:
    """The same, where tags of HTML that cross others are points; Markdown's own never do."""
    points: set[int] = set()
    pending: list[tuple[int, str]] = []
    within: list[Counter[str]] = [Counter()]
    """How often each tag of HTML is open in the innermost of Markdown's own."""
    for number, item in enumerate(items):
        if isinstance(item, Run) or item.side is Side.VOID:
            continue
        name = item.name if item.original.startswith("<") else ""
        if item.side is Side.OPEN:
            pending.append((number, name))
            if name:
                within[-1][name] += 1
            else:
                within.append(Counter())
        elif name and not within[-1][name]:
            points.add(number)
        else:
            while pending and pending[-1][1] != name:
                points.add(pending[-1][0])
                within[-1][pending.pop()[1]] -= 1
            if name:
                within[-1][name] -= 1
            else:
                within.pop()
            pending.pop()
    points |= {number for number, _ in pending}
    return [
        replace(item, side=Side.VOID) if number in points and isinstance(item, Mark) else item
        for number, item in enumerate(items)
    ]


def _html(start: int, end: int, original: str) -> Mark:
    """A tag of HTML; a comment is a point."""
    found = _HTML.match(original)
    name = found["name"].lower() if found else "x"
    if not found or name in _POINTS or original.endswith("/>"):
        return Mark(start, end, name, Side.VOID, original)
    return Mark(start, end, name, Side.CLOSE if found["close"] else Side.OPEN, original)
