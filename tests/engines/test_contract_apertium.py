import pytest

from tests.programs import needs
from translate.engines.apertium import ApertiumEngine
from translate.testing.engines import AligningEngineContract


@needs("apertium")
class TestApertium(AligningEngineContract):
    pair = ("en", "es")
    unknown_pair = ("en", "et")
    keeps_terms = True

    @pytest.fixture
    def engine(self):
        return ApertiumEngine()
