"""Whatever happens to an install, Argos Translate finds whole packages and nothing else."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.models.building import SAMPLE, WHEN, entries, metadata, package, saved, zipped
from translate.errors import LockedError, ModelError
from translate.models.installed import FileFinding, InstalledPackage, finish, install, installed, remove, verify
from translate.models.lock import held


def put(tmp_path, packages, **facts):
    folder = facts.pop("folder", "en_et")
    return install(saved(tmp_path, package(folder, **facts)), when=WHEN, packages=packages)


def around(packages):
    """Everything in the packages folder and beside it."""
    return sorted(str(path.relative_to(packages.parent)) for path in packages.parent.glob("**/*") if path.is_dir())


TRANSLATE = """
import json, sys
from argostranslate.package import Package, get_installed_packages
from ctranslate2 import Translator
(found,) = get_installed_packages()
package = Package(found.package_path)
translator = Translator(str(package.package_path / "model"))
(result,) = translator.translate_batch([package.tokenizer.encode("Open the file.")])
print(json.dumps([found.package_path.name, str(package), package.tokenizer.decode(result.hypotheses[0])]))
"""


def test_an_installed_package_translates_with_argos_translate(tmp_path, packages):
    result = install(SAMPLE, when=WHEN, packages=packages, link="https://user:secret@example.org/x")
    digest = hashlib.sha256(SAMPLE.read_bytes()).hexdigest()
    assert result.outcome == "installed"
    assert result.package == InstalledPackage(
        path=str(packages / "translate-en_et-0_1"),
        state="ok",
        source="en",
        target="et",
        version="0.1",
        name="English → Estonian",
        link="https://example.org/x",
        installed="2025-06-01T03:00:00+00:00",
        sha256=digest,
    )
    assert installed(packages) == (result.package,)
    assert [(found.clean, found.findings) for found in verify(packages)] == [(True, ())]
    environment = {"HOME": str(tmp_path / "argos"), "ARGOS_PACKAGES_DIR": str(packages), "PATH": ""}
    done = subprocess.run([sys.executable, "-c", TRANSLATE], env=environment, capture_output=True, check=True)
    folder, name, translation = json.loads(done.stdout)
    assert (folder, name) == ("translate-en_et-0_1", "English → Estonian")
    assert "fail" in translation.lower()


def test_the_record_names_the_sum_of_each_file(tmp_path, packages):
    put(tmp_path, packages)
    record = json.loads((packages / "en_et" / "newsdesk.json").read_text())
    assert record["files"].keys() == {
        "metadata.json",
        "model/model.bin",
        "model/shared_vocabulary.json",
        "sentencepiece.model",
    }
    assert record["files"]["metadata.json"] == hashlib.sha256(metadata()).hexdigest()


def test_nothing_is_left_beside_an_installed_package(tmp_path, packages):
    put(tmp_path, packages)
    assert around(packages) == ["packages", "packages/en_et", "packages/en_et/model"]


@pytest.mark.parametrize("folder", ["en_et", "translate-en_et-2_0"])
@pytest.mark.parametrize("version", ["2.0", "0.9", "1.0"])
def test_a_package_takes_the_place_of_another_of_its_pair(tmp_path, packages, argos_lists, folder, version):
    put(tmp_path, packages)
    put(tmp_path, packages, folder="en_ru", target="ru")
    result = put(tmp_path, packages, folder=folder, version=version)
    assert (result.outcome, result.replaced) == ("replaced", ("1.0",))
    assert argos_lists(packages) == [["translate", "en", "et", version], ["translate", "en", "ru", "1.0"]]


def test_a_folder_that_another_pair_has_is_not_taken(tmp_path, packages, argos_lists):
    put(tmp_path, packages)
    with pytest.raises(ModelError, match="taken by en → et"):
        put(tmp_path, packages, target="ru")
    assert argos_lists(packages) == [["translate", "en", "et", "1.0"]]


def test_a_broken_folder_of_the_same_name_is_replaced(tmp_path, packages):
    (packages / "en_et").mkdir(parents=True)
    assert put(tmp_path, packages).outcome == "installed"
    assert [found.state for found in installed(packages)] == ["ok"]


def test_a_record_that_comes_in_the_archive_is_not_believed(tmp_path, packages):
    data = zipped([*entries(), ("en_et/newsdesk.json", b'{"files": {}}')])
    install(saved(tmp_path, data), when=WHEN, packages=packages)
    assert verify(packages)[0].clean


def test_files_that_are_not_as_installed_are_found(tmp_path, packages):
    put(tmp_path, packages)
    folder = packages / "en_et"
    (folder / "model" / "model.bin").write_bytes(b"weights " * 99 + b"weightz ")
    (folder / "sentencepiece.model").rename(folder / "bpe.model")
    (folder / "metadata.json").rename(tmp_path / "metadata.json")
    (folder / "metadata.json").symlink_to(tmp_path / "metadata.json")
    os.mkfifo(folder / "model" / "pipe")
    (found,) = verify(packages)
    assert found.findings == (
        FileFinding("bpe.model", "extra"),
        FileFinding("metadata.json", "changed"),
        FileFinding("model/model.bin", "changed"),
        FileFinding("model/pipe", "extra"),
        FileFinding("sentencepiece.model", "missing"),
    )
    assert not found.clean


def test_every_folder_is_listed_with_what_is_wrong_with_it(tmp_path, packages):
    names = ("bare", "good", "no_model", "no_record", "no_tokenizer", "odd_record", "wrong")
    for name, target in zip(names, ("ar", "de", "es", "et", "fi", "lv", "ru"), strict=True):
        put(tmp_path, packages, folder=name, target=target)
    (packages / "bare" / "metadata.json").unlink()
    (packages / "wrong" / "metadata.json").write_bytes(b'{"from_code": "en", "languages": 5}')
    (packages / "no_model" / "model" / "model.bin").unlink()
    (packages / "no_tokenizer" / "sentencepiece.model").unlink()
    (packages / "no_record" / "newsdesk.json").unlink()
    (packages / "odd_record" / "newsdesk.json").write_bytes(b'{"archive": [], "installed": 1, "files": []}')
    (packages / "a file").write_bytes(b"")
    found = {Path(package.path).name: (package.state, package.reason) for package in installed(packages)}
    assert found == {
        "bare": ("broken", "metadata.json: it cannot be read (No such file or directory)"),
        "good": ("ok", ""),
        "no_model": ("broken", "it has no model/model.bin"),
        "no_record": ("no record", "newsdesk.json: it cannot be read (No such file or directory)"),
        "no_tokenizer": ("broken", "it has no sentencepiece.model or bpe.model"),
        "odd_record": ("no record", "newsdesk.json: it is no record of newsdesk's"),
        "wrong": ("broken", "metadata.json: “languages” is no list"),
    }
    assert [check.clean for check in verify(packages)] == [False, True, False, False, False, False, False]


def test_a_package_is_removed_and_only_that(tmp_path, packages, argos_lists):
    put(tmp_path, packages)
    put(tmp_path, packages, folder="en_ru", target="ru")
    assert [gone.version for gone in remove("en", "et", packages=packages)] == ["1.0"]
    assert argos_lists(packages) == [["translate", "en", "ru", "1.0"]]
    with pytest.raises(ModelError, match="no package en → et is installed; there is: en → ru"):
        remove("en", "et", packages=packages)


def test_removing_from_a_folder_that_is_not_there_makes_none(packages):
    with pytest.raises(ModelError, match="there is: none"):
        remove("en", "et", packages=packages)
    assert not packages.parent.exists()


def test_a_package_that_is_a_link_is_removed_as_a_link(tmp_path, packages):
    put(tmp_path, packages)
    (packages / "en_et").rename(tmp_path / "elsewhere")
    (packages / "en_et").symlink_to(tmp_path / "elsewhere")
    remove("en", "et", packages=packages)
    assert installed(packages) == ()
    assert (tmp_path / "elsewhere" / "metadata.json").exists()


def test_a_packages_folder_that_is_a_mount_is_built_in(tmp_path, packages, argos_lists):
    # As where it is a mount: nothing can be moved into it from beside it.
    packages.parent.mkdir()
    packages.with_name(".packages.newsdesk").write_bytes(b"")
    for version in ("1.0", "2.0"):
        put(tmp_path, packages, version=version)
        assert argos_lists(packages) == [["newsdesk", None, None, ""], ["translate", "en", "et", version]]
    assert [found.path for found in installed(packages)] == [str(packages / "en_et")]


def test_a_packages_folder_that_cannot_be_changed_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ModelError, match="the packages folder cannot be changed: Not a directory"):
        put(tmp_path, tmp_path / "file" / "packages")


def test_who_waits_too_long_for_another_install_is_told(packages):
    packages.mkdir(parents=True)
    with held(packages / ".newsdesk.lock", 0), pytest.raises(LockedError, match="try again later"):
        install(SAMPLE, when=WHEN, packages=packages, wait=0)
    assert installed(packages) == ()


def test_many_installs_at_once_leave_one_package(tmp_path, packages, argos_lists):
    troubles = []

    def work(number):
        try:
            for round_ in range(3):
                data = package(f"en_et-{number}", version=f"{number}.{round_}")
                install(saved(tmp_path, data, f"{number}.argosmodel"), when=WHEN, packages=packages)
                found = argos_lists_alone(packages)
                assert isinstance(found, list)
                assert found
        except Exception as error:
            troubles.append(error)
            raise

    asking = threading.Lock()

    def argos_lists_alone(folder):
        with asking:
            return argos_lists(folder)

    workers = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert troubles == []
    assert len(installed(packages)) == 1
    assert verify(packages)[0].clean


# For each line, a process that installs; it counts the steps that change the disk and at one of them is killed.
DYING = """
import json, os, signal, sys
from datetime import datetime, timezone
from pathlib import Path
import filelock
from translate.models.installed import install

left = 0
def dying(step):
    def step_or_death(*arguments, **options):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*arguments, **options)
    return step_or_death
for name in ("rename", "mkdir", "fsync", "unlink", "rmdir"):
    setattr(os, name, dying(getattr(os, name)))

for line in sys.stdin:
    new, packages, left = json.loads(line)
    child = os.fork()
    if child == 0:
        install(Path(new), packages=Path(packages), when=datetime(2025, 1, 1, tzinfo=timezone.utc))
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@pytest.fixture
def install_and_die():
    """Install, killed at a step; tells whether it was, or lived on to the end."""
    process = subprocess.Popen([sys.executable, "-c", DYING], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(new, packages, step):
        process.stdin.write(json.dumps([str(new), str(packages), step]) + "\n")
        process.stdin.flush()
        code = int(process.stdout.readline())
        assert code in (0, -signal.SIGKILL)
        return code != 0

    yield run
    process.communicate()


@pytest.mark.parametrize("folder", ["en_et", "translate-en_et-2_0"])
def test_an_install_killed_at_any_step_leaves_argos_translate_a_package(tmp_path, argos_lists, install_and_die, folder):
    new = saved(tmp_path, package(folder, version="2.0"), "new.argosmodel")
    put(tmp_path, tmp_path / "before" / "packages")
    seen = set()
    for step in range(100):
        packages = tmp_path / str(step) / "packages"
        shutil.copytree(tmp_path / "before", packages.parent)
        killed = install_and_die(new, packages, step)
        found = argos_lists(packages)
        assert found, step
        assert all(entry in (["translate", "en", "et", "1.0"], ["translate", "en", "et", "2.0"]) for entry in found)
        seen.add(tuple(entry[3] for entry in found))
        if not killed:
            break
        if step % 2:
            finish(packages)
            assert len(argos_lists(packages)) == 1
        install(new, when=WHEN, packages=packages)
        assert argos_lists(packages) == [["translate", "en", "et", "2.0"]]
        assert verify(packages)[0].clean
        assert around(packages) == ["packages", f"packages/{folder}", f"packages/{folder}/model"]
    assert not killed
    assert seen == {("1.0",), ("1.0", "2.0"), ("2.0",)}


def test_a_first_install_killed_at_any_step_leaves_nothing_to_stumble_over(tmp_path, argos_lists, install_and_die):
    new = saved(tmp_path, package(), "new.argosmodel")
    for step in range(100):
        packages = tmp_path / str(step) / "packages"
        packages.mkdir(parents=True)
        killed = install_and_die(new, packages, step)
        assert argos_lists(packages) in ([], [["translate", "en", "et", "1.0"]])
        if not killed:
            break
        install(new, when=WHEN, packages=packages)
        assert around(packages) == ["packages", "packages/en_et", "packages/en_et/model"]
    assert not killed
