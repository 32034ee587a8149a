import pytest

from translate.engines.identity import IdentityEngine
from translate.testing.engines import EngineContract


class TestIdentity(EngineContract):
    unknown_pair = None
    keeps_terms = True

    @pytest.fixture
    def engine(self):
        return IdentityEngine()


class Speechless(IdentityEngine):
    """Has no translation for what has no English word in it."""

    def translate(self, sentences, source, target, **options):
        answers = super().translate(sentences, source, target, **options)
        known = [any(len(word) > 2 and word.isascii() for word in sentence.text.split()) for sentence in sentences]
        return [answer if any_word else () for answer, any_word in zip(answers, known, strict=True)]


class TestAnEngineThatHasNoTranslationForSomeSentences(EngineContract):
    unknown_pair = None
    keeps_terms = True

    @pytest.fixture
    def engine(self):
        return Speechless()
