"""Markdown articles are read into their parts, and a text reads as itself wherever it is written."""

import contextlib
import re
from typing import ClassVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from benchmarks.wrapping import articles
from tests.documents.test_wrapping import NEWS, needs_news
from tests.patience import PATIENCE
from tests.samples import ROOT
from translate.core.article import Imprint, Kind, Making
from translate.core.text.tags import TAG
from translate.documents.markdown.format import LARGEST_FILE, MOST_BRACKETS, MOST_LINES, MOST_SIGNS, Markdown
from translate.errors import DocumentError
from translate.testing.documents import DocumentContract

CASES = sorted((ROOT / "tests/cases/markdown").iterdir())
STORY = (ROOT / "tests/cases/markdown/story/article.md").read_text("utf-8")


def read(data, path="articles/story.md"):
    return Markdown().read(data if isinstance(data, bytes) else data.encode(), path)


def texts(document):
    return [segment.text for segment in document.segments]


class TestMarkdown(DocumentContract):
    readable: ClassVar = {
        "articles/story.md": STORY.encode(),
        "articles/windows.md": STORY.replace("\n", "\r\n").encode(),
        "articles/old-mac.md": STORY.replace("\n", "\r").encode(),
        "articles/marked.md": b"\xef\xbb\xbf" + STORY.encode(),
        "articles/one.md": b"Frost",
        "articles/json.md": b'{"title": "It\\u2019s \\"cold\\"", "image": {"alt": "Ice", "n": 1}}\nIt is cold.\n',
        "articles/toml.markdown": b"+++\ntitle = 'Frost'\nlang = \"en\"\n[a]\nb = 1\n+++\n\nIt *is* cold.\n",
        **{f"articles/{case.name}.md": (case / "article.md").read_bytes() for case in CASES},
    }
    unreadable: ClassVar = {
        "articles/empty.md": b"",
        "articles/code.md": b"```\ncode\n```\n\n---\n\n[a]: b\n",
        "articles/nul.md": b"Frost\n\nIt\0is cold.\n",
        "articles/latin-1.md": "Külm toob supi tagasi\n".encode("latin-1"),
        "articles/large.md": b"x" * (LARGEST_FILE + 1),
        "articles/lines.md": b"x\n" * (MOST_LINES + 1),
        "articles/brackets.md": b"Frost\n\n" + b"[" * (MOST_BRACKETS + 1),
        "articles/signs.md": b"*a " * (MOST_SIGNS + 1),
        "articles/long.md": b"Frost\n\n" + b"x" * 20_001,
    }

    @pytest.fixture
    def form(self):
        return Markdown()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_part_of_an_article_is_what_an_editor_would_call_it(case):
    document = read((case / "article.md").read_bytes())
    told = [f"note: {note}\n" for note in document.notes]
    told += [f"{segment.kind} {segment.line}: {segment.text}\n" for segment in document.segments]
    assert "".join(told) == (case / "expected.txt").read_bytes().decode()


SIGNS = st.one_of(
    st.sampled_from("*_[]()<>#+-|`~!^&;:=\\\"'{}.0123456789 \taõ„"),
    st.sampled_from(
        [" a", "1. ", "---", "===", "](", "![", "<a", "&amp;", "~~", "**", "[^n]", "[1]", "https://a", "<b>"]
    ),
)
NEW = st.lists(SIGNS, min_size=1, max_size=12).map("".join).filter(lambda text: any(map(str.isalpha, text)))
NUMBERS = range(len(read(STORY).segments))


@given(st.sampled_from(NUMBERS), NEW)
@example(13, "| a")
def test_a_text_reads_as_itself_wherever_it_is_written(number, text):
    document = read(STORY)
    meant = texts(document)
    meant[number] = text
    again = read(Markdown().write(document, meant))
    meant[number] = " ".join(text.split())
    assert texts(again) == meant


LINES = ["{}\n", "# {}\n", "{}\n===\n", "{}\n---\n", "- {}\n", "> {}\n", "1. {}\n", "a\n: {}\n", "*x {}\n"]
BLOCKS = [*LINES, "a|b\n-|-\n{}|c\n", "|a|\n|-|\n|{}|\n", "**{}**\n", "![{}](u)\n"]


@given(st.sampled_from(BLOCKS), NEW)
def test_a_text_reads_as_itself_in_any_block(block, text):
    document = read(block.format("old"))
    number = next(n for n, own in enumerate(texts(document)) if "old" in own)
    new = [text if n == number else own for n, own in enumerate(texts(document))]
    again = read(Markdown().write(document, new))
    new[number] = " ".join(text.split())
    assert texts(again) == new


@given(st.lists(st.one_of(SIGNS, st.sampled_from(["<em1>", "</em1>", "<a2>", "</a2>", "<br3/>", "word"]))).map("".join))
def test_no_letter_is_lost_whatever_becomes_of_the_tags(text):
    document = read("An *old* [text](u)\\\nhere.\n")
    text = f"a{text}b"
    again = read(Markdown().write(document, [text]))
    (segment,) = document.segments
    said = "".join(part for part in segment.parts_of(text) if isinstance(part, str))
    got = "".join(part for part in again.segments[0].parts if isinstance(part, str))
    assert "".join(got.split()) == "".join(said.split())
    assert {tag.original for tag in again.segments[0].tags} <= {tag.original for tag in segment.tags}


PIECES = st.one_of(
    st.sampled_from("*_[]()<>#+-|`~!^&\\ \t\n\u2028\x85\ufeff"),
    st.sampled_from(
        ["\n\n", "\r\n", "word", "> ", "- ", "1. ", "    ", "---\n", "+++\n", "a: b\n", "```", "<p>", "</p>"]
    ),
    st.sampled_from(["[^a]", "[^a]: ", "[a]: b\n", ": ", "|-|", "![", "](u)", "&amp;"]),
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_whatever_can_be_read_is_written_back_byte_for_byte(text):
    try:
        document = read(text)
    except DocumentError:
        return
    assert Markdown().write(document, texts(document)) == text.encode()
    assert all(segment.raw is None or segment.raw in text for segment in document.segments)


@given(st.binary())
def test_bytes_of_any_kind_are_an_article_or_refused(data):
    try:
        document = read(data)
    except DocumentError as error:
        assert error.path == "articles/story.md"  # noqa: PT017 - a refusal is one of two right answers
    else:
        assert Markdown().write(document, texts(document)) == data


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ("A *word* here.", "Siin on <em1>sõna</em1>.", "Siin on *sõna*."),
        ("A *word* here.", "Siin <em1> sõna </em1>on.", "Siin *sõna* on."),
        ("A *word* here.", "s<em1>„õ“</em1>na", "s„õ“na"),
        ("A _word_ here.", "s<em1>õ</em1>na", "sõna"),
        ("[A](u) b", "Hei!<a1>A</a1>", "Hei\\![A](u)"),
        ("It costs 5 EUR.", "5 * 3_4 a_b [x] <b> & &amp; ~ #1", "5 \\* 3_4 a_b \\[x\\] \\<b> & \\&amp; ~ #1"),
        ("a `code\nspan` b", "uus <code1/> rida", "uus `code\nspan` rida"),
        ("**a <i> b**\\\nc", "uus <strong1>b</strong1><br3/> c", "uus **b**\\\nc"),
        ("Text", "1. mai", "1\\. mai"),
        ("Text", "2026. aastal", "2026\\. aastal"),
        ("Text", "- no", "\\- no"),
        ("# Text #", "C# ja #", "# C\\# ja \\# #"),
        ("> a\n> b", "uus", "> uus"),
        ("- a  \n  b", "uus<br1/>rida", "- uus  \n  rida"),
        ("title | b\n-|-", "a|b\\", "a\\|b&#92; | b\n-|-"),
    ],
)
def test_a_text_gets_the_backslashes_that_it_needs(before, new, after):
    document = read(f"{before}\n")
    written = Markdown().write(document, [new, *texts(document)[1:]]).decode()
    assert written == f"{after}\n"


def test_an_article_without_front_matter_says_nothing_about_itself():
    document = read("# Frost\n")
    assert Markdown().write(document, ["Frost"], Imprint("et", "ltr", Making.MACHINE)) == b"# Frost\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\r\ntitle: A\r\n---\r\nb", '---\r\ntitle: A\r\ndigitalSourceType: "URI"\r\n---\r\nb'),
        ("---\nlang: 'en'\ndir: ltr\n---\nb", "---\nlang: 'ar-EG'\ndir: rtl\ndigitalSourceType: \"URI\"\n---\nb"),
        ("---\nlocale: en_US\n---\nb", '---\nlocale: ar_EG\ndigitalSourceType: "URI"\n---\nb'),
        ("---\ndigitalSourceType: x\na: b\n---\nb", '---\ndigitalSourceType: "URI"\na: b\n---\nb'),
        (
            "+++\nlang = 'en'\n[a]\nlang = 'x'\n+++\nb",
            "+++\nlang = 'ar-EG'\ndigitalSourceType = \"URI\"\n[a]\nlang = 'x'\n+++\nb",
        ),
        ("---\n---\nb", '---\ndigitalSourceType: "URI"\n---\nb'),
        ("---\na: [\n---\nb", "---\na: [\n---\nb"),
        ('{"lang": "en"}\nb', '{"lang": "ar-EG",\n  "digitalSourceType": "URI"}\nb'),
        ('{\r\n  "a": 1\r\n}\r\nb', '{\r\n  "a": 1,\r\n  "digitalSourceType": "URI"\r\n}\r\nb'),
    ],
)
def test_front_matter_tells_the_language_and_how_the_article_came_about(before, after):
    document = read(before)
    written = Markdown().write(document, texts(document), Imprint("ar-EG", "rtl", Making.MACHINE)).decode()
    uri = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    assert written == after.replace("URI", uri)


@pytest.mark.parametrize(
    ("field", "new", "written"),
    [
        ("title: A plain one", "Praam sõidab", "title: Praam sõidab"),
        ("title: A plain one", "Praam: sõidab", 'title: "Praam: sõidab"'),
        ("title: 'It''s'", "Praam 'sõidab'", "title: 'Praam ''sõidab'''"),
        ('title: "A"', 'Praam "sõidab" \\o/', 'title: "Praam \\"sõidab\\" \\\\o/"'),
        ("title: |\n  A\n  b", "Praam", 'title: "Praam"'),
        ("title: yes it is", "yes", 'title: "yes"'),
    ],
)
def test_a_field_keeps_its_quotation_marks(field, new, written):
    document = read(f"---\n{field}\n---\n")
    assert Markdown().write(document, [new]).decode() == f"---\n{written}\n---\n"
    assert texts(read(f"---\n{written}\n---\n")) == [new]


def test_what_is_odd_about_a_file_is_noted():
    assert read("---\na: b: c\n---\nFrost").notes == (
        "has front matter that cannot be read in line 2; it stays as it is",
    )
    assert read("Frost\n\n> <p\n> >Cold</p>\n").notes == (
        "has text in line 3 that cannot be told from its markup; it stays as it is",
    )
    for deep in ("> " * 60, "- " * 30):
        assert read(f"Frost\n\n{deep}a\n").notes == (
            "has text in line 3 that cannot be told from its markup; it stays as it is",
        )
    assert len(read("Frost\n\n" + "> " * 59 + "a\n\n" + "- " * 29 + "b").segments) == 3


HOSTILE = {
    "brackets": "[a]" * 1_900 + "\n\n" + "![" * 1_900,
    "quotations": ">" * 100_000 + " a\n\nb",
    "lists": "- " * 25_000 + "a\n\nb",
    "steps": "".join("  " * n + "- a\n" for n in range(900)),
    "stress": "*a **b " * 4_000,
    "backticks": "".join("`" * n + " " for n in range(190)),
    "comments": "a <!--" * 2_000,
    "aliases": "---\na: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(9_000)) + "---\nx",
    "braces": "---\n" + "{" * 100_000 + "\n---\nx",
    "definitions": "[a]: b\n" * 29_000 + "\nx",
    "div": "<div>\n\n" * 14_000 + "x",
    "cells": "|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n" + ("|b" * 2_000 + "|\n"),
    "json": '{"a":' * 50_000,
}


@pytest.mark.timeout(PATIENCE)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_read_or_refused(name):
    try:
        read(HOSTILE[name])
    except DocumentError as error:
        assert error.path  # noqa: PT017 - a refusal is one of two right answers


@needs_news
@pytest.mark.parametrize("column", [2, 3, 4], ids=["et", "ru", "es"])
def test_a_translation_by_a_person_arrives_whole_and_in_order(column):
    for article, translation in zip(articles(NEWS), articles(NEWS, column), strict=True):
        bare = [re.sub(r"([\\`*_<\[\]~])", r"\\\1", paragraph) for paragraph in article]
        document = read("\n\n".join(["# " + bare[0], *bare[1:]]))
        assert texts(document) == article
        assert texts(read(Markdown().write(document, translation))) == translation


def test_tags_in_a_text_are_text():
    (segment,) = read(r"Use \<a1> in *HTML*.").segments
    assert [str(tag) for tag in segment.tags] == ["<em2>", "</em2>"]
    assert TAG.findall(segment.text)[0][1] == "a1"
    assert segment.kind is Kind.PARAGRAPH
    assert re.fullmatch("Use <a1> in <em2>HTML</em2>.", segment.text)


GENERATED = """---
title: Ferry
---

{{< youtube dQw4w9WgXcQ >}}

The [ferry]({{< ref "ferry.md" >}}) sails {{% param "when" %}}, says **{{ page.author | escape }}**.

{{< figure src="a.jpg" alt="A ferry" caption="The ferry in the harbour" >}}

{{% notice note %}}
It is *cold*.
{{% /notice %}}

{% include share.html %}

{% highlight sh %}
cold --very

colder
{% endhighlight %}

## Ice {#ice}

Frost
{: .lead }

:::note
It sails.
:::

$$
x = y
$$

<div class="{{ page.class }}">In {{ site.name }} it is cold.</div>

- > It
  > <p>is <b>cold</b>
  > there</p>
"""


def test_what_the_generator_of_a_site_puts_something_in_the_place_of_is_no_text():
    document = read(GENERATED)
    assert [f"{segment.kind}: {segment.text}" for segment in document.segments] == [
        "headline: Ferry",
        "paragraph: The <a1>ferry</a1> sails <param2/>, says <strong3><x4/></strong3>.",
        "image description: A ferry",
        "caption: The ferry in the harbour",
        "paragraph: It is <em1>cold</em1>.",
        "subheading: Ice",
        "paragraph: Frost",
        "paragraph: It sails.",
        "paragraph: In <g1/> it is cold.",
        "paragraph: It",
        "paragraph: is <b1>cold</b1> there",
    ]
    assert [tag.original for tag in document.segments[1].tags] == [
        *("[", ']({{< ref "ferry.md" >}})', '{{% param "when" %}}'),
        *("**", "{{ page.author | escape }}", "**"),
    ]


def test_it_stays_as_it_is_where_a_translation_has_it():
    document = read(GENERATED)
    written = Markdown().write(document, [f"Jää “x” on {segment.text}" for segment in document.segments]).decode()
    assert 'Jää “x” on The [ferry]({{< ref "ferry.md" >}}) sails {{% param "when" %}}, says' in written
    assert (
        '{{< figure src="a.jpg" alt="Jää “x” on A ferry" caption="Jää “x” on The ferry in the harbour" >}}' in written
    )
    assert "## Jää “x” on Ice {#ice}\n" in written
    assert '<div class="{{ page.class }}">Jää “x” on In {{ site.name }} it is cold.</div>' in written
    assert [segment.text for segment in read(written).segments] == [
        f"Jää “x” on {segment.text}" for segment in document.segments
    ]


@pytest.mark.parametrize(
    ("wrote", "said"),
    [
        ("Frost `{{` and `}}` cold", "Frost <code1/> and <code2/> cold"),
        ("Frost {{ and\n\nit }} cold", "Frost {{ and"),
        ("Frost {yes} {% cold", "Frost {yes} {% cold"),
        ("Frost \U000f0000\U000f0001 {{ cold }} x", "Frost \U000f0000\U000f0001 {{ cold }} x"),
        ("Costs $$ or more", "Costs $$ or more"),
        ("import Tabs from '../tabs'\n\n<Tabs items={['a', 'b']}>\n\nIt is cold.\n\n</Tabs>", "It is cold."),
        ("import duties fall, says a man from 'Riga'", "import duties fall, says a man from 'Riga'"),
        ("{% highlight %} never ends", "never ends"),
        ("a | b\n--|--\n{{ x | y }} it | c", "a"),
    ],
)
def test_what_is_none_is_text(wrote, said):
    assert read(wrote).segments[0].text == said


CODES = ["{" * 1_000_000, "{{< x " * 9_000, "{%highlight%}" * 4_000, "{{<x\n" * 9_000, "$$x\n" * 9_000, "{%-" * 9_000]


@pytest.mark.timeout(PATIENCE)
@pytest.mark.parametrize("hostile", CODES)
def test_codes_without_an_end_do_not_take_for_ever(hostile):
    with contextlib.suppress(DocumentError):
        read(f"Frost\n\n{hostile}")
