"""The sentences of several articles are translated together, and each article is drafted as if by itself."""

import threading
import time

import pytest

from tests.workflow.project import told
from tests.workflow.runs import a_run, fail_on
from translate.engines.identity import IdentityEngine
from translate.errors import EngineError
from translate.workflow import taking
from translate.workflow.draft import draft_all


@pytest.fixture
def several(project):
    for name in "abc":
        text = f"News of {name}\n\nThe ferry sailed. It was <{name}> late.\nSee https://err.ee/{name} today.\n"
        project.write(f"articles/{name}.txt", text)
    return project


def asked_of(monkeypatch):
    asked = []
    translate = IdentityEngine.translate

    def counting(self, sentences, *arguments, **options):
        asked.append([one.text for one in sentences])
        return translate(self, sentences, *arguments, **options)

    monkeypatch.setattr(IdentityEngine, "translate", counting)
    return asked


def drafted(project, **options):
    with a_run(project) as ready:
        return draft_all(ready, **options)


def test_an_engine_gets_the_sentences_of_all_articles_at_once_and_none_twice(several, monkeypatch):
    asked = asked_of(monkeypatch)
    drafted(several)
    with_terms, without = sorted(asked, key=lambda sentences: "The ferry sailed." not in sentences)
    assert len(asked) == 2
    together = with_terms + without
    assert len(together) == len({*together})
    assert together.count("The ferry sailed.") == 1


def test_the_files_are_those_of_articles_that_were_drafted_one_by_one(several, monkeypatch):
    drafted(several)
    together = {name: data for name, data in several.files().items() if name.startswith("locales")}
    for name in together:
        (several.root / name).unlink()
    monkeypatch.setattr(taking, "MOST", 1)
    drafted(several)
    alone = {name: several.files()[name] for name in together}
    assert {name: undated(data) for name, data in alone.items()} == {n: undated(d) for n, d in together.items()}


def undated(data):
    return [line for line in data.splitlines() if b"-Date: " not in line]


def test_an_article_that_the_engine_fails_on_costs_no_other(several, monkeypatch):
    fail_on(monkeypatch, "<b>")
    summary = drafted(several)
    assert told(summary.troubles) == ["planted"]
    assert {catalog.article: catalog.drafted > 0 for catalog in summary.catalogs} == {
        "articles/a.txt": True, "articles/b.txt": False, "articles/c.txt": True, "articles/ferry.txt": True,
    }  # fmt: skip


def test_what_was_translated_ahead_and_nothing_else_moves_the_bar_up_to_its_end(several):
    steps = []

    def announce(step, total):
        steps.append((step, total, heard := []))
        return heard.append

    drafted(several, announce=announce)
    ((_, total, heard),) = [one for one in steps if one[0] == "Drafting articles"]
    assert sum(heard) == total == 4
    assert all(more > 0 for more in heard)


def test_articles_are_read_and_written_while_an_engine_is_at_work_on_the_next(several, monkeypatch):
    """Only where the first is written before the engine answers for the second does this come to an end."""
    monkeypatch.setattr(taking, "MOST", 1)
    written = several.root / "locales/et/LC_MESSAGES"
    translate = IdentityEngine.translate
    seen = []

    def waiting(self, sentences, *arguments, **options):
        if any("News of" in one.text for one in sentences):
            expected = len(seen)
            while len([*written.glob("*.po")]) < expected:
                time.sleep(0.01)
            seen.append(expected)
        return translate(self, sentences, *arguments, **options)

    monkeypatch.setattr(IdentityEngine, "translate", waiting)
    (several.root / "articles/ferry.txt").unlink()
    drafted(several)
    assert seen == [0, 1, 2]


def test_an_engine_is_asked_by_one_at_a_time_even_where_it_fails(several, monkeypatch):
    monkeypatch.setattr(taking, "MOST", 1)
    translate = IdentityEngine.translate
    at_work = threading.Lock()

    def failing(self, sentences, *arguments, **options):
        assert at_work.acquire(blocking=False)
        try:
            time.sleep(0.02)
            if any("<b>" in one.text for one in sentences):
                raise EngineError("planted")
            return translate(self, sentences, *arguments, **options)
        finally:
            at_work.release()

    monkeypatch.setattr(IdentityEngine, "translate", failing)
    summary = drafted(several)
    assert told(summary.troubles) == ["planted"]
    assert sum(catalog.drafted > 0 for catalog in summary.catalogs) == 3
