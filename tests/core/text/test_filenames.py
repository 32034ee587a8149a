"""A copy that a program has made of a file is known by its name, and a newsroom's own names are not taken for one."""

import pytest

from translate.core.text.filenames import copied


@pytest.mark.parametrize(
    "name",
    [
        "ferry.sync-conflict-20261127-101010-ABCDEFG.po",
        "ferry.sync-conflict-20261127-101010.po",
        "ferry_conflict-20261127-101010.po",
        "ferry (conflicted copy 2026-11-27 101010).po",
        "ferry (Anna's conflicted copy 2026-11-27).po",
        "ferry (Anna's conflicted copy 2026-11-27 (1)).po",
        "ferry (SFConflict anna@example.org 2026-11-27-10-10-10).po",
        "ferry (In Konflikt stehende Kopie von Anna 2026-11-27).po",
        "ferry (Copie en conflit de Anna 2026-11-27).po",
        "ferry (Copia en conflicto de Anna 2026-11-27).po",
        "ferry (конфликтующая копия с Anna 2026-11-27).po",
        "ferry.po.orig",
        "ferry.po.rej",
        "ferry.po.bak",
        "ferry.po.mine",
        "ferry.po.r412",
        "ferry.po~",
        ".#ferry.po",
        "#ferry.po#",
        ".ferry.po.swp",
    ],
)
def test_what_a_program_has_left_is_a_copy_whatever_lies_beside_it(name):
    assert copied(name) == "ferry.po"


@pytest.mark.parametrize(
    "name",
    [
        "ferry - Copy.po",
        "ferry - Copy (2).po",
        "ferry - Kopie.po",
        "Copy of ferry.po",
        "ferry copy.po",
        "ferry copy 2.po",
        "ferry_LOCAL_4711.po",
    ],
)
def test_what_a_person_too_may_call_a_file_is_a_copy_beside_its_original_alone(name):
    assert copied(name, {name, "ferry.po"}) == "ferry.po"
    assert copied(name, {name}) is None


def test_a_number_in_parentheses_makes_a_copy_only_where_nobody_numbers_files_so():
    assert copied("ferry (1).po", {"ferry.po"}, numbered=True) == "ferry.po"
    assert copied("ferry (1).po", {"ferry.txt"}, numbered=True) is None
    assert copied("ferry (1).txt", {"ferry.txt"}) is None


@pytest.mark.parametrize(
    "name",
    [
        "ferry.po",
        "2026-11-27-ferry.txt",
        "ferry-conflict.txt",
        "Tigray (conflict).txt",
        "the conflict of 2026-11-27.txt",
        "election (2).txt",
        "a hard copy.txt",
        "old.txt",
        "ferry.v2.po",
    ],
)
def test_an_article_may_be_called_so(name):
    assert copied(name, {name, "election.txt", "ferry.txt"}) is None
