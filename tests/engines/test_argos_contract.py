import pytest

from translate.engines.argos import ArgosEngine
from translate.testing.engines import EngineContract


@pytest.mark.usefixtures("sample_packages")
class TestArgos(EngineContract):
    pair = ("en", "et")
    unknown_pair = ("en", "lv")
    sentences = ("Opens the dialog.", "Why?", "Click the “Format” tab (again).", "Formatting Cells")
    named = ("Click the Chart Wizard icon twice.", "Chart Wizard", "Diagramminõustaja")

    @pytest.fixture
    def engine(self):
        return ArgosEngine()
