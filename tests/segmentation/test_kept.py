"""Rules are compiled once for all runs, and whatever became of what is kept, sentences end where they did."""

import json
import subprocess
import sys
import zlib

import pytest
import regex

from translate.segmentation import srx

TEXT = "Gov. Smith came at 7 p.m. on Monday. Nobody saw him (or did they?). Prices rose 1.5 per cent."
CUT = ["Gov. Smith came at 7 p.m. on Monday. ", "Nobody saw him (or did they?). ", "Prices rose 1.5 per cent."]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where Python keeps bytecode, with nothing in it."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    srx._rules.cache_clear()
    yield tmp_path
    srx._rules.cache_clear()


def files(folder):
    return sorted(folder.rglob("*.json"))


def split_anew():
    """What a new run makes of the text."""
    srx._rules.cache_clear()
    return srx.split(TEXT, "en")


def test_rules_are_compiled_once_for_all_runs(folder, monkeypatch):
    assert srx.split(TEXT, "en") == CUT
    assert [path.name.partition(".")[2] for path in files(folder)] == [f"{sys.implementation.cache_tag}.en.json"]

    def fake_that_has_no_rules():
        raise AssertionError

    monkeypatch.setattr(srx, "_document", fake_that_has_no_rules)
    assert split_anew() == CUT


def marked(data):
    return b"%08x\n%s" % (zlib.crc32(data), data)


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[:-100],
        lambda data: data.replace(b"\xc3", b"\xc2", 1),
        lambda _: marked(b"[]"),
        lambda _: marked(b"\xff"),
        lambda _: marked(b"[" * 100_000),
        lambda data: marked(json.dumps(json.loads(data.partition(b"\n")[2]) | {"patterns": {}}).encode()),
    ],
)
def test_what_is_damaged_is_made_anew(folder, damage):
    assert srx.split(TEXT, "en") == CUT
    (kept,) = files(folder)
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))
    assert split_anew() == CUT
    assert kept.read_bytes() == whole


def test_rules_that_another_version_has_compiled_are_made_anew(folder, monkeypatch):
    assert srx.split(TEXT, "en") == CUT
    (kept,) = files(folder)
    old = kept.read_bytes()
    monkeypatch.setattr(regex, "__version__", "0.1")
    assert split_anew() == CUT
    assert kept.read_bytes() != old


def test_rules_that_were_written_anew_are_compiled_anew(folder, tmp_path, monkeypatch):
    source = tmp_path / "news.srx"
    source.write_bytes(srx.NEWS.read_bytes())
    monkeypatch.setattr(srx, "NEWS", source)
    assert split_anew() == CUT
    (kept,) = files(folder)
    old = kept.read_bytes()
    source.write_text(source.read_text("utf-8") + "<!-- -->", "utf-8")
    assert split_anew() == CUT
    assert kept.read_bytes() != old


def test_kept_rules_need_no_choppa(folder):
    assert srx.split(TEXT, "en") == CUT
    program = (
        f"import sys; sys.pycache_prefix = {str(folder)!r}; from translate.segmentation import srx;"
        f"print(srx.split({TEXT!r}, 'en') == {CUT!r}, 'choppa' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "True False\n"


def test_where_python_writes_no_bytecode_no_rules_are_kept(folder, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert srx.split(TEXT, "en") == CUT
    assert files(folder) == []


def test_where_nothing_can_be_written_sentences_end_where_they_do_all_the_same(folder, monkeypatch):
    (folder / "file").touch()
    monkeypatch.setattr(sys, "pycache_prefix", str(folder / "file"))
    assert srx.split(TEXT, "en") == CUT


def test_an_installation_has_the_rules_of_every_language(folder):
    srx.keep_all()
    kept = {path.name.split(".")[-2] for path in files(folder)}
    assert kept == {code for code in kept if srx.has(code)} >= {"en", "et", "fi", "lv", "ru", "uk"}
