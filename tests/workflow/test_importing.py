"""A file from elsewhere is checked and copied into the project, or changes nothing."""

import os

import pytest

from tests.workflow.project import told
from translate.memory.tmx import NO_LANGUAGE
from translate.workflow.importing import Imported, import_files

UNIT = '<tu><tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="{}"><seg>{}</seg></tuv></tu>'
PO = 'msgid ""\nmsgstr "Language: et\\n"\n\nmsgid "tea"\nmsgstr "tee"\n\n#, fuzzy\nmsgid "sea"\nmsgstr "meri"\n'


def tmx(*units):
    return f'<tmx version="1.4"><header/><body>{"".join(UNIT.format(*u) for u in units)}</body></tmx>'


@pytest.fixture
def desk(tmp_path_factory):
    """Where files come from."""
    return tmp_path_factory.mktemp("desk")


def write(desk, name, content):
    path = desk / name
    path.write_text(content, "utf-8")
    return path


def test_a_tmx_file_is_counted_and_copied(project, desk):
    path = write(desk, "agency.tmx", tmx(("tea", "et", "tee"), ("sea", "fi", "meri")))
    assert import_files(project.settings, [path]) == (
        (Imported(str(path), "memory/agency.tmx", 1, {NO_LANGUAGE: 1}),),
        (),
    )
    assert project.read("memory/agency.tmx") == path.read_text("utf-8")


def test_of_a_po_file_only_what_is_approved_counts(project, desk):
    path = write(desk, "old.PO", PO)
    ((one,), troubles) = import_files(project.settings, [path])
    assert (one.units, one.skipped, one.kept, troubles) == (1, {}, "memory/old.PO", ())


def test_the_same_file_twice_is_fine_and_not_written_again(project, desk):
    path = write(desk, "old.po", PO)
    import_files(project.settings, [path])
    before = (project.root / "memory" / "old.po").stat()
    ((one,), troubles) = import_files(project.settings, [path])
    after = (project.root / "memory" / "old.po").stat()
    assert (one.units, troubles, after.st_mtime_ns, after.st_ino) == (1, (), before.st_mtime_ns, before.st_ino)


def test_another_file_of_the_same_name_needs_to_be_wanted(project, desk):
    project.write("memory/old.po", "something else")
    path = write(desk, "old.po", PO)
    done, troubles = import_files(project.settings, [path])
    sentence = "memory/old.po holds something else; give --replace to put this file in its place, or rename it"
    assert (done, told(troubles)) == ((), [f"{path}: {sentence}"])
    assert project.read("memory/old.po") == "something else"
    ((one,), _) = import_files(project.settings, [path], replace=True)
    assert (one.kept, project.read("memory/old.po")) == ("memory/old.po", PO)


def test_what_cannot_be_taken_changes_nothing_and_stops_no_other(project, desk):
    good = write(desk, "good.po", PO)
    bad = [
        desk / "gone.tmx",
        desk,
        write(desk, "notes.odt", ""),
        write(desk, "finnish.po", PO.replace("Language: et", "Language: fi")),
        write(desk, "empty.tmx", tmx()),
        write(desk, "broken.tmx", tmx(("tea", "et", "tee")).removesuffix("</tmx>")),
    ]
    done, troubles = import_files(project.settings, [*bad, good])
    assert [one.file for one in done] == [str(good)]
    assert [t.message.removeprefix(f"{t.path}").lstrip(": ").removeprefix("line 1: ") for t in troubles] == [
        "there is no such file",
        "is no plain file; name a .tmx or a .po file",
        "is neither a .tmx nor a .po file",
        "is in “fi”, which is none of the project's locales; its header must name one of et",
        "has nothing that could be remembered: no approved text in a locale of ours",
        "is no TMX file that can be read: it ends too early; was all of it copied?",
    ]
    assert [path.name for path in (project.root / "memory").iterdir()] == ["good.po"]


def test_a_pipe_is_not_waited_for(project, desk):
    os.mkfifo(desk / "a.tmx")
    assert told(import_files(project.settings, [desk / "a.tmx"])[1]) == [
        f"{desk / 'a.tmx'}: is no plain file; name a .tmx or a .po file"
    ]


def test_a_file_in_the_place_of_the_folder_is_one_sentence(project, desk):
    project.write("memory", "a file")
    ((), (trouble,)) = import_files(project.settings, [write(desk, "old.po", PO)])
    assert trouble.message.endswith("a file stands where its folder belongs; move that file elsewhere")
