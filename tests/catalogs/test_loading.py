"""A PO file is known by its bytes, however it came to be on the disk."""

import pytest

from translate.catalogs.loading import PO_FILE, load
from translate.errors import CatalogError


def test_a_file_is_loaded_under_the_name_that_the_newsroom_knows(tmp_path):
    (tmp_path / "a.po").write_bytes(b'msgid "a"\nmsgstr "b"\n')
    po = load(tmp_path / "a.po", "locales/et/a.po", home=None)
    assert po is not None
    assert (po.path, [entry.msgstr for entry in po.catalog.entries]) == ("locales/et/a.po", ["b"])
    assert load(tmp_path / "b.po", "locales/et/b.po", home=None) is None


def test_what_is_no_po_file_is_told(tmp_path):
    (tmp_path / "a.po").write_bytes(b"<html>")
    with pytest.raises(CatalogError, match=r"^a\.po: is a web page or another kind of XML"):
        load(tmp_path / "a.po", "a.po", home=None)


@pytest.mark.parametrize(
    ("data", "whole"),
    [(b'msgid "a"\nmsgstr "b"\n', True), (b'msgid "a"\nmsgstr "b', False), (b'msgid "a"\n', False), (b"", True)],
)
def test_a_file_that_broke_off_is_not_whole(data, whole):
    assert PO_FILE.is_whole(data) is whole
