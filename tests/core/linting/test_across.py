"""Rows are compared by the spelling that terms are found by."""

from hypothesis import example, given
from hypothesis import strategies as st

from translate.core.linting.across import _key
from translate.core.terms.cells import tidy
from translate.core.text.spelling import normalise


@example("Oʼneill")
@given(st.text(st.characters() | st.sampled_from(" ʼ'’İΣςÕõй\u0301\u00ad")))
def test_a_key_is_the_comparable_spelling(text):
    assert _key(tidy(text)) == normalise(tidy(text)).folded
