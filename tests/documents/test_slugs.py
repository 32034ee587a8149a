"""An article's catalogs get a name that every file system and web address takes."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.text.locales import is_code
from translate.documents.slugs import LONGEST, is_shelf, shelf_of, slug_of
from translate.errors import DocumentError


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("articles/2026-11-19-ringvaade-library.txt", "2026-11-19-ringvaade-library"),
        ("a/b/A.story_2--final.txt", "A.story_2--final"),
        ("Õhtune lugu (2).txt", "Ohtune-lugu-2"),
        ("don’t.txt", "don-t"),
        ("-rf.txt", "rf"),
        ("..hidden.txt", "hidden"),
        (".txt", "txt"),
        ("no-ending", "no-ending"),
        ("2026 новости.txt", "2026"),
        ("a\nb\0c\\d.txt", "a-b-c-d"),
        ("ends-.-.txt", "ends"),
        ("con.txt", "_con"),
        ("LPT1.old.txt", "_LPT1.old"),
        ("console.txt", "console"),
    ],
)
def test_a_slug_keeps_what_is_safe_and_folds_the_rest(path, slug):
    assert slug_of(path) == slug


@given(st.text())
def test_a_slug_is_safe_or_refused(name):
    path = f"articles/{name}.txt"
    try:
        slug = slug_of(path)
    except DocumentError as error:
        assert error.path == path  # noqa: PT017 - a refusal is one of two right answers
        return
    assert re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9._-]*", slug)
    assert len(slug) <= LONGEST
    assert slug_of(f"{slug}.txt") == slug


def test_long_names_that_differ_at_the_end_have_different_slugs():
    one, other = slug_of("x" * 300 + "-1.txt"), slug_of("x" * 300 + "-2.txt")
    assert one != other
    assert len(one) == len(other) == LONGEST


@pytest.mark.parametrize("path", ["новости.txt", "...txt", "--.txt", "_.txt", "日本.txt", "🏴.txt"])
def test_a_name_without_a_safe_letter_is_refused_with_an_example(path):
    with pytest.raises(DocumentError, match="rename it, for instance"):
        slug_of(f"articles/{path}")


@pytest.mark.parametrize(
    ("slug", "shelf"),
    [
        ("2025-02-20-kannik", "2025-02"),
        ("2025-02-20", "2025-02"),
        ("20250220-kannik", "2025-02"),
        ("2025_02_20_kannik", "2025-02"),
        ("2025.12.31.kannik", "2025-12"),
        ("2025-13-20-kannik", "010"),
        ("2025-02-32-kannik", "021"),
        ("2025-0220-kannik", "106"),
        ("202502201530-kannik", "027"),
        ("kannik-2025-02-20", "196"),
        ("ferry", "070"),
    ],
)
def test_the_catalogs_of_a_month_lie_together_and_others_where_they_always_did(slug, shelf):
    assert shelf_of(slug) == shelf


def test_what_has_no_date_is_spread_evenly():
    found = Counter(shelf_of(f"esimene-stuudio-{number}") for number in range(25_600))
    assert len(found) == 256
    assert max(found.values()) < 150


def test_a_sub_folder_is_told_by_its_name_and_no_locale_is_called_so():
    names = {f"{number:03}" for number in range(256)} | {
        f"{year}-{month:02}" for year in (1999, 2025) for month in range(1, 13)
    }
    assert all(is_shelf(name) and not is_code(name) for name in names)
    others = ("256", "12", "1234", "2025-00", "2025-13", "1825-02", "2025-2", "et", "LC_MESSAGES", "", "٠٠٧", "007\n")
    assert not any(is_shelf(name) for name in others)


@given(st.text())
def test_whatever_a_file_is_called_its_sub_folder_is_one(name):
    assert is_shelf(shelf_of(name))
