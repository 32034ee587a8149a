"""A file gives the memory what is sound in it, or nothing and a sentence."""

import pytest

from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.remembered import MemoryUnit
from translate.errors import MemoryFileError
from translate.memory.sources import units_of_catalog, units_of_sound_tmx, units_of_tmx

TEA = Entry("tea", "tee")
TMX = """<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="en"><seg>tea</seg></tuv><tuv xml:lang="et"><seg>tee</seg></tuv></tu>
<tu><tuv xml:lang="fi"><seg>tee</seg></tuv></tu>
</body></tmx>"""


def catalog(**fields):
    return Catalog(Header(tuple((name.replace("_", "-"), value) for name, value in fields.items())), (TEA,))


def of(found, **more):
    return units_of_catalog(found, "a.po", locales=("et", "ru"), **more)


def test_a_file_of_ours_is_in_the_locale_that_its_place_says():
    assert of(catalog(Language="fi"), locale="et") == (MemoryUnit("et", "tea", "tee", origin="a.po"),)


def test_a_file_from_elsewhere_is_in_the_locale_that_its_header_names():
    assert of(catalog(Language=" ru ")) == (MemoryUnit("ru", "tea", "tee", origin="a.po"),)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"Language": "fi"}, "is in “fi”, which is none of the project's locales; its header must name one of et, ru"),
        ({}, "names no Language; its header must name one of et, ru"),
    ],
)
def test_a_file_in_no_locale_of_ours_is_one_sentence(fields, told):
    with pytest.raises(MemoryFileError) as caught:
        of(catalog(**fields))
    assert str(caught.value) == f"a.po: {told}"


@pytest.mark.parametrize(
    ("date", "seen"),
    [
        ("2026-11-20 10:30+0200", "2026-11-20T08:30:00Z"),
        ("YEAR-MO-DA HO:MI+ZONE", ""),
        ("0001-01-01 00:00+1400", ""),
        ("", ""),
    ],
)
def test_a_unit_is_as_old_as_the_revision_of_its_file(date, seen):
    (unit,) = of(catalog(Language="et", PO_Revision_Date=date))
    assert unit.seen == seen


def write(tmp_path, text):
    path = tmp_path / "a.tmx"
    path.write_text(text, "utf-8")
    return path


def test_of_a_sound_tmx_file_the_units_come_without_what_was_skipped(tmp_path):
    path = write(tmp_path, TMX)
    units = list(units_of_sound_tmx(path, "a.tmx", source="en", locales=("et",), home=None))
    assert units == [MemoryUnit("et", "tea", "tee", origin="a.tmx")]
    assert len(list(units_of_tmx(path, "a.tmx", source="en", locales=("et",), home=None))) == 2


def test_a_tmx_file_that_breaks_off_gives_no_unit_at_all(tmp_path):
    path = write(tmp_path, TMX[: TMX.index("</body>")])
    with pytest.raises(MemoryFileError, match="it ends too early"):
        units_of_sound_tmx(path, "a.tmx", source="en", locales=("et",), home=None)


def test_a_tmx_file_that_is_gone_is_one_sentence(tmp_path):
    with pytest.raises(MemoryFileError) as caught:
        units_of_sound_tmx(tmp_path / "a.tmx", "a.tmx", source="en", locales=("et",), home=None)
    assert str(caught.value) == "a.tmx: cannot be read: No such file or directory"
