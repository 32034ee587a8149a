"""What an engine has answered is known again as long as all is the same that its answer depends on."""

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from translate.cli.project import CLOCK
from translate.core.offers import Hypothesis, RequiredTerm, SourceSentence
from translate.core.terms.glossary import Origin, Term
from translate.engines.identity import IdentityEngine
from translate.engines.interface import Basis
from translate.errors import EngineError
from translate.workflow import editions
from translate.workflow.clock import Clock
from translate.workflow.keeping import Keeping

LATER = Clock(lambda: time.time_ns() + 10**10, CLOCK.seconds, CLOCK.pause)
"""By which no file is fresh."""
PLAIN = SourceSentence("The ferry sailed.")
ROW = Term("ferry", "praam", note="a note", reviewed="2026-11-01", origin=Origin("et.csv", 2))
ASKED = SourceSentence(PLAIN.text, (RequiredTerm(4, 9, ("praam",), ROW),))
OFFERS = {PLAIN: (Hypothesis("Praam lahkus.", -0.5),)}


class FakeWithFiles(IdentityEngine):
    """Identity, which says what its answers depend on."""

    said = "fake 1"

    def __init__(self, *files, settings=()):
        super().__init__()
        self.told = Basis(settings, files)

    def signature(self, *_):
        return self.said

    def basis(self, *_):
        return self.told


class FakeOfAnotherKind(FakeWithFiles):
    """The same, as somebody else may have written it."""


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "packages/model.bin"
    path.parent.mkdir()
    path.write_bytes(b"weights")
    return path


def a_run(project, clock=LATER, *, keep=True):
    return Keeping.of(project.settings, now=datetime.now(UTC), clock=clock, keep=keep)


def found(project, engine, *sentences, pair=("en", "et"), hypotheses=1, **options):
    """What a run of its own knows."""
    with a_run(project, **options) as run:
        return run.anew().find(engine, sentences or list(OFFERS), *pair, hypotheses=hypotheses)


def kept(project, engine, offers=OFFERS, *, hypotheses=1, **options):
    with a_run(project, **options) as run:
        own = run.anew()
        assert own.find(engine, list(offers), "en", "et", hypotheses=hypotheses) == {}
        own.put(offers, hypotheses=hypotheses)


def test_a_later_run_knows_what_an_engine_has_answered(project, model):
    kept(project, FakeWithFiles(model))
    assert found(project, FakeWithFiles(model)) == OFFERS
    assert found(project, FakeWithFiles(model), keep=False) == OFFERS


def test_whatever_is_another_is_asked_again(project, model, monkeypatch):
    kept(project, FakeWithFiles(model))
    assert found(project, FakeWithFiles(model, settings=("beam 8",))) == {}
    assert found(project, FakeWithFiles()) == {}
    assert found(project, FakeOfAnotherKind(model)) == {}
    assert found(project, FakeWithFiles(model, settings=("en", "ru")), pair=("en", "ru")) == {}
    assert found(project, FakeWithFiles(model), hypotheses=4) == {}
    assert found(project, FakeWithFiles(model), SourceSentence("The ferry sailed")) == {}
    assert found(project, FakeWithFiles(model), ASKED) == {}
    with monkeypatch.context() as patch:
        patch.setattr(FakeWithFiles, "said", "fake 2")
        assert found(project, FakeWithFiles(model)) == {}
        patch.undo()
        patch.setattr(editions, "__version__", "99")
        assert found(project, FakeWithFiles(model)) == {}
    assert found(project, FakeWithFiles(model)) == OFFERS


def test_what_is_in_its_files_counts_and_not_where_or_how_old_they_are(project, model, tmp_path):
    kept(project, FakeWithFiles(model))
    copy = tmp_path / "elsewhere" / model.name
    copy.parent.mkdir()
    copy.write_bytes(model.read_bytes())
    assert found(project, FakeWithFiles(copy)) == OFFERS
    copy.write_bytes(b"Weights")
    assert found(project, FakeWithFiles(copy)) == {}
    model.rename(model.with_name("other.bin"))
    assert found(project, FakeWithFiles(model.with_name("other.bin"))) == {}


def test_a_file_is_read_once_and_not_by_each_run(project, model, monkeypatch):
    kept(project, FakeWithFiles(model))
    read = []
    digest = editions.hashlib.file_digest
    monkeypatch.setattr(editions.hashlib, "file_digest", lambda *given: read.append(given) or digest(*given))
    assert found(project, FakeWithFiles(model)) == OFFERS
    assert read == []
    model.write_bytes(model.read_bytes())
    assert found(project, FakeWithFiles(model)) == OFFERS
    assert len(read) == 1


@pytest.mark.parametrize("harm", [lambda p: p.unlink(), lambda p: p.write_bytes(b"others"), lambda p: p.touch()])
def test_what_is_answered_while_the_files_change_is_not_kept(project, model, harm):
    with a_run(project) as run:
        own, engine = run.anew(), FakeWithFiles(model)
        own.find(engine, [PLAIN], "en", "et", hypotheses=1)
        harm(model)
        own.put(OFFERS, hypotheses=1)
        for _ in range(2):  # Nor later: nobody knows which of the two has been loaded.
            assert own.find(engine, [PLAIN], "en", "et", hypotheses=1) == {}
            own.put(OFFERS, hypotheses=1)
    model.write_bytes(b"weights")
    assert found(project, FakeWithFiles(model)) == {}


def test_an_engine_of_which_something_cannot_be_read_is_not_known_again(project, model):
    kept(project, FakeWithFiles(model, model.parent))
    assert found(project, FakeWithFiles(model, model.parent)) == {}


def test_an_engine_whose_files_have_changed_just_now_is_not_known_again(project, model):
    still = Clock(time.time_ns, CLOCK.seconds, CLOCK.pause)
    model.touch()
    kept(project, FakeWithFiles(model), clock=still)
    assert found(project, FakeWithFiles(model)) == {}


def torn(*_):
    raise EngineError("the package is torn")


@pytest.mark.parametrize("told", [lambda *_: None, torn], ids=["does not say", "fails"])
def test_of_an_engine_that_cannot_say_what_its_answers_depend_on_nothing_is_kept(project, model, told, monkeypatch):
    monkeypatch.setattr(FakeWithFiles, "basis", told)
    kept(project, FakeWithFiles(model))
    assert found(project, FakeWithFiles(model)) == {}
    assert not (project.root / ".newsdesk").exists()


def test_a_term_counts_and_not_where_its_row_stands_and_who_has_seen_it(project, model):
    kept(project, FakeWithFiles(model), {ASKED: OFFERS[PLAIN]})

    def known(**changes):
        (term,) = ASKED.terms
        return found(project, FakeWithFiles(model), replace(ASKED, terms=(replace(term, **changes),)))

    assert known()
    assert known(term=replace(ROW, note="", reviewed="", origin=Origin("all.csv", 7)))
    assert not known(forms=("laev",))
    assert not known(start=0)
    assert not known(term=replace(ROW, gender="fem"))
    assert not known(term=None)


def test_what_came_to_nothing_is_asked_again(project, model):
    kept(project, FakeWithFiles(model), {PLAIN: (), ASKED: (Hypothesis("a"), Hypothesis("b"))}, hypotheses=2)
    assert found(project, FakeWithFiles(model), PLAIN, hypotheses=2) == {}
    assert len(found(project, FakeWithFiles(model), ASKED, hypotheses=2)[ASKED]) == 2


def test_a_dry_run_keeps_nothing(project, model):
    kept(project, FakeWithFiles(model), keep=False)
    assert not (project.root / ".newsdesk").exists()


def test_who_gave_more_than_was_asked_for_is_not_believed(project, model):
    kept(project, FakeWithFiles(model), {PLAIN: (Hypothesis("a"), Hypothesis("b"))})
    assert found(project, FakeWithFiles(model)) == {}


def test_locales_that_share_all_that_an_answer_depends_on_share_the_answers(project, model):
    engine = FakeWithFiles(model)
    with a_run(project) as run:
        own = run.anew()
        own.find(engine, [PLAIN], "en", "pt", hypotheses=1)
        own.put(OFFERS, hypotheses=1)
        assert run.anew().find(engine, [PLAIN], "en", "pt_BR", hypotheses=1) == OFFERS
    assert found(project, engine, pair=("en", "pt_AO")) == OFFERS
