"""PO files are compared with what another glossary makes of them, those without an article at the end."""

from tests.workflow.project import told
from tests.workflow.runs import a_run, settle
from translate.core.results.trial import Effect
from translate.core.terms.glossary import Glossary, Term
from translate.errors import EngineError
from translate.workflow.comparison import Comparison
from translate.workflow.scanning import Change
from translate.workflow.steps import InParts
from translate.workflow.taking import take
from translate.workflow.tally import Tally
from translate.workflow.terms import Glossaries

PO = "locales/et/LC_MESSAGES/ferry.po"


def change(project):
    old = Glossaries(project.settings, writes=False).load("et").glossary
    return Change.of(old, Glossary("et", (Term("ferry", "laev"),), old.compounding, old.inflection))


def compared(project, monkeypatch=None, **options):
    """A comparison after each article has had its turn, with the run's troubles."""
    changes = {"et": change(project)}
    project.write("glossaries/et.csv", "source,target\nferry,laev\n")
    comparison = Comparison(project.settings, changes, {PO: project.root / PO})
    with a_run(project, against={"et": changes["et"].was}, dry_run=True, **options) as ready:
        tally = Tally.of(ready)
        for path in ready.to_open:
            comparison.turn(tally, take(tally, path), InParts(lambda _: None, 1))
    return comparison, tally


def test_a_draft_is_beside_what_it_becomes_with_its_line_and_row(project):
    settle(project)
    comparison, _ = compared(project)
    told_of = [(one.msgid, one.effect, one.after, one.terms) for one in comparison.affected]
    assert told_of == [
        ("Ferry opens", Effect.DRAFTED, "Laev opens", ("ferry",)),
        ("The ferry sailed.", Effect.DRAFTED, "The laev sailed.", ("ferry",)),
    ]
    lines = project.read(PO).splitlines()
    assert [lines[one.line - 1] for one in comparison.affected] == ['msgid "Ferry opens"', 'msgid "The ferry sailed."']


def test_a_file_without_an_article_is_only_looked_over(project):
    project.translated("ferry", ("The ferry sailed.", "Praam läks."))
    changes = {"et": change(project)}
    comparison = Comparison(project.settings, changes, {PO: project.root / PO})
    troubles = []
    comparison.rest(troubles.append)
    (one,) = comparison.affected
    assert (one.effect, one.before, [finding.rule for finding in one.found]) == (
        Effect.FLAGGED, "Praam läks.", ["term-missing"]
    )  # fmt: skip
    assert troubles == []


def test_a_file_that_broke_meanwhile_is_told(project):
    project.write(PO, 'msgid "ferry\n')
    comparison = Comparison(project.settings, {"et": change(project)}, {PO: project.root / PO})
    troubles = []
    comparison.rest(troubles.append)
    assert [error.path for error in troubles] == [PO]


def test_what_an_engine_fails_on_is_told_and_the_locale_has_failed(project, monkeypatch):
    from translate.engines.identity import IdentityEngine

    settle(project)

    def broken(*_, **__):
        raise EngineError("is broken")

    monkeypatch.setattr(IdentityEngine, "translate", broken)
    comparison, tally = compared(project)
    assert (comparison.failed, told(tally.troubles)) == ({"et"}, ["is broken"])
