"""A night does all that the morning needs, stops before harm, and never stops for one bad file."""

import contextlib
import json
from datetime import UTC, datetime, timedelta

import pytest
from filelock import FileLock

from translate.cli.project import CLOCK
from translate.engines.identity import IdentityEngine
from translate.errors import EngineError
from translate.ledger.pages import FILE, Ledger
from translate.settings import load
from translate.workflow.draft import draft_all
from translate.workflow.opening import opened
from translate.workflow.terms import Glossaries

PO = "locales/et/LC_MESSAGES/ferry.po"
NOW = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
REPORTS = ["reports/morning.html", "reports/morning.json", "reports/morning.txt"]


def log_lines(ran):
    return [json.loads(line) for line in ran.err.splitlines()]


def article(number, paragraphs=10):
    body = "".join(f"Ferry {number} sailed {n} times last week.\n" for n in range(paragraphs))
    return f"News of ferry {number}\n\n{body}"


@pytest.fixture
def fleet(newsroom):
    """Twelve articles of eleven entries, drafted."""
    for number in range(12):
        newsroom.write(f"articles/fleet{number:02}.txt", article(number))
    assert newsroom.run("nightly").code == 0
    return newsroom


def test_a_night_drafts_and_writes_the_reports(newsroom):
    ran = newsroom.run("nightly")
    assert ran.code == 0
    assert PO in newsroom.files()
    assert [name for name in newsroom.files() if name.startswith("reports/")] == REPORTS
    assert newsroom.read("reports/morning.txt") == ran.out
    assert "ferry-news" in newsroom.read("reports/morning.html")
    told = json.loads(newsroom.read("reports/morning.json"))
    assert (told["record"]["exit_code"], told["summary"]["catalogs"][0]["path"]) == (0, PO)
    assert len(told["review"]["waiting"]) == told["review"]["waiting_in_all"] == 5


def test_json_prints_what_the_report_has(newsroom):
    told = json.loads(newsroom.run("nightly", "--json").out)
    assert told["record"]["number"] == 1
    assert told["review"] == json.loads(newsroom.read("reports/morning.json"))["review"]


def test_a_night_with_nothing_new_writes_no_po_file(newsroom):
    newsroom.run("nightly")
    before = {name: (newsroom.root / name).stat().st_mtime_ns for name in newsroom.files() if "locales" in name}
    ran = newsroom.run("nightly")
    assert (ran.code, "Nothing new" in ran.out) == (0, True)
    assert {name: (newsroom.root / name).stat().st_mtime_ns for name in before} == before


def test_a_dry_run_writes_nothing_at_all(newsroom):
    everything = sorted(newsroom.root.rglob("*"))
    ran = newsroom.run("nightly", "--dry-run")
    assert (ran.code, "dry run" in ran.out) == (0, True)
    assert sorted(newsroom.root.rglob("*")) == everything


def test_every_line_of_the_log_is_json_with_the_runs_id(newsroom):
    lines = log_lines(newsroom.run("nightly"))
    record = json.loads(newsroom.run("status", "--last-run", "--json").out)
    assert {line["run"] for line in lines} == {record["run_id"]}
    assert [line["phase"] for line in lines if "phase" in line] == ["survey", "draft", "review", "exports", "report"]
    assert [phase["name"] for phase in record["phases"]] == ["survey", "draft", "review", "exports", "report"]
    assert record["phases"][1]["counts"]["drafted"] == 5


@pytest.mark.parametrize(("text", "code"), [("Laev sõitis 2 korda.", 1), ("Praam sõitis 2 korda.", 0)])
def test_a_term_that_is_missing_is_told_by_the_exit_code_where_the_newsroom_wants_that(newsroom, text, code):
    newsroom.write("articles/ferry.txt", "The ferry\n\nThe ferry sailed 2 times.\n")
    newsroom.run("nightly")
    old = newsroom.read(PO)
    newsroom.write(PO, old.replace('msgstr "The praam sailed 2 times."', f'msgstr "{text}"'))
    assert newsroom.read(PO) != old
    assert newsroom.run("nightly").code == 0
    newsroom.write("newsdesk.toml", f"{newsroom.read('newsdesk.toml')}\n[nightly]\nflags_are_news = true\n")
    assert newsroom.run("nightly").code == code


# --- the brake


def test_a_broken_feed_is_stopped_before_anything_is_written(fleet):
    before = {name: data for name, data in fleet.files().items() if not name.startswith("reports/")}
    for number in range(5):
        before[f"articles/fleet{number:02}.txt"] = fleet.write(
            f"articles/fleet{number:02}.txt", f"Sign in\n\nPlease accept all cookies to read number {number}.\n"
        ).read_bytes()
    ran = fleet.run("nightly")
    assert ran.code == 2
    assert {name: data for name, data in fleet.files().items() if not name.startswith("reports/")} == before
    (trouble,) = [line["message"] for line in log_lines(ran) if line.get("event") == "trouble"]
    assert trouble == (
        "55 of 137 entries would vanish and 0 change, more than 30 %, as when a feed is broken; nothing was written;"
        " look at articles/fleet00.txt, articles/fleet01.txt, articles/fleet02.txt and 2 more, and if all is well run"
        " again with --max-changes 100%"
    )
    assert trouble in json.loads(fleet.read("reports/morning.json"))["record"]["troubles"][0]["message"]


@pytest.mark.parametrize(("limit", "code"), [("100%", 0), ("55", 0), ("54", 2), ("0", 2)])
def test_the_limit_is_the_newsrooms(fleet, limit, code):
    for number in range(5):
        fleet.write(f"articles/fleet{number:02}.txt", f"Sign in\n\nPlease accept all cookies, number {number}.\n")
    assert fleet.run("nightly", "--max-changes", limit).code == code


def test_an_ordinary_night_is_not_stopped(fleet):
    for number in range(12):
        fleet.write(f"articles/fleet{number:02}.txt", article(number).replace("sailed 3", "sailed away 3"))
    ran = fleet.run("nightly")
    assert (ran.code, "12 PO files updated" in ran.out) == (0, True)


def test_articles_that_vanish_count_once(fleet):
    for number in range(12):
        (fleet.root / f"articles/fleet{number:02}.txt").unlink()
    assert fleet.run("nightly").code == 2
    assert fleet.run("nightly").code == 2
    assert [fleet.run("nightly", "--max-changes", "100%").code, fleet.run("nightly").code] == [1, 1]
    assert fleet.run("nightly").code == 0
    assert "locales/et/LC_MESSAGES/fleet00.po" in fleet.files()


def test_a_disk_that_is_not_there_is_noticed(fleet):
    (fleet.root / "locales").rename(fleet.root / "elsewhere")
    assert fleet.run("nightly").code == 2
    assert not [name for name in fleet.files() if name.startswith("locales")]
    (fleet.root / "elsewhere").rename(fleet.root / "locales")
    assert fleet.run("nightly").code == 0


def test_one_short_article_may_change_as_it_likes(newsroom):
    newsroom.run("nightly")
    newsroom.write("articles/ferry.txt", "Quite another text\n\nOf two paragraphs.\n")
    assert newsroom.run("nightly").code == 0


@pytest.mark.parametrize("option", ["--max-changes", "--time-budget"])
def test_a_limit_that_is_none_is_told(newsroom, option):
    ran = newsroom.run("nightly", option, "soon")
    assert (ran.code, "“soon” is " in ran.err) == (2, True)


# --- time


@contextlib.contextmanager
def a_run(settings, now=NOW):
    with (
        Ledger(settings.root / FILE, home=None) as ledger,
        opened(settings, glossaries=Glossaries(settings), ledger=ledger, now=now, clock=CLOCK) as ready,
    ):
        yield ready


def test_what_there_was_no_time_for_is_done_by_the_next_run(newsroom):
    for number in range(6):
        newsroom.write(f"articles/fleet{number:02}.txt", article(number))
    settings = load(newsroom.root / "newsdesk.toml")
    asked = iter([False, False, True])
    with a_run(settings) as ready:
        summary = draft_all(ready, out_of_time=lambda: next(asked))
    assert (len(summary.catalogs), len(summary.unfinished), summary.exit_code) == (2, 5, 4)
    assert len([name for name in newsroom.files() if name.endswith(".po")]) == 2
    with a_run(settings, NOW + timedelta(hours=1)) as ready:
        summary = draft_all(ready)
    assert (len(summary.catalogs), summary.unfinished, summary.exit_code) == (7, (), 0)


def test_the_newest_articles_come_first(newsroom):
    import os

    for age, name in enumerate(["c", "a", "b"]):
        path = newsroom.write(f"articles/{name}.txt", article(name))
        os.utime(path, (1_700_000_000 - age, 1_700_000_000 - age))
    with a_run(load(newsroom.root / "newsdesk.toml")) as ready:
        assert [path.stem for path in ready.to_open] == ["ferry", "c", "a", "b"]


# --- one bad thing does not stop the others


def test_each_failure_is_one_line_and_the_others_are_done(newsroom):
    newsroom.write("articles/bad.txt", b"\xff\xfe\x00")
    newsroom.write("articles/torn.txt", article("torn"))
    newsroom.write("locales/et/LC_MESSAGES/torn.po", 'msgid "open\n')
    newsroom.write("glossaries/et.csv", newsroom.read("glossaries/et.csv") + "captain,,inflected\n")
    ran = newsroom.run("nightly")
    assert ran.code == 4
    assert PO in newsroom.files()
    troubles = [line for line in log_lines(ran) if line["event"] == "trouble"]
    assert sorted(line["path"] for line in troubles) == [
        "articles/bad.txt", "glossaries/et.csv", "locales/et/LC_MESSAGES/torn.po",
    ]  # fmt: skip
    told = json.loads(newsroom.read("reports/morning.json"))["record"]["troubles"]
    assert [trouble["message"] for trouble in told] == [line["message"] for line in troubles]


def test_a_bug_that_one_article_brings_to_light_costs_no_other(newsroom, monkeypatch):
    newsroom.write("articles/train.txt", "Train line opens\n\nIt is long.\n")
    translate = IdentityEngine.translate

    def broken(self, sentences, *arguments, **options):
        if any("ferry" in sentence.text for sentence in sentences):
            raise ZeroDivisionError("of a faulty engine")
        return translate(self, sentences, *arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(IdentityEngine, "translate", broken)
        ran = newsroom.run("nightly")
    assert ran.code == 3
    assert "locales/et/LC_MESSAGES/train.po" in newsroom.files()
    (trouble,) = [line for line in log_lines(ran) if line["event"] == "trouble"]
    assert trouble["message"] == (
        "articles/ferry.txt: newsdesk failed on it (ZeroDivisionError); this is a bug in newsdesk, please report it"
    )
    assert "of a faulty engine" in trouble["traceback"]
    assert newsroom.run("draft").code == 0
    assert PO in newsroom.files()


def test_an_engine_that_always_fails_is_given_up_and_tried_again_by_the_next_run(fleet, monkeypatch):
    calls = []

    def broken(self, sentences, *arguments, **options):
        calls.append(len(sentences))
        raise EngineError("the package is damaged")

    for number in range(12):
        fleet.write(f"articles/new{number:02}.txt", article(f"new {number}"))
    with monkeypatch.context() as patch:
        patch.setattr(IdentityEngine, "translate", broken)
        ran = fleet.run("nightly")
    # Once for all of them together, and then for each of three by itself.
    assert (ran.code, len(calls)) == (4, 1 + 3)
    assert [line["message"] for line in log_lines(ran) if line["event"] == "trouble"] == [
        "the package is damaged",
        "et: the engine failed on 3 articles in a row; the others are left untranslated, and the next run tries again",
    ]
    assert 'msgstr "News of ferry new 1"' not in fleet.read("locales/et/LC_MESSAGES/new01.po")
    ran = fleet.run("nightly")
    assert (ran.code, "132 entries drafted" in ran.out) == (0, True)


def test_what_a_translator_saves_while_the_engine_drafts_stays(newsroom, monkeypatch):
    newsroom.run("draft")
    newsroom.write("articles/ferry.txt", newsroom.read("articles/ferry.txt").replace("Monday", "Tuesday"))
    translate = IdentityEngine.translate

    def slow(self, *arguments, **options):
        text = newsroom.read(PO)
        newsroom.write(PO, text.replace('#, fuzzy\nmsgid "Follow', '# mine\nmsgid "Follow').replace(
            'msgstr "Follow us and never miss an update!"', 'msgstr "Jälgi meid!"'
        ))  # fmt: skip
        return translate(self, *arguments, **options)

    monkeypatch.setattr(IdentityEngine, "translate", slow)
    ran = newsroom.run("nightly")
    assert ran.code == 0
    text = newsroom.read(PO)
    assert "# mine" in text
    assert 'msgstr "Jälgi meid!"' in text
    assert "Tuesday" in text


# --- watching over it


def test_while_another_run_is_at_work_it_does_not_begin(newsroom):
    newsroom.run("nightly")
    with FileLock(newsroom.root / ".newsdesk/lock"):
        ran = newsroom.run("nightly")
        assert (ran.code, [line["event"] for line in log_lines(ran)]) == (75, ["failed"])
        assert json.loads(newsroom.run("status", "--last-run", "--json").out)["number"] == 1


def test_monitoring_learns_how_the_last_run_went(newsroom):
    ran = newsroom.run("status", "--last-run", "--json")
    assert (ran.code, json.loads(ran.out)) == (1, {"state": "none"})
    newsroom.run("nightly")
    ran = newsroom.run("status", "--last-run", "--json")
    assert (ran.code, json.loads(ran.out)["state"], json.loads(ran.out)["exit_code"]) == (0, "ended", 0)
    newsroom.write("articles/bad.txt", b"\xff\xfe\x00")
    newsroom.run("nightly")
    ran = newsroom.run("status", "--last-run")
    assert (ran.code, "articles/bad.txt" in ran.out) == (1, True)


def test_a_run_that_was_killed_is_told_from_one_that_is_at_work(newsroom):
    newsroom.run("nightly")
    path = newsroom.root / ".newsdesk/runs/000001.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "ended": None, "exit_code": None}))
    with FileLock(newsroom.root / ".newsdesk/lock"):
        assert json.loads(newsroom.run("status", "--last-run", "--json").out)["state"] == "running"
    ran = newsroom.run("status", "--last-run", "--json")
    assert (ran.code, json.loads(ran.out)["state"]) == (1, "killed")
    assert json.loads(newsroom.run("nightly", "--json").out)["record"]["number"] == 2


def test_prometheus_is_told_where_the_newsroom_wants_it(newsroom, tmp_path):
    newsroom.machine(f'[nightly]\nmetrics = "{tmp_path}/news.prom"\n')
    assert newsroom.run("nightly").code == 0
    assert "newsdesk_last_run_exit_code" in (tmp_path / "news.prom").read_text()


def test_what_a_project_may_not_set_is_told_in_the_mail_and_the_night_is_none_the_worse(newsroom, tmp_path):
    table = f'[nightly]\nmetrics = "{tmp_path}/news.prom"\n[engines.apertium]\nprogram = "{tmp_path}/evil"\n'
    newsroom.write("newsdesk.toml", newsroom.read("newsdesk.toml") + table)
    ran = newsroom.run("nightly")
    assert (ran.code, "newsdesk.toml line 12: move “engines.apertium.program” to" in ran.out) == (0, True)
    told = "in a project, which others may write to, it is not followed"
    assert newsroom.read("reports/morning.html").count(told) == 2
    assert sum(told in note for note in json.loads(newsroom.read("reports/morning.json"))["summary"]["notes"]) == 2
    assert not (tmp_path / "news.prom").exists()


def test_reports_that_cannot_be_written_are_told_and_the_night_is_done(newsroom):
    newsroom.write("reports", "a file where the folder should be")
    ran = newsroom.run("nightly")
    assert (ran.code, PO in newsroom.files()) == (4, True)
    assert len([line for line in log_lines(ran) if line["event"] == "trouble"]) == 3


def test_a_pipe_in_the_place_of_a_report_does_not_let_the_night_wait(newsroom):
    import os

    (newsroom.root / "reports").mkdir()
    os.mkfifo(newsroom.root / "reports/morning.html")
    ran = newsroom.run("nightly")
    assert (ran.code, PO in newsroom.files()) == (4, True)
    told = [line["message"] for line in log_lines(ran) if line["event"] == "trouble"]
    assert told == ["reports/morning.html: is in the way, and no plain file; remove it"]


def test_the_trend_has_the_runs_before(newsroom):
    for _ in range(3):
        newsroom.run("nightly")
    history = json.loads(newsroom.read("reports/morning.json"))["history"]
    assert [record["number"] for record in history] == [1, 2]


# --- review order


def test_the_worst_entries_come_first_with_their_reasons(newsroom):
    newsroom.run("draft")
    told = json.loads(newsroom.run("status", "--worst", "3", "--json").out)
    assert (len(told["waiting"]), told["waiting_in_all"]) == (3, 5)
    flagged = [bool(entry["flags"]) for entry in told["waiting"]]
    assert flagged == sorted(flagged, reverse=True)
    assert all(entry["risk"]["reasons"] for entry in told["waiting"])
    out = newsroom.run("status", "--worst", "3").out
    assert f"{told['waiting'][0]['path']}:{told['waiting'][0]['line']}: " in out
    assert told["waiting"][0]["risk"]["reasons"][0]["text"] in out


def test_the_last_run_and_the_worst_entries_are_two_questions(newsroom):
    assert newsroom.run("status", "--last-run", "--worst", "3").code == 2
