"""A package file is checked before a byte of it is unpacked."""

import io
import os
import stat
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.models.building import SAMPLE, WHEN, entries, metadata, package, saved, zipped
from tests.patience import SHARED_FIXTURE
from translate.errors import ModelError
from translate.models.archive import check
from translate.models.installed import install, remove


def refused(tmp_path, data):
    file = saved(tmp_path, data)
    with pytest.raises(ModelError) as caught:
        check(file)
    assert caught.value.path == str(file)
    assert "\n" not in caught.value.message
    assert caught.value.message.isprintable()
    packages = tmp_path / "home" / "packages"
    with pytest.raises(ModelError):
        install(file, when=WHEN, packages=packages)
    assert not packages.parent.exists()
    return caught.value.message


def linked(name, mode):
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


def test_a_real_package_is_good():
    found = check(SAMPLE)
    assert (found.folder, found.facts.source, found.facts.target, found.facts.version) == (
        "translate-en_et-0_1",
        "en",
        "et",
        "0.1",
    )
    assert "model/model.bin" in found.files


def test_a_package_with_bpe_and_folder_entries_is_good(tmp_path):
    contents = [("en_et/", b""), ("en_et/model/", b""), *entries()[:3], ("en_et/bpe.model", b"codes")]
    assert check(saved(tmp_path, zipped(contents))).files == (
        "metadata.json",
        "model/model.bin",
        "model/shared_vocabulary.json",
        "bpe.model",
    )


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("/etc/passwd", "leads out"),
        ("../evil", "leads out"),
        ("en_et/../../evil", "leads out"),
        ("en_et/./evil", "leads out"),
        ("en_et//evil", "leads out"),
        ("C:/evil", "characters that no package needs"),
        ("en_et/C:evil", "characters that no package needs"),
        ("en_et\\..\\..\\evil", "characters that no package needs"),
        ("en_et/a\x1b[31m", "characters that no package needs"),
        ("en_et/a\nb", "characters that no package needs"),
        ("other/readme", "exactly one folder"),
        ("stray", "exactly one folder"),
        (".hidden/readme", "cannot be used"),
        ("en_et/" + "x" * 200, "cannot be used"),
        ("en_et/" + "x/" * 300 + "y", "cannot be used"),
        ("en_et/metadata.json/x", "below a file"),
        ("en_et/METADATA.json", "in it twice"),
        (linked("en_et/link", stat.S_IFLNK | 0o777), "neither a file nor a folder"),
        (linked("en_et/pipe", stat.S_IFIFO), "neither a file nor a folder"),
        (linked("en_et/folder", stat.S_IFDIR), "neither a file nor a folder"),
        (linked("en_et/link/", stat.S_IFLNK), "neither a file nor a folder"),
    ],
    ids=str,
)
def test_an_entry_that_could_do_harm_is_refused(tmp_path, name, complaint):
    assert complaint in refused(tmp_path, zipped([*entries(), (name, b"evil")]))


@pytest.mark.parametrize("name", [b"en_et/good~evil", b"~evil"])
def test_the_part_of_a_name_after_a_zero_byte_is_seen(tmp_path, name):
    data = zipped([*entries(), (name.decode(), b"")]).replace(name, name.replace(b"~", b"\0"))
    assert "characters that no package needs" in refused(tmp_path, data)


@pytest.mark.filterwarnings("ignore:Duplicate name")  # The one that builds it is warned.
def test_a_name_that_comes_twice_is_refused(tmp_path):
    assert "in it twice" in refused(tmp_path, zipped([*entries(), entries()[0]]))


def with_flag(data, flag):
    """Set a flag in each header, as an archiver that encrypts does."""
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(signature)
        while at >= 0:
            flags = struct.unpack_from("<H", data, at + offset)[0] | flag
            data = data[: at + offset] + struct.pack("<H", flags) + data[at + offset + 2 :]
            at = data.find(signature, at + 4)
    return data


def test_an_encrypted_entry_is_refused(tmp_path):
    assert "is encrypted" in refused(tmp_path, with_flag(package(), 1))


def test_a_rare_compression_is_refused(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as archive:
        for name, data in entries():
            archive.writestr(name, data)
    assert "compressed in a way" in refused(tmp_path, out.getvalue())


def test_a_bomb_is_refused(tmp_path):
    assert "more than 100 times" in refused(tmp_path, package(model=bytes(32 * 1024**2)))


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path):
    size = 32 * 1024**2
    data = package(model=bytes(size)).replace(struct.pack("<I", size), struct.pack("<I", 1000))
    assert "damaged" in refused(tmp_path, data)


def test_an_entry_shorter_than_it_says_is_refused(tmp_path):
    model = b"weights " * 100
    data = package(model=model).replace(struct.pack("<I", len(model)), struct.pack("<I", len(model) + 1))
    assert "damaged" in refused(tmp_path, data)


def test_too_many_entries_are_refused(tmp_path):
    contents = [*entries(), *((f"en_et/{number}", b"") for number in range(10_000))]
    assert "10004 entries" in refused(tmp_path, zipped(contents))


def test_a_table_of_contents_of_any_size_is_not_taken_in(tmp_path):
    names = [(f"en_et/{number}" + "x" * 60_000, b"") for number in range(200)]
    assert "no zip archive" in refused(tmp_path, zipped([*entries(), *names]))


@pytest.mark.parametrize("share", [0, 0.3, 0.6, 0.99])
def test_a_truncated_package_is_refused(tmp_path, share):
    data = SAMPLE.read_bytes()
    assert "no zip archive" in refused(tmp_path, data[: int(len(data) * share)])


def test_a_single_flipped_bit_in_the_model_is_noticed(tmp_path):
    data = bytearray(SAMPLE.read_bytes())
    data[len(data) // 2] ^= 1
    assert "model.bin” cannot be read" in refused(tmp_path, bytes(data))


@pytest.mark.parametrize("missing", ["metadata.json", "model/model.bin", "sentencepiece.model"])
def test_a_package_without_a_part_that_it_needs_is_refused(tmp_path, missing):
    contents = [entry for entry in entries() if entry[0] != f"en_et/{missing}"]
    assert f"it has no {missing}" in refused(tmp_path, zipped(contents))


@pytest.mark.parametrize(
    "described",
    [
        b"",
        b"[]",
        b"\xef\xbb\xbf" + metadata(),  # Argos Translate would fail on it, and find no package at all.
        metadata().decode().encode("utf-16"),
        b"[" * 100_000,
        metadata(source="../../x"),
        metadata(source=None),
        metadata(target=5),
        metadata(target="e\u0142t"),
        metadata(version="1.0/../.."),
        metadata(version=1.0),
        metadata(from_name=["x"]),
        metadata(to_name="\x1b[2J"),
        metadata(to_name="x" * 1000),
        metadata(languages=5),
        metadata(source_languages="en"),
        metadata(type="sbd"),
        b" " * 2 * 1024**2 + metadata(),
    ],
    ids=range(18),
)
def test_metadata_that_argos_translate_would_stumble_over_is_refused(tmp_path, described):
    assert "metadata.json" in refused(tmp_path, zipped(entries(described=described)))


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ModelError, match="cannot be read: No such file or directory"):
        check(tmp_path / "missing.argosmodel")


def test_a_pipe_or_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "."):
        with pytest.raises(ModelError, match="no plain file"):
            check(tmp_path / name)


GOOD = package()


def mutated(draw):
    data = bytearray(GOOD)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data) - 1))
        kind = draw(st.sampled_from(["set", "cut", "insert", "repeat"]))
        if kind == "set":
            data[at] = draw(st.integers(0, 255))
        elif kind == "cut":
            del data[at : at + draw(st.integers(1, 50))]
        elif kind == "insert":
            data[at:at] = draw(st.binary(max_size=20))
        else:
            data[at:at] = data[at : at + draw(st.integers(1, 50))]
        if not data:
            break
    return bytes(data)


@settings(max_examples=200, suppress_health_check=SHARED_FIXTURE)
@given(st.composite(mutated)() | st.binary(max_size=300))
def test_bytes_of_any_kind_are_installed_or_refused_and_leave_nothing(tmp_path, data):
    home = tmp_path / "home"
    file = saved(tmp_path, data)
    try:
        found = install(file, when=WHEN, packages=home / "packages").package
    except ModelError as error:
        assert error.message.isprintable()  # noqa: PT017 - both ends are right.
    else:
        remove(found.source, found.target, packages=home / "packages")
    assert {path.name for path in tmp_path.iterdir()} <= {"home", file.name}
    assert {str(path.relative_to(home)) for path in home.rglob("*")} <= {"packages", "packages/.newsdesk.lock"}
