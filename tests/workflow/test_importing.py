"""A file from elsewhere is checked and copied into the project, or changes nothing."""

import os

import pytest

from tests.workflow.project import NOW, told
from translate.memory.tmx import NO_LANGUAGE
from translate.workflow.feeding import refresh
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
    path.parent.mkdir(parents=True, exist_ok=True)
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


OTHER = PO.replace("tee", "kohv")


def kept(project, *paths, replace=False):
    done, troubles = import_files(project.settings, paths, replace=replace)
    return [one.kept for one in done], [t.message.removeprefix(f"{t.path}: ") for t in troubles]


def remembered(project):
    with refresh(project.settings, now=NOW).memory as memory:
        return sorted((unit.target, unit.origin) for unit in memory.units(["et"]))


def test_two_files_of_one_name_are_told_apart_by_their_folders_and_both_are_remembered(project, desk):
    first, second = (write(desk, f"{name}/x.po", text) for name, text in (("a", PO), ("b", OTHER)))
    assert kept(project, first, second) == (["memory/x.po", "memory/b/x.po"], [])
    assert kept(project, second, first) == (["memory/b/x.po", "memory/x.po"], [])
    assert remembered(project) == [("kohv", "memory/b/x.po"), ("tee", "memory/x.po")]


def test_of_gettexts_folders_the_one_of_the_locale_tells_them_apart(project, desk):
    paths = [write(desk, f"{name}/LC_MESSAGES/x.po", text) for name, text in (("fi", PO), ("et", OTHER))]
    assert kept(project, *paths)[0] == ["memory/x.po", "memory/et/x.po"]


def test_of_the_sub_folders_of_those_too(project, desk):
    paths = [write(desk, f"{name}/LC_MESSAGES/2025-02/x.po", text) for name, text in (("fi", PO), ("et", OTHER))]
    assert kept(project, *paths)[0] == ["memory/x.po", "memory/et/x.po"]


def test_another_file_of_the_same_name_and_folder_needs_to_be_wanted(project, desk):
    project.write("memory/x.po", "something else")
    path = write(desk, "b/x.po", PO)
    assert kept(project, path)[0] == ["memory/b/x.po"]
    path.write_text(OTHER, "utf-8")
    sentence = "memory/b/x.po holds something else; give --replace to put this file in its place, or rename it"
    assert kept(project, path) == ([], [sentence])
    assert project.read("memory/b/x.po") == PO
    assert kept(project, path, replace=True)[0] == ["memory/b/x.po"]
    assert (project.read("memory/x.po"), project.read("memory/b/x.po")) == ("something else", OTHER)


def test_where_no_folder_tells_them_apart_another_file_of_the_same_name_needs_to_be_wanted(project):
    project.write("memory/x.po", "something else")
    path = write(project.root, "x.po", PO)
    sentence = "memory/x.po holds something else; give --replace to put this file in its place, or rename it"
    assert kept(project, path) == ([], [sentence])
    assert project.read("memory/x.po") == "something else"
    assert kept(project, path, replace=True)[0] == ["memory/x.po"]
    assert project.read("memory/x.po") == PO


@pytest.mark.parametrize("folder", [".hidden", "old.tmx", "linked"])
def test_no_folder_is_made_that_nobody_would_look_into_and_none_left(project, desk, folder):
    project.write("memory/x.po", "something else")
    elsewhere = desk / "elsewhere"
    elsewhere.mkdir()
    (project.root / "memory/linked").symlink_to(elsewhere)
    path = write(desk, f"{folder}/x.po", PO)
    assert kept(project, path)[1][0].startswith("memory/x.po holds something else; ")
    assert kept(project, path, replace=True)[0] == ["memory/x.po"]
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("name", ["b/../../b/x.po", "b/./x.po", "../{desk}/b/x.po"])
def test_however_a_path_is_written_its_folder_is_the_one_that_it_lies_in(project, desk, name):
    project.write("memory/x.po", "something else")
    write(desk, "b/x.po", PO)
    write(desk.parent / "b", "x.po", PO)
    assert kept(project, desk / name.format(desk=desk.name))[0] == ["memory/b/x.po"]


def test_what_is_written_to_a_link_would_land_elsewhere_so_it_is_not(project, desk):
    target = write(desk, "precious.po", "something else")
    (project.root / "memory").mkdir()
    (project.root / "memory/x.po").symlink_to(target)
    assert kept(project, write(desk, "b/x.po", PO))[0] == ["memory/b/x.po"]
    assert kept(project, write(project.root, "x.po", OTHER), replace=True)[1] == [
        "memory/x.po holds something else; rename it"
    ]
    assert target.read_text() == "something else"


def test_through_a_folder_that_leads_out_of_the_project_nothing_is_taken_in_or_compared(project, desk):
    path = write(desk, "b/x.po", PO)
    (project.root / "memory").symlink_to(path.parent)
    reason = "is a link that leads out of the project; put the folder itself in its place"
    assert kept(project, path) == ([], [reason])
    assert [each.name for each in path.parent.iterdir()] == ["x.po"]


def test_a_hidden_file_is_not_taken_as_nobody_would_look_at_it(project, desk):
    path = write(desk, ".x.po", PO)
    assert kept(project, path) == ([], ["is hidden, as its name begins with a dot, and is not looked at; rename it"])


def test_what_no_person_approved_is_counted_with_its_reason(project, desk):
    machine = UNIT.format("sea", "et", "meri").replace("<tu>", '<tu creationid="MT!">')
    weblate = UNIT.format("milk", "et", "piim").replace("<tu>", "<tu><note>fuzzy</note>")
    path = write(
        desk, "agency.tmx", tmx(("tea", "et", "tee")).replace("</body>", f"{machine}{machine}{weblate}</body>")
    )
    ((one,), _) = import_files(project.settings, [path])
    assert (one.units, one.skipped) == (1, {"made by a machine": 2, "not approved": 1})
    assert remembered(project) == [("tee", "memory/agency.tmx")]


def test_a_file_of_machine_text_alone_is_refused_with_the_reason(project, desk):
    path = write(desk, "mt.tmx", tmx(("tea", "et", "tee")).replace("<tu>", '<tu creationid="MT!">'))
    sentence = "has nothing that could be remembered: no approved text in a locale of ours; it has 1 made by a machine"
    assert kept(project, path) == ([], [sentence])


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
