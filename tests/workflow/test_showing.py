"""A page of a try takes the place of another one, and of nothing else."""

import pytest

from translate.core.results.trial import Trial
from translate.errors import ReportError
from translate.workflow.showing import page_in_place, write_page


def test_a_page_is_written_over_another_one(project):
    path = project.root / "try.html"
    assert page_in_place(project.settings, path) is None
    write_page(project.settings, Trial("old", {}, ()), path)
    before = path.read_bytes()
    assert page_in_place(project.settings, path) == before
    write_page(project.settings, Trial("new", {}, ()), path)
    assert path.read_bytes() != before


def test_what_is_no_page_stays(project):
    path = project.root / "articles/ferry.txt"
    before = path.read_bytes()
    with pytest.raises(ReportError, match="is there, and no page of this command; name another"):
        write_page(project.settings, Trial("new", {}, ()), path)
    assert path.read_bytes() == before
