"""A project of an old version opens without a question, and nothing that people have in it changes."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Newsroom
from translate.catalogs.reading import read
from translate.core.entries.stamp import owner, stamp_of
from translate.core.results.summary import Counts, count, term_flags, term_ways
from translate.engines.apertium import ApertiumEngine

PROJECTS = sorted(path.parent for path in (Path(__file__).parent / "cases/projects").glob("*/*/newsdesk.toml"))
NIGHT = ("nightly",)
TOLD_BETTER = [
    # A person wrote “Lisapraamid”, and the last part of a compound is a term, too.
    (
        """
#. Paragraph 6 of “New tables in the harbor”
#. Glossary: ferry = praam [FLAG missing]
#. Source changed: removed “The winter""",
        """
#. Paragraph 6 of “New tables in the harbor”
#. Glossary: ferry = praamid [inflected, as is]
#. Source changed: removed “The winter""",
    ),
    # Of a person's text it is told how many mentions are missing, and what a row only warns of.
    (
        """
#. Glossary: ferry = praam [FLAG missing]
#. Glossary: NATO = põhja allianss [FLAG missing]
""",
        """
#. Glossary: ferry = praam [FLAG missing] ×2
#. Glossary: NATO = põhja allianss [FLAG missing]
#. Glossary: U.S. = USA [missing, only a warning]
""",
    ),
    # One text that stands as its own translation is left so by a person: a tool that fills leaves more.
    (
        """
#. Source changed: added “whole”; the translation is of the old text
#: articles/chart.txt:7
""",
        """
#. As in the source, and left so by a person
#: articles/chart.txt:7
""",
    ),
]
LATER = {"unconfirmed", "settled", "lacking_words", "unsure_tags"}
COUNTED = [name for name in Counts.__dataclass_fields__ if name not in LATER]
"""What was counted then."""
FORMS = ("gen=praami; part=praami", "part=praami; gen=praami")


@pytest.fixture(params=PROJECTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def project(request, tmp_path, monkeypatch, capsys, sample_packages):
    """A copy of the project, on a machine where its engines are as they were."""
    folder = tmp_path / "project"
    shutil.copytree(request.param, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "200")
    spanish = re.search(r"^#\. MT: (apertium [^,]+),", "\n".join(map(text_of, catalogs(folder))), re.MULTILINE)
    signature = spanish[1] if spanish else None
    # Each machine's Apertium has another signature, which is a good reason for new drafts.
    monkeypatch.setattr(ApertiumEngine, "signature", lambda _, *pair: signature if pair == ("en", "es") else None)
    return Newsroom(folder, capsys)


@pytest.fixture
def opened(project):
    """The project behind its first run, which tells anew of the terms in people's texts and does nothing else."""
    before = files(project)
    ran = project.run("draft")
    after = files(project)
    assert {name for name in before if as_told_today(before[name]) != as_told_today(after[name])} == set()
    assert before.keys() == after.keys()
    assert ("Nothing new" in ran.out) is (before == after)
    return project


def as_told_today(data):
    """What a PO file says, but when it was last written, with the lines that newsdesk has learnt to word better."""
    text = data.decode("utf-8")
    for old, new in TOLD_BETTER:
        text = text.replace(old, new)
    return re.sub('^"PO-Revision-Date: .*$', "", text, flags=re.MULTILINE)


def catalogs(folder):
    return sorted(folder.glob("locales/*/LC_MESSAGES/*.po"))


def text_of(path):
    return path.read_text("utf-8")


def files(room):
    """Every file but reports and what newsdesk remembers."""
    return {name: data for name, data in room.files().items() if not name.startswith("reports/")}


def written(room):
    """When the files that people have were last written, and which files they are."""
    return {name: (found := (room.root / name).stat()) and (found.st_mtime_ns, found.st_ino) for name in files(room)}


def told(room):
    """Whose each entry is, and what its lines say, as `expected.json` has it."""
    expected = {}
    for path in catalogs(room.root):
        catalog = read(path.read_bytes(), path.name).catalog
        counts = count(catalog)
        expected[path.relative_to(room.root).as_posix()] = {
            "owners": [[e.msgctxt, e.msgid, owner(e).value] for e in catalog.entries],
            "counts": {name: getattr(counts, name) for name in COUNTED},
            "ways": term_ways(catalog),
            "flags": [list(flag) for flag in term_flags(catalog)],
        }
    return expected


def test_the_projects_have_what_they_are_kept_for():
    assert len(PROJECTS) >= 2
    lines = "\n".join(text_of(path) for folder in PROJECTS for path in catalogs(folder))
    ways = {way for folder in PROJECTS for one in told_of(folder).values() for way in one["ways"]}
    assert ways >= {
        "as is", "redrafted", "repaired", "inserted", "drafted without a forbidden word", "missing", "forbidden",
    }  # fmt: skip
    for line in (
        "Source changed: ",
        "Approved for the old text [",
        "Memory: the same text",
        "Memory: 97% “",
        "Memory: 97% of the text in ",
        "MT: ",
    ):
        assert f"#. {line}" in lines
    for mark in ("#~ msgid", "#| msgid", "msgid_plural", "inflected, ", "other form, ", "joined from", " ≠ "):
        assert mark in lines


def told_of(folder):
    return json.loads((folder / "expected.json").read_text("utf-8"))


def test_every_entry_is_whose_it_was_and_its_lines_are_read(project):
    assert told(project) == told_of(project.root)


def test_nothing_changes_and_nothing_is_asked(opened):
    before, times = files(opened), written(opened)
    for command in (["draft"], NIGHT, NIGHT, ["status"], ["check"], ["draft", "--dry-run"]):
        ran = opened.run(*command)
        assert ran.code in {0, 1}, (command, ran.err)
        assert "newsdesk: " not in ran.err
        if command[0] in {"draft", "nightly"}:
            assert "Nothing new" in ran.out
    assert files(opened) == before
    assert written(opened) == times


def test_without_what_newsdesk_remembers_it_is_the_same(opened):
    before = files(opened)
    shutil.rmtree(opened.root / ".newsdesk")
    for command in (NIGHT, NIGHT):
        assert "Nothing new" in opened.run(*command).out
    assert files(opened) == before


def test_a_stamp_of_the_old_kind_is_compared_by_the_old_rule(opened):
    before = files(opened)
    rows = opened.read("glossaries/et.csv")
    # What the old rule did not see: labels that are told apart otherwise, and how a term is found.
    assert FORMS[0] in rows
    opened.write("glossaries/et.csv", rows.replace(*FORMS).replace(",what the newsroom says,", ",as we say,"))
    assert "Nothing new" in opened.run("draft").out
    opened.write("glossaries/et.csv", rows)
    assert files(opened) == before


def test_a_draft_gives_way_where_the_old_rule_saw_a_change_and_only_there(opened):
    name = "locales/et/LC_MESSAGES/train.po"
    before = {e.key: e for e in read((opened.root / name).read_bytes(), name).catalog.entries}
    rows = opened.read("glossaries/et.csv")
    opened.write("glossaries/et.csv", rows.replace("all=praamile", "all=praamile; ad=praamil"))
    opened.run("draft", "--locale", "et")
    after = {e.key: e for e in read((opened.root / name).read_bytes(), name).catalog.entries}
    changed = [key for key in before if after[key] != before[key]]
    assert [key[1][:20] for key in changed] == ["The captain of the f"] * 2
    assert all(stamp_of(after[key]).inputs != stamp_of(before[key]).inputs for key in changed)


def test_an_article_of_a_name_that_there_is_already_gets_catalogs_of_its_own(project):
    before = files(project)
    project.write("articles/another/train.txt", "No train at all\n\nThis is about the training of dogs.\n")
    project.run("draft")
    after = files(project)
    assert {name for name in after if name not in before} >= {"locales/et/LC_MESSAGES/another-train.po"}
    assert "train at all" not in project.read("locales/et/LC_MESSAGES/train.po")
    assert {name for name in before if as_told_today(before[name]) != as_told_today(after[name])} == set()


@pytest.mark.parametrize("gone", ["articles", "locales/et/LC_MESSAGES"])
def test_the_first_night_already_has_the_brake_on_what_vanished(project, gone):
    files_gone = sorted((project.root / gone).iterdir())
    kept = project.root / "articles/new.txt"
    for path in files_gone:
        path.unlink()
    kept.write_text("A new day\n\nThe sun rose.\n", "utf-8")
    before = files(project)
    ran = project.run("nightly", "--max-changes", "10")
    assert (ran.code, files(project)) == (2, before), ran.out
