"""``newsdesk models``, from the outside; what packages are made of is the business of tests/models."""

import json
import zipfile

import pytest

from tests.conftest import SAMPLE_MODEL


@pytest.fixture
def packages(tmp_path, monkeypatch):
    """An empty packages folder."""
    import argostranslate.settings

    folder = tmp_path / "packages"
    folder.mkdir()
    monkeypatch.setattr(argostranslate.settings, "package_data_dir", folder)
    monkeypatch.setattr(argostranslate.settings, "package_dirs", [folder])
    return folder


def test_a_package_from_a_file_is_listed_verified_and_removed(empty_folder, packages):
    ran = empty_folder.run("models", "install", str(SAMPLE_MODEL))
    assert (ran.code, ran.out) == (0, "en → et 0.1 installed\n")
    (listed,) = json.loads(empty_folder.run("models", "list", "--json").out)["packages"]
    assert (listed["source"], listed["target"], listed["state"]) == ("en", "et", "ok")
    assert empty_folder.run("models", "verify").out == "en → et 0.1: as installed\n"
    assert empty_folder.run("models", "remove", "en", "et").out == "removed en → et 0.1\n"
    assert "No package is installed" in empty_folder.run("models", "list").out


def test_a_package_that_changed_is_a_finding(empty_folder, packages):
    empty_folder.run("models", "install", str(SAMPLE_MODEL))
    (model,) = packages.rglob("model.bin")
    model.write_bytes(model.read_bytes()[:-1] + b"!")
    ran = empty_folder.run("models", "verify")
    assert (ran.code, "changed: model/model.bin" in ran.out) == (1, True)


def test_without_a_network_one_sentence_says_what_to_do(empty_folder, packages, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "http://127.0.0.1:9/")
    ran = empty_folder.run("models", "install", "en", "et")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert "newsdesk models install FILE.argosmodel" in ran.err


def test_the_accounts_mirror_is_asked(empty_folder, packages):
    empty_folder.write("index.json", "[]")
    empty_folder.machine(f'[models]\nindex = "{empty_folder.root}/index.json"\n')
    assert json.loads(empty_folder.run("models", "list", "--available", "--json").out) == {"packages": []}
    assert empty_folder.run("models", "install", "en", "et").code == 2


def hostile(path, change):
    with zipfile.ZipFile(SAMPLE_MODEL) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(change(name), old.read(name))


@pytest.mark.parametrize("kind", ["truncated", "zip slip", "no zip", "missing"])
def test_a_hostile_file_is_one_sentence_and_leaves_nothing(empty_folder, packages, kind):
    path = empty_folder.root / "bad.argosmodel"
    if kind == "truncated":
        path.write_bytes(SAMPLE_MODEL.read_bytes()[:100_000])
    elif kind == "zip slip":
        hostile(path, lambda name: name.replace("metadata.json", "../../metadata.json"))
    elif kind == "no zip":
        path.write_text("hello")
    ran = empty_folder.run("models", "install", str(path))
    assert (ran.code, len(ran.err.splitlines()), "bad.argosmodel" in ran.err) == (2, 1, True)
    assert list(packages.iterdir()) == []
