"""PO files are seen as the next run will understand them, and nothing of it is kept."""

from datetime import timedelta

import pytest

from tests.workflow.project import NOW, told
from translate.catalogs.loading import load
from translate.cli.project import CLOCK
from translate.core.entries.stamp import is_unconfirmed
from translate.workflow import outlook as page
from translate.workflow.draft import draft
from translate.workflow.outlook import outlook
from translate.workflow.places import history_file

LATER = NOW + timedelta(days=1)
LONG_AFTER = NOW + timedelta(days=36_500)
"""The files of a test are not as new any more that they may change unseen."""
PO = "locales/et/LC_MESSAGES/{}.po"
NAMES = ("bridge", "harbor")
WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


@pytest.fixture
def drafted(project):
    """Two articles of eleven texts, drafted."""
    (project.root / "articles/ferry.txt").unlink()
    for name in NAMES:
        paragraphs = "\n".join(f"The {name} has {word} stones in its wall." for word in WORDS)
        project.write(f"articles/{name}.txt", f"{name.title()}\n\n{paragraphs}\n")
    draft(project.settings, now=NOW, clock=CLOCK)
    return project


def approve_all(project, *names):
    for name in names:
        project.write(PO.format(name), project.read(PO.format(name)).replace("#, fuzzy\n", ""))


def doubted(project, name):
    """How many drafts of an article are understood to have been approved in bulk, and what is wrong."""
    path = project.root / PO.format(name)
    with outlook(project.settings, now=LATER) as (seen, trouble):
        understood = seen.notice(PO.format(name), load(path, name, home=None).catalog).catalog
    return sum(map(is_unconfirmed, understood.entries)), told([trouble] if trouble else [])


def test_drafts_that_were_approved_in_bulk_since_the_last_look_are_nobodys_word(drafted):
    approve_all(drafted, *NAMES)
    assert [doubted(drafted, name) for name in NAMES] == [(11, []), (11, [])]


def test_all_drafts_of_one_article_are_a_translators_word(drafted):
    approve_all(drafted, "bridge")
    assert doubted(drafted, "bridge") == (0, [])


def test_nothing_of_it_is_kept(drafted):
    before = history_file(drafted.settings).read_bytes()
    approve_all(drafted, *NAMES)
    doubted(drafted, "bridge")
    assert history_file(drafted.settings).read_bytes() == before
    assert [path.name for path in history_file(drafted.settings).parent.iterdir() if path.name != ".gitignore"] == [
        "texts.sqlite"
    ]


def test_a_file_that_is_as_it_was_at_the_last_look_is_not_read(drafted, monkeypatch):
    draft(drafted.settings, now=LONG_AFTER, clock=CLOCK)
    read = []
    monkeypatch.setattr(page, "load", lambda path, shown, home: read.append(shown) or load(path, shown, home=home))
    approve_all(drafted, "harbor")
    with outlook(drafted.settings, now=LONG_AFTER):
        assert read == [PO.format("harbor")]


def test_a_file_that_cannot_be_read_hides_no_other(drafted):
    drafted.write("articles/anchor.txt", "Anchor\n")
    draft(drafted.settings, now=NOW, clock=CLOCK)
    approve_all(drafted, *NAMES)
    drafted.write(PO.format("anchor"), 'msgid "open\n')
    assert doubted(drafted, "bridge") == (11, [])


def test_without_a_history_files_say_themselves_what_they_are(drafted):
    history_file(drafted.settings).unlink()
    approve_all(drafted, *NAMES)
    assert doubted(drafted, "bridge") == (0, [])
    assert not history_file(drafted.settings).exists()


def test_a_history_that_cannot_be_used_is_told(drafted):
    history_file(drafted.settings).write_bytes(b"no database at all, as long as a header of one would be" * 20)
    approve_all(drafted, *NAMES)
    number, (trouble,) = doubted(drafted, "bridge")
    assert (number, "damaged" in trouble) == (0, True)
