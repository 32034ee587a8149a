import os
from pathlib import Path

import pytest

from translate.engines.processors import memory, processors

HERE = len(os.sched_getaffinity(0))


def tree(folder: Path, groups: str, **files: str) -> int:
    """What is found where the process is in these groups, and the files of the tree have this in them."""
    (folder / "cgroup").write_text(groups)
    for name, told in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_name(path.name.replace("_max", ".max").replace("cpu_cfs", "cpu.cfs")).write_text(told)
    return processors(folder / "cgroup", folder)


def test_without_a_limit_it_is_what_the_process_may_run_on(tmp_path: Path):
    assert tree(tmp_path, "0::/a/b\n", a__b__cpu_max="max 100000\n") == HERE
    assert processors(tmp_path / "none", tmp_path) == HERE


@pytest.mark.parametrize(("told", "share"), [("100000 100000", 1), ("150000 100000", 2), ("20000 100000", 1)])
def test_a_share_of_time_counts_if_it_is_worth_less_and_a_part_of_one_is_one(tmp_path: Path, told: str, share: int):
    assert tree(tmp_path, "0::/a\n", a__cpu_max=told) == min(share, HERE)


def test_the_limit_of_a_group_above_counts_too_and_in_a_container_that_of_the_root(tmp_path: Path):
    assert tree(tmp_path, "0::/a/b\n", a__b__cpu_max="max 100000", a__cpu_max="100000 100000") == 1
    assert tree(tmp_path, "0::/../outside\n", cpu_max="100000 100000") == 1


def test_of_the_older_groups_that_of_processors_counts(tmp_path: Path):
    told = {"cpu,cpuacct__a__cpu_cfs_quota_us": "100000\n", "cpu,cpuacct__a__cpu_cfs_period_us": "100000\n"}
    assert tree(tmp_path, "3:memory:/a\n2:cpu,cpuacct:/a\n", **told) == 1
    told["cpu,cpuacct__a__cpu_cfs_quota_us"] = "-1\n"
    assert tree(tmp_path, "2:cpu,cpuacct:/a\n", **told) == HERE


@pytest.mark.parametrize("told", ["", "x y", "1", "100000 0", "-5 100000", "1 2 3", "\0"])
def test_what_cannot_be_read_limits_nothing(tmp_path: Path, told: str):
    assert tree(tmp_path, "no line\n0::/a\n::\n", a__cpu_max=told) == HERE


def room(folder: Path, left: str, groups: str = "") -> int:
    """What memory is found where the machine has so much left."""
    (folder / "meminfo").write_text(left)
    (folder / "cgroup").write_text(groups)
    return memory(folder / "meminfo", folder / "cgroup", folder)


def test_the_memory_is_what_the_machine_has_left(tmp_path: Path):
    assert room(tmp_path, "MemTotal: 9 kB\nMemAvailable:   2048 kB\n") == 2048 * 1024


@pytest.mark.parametrize("told", ["", "MemAvailable:\n", "MemAvailable: much kB\n"])
def test_where_nobody_tells_there_is_none(tmp_path: Path, told: str):
    assert room(tmp_path, told) == memory(tmp_path / "none") == 0


def test_what_a_group_has_left_counts_if_it_is_less(tmp_path: Path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/memory.max").write_text("5000\n")
    (tmp_path / "a/memory.current").write_text("3000\n")
    assert room(tmp_path, "MemAvailable: 2048 kB\n", "0::/a/b\n") == 2000
    (tmp_path / "a/memory.max").write_text("max\n")
    assert room(tmp_path, "MemAvailable: 2048 kB\n", "0::/a/b\n") == 2048 * 1024
    older = tmp_path / "memory/a"
    older.mkdir(parents=True)
    (older / "memory.limit_in_bytes").write_text("700\n")
    (older / "memory.usage_in_bytes").write_text("800\n")
    assert room(tmp_path, "MemAvailable: 2048 kB\n", "4:memory:/a\n") == 0
