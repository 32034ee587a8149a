"""Fifty documents with what newsrooms' documents have in them, as files that LibreOffice makes DOCX of.

Each is a choice of features, in an order of its own, so that they meet. The texts are written for the tests.
"""

from __future__ import annotations

import random
from collections.abc import Callable

COUNT = 50
_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
_WORDS = {
    "en": "the ferry harbour council budget winter bridge letter captain island vote school market",
    "et": "praam sadam volikogu eelarve talv sild kiri kapten saar hääletus kool turg õhtu jäääär",
    "ru": "паром гавань совет бюджет зима мост письмо капитан остров голос школа рынок",
    "zh": "渡轮 港口 理事会 预算 冬天 桥 信 船长 岛 投票 学校 市场",
    "ar": "العبارة الميناء المجلس الميزانية الشتاء الجسر الرسالة القبطان الجزيرة",
}


class _Writer:
    """Makes sentences, no two of them the same."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - it makes test data
        self._words = _WORDS[self.chance.choice(["en", "en", "en", "et", "ru", "zh", "ar"])].split()
        self._count = 0

    def words(self, count: int = 4) -> str:
        self._count += 1
        return f"{' '.join(self.chance.choices(self._words, k=count))} {self._count}"


def _html(say: Callable[..., str], chance: random.Random) -> str:
    features = [
        lambda: f"<h2>{say(3)}</h2>",
        lambda: f"<p>{say(9)}. {say(7)}.</p>",
        lambda: f"<p>{say()} <b>{say(2)}</b> {say()} <i>{say(1)}</i>, <b><i>{say(2)}</i></b>.</p>",
        lambda: f"<p><b>{say(2)}</b> {say(6)}.</p>",
        lambda: f'<p>{say()} <a href="http://a.example/?x=1&amp;y=2">{say(2)}</a> {say()}.</p>',
        lambda: f'<p>{say()} <a href="http://a.example/">{say(1)} <b>{say(1)}</b> {say(1)}</a>.</p>',
        lambda: f"<p>{say(2)}<br>{say(2)}<br>{say(3)}</p>",
        lambda: f"<p>{say(1)}<sup>{say(1)}</sup> {say(2)}<sub>{say(1)}</sub> {say(1)}</p>",
        lambda: f"<ul><li>{say(2)}</li><li>{say(3)} <u>{say(1)}</u><ul><li>{say(2)}</li></ul></li></ul>",
        lambda: f"<ol><li>{say(2)}</li><li>{say(3)}</li></ol>",
        lambda: (
            f"<table border=1><tr><th>{say(1)}</th><th>{say(1)}</th></tr><tr><td>{say(2)}</td><td>42</td></tr></table>"
        ),
        lambda: (
            f"<table><tr><td><table><tr><td>{say(1)}</td></tr></table></td>"
            f"<td><p>{say(1)}</p><p>{say(2)}</p></td></tr></table>"
        ),
        lambda: f"<blockquote>{say(5)} &amp; {say(1)} &lt;b1&gt;</blockquote>",
        lambda: f'<p>{say(2)} <img src="data:image/png;base64,{_PIXEL}" alt="{say(3)}" width=9> {say(2)}</p>',
        lambda: f'<p><img src="data:image/png;base64,{_PIXEL}" alt="{say(3)} &quot;x&quot;" width=9></p>',
        lambda: f'<p style="text-align: right"><font color="red" size=5>{say(2)}</font> {say(3)}</p>',
        lambda: f'<p lang="fr">{say(4)}</p><p dir="rtl">{say(4)}</p>',
        lambda: f"<p>{say(1)}&nbsp;{say(1)} – “{say(2)}” … 🚢 {say(1)}</p>",
        lambda: f'<p><a name="here">{say(1)}</a> {say(2)} <s>{say(1)}</s> <code>{say(1)}</code></p><hr>',
        lambda: f"<pre>{say(2)}\n{say(2)}</pre><dl><dt>{say(1)}</dt><dd>{say(3)}</dd></dl>",
    ]
    chosen = chance.sample(features, chance.randint(5, len(features)))
    body = "\n".join([f"<h1>{say(4)}</h1>", *(feature() for feature in chosen)])
    return f'<html><head><meta charset="utf-8"><title>x</title></head><body>{body}</body></html>'


_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink"'


def _flat(say: Callable[..., str], chance: random.Random) -> str:
    def p(content: str, style: str = "Standard") -> str:
        return f'<text:p text:style-name="{style}">{content}</text:p>'

    def note(kind: str) -> str:
        body = f"<text:note-citation>1</text:note-citation><text:note-body>{p(say(3))}</text:note-body>"
        return f'<text:note text:note-class="{kind}">{body}</text:note>'

    def span(content: str, style: str = "Bold") -> str:
        return f'<text:span text:style-name="{style}">{content}</text:span>'

    def held(name: str, content: str, more: str = "") -> str:
        return f"<{name}{more}>{content}</{name}>"

    def row(*cells: str) -> str:
        made = "".join(held("table:table-cell", p(each)) for each in cells)
        return held("table:table-row", made)

    def item(content: str) -> str:
        return held("text:list-item", p(content))

    size = ' text:anchor-type="paragraph" svg:width="4cm" svg:height="2cm"'
    address = ' xlink:type="simple" xlink:href="http://a.example/"'
    column = '<table:table-column table:number-columns-repeated="2"/>'
    marks = ('<text:bookmark-start text:name="m1"/>', '<text:bookmark-end text:name="m1"/>')
    features = [
        lambda: f'<text:h text:style-name="Heading_20_2" text:outline-level="2">{say(3)}</text:h>',
        lambda: p(f"{say(4)}{note('footnote')} {say(3)}."),
        lambda: p(f"{say(4)} {span(say(1))}{note('endnote')}."),
        lambda: p(f'{say(2)}<text:tab/>{say(2)}<text:line-break/>{say(2)}<text:s text:c="3"/>{say(1)}'),
        lambda: p(f"{say(2)} {held('text:a', say(2), address)}."),
        lambda: p(f"{marks[0]}{say(2)}{marks[1]} {say(2)}"),
        lambda: p(f"{say(2)} <text:page-number>1</text:page-number> {say(2)} <text:date>20 May</text:date>."),
        lambda: p(say(2) + held("draw:frame", held("draw:text-box", p(say(3)) + p(span(say(2)))), size)),
        lambda: p(f"{say(2)}<office:annotation>{p('A comment')}</office:annotation> {say(2)}"),
        lambda: p(f"{span(say(3), 'Code')}{span(say(2))}"),
        lambda: p(say(4), "Caption") + p(say(4), "Title") + p(say(2), "Subtitle"),
        lambda: held("text:list", item(say(2)) + item(say(3))),
        lambda: held("table:table", column + row(say(2), say(1) + note("footnote"))),
        lambda: held("text:section", p(say(5)), ' text:name="S1"'),
        lambda: p(f"{say(1)}\u00ad{say(1)}\u2011{say(1)}\u00a0{say(1)}"),
    ]
    chosen = chance.sample(features, chance.randint(5, len(features)))
    heading = f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{say(4)}</text:h>'
    body = "".join([heading, *(feature() for feature in chosen)])
    styles = (
        '<style:style style:name="Standard" style:family="paragraph"/>'
        '<style:style style:name="Bold" style:family="text">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="Code" style:family="text"><style:text-properties fo:color="#112233"/></style:style>'
    )
    layout = '<style:page-layout style:name="L"><style:header-style/><style:footer-style/></style:page-layout>'
    page = held("style:header", p(say(2)))
    page += held("style:footer", p(f"{say(1)} <text:page-number>1</text:page-number>"))
    page = held("style:master-page", page, ' style:name="Standard" style:page-layout-name="L"')
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:styles>{styles}</office:styles><office:automatic-styles>{layout}</office:automatic-styles>"
        f"<office:master-styles>{page}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def sources() -> dict[str, str]:
    """The documents by the names of their files: half of them HTML, half flat OpenDocument."""
    made = {}
    for number in range(COUNT):
        writer = _Writer(number)
        name, make = (f"{number:02}.html", _html) if number % 2 else (f"{number:02}.fodt", _flat)
        made[name] = make(writer.words, writer.chance)
    return made
