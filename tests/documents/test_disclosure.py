"""How a translated article came about is said in the words of IPTC, the W3C and schema.org."""

import pytest

from translate.core.article import Making
from translate.documents.disclosure import AI_DISCLOSURE, CODES, NAMES, digital_source_type, qcode, schema_org


@pytest.mark.parametrize(
    ("making", "code", "w3c"),
    [
        (Making.MACHINE, "trainedAlgorithmicMedia", "ai-autonomous"),
        (Making.REVIEWED, "compositeWithTrainedAlgorithmicMedia", "ai-assisted"),
        (Making.HUMAN, "digitalCreation", "none"),
    ],
)
def test_each_way_that_a_translation_comes_about_has_its_words(making, code, w3c):
    assert digital_source_type(making) == f"http://cv.iptc.org/newscodes/digitalsourcetype/{code}"
    assert qcode(making) == f"digsrctype:{code}"
    assert AI_DISCLOSURE[making] == w3c


@pytest.mark.parametrize("making", Making)
def test_no_way_is_without_a_word(making):
    assert CODES[making]
    assert NAMES[making]
    assert schema_org(making).startswith(("https://schema.org/", "http://cv.iptc.org/"))
