"""A pair is asked for, and the newest packages that it takes are there."""

import json
import subprocess
import sys
import threading

import pytest

from tests.models.building import SAMPLE, WHEN, package, saved
from tests.models.server import PATIENT, serving, status
from translate.errors import ModelError
from translate.models.facts import release_order
from translate.models.installed import install, installed, verify
from translate.models.pairs import install_pair


@pytest.fixture
def mirror(server):
    """A server with an index of packages; called with source, target and version of each, and with wrong archives."""

    def offer(*wanted, wrong=()):
        entries = []
        for source, target, version in wanted:
            name = f"{source}_{target}-{version}.argosmodel"
            data = package(f"translate-{source}_{target}-{version}", source=source, target=target, version=version)
            server.at(f"/{name}", wrong[name] if name in wrong else serving(data))
            entries.append({"from_code": source, "to_code": target, "package_version": version, "links": [name]})
        return server.at("/index.json", serving(json.dumps(entries).encode()))

    return offer


@pytest.fixture
def fetch(packages, tmp_path):
    def fetch(source, target, index, **options):
        return install_pair(
            source,
            target,
            index=index,
            when=WHEN,
            packages=packages,
            downloads=tmp_path / "downloads",
            limits=PATIENT,
            **options,
        )

    return fetch


def steps(result):
    return [
        (done.package.source, done.package.target, done.package.version, done.outcome) for done in result.installations
    ]


def test_the_newest_package_of_a_pair_is_installed(mirror, fetch, server, tmp_path):
    index = mirror(("en", "et", "1.9"), ("en", "et", "1.10"), ("en", "et", "1.2"), ("en", "ru", "2.0"))
    told = []
    result = fetch("en", "et", index, progress=lambda offer, done, total: told.append((offer.target, done, total)))
    assert (result.pivot, steps(result)) == (None, [("en", "et", "1.10", "installed")])
    assert result.installations[0].package.link == f"{server.address}/en_et-1.10.argosmodel"
    assert told[-1][0] == "et"
    assert told[-1][1] == told[-1][2]
    assert [path.suffix for path in (tmp_path / "downloads").iterdir()] == [".lock"]


@pytest.mark.parametrize(
    ("locale", "codes", "found"),
    [("pt_BR", ("pt", "pb"), "pb"), ("pt_BR", ("pt",), "pt"), ("zh_TW", ("zh", "zt"), "zt"), ("et_EE", ("et",), "et")],
)
def test_a_locale_is_as_good_as_argos_own_code(mirror, fetch, locale, codes, found):
    index = mirror(*(("en", code, "1.0") for code in codes))
    assert steps(fetch("en", locale, index)) == [("en", found, "1.0", "installed")]


def test_who_reads_traditional_chinese_is_offered_no_simplified(mirror, fetch):
    with pytest.raises(ModelError, match="no way from en to zh_TW; from en it goes to: et, zh"):
        fetch("en", "zh_TW", mirror(("en", "zh", "1.0"), ("en", "et", "1.9")))


def test_what_is_there_is_not_fetched_again(mirror, fetch, server):
    index = mirror(("en", "et", "1.9"))
    first = fetch("en", "et", index)
    again = fetch("en", "et", index)
    assert steps(again) == [("en", "et", "1.9", "already installed")]
    assert again.installations[0].package == first.installations[0].package
    assert [path for path, _ in server.asked].count("/en_et-1.9.argosmodel") == 1


def test_a_newer_version_takes_the_place_of_the_older(mirror, fetch):
    fetch("en", "et", mirror(("en", "et", "1.0")))
    result = fetch("en", "et", mirror(("en", "et", "1.9")))
    assert steps(result) == [("en", "et", "1.9", "replaced")]
    assert result.installations[0].replaced == ("1.0",)
    assert steps(fetch("en", "et", mirror(("en", "et", "1.0")))) == [("en", "et", "1.9", "already installed")]


def test_a_broken_package_is_installed_again(mirror, fetch, packages):
    index = mirror(("en", "et", "1.9"))
    fetch("en", "et", index)
    (packages / "translate-en_et-1.9" / "model" / "model.bin").unlink()
    assert steps(fetch("en", "et", index)) == [("en", "et", "1.9", "replaced")]
    assert verify(packages)[0].clean


def test_a_pair_goes_by_way_of_english_if_it_can(mirror, fetch):
    index = mirror(
        ("ru", "de", "1.0"), ("de", "et", "1.0"), ("ru", "en", "1.0"), ("en", "et", "1.9"), ("ru", "fi", "1")
    )
    result = fetch("ru", "et", index)
    assert result.pivot == "en"
    assert steps(result) == [("ru", "en", "1.0", "installed"), ("en", "et", "1.9", "installed")]


def test_a_pair_goes_by_way_of_a_third_language_if_it_must(mirror, fetch):
    result = fetch("ru", "et", mirror(("ru", "de", "1.0"), ("de", "et", "1.0"), ("ru", "en", "1.0")))
    assert result.pivot == "de"


def test_a_package_that_was_installed_from_a_file_can_be_half_of_the_way(mirror, fetch, packages):
    install(SAMPLE, when=WHEN, packages=packages)
    result = fetch("ru", "et", mirror(("ru", "en", "1.0")))
    assert steps(result) == [("ru", "en", "1.0", "installed"), ("en", "et", "0.1", "already installed")]
    assert steps(fetch("en", "et", mirror())) == [("en", "et", "0.1", "already installed")]


def test_a_pair_without_a_way_is_told_with_what_there_is(mirror, fetch):
    with pytest.raises(ModelError, match="no way from en to et; from en it goes to: de, ru"):
        fetch("en", "et", mirror(("en", "ru", "1.0"), ("en", "de", "1.0")))


def test_a_download_that_is_no_package_is_not_kept(mirror, fetch, packages, tmp_path):
    name = "en_et-1.9.argosmodel"
    index = mirror(("en", "et", "1.9"), wrong={name: serving(b"<html>Please log in</html>")})
    with pytest.raises(ModelError, match="it is no zip archive"):
        fetch("en", "et", index)
    assert [path.suffix for path in (tmp_path / "downloads").iterdir()] == [".lock"]
    assert not packages.exists()


def test_a_package_that_cannot_be_fetched_is_told(mirror, fetch):
    with pytest.raises(ModelError, match=r"cannot download translate-en_et-1.9.argosmodel \(.*HTTP status 404\)"):
        fetch("en", "et", mirror(("en", "et", "1.9"), wrong={"en_et-1.9.argosmodel": status(404)}))


def test_two_who_want_the_same_at_once_fetch_it_once(mirror, fetch, server, packages):
    index = mirror(("en", "et", "1.9"))
    results = []
    workers = [threading.Thread(target=lambda: results.append(fetch("en", "et", index))) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(steps(result)[0][3] for result in results) == ["already installed", "already installed", "installed"]
    assert [path for path, _ in server.asked].count("/en_et-1.9.argosmodel") == 1
    assert verify(packages)[0].clean


def test_without_being_told_otherwise_argos_translates_own_folders_are_used(mirror, tmp_path):
    code = (
        "import sys; from datetime import datetime, timezone; from translate.models.pairs import install_pair; "
        "print(install_pair('en', 'et', when=datetime.now(timezone.utc)).installations[0].package.path)"
    )
    folder = tmp_path / "argos packages"
    index = mirror(("en", "et", "1.9")).removesuffix("index.json")
    environment = {"HOME": str(tmp_path), "ARGOS_PACKAGES_DIR": str(folder), "ARGOS_PACKAGE_INDEX": index, "PATH": ""}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == installed(folder)[0].path == str(folder / "translate-en_et-1.9")


def test_importing_the_room_costs_no_heavy_import():
    code = "import sys, translate.models.pairs; print({'requests', 'argostranslate', 'filelock'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_versions_are_ordered_by_their_numbers():
    assert sorted(["1.10", "1.9", "1", "", "2.0-beta"], key=release_order) == ["", "1", "1.9", "1.10", "2.0-beta"]


def test_a_file_and_the_index_agree_on_what_is_there(mirror, fetch, tmp_path, packages):
    data = package("translate-en_et-1.9", version="1.9")
    install(saved(tmp_path, data), when=WHEN, packages=packages)
    assert steps(fetch("en", "et", mirror(("en", "et", "1.9")))) == [("en", "et", "1.9", "already installed")]
