"""Which Pythons the machine has is found out by asking them."""

import tomllib
from pathlib import Path

import pytest

from tools import pythons
from tools.pythons import Found, look, places
from tools.venvs import Refused, make_venv

ROOT = Path(__file__).parent.parent


def fake(path, says, code=0):
    """A program that answers like a Python."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{says}'\necho 'cannot: no library' >&2\nexit {code}\n", "utf-8")
    path.chmod(0o755)
    return path


def test_each_version_is_found_once_with_all_its_places_the_oldest_first(tmp_path):
    new = fake(tmp_path / "a/python3.13", "python cpython 3.13.10")
    old = fake(tmp_path / "a/python3", "python cpython 3.13.9")
    again = fake(tmp_path / "b/python3.13", "python cpython 3.13.10")
    early = fake(tmp_path / "c/python3.15", "python cpython 3.15.0a2")
    found = look([early, new, old, again, new])
    assert list(found.pythons.items()) == [("3.13.9", (old,)), ("3.13.10", (new, again)), ("3.15.0a2", (early,))]
    assert (found.missing, found.broken) == ([(3, 11), (3, 12), (3, 14)], {})


def test_what_is_no_cpython_from_3_11_on_is_passed_over(tmp_path):
    others = [
        fake(tmp_path / "a/python3.10", "python cpython 3.10.13"),
        fake(tmp_path / "a/python3.11", "python pypy 3.11.4"),
        fake(tmp_path / "a/python3", "python free-threaded 3.14.0"),
        fake(tmp_path / "b/python3", "Good morning"),
        fake(tmp_path / "b/python3.9", "", 127),
    ]
    assert look(others) == Found({}, {})


def test_a_broken_one_is_named_unless_there_is_another_of_its_version(tmp_path):
    broken = [fake(tmp_path / f"a/python3.{minor}", "", 127) for minor in (12, 13)]
    gone = tmp_path / "a/python3.14"
    found = look([*broken, gone, fake(tmp_path / "b/python3.12", "python cpython 3.12.1")])
    assert found.broken == {
        (3, 13): f"{broken[1]} does not start: cannot: no library",
        (3, 14): f"{gone} does not start: No such file or directory",
    }
    assert found.missing == [(3, 11)]


def test_pythons_are_looked_for_on_the_path_and_among_pyenvs_versions(tmp_path, monkeypatch):
    on_path = fake(tmp_path / "bin/python3.12", "")
    fake(tmp_path / "bin/python3.12-config", "")
    by_pyenv = fake(tmp_path / "pyenv/versions/3.13.0/bin/python3.13", "")
    elsewhere = fake(tmp_path / "other/versions/3.14.0/bin/python3.14", "")
    program = tmp_path / "bin/pyenv"
    program.write_text(f"#!/bin/sh\necho {tmp_path}/other\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    assert {on_path, by_pyenv, elsewhere} <= set(places())
    assert not any(path.name.endswith("-config") for path in places())


def test_a_venv_that_cannot_be_made_is_refused_in_one_line(tmp_path, monkeypatch):
    monkeypatch.setattr("tools.venvs.VENVS", tmp_path)
    with pytest.raises(Refused) as caught:
        make_venv("own", tmp_path / "python3.14")
    assert str(caught.value).isprintable()
    assert "python3.14" in str(caught.value)


def test_all_that_is_found_is_tried_and_the_rest_is_named(tmp_path, monkeypatch, capsys):
    there = {"3.12.1": (tmp_path / "a", tmp_path / "b"), "3.13.0": (tmp_path / "c",)}
    monkeypatch.setattr(pythons, "places", lambda: ())
    monkeypatch.setattr(pythons, "look", lambda _: Found(there, {(3, 14): "it does not start"}))

    def made(_name, path, *_wanted):
        if path.name != "b":
            raise Refused(f"no wheel for {path.name}")
        return path

    monkeypatch.setattr(pythons, "make_venv", made)
    for passed in (True, False):
        monkeypatch.setattr(pythons, "run_tests", lambda *_arguments, passed=passed: passed)
        assert pythons.main([]) == (0 if passed else 1)
        assert capsys.readouterr().out.splitlines()[-4:] == [
            f"Python 3.12.1: {'passed' if passed else 'failed'}",
            "Python 3.13.0: cannot be used: no wheel for c",
            "Python 3.14: broken; it does not start",
            "Python 3.11: missing",
        ]
    monkeypatch.setattr(pythons, "look", lambda _: Found({}, {}))
    assert pythons.main([]) == 1


def test_the_oldest_that_is_wanted_is_the_oldest_that_is_supported():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == ">={}.{}".format(*pythons.WANTED[0])
