"""What the readings of a phrase's words tell of its head."""

import pytest

from translate.apertium.readings import Reading, Word, gender_of, read

OF_BOTH = "^periodista/periodista<n><mf><sg>$"


def test_words_are_read_with_their_readings():
    stream = r"^del/de<pr>+el<det><def><m><sg>$ ^xyz/*xyz$ ^Ministerio de/ministerio<n><m><sg># de$ ^R\/S/R\/S<np><al>$"
    assert read(stream) == (
        Word("del", (Reading("de", ("pr",), "+el<det><def><m><sg>"),)),
        Word("xyz"),
        Word("Ministerio de", (Reading("ministerio", ("n", "m", "sg"), "# de"),)),
        Word("R/S", (Reading(r"R\/S", ("np", "al")),)),
    )


@pytest.mark.parametrize(
    ("phrase", "gender"),
    [
        ("^norma/norma<n><f><sg>$", "fem"),
        ("^elecciones/elección<n><f><pl>$", "fem pl"),
        ("^crisis/crisis<n><f><sp>$", "fem"),
        ("^las/el<det><def><f><pl>$ ^crisis/crisis<n><f><sp>$", "fem pl"),
        (OF_BOTH, "common"),
        (f"^una/uno<det><ind><f><sg>$ {OF_BOTH}", "fem"),
        ("^el/el<det><def><m><sg>$ ^agua/agua<n><f><sg>$", "fem"),
        ("^capital/capital<n><m><sg>/capital<n><f><sg>$", ""),
        ("^capital/capital<n><m><sg>/capital<n><f><sg>$ ^europea/europeo<adj><f><sg>$", "fem"),
        ("^alto/alto<n><m><sg>/alto<adj><m><sg>$ ^tasa/tasa<n><f><sg>$", "fem"),
        ("^experto/experto<n><m><sg>/experto<adj><m><sg>$ ^en/en<pr>$ ^norma/norma<n><f><sg>$", "masc"),
        ("^Riigikogu/*Riigikogu$ ^de/de<pr>$ ^Estonia/Estonia<np><loc><f><sg>$", ""),
        ("^dron/*dron$ ^norma/norma<n><f><sg>$", ""),
        ("^dron/*dron$ ^ruso/ruso<n><m><sg>/ruso<adj><m><sg>$", "masc"),
        ("^la/el<det><def><f><sg>/prpers<prn><pro><p3><f><sg>$ ^XYZ/*XYZ$", "fem"),
        ("^Estonia/Estonia<np><loc><f><sg>$", "fem"),
        ("^María/María<np><ant><f><sg>$", ""),
        ("^шляхи/шлях<n><m><nn><pl><nom>/шлях<n><m><nn><pl><acc>$", "masc pl"),
        ("^школи/школа<n><f><nn><sg><gen>/школа<n><f><nn><pl><nom>$", "fem pl"),
        ("^місто/місто<n><nt><nn><sg><nom>$", "neut"),
        ("", ""),
    ],
)
def test_the_first_noun_tells_the_gender_and_its_neighbours_where_it_leaves_a_choice(phrase, gender):
    assert gender_of(read(phrase)) == gender
