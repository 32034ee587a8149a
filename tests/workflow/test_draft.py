"""Articles are drafted one after the other, and what fails in one costs no other."""

from tests.workflow.project import told
from tests.workflow.runs import a_run, settle
from translate.core.results.summary import CatalogState, ExitCode
from translate.engines.identity import IdentityEngine
from translate.errors import EngineError
from translate.workflow.draft import draft_all

PO = "locales/et/LC_MESSAGES/{}.po"


def run(project, **options):
    with a_run(project) as ready:
        return draft_all(ready, **options)


def states(summary):
    return [(catalog.path, catalog.state) for catalog in summary.catalogs]


def test_every_article_gets_its_files_in_every_locale(project):
    project.write("articles/train.txt", "Train\n\nIt is late.\n")
    summary = run(project)
    assert states(summary) == [(PO.format("ferry"), CatalogState.NEW), (PO.format("train"), CatalogState.NEW)]
    assert {"locales/ferry.pot", "locales/train.pot", PO.format("ferry"), PO.format("train")} <= set(project.files())


def test_what_is_as_it_was_is_told_and_nothing_of_it_is_opened(project):
    settle(project)
    before = project.files()
    summary = run(project)
    assert (states(summary), project.files()) == ([(PO.format("ferry"), CatalogState.UNCHANGED)], before)


def test_what_fails_in_one_article_is_told_and_the_others_are_done(project):
    project.write("articles/bad.txt", b"\xff\xfe\x00")
    project.write("articles/torn.txt", "Torn\n\nText.\n")
    project.write(PO.format("torn"), 'msgid "open\n')
    summary = run(project)
    assert (states(summary), len(summary.troubles)) == ([(PO.format("ferry"), CatalogState.NEW)], 2)
    assert summary.exit_code is ExitCode.PARTIAL


def test_the_time_is_asked_before_each_article(project):
    for name in "abc":
        project.write(f"articles/{name}.txt", f"News of {name}\n\nText.\n")
    asked = iter([False, False, True])
    summary = run(project, out_of_time=lambda: next(asked))
    assert (len(summary.catalogs), len(summary.unfinished)) == (2, 2)


def test_an_article_that_the_engine_has_nothing_for_is_named_once_and_settled(project, monkeypatch):
    monkeypatch.setattr(IdentityEngine, "translate", lambda _self, sentences, *_, **__: [()] * len(sentences))
    notes = ("articles/ferry.txt: identity has no translation into et for 3 sentences; left untranslated: 3 entries",)
    summary = run(project)
    (catalog,) = summary.catalogs
    assert (summary.notes, summary.troubles, summary.exit_code) == (notes, (), ExitCode.CLEAN)
    assert (catalog.drafted, catalog.counts.untranslated) == (0, 3)
    settle(project)
    before = project.files()
    assert (run(project).notes, project.files()) == ((), before)


def test_an_engine_that_fails_again_and_again_is_asked_no_more(project, monkeypatch):
    calls = []

    def failing(*_arguments, **_options):
        calls.append(1)
        raise EngineError("planted")

    for name in "abcd":
        project.write(f"articles/{name}.txt", f"News of {name}\n\nText.\n")
    with monkeypatch.context() as patch:
        patch.setattr(IdentityEngine, "translate", failing)
        summary = run(project)
    # Once for all of them together, and then for each of three by itself.
    assert (len(calls), len(summary.catalogs)) == (1 + 3, 5)
    assert told(summary.troubles) == [
        "planted",
        "et: the engine failed on 3 articles in a row; the others are left untranslated, and the next run tries again",
    ]
    assert sum(catalog.drafted for catalog in run(project).catalogs) == 5 * 2 + 1


def test_a_template_that_cannot_be_read_does_not_keep_the_catalog_from_being_drafted(project):
    project.write("locales/ferry.pot", 'msgid "open\n')
    summary = run(project)
    assert (states(summary), len(summary.troubles)) == ([(PO.format("ferry"), CatalogState.NEW)], 1)
    assert len(run(project).troubles) == 1
