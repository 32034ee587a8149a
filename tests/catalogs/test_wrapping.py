"""Lines end where msgcat ends them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalogs.gettext import msgcat
from tests.catalogs.strategies import HEADER, prose
from tests.programs import needs
from translate.catalogs.wrapping import quoted_lines
from translate.catalogs.writing import render
from translate.core.entries.catalog import Catalog, Entry

LONG = "w" * 90
PROSE = "The government said on Monday that it would raise the minimum wage next year. " * 3
CASES = {
    "empty": "",
    "one line": "short",
    **{f"msgstr of {width} columns": f"{'a' * 40} {'b' * (width - 41)}" for width in range(68, 76)},
    **{f"line of {width} columns": f"{'a' * 90} {'c' * 40} {'b' * (width - 41)} d" for width in range(74, 80)},
    "space at the break": f"{'a' * 38} {'b' * 38} {'c' * 38} d",
    "many spaces": f"{'a' * 70}{' ' * 20}b",
    "spaces alone": " " * 100,
    "line end at the end": "a line\n",
    "line ends inside": "one\ntwo\n",
    "line ends alone": "\n\n\n",
    "long pieces": PROSE + "\n" + PROSE,
    "break just before the last line end": f"{'a' * 38} {'b' * 36} \n",
    "unbreakable": LONG,
    "unbreakable with line end": LONG + "\n",
    "unbreakable in prose": f"see {LONG} now and then again",
    "address": "see https://www.example.org/news/2025/a-very-long-address?article=1050&lang=et#part-3 for more",
    "slashes": "a/" * 60,
    "hyphens": "well-known-" * 20,
    "dashes": "word—word–word " * 10,
    "ellipses": "word…word...word " * 10,
    "quotes": '"said" ' * 20,
    "backslashes": "a\\b\\\\c " * 30,
    "backslash before a quote": '\\"' * 60,
    "escape at the edge": "a" * 67 + "\t\t\tb\tc" + "d" * 60,
    "escapes": "\a\b\f\v\r\t" * 12,
    "no-break spaces": "5\u00a0km\u202fh " * 20,
    "zero-width space": "word\u200b" * 30,
    "zero-width space before a closer": "word \u200b ! " * 20,
    "soft hyphens": "hyphen\u00adation" * 12,
    "word joiner": "a\u2060b " * 40,
    "combining": "e\u0301" * 90,
    "combining after a point": "a.\u0301b " * 30,
    "Chinese": "政府周一表示，明年将提高最低工资。“这是一大步，”部长说。" * 4,
    "Japanese": "政府は「最低賃金」を引き上げると発表した（ロイター）。ショー・テレビー" * 4,
    "Korean": "정부는 월요일에 내년 최저임금을 인상하겠다고 밝혔다. " * 4,
    "Thai": "รัฐบาลกล่าวเมื่อวันจันทร์" * 6,
    "Arabic": "قالت الحكومة يوم الاثنين، إنها سترفع الحد الأدنى؟ " * 4,
    "Hebrew": "הממשלה אמרה ביום שני כי תעלה את שכר המינימום. " * 4,
    "Hindi": "सरकार ने सोमवार को कहा कि वह न्यूनतम वेतन बढ़ाएगी। " * 4,
    "Bengali": "সরকার সোমবার বলেছে যে তারা ন্যূনতম মজুরি বাড়াবে। " * 4,
    "Russian": "Правительство заявило в понедельник: «повысим с 1\u00a0050 руб. и т.д.» " * 4,
    "Greek": "Η κυβέρνηση είπε; ναι· όχι " * 8,
    "wide beside narrow": "ABC放送（BBC）とNHK「ニュース」2025年10月1日" * 5,
    "wide openers after signs": "a（b）1《c》©「d」é『e』" * 12,
    "emoji": "👩\u200d🚀👍🏽❤\ufe0f🇪🇪" * 12,
    "emoji in prose": "Well done 👏🏽 team! " * 10,
    "numbers": "1,050.25 10:30 3.5% €1,050 $3 £4 20°C №5 ½ " * 5,
    "points before letters": "U.S.A.b.c,d;e:f.g " * 12,
    "points before signs": "a.#b,&c:*d;<e.=f,>g:@h;^i._j,`k:~l.§m,©n:™o;×p" * 4,
    "points before no letter": "a.+b,|c:/d;-e.)f,(g:%h;$i.“j,‘k:«l.½m" * 4,
    "closers after a space": "\n".join(f"{'w' * 75} {closer}a {'w' * 60}" for closer in ",.:;!?)]}/("),
    "French": "« Oui » ! Non ? Si ; bon : voilà " * 6,
    "brackets": "(a) [b] {c} <d> " * 12,
    "symbols": "©®™×÷½•·★→&#@*<=>^_`~+|" * 6,
    "ideographic space": "新闻\u3000" * 30,
    "half-width": "ｱｲｳｴｵｶﾝ" * 20,
    "control characters": "a\x01b\x1bc " * 30,
    "byte order mark": "\ufeffa " * 60,
}
pytestmark = needs("msgcat")


def file_of(texts):
    return Catalog(HEADER, tuple(Entry(f"{place}", text) for place, text in enumerate(texts, 1)))


@pytest.mark.parametrize("wrap", [True, False])
def test_each_kind_of_text_is_broken_as_msgcat_breaks_it(wrap):
    written = render(file_of(CASES.values()), wrap=wrap).split(b"\n\n")
    theirs = msgcat(render(file_of(CASES.values()), wrap=False), wrap=wrap).split(b"\n\n")
    assert dict(zip(CASES, written[1:], strict=True)) == dict(zip(CASES, theirs[1:], strict=True))


@settings(max_examples=25)
@given(st.lists(prose, min_size=40, max_size=60))
def test_prose_of_every_script_is_broken_as_msgcat_breaks_it(texts):
    written = render(file_of(texts), wrap=True)
    assert written.decode() == msgcat(render(file_of(texts), wrap=False)).decode()


@pytest.mark.parametrize("prefix", ["", "#~ ", "#| ", "#~| "])
def test_a_mark_before_the_line_counts_as_part_of_it(prefix):
    lines = quoted_lines("msgid", "a " * 100, prefix=prefix)
    assert max(map(len, lines)) in {78, 79}
    assert all(line.startswith(prefix) for line in lines)
