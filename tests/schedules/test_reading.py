import os
from pathlib import Path

import pytest

from tests.schedules import broadcast
from translate.errors import DocumentError
from translate.schedules.reading import FORMATS, Lists, endings, format_of, lists_in, read_list

CSV = b"name\nA\n"


@pytest.fixture
def root(tmp_path):
    project = (tmp_path / "project").resolve()
    (project / "shows").mkdir(parents=True)
    return project


def told(found):
    return [str(trouble) for trouble in found.troubles]


def put(root, *names, data=CSV):
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)


def test_each_ending_has_one_format():
    assert endings() == (".csv", ".json", ".tsv", ".xml", ".xmltv", ".yaml", ".yml")
    assert {ending: form.name for ending, form in FORMATS.items()} == {
        ".csv": "csv", ".tsv": "csv", ".json": "json", ".xml": "xmltv", ".xmltv": "xmltv", ".yaml": "yaml",
        ".yml": "yaml",
    }  # fmt: skip
    assert format_of("shows/Guide.XML") is FORMATS[".xml"]
    assert format_of("shows/guide.txt") is None


def test_the_lists_of_a_folder_and_those_below_come_in_order(root):
    put(root, "shows/b.csv", "shows/a.YAML", "shows/etv/c.json", "articles/d.csv")
    found = lists_in(root, "shows")
    assert [path.relative_to(root).as_posix() for path in found.files] == [
        "shows/a.YAML",
        "shows/b.csv",
        "shows/etv/c.json",
    ]
    assert (found.troubles, found.notes) == ((), ())


def test_where_there_is_no_folder_there_is_no_list(root):
    assert lists_in(root, "titles") == Lists((), (), ())


def test_what_is_hidden_is_passed_over_and_what_is_no_list_is_noted(root):
    put(root, "shows/a.csv", "shows/.hidden.csv", "shows/.git/b.csv", "shows/readme.txt", "shows/a.csv~")
    put(root, "shows/a (conflicted copy 2026-11-29).csv", "shows/Copy of a.csv", "shows/Copy of b.csv")
    found = lists_in(root, "shows")
    assert [path.name for path in found.files] == ["Copy of b.csv", "a.csv"]
    a_copy = "is a copy that a program has made of a.csv, and is passed over"
    assert found.notes == (
        f"shows/Copy of a.csv: {a_copy}",
        f"shows/a (conflicted copy 2026-11-29).csv: {a_copy}",
        f"shows/a.csv~: {a_copy}",
        f"shows/readme.txt: has none of the endings of lists, which are {', '.join(endings())}, and is passed over",
    )


def test_a_folder_that_leads_out_of_the_project_is_refused(root):
    put(root.parent, "elsewhere/a.csv")
    (root / "shows").rmdir()
    (root / "shows").symlink_to(root.parent / "elsewhere")
    found = lists_in(root, "shows")
    assert (found.files, told(found)) == (
        (), ["shows: is a link that leads out of the project; put the list of titles itself in its place"]
    )  # fmt: skip


def test_a_file_in_the_place_of_the_folder_is_refused(root):
    put(root, "titles")
    assert told(lists_in(root, "titles")) == ["titles: is no folder; put the lists into one of this name"]


def test_a_link_is_followed_to_a_file_of_the_project_only(root):
    put(root, "kept/a.csv")
    put(root.parent, "secret.csv")
    (root / "shows" / "in.csv").symlink_to("../kept/a.csv")
    (root / "shows" / "out.csv").symlink_to(root.parent / "secret.csv")
    (root / "shows" / "gone.csv").symlink_to("nowhere.csv")
    (root / "shows" / "folder").symlink_to("../kept")
    os.mkfifo(root / "shows" / "pipe.csv")
    found = lists_in(root, "shows")
    assert found.files == (root / "shows" / "in.csv",)
    assert told(found) == [
        "shows/folder: is a link to a folder, which is not followed; remove it",
        "shows/gone.csv: is a link that leads nowhere; is a disk missing?",
        "shows/out.csv: is a link that leads out of the project; put the list of titles itself in its place",
        "shows/pipe.csv: is no plain file; move it elsewhere",
    ]


def test_a_name_that_cannot_be_shown_is_refused_and_shown_all_the_same(root):
    put(root, "shows/a\u202eb.csv", "shows/c\x1b.txt")
    found = lists_in(root, "shows")
    assert (found.files, told(found)) == (
        (), [r"shows/a\u202eb.csv: has a name with a character that cannot be shown; rename it"]
    )  # fmt: skip
    assert found.notes[0].startswith(r"shows/c\x1b.txt: has none of the endings")


@pytest.mark.parametrize("name", broadcast.FILES)
def test_a_list_is_read_by_its_ending(root, name):
    items = broadcast.schedule()
    put(root, f"shows/{name}", data=broadcast.FILES[name](items))
    document = read_list(root / "shows" / name, f"shows/{name}", home=root, source="en")
    assert [segment.text for segment in document.segments] == [item.name for item in items]
    assert (document.slug, document.path) == ("shows", f"shows/{name}")


def test_a_list_is_read_in_the_language_of_the_project():
    path = Path(__file__).parent / "examples" / "guide.xml"
    found = [read_list(path, "guide.xml", home=path.parent, source=source).segments[-1].text for source in ("sv", "en")]
    assert found == ["Ingen lämnar Kaarnaküla", "Nobody Leaves Kaarnaküla"]


def test_a_list_that_is_none_or_lies_elsewhere_is_refused(root):
    put(root, "shows/a.txt")
    put(root.parent, "secret.csv")
    (root / "shows" / "out.csv").symlink_to(root.parent / "secret.csv")
    refused = {}
    for name in ("a.txt", "gone.csv", "out.csv"):
        with pytest.raises(DocumentError) as caught:
            read_list(root / "shows" / name, f"shows/{name}", home=root)
        refused[name] = caught.value.message
    assert refused == {
        "a.txt": "is no list that newsdesk can read; it reads .csv, .json, .tsv, .xml, .xmltv, .yaml, .yml",
        "gone.csv": "there is no such file",
        "out.csv": "is a link that leads out of the project; put the list of titles itself in its place",
    }


def test_two_weeks_of_five_channels_have_some_hundred_titles():
    items = broadcast.schedule()
    assert (len({item.name for item in items}), {item.channel for item in items}) == (546, set(broadcast.CHANNELS))
    assert broadcast.schedule() == items
