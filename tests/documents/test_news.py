"""Real news goes through ninjs and DOCX whole, and its human translations come out whole and in order."""

import csv
import html
import io
import json
import re
import zipfile
from collections import defaultdict
from pathlib import Path

import pytest
from lxml import etree

from tests.documents.docx.samples import W, docx, p, run
from translate.core.article import Imprint, Making
from translate.documents.docx import Docx
from translate.documents.ninjs import Ninjs

NEWS = Path(__file__).parents[3] / "shared" / "eval" / "news" / "news.tsv"
pytestmark = pytest.mark.skipif(not NEWS.is_file(), reason="needs the news articles in ../shared/eval/news")
LANGUAGES = ("et", "ru", "es")


@pytest.fixture(scope="module")
def articles():
    found = defaultdict(list)
    with NEWS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["document"]].append(
                {language: " ".join(row[language].split()) for language in ("en", *LANGUAGES)}
            )
    assert len(found) > 50
    return found


def marked(sentences):
    return "".join(f"<p>{html.escape(sentence, quote=False)}</p>\n" for sentence in sentences)


def first(sentences):
    bodies = {"body_text": "\n".join(sentences[1:]), "body_xhtml": marked(sentences[1:])}
    return json.dumps({"uri": "http://a.example/", "language": "en", "headline": sentences[0], **bodies})


def second(sentences):
    bodies = [
        {"contenttype": "text/plain", "value": "\r\n\r\n".join(sentences[1:])},
        {"contenttype": "text/html", "value": marked(sentences[1:])},
    ]
    item = {"uri": "http://a.example/", "language": "en", "headlines": [{"value": sentences[0]}], "bodies": bodies}
    return json.dumps(item, ensure_ascii=False, indent=2)


def third(sentences):
    bodies = [{"contentType": "application/xhtml+xml", "value": marked(sentences[1:])}]
    item = {"uri": "http://a.example/", "versionCreated": "2026", "headlines": [{"value": sentences[0]}]}
    return json.dumps({**item, "bodies": bodies}, ensure_ascii=False, separators=(",", ":"))


def told(item):
    """What an item of ninjs says, as whoever reads JSON sees it: its headline, and each body by itself."""
    headline = item.get("headline") or item["headlines"][0]["value"]
    bodies = [item[key] for key in item if key.startswith("body_")] or [body["value"] for body in item["bodies"]]
    for body in bodies:
        lines = re.findall("<p>(.*?)</p>", body) if body.startswith("<p>") else body.split("\n")
        texts = [html.unescape(line) if body.startswith("<p>") else line.strip() for line in lines]
        yield [headline, *filter(None, texts)]


@pytest.mark.parametrize("made", [first, second, third])
def test_an_item_of_ninjs_holds_the_translation_of_each_sentence_in_its_place(articles, made):
    for rows in articles.values():
        document = Ninjs().read(made([row["en"] for row in rows]).encode(), "articles/news.json")
        for language in LANGUAGES:
            texts = {row["en"]: row[language] for row in rows}
            new = [texts[segment.text] for segment in document.segments]
            item = json.loads(Ninjs().write(document, new, Imprint(language, "ltr", Making.HUMAN)))
            assert all(body == [texts[row["en"]] for row in rows] for body in told(item))
            assert item["language"] == language


def test_a_docx_holds_the_translation_of_each_sentence_in_its_place(articles):
    for rows in articles.values():
        escaped = [html.escape(row["en"], quote=False) for row in rows]
        paragraphs = [p(run(text), style="" if number else "Pealkiri1") for number, text in enumerate(escaped)]
        document = Docx().read(docx(*paragraphs), "articles/news.docx")
        assert [segment.text for segment in document.segments] == [row["en"] for row in rows]
        for language in LANGUAGES:
            new = [row[language] for row in rows]
            written = Docx().write(document, new, Imprint(language, "ltr", Making.HUMAN))
            with zipfile.ZipFile(io.BytesIO(written)) as archive:
                root = etree.fromstring(archive.read("word/document.xml"))
            found = ["".join(each.itertext(f"{{{W}}}t")) for each in root.iter(f"{{{W}}}p")]
            assert found == new
