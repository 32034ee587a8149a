"""The files of the languages: each can be used, and what it lacks is known."""

import tomllib
from pathlib import Path

import pytest

from tests.samples import LOCALES
from translate.core.checks.writing import written
from translate.core.text.locales import Locale, parse
from translate.languages.cldr import english_name, likely_script
from translate.languages.loading import FOLDER, load_language, load_languages

MISSING = Path(__file__).with_name("missing.txt")

PARTS = {
    "script": "its script",
    "quotes": "quotation marks",
    "function_words": "function words",
    "credit_labels": "credit labels",
    "governing": "words that govern a case",
    "stand_ins": "stand-in words",
    "endings": "a table of endings",
    "apertium": "Apertium's code",
}


def missing(language):
    """What nobody has written down of a language, in words."""
    there = {part for part in PARTS if getattr(language, part, ()) or getattr(language.typography(), part, ())}
    if language.governing_before or language.governing_behind:
        there.add("governing")
    has, lacks = ([words for part, words in PARTS.items() if (part in there) is known] for known in (True, False))
    told = f"has only {' and '.join(has) or 'none of these'}" if len(has) < len(lacks) else f"lacks {', '.join(lacks)}"
    return f"{english_name(language.code)} ({language.code}) {told}"


def used():
    """The locales of the sample newsroom, its articles' language first."""
    return ["en", *LOCALES]


def test_what_each_language_lacks_stands_in_the_list():
    assert "".join(f"{missing(language)}\n" for language in load_languages()) == MISSING.read_text("utf-8")


@pytest.mark.parametrize("locale", used())
def test_the_sample_projects_languages_have_what_its_articles_need(locale):
    language = load_language(locale)
    assert language.code in {known.code for known in load_languages()}
    assert language.script
    assert language.typography().quotes
    assert language.credit_labels


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_every_file_can_be_used(path):
    assert load_language(path.stem) in load_languages()


@pytest.mark.parametrize("language", load_languages(), ids=lambda language: language.code)
def test_a_file_agrees_with_what_is_known_of_locales(language):
    assert language.locale == parse(language.code) == Locale(language.code)
    assert english_name(language.code)
    if language.script:
        assert language.script == likely_script(language.locale)
        assert written(language.script)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_a_file_says_what_it_is_for(path):
    lines = path.read_text("utf-8").splitlines()
    assert lines[0] == f"# {english_name(path.stem)}. README.md in this folder tells what each entry is for."
    assert max(map(len, lines)) <= 120
    keys = [n for n, line in enumerate(lines) if line[:1].isalpha() and "=" in line and line.split(" ")[0] in PARTS]
    assert all(lines[n - 1].startswith("#") for n in keys)


def test_the_words_of_a_file_are_told_once_and_in_small_letters():
    for language in load_languages():
        for words in (language.function_words, language.credit_labels,
                      language.governing_before, language.governing_behind):  # fmt: skip
            assert len(words) == len(set(words))
            assert all(word == word.lower().strip() for word in words)


def test_the_endings_of_genders_are_in_small_letters():
    languages = [language for language in load_languages() if language.genders]
    assert {language.code for language in languages} >= {"es", "ca", "gl"}
    for language in languages:
        assert {"masc", "fem"} <= {gender for gender, _ in language.genders}
        for ending in (ending for _, endings in language.genders for ending in endings):
            assert ending == ending.lower().strip()


def test_every_entry_is_explained():
    readme = (FOLDER / "README.md").read_text("utf-8")
    entries = {name for path in FOLDER.glob("*.toml") for name in tomllib.loads(path.read_text("utf-8"))}
    assert [name for name in sorted(entries) if f"| `{name}` |" not in readme and f"| `[{name}]` |" not in readme] == []
