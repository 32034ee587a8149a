"""A file on the disk is replaced as a whole, and never over somebody else's change."""

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.files.rivals import save, tidy
from tests.programs import REQUIRED
from translate.catalogs.loading import PO_FILE, load
from translate.errors import CatalogError, ChangedError, DocumentError, GlossaryError
from translate.files import exchange, saving, staging
from translate.files.kinds import Kind
from translate.files.saving import overwrite
from translate.termbases.folder import GLOSSARY

OLD = b'msgid "a"\nmsgstr "b"\n'
NEW = b'msgid "a"\nmsgstr "c"\n'


@pytest.fixture
def path(tmp_path):
    return tmp_path / "locales" / "et" / "a.po"


def test_what_was_saved_is_loaded_again(path):
    assert save(path, OLD, expected=None)
    po = load(path, "shown.po", home=None)
    assert po is not None
    assert (po.data, po.path) == (OLD, "shown.po")


def test_no_file_is_no_trouble(path):
    assert load(path, "a.po", home=None) is None


def test_a_change_made_meanwhile_is_not_written_over(path):
    save(path, OLD, expected=None)
    path.write_bytes(b"what a translator just saved")
    with pytest.raises(
        CatalogError, match=r"^a\.po: somebody changed the file meanwhile; nothing was written, run again$"
    ):
        save(path, NEW, expected=OLD, shown="a.po")
    assert path.read_bytes() == b"what a translator just saved"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_appeared_meanwhile_is_not_written_over(path):
    save(path, OLD, expected=None)
    with pytest.raises(CatalogError, match="somebody changed the file"):
        save(path, NEW, expected=None)
    assert path.read_bytes() == OLD


def test_a_file_that_was_removed_meanwhile_does_not_come_back(path):
    path.parent.mkdir(parents=True)
    with pytest.raises(ChangedError, match="somebody changed the file"):
        save(path, NEW, expected=OLD)
    assert list(path.parent.iterdir()) == []


def test_a_file_whose_folder_is_gone_is_no_change_of_somebodys(path, tmp_path):
    with pytest.raises(CatalogError, match=r"^a\.po: cannot be written: No such file or directory$") as trouble:
        save(path, NEW, expected=OLD, shown="a.po")
    assert not isinstance(trouble.value, ChangedError)
    assert list(tmp_path.iterdir()) == []


def test_the_same_bytes_are_not_written_again(path):
    save(path, OLD, expected=None)
    before = path.stat()
    assert not save(path, OLD, expected=OLD)
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("mode", [0o4755, 0o2755, 0o6777, 0o1644])
def test_a_file_that_ran_as_its_owner_or_group_does_not_run_as_us_when_it_is_ours(path, mode):
    save(path, OLD, expected=None)
    path.chmod(mode)
    save(path, NEW, expected=OLD)
    assert path.stat().st_mode & 0o7777 == mode & 0o777


def test_permissions_and_a_link_stay(path, tmp_path):
    save(path, OLD, expected=None)
    path.chmod(0o640)
    link = tmp_path / "link.po"
    link.symlink_to(path)
    assert save(link, NEW, expected=OLD)
    assert link.is_symlink()
    assert path.read_bytes() == NEW
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_folder_in_the_way_is_told_in_one_sentence(path):
    path.mkdir(parents=True)
    with pytest.raises(CatalogError, match=r"^a\.po: cannot be read: it is no plain file; put a PO file in its place$"):
        load(path, "a.po", home=None)
    with pytest.raises(CatalogError, match=r"^a\.po: cannot be read: it is no plain file; put a PO file in its place$"):
        save(path, NEW, expected=None, shown="a.po")


def test_a_file_where_a_folder_should_be_is_told_in_one_sentence(path):
    save(path, OLD, expected=None)
    with pytest.raises(CatalogError, match=r"^x: cannot be (read|written): "):
        save(path / "b.po", NEW, expected=None, shown="x")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_a_translators_file_stays_theirs(path):
    save(path, OLD, expected=None)
    os.chown(path, 1234, 5678)
    path.chmod(0o664)
    assert save(path, NEW, expected=OLD)
    after = path.stat()
    assert (after.st_uid, after.st_gid, after.st_mode & 0o777) == (1234, 5678, 0o664)


def test_what_is_attached_to_a_file_stays(path):
    save(path, OLD, expected=None)
    try:
        os.setxattr(path, "user.reviewer", b"Mari")
    except OSError:
        pytest.skip("this file system attaches nothing to files")
    assert save(path, NEW, expected=OLD)
    assert os.getxattr(path, "user.reviewer") == b"Mari"


def test_nothing_is_written_where_a_link_leads_nowhere(path, tmp_path):
    # The disk that it leads to may be missing; what is written in its place would be lost when it comes back.
    link = tmp_path / "link.po"
    link.symlink_to(path)
    with pytest.raises(CatalogError, match=r"^link\.po: is a link that leads nowhere \(to .*\); is a disk missing\?$"):
        save(link, NEW, expected=None, shown="link.po")
    assert (link.is_symlink(), path.parent.exists()) == (True, False)


def test_the_longest_name_can_be_saved(tmp_path):
    path = tmp_path / ("a" * 252 + ".po")
    assert save(path, OLD, expected=None)
    assert save(path, NEW, expected=OLD)
    assert list(tmp_path.iterdir()) == [path]


def opened():
    return {descriptor.resolve() for descriptor in Path("/proc/self/fd").iterdir()}


def test_a_save_leaves_nothing_open(path):
    save(path, OLD, expected=None)
    before = opened()
    save(path, NEW, expected=OLD)
    assert opened() == before


def test_a_pipe_in_the_way_is_told_in_one_sentence(tmp_path):
    path = tmp_path / "a.po"
    os.mkfifo(path)
    with pytest.raises(CatalogError, match=r"^a\.po: cannot be read: it is no plain file; put a PO file in its place$"):
        load(path, "a.po", home=None)
    with pytest.raises(CatalogError, match=r"^a\.po: cannot be read: it is no plain file; put a PO file in its place$"):
        save(path, NEW, expected=None, shown="a.po")
    assert path.is_fifo()


@pytest.fixture
def flushed(path, monkeypatch):
    """What is flushed to the disk, in the order of it: what each file holds, and what has the name at that moment."""
    told, flush = [], os.fsync

    def watched(descriptor):
        flush(descriptor)
        what = Path(f"/proc/self/fd/{descriptor}")
        told.append(
            (what.resolve() if what.is_dir() else what.read_bytes(), path.read_bytes() if path.exists() else None)
        )

    monkeypatch.setattr(os, "fsync", watched)
    return told


@pytest.mark.parametrize("exchanges", [True, False])
def test_a_file_is_on_the_disk_before_it_has_its_name_and_its_name_before_the_save_is_told(
    path, flushed, monkeypatch, exchanges
):
    if not exchanges:
        monkeypatch.setattr(exchange, "_renameat2", old_kernel(errno.EINVAL))
    save(path, OLD, expected=None)
    assert flushed == [(OLD, None), (path.parent, OLD)]
    flushed.clear()
    save(path, NEW, expected=OLD)
    assert flushed == [(NEW, OLD), (path.parent, NEW)]
    flushed.clear()
    save(path, NEW, expected=NEW)
    assert flushed == []


@pytest.fixture
def at_the_last_moment(monkeypatch):
    """Have something happen just before the names are exchanged, once."""
    swap = staging.exchange

    def happens(act):
        def late(*names):
            monkeypatch.setattr(staging, "exchange", swap)
            act()
            swap(*names)

        monkeypatch.setattr(staging, "exchange", late)

    return happens


def test_a_file_that_is_taken_away_at_the_last_moment_does_not_come_back(path, at_the_last_moment):
    save(path, OLD, expected=None)
    at_the_last_moment(path.unlink)
    with pytest.raises(
        ChangedError, match=r"^a\.po: somebody changed the file meanwhile; nothing was written, run again$"
    ):
        save(path, NEW, expected=OLD, shown="a.po")
    assert list(path.parent.iterdir()) == []


def test_a_folder_that_is_gone_at_the_last_moment_is_no_change_of_somebodys(path, at_the_last_moment):
    save(path, OLD, expected=None)
    at_the_last_moment(lambda: path.parent.rename(path.parent.with_name("elsewhere")))
    with pytest.raises(CatalogError, match=r"^a\.po: cannot be written: No such file or directory$") as trouble:
        save(path, NEW, expected=OLD, shown="a.po")
    assert not isinstance(trouble.value, ChangedError)


def test_what_came_back_is_on_the_disk_before_anybody_is_told_of_it(path, flushed, at_the_last_moment):
    save(path, OLD, expected=None)
    at_the_last_moment(lambda: path.write_bytes(b"what a translator just saved"))
    with pytest.raises(
        ChangedError, match=r"^a\.po: somebody changed the file meanwhile; nothing was written, run again$"
    ):
        save(path, NEW, expected=OLD, shown="a.po")
    assert flushed[-1] == (path.parent, b"what a translator just saved")


def old_kernel(number):
    """A fake: the errno that kernels and file systems answer where names cannot be exchanged."""
    return lambda: lambda _source, _target, _flags: number


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP])
def test_where_names_cannot_be_exchanged_files_are_saved_too(path, monkeypatch, number):
    monkeypatch.setattr(exchange, "_renameat2", old_kernel(number))
    assert save(path, OLD, expected=None)
    assert save(path, NEW, expected=OLD)
    with pytest.raises(ChangedError):
        save(path, OLD, expected=b"else")
    assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == {"a.po": NEW}


def test_where_names_cannot_be_exchanged_the_file_is_looked_at_as_late_as_can_be(path, monkeypatch):
    save(path, OLD, expected=None)

    def old_kernel_and_a_translator():
        path.write_bytes(b"what a translator just saved")
        return old_kernel(errno.EINVAL)()

    monkeypatch.setattr(exchange, "_renameat2", old_kernel_and_a_translator)
    with pytest.raises(ChangedError):
        save(path, NEW, expected=OLD)
    assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == {"a.po": b"what a translator just saved"}


@pytest.mark.parametrize("number", [errno.EIO, errno.EDQUOT, errno.ESTALE])
def test_a_disk_that_fails_is_told_in_one_sentence(path, monkeypatch, number):
    save(path, OLD, expected=None)
    monkeypatch.setattr(exchange, "_renameat2", old_kernel(number))  # A fake disk as well.
    with pytest.raises(CatalogError, match=rf"^a\.po: cannot be written: {os.strerror(number)}$"):
        save(path, NEW, expected=OLD, shown="a.po")
    assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == {"a.po": OLD}


@pytest.fixture
def disk(tmp_path):
    """A disk of 64 KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root may mount a disk")
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = f"no disk can be mounted here: {done.stderr.strip()}"
        if REQUIRED and "permission denied" not in reason:
            pytest.fail(reason)
        pytest.skip(reason)
    yield folder
    if folder.is_mount():
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_old_file_and_nothing_else(disk):
    path = disk / "a.po"
    old = OLD * 500
    save(path, old, expected=None)
    with pytest.raises(CatalogError, match=r"^a\.po: cannot be written: No space left on device$"):
        save(path, NEW * 3000, expected=old, shown="a.po")
    with pytest.raises(CatalogError, match=r"^b\.po: cannot be written: No space left on device$"):
        save(disk / "b.po", NEW * 4000, expected=None, shown="b.po")
    assert {one.name: one.read_bytes() for one in disk.iterdir()} == {"a.po": old}
    assert save(path, NEW * 500, expected=old)


def test_a_read_only_disk_is_told_in_one_sentence(disk):
    path = disk / "a.po"
    save(path, OLD, expected=None)
    left = disk / f".newsdesk-{'-'.join(['0' * 16] * 4)}.staged"
    left.write_bytes(b"")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(CatalogError, match=r"^a\.po: cannot be written: Read-only file system$"):
        save(path, NEW, expected=OLD, shown="a.po")
    with pytest.raises(CatalogError, match=r"^b\.po: cannot be written: Read-only file system$"):
        save(disk / "et" / "b.po", NEW, expected=None, shown="b.po")
    assert tidy(disk, "po") == [f"po/{left.name}: left by a run that was killed, and stays: Read-only file system"]
    assert path.read_bytes() == OLD


def test_a_disk_that_is_gone_is_not_written_under(disk):
    path = disk / "et" / "a.po"
    save(path, OLD, expected=None)
    subprocess.run(["umount", str(disk)], check=True)
    with pytest.raises(CatalogError, match=r"^a\.po: cannot be written: No such file or directory$"):
        save(path, NEW, expected=OLD, shown="a.po")
    assert list(disk.iterdir()) == []


NOBODY = """
import os, sys
from pathlib import Path
from translate.catalogs.loading import PO_FILE
from translate.files.saving import save
from translate.files.tidying import Folder, tidy
import ctypes, durablewrite  # While this user may still read them.
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
from translate.errors import CatalogError
for name, expected in (("a.po", Path("a.po").read_bytes()), ("b.po", None)):
    try:
        save(Path(name), b"new", kind=PO_FILE, expected=expected, home=None)
    except CatalogError as error:
        print(error)
print(tidy(Folder(Path(), "po", PO_FILE), now=0))
"""


def test_a_folder_that_may_not_be_written_to_is_told_in_one_sentence():
    with tempfile.TemporaryDirectory() as name:  # Unlike pytest's, one that others may enter.
        path = Path(name) / "a.po"
        save(path, OLD, expected=None)
        path.parent.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", NOBODY],
            cwd=name,
            env={**os.environ, "PYTHONPATH": str(Path(exchange.__file__).parents[2])},
            capture_output=True,
            text=True,
            check=False,
        )
        path.parent.chmod(0o755)
        assert (done.stdout.splitlines(), done.stderr) == (
            ["a.po: cannot be written: Permission denied", "b.po: cannot be written: Permission denied", "[]"],
            "",
        )
        assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == {"a.po": OLD}


def test_a_crash_before_the_end_leaves_the_old_file(path, monkeypatch):
    save(path, OLD, expected=None)

    def fail_to_replace(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail_to_replace)
    with pytest.raises(CatalogError, match=r"cannot be written: No space left on device$"):
        save(path, NEW, expected=OLD)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


HUGE = 1 << 40
"""Bytes that no machine has the memory for; a file of so many holes takes no room."""
ARTICLE = Kind("an article", ".txt", 10_000, DocumentError)
KINDS = (
    (PO_FILE, CatalogError, "a PO file"),
    (GLOSSARY, GlossaryError, "a glossary"),
    (ARTICLE, DocumentError, "an article"),
)


@pytest.mark.parametrize(("kind", "error", "noun"), KINDS, ids=lambda value: str(getattr(value, "noun", "")))
def test_what_went_wrong_is_told_of_the_kind_that_it_is(tmp_path, kind, error, noun):
    path = tmp_path / "a"
    path.mkdir()
    with pytest.raises(error, match=r"^a: is in the way, and no plain file; remove it$"):
        overwrite(path, b"", kind=kind, shown="a", home=None)
    with pytest.raises(error, match=rf"^a: cannot be read: it is no plain file; put {noun} in its place$"):
        saving.save(path, b"", kind=kind, expected=None, shown="a", home=None)
    path.rmdir()
    with path.open("wb") as file:
        file.truncate(kind.largest + 1)
    largest = f"{kind.largest:,}"
    with pytest.raises(error, match=rf"^a: has [0-9,]+ bytes, and {noun} at most {largest}; is it {noun}\?$"):
        saving.save(path, b"", kind=kind, expected=None, shown="a", home=None)
    path.write_bytes(b"")
    with pytest.raises(kind.changed, match=r"^a: somebody changed the file meanwhile; nothing was written, run again$"):
        saving.save(path, b"x", kind=kind, expected=b"y", shown="a", home=None)
    assert issubclass(kind.changed, error) or kind is ARTICLE


def test_what_is_too_large_in_the_place_of_a_file_of_ours_is_told_and_never_read(path):
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        file.truncate(HUGE)
    with pytest.raises(
        DocumentError, match=rf"^a: has {HUGE:,} bytes, and an article at most 10,000; is it an article"
    ):
        overwrite(path, NEW, kind=ARTICLE, shown="a", home=None)
    assert path.stat().st_size == HUGE


def test_a_file_of_ours_is_replaced_whatever_it_holds(path):
    path.parent.mkdir(parents=True)
    path.write_bytes(b"whatever")
    assert overwrite(path, NEW, kind=PO_FILE, shown="a.po", home=None)
    assert not overwrite(path, NEW, kind=PO_FILE, shown="a.po", home=None)
    assert path.read_bytes() == NEW
