"""A seal is read if we wrote it and nobody else could, and if it is harmless to show."""

import os
from dataclasses import replace

import pytest

from translate.ledger import seals
from translate.ledger.seals import FOLDER, Seal

SEAL = Seal("asked", "project", ("/a",), ("/b", "/c"), ("/d",), "elsewhere", 1, "Nothing new.\n", "newsdesk: a note\n")


@pytest.fixture
def root(tmp_path):
    (tmp_path / ".newsdesk").mkdir()
    return tmp_path


def test_a_seal_is_read_as_it_was_kept(root):
    assert seals.load(root) is None
    for seal in (SEAL, replace(SEAL, for_programs=True), replace(SEAL, said="\x1b[1;36mdrafted\x1b[0m\n", code=0)):
        seals.keep(root, seal)
        assert seals.load(root) == seal


@pytest.mark.parametrize("text", ["\x1b]0;title\x07", "\x1b[2J", "\r", "\u202egnp", "\udcff"])
@pytest.mark.parametrize("where", ["said", "told"])
def test_what_a_terminal_would_obey_is_not_kept(root, text, where):
    seals.keep(root, replace(SEAL, **{where: text}))
    assert seals.load(root) is None


def test_what_is_longer_than_a_report_is_not_kept(root):
    seals.keep(root, replace(SEAL, said="x" * seals.KEPT.largest))
    assert seals.load(root) is None


@pytest.mark.parametrize("permissions", [0o640, 0o604, 0o620, 0o602])
def test_a_seal_that_others_may_read_or_write_is_none(root, permissions):
    seals.keep(root, SEAL)
    (file,) = (root / FOLDER).iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(permissions)
    assert seals.load(root) is None


def test_a_seal_of_another_account_is_none(root, monkeypatch):
    seals.keep(root, SEAL)
    monkeypatch.setattr(seals.os, "geteuid", lambda: os.getuid() + 1)
    assert seals.load(root) is None
