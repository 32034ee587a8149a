"""The fifty links in the news stand at words, keep whole in drafts, and are judged by what was read of them."""

import importlib
import re
import sys
from pathlib import Path

import pytest

from tests.programs import needs
from translate.core.offers import SourceSentence
from translate.core.placing.placed import Doubt, Effort
from translate.core.placing.placing import Unplaced, place
from translate.core.text import tags
from translate.engines.apertium import ApertiumEngine
from translate.workflow.answering import answer
from translate.workflow.placing import means_of

FOLDER = Path(__file__).parents[1] / "benchmarks/tags"
NEWS = FOLDER.parents[2] / "shared/eval/news/news.tsv"
LINKS = 50

with_news = pytest.mark.skipif(not NEWS.is_file(), reason="needs the news articles in ../shared/eval/news")


@pytest.fixture
def news(monkeypatch):
    """The script, which lies in no package and finds the others beside it."""
    names = {path.stem for path in FOLDER.glob("*.py")}
    before = {name: sys.modules.pop(name) for name in names & sys.modules.keys()}
    monkeypatch.syspath_prepend(FOLDER)
    yield importlib.import_module("news")
    for name in names:
        sys.modules.pop(name, None)
    sys.modules.update(before)


def is_within_word(text, at):
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


@with_news
def test_links_are_around_whole_words_of_their_sentences_in_every_language(news):
    links = news.read_links(NEWS)
    assert len({link.number for link in links}) == LINKS
    for link in links:
        for span in (link.source, *link.human.values()):
            before, words, behind = span.parts
            assert 0 <= span.start < span.end <= len(span.sentence)
            assert before + words + behind == span.sentence == span.sentence.strip()
            assert words == words.strip()
            assert not any(is_within_word(span.sentence, at) for at in (span.start, span.end))


@with_news
@needs("apertium")
def test_a_draft_of_the_news_has_each_link_once_and_around_words(news):
    engine = ApertiumEngine()
    if not engine.can_align("en", "es"):
        pytest.skip("no pair of Apertium's for es")
    links = news.read_links(NEWS)[:4]
    offers = engine.translate([SourceSentence(link.source.sentence) for link in links], "en", "es")
    drafts = [offer[0].text for offer in offers]
    asked = [Unplaced(link.tagged, draft) for link, draft in zip(links, drafts, strict=True)]
    placed = answer(place(asked, means_of(engine, "en", "es", Effort.QUICK)), engine, "en", "es")
    for link, draft, one in zip(links, drafts, placed, strict=True):
        assert tags.has_tags_of(one.text, link.tagged)
        told = tags.parted(one.text)
        start, end = (tag.at for tag in told.places)
        assert told.plain == draft
        assert draft[start:end].strip()
        assert not is_within_word(draft, start)
        assert not is_within_word(draft, end)


def test_every_link_has_a_verdict_in_both_languages_and_no_text_stands_beside_it(news):
    lines = (FOLDER / "verdicts.csv").read_text("utf-8").splitlines()
    assert lines[0] == "set,number,locale,fingerprint,verdict"
    assert all(re.fullmatch(r"news,\d+,(et|es),[0-9a-f]{8},(right|fair|wrong|none)", line) for line in lines[1:])
    numbers = {line.split(",")[1] for line in (FOLDER / "links.csv").read_text("utf-8").splitlines()[1:]}
    assert len(lines) == 1 + 2 * LINKS
    assert {*map(str, news.read_verdicts("et"))} == {*map(str, news.read_verdicts("es"))} == numbers


def test_a_verdict_counts_until_the_draft_or_the_place_of_its_link_changes(news):
    span = news.Span("The ferry sailed.", 4, 9)
    links = [news.Link(number, span, {}, {}) for number in (1, 2, 3)]
    drafts = [
        news.Draft("<a1>Praam</a1> väljus.", None),
        news.Draft("Praam <a1>väljus</a1>.", Doubt.NO_WORDS),
        news.Draft("Praam <a1>väljus.</a1>", Doubt.UNSURE),
    ]
    verdicts = {
        1: news.Judged(drafts[0].fingerprint, news.Verdict.RIGHT),
        2: news.Judged(drafts[1].fingerprint, news.Verdict.WRONG),
        3: news.Judged(drafts[1].fingerprint, news.Verdict.WRONG),
    }
    assert [line.split() for line in news.lines(links, drafts, verdicts)][1:] == [
        ["right", "1", "1", "0", "0", "0"],
        ["fair", "0", "0", "0", "0", "0"],
        ["wrong", "1", "0", "1", "0", "0"],
        ["none", "0", "0", "0", "0", "0"],
        ["stale", "1"],
    ]
