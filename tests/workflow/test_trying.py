"""What a try names is what a full draft and a check change, no more and no less; applying it does that, once."""

import csv
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.workflow import changes
from tests.workflow.project import GLOSSARY, told
from translate.cli.project import CLOCK
from translate.core.results.trial import Effect
from translate.engines.identity import IdentityEngine
from translate.errors import EngineError, GlossaryError
from translate.settings import Apply, Applying
from translate.workflow.candidates import Candidate
from translate.workflow.draft import draft
from translate.workflow.steps import silently
from translate.workflow.trying import Orders, attempt

LONG = "NEWSDESK_LONG" in os.environ
TIMES = 300 if LONG else 15
NOW = datetime(2026, 11, 30, 2, 15, tzinfo=UTC)


def a_try(project, candidate=None, **orders):
    return attempt(
        project.settings,
        candidate or Candidate("glossaries"),
        Orders(**orders),
        now=NOW,
        clock=CLOCK,
        announce=silently,
    )


def redraft(project):
    return draft(project.settings, now=NOW, clock=CLOCK)


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory):
    """Drafts of four articles in two languages, with tags, a list of shows, and what people made of some."""
    project = changes.newsroom(tmp_path_factory.mktemp("desk") / "desk", changes.chance(1))
    return project, (changes.entries(project), changes.findings(project))


def sees_exactly(project, before, files, where):
    """Try other glossaries, and do the same by hand: whatever differs between the two is a fault."""
    candidate = Candidate("new", {name: changes.written(rows) for name, rows in files.items()})
    found = a_try(project, candidate)
    assert found.troubles == tuple(a_try(project, candidate, counts_only=True).troubles)
    full = changes.copied(project, where / "full")
    changes.put(full, files)
    redraft(full)
    after = changes.entries(full), changes.findings(full)
    assert {(one.path, one.key): (one.before, one.after) for one in found.affected} == changes.differing(before, after)
    return found, candidate, after[0]


@pytest.mark.parametrize("number", range(TIMES))
def test_a_try_names_what_a_full_draft_and_a_check_change_and_applying_does_that_once(newsroom, tmp_path, number):
    project, before = newsroom
    files = changes.changed(changes.FILES, changes.chance(number))
    found, candidate, wanted = sees_exactly(project, before, files, tmp_path)
    applied = changes.copied(project, tmp_path / "applied")
    done = a_try(applied, candidate, apply=True).affected
    assert [replace(one, line=0) for one in done] == [replace(one, line=0) for one in found.affected]
    assert changes.entries(applied) == wanted
    done = applied.files()
    again = a_try(applied, candidate, apply=True)
    assert (again.affected, sum(map(len, again.rows.values())), again.concerned) == ((), 0, ())
    redraft(applied)
    assert applied.files() == done


def test_the_changes_that_are_tried_are_of_all_kinds(newsroom):
    """Or the promise above would say little."""
    effects = set()
    for number in range(60):
        files = changes.changed(changes.FILES, changes.chance(number))
        candidate = Candidate("new", {name: changes.written(rows) for name, rows in files.items()})
        effects |= {(one.effect, one.stage.value) for one in a_try(newsroom[0], candidate).affected}
    assert {effect for effect, _ in effects} == {*Effect}
    assert effects >= {
        (Effect.DRAFTED, "draft"),
        (Effect.DRAFTED, "settled"),
        (Effect.FLAGGED, "approved"),
        (Effect.FLAGGED, "in review"),
    }


def test_a_try_writes_nothing(newsroom):
    project, _ = newsroom
    before = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    a_try(project, Candidate("new", {"et.csv": b"source,target\nferry,laev\n"}))
    assert {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()} == before


NEWS = Path(__file__).parents[3] / "shared" / "eval" / "news" / "news.tsv"


@pytest.fixture(scope="module")
def news(tmp_path_factory, sample_packages):
    """Real articles, drafted by a real network."""
    if not LONG or not NEWS.exists():
        pytest.skip("takes minutes, and wants the evaluation set of news")
    articles = {}
    with NEWS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            articles.setdefault(f"{row['document']}.txt", []).append(row["en"])
    few = dict(sorted(articles.items())[:10])
    settings = {"locales": ("et",), "engine": "argos"}
    texts = {name: "\n\n".join(lines) + "\n" for name, lines in few.items()}
    project = changes.newsroom(tmp_path_factory.mktemp("news") / "desk", changes.chance(2), texts, ROWS, **settings)
    return project, (changes.entries(project), changes.findings(project))


ROWS = {
    "et.csv": [{"source": "police", "target": "politsei"}, {"source": "president", "target": "president"}],
    "all.csv": [{"source": "Trump", "target": "Trump", "action": "inflect"}],
}
WORDS = ("police", "said", "the president", "year", "Trump", "government", "house", "US", "England", "people", "women")


@pytest.mark.parametrize("number", range(TIMES if LONG else 1))
def test_so_it_is_with_real_news_and_a_real_network(news, tmp_path, number):
    files = changes.changed(ROWS, changes.chance(number), WORDS)
    sees_exactly(*news, files, tmp_path)


def drafted(project):
    for _ in range(2):
        redraft(project)
    return project


def test_without_a_candidate_the_files_are_held_against_what_drafts_were_made_with(project):
    drafted(project)
    assert a_try(project).concerned == ()
    project.write("glossaries/et.csv", "source,target\nferry,laev\n")
    headline, sentence = a_try(project).affected
    assert (headline.msgctxt, headline.after) == ("headline", "Laev opens")
    assert (sentence.effect, sentence.before, sentence.after, sentence.terms) == (
        Effect.DRAFTED, "The praam sailed.", "The laev sailed.", ("ferry",)
    )  # fmt: skip


def test_nothing_can_be_said_of_drafts_whose_glossary_nobody_knows(project):
    found = a_try(project)
    assert told(found.troubles) == [
        "nobody knows the glossary that the drafts in et were made with; “newsdesk draft” keeps it from now on"
    ]
    assert (found.concerned, found.exit_code) == ((), 4)


def test_an_article_that_was_changed_or_is_new_waits_for_the_next_draft(project):
    drafted(project)
    project.write("articles/ferry.txt", "Ferry opens\n\nThe ferry sailed.\nThe mate was late.\n")
    project.write("articles/new.txt", "New ferry\n\nThe ferry is new.\n")
    project.write("glossaries/et.csv", "source,target\nferry,laev\n")
    a_try(project, apply=True)
    po = project.read("locales/et/LC_MESSAGES/ferry.po")
    assert ("The laev sailed." in po, "The captain was late." in po, "mate" in po) == (True, True, False)
    assert not (project.root / "locales/et/LC_MESSAGES/new.po").exists()
    redraft(project)
    assert "The mate was late." in project.read("locales/et/LC_MESSAGES/ferry.po")


def test_an_engine_is_asked_for_nothing_that_waits(project, monkeypatch):
    drafted(project)
    project.write("articles/ferry.txt", "Ferry opens\n\nThe ferry sailed.\nThe mate was late.\n")
    project.write("glossaries/et.csv", "source,target\nferry,laev\n")
    asked, makes = [], IdentityEngine.translate

    def listening(self, sentences, *args, **kwargs):
        asked.extend(one.text for one in sentences)
        return makes(self, sentences, *args, **kwargs)

    monkeypatch.setattr(IdentityEngine, "translate", listening)
    a_try(project)
    assert "The mate was late." not in asked
    assert len(asked) == 2


def test_what_an_article_had_that_is_gone_is_looked_over_and_stays(project):
    drafted(project)
    (project.root / "articles/ferry.txt").unlink()
    project.write("articles/other.txt", "Other\n\nText.\n")
    before = project.read("locales/et/LC_MESSAGES/ferry.po")
    project.write("glossaries/et.csv", "source,target\nferry,laev\n")
    a_try(project, apply=True)
    assert project.read("locales/et/LC_MESSAGES/ferry.po") == before


def test_where_an_engine_fails_the_change_is_not_taken_for_applied(project, monkeypatch):
    drafted(project)

    def broken(*_, **__):
        raise EngineError("is broken")

    project.write("glossaries/et.csv", "source,target\nferry,laev\n")
    with monkeypatch.context() as patch:
        patch.setattr(IdentityEngine, "translate", broken)
        found = a_try(project, apply=True)
    assert (len(found.troubles), "The praam sailed." in project.read("locales/et/LC_MESSAGES/ferry.po")) == (1, True)
    a_try(project, apply=True)
    assert "The laev sailed." in project.read("locales/et/LC_MESSAGES/ferry.po")
    assert a_try(project).concerned == ()


@pytest.mark.parametrize("candidate", [None, Candidate("new", {"et.csv": b"source,target\nferry,laev\n"})])
def test_a_glossary_that_is_saved_meanwhile_is_not_taken_for_applied(project, monkeypatch, candidate):
    drafted(project)
    project.write("glossaries/et.csv", "source,target\nferry,laev\n" if candidate is None else GLOSSARY)
    makes = IdentityEngine.translate

    def saved(*args, **kwargs):
        project.write("glossaries/et.csv", "source,target\nferry,lodi\n")
        return makes(*args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(IdentityEngine, "translate", saved)
        found = a_try(project, candidate, apply=True)
    assert [one.after for one in found.affected] == ["Laev opens", "The laev sailed."]
    assert [one.after for one in a_try(project).affected] == ["Lodi opens", "The lodi sailed."]


def test_lines_are_those_of_the_file_as_it_is_then(project):
    drafted(project)
    project.write("glossaries/et.csv", "source,target\nferry,laev\ncaptain,kapten\n")
    for apply in (False, True):
        found = a_try(project, apply=apply).affected
        lines = project.read("locales/et/LC_MESSAGES/ferry.po").splitlines()
        assert [lines[one.line - 1] for one in found] == [f'msgid "{one.msgid}"' for one in found]


def test_by_hand_nights_hold_to_what_was_applied_and_say_what_waits(project):
    project.settings = replace(project.settings, glossary=Applying(Apply.BY_HAND))
    drafted(project)
    project.write("glossaries/et.csv", "source,target\nferry,laev\n")
    project.write("articles/new.txt", "Ferry again\n\nThe ferry is new.\n")
    summary = redraft(project)
    assert "The praam is new." in project.read("locales/et/LC_MESSAGES/new.po")
    (note,) = summary.notes
    assert note.startswith("glossaries/et.csv: has changes that are not applied in et; “newsdesk glossary try” shows")
    a_try(project, apply=True)
    assert "The laev is new." in project.read("locales/et/LC_MESSAGES/new.po")
    assert redraft(project).notes == ()


def test_a_candidate_takes_the_place_of_the_file_unless_that_has_changes_of_its_own(project):
    drafted(project)
    candidate = Candidate("new", {"et.csv": b"source,target\nferry,laev\n"})
    project.write("glossaries/et.csv", "source,target\nferry,praam\ncaptain,kapten\n")
    with pytest.raises(GlossaryError, match="changes that were never applied"):
        a_try(project, candidate, apply=True)
    assert "captain" in project.read("glossaries/et.csv")
    project.write("glossaries/et.csv", "source,target\nferry,praam\n")
    a_try(project, candidate, apply=True)
    assert project.read("glossaries/et.csv") == "source,target\nferry,laev\n"
