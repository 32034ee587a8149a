"""Whoever reads a PO file may show it to the survey, which keeps a few figures of it."""

from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.noticing import Noticed
from translate.core.entries.past import Past
from translate.core.results.change_guard import Change
from translate.workflow import articles
from translate.workflow.comparing import Comparing

NOTICED = Noticed(Catalog(Header(), (Entry("Ferry opens"), Entry("It sank."))), Past())


def comparing(project):
    article = project.root / "articles/ferry.txt"
    return Comparing(articles.reader(project.settings, {}), {"ferry": article}, {project.root: "et"})


def test_what_is_shown_is_compared_with_its_article(project):
    seen = comparing(project)
    seen.see(project.root / "ferry.po", NOTICED)
    assert seen.found == {project.root / "ferry.po": Change("articles/ferry.txt", "et", 2, vanished=1, changed=1)}


def test_it_may_lie_in_a_sub_folder(project):
    seen = comparing(project)
    seen.see(project.root / "070/ferry.po", NOTICED)
    assert [*seen.found.values()] == [Change("articles/ferry.txt", "et", 2, vanished=1, changed=1)]


def test_a_po_file_of_no_article_is_passed_over(project):
    seen = comparing(project)
    seen.see(project.root / "train.po", NOTICED)
    assert seen.found == {}


def test_a_locale_that_is_not_drafted_is_passed_over(project):
    seen = comparing(project)
    seen.see(project.root / "ru" / "ferry.po", NOTICED)
    assert seen.found == {}


def test_of_what_cannot_be_read_that_is_known(project):
    seen = comparing(project)
    seen.see(project.root / "ferry.po", None)
    assert seen.found == {project.root / "ferry.po": None}


def test_an_article_that_cannot_be_read_is_left_to_the_run(project):
    project.write("articles/ferry.txt", b"\xff\xfe\x00")
    seen = comparing(project)
    seen.see(project.root / "ferry.po", NOTICED)
    assert seen.found == {project.root / "ferry.po": None}
