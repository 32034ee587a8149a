"""Articles are found in their folders, and what is none of them is told in one sentence."""

import os

import pytest

from translate.documents.finding import Places, copies, find, homes
from translate.documents.plaintext import PlainText
from translate.documents.reading import reader
from translate.errors import DocumentError
from translate.files import trust


@pytest.fixture
def places(tmp_path):
    (tmp_path / "articles").mkdir()
    return Places(tmp_path.resolve(), ("articles",), (".txt", ".md"))


def write(places, name):
    path = places.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Headline\n", "utf-8")
    return path


def names(places, found):
    return [path.relative_to(places.root).as_posix() for path in found]


def told(troubles):
    return [str(trouble) for trouble in troubles]


def test_a_folder_gives_the_files_of_its_formats_sorted_and_nothing_hidden(places):
    for name in ("b.txt", "a.md", "deep/c.TXT", "notes.odt", ".draft.txt", ".old/d.txt"):
        write(places, f"articles/{name}")
    found, troubles = find(places)
    assert (names(places, found), troubles) == (["articles/a.md", "articles/b.txt", "articles/deep/c.TXT"], [])


def test_what_is_asked_for_twice_is_found_once(places):
    path = write(places, "articles/a.txt")
    assert find(places, [path, path.parent, path]) == ([path], [])


def test_a_folder_of_the_project_that_is_not_there_may_be_a_disk(places):
    found, troubles = find(Places(places.root, ("gone",), places.endings))
    assert (found, told(troubles)) == (
        [],
        ["gone: is no folder; is a disk missing? “articles” in newsdesk.toml names the folders of articles"],
    )


def test_paths_that_lead_to_no_article_are_told_and_the_others_found(places):
    path = write(places, "articles/a.txt")
    odt = write(places, "articles/notes.odt")
    found, troubles = find(places, [odt, places.root / "no.txt", path])
    assert (found, told(troubles)) == (
        [path],
        [
            "articles/notes.odt: is no article that newsdesk can read; it reads .md, .txt",
            "no.txt: there is no such file or folder",
        ],
    )


def test_links_are_taken_inside_the_project_only(places, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.txt").write_text("x", "utf-8")
    own = write(places, "shelf/own.txt")
    folder = places.root / "articles"
    (folder / "a.txt").symlink_to(own)
    (folder / "b.txt").symlink_to(outside / "secret.txt")
    (folder / "c.txt").symlink_to("nowhere")
    (folder / "d").symlink_to(places.root / "shelf")
    found, troubles = find(places)
    assert names(places, found) == ["articles/a.txt"]
    assert told(troubles) == [
        "articles/b.txt: is a link that leads out of the project; put the article itself in its place",
        "articles/c.txt: is a link that leads nowhere (to nowhere); is a disk missing?",
        "articles/d: is a link to a folder, which is not followed; remove it, or add it to “articles” in newsdesk.toml",
    ]


def test_a_linked_folder_that_the_settings_name_is_followed_as_their_own(places, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "a.txt").write_text("x", "utf-8")
    (places.root / "wire").symlink_to(outside)
    found, troubles = find(Places(places.root, ("articles", "wire"), places.endings))
    assert (names(places, found), troubles) == (["wire/a.txt"], [])


def test_who_may_only_write_in_the_project_makes_no_folder_of_articles_of_one_outside(places, tmp_path_factory):
    if os.geteuid():
        pytest.skip("only root may give links to others")
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.txt").write_text("x", "utf-8")
    for name, target in (("feed", "current"), ("current", outside)):
        (places.root / name).symlink_to(target)
    os.chown(places.root / "current", 61_002, 61_002, follow_symlinks=False)
    os.chown(places.root, 61_002, 61_002)  # Nor does who happens to have made the project.
    found, troubles = find(Places(places.root, ("articles", "feed"), places.endings))
    reason = "is a link that leads out of the project, and was made by the account 61002"
    remedy = "make it yourself, as root for everybody, or put the folder itself in its place"
    assert (found, told(troubles)) == ([], [f"feed: {reason}; {remedy}"])
    assert find(places, [places.root / "feed"])[0] == []  # Not if it is asked for either.
    (outside / "secret (1).txt").write_text("x", "utf-8")
    assert copies(Places(places.root, ("articles", "feed"), places.endings)) == []


def read(places, path):
    within = homes(places.root, places.folders)
    return reader(places.root, {".txt": (PlainText(),)}, {}, within).read(path).segments[0].text


def test_who_swaps_a_folder_of_articles_for_a_link_after_they_were_found_has_nothing_read(places, tmp_path_factory):
    if os.geteuid():
        pytest.skip("only root may give links to others")
    (outside := tmp_path_factory.mktemp("outside") / "a.txt").write_text("Secret\n", "utf-8")
    ((path,), _) = find(places, [write(places, "articles/a.txt")])
    assert read(places, path) == "Headline"
    (places.root / "articles").rename(places.root / "away")
    (places.root / "articles").symlink_to(outside.parent)
    os.chown(places.root / "articles", 61_002, 61_002, follow_symlinks=False)
    with pytest.raises(DocumentError, match="articles: is a link that leads out of the project; put the folder itself"):
        read(places, path)


def test_whose_the_links_to_a_folder_of_articles_are_and_where_they_lead_is_seen_on_one_way(
    places, tmp_path_factory, monkeypatch
):
    outside, secret = tmp_path_factory.mktemp("outside"), tmp_path_factory.mktemp("secret")
    (places.root / "wire").symlink_to(outside)
    way = trust.way

    def swapped(path):
        yield from way(path)
        (places.root / "wire").unlink()
        (places.root / "wire").symlink_to(secret)

    monkeypatch.setattr(trust, "way", swapped)
    assert homes(places.root, ["wire"]) == (outside.resolve(),)


def test_a_pipe_is_not_waited_for(places):
    os.mkfifo(places.root / "articles" / "a.txt")
    found, troubles = find(places)
    assert (found, told(troubles)) == ([], ["articles/a.txt: is no plain file; move it elsewhere"])


def test_a_name_that_cannot_be_shown_is_no_articles(places):
    write(places, "articles/a\nb.txt")
    found, troubles = find(places)
    assert (found, told(troubles)) == (
        [],
        ["articles/a\\nb.txt: has a name with a character that cannot be shown; rename it"],
    )


CONFLICT = "articles/a.sync-conflict-20261127-101010-ABCDEFG.txt"


def test_a_copy_that_a_program_made_of_an_article_is_none_and_is_told_only_where_it_is_named(places):
    own, copy = write(places, "articles/a.txt"), write(places, CONFLICT)
    assert (find(places), copies(places)) == (([own], []), [(copy, "a.txt")])
    found, (trouble,) = find(places, [copy])
    assert found == []
    assert (
        str(trouble) == f"{CONFLICT}: is a copy that a program has made of a.txt; bring the two together, and remove it"
    )


def test_what_is_called_like_a_copy_without_its_original_is_an_article(places):
    alone = write(places, "articles/deep/hard copy.txt")
    assert (find(places)[0], copies(places)) == ([alone], [])
    write(places, "articles/deep/hard.txt")
    assert copies(places) == [(alone, "hard.txt")]


def test_copies_of_what_is_hidden_or_no_article_are_nobodys(places):
    write(places, "articles/.old/a - Copy.txt")
    write(places, "articles/.old/a.txt")
    write(places, "articles/notes (conflicted copy 2026-11-27 101010).odt")
    assert copies(places) == []
