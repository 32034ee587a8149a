import pytest

from translate.engines.identity import IdentityEngine
from translate.testing.engines import EngineContract


class TestIdentity(EngineContract):
    unknown_pair = None
    keeps_terms = True

    @pytest.fixture
    def engine(self):
        return IdentityEngine()
