"""Runs that are spared the start do what runs do that were started as ever."""

import os
import signal
import subprocess

import pytest

from tests import ready
from tests.patience import wait_until

SETTINGS = '[project]\nname = "news"\nsource = "en"\nlocales = ["et"]\n[draft]\nengine = "identity"\n'


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "glossaries").mkdir()
    (tmp_path / "articles/ferry.txt").write_text("The ferry sails\n\nIt was late.\n", "utf-8")
    (tmp_path / "newsdesk.toml").write_text(SETTINGS, "utf-8")
    return tmp_path


@pytest.fixture(params=[False, True], ids=["a copy", "started as ever"])
def long(request, monkeypatch):
    monkeypatch.setattr(ready, "LONG", request.param)
    return request.param


def is_a_copy(process):
    return isinstance(process, ready.Process)


def run(desk, *arguments, **more):
    done = ready.run(arguments, cwd=desk, env={**os.environ, **more.pop("env", {})}, **more)
    return done.returncode, done.stdout, done.stderr


def test_only_what_an_interpreter_obeys_at_its_start_needs_one(desk, long):
    for env, preexec_fn, copied in (
        ({}, None, True),
        ({"COLUMNS": "40"}, ready.obeying, True),
        ({"LC_ALL": "C"}, None, False),
        ({"LD_PRELOAD": ""}, None, False),
        ({}, os.getpid, False),
    ):
        process = ready.start(["--version"], cwd=desk, env={**os.environ, **env}, preexec_fn=preexec_fn)
        with process.stdout, process.stderr:
            assert (is_a_copy(process), process.wait()) == (copied and not long, 0)


def test_it_says_and_leaves_the_same(desk, long):
    code, out, err = run(desk, "draft", "--json")
    assert (code, err, '"ferry.txt"' in out or "articles/ferry.txt" in out) == (0, "", True)
    assert 'msgid "It was late."' in (desk / "locales/et/LC_MESSAGES/ferry.po").read_text("utf-8")
    told = run(desk, "drafft")
    assert (told[0], told[1], told[2].splitlines()[0]) == (2, "", "Usage: newsdesk [OPTIONS] COMMAND [ARGS]...")
    assert run(desk.parent, "draft", env={"COLUMNS": "200"})[0] == 2


def test_it_has_its_folder_and_its_environment_and_no_other_runs(desk, long):
    colored = run(desk, "draft", env={"FORCE_COLOR": "1"})
    assert (colored[0], "\x1b[" in colored[1]) == (0, True)
    code, out, err = run(desk.parent, "draft")
    assert (code, out, err.split(";")[0]) == (
        2,
        "",
        f"newsdesk: there is no newsdesk.toml in {desk.parent} or above it",
    )


@pytest.mark.parametrize(("number", "code"), [(signal.SIGKILL, -9), (signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_it(desk, long, number, code):
    for n in range(300):
        (desk / f"articles/a{n}.txt").write_text(f"Headline {n}\n\nText {n}.\n", "utf-8")
    process = ready.start(["nightly"], cwd=desk, env=os.environ)
    with process.stdout, process.stderr:
        assert "started" in process.stderr.readline()
        assert process.poll() is None
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0)
        process.send_signal(number)
        assert process.wait() == code
        wait_until(lambda: process.poll() == code)
        process.kill()  # Nobody is there any more.


def test_permissions_count_for_who_obeys(desk, long):
    (desk / "articles/ferry.txt").chmod(0)
    code, _, err = run(desk, "draft", preexec_fn=ready.obeying)
    assert (code, "Permission denied" in err) == (2, True)
    if os.geteuid() == 0:
        assert run(desk, "draft")[0] == 0
