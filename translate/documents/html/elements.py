"""What the elements of HTML are to whoever translates a page."""

from __future__ import annotations

from translate import patterns
from translate.core.article import Kind


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
"""They have no end."""

BLOCKS = _names(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta "
    "nav noframes ol optgroup option p search section summary table tbody td tfoot th thead title tr ul base"
)
"""A paragraph ends where one begins or ends; any other element is a part of a sentence."""

APART = _names(
    "amp-ad amp-consent amp-embed amp-facebook amp-iframe amp-instagram amp-script amp-sidebar amp-social-share "
    "amp-state amp-twitter amp-user-notification amp-video amp-youtube "
    "applet audio canvas datalist dialog embed frameset iframe noembed noframes noscript object plaintext pre select "
    "template textarea video xmp"
)
"""What is in them stays as it is, and a paragraph ends there."""

WHOLE = frozenset({"button", "math", "meter", "progress", "script", "style", "svg"})
"""What is in them stays as it is, in the middle of a sentence."""

TERSE = frozenset({"code", "kbd", "samp", "tt", "var"})
"""The same; and they stand for a word or two, so that none reaches beyond its paragraph."""

KINDS = {
    "caption": Kind.CAPTION,
    "dd": Kind.ITEM,
    "dt": Kind.ITEM,
    "figcaption": Kind.CAPTION,
    "h1": Kind.SUBHEAD,
    "h2": Kind.SUBHEAD,
    "h3": Kind.SUBHEAD,
    "h4": Kind.SUBHEAD,
    "h5": Kind.SUBHEAD,
    "h6": Kind.SUBHEAD,
    "legend": Kind.LABEL,
    "li": Kind.ITEM,
    "summary": Kind.SUBHEAD,
    "td": Kind.CELL,
    "th": Kind.CELL,
    "title": Kind.SUMMARY,
}
"""What the text in them is; in any other it is what it is around that."""

CLOSING = {
    "dd": (frozenset({"dd", "dt"}), frozenset({"dl"})),
    "dt": (frozenset({"dd", "dt"}), frozenset({"dl"})),
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot", "tr", "td", "th", "caption"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "tfoot": (frozenset({"tbody", "thead", "tfoot", "tr", "td", "th", "caption"}), frozenset({"table"})),
    "th": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "tr": (frozenset({"tr", "td", "th", "caption"}), frozenset({"table"})),
}
"""Which elements end where one begins, though nothing in the file says so; and around which that is of no matter."""

POSTS = frozenset(
    {"bluesky-embed", "fb-post", "fb-video", "instagram-media", "mastodon-embed", "reddit-embed-bq", "tiktok-embed"}
    | {"text-post-media", "twitter-tweet", "twitter-video"}
)
"""Classes of posts from elsewhere: what somebody said there stays as they said it."""

SUMMARIES = frozenset({"description", "og:description", "og:title", "twitter:description", "twitter:title"})
"""Of a page's head, the ``<meta>`` whose content is shown elsewhere in its place."""
PICTURES = frozenset({"og:image:alt", "twitter:image:alt"})

NAVIGATION = frozenset({"alertdialog", "dialog", "menu", "menubar", "navigation", "search"})
"""Roles of what is about the site wherever it stands, as ``<nav>`` is."""
AROUND = frozenset({"banner", "complementary", "contentinfo"})
"""Roles of what is so but in an article, as ``<header>``, ``<footer>`` and ``<aside>`` are."""
BOX = patterns.compile(
    r"(?:[^\W_]+[-_]+)*(?:cookies?[-_]*(?:banner|bar|consent|notice|popup)|jp-relatedposts|sharedaddy"
    r"|newsletter[-_]*(?:box|form|promo|signup|sign-up|subscribe)|related[-_]*(?:articles|links|news|posts|stories)"
    r"|(?:share|sharing|social)[-_]*(?:bar|buttons?|icons|links|share|sharing|tools))(?:[-_]+[^\W_]+)*"
)
"""Classes, and ``id``, of boxes that stand in an article but are about the site."""
BYLINE = patterns.compile(r"\S*by-?line\S*|(?:\S*[-_])?authors?(?:[-_]name)?")
"""Classes of what says who wrote it."""
