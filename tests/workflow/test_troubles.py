"""What went wrong is one line of the report: ours to mend with a traceback, anybody's without."""

import pytest

from translate.core.results.summary import Trouble
from translate.errors import CatalogError
from translate.workflow.troubles import trouble_of


def test_what_we_foresaw_tells_of_itself():
    error = CatalogError("cannot be read", path="locales/a.po", line=7)
    assert trouble_of(error, "ferry.txt") == Trouble("locales/a.po line 7: cannot be read", "locales/a.po", 7)


def test_a_bug_is_told_with_what_we_want_to_be_sent():
    with pytest.raises(KeyError) as caught:
        {}["surprise"]
    trouble = trouble_of(caught.value, "articles/ferry.txt")
    sentence = "newsdesk failed on it (KeyError); this is a bug in newsdesk, please report it"
    assert (trouble.message, trouble.path, trouble.line) == (
        f"articles/ferry.txt: {sentence}",
        "articles/ferry.txt",
        None,
    )
    assert trouble.traceback.startswith("Traceback (most recent call last)")
    assert trouble.traceback.endswith("KeyError: 'surprise'\n")
