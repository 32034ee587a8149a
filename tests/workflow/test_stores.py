"""What is in the way of what runs keep is told to whoever looks."""

import pytest

from translate.workflow.stores import stores


def wrong(project):
    return [(check.subject, check.message) for check in stores(project.settings) if not check.fine]


def test_nothing_is_in_the_way_where_nothing_is_kept_yet_and_it_is_told_what_to_keep(project):
    (check,) = stores(project.settings)
    assert (check.fine, check.subject) == (True, "people's texts")
    assert "back up history/, which is in no repository, and never delete it" in check.message


@pytest.mark.parametrize("beside", ["", "-journal", "-wal", "-shm"])
def test_a_folder_in_the_place_of_the_memory_or_beside_it_is_told(project, beside):
    name = f"memory.sqlite{beside}"
    (project.root / ".newsdesk" / name).mkdir(parents=True)
    assert wrong(project) == [
        ("memory", f".newsdesk/memory.sqlite: cannot be used: {name} is no plain file; remove it")
    ]


def test_a_folder_of_ours_that_is_a_link_out_is_told(project):
    (project.root / ".newsdesk").symlink_to("/none")
    told = ".newsdesk: is a link that leads out of the project; put the folder itself in its place"
    assert wrong(project) == [("memory", told)]
