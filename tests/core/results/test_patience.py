from translate.core.results.patience import PATIENCE, Patience
from translate.core.results.summary import Trouble


def test_an_engine_that_fails_again_and_again_is_given_up_and_that_is_told_once():
    patience = Patience()
    told = [patience.failed("et") for _ in range(PATIENCE + 1)]
    sentence = (
        "et: the engine failed on 3 articles in a row; the others are left untranslated, and the next run tries again"
    )
    assert told == [(), (), (Trouble(sentence),), ()]
    assert (patience.is_lost("et"), patience.is_lost("ru")) == (True, False)


def test_an_engine_that_works_in_between_is_kept():
    patience = Patience()
    for _ in range(PATIENCE):
        patience.failed("et")
        patience.failed("et")
        patience.worked("et")
    assert not patience.is_lost("et")
