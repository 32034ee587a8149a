import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.workers import toy
from tests.workers.clusters import LOOKED_AFTER, Machines, machines
from tests.workers.contract import SOON, WorkersContract
from translate.workers.addresses import ClusterError
from translate.workers.cluster import Cluster, Waits
from translate.workers.interface import GoneError, UnitError

long = pytest.mark.skipif(
    os.environ.get("NEWSDESK_LONG") != "1", reason="starts many processes; NEWSDESK_LONG=1 runs it"
)
WAITS = Waits(start=60, absence=60, silence=20, first=60, least=60, look=0.05)
SHORT = Waits(start=60, absence=60, silence=5, first=5, least=5, look=0.05)


def cluster(there: Machines, waits: Waits = WAITS) -> Cluster:
    return Cluster(there.address, toy.work, toy.about, waits=waits)


def until(holds: Callable[[], bool]) -> None:
    for _ in range(SOON * 20):
        if holds():
            return
        time.sleep(0.05)
    raise AssertionError


@pytest.fixture(scope="module")
def looked_after() -> Iterator[Machines]:
    """Two workers that their nannies start again when they die."""
    with machines() as there:
        there.scheduler()
        there.workers(1, (*LOOKED_AFTER, "--nworkers", "2"))
        yield there


class TestCluster(WorkersContract):
    @pytest.fixture
    def workers(self, looked_after: Machines) -> Iterator[Cluster]:
        with cluster(looked_after) as made:
            yield made


@long
def test_a_night_of_mishaps_has_the_outcomes_of_a_quiet_one_and_tells_what_failed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    quiet = [f"sleep {0.5 + n / 100}".encode() for n in range(12)]
    with machines() as there:
        scheduler = there.scheduler()
        killed, stopped, *_ = there.workers(4)
        with cluster(there, SHORT) as made:
            until(lambda: made.places == 4)
            first = [made.submit(f"quiet-{n}", unit) for n, unit in enumerate(quiet[:6])]
            failing = made.submit("failing", b"fail always")
            # Each of the four has a unit now.
            killed.kill()
            os.kill(stopped.pid, signal.SIGSTOP)
            assert [future.result(SOON) for future in first] == [unit.upper() for unit in quiet[:6]]
            with pytest.raises(ValueError, match="nobody can do always"):
                failing.result(SOON)

            second = [made.submit(f"quiet-{n}", unit) for n, unit in enumerate(quiet[6:], start=6)]
            scheduler.kill()
            scheduler.wait()
            there.scheduler()
            there.workers(1)
            there.workers(1, TOY_VERSION="2")
            assert [future.result(SOON) for future in second] == [unit.upper() for unit in quiet[6:]]
            until(lambda: any("toy 2 there and 1 here" in told for told in made.troubles))
            assert made.places == 1
            told = "\n".join(made.troubles)
    assert [told.count(words) for words in ("was lost; quiet-", "hung at quiet-", "the scheduler at")] == [1, 1, 1]
    assert capfd.readouterr() == ("", "")


def test_a_worker_that_is_not_as_the_run_is_given_nothing(
    looked_after: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOY_VERSION", "3")
    with pytest.raises(GoneError, match=r"worker tcp://127\.0\.0\.1:\d+ is given nothing: toy 1 there and 3 here"):
        cluster(looked_after, Waits(start=2, look=0.05))


def test_a_run_at_work_beside_another_gets_its_own_outcomes(looked_after: Machines) -> None:
    with cluster(looked_after) as one, cluster(looked_after) as other:
        mine, theirs = one.submit("the same key", b"mine"), other.submit("the same key", b"theirs")
        assert (mine.result(SOON), theirs.result(SOON)) == (b"MINE", b"THEIRS")


def test_a_unit_that_is_asked_for_again_while_it_is_under_way_is_done_once(
    looked_after: Machines, tmp_path: Path
) -> None:
    unit = f"note {tmp_path / 'notes'}".encode()
    with cluster(looked_after) as made:
        blocking = [made.submit(f"blocking-{n}", b"sleep 0.2") for n in range(4)]
        asked = [made.submit("noted", unit) for _ in range(3)]
        assert {future.result(SOON) for future in [*blocking, *asked]} == {b"SLEEP 0.2", unit.upper()}
    assert (tmp_path / "notes").read_text() == "here\n"


def test_what_is_no_outcome_is_told(looked_after: Machines) -> None:
    with cluster(looked_after) as made, pytest.raises(UnitError, match="gave no outcome but int"):
        made.submit("number", b"number").result(SOON)


def test_where_nobody_listens_it_is_told_soon() -> None:
    with pytest.raises(GoneError, match=r"nobody works at tcp://127\.0\.0\.1:1 for 0 seconds: no scheduler answers"):
        Cluster("tcp://127.0.0.1:1", toy.work, toy.about, waits=Waits(start=0.1, look=0.05))


def test_without_dask_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(ClusterError, match=r"install it with: pip install 'newsdesk\[cluster\]'$"):
        Cluster("tcp://127.0.0.1:8786", toy.work, toy.about)


def test_without_certificates_it_is_told_where_they_are_named() -> None:
    with pytest.raises(ClusterError, match=r"for tls://127\.0\.0\.1:8786 dask has no certificates; name them"):
        Cluster("tls://127.0.0.1:8786", toy.work, toy.about)


def test_certificates_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    import dask

    with (
        dask.config.set({f"distributed.comm.tls.{name}": str(tmp_path / "none.pem") for name in TLS}),
        pytest.raises(ClusterError, match="dask's configuration of TLS cannot be used: "),
    ):
        Cluster("tls://127.0.0.1:8786", toy.work, toy.about)


PLANTED = """
distributed: {client: {preload: [planted]}, scheduler: {preload: [planted]}, worker: {preload: [planted]}}
scheduler-address: tcp://192.0.2.1:8786
"""


def test_nothing_that_lies_in_a_project_is_taken_for_dasks_configuration(tmp_path: Path) -> None:
    for name in (
        "dask.yaml",
        "distributed.yaml",
        ".dask/a.yaml",
        ".config/dask/a.yaml",
        "etc/dask/a.yaml",
        "dask/a.yaml",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PLANTED)
    (tmp_path / "planted.py").write_text("raise SystemExit(9)\n")
    program = (
        "import distributed, dask\nprint([dask.config.get(f'distributed.{each}.preload') for each in "
        "('client', 'scheduler', 'worker')], dask.config.get('scheduler-address', None))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "[[], [], []] None\n"


# --- what takes long ------------------------------------------------------------------------------------------------

TLS = ("ca-file", "scheduler.cert", "scheduler.key", "worker.cert", "worker.key", "client.cert", "client.key")


def certificates(folder: Path) -> dict[str, str]:
    """What dask's configuration of TLS names: an authority of its own, and one certificate for everybody."""
    import trustme

    folder.mkdir()
    authority = trustme.CA()
    certificate = authority.issue_cert("127.0.0.1")
    authority.cert_pem.write_to_path(folder / "ca.pem")
    certificate.private_key_and_cert_chain_pem.write_to_path(folder / "one.pem")
    return {name: str(folder / ("ca.pem" if name == "ca-file" else "one.pem")) for name in TLS}


def as_environment(named: dict[str, str]) -> dict[str, str]:
    names = {
        name: f"DASK_DISTRIBUTED__COMM__TLS__{name.upper().replace('.', '__').replace('-', '_')}" for name in named
    }
    encrypted = {"DASK_DISTRIBUTED__COMM__REQUIRE_ENCRYPTION": "True"}
    return {names[name]: path for name, path in named.items()} | encrypted


@contextlib.contextmanager
def configured(named: dict[str, str]) -> Iterator[None]:
    """dask in this process, as the environment would have it."""
    import dask

    with dask.config.set({f"distributed.comm.tls.{name}": path for name, path in named.items()}):
        yield


@long
def test_with_certificates_of_the_clusters_own_authority_it_works_and_with_others_it_does_not(tmp_path: Path) -> None:
    ours, strange = certificates(tmp_path / "ours"), certificates(tmp_path / "strange")
    with machines(**as_environment(ours)) as there:
        there.scheduler("tls")
        there.workers(2)
        assert there.address.startswith("tls://")
        with configured(ours), cluster(there) as made:
            assert made.submit("one", b"ferry").result(SOON) == b"FERRY"
        with configured(strange), pytest.raises(GoneError, match="no scheduler answers"):
            cluster(there, Waits(start=3, look=0.05))
        with pytest.raises(GoneError, match="no scheduler answers"):  # Without TLS nobody listens there.
            Cluster(there.address.replace("tls:", "tcp:"), toy.work, toy.about, waits=Waits(start=3, look=0.05))


@long
def test_a_unit_that_hangs_everywhere_is_given_up_and_those_who_hung_work_on(tmp_path: Path) -> None:
    with machines() as there:
        there.scheduler()
        there.workers(1, (*LOOKED_AFTER, "--nworkers", "2"))
        with cluster(there, SHORT) as made:
            hanging = made.submit("hanging", b"hang")
            others = [made.submit(f"other-{n}", b"sleep 0.1") for n in range(20)]
            with pytest.raises(
                UnitError, match=r"hanging was given up after 3 tries: worker .* hung at it for \d+ sec"
            ):
                hanging.result(SOON)
            assert {other.result(SOON) for other in others} == {b"SLEEP 0.1"}
            until(lambda: made.places == 2)
            assert made.submit("after", b"ferry").result(SOON) == b"FERRY"


@long
def test_what_a_worker_that_is_slow_alone_makes_counts_when_it_comes_first(tmp_path: Path) -> None:
    with machines() as there:
        there.scheduler()
        there.workers(2)
        waits = Waits(start=60, absence=60, silence=60, first=2, least=2, look=0.05)
        with cluster(there, waits) as made:
            # The second begins two seconds later, and needs as long.
            assert made.submit("slow", b"sleep 5").result(SOON) == b"SLEEP 5"
            assert len([told for told in made.troubles if "hung at slow" in told]) == 2
            until(lambda: made.places >= 1)


@long
def test_a_scheduler_that_stays_away_leaves_nobody_waiting(tmp_path: Path) -> None:
    with machines() as there:
        scheduler = there.scheduler()
        there.workers(1)
        with cluster(there, Waits(start=60, absence=3, silence=60, first=60, least=60, look=0.05)) as made:
            waiting = [made.submit(f"unit-{n}", b"sleep 60") for n in range(5)]
            scheduler.kill()
            for future in waiting:
                with pytest.raises(GoneError, match=r"nobody works at .* for 3 seconds: no scheduler answers"):
                    future.result(SOON)
            with pytest.raises(GoneError):
                made.submit("later", b"ferry").result(SOON)


@long
def test_a_scheduler_that_hangs_leaves_nobody_waiting(tmp_path: Path) -> None:
    with machines() as there:
        scheduler = there.scheduler()
        there.workers(1)
        with cluster(there, Waits(start=60, absence=3, silence=2, first=60, least=60, look=0.05)) as made:
            until(lambda: made.places == 1)
            os.kill(scheduler.pid, signal.SIGSTOP)
            with pytest.raises(GoneError, match="nobody works"):
                made.submit("unit", b"ferry").result(SOON)
