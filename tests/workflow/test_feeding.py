"""The memory holds what people approved in the project's files, and follows every change of them."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.workflow.project import NOW, told
from translate.core.entries.comments import MemoryLine
from translate.core.entries.stamp import Draft, text_hash
from translate.memory.database import Memory
from translate.settings import Reviewing
from translate.workflow.feeding import PLACE, refresh
from translate.workflow.noticing import noticing

TMX = (
    '<tmx version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>tea</seg></tuv>'
    '<tuv xml:lang="{}"><seg>tee</seg></tuv></tu></body></tmx>'
)


@pytest.fixture
def remembered(project):
    """Refresh the memory a century later, when no file is fresh, and tell what is in it."""

    def told_now(settings=project.settings):
        now = NOW + timedelta(days=36_500)
        seen, _ = noticing(settings, now=now)
        with seen.history:
            fresh = refresh(settings, now=now, seen=seen)
            seen.history.commit()
        with fresh.memory:
            units = sorted((u.source, u.target, u.origin) for u in fresh.memory.units(settings.locales))
        return units, fresh.read, told(fresh.troubles)

    return told_now


def test_what_is_approved_is_remembered_and_a_draft_is_not(project, remembered):
    project.catalog("ferry", ("The ferry sailed.", "Praam väljus."))
    project.translated("train", ("The train left.", "Rong läks."), fuzzy=True)
    units = [("The ferry sailed.", "Praam väljus.", "locales/et/LC_MESSAGES/ferry.po")]
    assert remembered() == (units, 2, [])


def test_what_a_file_holds_that_follows_its_article_is_remembered_under_its_new_name(project):
    old = project.catalog("fery", ("The ferry sailed.", "Praam väljus."))
    seen, _ = noticing(project.settings, now=NOW)
    seen.moving[old] = old.with_name("ferry.po")
    with seen.history, refresh(project.settings, now=NOW, seen=seen).memory as memory:
        new = "locales/et/LC_MESSAGES/ferry.po"
        assert [(unit.source, unit.origin) for unit in memory.units(["et"])] == [("The ferry sailed.", new)]
        assert [*memory.origins()] == [new]
        # The history follows when the file does.
        assert [*seen.history.paths()] == ["locales/et/LC_MESSAGES/fery.po"]


def test_only_a_file_that_changed_is_read_again(project, remembered):
    project.catalog("ferry", ("The ferry sailed.", "Praam väljus."))
    project.translated("train", ("The train left.", "Rong läks."))
    assert remembered()[1:] == (2, [])
    assert remembered()[1:] == (0, [])
    project.translated("train", ("The train left.", "Rong lahkus."))
    units, read, _ = remembered()
    assert ([target for _, target, _ in units], read) == (["Praam väljus.", "Rong lahkus."], 1)


def emptied(path):
    Memory(path.with_name("empty.sqlite"), source="en", home=None).close()
    path.with_name("empty.sqlite").replace(path)


def of_an_older_day(path):
    path.with_name("older.sqlite").replace(path)


@pytest.mark.parametrize(
    ("harm", "read"),
    [(lambda path: path.unlink(), 2), (emptied, 2), (of_an_older_day, 1)],
    ids=["lost", "emptied", "older"],
)
def test_nothing_is_taken_for_known_that_the_memorys_own_file_does_not_hold(project, remembered, harm, read):
    """The state of what was fed stands beside it: another file brings what it says it knows, and that only."""
    project.catalog("ferry", ("The ferry sailed.", "Praam väljus."))
    remembered()
    memory = project.root / PLACE
    shutil.copyfile(memory, memory.with_name("older.sqlite"))
    project.translated("train", ("The train left.", "Rong läks."))
    before, _, _ = remembered()
    harm(memory)
    assert remembered() == (before, read, [])


def test_a_killed_run_has_not_fed_what_it_did_not_come_to(project, remembered, monkeypatch):
    project.catalog("ferry", ("The ferry sailed.", "Praam väljus."))
    project.translated("train", ("The train left.", "Rong läks."))

    def killed(_memory, files):
        next(iter(files))
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(Memory, "feed", killed)
        with pytest.raises(SystemExit):
            remembered()
    assert len(remembered()[0]) == 2


def test_a_file_that_was_saved_just_now_is_read_again_the_next_time(project):
    path = project.catalog("ferry", ("The ferry sailed.", "Praam väljus."))
    moment = NOW.fromtimestamp(path.stat().st_ctime, NOW.tzinfo)
    reads = []
    for _ in range(2):
        fresh = refresh(project.settings, now=moment)
        fresh.memory.close()
        reads.append(fresh.read)
    assert reads == [1, 1]


def test_what_somebody_saves_just_after_a_file_was_read_is_remembered_the_next_time(project, remembered):
    project.translated("ferry", ("The ferry sailed.", "Praam väljus."))
    later = NOW + timedelta(days=36_500)

    def saved(_path, _file):
        project.translated("ferry", ("The ferry sailed.", "Laev väljus."))

    refresh(project.settings, now=later, see=saved).memory.close()
    units, read, _ = remembered()
    assert ([target for _, target, _ in units], read) == (["Laev väljus."], 1)


def test_what_a_file_held_is_forgotten_with_it_and_its_article(project, remembered):
    path = project.translated("train", ("The train left.", "Rong läks."))
    assert len(remembered()[0]) == 1
    path.unlink()
    (project.root / "articles/train.txt").unlink()
    assert remembered() == ([], 0, [])


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"")])
def test_what_a_tool_dropped_is_remembered(project, remembered, harm):
    path = project.catalog("ferry", ("The ferry sailed.", "Praam väljus."))
    units, _, _ = remembered()
    harm(path)
    assert remembered()[0] == units == remembered()[0]


def test_what_a_person_deleted_is_remembered_no_more(project, remembered):
    project.catalog("ferry", ("The ferry sailed.", "Praam väljus."))
    assert len(remembered()[0]) == 1
    project.catalog("ferry", ("The ferry sailed.", ""))
    assert remembered() == ([], 1, [])


def test_what_was_taken_over_from_the_memory_feeds_it_no_more_until_a_person_edits_it(project, remembered):
    project.catalog("ferry", ("The ferry sailed.", "Praam väljus."))
    other = project.translated("other", ("The ferry sailed.", "Praam väljus."))
    line = MemoryLine(origin="locales/et/LC_MESSAGES/ferry.po", fill=text_hash("Praam väljus."))
    other.write_text(other.read_text("utf-8").replace('\nmsgid "The', f'\n#. {line}\nmsgid "The'), "utf-8")
    assert [origin for _, _, origin in remembered()[0]] == ["locales/et/LC_MESSAGES/ferry.po"]
    other.write_text(other.read_text("utf-8").replace("väljus.", "lahkus."), "utf-8")
    assert [target for _, target, _ in remembered()[0]] == ["Praam lahkus.", "Praam väljus."]


def test_a_po_file_without_an_article_feeds_nothing(project, remembered):
    project.catalog("nobody", ("The ferry sailed.", "Praam väljus."))
    project.catalog("ferry (conflicted copy)", ("The ferry sailed.", "Laev väljus."))
    assert remembered() == ([], 0, [])


def test_drafts_that_were_approved_in_bulk_feed_nothing(project, remembered):
    settings = replace(project.settings, review=Reviewing(bulk_entries=2))
    paths = [project.translated(name, (f"The {name} left.", "Läks.")) for name in ("train", "tram")]
    stamp = Draft("Läks.", "argos 1", "11111111").stamp
    for path in paths:
        head, _, entry = path.read_text("utf-8").partition('\nmsgid "The')
        path.write_text(f'{head}\n#. {stamp}\n#, fuzzy\nmsgid "The{entry}', "utf-8")
    assert remembered(settings)[0] == []
    for path in paths:
        path.write_text(path.read_text("utf-8").replace("#, fuzzy\n", ""), "utf-8")
    assert remembered(settings)[0] == []
    assert remembered(settings) == ([], 2, [])


def test_a_file_that_cannot_be_read_is_told_and_what_was_known_of_it_stays(project, remembered):
    path = project.catalog("ferry", ("The ferry sailed.", "Praam väljus."))
    before, _, _ = remembered()
    path.write_text('msgid "open\n', "utf-8")
    units, _, troubles = remembered()
    assert (units, len(troubles)) == (before, 1)


def test_imported_files_feed_it_too_and_a_broken_one_changes_nothing(project, remembered):
    path = project.write("memory/agency.tmx", TMX.format("et"))
    project.write("memory/notes.txt", "not for us")
    project.write("memory/.hidden.tmx", TMX.format("et"))
    units = [("tea", "tee", "memory/agency.tmx")]
    assert remembered() == (units, 1, [])
    path.write_text(TMX.format("et").removesuffix("</body></tmx>"), "utf-8")
    again, _, troubles = remembered()
    assert again == units
    assert troubles == ["is no TMX file that can be read: it ends too early; was all of it copied?"]


def test_a_link_among_the_imports_that_leads_nowhere_is_told(project, remembered):
    (project.root / "memory").mkdir()
    (project.root / "memory" / "a.tmx").symlink_to("nowhere")
    assert remembered()[2] == ["is no plain file, or a link that leads nowhere; remove it"]


def test_a_new_locale_is_looked_for_in_files_that_are_known(project, remembered):
    project.write("memory/agency.tmx", TMX.format("ru"))
    assert remembered()[0] == []
    assert remembered(replace(project.settings, locales=("et", "ru")))[0] == [("tea", "tee", "memory/agency.tmx")]


def test_a_damaged_memory_is_made_anew_from_the_files(project, remembered):
    project.catalog("ferry", ("The ferry sailed.", "Praam väljus."))
    before, _, _ = remembered()
    (project.root / PLACE).write_bytes(b"no database")
    assert remembered() == (before, 1, [])


def test_a_memory_found_damaged_while_it_is_fed_is_made_anew_once(project, monkeypatch):
    project.catalog("ferry", ("The ferry sailed.", "Praam väljus."))
    from translate.memory.database import DamagedError

    feed, fed = Memory.feed, []

    def once(self, files):
        fed.append(self)
        if len(fed) == 1:
            raise DamagedError("is damaged")
        feed(self, files)

    monkeypatch.setattr(Memory, "feed", once)
    fresh = refresh(project.settings, now=NOW)
    with fresh.memory:
        assert [u.target for u in fresh.memory.units(["et"])] == ["Praam väljus."]
    assert fed[0] is not fed[1]
