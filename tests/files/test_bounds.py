"""A path leads where its home is, or it is neither opened nor made."""

import os
import shutil
from pathlib import Path

import pytest

from tests.files.rivals import save
from translate.catalogs.loading import PO_FILE
from translate.errors import CatalogError
from translate.files import bounds, moving, reading, whole
from translate.files.bounds import OutsideError, SpecialError


@pytest.fixture
def home(tmp_path):
    (tmp_path / "home/et").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/a.po").write_text("theirs")
    return (tmp_path / "home").resolve()


def names(folder):
    return [path.name for path in folder.iterdir()]


def read(home, name):
    with os.fdopen(bounds.opened(home, home / name)) as file:
        return file.read()


def test_a_file_at_home_is_read_whatever_links_lead_to_it(home):
    (home / "et/a.po").write_text("ours")
    (home / "b.po").symlink_to("et/a.po")
    (home / "pt").symlink_to(home / "et")
    assert [read(home, name) for name in ("et/a.po", "b.po", "pt/a.po", "pt/../b.po")] == ["ours"] * 4


@pytest.mark.parametrize(
    ("link", "target", "name", "below"),
    [
        ("a.po", "../outside/a.po", "a.po", 0),
        ("pt", "../outside", "pt/a.po", 1),
        ("pt", "../outside/none", "pt/BR/a.po", 2),
        ("pt", "/", "pt/etc/passwd", 2),
        ("pt", "..", "pt/outside/a.po", 2),
    ],
)
def test_what_leads_out_is_not_opened_and_the_link_is_known(home, link, target, name, below):
    (home / link).symlink_to(target)
    with pytest.raises(OutsideError) as caught:
        bounds.opened(home, home / name)
    assert caught.value.below == below
    assert bounds.leads_out(home, home / name)


def test_a_link_to_a_link_that_leads_out_leads_out_as_well(home):
    (home / "one").symlink_to("two")
    (home / "two").symlink_to("../outside")
    with pytest.raises(OutsideError):
        bounds.see(home, home / "one/a.po")


def test_a_folder_whose_name_only_begins_like_the_homes_is_outside(home):
    (home.parent / "home-of-others").mkdir()
    assert bounds.leads_out(home, home.parent / "home-of-others/a.po")


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_plain_file_is_not_opened(home, make):
    make(home / "a.po")
    for within in (home, None):
        with pytest.raises(SpecialError):
            bounds.opened(within, home / "a.po")


def test_without_a_home_a_file_may_be_anywhere(home):
    (home / "a.po").symlink_to("../outside/a.po")
    with os.fdopen(bounds.opened(None, home / "a.po")) as file:
        assert file.read() == "theirs"


def test_a_folder_that_is_swapped_for_a_link_between_look_and_opening_is_not_followed(home, monkeypatch):
    (home / "et/a.po").write_text("ours")
    names = bounds._names

    def swapped(*of):
        found = names(*of)
        (home / "et").rename(home / "away")
        (home / "et").symlink_to("../outside")
        return found

    monkeypatch.setattr(bounds, "_names", swapped)
    with pytest.raises(OSError, match="Too many levels of symbolic links"):
        bounds.opened(home, home / "et/a.po")


def test_a_folder_that_is_swapped_for_a_link_when_it_was_just_made_is_not_followed(home, monkeypatch):
    make = os.mkdir

    def swapped(name, mode=0o777, *, dir_fd=None):
        make(name, mode, dir_fd=dir_fd)
        if dir_fd is not None:
            (home / name).rmdir()
            (home / name).symlink_to("../outside")

    monkeypatch.setattr(os, "mkdir", swapped)
    with pytest.raises(OSError, match="Not a directory"), bounds.place(home, home / "de/a.po", make=True):
        pass


def test_a_file_that_is_swapped_for_a_link_between_look_and_opening_is_not_followed(home, monkeypatch):
    (home / "et/a.po").write_text("ours")
    refuse = bounds._refuse_special

    def swapped(found):
        (home / "et/a.po").unlink()
        (home / "et/a.po").symlink_to("../../outside/a.po")
        refuse(found)

    monkeypatch.setattr(bounds, "_refuse_special", swapped)
    with pytest.raises(OSError, match="Too many levels of symbolic links"):
        bounds.opened(home, home / "et/a.po")


def test_a_note_whose_place_is_taken_by_a_link_after_the_look_goes_nowhere(home, monkeypatch):
    def swapped(path):
        (home / "note").symlink_to("../outside/new")
        return False

    monkeypatch.setattr(os.path, "lexists", swapped)
    with pytest.raises(OSError, match="Too many levels of symbolic links"):
        bounds.note(home, home / "note", "text")
    assert names(home.parent / "outside") == ["a.po"]


def test_a_folder_that_is_swapped_while_somebody_works_in_it_is_the_same_one_still(home):
    with bounds.place(home, home / "et/a.po") as place:
        (home / "et").rename(home / "away")
        (home / "et").symlink_to("../outside")
        place.write_text("ours")
    assert (home / "away/a.po").read_text() == "ours"
    assert (home.parent / "outside/a.po").read_text() == "theirs"


def test_folders_are_made_at_home_only(home):
    with bounds.folder(home, home / "de/AT", make=True) as made:
        (made / "a.po").touch()
    assert (home / "de/AT/a.po").is_file()
    (home / "pt").symlink_to("../outside")
    with pytest.raises(OutsideError), bounds.folder(home, home / "pt/BR", make=True):
        pass
    assert names(home.parent / "outside") == ["a.po"]


def test_where_the_system_names_no_descriptors_what_leads_out_is_refused_all_the_same(home, monkeypatch):
    monkeypatch.setattr(bounds, "_are_descriptors_named", lambda: False)
    with bounds.place(home, home / "et/a.po") as place:
        assert place == home / "et/a.po"
    (home / "pt").symlink_to("../outside")
    with pytest.raises(OutsideError), bounds.place(home, home / "pt/a.po"):
        pass


def test_a_note_is_written_where_nothing_is_and_through_no_link(home):
    (home / "link").symlink_to("../outside/new")
    for name in ("note", "link"):
        bounds.note(home, home / name, "text")
        bounds.note(home, home / name, "another")
    assert (home / "note").read_text() == "text"
    assert names(home.parent / "outside") == ["a.po"]


REFUSED = "et: is a link that leads out of the project; put the folder itself in its place"


@pytest.mark.parametrize("way", ["read", "save", "move", "move to", "remove"])
def test_each_way_to_a_file_refuses_what_leads_out_with_the_link_named(home, way):
    shutil.rmtree(home / "et")
    (home / "et").symlink_to("../outside")
    (home / "b.po").write_text("ours")
    there, shown, known = home / "et/a.po", "et/a.po", {"kind": PO_FILE, "home": home}
    ways = {
        "read": lambda: reading.read(there, PO_FILE, shown, home=home),
        "save": lambda: save(there, b"new", expected=b"theirs", shown=shown, home=home),
        "move": lambda: moving.move(there, home / "c.po", shown=shown, **known),
        "move to": lambda: moving.move(home / "b.po", home / "et/c.po", shown="et/c.po", **known),
        "remove": lambda: moving.remove(there, expected=b"theirs", shown=shown, **known),
    }
    with pytest.raises(CatalogError) as caught:
        ways[way]()
    assert str(caught.value) == REFUSED
    assert {path.name: path.read_text() for path in (home.parent / "outside").iterdir()} == {"a.po": "theirs"}
    assert (home / "b.po").read_text() == "ours"


def test_what_is_written_as_a_whole_goes_through_no_link_out(home):
    (home / "a.json").symlink_to("../outside/a.po")
    with pytest.raises(OutsideError):
        whole.write(home / "a.json", lambda file: file.write(b"new"), home=home)
    assert (home.parent / "outside/a.po").read_text() == "theirs"


def test_the_sentence_names_what_belongs_in_the_place(home):
    error = OutsideError(home, home / "et/a.po", 0)
    assert bounds.explained(error, "", f"{home}/et/a.po", "a PO file") == (
        "is a link that leads out of the project; put the PO file itself in its place",
        "et/a.po",
    )
    assert bounds.explained(OSError(13, "Permission denied"), "cannot be read", "a.po", "a PO file") == (
        "cannot be read: Permission denied",
        "a.po",
    )
    assert Path(error.filename) == home / "et/a.po"


def test_a_way_passes_a_home_under_whatever_name_and_whatever_is_at_its_end(home):
    (home / "pub").symlink_to("../outside")
    (home.parent / "alias").symlink_to("home/et")
    (home.parent / "file.po").symlink_to("alias/../a.po")
    passing = ("home", "home/et/a.po", "home/pub/a.po", "home/none/a.po", "alias/a.po", "alias/none/a.po", "file.po")
    assert [name for name in passing if not bounds.is_passed(home, home.parent / name)] == []
    for name in ("outside/a.po", "none/a.po", "home/../outside/a.po", "homely"):
        assert not bounds.is_passed(home, home.parent / name), name
