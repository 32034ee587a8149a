"""An article's catalogs get a name that every file system and web address takes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.slugs import LONGEST, slug_of
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
