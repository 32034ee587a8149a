"""Merging on files as editors leave them: read, merge, write, and what gettext's own msgmerge would have done."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.catalogs.strategies import HEADER
from tests.core.edits import edited_articles
from tests.patience import SHARED_FIXTURE
from tests.programs import needs
from translate.catalogs.reading import PoFile, read
from translate.catalogs.writing import render
from translate.core.entries.catalog import Catalog, Entry
from translate.core.entries.inputs import Inputs
from translate.core.entries.merging import inherit, merge, wants_draft
from translate.core.entries.noticing import notice
from translate.core.entries.stamp import Draft, Owner, owner
from translate.core.entries.template import template
from translate.documents.plaintext import PlainText

CASES = Path(__file__).parent / "cases/merging"
INPUTS = Inputs("00c0ffee")


def understood(file: PoFile) -> Catalog:
    """What a file says that nobody has looked at before."""
    return notice(None, file.catalog, at="2026-11-28T04:00:00Z").catalog


def drafted(old: PoFile | None, messages: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Merge as a run does, with an engine that writes ``Mustand:`` before the source."""
    noticed = understood(old) if old else None
    had = inherit(noticed, messages).entries
    drafts = {
        e.key: Draft(f"Mustand: {e.msgid}", "fake 1.0", INPUTS.told)
        for e in messages
        if wants_draft(had.get(e.key), INPUTS)
    }
    return merge(noticed, messages, drafts, {})


def merged(data: bytes, article: bytes) -> bytes:
    file = read(data, "before.po")
    entries = drafted(file, template(PlainText().read(article, "articles/wage.txt")))
    return render(Catalog(file.catalog.header, entries), file)


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_the_case_is_merged_as_expected_and_then_rests(case):
    article, expected = (case / "article.txt").read_bytes(), (case / "expected.po").read_bytes()
    assert merged((case / "before.po").read_bytes(), article).decode() == expected.decode()
    assert merged(expected, article) == expected


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_no_comment_and_no_persons_text_of_the_case_is_lost(case):
    before = understood(read((case / "before.po").read_bytes(), "")).entries
    after = read((case / "expected.po").read_bytes(), "").catalog.entries
    theirs = "\n".join(text for e in after if owner(e) is Owner.PERSON for text in (e.msgstr, *e.msgstr_plural))
    for entry in before:
        if owner(entry) is Owner.PERSON:
            assert all(text in theirs for text in (entry.msgstr, *entry.msgstr_plural))
        assert set(entry.comments) <= {line for e in after for line in e.comments}


EDITORS = ["lokalize", "msgmerge", "omegat", "poedit", "weblate"]


@pytest.mark.parametrize("editor", EDITORS)
def test_what_an_editor_saved_is_as_it_was_beside_the_new_drafts(editor):
    file = read((CASES.parent / f"po/{editor}.po").read_bytes(), f"{editor}.po")
    messages = tuple(Entry(e.msgid, msgctxt=e.msgctxt) for e in file.catalog.entries if not e.obsolete)
    entries = read(render(Catalog(file.catalog.header, drafted(file, messages)), file), "").catalog.entries
    for before, after in zip(file.catalog.entries, entries, strict=True):
        assert (after.key, after.comments, after.unknown) == (before.key, before.comments, before.unknown)
        if before.translated or before.msgid_plural is not None:
            assert replace(after, extracted=(), references=()) == replace(before, extracted=(), references=())
        else:
            assert owner(after) is Owner.MACHINE


@pytest.mark.parametrize("editor", EDITORS)
def test_what_an_editor_saved_of_an_article_that_is_empty_now_is_kept_as_obsolete(editor):
    file = read((CASES.parent / f"po/{editor}.po").read_bytes(), f"{editor}.po")
    entries = read(render(Catalog(file.catalog.header, drafted(file, ())), file), "").catalog.entries
    kept = {(e.key, e.msgstr, e.msgstr_plural, e.comments, e.fuzzy, e.previous_msgid) for e in entries if e.obsolete}
    assert kept == {
        (e.key, e.msgstr, e.msgstr_plural, e.comments, e.fuzzy, e.previous_msgid)
        for e in file.catalog.entries
        if e.translated
    }


ARTICLES = [article for article in edited_articles() if article.name.endswith("number")]


@st.composite
def touched_catalogs(draw):
    """An article's drafts, and a catalog of a part of it as people have left it."""
    article = draw(st.sampled_from(ARTICLES))
    messages = tuple(
        Entry(msgid, msgctxt=context, extracted=("Paragraph",), references=(f"a.txt:{at + 1}",))
        for at, (context, msgid) in enumerate(article.before)
    )
    drafts = drafted(None, messages)
    old = []
    for at, entry in enumerate(drafts):
        match draw(st.sampled_from(["new", "untouched", "approved", "translated", "half", "obsolete"])):
            case "untouched":
                old.append(entry)
            case "approved":
                old.append(replace(entry, flags=()))
            case "translated":
                old.append(replace(entry, msgstr=f"Tõlge {at}.", flags=(), comments=(f"AK {at}",)))
            case "half":
                old.append(replace(entry, msgstr=f"Katkend {at}."))
            case "obsolete":
                old.append(replace(entry, msgstr=f"Kunagi {at}.", flags=(), obsolete=True, references=()))
    return messages, drafts, tuple(sorted(old, key=lambda e: e.obsolete))


@needs("msgmerge")
@settings(max_examples=40, suppress_health_check=SHARED_FIXTURE)
@given(touched_catalogs())
def test_where_no_source_changed_msgmerge_makes_the_same_catalog(tmp_path, drawn):
    messages, drafts, old = drawn
    (tmp_path / "old.po").write_bytes(render(Catalog(HEADER, old)))
    (tmp_path / "drafts.po").write_bytes(render(Catalog(HEADER, drafts)))
    command = ["msgmerge", "-q", "-N", str(tmp_path / "old.po"), str(tmp_path / "drafts.po")]
    theirs = read(subprocess.run(command, check=True, capture_output=True).stdout, "").catalog.entries
    ours = drafted(read((tmp_path / "old.po").read_bytes(), ""), messages)

    def facts(entries):
        return [(e.key, e.msgstr, e.fuzzy, e.comments, e.obsolete) for e in entries]

    assert facts(ours) == facts(theirs)
