"""``newsdesk export``: only what a person has approved leaves the house, in the shape that its source has."""

import gettext
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import polib
import pytest
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import test_news_formats as news
from tests.cli.conftest import ARTICLE
from tests.patience import SHARED_FIXTURE
from tests.samples import ARTICLES
from translate import plugins
from translate.catalogs.writing import render
from translate.core.entries.catalog import Catalog, Header
from translate.core.entries.template import template
from translate.documents.slugs import slug_of
from translate.errors import DocumentError
from translate.settings import Settings
from translate.workflow.export import export

PO = "locales/et/LC_MESSAGES/ferry.po"
OUT = "exports/et/articles/ferry.txt"
TRANSLATED = {
    "Ferry line opens with a 'quiet' celebration": "Praam läks teele „vaikse“ peoga",
    'The first ferry sailed on Monday, "Esimene stuudio" reported.': "Esimene praam väljus, teatas „Esimene stuudio“.",
    '"We are ready," said captain Mari Maasikas. "The harbor is not."': "„Oleme valmis,“ ütles kapten. „Sadam mitte.“",
    "Follow us and never miss an update!": "Jälgi meid!",
    "Editor: Jaan Jõgi": "Toimetaja: Jaan Jõgi",
}
IN_ESTONIAN = """\
Praam läks teele „vaikse“ peoga

Esimene praam väljus, teatas „Esimene stuudio“.
„Oleme valmis,“ ütles kapten. „Sadam mitte.“
--
Jälgi meid!
Toimetaja: Jaan Jõgi
"""
HEADER = Header((("Language", "et"), ("Content-Type", "text/plain; charset=UTF-8")))


def catalog_of(
    data: bytes, path: str, translation: Callable[[str], str] = str, name: str = "txt", comments: tuple[str, ...] = ()
) -> bytes:
    """The PO file of an article whose every text a person has approved; as it is, unless a translation is given."""
    entries = template(plugins.load_format(name).read(data, path))
    return render(Catalog(HEADER, tuple(replace(e, msgstr=translation(e.msgid), comments=comments) for e in entries)))


@pytest.fixture
def reviewed(newsroom):
    """The newsroom, with everything approved."""
    newsroom.write(PO, catalog_of(ARTICLE.encode(), "articles/ferry.txt", TRANSLATED.__getitem__))
    return newsroom


def edit(newsroom, old, new, place=PO):
    text = newsroom.read(place)
    assert old in text
    newsroom.write(place, text.replace(old, new))


def line_of(newsroom, start):
    lines = newsroom.read(PO).splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(f'msgid "{start}'))


def test_an_approved_article_is_written_in_the_shape_of_its_source(reviewed):
    ran = reviewed.run("export")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{OUT}: new\n1 article written.\n"
    assert reviewed.read(OUT) == IN_ESTONIAN


def test_a_second_run_writes_nothing(reviewed):
    reviewed.run("export", "--mo")
    before = {path: path.stat().st_mtime_ns for path in reviewed.root.rglob("*") if path.is_file()}
    ran = reviewed.run("export", "--mo")
    assert ran.out == "0 articles written, 1 article unchanged, 1 .mo file compiled.\n"
    assert before == {path: path.stat().st_mtime_ns for path in reviewed.root.rglob("*") if path.is_file()}


def test_a_better_translation_replaces_the_exported_article(reviewed):
    reviewed.run("export")
    edit(reviewed, "Jälgi meid!", "Jälgi meid ikka!")
    assert reviewed.run("export").out.startswith(f"{OUT}: updated\n")
    assert reviewed.read(OUT) == IN_ESTONIAN.replace("meid!", "meid ikka!")


# --- the gate ------------------------------------------------------------------------------------------------------


def test_drafts_stop_the_article_and_each_is_listed(newsroom):
    newsroom.run("draft")
    ran = newsroom.run("export")
    assert ran.code == 1
    *listed, closing = ran.out.splitlines()
    assert [line.partition(": ")[2] for line in listed] == ["a draft that nobody has reviewed"] * 5
    assert listed[0].startswith(f"{PO}:{line_of(newsroom, 'Ferry line')}: ")
    assert closing == "0 articles written, 1 article not ready (--allow-drafts writes them with marks)."
    assert not (newsroom.root / "exports").exists()


GATE = {
    "not translated": ('msgstr "Jälgi meid!"', 'msgstr ""', "Follow"),
    "still in review (fuzzy)": ('msgid "Follow', '#, fuzzy\nmsgid "Follow', "Follow"),
    "“Esimene stuudio” is not rendered as the glossary asks; it stays “Esimene stuudio”": (
        "teatas „Esimene stuudio“",
        "teatas saade",
        "The first",
    ),
    "a line ends within the text; make it one line": ('msgstr "Jälgi meid!"', r'msgstr "Jälgi\nmeid!"', "Follow"),
}


@pytest.mark.parametrize("reason", GATE)
def test_a_text_that_is_not_ready_stops_its_article_alone(reason, reviewed):
    train = b"Train\n\nIt was long.\n"
    reviewed.write("articles/train.txt", train)
    reviewed.write("locales/et/LC_MESSAGES/train.po", catalog_of(train, "articles/train.txt"))
    old, new, start = GATE[reason]
    edit(reviewed, old, new)
    ran = reviewed.run("export")
    assert ran.code == 1
    assert [line for line in ran.out.splitlines() if line.startswith(PO)] == [
        f"{PO}:{line_of(reviewed, start)}: {reason}"
    ]
    assert not (reviewed.root / OUT).exists()
    assert (reviewed.root / "exports/et/articles/train.txt").read_bytes() == train


def test_what_is_only_doubtful_stops_nothing(reviewed):
    edit(reviewed, "Jälgi meid!", "Jälgi meid! ")
    assert reviewed.run("export").code == 0


def test_todays_glossary_decides_not_the_flag_of_the_last_draft(reviewed):
    edit(reviewed, 'msgid "Follow', '#. Glossary: ferry = praam [FLAG missing]\nmsgid "Follow')
    assert reviewed.run("export").code == 0


def test_a_source_that_a_person_left_as_it_is_is_its_translation(reviewed):
    edit(reviewed, 'msgstr "Jälgi meid!"', 'msgstr "Follow us and never miss an update!"')
    assert reviewed.run("export").code == 0
    assert "Follow us and never miss an update!" in reviewed.read(OUT)


def test_the_english_article_is_not_exported_as_the_estonian_one(newsroom):
    newsroom.write("glossaries/et.csv", "source,target\n")
    newsroom.write(PO, catalog_of(ARTICLE.encode(), "articles/ferry.txt"))
    ran = newsroom.run("export")
    assert (ran.code, "nothing but the source stands here" in ran.out) == (1, True)
    assert not (newsroom.root / OUT).exists()
    newsroom.write(PO, catalog_of(ARTICLE.encode(), "articles/ferry.txt", comments=("It stays as it is.",)))
    assert newsroom.run("export").code == 0


def test_an_article_that_changed_has_to_be_drafted_again(reviewed):
    reviewed.write("articles/ferry.txt", ARTICLE.replace("Follow us", "Do follow us"))
    ran = reviewed.run("export")
    assert ran.code == 1
    assert "articles/ferry.txt:6: the text is not in the catalog; run “newsdesk draft”" in ran.out


def test_a_text_that_came_back_has_to_be_drafted_again(reviewed):
    entry = 'msgid "Follow us and never miss an update!"\nmsgstr "Jälgi meid!"'
    edit(reviewed, entry, "#~ " + entry.replace("\n", "\n#~ "))
    ran = reviewed.run("export")
    assert (ran.code, ran.out.count("the text is not in the catalog")) == (1, 1)


def test_an_article_without_a_po_file_has_to_be_drafted(newsroom):
    ran = newsroom.run("export", "--allow-drafts")
    assert (ran.code, ran.out.splitlines()[0]) == (
        1,
        f"{PO}: there is no PO file of this article; run “newsdesk draft”",
    )


def test_drafts_that_are_allowed_out_are_marked(reviewed):
    edit(reviewed, 'msgid "Follow', '#, fuzzy\nmsgid "Follow')
    edit(reviewed, "teatas „Esimene stuudio“", "teatas saade")
    edit(reviewed, 'msgstr "Toimetaja: Jaan Jõgi"', 'msgstr ""')
    ran = reviewed.run("export", "--allow-drafts")
    assert (ran.code, ran.out) == (0, f"{OUT}: new, 3 texts marked\n1 article written.\n")
    assert reviewed.read(OUT) == (
        IN_ESTONIAN.replace("Jälgi", "[DRAFT] Jälgi")
        .replace("Esimene praam", "[CHECK] Esimene praam")
        .replace("„Esimene stuudio“", "saade")
        .replace("Toimetaja:", "[UNTRANSLATED] Editor:")
    )


# --- files ---------------------------------------------------------------------------------------------------------


def test_json_has_everything(reviewed):
    edit(reviewed, 'msgid "Follow', '#, fuzzy\nmsgid "Follow')
    ran = reviewed.run("export", "--json", "--mo")
    assert json.loads(ran.out) == {
        "exit_code": 1,
        "articles": [
            {
                "locale": "et",
                "article": "articles/ferry.txt",
                "path": OUT,
                "state": "stopped",
                "obstacles": [{"path": PO, "line": line_of(reviewed, "Follow"), "reason": "still in review (fuzzy)"}],
                "kept": 0,
                "making": None,
            }
        ],
        "compiled": ["locales/et/LC_MESSAGES/ferry.mo"],
        "outdated": [],
        "withdrawn": [],
        "is_remembered": True,
        "returned": [],
        "taken_out": [],
        "troubles": [],
    }


def test_only_what_is_approved_is_compiled(reviewed):
    edit(reviewed, 'msgid "Follow', '#, fuzzy\nmsgid "Follow')
    reviewed.run("export", "--mo")
    with (reviewed.root / PO).with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    headline = "Ferry line opens with a 'quiet' celebration"
    assert compiled.pgettext("headline", headline) == TRANSLATED[headline]
    assert compiled.gettext("Follow us and never miss an update!") == "Follow us and never miss an update!"


def test_the_user_chooses_articles_locales_and_folder(reviewed):
    reviewed.write("articles/train.txt", "Train\n")
    ran = reviewed.run("export", "articles/ferry.txt", "--locale", "et", "--output", "site/out")
    assert (ran.code, ran.out) == (0, "site/out/et/articles/ferry.txt: new\n1 article written.\n")
    assert reviewed.run("export", "--locale", "ru").code == 2


@pytest.mark.parametrize("locale", ["../..", "/etc", "et/../..", "", "ET"])
def test_a_locale_that_is_none_is_refused(reviewed, locale):
    before = reviewed.files()
    ran = reviewed.run("export", "--locale", locale)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert reviewed.files() == before


@pytest.mark.parametrize("folder", ["articles", "articles/out", "link"])
def test_translations_never_come_among_the_articles(reviewed, folder):
    (reviewed.root / "link").symlink_to(reviewed.root / "articles")
    ran = reviewed.run("export", "--output", folder)
    assert ran.code == 2
    assert f"{folder}: lies in “articles”" in ran.err


def test_no_link_leads_out_of_the_folder(reviewed):
    outside = reviewed.write("outside/ferry.txt", "mine")
    (reviewed.root / "exports/et").mkdir(parents=True)
    (reviewed.root / "exports/et/articles").symlink_to(outside.parent)
    ran = reviewed.run("export")
    assert (ran.code, outside.read_text()) == (2, "mine")
    assert "exports/et/articles: is a link that leads out of the folder of exports; put the folder itself" in ran.err


def test_what_cannot_be_written_is_told_and_the_others_are_written(reviewed):
    train = b"Train\n"
    reviewed.write("articles/train.txt", train)
    reviewed.write("locales/et/LC_MESSAGES/train.po", catalog_of(train, "articles/train.txt"))
    (reviewed.root / OUT).mkdir(parents=True)
    ran = reviewed.run("export")
    assert (ran.code, ran.err.count("\n")) == (4, 1)
    assert OUT in ran.err
    assert (reviewed.root / "exports/et/articles/train.txt").read_bytes() == train


def test_a_broken_po_file_or_glossary_is_told(reviewed):
    reviewed.write(PO, 'msgid "open\n')
    ran = reviewed.run("export")
    assert (ran.code, ran.out) == (2, "No article was exported.\n")
    assert f"{PO} line 1" in ran.err


def test_where_there_are_no_articles_there_is_nothing_to_export(newsroom):
    (newsroom.root / "articles/ferry.txt").unlink()
    assert newsroom.run("export").out == "There are no articles here to export.\n"


def test_what_an_earlier_run_left_is_told_and_does_not_mean_that_this_one_could_not_run(newsroom):
    (newsroom.root / "articles/ferry.txt").unlink()
    newsroom.write(f"glossaries/et.csv.rescued-{'0' * 16}", "a person's")
    ran = newsroom.run("export")
    assert (ran.code, ran.out) == (4, "There are no articles here to export.\n")
    assert "glossaries/et.csv.rescued-0000000000000000: somebody saved this" in ran.err
    told = json.loads(newsroom.run("export", "--json").out)
    assert [told["exit_code"], *(trouble["path"] for trouble in told["troubles"])] == [4, "glossaries"]


# --- the round trip ------------------------------------------------------------------------------------------------

_LINE = st.one_of(
    st.sampled_from(
        ["Frost brings soup back", "It is cold today.", "It is cold today.", "--", "* * *", "—", "Editor: A B"]
    ),
    st.sampled_from(["", "", " ", "\t", "\u200b", "\xa0"]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30),
    st.sampled_from([r"\n \" \\s", "<unk> &amp; аb ⁇", "https://example.org/x y@z.ee", "\u2028x", "x\x85y", "% s"]),
)  # fmt: skip
_PLAIN_TEXT = st.tuples(
    st.sampled_from(["", "\ufeff"]),
    st.lists(st.tuples(_LINE, st.sampled_from(["\n", "\n", "\r\n", "\r", ""])).map("".join), min_size=1, max_size=12),
).map(lambda drawn: (drawn[0] + "".join(drawn[1])).encode())

TEXTS = ["Frost brings soup back", "It is cold & wet today.", "So soup is back."]
IN_FORMATS = {
    "docx": ("a.docx", news.word("a", TEXTS)),
    "feed": ("a.rss", news.feed([("a", TEXTS)])),
    "html": ("a.html", news.html("a", TEXTS)),
    "markdown": ("a.md", news.markdown("a", TEXTS)),
    "newsml": ("a.xml", news.newsml("a", TEXTS)),
    "ninjs": ("a.json", news.ninjs1("a", TEXTS)),
    "txt": ("a.txt", "\n\n".join(TEXTS).encode()),
    "wordpress": ("a.wxr", news.wordpress([("a", TEXTS)])),
}
"""A file of each document format."""


def test_there_is_a_file_of_every_format():
    assert set(IN_FORMATS) == set(plugins.format_names())


@pytest.mark.parametrize("name", IN_FORMATS)
def test_an_article_of_every_format_is_drafted_approved_and_written_in_its_own(name, newsroom):
    file, data = IN_FORMATS[name]
    (newsroom.root / "articles" / file).write_bytes(data)
    (newsroom.root / "articles/ferry.txt").unlink()
    assert newsroom.run("draft", "--engine", "identity").code in {0, 1}
    for path in {*(newsroom.root / "locales/et/LC_MESSAGES").glob("*.po")} - {newsroom.root / PO}:
        catalog = polib.pofile(path)
        for entry in catalog:
            entry.msgstr, entry.flags = f"Õ: {entry.msgid}", []
        catalog.save()
    assert newsroom.run("export").code in {0, 1}
    written = (newsroom.root / "exports/et/articles" / file).read_bytes()
    (texts,) = news.read(written, file)
    assert texts == [f"Õ: {text}" for text in TEXTS]
    assert newsroom.run("export").out.endswith("1 article unchanged.\n")


@settings(max_examples=80, suppress_health_check=SHARED_FIXTURE)
@given(article=_PLAIN_TEXT)
def test_an_article_whose_translation_is_its_source_comes_back_byte_for_byte(article, tmp_path):
    assert_it_comes_back(tmp_path, "txt", "articles/story.txt", article)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_the_newsrooms_own_articles_come_back_byte_for_byte(article, tmp_path):
    (form, *_) = plugins.formats_for(article.suffix)
    assert assert_it_comes_back(tmp_path, form.name, f"articles/{article.name}", article.read_bytes())


def assert_it_comes_back(root, name, path, article):
    """Whether it could be read; if so, it has to come back."""
    try:
        po = catalog_of(article, path, name=name, comments=("It stays as it is.",))
    except DocumentError:
        return False
    catalog = root / "locales/et/LC_MESSAGES" / f"{slug_of(path)}.po"
    for place, content in ((root / path, article), (catalog, po)):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    (root / "glossaries").mkdir(exist_ok=True)
    done = export(Settings(root.resolve(), "example-news", "en", ("et",)), now=datetime.now(UTC))
    assert (done.troubles, done.stopped) == ((), ())
    assert (root / "exports/et" / path).read_bytes() == article
    return True


def test_while_a_run_is_at_work_nothing_is_exported(newsroom):
    (newsroom.root / ".newsdesk").mkdir(exist_ok=True)
    with FileLock(newsroom.root / ".newsdesk" / "lock"):
        ran = newsroom.run("export")
    assert (ran.code, "another run is at work" in ran.err) == (75, True)
    assert not (newsroom.root / "exports").exists()
