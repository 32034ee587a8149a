"""What the drafts of our engines depend on is named, and nothing besides."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.apertium.scripts import install
from tests.programs import needs
from translate.engines.apertium import ApertiumEngine
from translate.engines.apertium import engine as apertium
from translate.engines.argos import ArgosEngine
from translate.engines.argos import basis as argos
from translate.engines.argos.packages import Installed
from translate.engines.identity import IdentityEngine

pytestmark = pytest.mark.usefixtures("sample_packages")


def of(**options):
    return ArgosEngine(options).basis("en", "et")


def test_an_argos_package_is_its_files_but_for_those_that_split_sentences(sample_packages, tmp_path):
    sample = sample_packages / "translate-en_et-0_1"
    names = {"README.md", "metadata.json", "sentencepiece.model", "config.json", "model.bin", "shared_vocabulary.json"}
    assert {path.name for path in of().files} == names
    copy = shutil.copytree(sample, tmp_path / sample.name)
    (copy / "stanza").mkdir()
    (copy / "stanza/resources.json").write_text("{}")
    leg = Installed(copy, "en", "et", "0.1", "")
    assert {path.name for path in argos.basis_of([leg], ArgosEngine()._tuning).files} == names


def test_how_argos_drafts_counts_and_how_many_at_a_time_does_not(monkeypatch):
    usual = of()
    assert of(threads=1) == of(threads=7) == usual
    engine = ArgosEngine()
    for other in ({"beam": 2}, {"device": "cuda"}, {"compute_type": "float32"}):
        tuning = replace(engine._tuning, **other)
        assert argos.basis_of(engine._packages.route("en", "et"), tuning) != usual
    for variable in ("CT2_USE_MKL", "DNNL_MAX_CPU_ISA", "MKL_CBWR", "ONEDNN_MAX_CPU_ISA"):
        with monkeypatch.context() as patch:
            patch.setenv(variable, "0")
            assert of() != usual
    with monkeypatch.context() as patch:
        patch.setattr(argos, "version", lambda library: f"{library} of tomorrow")
        assert of() != usual
    assert of() == usual


def test_in_floating_point_and_on_another_device_nothing_of_argos_is_kept(monkeypatch):
    from argostranslate import settings

    monkeypatch.setenv("ARGOS_COMPUTE_TYPE", "float32")
    monkeypatch.setattr(settings, "compute_type", "float32")
    assert of() is None
    monkeypatch.setattr(settings, "compute_type", "int8")
    assert of() is not None
    monkeypatch.setattr(settings, "device", "cuda")
    assert of() is None


@pytest.mark.parametrize("changed", ["GenuineIntel -> AuthenticAMD", "avx2 -> avx512f"])
def test_the_kind_of_processor_counts_and_its_number_and_clock_do_not(changed, monkeypatch, tmp_path):
    def on(*processors):
        (tmp_path / "cpuinfo").write_text("\n\n".join(processors) + "\n\n")
        monkeypatch.setattr(argos, "_PROCESSORS", tmp_path / "cpuinfo")
        return of()

    one = "processor\t: 0\nvendor_id\t: GenuineIntel\ncpu MHz\t\t: 2100.000\nflags\t\t: sse2 avx avx2"
    usual = on(one)
    assert on(one.replace("2100", "800"), one.replace(": 0", ": 1")) == usual
    assert on(one.replace(*changed.split(" -> "))) != usual
    (tmp_path / "cpuinfo").unlink()
    monkeypatch.setattr(argos, "_PROCESSORS", tmp_path / "none")
    assert of() != usual


@needs("apertium")
def test_an_apertium_pair_is_its_data_in_both_directions_and_the_programs_that_read_them():
    names = {path.name for path in ApertiumEngine().basis("en", "es").files}
    assert names >= {"eng-spa.mode", "spa-eng.mode", "eng-spa.automorf.bin", "spa-eng.automorf.bin", "lt-proc"}


@needs("apertium")
def test_a_mode_whose_programs_nobody_knows_has_no_basis(monkeypatch):
    engine = ApertiumEngine()
    pipeline = engine._pipeline(engine._mode("en", "es"))
    whole = str(engine._installation.found), "-z", "eng-spa"
    unknown = type(pipeline)("eng-spa", ((type(pipeline.stages[0][0])("apertium", whole),),))
    monkeypatch.setattr(apertium, "read_pipeline", lambda *_: unknown)
    assert ApertiumEngine().basis("en", "es") is None


def test_of_identity_nothing_is_kept():
    assert IdentityEngine().basis("en", "et") is None


def test_argos_tells_its_pairs_by_its_folders_unless_another_device_has_a_say(sample_packages, monkeypatch):
    from argostranslate import settings

    places = ArgosEngine().places()
    assert {sample_packages, settings.data_dir, settings.config_dir, settings.cache_dir} == {*places}
    monkeypatch.setenv("SNAP", "/snap/argos")
    assert {*ArgosEngine().places()} == {*places, Path("/snap/argos/snap_custom")}
    monkeypatch.setattr(settings, "device", "cuda")
    assert ArgosEngine().places() is None


def test_apertium_tells_its_pairs_by_its_programs_and_its_data_wherever_they_are(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:/none")
    elsewhere = tmp_path / "compiled.bin"
    elsewhere.touch()
    missing = ApertiumEngine().places()
    assert missing == (tmp_path / "bin", Path("/none"), Path("/etc/ld.so.cache"))
    options = install(tmp_path / "own", {"eng-spa": f"copies '{elsewhere}'"})
    program, data = Path(options["program"]), Path(options["data"])
    assert {*ApertiumEngine(options).places()} == {*missing, program.parent, program, data, elsewhere}
