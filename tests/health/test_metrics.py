import os
import stat
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.health.records import ENDED
from translate.core.results.summary import ExitCode
from translate.errors import ReportError
from translate.health import metrics

EARLIER = replace(ENDED, number=11, ended="2026-11-21T02:20:00Z")
LATER = 1795314000.0
"""2026-11-22T02:20:00Z"""
DAY = 86400.0


@pytest.fixture(autouse=True)
def closed_umask() -> Iterator[None]:
    """What a service may have."""
    old = os.umask(0o077)
    yield
    os.umask(old)


def read(path: Path) -> dict[tuple[str, ...], float]:
    """Every sample, by its name and its labels but for the project."""
    return {
        (sample.name, *(value for label, value in sorted(sample.labels.items()) if label != "project")): sample.value
        for family in text_string_to_metric_families(path.read_text("utf-8"))
        for sample in family.samples
    }


def test_a_run_is_told_in_figures(tmp_path: Path) -> None:
    metrics.write(tmp_path / "newsdesk.prom", ENDED, project="mydesk", home=None)

    assert read(tmp_path / "newsdesk.prom") == {
        ("newsdesk_last_run_timestamp_seconds",): LATER,
        ("newsdesk_last_success_timestamp_seconds",): LATER,
        ("newsdesk_last_run_exit_code",): 1,
        ("newsdesk_last_run_duration_seconds",): 300.1234,
        ("newsdesk_phase_duration_seconds", "survey"): 1.5,
        ("newsdesk_phase_duration_seconds", "draft"): 290.25,
        ("newsdesk_entries", "et", "approved"): 3,
        ("newsdesk_entries", "et", "in_review"): 2,
        ("newsdesk_entries", "et", "drafts"): 17,
        ("newsdesk_entries", "et", "untranslated"): 1,
        ("newsdesk_words_left", "et"): 1234,
        ("newsdesk_flagged", "et"): 4,
        ("newsdesk_findings", "et", "error"): 2,
        ("newsdesk_findings", "et", "warning"): 5,
        ("newsdesk_no_longer_true", "correction"): 0,
        ("newsdesk_no_longer_true", "export"): 0,
        ("newsdesk_no_longer_true", "article"): 0,
        ("newsdesk_texts_lost",): 0,
        ("newsdesk_troubles",): 1,
        ("newsdesk_articles_unfinished",): 6,
    }


@pytest.mark.parametrize("code", [ExitCode.STOPPED, ExitCode.BUG, ExitCode.PARTIAL])
def test_a_run_that_failed_keeps_the_time_of_the_last_that_did_not(code: ExitCode, tmp_path: Path) -> None:
    failed = replace(ENDED, exit_code=code)
    path = tmp_path / "newsdesk.prom"

    metrics.write(
        path, failed, project="mydesk", history=(replace(EARLIER, ended="2026-01-01T00:00:00Z"), EARLIER), home=None
    )
    told = read(path)
    assert told["newsdesk_last_run_exit_code",] == code
    assert told["newsdesk_last_run_timestamp_seconds",] == LATER
    assert told["newsdesk_last_success_timestamp_seconds",] == LATER - DAY

    metrics.write(path, failed, project="mydesk", history=(replace(EARLIER, exit_code=code),), home=None)
    assert read(path)["newsdesk_last_success_timestamp_seconds",] == 0


def test_two_projects_on_a_machine_do_not_say_the_same_thing_twice(tmp_path: Path) -> None:
    samples: list[str] = []
    for project in ("mydesk", "sports"):
        metrics.write(tmp_path / f"{project}.prom", ENDED, project=project, home=None)
        text = (tmp_path / f"{project}.prom").read_text("utf-8")
        samples += [line.rpartition(" ")[0] for line in text.splitlines() if not line.startswith("#")]

    assert len(samples) == 40
    assert len(set(samples)) == len(samples)


def test_whoever_reads_sees_one_whole_file_and_may(tmp_path: Path) -> None:
    path = tmp_path / "newsdesk.prom"
    metrics.write(path, ENDED, project="mydesk", home=None)
    seen, sizes, over = set(), set(), threading.Event()

    def collect() -> None:  # As the node exporter does, but all the time.
        while not over.is_set():
            seen.update(tmp_path.glob("*.prom"))
            sizes.add(len(path.read_bytes()))

    reader = threading.Thread(target=collect)
    reader.start()
    for _ in range(100):
        metrics.write(path, ENDED, project="mydesk", home=None)
    over.set()
    reader.join()

    assert seen == {path}
    assert sizes == {path.stat().st_size}
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_to_the_file_stays_one(tmp_path: Path) -> None:
    (tmp_path / "link.prom").symlink_to(tmp_path / "newsdesk.prom")
    metrics.write(tmp_path / "link.prom", ENDED, project="mydesk", home=None)

    assert (tmp_path / "link.prom").is_symlink()
    assert read(tmp_path / "newsdesk.prom")


def test_a_folder_that_is_not_there_is_told_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "newsdesk.prom"
    with pytest.raises(ReportError) as found:
        metrics.write(path, ENDED, project="mydesk", home=None)

    assert str(found.value) == (
        f"{path}: the metrics cannot be written: No such file or directory; see “metrics” under [nightly]"
    )


def test_what_is_no_longer_true_has_figures(tmp_path: Path) -> None:
    metrics.write(
        tmp_path / "a.prom", replace(ENDED, corrections=2, outdated=3, withdrawn=1, lost=4), project="mydesk", home=None
    )
    told = read(tmp_path / "a.prom")
    kinds = [told["newsdesk_no_longer_true", kind] for kind in ("correction", "export", "article")]
    assert (kinds, told["newsdesk_texts_lost",]) == ([2, 3, 1], 4)
