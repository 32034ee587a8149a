"""Markdown's parser, set up for what newsrooms write: CommonMark, and tables, footnotes and definition lists."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 60
"""So many blocks may stand within one another; what stands deeper is left as it is."""

Known = dict[str, Any]
"""What the parser knows of a file: where its links lead, and its footnotes."""


@cache
def parser() -> MarkdownIt:
    """The parser: of blocks when called, of what is in them by its `inline`."""
    # Slow to import, and only some newsrooms write Markdown.
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    found = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    found.use(footnote_plugin).use(deflist_plugin)
    # Footnotes stay where they stand; what is in a block is read by `spans`, which counts places.
    return found.disable(["inline", "footnote_tail", "fragments_join"])


def blocks_of(text: str) -> tuple[list[Token], Known]:
    """The tokens of the blocks of a text, and what is known of all of it."""
    known: Known = {}
    return parser().parse(text, known), known
