"""What waits is found once, remembered while nothing changes, and told with what speaks against it."""

import time
from dataclasses import replace

import pytest

from tests.workflow.project import NOW, three_articles
from translate.cli.project import CLOCK
from translate.core.results.review import Mark, Stage
from translate.ledger.pages import FILE, Ledger
from translate.workflow import looking
from translate.workflow.draft import draft
from translate.workflow.review import review as look_through
from translate.workflow.terms import Glossaries

GLOSSARY = "source,target\nferry,praam\ncaptain,kapten\nstorm,torm\n"


def review(settings, *, most, remember=False):
    with Ledger(settings.root / FILE, keep=remember, home=None) as ledger:
        return look_through(
            settings, most=most, glossaries=Glossaries(settings, writes=remember), ledger=ledger, clock=CLOCK
        )


@pytest.fixture
def settings(tmp_path):
    """Three drafted articles; a translator has worked on the first."""
    settings = three_articles(tmp_path, GLOSSARY)
    draft(settings, now=NOW, clock=CLOCK)
    po = tmp_path / "locales/et/LC_MESSAGES/a0.po"
    text = po.read_text("utf-8").replace('#, fuzzy\nmsgid "The ferry', 'msgid "The ferry')
    po.write_text(text.replace('msgstr "The praam 0 sailed."', 'msgstr "Laev 0 sõitis."'), "utf-8")
    time.sleep(0.1)
    return settings


@pytest.fixture
def read(monkeypatch):
    """The PO files that are read from now on."""
    paths = []
    read_catalog = looking.read_catalog

    def noted(settings, path):
        paths.append(path.stem)
        return read_catalog(settings, path)

    monkeypatch.setattr(looking, "read_catalog", noted)
    return paths


def test_an_approved_text_without_its_term_waits_before_all(settings):
    first = review(settings, most=10).waiting[0]
    assert (first.article, first.stage, first.target.text) == ("a0", Stage.APPROVED, "Laev 0 sõitis.")
    assert first.findings
    (span,) = first.source.spans
    assert (first.source.text[span.start : span.end], span.mark) == ("ferry", Mark.MISSING)


def test_a_rendered_term_is_marked_in_both_texts(settings):
    waiting = review(settings, most=10).waiting
    (entry,) = [e for e in waiting if e.source.text == "The captain 1 was late."]
    told = [(side.text[s.start : s.end], s.mark) for side in (entry.source, entry.target) for s in side.spans]
    assert ("captain", Mark.TERM) in told
    assert ("kapten", Mark.TERM) in told


def test_of_many_only_the_first_are_named_and_all_are_counted(settings):
    everything = review(settings, most=100)
    few = review(settings, most=2)
    assert few.waiting_in_all == everything.waiting_in_all == len(everything.waiting) == 9
    flagged = [e for e in everything.waiting if e.flags]
    others = [e for e in everything.waiting if not e.flags]
    assert few.waiting == (*flagged[:2], *others[:2])


def test_the_second_look_finds_the_same_and_reads_only_what_it_names(settings, read):
    first = review(settings, most=1, remember=True)
    assert read == ["a0", "a1", "a2"]
    read.clear()
    assert (review(settings, most=1), read) == (first, [])


def test_only_a_file_that_changed_is_looked_at_again(settings, read):
    review(settings, most=1, remember=True)
    po = settings.root / "locales/et/LC_MESSAGES/a1.po"
    po.write_text(po.read_text("utf-8").replace("#, fuzzy\n", ""), "utf-8")
    time.sleep(0.1)
    read.clear()
    assert (review(settings, most=9), read) == (review(replace(settings), most=9), ["a1", "a1"])


def test_another_glossary_has_everything_looked_at(settings, read):
    review(settings, most=1, remember=True)
    (settings.root / "glossaries/et.csv").write_text(GLOSSARY + "late,hiljaks\n", "utf-8")
    read.clear()
    found = review(settings, most=1, remember=True)
    assert (read, found.glossaries[0].terms) == (["a0", "a1", "a2"], 4)


def test_a_look_that_shall_not_be_remembered_writes_nothing(settings):
    before = sorted(settings.root.rglob("*"))
    review(settings, most=1)
    assert sorted(settings.root.rglob("*")) == before


def test_a_file_that_is_gone_is_forgotten(settings):
    review(settings, most=1, remember=True)
    (settings.root / "locales/et/LC_MESSAGES/a1.po").unlink()
    assert [c.article for c in review(settings, most=1, remember=True).catalogs] == ["a0", "a2"]
    assert review(settings, most=9).waiting_in_all == 6


def test_a_file_that_cannot_be_read_stops_no_other(settings):
    (settings.root / "locales/et/LC_MESSAGES/a1.po").write_text('msgid "open\n', "utf-8")
    found = review(settings, most=9)
    assert [c.article for c in found.catalogs] == ["a0", "a2"]
    (trouble,) = found.troubles
    assert trouble.path == "locales/et/LC_MESSAGES/a1.po"


def test_a_name_that_is_no_utf_8_is_looked_at_all_the_same(settings):
    po = settings.root / "locales/et/LC_MESSAGES/a1.po"
    po.rename(po.with_name("a1\udcff.po"))
    # Which PO files are work nobody can tell while the articles are not there.
    (settings.root / "articles").rename(settings.root / "elsewhere")
    assert len(review(settings, most=9, remember=True).catalogs) == 3
    assert len(review(settings, most=9, remember=True).catalogs) == 3


def test_what_has_no_article_waits_for_nobody(settings):
    (settings.root / "articles/a1.txt").unlink()
    found = review(settings, most=9)
    assert ([c.article for c in found.catalogs], found.waiting_in_all) == (["a0", "a2"], 6)
