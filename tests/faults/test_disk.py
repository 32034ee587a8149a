"""Full disks, folders that may not be written to, and disks that go away: told in a sentence, and made good later."""

import contextlib
import errno
import os
import resource
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.world import Edit, Newsroom, Ran, Words, entries_of, mount, mounted
from tests.programs import needs
from tests.ready import LONG, obeying

pytestmark = [needs("msgfmt", "mount")]

ARTICLES = 6
FULL = os.strerror(errno.ENOSPC)
READ_ONLY = os.strerror(errno.EROFS)
DENIED = os.strerror(errno.EACCES)


def disk(folder: Path, size: str) -> contextlib.AbstractContextManager[None]:
    """An empty disk of its own in place of a folder."""
    return mount(folder, "-t", "tmpfs", "-o", f"size={size}", "newsdesk-test")


def assert_foreseen(ran: Ran, *codes: int) -> None:
    """A run that could not do all ends with a sentence for each trouble, and never with a bug."""
    assert ran.code in codes, (ran.code, ran.err, ran.out)
    assert "Traceback" not in ran.err
    assert ran.sentences


@dataclass
class Days:
    """One project on two days, each as it is before a run and as a run that nothing disturbs leaves it."""

    first: Newsroom
    first_done: dict[str, bytes]
    second: Newsroom
    """Drafted, then approved in part, and every article has grown."""
    second_done: dict[str, bytes]
    approved: Edit

    def is_kept(self, room: Newsroom) -> bool:
        """Whether what a translator wrote is still there, as it was written."""
        entry = entries_of(room.root / self.approved.path)[self.approved.key]
        told = (entry.msgstr, entry.fuzzy, self.approved.comment in entry.comments)
        return told == (self.approved.text, False, True)


@pytest.fixture(scope="module")
def days(tmp_path_factory):
    folder, words = tmp_path_factory.mktemp("days"), Words(3)
    first = Newsroom.open(folder / "first")
    first.terms("et", ["ferry"])
    first.fill(words, ARTICLES)
    second = first.copy(folder / "second")
    second.night()
    done = second.tree()
    key = next(iter(entries_of(second.po("a001"))))
    approved = Edit("locales/et/LC_MESSAGES/a001.po", key, "Inimese tõlge.", approved=True, comment="Nii on hea")
    approved.save(second.root, in_place=False)
    for name, lines in second.articles.items():
        second.publish(name, [*lines, words.sentence()])
    calm = second.copy(folder / "calm")
    calm.night()
    return Days(first, done, second, calm.tree(), approved)


# --- full ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", range(4, 100, 4) if LONG else [28])
@pytest.mark.parametrize("folder", ["locales", ".newsdesk", "reports", "."])
def test_a_full_disk_leaves_no_half_file_and_the_next_run_finishes(days, tmp_path, folder, size, counts):
    small = tmp_path / "room" if folder == "." else tmp_path / "room" / folder
    with contextlib.ExitStack() as stack:
        if folder == ".":
            stack.enter_context(disk(small, f"{size + 36}k"))
            room = days.first.copy(small / "room")
        else:
            room = days.first.copy(tmp_path / "room")
            stack.enter_context(disk(small, f"{size}k"))
        ran = room.run()
        if ran.code in {0, 1}:
            assert not ran.sentences
        else:
            assert_foreseen(ran, 2, 4)
            assert all(FULL in told or "full" in told for told in ran.sentences), ran.sentences
        assert room.broken() == []
        assert room.strays() == []
        assert mounted("-o", "remount,size=64m", small) is None
        room.night()
        assert room.tree() == days.first_done
        assert room.strays() == []
    counts(f"exit code {ran.code}, {len(ran.sentences)} sentences")


def test_on_a_disk_that_fills_up_an_approved_text_survives(days, tmp_path):
    room = days.second.copy(tmp_path / "room")
    (room.root / "locales").rename(tmp_path / "before")
    with disk(room.root / "locales", "1m"):
        shutil.copytree(tmp_path / "before", room.root / "locales", dirs_exist_ok=True)
        filling = room.root / "locales/filling"
        with contextlib.suppress(OSError), filling.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))
        assert_foreseen(room.run(), 2, 4)
        assert room.broken() == []
        assert days.is_kept(room)
        filling.unlink()
        room.night()
        assert days.is_kept(room)
        assert {p.suffix for p in (room.root / "locales").rglob("*") if p.is_file()} == {".po", ".pot"}


@pytest.mark.parametrize("limit", [0, 256, 512, 1024, 2048, 4096, 20_000, 40_000, 60_000] if LONG else [1024])
def test_where_files_may_not_grow_nothing_is_half_written(days, tmp_path, limit):
    room = days.first.copy(tmp_path / "room")
    ran = room.run(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    assert_foreseen(ran, 2, 4)
    assert room.broken() == []
    room.night()
    assert room.tree() == days.first_done
    assert room.strays() == []


# --- not allowed ---------------------------------------------------------------------------------------------------

REFUSED = {
    "locales/et/LC_MESSAGES": (0o555, 4, f"locales/et/LC_MESSAGES/a000.po: cannot be written: {DENIED}"),
    "locales/et/LC_MESSAGES/a001.po": (0, 4, f"locales/et/LC_MESSAGES/a001.po: cannot be read: {DENIED}"),
    "locales": (0o555, 4, f"locales/a000.pot: cannot be written: {DENIED}"),
    "locales/a001.pot": (0, 4, f"locales/a001.pot: cannot be read: {DENIED}"),
    ".newsdesk": (0o555, 4, ".newsdesk/memory.sqlite: cannot be used"),
    ".newsdesk/runs": (0o555, 4, f"cannot be written: {DENIED}"),
    ".newsdesk/lock": (0, 2, "cannot be written"),
    ".newsdesk/memory.sqlite": (0, 4, "memory.sqlite: cannot be"),
    "reports": (0o555, 4, f"reports/morning.html: cannot be written: {DENIED}"),
    "articles/a001.txt": (0, 4, f"articles/a001.txt: cannot be read: {DENIED}"),
    "articles": (0, 2, f"articles: cannot be read: {DENIED}"),
    "glossaries/et.csv": (0, 4, f"glossaries/et.csv: cannot be read: {DENIED}"),
    "glossaries": (0, 2, f"glossaries/et.csv: cannot be read: {DENIED}"),
    "newsdesk.toml": (0, 2, f"newsdesk.toml: cannot be read: {DENIED}"),
}

LIKE_OTHERS = {"locales/a001.pot", ".newsdesk/runs", ".newsdesk/memory.sqlite", "glossaries", "articles"}
"""Such as are told like another one of the list; the long run tries them, too."""


@pytest.mark.parametrize("refused", [name for name in REFUSED if LONG or name not in LIKE_OTHERS])
def test_what_may_not_be_used_is_told_and_the_rest_is_done(days, tmp_path, refused):
    mode, code, sentence = REFUSED[refused]
    room = days.second.copy(tmp_path / "room")
    before, permissions = room.tree(), (room.root / refused).stat().st_mode
    (room.root / refused).chmod(mode)
    ran = room.run(preexec_fn=obeying)
    (room.root / refused).chmod(permissions)
    assert_foreseen(ran, code)
    assert any(sentence in told for told in ran.sentences), ran.sentences
    assert room.broken() == []
    assert days.is_kept(room)
    after = room.tree()
    done = [name for name in after if after[name] == days.second_done[name] != before.get(name)]
    if code == 2 or refused == "articles":
        assert after == before
    else:
        assert len(done) >= ARTICLES, "the others were not done"
    room.night()
    assert room.tree() == days.second_done
    assert room.strays() == []


@pytest.mark.parametrize("folder", ["locales", ".newsdesk", "reports", "."])
def test_on_a_disk_that_is_mounted_read_only_nothing_is_lost(days, tmp_path, folder):
    room = days.second.copy(tmp_path / "room")
    place = room.root / folder
    with mount(place, "--bind", place):
        assert mounted("-o", "remount,ro,bind", place) is None
        ran = room.run()
    assert_foreseen(ran, *((2,) if folder in {".", ".newsdesk"} else (2, 4)))
    assert any(READ_ONLY in told for told in ran.sentences), ran.sentences
    assert days.is_kept(room)
    room.night()
    assert room.tree() == days.second_done
    assert room.strays() == []


# --- gone ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", ["articles", "locales"])
def test_a_disk_that_is_gone_stops_the_run_before_anything_is_written(tmp_path, folder):
    room = Newsroom.open(tmp_path / "room")
    room.fill(Words(3), 6, paragraphs=9)
    room.night()
    whole = room.tree()
    (room.root / folder).rename(tmp_path / "kept")
    (room.root / folder).mkdir()  # What a disk was mounted on.
    without = room.tree()
    for _ in range(2):
        ran = room.run()
        assert_foreseen(ran, 2, 4)
        assert any("would vanish" in told for told in ran.sentences), ran.sentences
        assert room.tree() == without
        (room.root / folder).rmdir() if (room.root / folder).exists() else None
    (tmp_path / "kept").rename(room.root / folder)
    room.night()
    assert room.tree() == whole


@pytest.mark.parametrize("folder", ["articles", "locales"])
def test_a_disk_that_goes_away_while_a_run_is_at_work_costs_nothing(tmp_path, folder, counts):
    room = Newsroom.open(tmp_path / "room")
    room.fill(Words(3), 40)
    calm = room.copy(tmp_path / "calm")
    kept, place = tmp_path / "kept", room.root / folder
    (room.root / folder).rename(kept) if place.exists() else kept.mkdir()
    with mount(place, "--bind", kept):
        run = room.start()
        run.reach("draft")
        subprocess.run(["umount", "-l", place], check=True)
        ran = run.end()
        assert "Traceback" not in ran.err
        assert ran.code in {0, 1, 2, 4}
        assert room.broken() == []
    with mount(place, "--bind", kept):
        room.night("--max-changes", "100%")
        calm.night()
        assert room.tree() == calm.tree()
        assert room.strays() == []
    counts(f"exit code {ran.code}, {len(ran.sentences)} sentences")
