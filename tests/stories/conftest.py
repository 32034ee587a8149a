"""A newsroom that has published three articles, and what it makes of each day."""

import shutil

import pytest

from tests.stories.desk import desk

FERRY = (
    "Ferry line opens",
    "The first ferry sailed on Monday.",
    "A ticket costs 12 euros for islanders.",
    "The captain was content.",
)
HARBOR = ("Harbor gets a new pier", "The pier is 80 metres long.", "The mayor opened it on Sunday.")
STORM = ("Storm reaches the coast", "Two boats were lost in the bay.", "Nobody was hurt.")
ARTICLES = {"ferry": FERRY, "harbor": HARBOR, "storm": STORM}
EXPORTS = [f"et/articles/{name}.txt" for name in ARTICLES]
"""What lies in exports/ when all is published."""


@pytest.fixture(scope="session")
def printed(tmp_path_factory):
    """The folder of a project whose three articles were drafted, approved and exported on its first day."""
    folder = tmp_path_factory.mktemp("printed") / "desk"
    folder.mkdir()
    with desk(folder) as room:
        for name, texts in ARTICLES.items():
            room.publish(name, *texts)
        assert room.night().code == 0
        room.approve(*ARTICLES)
        assert room.export().code == 0
        assert room.exported() == EXPORTS
        assert (room.night().code, room.headline) == (0, "All done")
    return folder, room.now


@pytest.fixture
def room(tmp_path):
    """A project in which nothing is yet."""
    (tmp_path / "desk").mkdir()
    with desk(tmp_path / "desk") as made:
        yield made


@pytest.fixture
def published(printed, tmp_path):
    """A project whose three articles were drafted, approved and exported, two nights ago."""
    folder, now = printed
    shutil.copytree(folder, tmp_path / "desk", dirs_exist_ok=True)
    with desk(tmp_path / "desk", now=now) as made:
        yield made
