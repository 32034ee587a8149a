import grp
import os
import pwd

import pytest

from translate.files.trust import account, open_to_others, stranger, we

STRANGER = 61001
"""An account that need not be there."""

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


@pytest.fixture
def home(tmp_path):
    """A folder in which nobody but us can write, down to the root of the disk."""
    if others := open_to_others(tmp_path):
        pytest.skip(f"{others[1]} can write to {others[0]}")
    folder = tmp_path / "home"
    folder.mkdir(0o755)
    (folder / "file").write_text("ours")
    (folder / "file").chmod(0o644)
    return folder


def test_what_is_ours_on_the_whole_way_nobody_else_can_write(home):
    assert open_to_others(home / "file") is None
    assert open_to_others(home) is None


@pytest.fixture
def shared(members):
    """The group of what we make has others in it."""
    members["members"] = ["mari", "jaan"]


@pytest.fixture
def members(monkeypatch):
    """Who is in the group of what we make, and has it for their own."""
    ours = pwd.struct_passwd(("mari", "x", os.geteuid(), os.getegid(), "", "/home/mari", "/bin/sh"))
    told = {"name": "mari", "members": [], "own": [ours]}
    monkeypatch.setattr(pwd, "getpwuid", lambda _: ours)
    monkeypatch.setattr(pwd, "getpwall", lambda: told["own"])
    group = lambda number: grp.struct_group((told["name"], "x", number, told["members"]))  # noqa: E731
    monkeypatch.setattr(grp, "getgrgid", group)
    return told


ANOTHER = pwd.struct_passwd(("jaan", "x", STRANGER, os.getegid(), "", "/home/jaan", "/bin/sh"))


@pytest.mark.parametrize("mode", [0o664, 0o775])
def test_what_is_open_to_a_group_of_nobody_but_us_is_ours_alone(home, members, mode):
    (home / "file").chmod(mode)
    home.chmod(0o2775)
    assert open_to_others(home / "file") is None
    members["members"] = ["mari"]
    assert open_to_others(home / "file") is None


@pytest.mark.parametrize(
    ("what", "value"), [("members", ["jaan"]), ("own", [ANOTHER]), ("name", "users")], ids=lambda one: str(one)[:9]
)
def test_a_group_that_another_is_in_or_may_be_is_no_such(home, members, what, value):
    (home / "file").chmod(0o664)
    members[what] = value
    assert open_to_others(home / "file") == (home / "file", f"the group {members['name']}")


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(("mode", "who"), [(0o646, "everybody"), (0o666, "everybody"), (0o664, "the group ")])
def test_a_file_with_a_bit_for_others_can_be_written_by_them(home, mode, who):
    (home / "file").chmod(mode)
    place, told = open_to_others(home / "file")
    assert (place, told.startswith(who)) == (home / "file", True)


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("mode", [0o775, 0o757, 0o777])
def test_in_a_folder_that_others_can_write_a_file_can_be_replaced(home, mode):
    (home / "a" / "b").mkdir(parents=True)
    (home / "a" / "b" / "file").write_text("")
    (home / "a").chmod(mode)
    place, _ = open_to_others(home / "a" / "b" / "file")
    assert place == home / "a"


def test_in_a_sticky_folder_what_is_ours_stays_ours(home):
    (home / "tmp").mkdir()
    (home / "tmp").chmod(0o1777)
    (home / "tmp" / "file").write_text("")
    assert open_to_others(home / "tmp" / "file") is None
    assert open_to_others(home / "tmp") == (home / "tmp", "everybody")


@needs_root
@pytest.mark.parametrize("name", ["file", "."])
def test_who_owns_a_file_or_a_folder_on_the_way_can_write_it(home, name):
    os.chown(home / name, STRANGER, STRANGER)
    assert open_to_others(home / "file") == (home / name, f"the account {STRANGER}")


@needs_root
def test_who_owns_a_link_on_the_way_leads_it_where_they_like(home):
    (home / "link").symlink_to("file")
    assert open_to_others(home / "link") is None
    os.lchown(home / "link", STRANGER, STRANGER)
    assert open_to_others(home / "link") == (home / "link", f"the account {STRANGER}")


def test_every_folder_that_a_chain_of_links_goes_through_counts(home):
    for name in ("open", "between"):
        (home / name).mkdir()
    (home / "open" / "to-file").symlink_to(home / "file")
    (home / "between" / "on").symlink_to("../open/to-file")
    (home / "link").symlink_to(home / "between" / "on")
    assert open_to_others(home / "link") is None
    (home / "open").chmod(0o777)
    assert open_to_others(home / "link") == (home / "open", "everybody")


def test_a_link_that_comes_back_to_a_sticky_folder_is_that_folder(home):
    (home / "tmp" / "a").mkdir(parents=True)
    (home / "tmp").chmod(0o1777)
    (home / "link").symlink_to("tmp/a/..")
    assert open_to_others(home / "link") == (home / "tmp", "everybody")


def test_links_in_a_circle_and_what_is_not_there_are_errors(home):
    (home / "a").symlink_to("b")
    (home / "b").symlink_to("a")
    with pytest.raises(OSError, match="symbolic links"):
        open_to_others(home / "a")
    with pytest.raises(FileNotFoundError):
        open_to_others(home / "c")


@needs_root
@pytest.mark.parametrize(
    ("owner", "group", "mode", "strange"),
    [
        (0, 0, 0o755, False),
        (STRANGER, STRANGER, 0o755, True),
        (STRANGER, 0, 0o755, True),
        (STRANGER, 0, 0o775, False),
        (STRANGER, STRANGER, 0o775, True),
    ],
)
def test_a_strangers_is_what_neither_we_nor_a_group_of_ours_may_have_written(home, owner, group, mode, strange):
    os.chown(home, owner, group)
    home.chmod(mode)
    assert stranger(home) == (f"the account {STRANGER}" if strange else None)


@needs_root
@pytest.mark.parametrize(("caller", "ours"), [(str(STRANGER), True), ("61002", False), ("", False), ("root", False)])
def test_under_sudo_the_callers_are_ours(home, monkeypatch, caller, ours):
    os.chown(home, STRANGER, STRANGER)
    monkeypatch.setenv("SUDO_UID", caller)
    assert (stranger(home) is None) == ours


def test_the_account_has_a_name():
    assert account()


@pytest.mark.parametrize(("number", "told"), [(0, "root"), (STRANGER, f"the account {STRANGER} and root")])
def test_who_may_write_what_is_ours_is_told_once_where_we_are_root(monkeypatch, number, told):
    monkeypatch.setattr(os, "geteuid", lambda: number)
    assert we() == told
