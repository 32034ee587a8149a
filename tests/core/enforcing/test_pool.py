from translate.core.enforcing.pool import Draft, Place
from translate.core.terms.ways import AS_IS, How, Way


def test_a_draft_tells_how_a_term_came_that_stands_in_it_without_more_ado():
    carried = {0: Place(0, 5)}
    assert Draft("x", None).way == AS_IS
    assert Draft("x", None, rank=3).way == Way(How.N_BEST, rank=3)
    assert Draft("x", None, carried=carried).way == Draft("x", None, rank=3, carried=carried).way == Way(How.REDRAFTED)
