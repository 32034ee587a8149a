"""What `deploy/` ships for many machines works as it is written, as far as one machine can tell."""

import contextlib
import os
import pwd
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.programs import needs
from tests.test_deploy import DEPLOY, assignments, in_namespace, installed, project
from tests.test_readme import typed

__all__ = ["project"]

SCHEDULER, WORKER = DEPLOY / "newsdesk-scheduler.service", DEPLOY / "newsdesk-worker@.service"
COMPOSE, JOBS, SLURM = DEPLOY / "compose.yaml", DEPLOY / "kubernetes.yaml", DEPLOY / "slurm-night"
long = pytest.mark.skipif(os.environ.get("NEWSDESK_LONG") != "1", reason="takes a minute; NEWSDESK_LONG=1 runs it")
PATIENCE = 600
"""Tries, a tenth of a second apart, for what takes a few seconds."""


# --- systemd --------------------------------------------------------------------------------------------------------


@in_namespace
@needs("systemd-analyze")
def test_systemd_has_no_word_against_the_units_of_a_cluster(tmp_path: Path) -> None:
    units = [shutil.copy(unit, tmp_path) for unit in (SCHEDULER, WORKER)]
    verify = ("systemd-analyze", "verify", "--man=no", "--recursive-errors=yes", *units)
    (tmp_path / "project").mkdir()
    ran = subprocess.run(installed(verify, tmp_path / "project"), capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


@needs("systemd-analyze")
@pytest.mark.parametrize("unit", [SCHEDULER, WORKER], ids=lambda unit: unit.stem)
def test_a_unit_of_a_cluster_is_as_locked_in_as_one_with_a_network_can_be(unit: Path) -> None:
    check = ("systemd-analyze", "security", "--offline=true", "--threshold=15", unit)
    ran = subprocess.run(check, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize("unit", [SCHEDULER, WORKER], ids=lambda unit: unit.stem)
def test_nobody_beyond_a_private_network_reaches_a_cluster(unit: Path) -> None:
    assert assignments(unit, "IPAddressDeny") == ["any"]
    (allowed,) = assignments(unit, "IPAddressAllow")
    assert set(allowed.split()) == {"localhost", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"}


@pytest.mark.parametrize(("unit", "role"), [(SCHEDULER, "scheduler"), (WORKER, "worker")])
def test_a_unit_of_a_cluster_asks_for_certificates_and_gives_its_own(unit: Path, role: str) -> None:
    given = dict(line.split("=", 1) for line in assignments(unit, "Environment"))
    assert given["DASK_DISTRIBUTED__COMM__REQUIRE_ENCRYPTION"] == "True"
    named = {name.rpartition("TLS__")[2]: value for name, value in given.items() if "TLS__" in name}
    assert named == {
        "CA_FILE": "%d/ca.pem", f"{role.upper()}__CERT": "%d/cert.pem", f"{role.upper()}__KEY": "%d/key.pem"
    }  # fmt: skip
    assert {line.split(":")[0] for line in assignments(unit, "LoadCredential")} == {"ca.pem", "cert.pem", "key.pem"}


def test_the_neural_engine_of_a_worker_may_make_its_machine_code() -> None:
    assert assignments(WORKER, "MemoryDenyWriteExecute") == []


CLUSTER = """
mount -t proc none /proc
ip link set lo up
cd {scratch}
export {environment}
{scheduler} >>log 2>&1 &
scheduler=$!
while ! grep -q "Scheduler at" log; do kill -0 $scheduler && sleep 0.1 || exit; done
export SCHEDULER=tls://127.0.0.1:8786
{worker} >>log 2>&1 &
worker=$!
{worker} >>log 2>&1 &
python - <<PROGRAM
from translate.workers.cluster import Cluster
from tests.workers import toy
with Cluster("$SCHEDULER", toy.work, toy.about) as made:
    print([made.submit(str(n), b"ferry").result(100) for n in range(3)])
PROGRAM
ss -Hltn | awk '{{print $4}}' | grep -v ^127 | sed 's/.*://' | sort -u >ports
for port in $(cat ports); do
    echo | timeout 9 openssl s_client -brief -connect 127.0.0.1:$port 2>&1 | grep -q "^Protocol ver.*TLS" || echo $port
done
kill $scheduler
wait $worker
grep 8786 ports
echo "the worker ended with its scheduler"
"""
"""In a machine without a network, as the units have it: a unit's own lines, and a night that asks them."""


def made_as_the_page_says(folder: Path) -> None:
    """Make the certificates."""
    folder.mkdir()
    for command in typed((DEPLOY.parent / "docs" / "machines.md").read_text("utf-8")):
        if command.startswith(("mkdir", "openssl")):
            subprocess.run(shlex.split(command), cwd=folder, capture_output=True, check=True)


@long
@in_namespace
@needs("ip", "ss", "openssl")
def test_the_units_make_a_cluster_that_nobody_reaches_without_tls(tmp_path: Path) -> None:
    made_as_the_page_says(tmp_path / "certificates")
    named = {line.split(":")[0]: Path(line.split(":")[1]).name for line in assignments(SCHEDULER, "LoadCredential")}
    for name, file in named.items():
        shutil.copy(tmp_path / "certificates" / "tls" / file, tmp_path / name)
    (tmp_path / "project").mkdir()
    units = [line for unit in (SCHEDULER, WORKER) for line in assignments(unit, "Environment")]
    own = [
        "DASK_DISTRIBUTED__COMM__TLS__CLIENT__CERT=%d/cert.pem",
        "DASK_DISTRIBUTED__COMM__TLS__CLIENT__KEY=%d/key.pem",
        f"PATH=/opt/newsdesk/.venv/bin:{os.environ['PATH']}",
        f"PYTHONPATH={DEPLOY.parent}",
    ]
    stands_for = {"%d": tmp_path, "%S": tmp_path, "%i": 1}
    (scheduler,), (worker,) = (assignments(unit, "ExecStart") for unit in (SCHEDULER, WORKER))
    script = CLUSTER.format(
        scratch=tmp_path,
        environment=re.sub("%[dSi]", lambda found: str(stands_for[found[0]]), shlex.join([*units, *own])),
        scheduler=scheduler,
        worker=worker,
    )
    command = installed(("bash", "-c", script), tmp_path / "project")
    command.insert(command.index("sh"), "--net")
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    log = (tmp_path / "log").read_text("utf-8")
    # A port that others reach and that has no TLS would stand between these.
    said = ["[b'FERRY', b'FERRY', b'FERRY']", "8786", "the worker ended with its scheduler"]
    assert ran.stdout.splitlines() == said, ran.stderr + log


# --- containers -----------------------------------------------------------------------------------------------------


def test_containers_run_what_the_units_run() -> None:
    services = yaml.safe_load(COMPOSE.read_text("utf-8"))["services"]
    ran = {
        name: [part.replace("scheduler:", "HERE:") for part in service["command"]] for name, service in services.items()
    }
    for name, unit in (("scheduler", SCHEDULER), ("worker", WORKER)):
        (command,) = assignments(unit, "ExecStart")
        told = command.replace("${SCHEDULER}", "tls://HERE:8786").split()
        assert ran[name] == [Path(told[0]).name, *told[1:]]
        given = dict(line.split("=", 1) for line in assignments(unit, "Environment"))
        shared = {key for key in given if key.startswith(("DASK_DISTRIBUTED", "ARGOS_INTER"))}
        assert shared <= services[name]["environment"].keys()
    assert services.keys() == {"scheduler", "worker", "night"}
    assert all("ports" not in service for service in services.values())


@needs("docker-compose")
def test_compose_has_no_word_against_its_file() -> None:
    ran = subprocess.run(
        ["docker-compose", "--file", COMPOSE, "config", "--quiet"], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")


def test_all_that_the_image_is_made_of_is_there() -> None:
    copied = re.findall(r"^COPY (.*) \S+$", (DEPLOY / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    assert copied
    assert all((DEPLOY.parent / name).exists() for line in copied for name in line.split())


STAND_IN = """#!/bin/sh
echo "$@" >>"$STAND_IN_LOG"
exit "$STAND_IN_CODE"
"""
"""No newsdesk: it notes what it was told, and ends as it was told."""


@pytest.mark.parametrize(
    ("number", "code", "ends", "told"),
    [
        (0, 0, 0, "nightly prepare"),
        (0, 4, 0, "nightly prepare"),
        (0, 2, 1, "nightly prepare"),
        (1, 0, 0, "nightly --shard 16/16"),
        (1, 4, 0, "nightly --shard 16/16"),
        (1, 137, 1, "nightly --shard 16/16"),
        (2, 0, 0, "nightly report --join"),
        (2, 1, 0, "nightly report --join"),
        (2, 4, 0, "nightly report --join"),
        (2, 3, 1, "nightly report --join"),
    ],
)
def test_a_pod_does_its_act_and_fails_where_it_should_be_begun_again(
    number: int, code: int, ends: int, told: str, tmp_path: Path
) -> None:
    jobs = yaml.safe_load(JOBS.read_text("utf-8"))["items"]
    assert (jobs[1]["spec"]["completionMode"], jobs[1]["spec"]["completions"]) == ("Indexed", 16)
    (container,) = jobs[number]["spec"]["template"]["spec"]["containers"]
    stand_in = tmp_path / "newsdesk"
    stand_in.write_text(STAND_IN)
    stand_in.chmod(0o755)
    environment = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "STAND_IN_LOG": str(tmp_path / "log"),
        "STAND_IN_CODE": str(code),
        "JOB_COMPLETION_INDEX": "15",
    }
    ran = subprocess.run(container["command"], env=environment, check=False)
    assert (ran.returncode, (tmp_path / "log").read_text()) == (ends, told + "\n")


# --- SLURM ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [[], ["0"], ["-1"], ["3/16"], ["16; true"], ["--partition=night"], ["99999"]])
def test_slurm_is_given_nothing_before_the_number_of_shards_is_said(arguments: list[str]) -> None:
    ran = subprocess.run(["bash", SLURM, *arguments], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "slurm-night: say how many shards there are: deploy/slurm-night 16\n"


CONFIGURATION = """
ClusterName=newsroom
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmdPort={ports[1]}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CryptoType=crypto/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
ReturnToService=2
SchedulerParameters=sched_interval=1,batch_sched_delay=0
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 RealMemory=1000 State=UNKNOWN
PartitionName=night Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def free_ports() -> tuple[int, int]:
    with contextlib.ExitStack() as stack:
        taken = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(2)]
        first, second = (one.getsockname()[1] for one in taken)
    return first, second


@pytest.fixture
def slurm(tmp_path: Path) -> Iterator[dict[str, str]]:
    """SLURM itself, with this machine as its only one; gives the environment for its programs."""
    folder = tmp_path / "slurm"
    for name in ("state", "spool"):
        (folder / name).mkdir(parents=True)
    (folder / "munge.key").write_bytes(os.urandom(128))
    (folder / "munge.key").chmod(0o600)
    host, user = socket.gethostname().partition(".")[0], pwd.getpwuid(os.geteuid()).pw_name
    configuration = folder / "slurm.conf"
    configuration.write_text(CONFIGURATION.format(host=host, user=user, folder=folder, ports=free_ports()))
    environment = {**os.environ, "SLURM_CONF": str(configuration)}
    names = ("socket", "key-file", "pid-file", "log-file", "seed-file")
    munged = [
        "munged",
        "--foreground",
        "--force",
        *(f"--{name}={folder}/munge.{name.partition('-')[0]}" for name in names),
    ]
    with contextlib.ExitStack() as stack:
        for command, sign in ((munged, folder / "munge.socket"), (["slurmctld", "-D"], None), (["slurmd", "-D"], None)):
            log = stack.enter_context((folder / "log").open("ab"))
            process = stack.enter_context(subprocess.Popen(command, env=environment, stdout=log, stderr=log))
            stack.callback(process.kill)
            for _ in range(PATIENCE):
                if sign is None or sign.exists():
                    break
                time.sleep(0.1)
        for _ in range(PATIENCE):
            states = subprocess.run(
                ["sinfo", "-h", "-o", "%t"], env=environment, capture_output=True, text=True, check=False
            )
            if states.stdout.strip() == "idle":
                break
            time.sleep(0.1)
        assert states.stdout.strip() == "idle", (folder / "log").read_text()
        yield environment


def slurm_night(environment: dict[str, str], project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A night as the script has SLURM do it."""
    given = {
        "NEWSDESK": str(Path(sys.executable).parent / "newsdesk"),
        "NEWSDESK_PROJECT": str(project),
        "NEWSDESK_LOGS": str(project.parent / "logs"),
    }
    command = [SLURM, *arguments]
    return subprocess.run(command, env=environment | given, capture_output=True, text=True, check=False)


needs_slurm = needs("munged", "slurmctld", "slurmd", "sbatch", "sinfo")


@long
@needs_slurm
def test_slurm_does_the_shards_of_a_night_and_the_report_is_the_scripts(
    slurm: dict[str, str], project: Path, tmp_path: Path
) -> None:
    alone = Path(shutil.copytree(project, tmp_path / "alone"))
    newsdesk = Path(sys.executable).parent / "newsdesk"
    by_itself = subprocess.run([newsdesk, "nightly"], cwd=alone, capture_output=True, text=True, check=False)

    ran = slurm_night(slurm, project, "3", "--mem=100M")
    assert (ran.returncode, ran.stderr) == (by_itself.returncode, "")
    assert ran.stdout.startswith("ferry-news: ")
    names = sorted(re.sub(r"\d+-(?=[a-z])", "", path.name) for path in (tmp_path / "logs").glob("*.txt"))
    assert names == ["prepare.txt", "report.txt", "shard-1.txt", "shard-2.txt", "shard-3.txt"]
    (catalog,) = (project / "locales").rglob("*.po")
    assert without_dates(catalog) == without_dates(alone / catalog.relative_to(project))


def without_dates(catalog: Path) -> str:
    return re.sub(r'"PO-Revision-Date: .*', "", catalog.read_text("utf-8"))


@long
@needs_slurm
def test_a_night_that_slurm_could_not_prepare_is_told_with_the_reason(
    slurm: dict[str, str], project: Path, tmp_path: Path
) -> None:
    (project / "newsdesk.toml").write_text("locales = 7\n")
    ran = slurm_night(slurm, project, "2")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "newsdesk.toml" in ran.stderr
    assert "the night was not prepared" in ran.stderr


@long
@needs_slurm
def test_a_night_that_slurm_does_not_take_is_told_and_leaves_nothing_waiting(
    slurm: dict[str, str], project: Path, tmp_path: Path
) -> None:
    ran = slurm_night(slurm, project, "2", "--partition=none")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "sbatch: error" in ran.stderr
    queue = subprocess.run(["squeue", "--noheader"], env=slurm, capture_output=True, text=True, check=True)
    assert queue.stdout == ""
