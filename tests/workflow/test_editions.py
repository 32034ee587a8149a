"""An edition is the same on every machine that would answer the same, and another on any other."""

import pytest

from translate.core.offers import SourceSentence
from translate.engines.identity import IdentityEngine
from translate.engines.interface import Basis
from translate.errors import EngineError
from translate.workflow.editions import content_of, edition_of, name_of


class FakeWithABasis(IdentityEngine):
    def __init__(self, basis):
        super().__init__()
        self.told = basis

    def basis(self, *_):
        if isinstance(self.told, EngineError):
            raise self.told
        return self.told


def edition(*settings, files=(), machine=()):
    return edition_of(FakeWithABasis(Basis(settings, tuple(files), machine)), "en", "et")


def model(folder, text):
    folder.mkdir()
    (folder / "model.bin").write_text(text)
    return folder / "model.bin"


def test_where_the_files_lie_does_not_count_but_what_is_in_them_does(tmp_path):
    here, there, other = (model(tmp_path / name, text) for name, text in (("a", "x"), ("b", "x"), ("c", "y")))
    assert edition(files=[here]).digest == edition(files=[there]).digest != edition(files=[other]).digest


def test_what_counts_of_the_machine_counts_for_answers_alone():
    one, other = edition("beam 4", machine=("avx2",)), edition("beam 4", machine=("avx512",))
    assert one.digest == other.digest
    assert one.machine != other.machine
    assert one.key(SourceSentence("It rains."), 1) != other.key(SourceSentence("It rains."), 1)


def test_settings_count():
    assert edition("beam 4").digest != edition("beam 5").digest


@pytest.mark.parametrize("basis", [None, EngineError("planted"), Basis(files=("/nowhere/at/all",))])
def test_an_engine_that_does_not_say_what_it_is_has_no_edition_and_is_known_by_its_name(basis):
    engine = FakeWithABasis(basis)
    assert edition_of(engine, "en", "et") is None
    assert name_of(engine, "fake 1", None) != name_of(engine, "fake 2", None)


def test_what_cannot_be_read_has_no_content(tmp_path):
    assert content_of(tmp_path / "nowhere") == content_of(tmp_path) == ""
