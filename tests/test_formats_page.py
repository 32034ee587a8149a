"""The page on formats tells what newsdesk makes of a file: each example on it is drafted, and is as it is shown."""

import json
import os
import re
from pathlib import Path

import polib
import pytest

from tests import ready
from tests.documents.docx.samples import docx, p, run
from translate import plugins

PAGE = (Path(__file__).parent.parent / "docs" / "formats.md").read_text("utf-8")
ENDINGS = {
    "text": ".txt",
    "html": ".html",
    "markdown": ".md",
    "json": ".json",
    "rss": ".rss",
    "wxr": ".wxr",
    "xml": ".xml",
}
EXAMPLES = [
    (language, example, shown)
    for language, example, shown in re.findall(r"```(\w+)\n((?:(?!```).)*)```\n\n```po\n(.*?)```", PAGE, re.DOTALL)
    if language in ENDINGS
]
REVIEWED = "compositeWithTrainedAlgorithmicMedia"


@pytest.fixture
def desk(tmp_path, own_home):
    for folder in ("articles", "glossaries"):
        (tmp_path / folder).mkdir()
    settings = '[project]\nname = "News"\nsource = "en"\nlocales = ["et"]\n[draft]\nengine = "identity"\n'
    (tmp_path / "newsdesk.toml").write_text(settings, "utf-8")
    return tmp_path


def newsdesk(desk, *arguments):
    done = ready.run(arguments, cwd=desk, env=os.environ)
    assert done.returncode in {0, 1}, done.stderr
    return done


def catalogs(desk):
    return [*(desk / "locales/et/LC_MESSAGES").glob("*.po")]


def entries(catalog):
    return {
        (entry.msgctxt, entry.msgid): [
            line for line in entry.comment.splitlines() if not line.startswith(("MT", "Tags:"))
        ]
        for entry in catalog
    }


def test_there_is_an_example_of_each_format():
    assert {language for language, _, _ in EXAMPLES} == set(ENDINGS)
    assert {ending for _, ending in re.findall(r"(`)(\.\w+)`", PAGE.partition("```")[0])} == set(
        plugins.formats_by_ending()
    )


@pytest.mark.parametrize(("language", "example", "shown"), EXAMPLES, ids=[example[0] for example in EXAMPLES])
def test_an_example_has_the_entries_that_are_shown(language, example, shown, desk):
    (desk / f"articles/ferry{ENDINGS[language]}").write_text(example, "utf-8")
    newsdesk(desk, "draft")
    there = {}
    for path in catalogs(desk):
        there |= entries(polib.pofile(path))
    whole = shown if "msgstr" in shown else re.sub(r'"\n(?=\n|\Z)', '"\nmsgstr ""\n', shown)
    wanted = entries(polib.pofile(whole))
    assert wanted
    assert {key: there.get(key) for key in wanted} == {key: lines or there.get(key) for key, lines in wanted.items()}


def test_the_translation_that_is_shown_comes_out_as_it_is_shown(desk):
    ((example, shown, written),) = re.findall(
        r"```markdown\n(.*?)```\n\n```po\n(.*?)```\n\n```markdown\n(.*?)```", PAGE, re.DOTALL
    )
    (desk / "articles/ferry.md").write_text(example, "utf-8")
    newsdesk(desk, "draft")
    (path,) = catalogs(desk)
    catalog, said = polib.pofile(path), {entry.msgid: entry.msgstr for entry in polib.pofile(shown)}
    for entry in catalog:
        entry.msgstr, entry.flags = said[entry.msgid], []
    catalog.save()
    told = json.loads(newsdesk(desk, "export", "--json").stdout)
    assert (desk / "exports/et/articles/ferry.md").read_text("utf-8") == written
    assert [article["making"] for article in told["articles"]] == ["reviewed"]


def test_a_word_document_has_the_tags_that_are_shown(desk):
    link = '<w:hyperlink r:id="l"><w:r><w:t>lines</w:t></w:r></w:hyperlink>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = p(run("Two "), run("ferry", "<w:b/>"), run(" "), link, run(" merge"), note, run("."))
    (desk / "articles/ferry.docx").write_bytes(docx(body))
    newsdesk(desk, "draft")
    (path,) = catalogs(desk)
    (shown,) = re.findall(r'^    msgid "(Two .*)"$', PAGE, re.MULTILINE)
    assert [entry.msgid for entry in polib.pofile(path)] == [shown]


def test_the_words_for_how_an_article_came_about_are_those_that_are_written():
    assert f"`{REVIEWED}` | `ai-assisted` | `reviewed`" in PAGE
