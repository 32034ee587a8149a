"""Real news goes into catalogs in every format, and the human translations come out whole, in order, in the same.

The articles and their translations are not ours to hand on: they lie beside the repository where they are had.
``NEWSDESK_LONG=1`` takes all of them into three languages, in place of four into one.
"""

import csv
import json
import os
from html import escape
from itertools import groupby
from pathlib import Path

import polib
import pytest

from tests import ready
from tests.documents.docx.samples import docx, p, run
from translate import plugins
from translate.core.article import Collection, Kind
from translate.core.text.tags import TAG

NEWS = Path(__file__).parents[2] / "shared" / "eval" / "news" / "news.tsv"
LONG = os.environ.get("NEWSDESK_LONG") == "1"
LANGUAGES = ("et", "ru", "es") if LONG else ("et",)

pytestmark = [
    pytest.mark.skipif(not NEWS.is_file(), reason="needs the news articles in ../shared/eval/news"),
    pytest.mark.timeout(1800),
]


def articles(language):
    """Each article's name, headline and paragraphs; of two that begin alike in English, as a byline, the first."""
    with NEWS.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    found = []
    for name, group in groupby(rows, key=lambda row: row["document"]):
        lines = list({" ".join(row["en"].split()): " ".join(row[language].split()) for row in group}.items())
        found.append((name.replace(".", "-"), [line[language != "en"] for line in lines]))
    return found if LONG else found[:4]


def paragraphs(texts):
    return "".join(f"<p>{escape(text, quote=False)}</p>\n" for text in texts)


def html(name, texts):
    head = f"<head><meta charset=utf-8></head><body><h1>{escape(texts[0], quote=False)}</h1>"
    return f"<!DOCTYPE html>\n<html lang=en>{head}\n{paragraphs(texts[1:])}</body></html>\n".encode()


def markdown(name, texts):
    def spelt(text):
        return "".join(f"\\{letter}" if letter in "\\`*_[]<>#+-!|~&$.^={}:" else letter for letter in text)

    title = json.dumps(texts[0], ensure_ascii=False)
    return f"---\ntitle: {title}\nlang: en\n---\n\n{''.join(spelt(text) + chr(10) * 2 for text in texts[1:])}".encode()


def ninjs1(name, texts):
    body = "".join(f"<p>{escape(text, quote=False)}</p>" for text in texts[1:])
    return json.dumps({"uri": name, "language": "en", "headline": texts[0], "body_xhtml": body}).encode()


def ninjs3(name, texts):
    body = {"role": "main", "contentType": "text/plain", "value": "\n".join(texts[1:])}
    return json.dumps({"uri": name, "language": "en", "headlines": [{"value": texts[0]}], "bodies": [body]}).encode()


def newsml(name, texts):
    meta = f'<contentMeta><language tag="en"/><headline>{escape(texts[0], quote=False)}</headline></contentMeta>'
    body = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{paragraphs(texts[1:])}</body></html>'
    inside = f"<itemMeta/>{meta}<contentSet><inlineXML>{body}</inlineXML></contentSet>"
    space = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
    return f'<newsItem {space} guid="{name}" xml:lang="en">{inside}</newsItem>'.encode()


def word(name, texts):
    title, *rest = [escape(text, quote=False) for text in texts]
    return docx(p(run(title), style="Pealkiri1"), *(p(run(text)) for text in rest))


SINGLE = {".html": html, ".md": markdown, ".1.json": ninjs1, ".3.json": ninjs3, ".nml.xml": newsml, ".docx": word}


def feed(every):
    items = "".join(
        f"<item><guid>{name}</guid><title>{escape(texts[0], quote=False)}</title>"
        f"<content:encoded><![CDATA[{paragraphs(texts[1:])}]]></content:encoded></item>\n"
        for name, texts in every
    )
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<rss version="2.0" {space}><channel><link>a</link><language>en</language>{items}</channel></rss>'.encode()


def wordpress(every):
    items = "".join(
        f"<item><title>{escape(texts[0], quote=False)}</title>"
        f"<content:encoded><![CDATA[{''.join(escape(text, quote=False) + chr(10) * 2 for text in texts[1:])}]]>"
        f"</content:encoded><wp:post_id>{number}</wp:post_id><wp:post_type>post</wp:post_type></item>\n"
        for number, (_, texts) in enumerate(every, start=1)
    )
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"'
    return f"<rss {spaces}><channel><language>en</language>{items}</channel></rss>".encode()


def newsdesk(root, *arguments):
    done = ready.run(arguments, cwd=root, env=os.environ)
    assert done.returncode in {0, 1}, done.stderr
    return done


def read(data, name):
    """All texts of a file, article by article."""
    form = next(one for one in plugins.formats_for(Path(name).suffix) if one.recognises(data))
    found = form.read(data, name)
    every = found.articles if isinstance(found, Collection) else (found,)
    return [[TAG.sub("", segment.text) for segment in one.segments if segment.kind is not Kind.LABEL] for one in every]


@pytest.fixture(scope="module")
def exported(tmp_path_factory, own_home):
    """The newsroom when people have translated all of it, and it was exported."""
    root = tmp_path_factory.mktemp("news")
    for folder in ("articles", "glossaries"):
        (root / folder).mkdir()
    locales = json.dumps(LANGUAGES)
    settings = f'[project]\nname = "News"\nsource = "en"\nlocales = {locales}\n[draft]\nengine = "identity"\n'
    (root / "newsdesk.toml").write_text(settings, "utf-8")
    english = articles("en")
    for name, texts in english:
        for ending, made in SINGLE.items():
            (root / f"articles/{name}{ending}").write_bytes(made(name, texts))
    (root / "articles/feed.rss").write_bytes(feed(english))
    (root / "articles/site.xml").write_bytes(wordpress(english))
    newsdesk(root, "draft")
    for language in LANGUAGES:
        said = {}
        for (_, own), (_, others) in zip(english, articles(language), strict=True):
            said |= zip(own, others, strict=True)
        for path in (root / f"locales/{language}/LC_MESSAGES").glob("*.po"):
            catalog = polib.pofile(path, wrapwidth=0)
            for entry in catalog:
                entry.msgstr = said[entry.msgid]
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
            catalog.save()
    newsdesk(root, "draft")
    # People may say what a check finds: they are asked for every text, and what has an error stays marked.
    done = ready.run(["export", "--allow-drafts"], cwd=root, env=os.environ)
    assert done.returncode in {0, 1}, done.stderr
    return root


def unmarked(texts):
    return [one.removeprefix("[CHECK] ") for one in texts]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", SINGLE)
def test_each_text_of_an_article_arrives_whole_and_in_order(exported, ending, language):
    for name, texts in articles(language):
        path = f"exports/{language}/articles/{name}{ending}"
        (found,) = read((exported / path).read_bytes(), path)
        assert unmarked(found) == texts, name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", ["feed.rss", "site.xml"])
def test_each_text_of_each_article_of_a_file_arrives_whole_and_in_order(exported, file, language):
    path = f"exports/{language}/articles/{file}"
    found = [unmarked(texts) for texts in read((exported / path).read_bytes(), path)]
    assert found == [texts for _, texts in articles(language)]


@pytest.mark.parametrize("ending", [".html", ".md", ".3.json", ".nml.xml"])
def test_it_says_that_a_person_has_reviewed_a_machines_translation(exported, ending):
    name, _ = articles("et")[0]
    data = (exported / f"exports/et/articles/{name}{ending}").read_text("utf-8")
    assert "compositeWithTrainedAlgorithmicMedia" in data or "[CHECK]" in data
