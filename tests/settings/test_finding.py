import os
import re

import pytest

from tests.faults.world import mount
from translate import settings
from translate.errors import SettingsError

STRANGER = 61001
"""An account that need not be there."""

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away or mount a disk")


@pytest.fixture
def project(tmp_path):
    """A project with a folder in it."""
    folder = tmp_path / "desk"
    (folder / "articles" / "today").mkdir(parents=True)
    (folder / "newsdesk.toml").write_text("")
    return folder


def refused(start):
    with pytest.raises(SettingsError) as told:
        settings.find(start)
    return str(told.value)


def test_the_project_is_found_from_a_folder_inside_it(project):
    assert settings.find(project / "articles" / "today") == project / "newsdesk.toml"
    assert settings.find(project) == project / "newsdesk.toml"


def test_without_a_project_the_sentence_says_what_to_do(tmp_path):
    assert refused(tmp_path) == (
        f"there is no newsdesk.toml in {tmp_path} or above it; “newsdesk init” makes one, --project names one elsewhere"
    )


@pytest.mark.parametrize("mode", [0o777, 0o1777])
def test_the_search_ends_at_a_folder_that_everybody_can_write(project, mode):
    (project / "articles").chmod(mode)
    said = refused(project / "articles" / "today")
    why = f"{project / 'articles'}, which everybody can write to, and left {project / 'newsdesk.toml'} alone"
    assert f"(the search ended at {why})" in said


def test_such_a_folder_is_not_looked_into(project):
    project.chmod(0o1777)
    assert f"left {project / 'newsdesk.toml'} alone" in refused(project)
    assert f"left {project / 'newsdesk.toml'} alone" in refused(project / "articles")


def test_a_project_whose_folder_everybody_can_write_is_told_with_what_to_do(project):
    project.chmod(0o777)
    for start in (project, project / "articles"):
        assert refused(start) == (
            f"{project}: everybody can write to it; keep others out with “chmod o-w {project}”, "
            f"or take it all the same with --project {project}"
        )
    (project / "articles" / "newsdesk.toml").write_text("")
    assert settings.find(project / "articles" / "today") == project / "articles" / "newsdesk.toml"


@needs_root
def test_the_search_ends_where_another_file_system_begins(project):
    with mount(project / "articles", "-t", "tmpfs", "-o", "mode=755", "none"):
        (project / "articles" / "today").mkdir()
        said = refused(project / "articles" / "today")
        assert re.search(rf"ended at {project}, which is another file system's, and left {project}/newsdesk.toml", said)


@needs_root
@pytest.mark.parametrize("name", ["newsdesk.toml", "."])
def test_a_strangers_project_is_refused_with_whose_it_is(project, name):
    os.chown(project / name, STRANGER, STRANGER)
    said = refused(project / "articles")
    assert f"it is the account {STRANGER}'s" in said
    assert f"with --project {project}" in said
    assert settings.named(project) == project / "newsdesk.toml"


@needs_root
def test_a_project_that_a_group_of_ours_shares_is_welcome_whoever_saved_its_settings(project):
    for path, mode in ((project, 0o2775), (project / "newsdesk.toml", 0o664)):
        os.chown(path, STRANGER, os.getegid())
        path.chmod(mode)
    assert settings.find(project) == project / "newsdesk.toml"
    (project / "newsdesk.toml").chmod(0o644)  # By an editor that does not know of the group.
    assert settings.find(project) == project / "newsdesk.toml"
    project.chmod(0o2755)
    assert f"it is the account {STRANGER}'s" in refused(project)


def test_settings_that_everybody_can_write_are_refused(project):
    (project / "newsdesk.toml").chmod(0o666)
    assert f"everybody can write to it; keep others out with “chmod o-w {project}/newsdesk.toml”" in refused(project)


def test_settings_that_are_a_link_out_of_their_folder_are_refused_even_where_they_are_named(project, tmp_path):
    other = tmp_path / "other.toml"
    (project / "newsdesk.toml").rename(other)
    (project / "newsdesk.toml").symlink_to(other)
    assert "is a link that leads out of its folder" in refused(project)
    for name in (project, project / "newsdesk.toml"):
        with pytest.raises(SettingsError, match=f"or name {other} itself with --project"):
            settings.named(name)
    assert settings.named(other) == other


def test_settings_that_are_a_link_inside_their_folder_are_found(project):
    (project / "newsdesk.toml").rename(project / "night.toml")
    (project / "newsdesk.toml").symlink_to("night.toml")
    assert settings.find(project) == project / "newsdesk.toml"


def test_settings_that_are_a_link_to_a_folder_inside_are_the_outer_folders(project):
    (project / "conf").mkdir()
    (project / "conf" / "night.toml").write_text('[project]\nname = "news"\nsource = "en"\nlocales = ["et"]\n')
    (project / "newsdesk.toml").unlink()
    (project / "newsdesk.toml").symlink_to("conf/night.toml")
    assert settings.load(settings.find(project)).root == project.resolve()


def test_settings_that_are_links_in_a_circle_are_told(project):
    (project / "newsdesk.toml").unlink()
    (project / "newsdesk.toml").symlink_to("newsdesk.toml")
    with pytest.raises(SettingsError, match="is a link that leads nowhere"):
        settings.named(project)
