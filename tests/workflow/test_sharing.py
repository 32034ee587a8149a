"""What is remembered can be handed to other programs, and what they have no place for is counted."""

import pytest

from tests.workflow.project import NOW
from translate.catalogs.reading import read
from translate.core.entries.remembered import MemoryUnit
from translate.errors import MemoryFileError
from translate.memory import tmx
from translate.memory.database import Feed, Memory
from translate.workflow.sharing import Exported, export_po, export_tmx

OLD, NEW = "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"
UNITS = (
    MemoryUnit("et", "tea", "tee", seen=OLD),
    MemoryUnit("et", "tea", "teejook", seen=NEW),
    MemoryUnit("et", "tea", "Tee", "headline", seen=OLD),
    MemoryUnit("et", "sea", "meri", seen=OLD),
    MemoryUnit("ru", "tea", "чай", seen=OLD),
)


@pytest.fixture
def memory(project):
    with Memory(project.root / "memory.sqlite", source="en", home=None) as memory:
        memory.feed([Feed("a.po", "1", UNITS)])
        yield memory


def test_a_tmx_file_holds_every_unit_of_the_locales(project, memory):
    path = project.root / "out.tmx"
    assert export_tmx(project.settings, memory, path, ["et"]) == Exported(4, 0)
    with path.open("rb") as file:
        found = list(tmx.read(file, "out.tmx", source="en", locales=["et", "ru"]))
    assert sorted((u.source, u.target, u.kind) for u in found) == sorted(
        (u.source, u.target, u.kind) for u in UNITS if u.locale == "et"
    )


def test_a_unit_that_xml_cannot_hold_is_counted(project, memory):
    memory.feed([Feed("b.po", "1", [MemoryUnit("et", "bell\a", "kell")])])
    assert export_tmx(project.settings, memory, project.root / "out.tmx", ["et"]) == Exported(4, 1)


def test_a_po_file_holds_for_a_text_of_a_kind_what_was_approved_last(project, memory):
    path = project.root / "new" / "out.po"
    assert export_po(project.settings, memory, path, "et", now=NOW) == Exported(3, 1)
    found = read(path.read_bytes(), "out.po").catalog
    assert sorted((e.msgid, e.msgctxt or "", e.msgstr) for e in found.entries) == [
        ("sea", "", "meri"),
        ("tea", "", "teejook"),
        ("tea", "headline", "Tee"),
    ]
    assert not any(entry.fuzzy for entry in found.entries)
    assert found.header.get("Language") == "et"


def test_a_place_that_cannot_be_written_is_one_sentence(project, memory):
    blocked = project.write("out", "a file") / "out.po"
    with pytest.raises(MemoryFileError, match="a file stands where its folder belongs; move that file elsewhere"):
        export_po(project.settings, memory, blocked, "et", now=NOW)
    with pytest.raises(MemoryFileError, match="a file stands where its folder belongs"):
        export_tmx(project.settings, memory, blocked, ["et"])


@pytest.mark.parametrize("through", [".", "alias"])
def test_what_is_written_into_the_project_goes_through_no_link_out_of_it(project, memory, tmp_path_factory, through):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "canary").write_text("theirs")
    (outside / "alias").symlink_to(project.root)
    for name, target in (("a.tmx", "canary"), ("b.po", "canary"), ("new.tmx", "none"), ("pub", ".")):
        (project.root / name).symlink_to(outside / target)
    folder = outside / "alias" if through == "alias" else project.root
    for name in ("a.tmx", "new.tmx", "pub/c.tmx"):
        with pytest.raises(MemoryFileError, match="is a link that leads out of the project"):
            export_tmx(project.settings, memory, folder / name, ["et"])
    with pytest.raises(MemoryFileError, match="is a link that leads out of the project"):
        export_po(project.settings, memory, folder / "b.po", "et", now=NOW)
    assert {path.name: path.is_file() and path.read_text() for path in outside.iterdir()} == {
        "alias": False,
        "canary": "theirs",
    }
