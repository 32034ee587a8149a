import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from translate.languages import identification
from translate.languages.identification import is_foreign, is_foreign_name
from translate.languages.loading import load_language

DATA = Path(__file__).parents[1] / "data/sample-model"
ENGLISH = "The boat leaves when the ice has gone from the bay."
NORWEGIAN = "Båten går når isen har forlatt bukta, sa ministeren på kaia i går."


@pytest.mark.parametrize(
    ("code", "text", "foreign"),
    [
        ("en", ENGLISH, False),
        ("et", ENGLISH, True),
        ("en", "Le bateau part quand la glace a disparu.", True),
        ("fr", "Le bateau part quand la glace a disparu.", False),
        ("en", "Laev väljub, kui jää on lahelt läinud.", True),
        ("nb", NORWEGIAN, False),
        ("en", NORWEGIAN, True),
        ("en", "Koer ja kass", False),
        ("en", "  Koer ja kass          \n       ", False),
        ("yi", ENGLISH, False),
        ("und", ENGLISH, False),
    ],
)
def test_a_text_is_foreign_where_it_is_long_enough_and_evidently_in_another_language(code, text, foreign):
    assert is_foreign(code, text) is foreign


@pytest.mark.parametrize(
    ("code", "name", "foreign"),
    [
        ("en", "Pealtnägija", True),
        ("en", "PEALTNÄGIJA", True),
        ("en", "Ringvaade", True),
        ("en", "Osoon", True),
        ("en", "Aktuaalne kaamera", True),
        ("en", "Today", False),
        ("en", "News", False),
        ("en", "Good Morning", False),
        ("et", "Pealtnägija", False),
        ("et", "Aktuaalne kaamera", False),
        ("et", "Question Time", True),
        ("en", "Öö", False),
        ("en", "24", False),
        ("yi", "Pealtnägija", False),
        ("und", "Pealtnägija", False),
    ],
)
def test_a_name_is_foreign_where_another_language_is_likelier_by_far(code, name, foreign):
    assert is_foreign_name(code, name) is foreign


def test_a_word_that_a_file_calls_its_languages_own_is_no_sign_of_another():
    english = load_language("en")
    assert is_foreign_name("en", "Panorama")
    assert not english.lacks("Panorama")
    assert english.lacks("Panorama Pealtnägija")


def test_of_the_words_of_running_text_few_are_taken_for_foreign_and_of_another_languages_most_are():
    words = {
        code: sorted({*re.findall(r"(?<![\w'’-])[a-z]{4,}(?![\w'’-])", (DATA / f"heldout.{code}").read_text("utf-8"))})
        for code in ("en", "et")
    }
    taken = {code: sum(is_foreign_name("en", word) for word in some) / len(some) for code, some in words.items()}
    assert taken["en"] < 0.07
    assert taken["et"] > 0.8


def test_more_than_a_page_is_not_read():
    assert not is_foreign("en", ENGLISH * 100 + "Laev väljub, kui jää on lahelt läinud. " * 10_000)


def test_a_check_loads_the_model_only_for_a_text_that_stayed_as_it_was():
    program = (
        "import sys; from tests.core.checks.saying import unit; from translate.core.checks import check;"
        "check(unit('The boat leaves at dawn today.', 'Laev väljub täna koidikul.'));"
        "check(unit('Kask on Ice', 'Kask on Ice'));"
        "print('py3langid' in sys.modules);"
        "check(unit('The boat leaves at dawn today.', 'The boat leaves at dawn today.'));"
        "print('py3langid' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "True"]


def test_where_the_model_cannot_be_unpacked_nobody_can_tell(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "full"))
    identification._identifier.cache_clear()
    try:
        assert not is_foreign("en", "Les bateaux sont partis du vieux port avant le lever du soleil.")
    finally:
        identification._identifier.cache_clear()
