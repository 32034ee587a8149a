"""From the sentences of a message to its draft with tags: what holds of placing holds of drafts as runs make them."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.placing.laws import faults
from tests.core.tagged import STRANGE, answered, random_answers, tagged
from tests.core.told import Told
from translate.core.entries.catalog import Entry
from translate.core.entries.inputs import Inputs
from translate.core.entries.jobs import Wish, assembled, job_of, sentences_of
from translate.core.placing.evidence import Means
from translate.core.placing.placing import place
from translate.core.terms.demands import demands_on
from translate.core.terms.glossary import Glossary, Term
from translate.core.terms.matching import Matcher
from translate.core.text import tags
from translate.languages.loading import load_language, load_pair
from translate.segmentation import segmenter_for

TERMS = (Term("ferry", "praam"), Term("St. Mary", "Püha Maarja"), Term("Help! Now", "Appi!"))
PIECES = ("The ferry left. ", "ferry", "St. Mary ", "It sank! ", "See err.ee/x, ", "1,250 ", "“So” ", *STRANGE)
SAID = ("praam", "Praamiga", "Püha Maarja", "Appi!", "err.ee/x", "uppus.", '"nii"', "1,250", "<b1>", *STRANGE)


def job(msgid, locale):
    language = load_language(locale)
    matcher = Matcher(Glossary(locale, TERMS, language.compounding, language.inflection))
    asked = demands_on(matcher, tags.plain(msgid))
    wish = Wish(Entry(msgid), asked, Inputs("1"), wanted=True)
    return job_of(wish, sentences_of(wish.message, asked, segmenter_for("en")))


@pytest.mark.parametrize("locale", ["et", "es"])
@settings(max_examples=300)
@given(st.data())
def test_a_draft_has_the_tags_of_its_source_whatever_the_engine_says(locale, data):
    msgid = data.draw(tagged(PIECES, depth=5).filter(lambda text: tags.parted(text).places))
    made = job(msgid, locale)
    said = [data.draw(st.lists(st.sampled_from(SAID), min_size=1, max_size=5).map(" ".join)) for _ in made.sentences]
    setting = tuple(language.typography() for language in load_pair("en", locale))
    one = assembled(made, [Told(text) for text in said], "fake 1", setting)
    if one is None:
        return
    means = data.draw(st.builds(Means, st.booleans(), st.booleans()))
    (found,) = answered(place([one.unplaced], means), partial(random_answers, seed=data.draw(st.integers(0, 999))))
    draft = one.draft.tagged(found)
    assert faults(msgid, one.draft.text, found) == []
    assert tags.has_tags_of(draft.text, msgid)
