import pytest

from translate.core.results.summary import Counts
from translate.reports.tagging import doubtful


@pytest.mark.parametrize(
    ("lacking", "unsure", "told"),
    [
        (0, 0, ""),
        (1, 0, "1 draft has no words for something that the source marks."),
        (0, 1, "The tags of 1 draft may belong elsewhere."),
        (0, 2000, "The tags of 2,000 drafts may belong elsewhere."),
        (
            3,
            5,
            "3 drafts have no words for something that the source marks; the tags of 5 others may belong elsewhere.",
        ),
        (
            2,
            1,
            "2 drafts have no words for something that the source marks; the tags of 1 other may belong elsewhere.",
        ),
    ],
)
def test_drafts_that_lack_something_are_told_apart_from_those_whose_tags_may_be_misplaced(lacking, unsure, told):
    assert doubtful(Counts(lacking_words=lacking, unsure_tags=unsure)) == told
