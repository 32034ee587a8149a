"""What the dictionaries of a language pair know of words."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.patience import wait_until
from tests.programs import needs
from translate.apertium.installation import Installation
from translate.apertium.morphology import analyse, genders, generate

PROGRAM = """#!{python}
import os, sys, time
for unit in sys.stdin.buffer.read().decode().split("\\0")[:-1]:
    if "DIE" in unit:
        sys.stdout.write(unit[:4] + "^half/half<n><f><sg>$ ^hal")
        sys.exit(1)
    if "HANG" in unit:
        os.system("echo $$ > {log}; sleep 1000")
    mark, _, text = unit.partition("] ")
    words = "".join(f"^{{word}}/{{word}}<n><f><sg>$" for word in text.removesuffix("[].[]").split())
    sys.stdout.write(f"{{mark}}] {{words}}[]^./.<sent>$[]\\0")
    sys.stdout.flush()
"""


@pytest.fixture
def pair(tmp_path):
    """An installation with a pair whose words are all feminine, and whose analyser dies or hangs at a word."""
    for name, text in (
        ("lt-proc", PROGRAM.format(python=sys.executable, log=tmp_path / "log")),
        ("apertium", "#!/bin/sh\n"),
    ):
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    (tmp_path / "modes").mkdir()
    (tmp_path / "modes" / "spa-eng.mode").write_text("lt-proc -w '/some where/spa-eng.bin' | apertium-tagger -g $2 x\n")
    return Installation(str(tmp_path / "apertium"), str(tmp_path))


def test_each_target_has_the_gender_that_the_opposite_direction_knows(pair):
    assert genders(["norma", "gran norma", "norma"], pair, "en", "es") == {"norma": "fem", "gran norma": "fem"}


@pytest.mark.parametrize("mode", ["", "cat", "hfst-tokenise 'x' | lt-proc 'y'", "lt-proc 'unclosed", "| |"])
def test_nothing_is_known_where_a_mode_does_not_begin_with_a_dictionary(pair, mode):
    (pair.folder / "modes" / "spa-eng.mode").write_text(mode)
    assert genders(["norma"], pair, "en", "es") == {"norma": ""}


def test_nothing_is_known_without_the_opposite_direction_or_without_apertium(pair, tmp_path):
    assert genders(["norma"], pair, "en", "ca") == {"norma": ""}
    assert genders(["norma"], Installation(str(tmp_path / "nowhere")), "en", "es") == {"norma": ""}


def test_what_a_dying_analyser_had_answered_in_full_is_kept(pair):
    assert genders(["norma", "DIE", "ley"], pair, "en", "es") == {"norma": "fem", "DIE": "", "ley": ""}


def test_an_analyser_that_hangs_is_ended_with_all_that_it_started(pair, tmp_path):
    found = analyse(["norma", "HANG", "ley"], pair, "en", "es", patience=1)
    assert {text: len(words) for text, words in found.items()} == {"norma": 1, "HANG": 0, "ley": 0}
    started = int((tmp_path / "log").read_text())
    wait_until(lambda: not alive(started))


def alive(process):
    try:
        return Path(f"/proc/{process}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False


@needs("apertium")
def test_a_pair_writes_the_forms_of_its_words():
    if Installation().mode("en", "es") is None:
        pytest.skip("no pair of Apertium's for es")
    units = ["escuela<n><f><pl>", "el<det><def><f><pl>", "ministerio<n><m><pl># de asuntos exteriores", "nopal<n>"]
    found = generate(units, Installation(), "en", "es")
    assert list(found) == units
    assert list(found.values()) == ["escuelas", "las", "ministerios de asuntos exteriores", ""]


@needs("apertium")
def test_a_form_is_without_the_marks_for_contracting_it():
    if Installation().mode("en", "ca") is None:
        pytest.skip("no pair of Apertium's for ca")
    unit = "el<det><def><f><sg>"
    assert generate([unit], Installation(), "en", "ca") == {unit: "la"}


@pytest.mark.parametrize("mode", ["lt-proc -w 'x.bin'", "lt-proc 'x' | cg-proc $1 'y'", ""])
def test_no_form_is_known_where_a_mode_has_no_generator(pair, mode):
    (pair.folder / "modes" / "en-es.mode").write_text(mode)
    assert generate(["norma<n><f><pl>"], pair, "en", "es") == {"norma<n><f><pl>": ""}


@needs("apertium")
@pytest.mark.parametrize(
    ("locale", "target", "gender"),
    [
        ("es", "invasión a gran escala", "fem"),
        ("es", "la OTAN", "fem"),
        ("es", "primera ministra", "fem"),
        ("es", "periodista", "common"),
        ("es", "elecciones", "fem pl"),
        ("es", "alto representante", "masc"),
        ("es", "María", ""),
        ("es", "óblast", ""),
        ("ca", "partit del centre", "masc"),
        ("gl", "eleccións", "fem pl"),
    ],
)
def test_the_pairs_of_debian_know_genders(locale, target, gender):
    if Installation().mode(locale, "en") is None:
        pytest.skip(f"no pair of Apertium's for {locale}")
    assert genders([target], Installation(), "en", locale) == {target: gender}


SIGNS = st.lists(st.sampled_from(["la ", "norma", "[", "]", "^", "$", "/", "\\", "<n>", "@", "~", "\0", "é", "7"]))


@needs("apertium")
@settings(max_examples=30)
@given(st.lists(SIGNS.map("".join) | st.text(max_size=30), max_size=5))
def test_no_text_takes_its_neighbours_gender_away(texts):
    if Installation().mode("es", "en") is None:
        pytest.skip("no pair of Apertium's for es")
    around = genders(["ministerio", *texts, "ley", "ley " * 2000], Installation(), "en", "es")
    assert (around["ministerio"], around["ley"]) == ("masc", "fem")
