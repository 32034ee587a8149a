"""The package index is read from wherever it is, and never trusted."""

import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.models.server import HASTY, PATIENT, chunked, head, serving, silent, status, trickling
from tests.patience import SHARED_FIXTURE
from translate.errors import ModelError
from translate.models.index import AvailablePackage, available

ENTRY = {
    "package_version": "1.9",
    "argos_version": "1.9",
    "from_code": "en",
    "from_name": "English",
    "to_code": "et",
    "to_name": "Estonian",
    "links": ["https://example.org/translate-en_et-1_9.argosmodel", "ipfs://QmExample"],
    "code": "translate-en_et",
}
PACKAGE = AvailablePackage(
    source="en",
    target="et",
    version="1.9",
    name="English → Estonian",
    links=("https://example.org/translate-en_et-1_9.argosmodel",),
    code="translate-en_et",
)
INDEX = json.dumps([ENTRY]).encode()


@pytest.fixture(autouse=True)
def no_address_from_outside(monkeypatch):
    monkeypatch.delenv("ARGOS_PACKAGE_INDEX", raising=False)


def fails(index, limits=PATIENT):
    with pytest.raises(ModelError) as caught:
        available(index, limits=limits)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_the_index_is_read_from_a_folder_on_the_web_or_from_the_file_in_it(server):
    server.at("/mirror/index.json", serving(INDEX))
    for address in ("/mirror", "/mirror/", "/mirror/index.json"):
        assert available(server.address + address, limits=PATIENT) == (PACKAGE,)


def test_the_index_is_read_from_a_path(tmp_path):
    file = tmp_path / "index.json"
    file.write_bytes(INDEX)
    for address in (str(tmp_path), str(file), file.as_uri()):
        assert available(address) == (PACKAGE,)


def test_the_environment_names_the_index_when_the_settings_do_not(server, tmp_path, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", server.at("/", status(404)))
    server.at("/index.json", serving(INDEX))
    assert available(limits=PATIENT) == (PACKAGE,)
    (tmp_path / "index.json").write_bytes(b"[]")
    assert available(str(tmp_path)) == ()


def test_the_address_of_last_resort_is_the_one_argos_translate_has(tmp_path):
    code = (
        "from translate.models.places import index_address; address = index_address(); "
        "from argostranslate import settings; assert address == settings.remote_package_index, address"
    )
    subprocess.run([sys.executable, "-c", code], env={"HOME": str(tmp_path), "PATH": ""}, check=True)


def test_a_mirror_may_keep_the_archives_beside_its_index(server):
    entry = ENTRY | {"links": ["en_et.argosmodel"], "size": 12345}
    server.at("/mirror/index.json", serving(json.dumps([entry]).encode()))
    (found,) = available(server.address + "/mirror/", limits=PATIENT)
    assert (found.links, found.size) == ((server.address + "/mirror/en_et.argosmodel",), 12345)


def test_packages_of_other_kinds_are_passed_over(tmp_path):
    others = [{"type": "sbd", "from_codes": ["en"], "package_version": "1"}, {"type": "translate", "languages": []}]
    (tmp_path / "index.json").write_text(json.dumps([*others, ENTRY]))
    assert available(str(tmp_path)) == (PACKAGE,)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>",
        b"{}",
        b"[1]",
        b"[[]]",
        b"[" * 1_000_000,
        b"9" * 10_000,
        b"\xff\xfe[]",
        json.dumps([ENTRY | {"from_code": ["en"]}]).encode(),
        json.dumps([ENTRY | {"from_code": "../../etc"}]).encode(),
        json.dumps([ENTRY | {"package_version": 1.9}]).encode(),
        json.dumps([ENTRY | {"package_version": "1/../2"}]).encode(),
        json.dumps([ENTRY | {"links": "https://example.org/"}]).encode(),
        json.dumps([ENTRY | {"links": [None]}]).encode(),
        json.dumps([ENTRY | {"links": ["http://["]}]).encode(),
        json.dumps([ENTRY | {"to_name": "\x1b[2J"}]).encode(),
        json.dumps([ENTRY | {"to_name": "\ud800"}]).encode(),
        json.dumps([ENTRY | {"type": []}]).encode(),
    ],
    ids=range(18),
)
def test_an_index_that_cannot_be_trusted_is_refused(tmp_path, data):
    (tmp_path / "index.json").write_bytes(data)
    assert "the package index cannot be used" in fails(str(tmp_path))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(ENTRY)), inner, max_size=4),
    max_leaves=10,
)


@settings(max_examples=100, suppress_health_check=SHARED_FIXTURE)
@given(
    st.dictionaries(st.sampled_from([*ENTRY, "type", "size"]), JSON, max_size=3).map(lambda odd: [ENTRY | odd]) | JSON
)
def test_json_of_any_shape_is_read_or_refused(tmp_path, value):
    (tmp_path / "index.json").write_text(json.dumps(value))
    try:
        found = available(str(tmp_path))
    except ModelError as error:
        assert "\n" not in str(error)  # noqa: PT017 - both ends are right.
    else:
        assert all(isinstance(package, AvailablePackage) for package in found)


WAY_OUT = "check the network, set ARGOS_PACKAGE_INDEX or use --set models.index, or install from a file"


@pytest.mark.parametrize(
    "behaviour", [silent, trickling, status(404), status(500), status(302, Location="/index.json")]
)
def test_an_index_that_cannot_be_reached_is_told_with_a_way_out(server, behaviour):
    server.at("/index.json", behaviour)
    told = fails(server.address, HASTY if behaviour in {silent, trickling} else PATIENT)
    assert told.startswith(f"cannot reach the package index at {server.address}/index.json (")
    assert WAY_OUT in told


def test_a_machine_without_a_network_is_told_a_way_out():
    assert "(Connection refused); " + WAY_OUT in fails("http://user:secret@127.0.0.1:1/")
    assert "secret" not in fails("http://user:secret@127.0.0.1:1/")


def test_an_index_that_fails_once_is_asked_again(server):
    def moody(handler):
        (serving(INDEX) if len(server.asked) > 1 else status(503))(handler)

    server.at("/index.json", moody)
    assert available(server.address, limits=PATIENT) == (PACKAGE,)


def test_an_index_without_end_is_not_read(server):
    def endless(handler):
        head(handler, 200, Content_Length=1024**3)
        while not handler.server.over.is_set():
            handler.wfile.write(b" " * 100_000)

    server.at("/index.json", endless)
    assert "larger than 16 MB" in fails(server.address)
    server.at("/index.json", chunked(b" " * 17 * 1024**2))
    assert "larger than 16 MB" in fails(server.address)
    assert "no plain file" in fails("/dev/zero")


@pytest.mark.parametrize("address", ["ftp://example.org/", "http://[/", "/nowhere/at/all", "\0", "file:///nowhere"])
def test_an_address_of_no_use_is_told(address):
    assert "index" in fails(address)


def test_an_index_that_comes_too_slowly_is_given_up(server):
    server.at("/index.json", serving(b" " * 200_000))
    hours = iter(range(0, 360_000, 3_600))
    with pytest.raises(ModelError, match="it comes too slowly"):
        available(server.address, limits=HASTY, clock=lambda: next(hours))
