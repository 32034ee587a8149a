"""What an article would be printed with, and what it would say of itself."""

import pytest

from tests.workflow.days import FERRY, Days
from tests.workflow.project import Project
from translate.core.article import Imprint, Making
from translate.core.results.exporting import Exported, ExportState
from translate.core.terms.glossary import Glossary
from translate.core.terms.matching import Matcher
from translate.workflow import articles
from translate.workflow.proofs import Press, Proof, proof_of


@pytest.fixture
def days(tmp_path):
    return Days(Project(tmp_path))


def proof(days, *, allow_drafts=False):
    root = days.project.root
    (document,), _ = articles.read(days.project.settings, [root / FERRY])
    with days.seen() as (seen, _):
        return proof_of(Press(seen, "et", root / "exports", Matcher(Glossary("et")), allow_drafts, mo=False), document)


def test_an_approved_article_says_that_a_person_has_reviewed_a_machines_words(days):
    days.draft()
    days.approve()
    found = proof(days)
    assert isinstance(found, Proof)
    assert (found.imprint, found.obstacles) == (Imprint("et", "ltr", Making.REVIEWED), ())


def test_one_with_a_draft_in_it_is_kept_back_and_never_says_that_it_was_reviewed(days):
    days.draft()
    days.approve()
    days.correct()
    days.draft()
    found = proof(days)
    assert isinstance(found, Exported)
    assert found.state is ExportState.STOPPED
    assert proof(days, allow_drafts=True).imprint.making is Making.MACHINE
