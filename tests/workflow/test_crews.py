"""A cluster is asked where there is something to draft; one that cannot be asked costs nothing but a note."""

from tests.workflow.runs import a_run
from translate import __version__
from translate.workflow.crews import Probe, about, cluster, probes_of


def test_a_worker_tells_what_it_would_draft_with():
    told = about((Probe("identity", (), "en", "et"), Probe("nobody", (), "en", "fi"), Probe("argos", (), "en", "tlh")))
    assert told["newsdesk"] == __version__
    assert told["engine for et"].startswith("identity (")
    assert told["engine for fi"].startswith("none (no engine called")
    assert told["engine for tlh"] == "none"


def test_workers_are_asked_for_the_engines_of_the_run(project):
    with a_run(project) as ready:
        assert probes_of(ready) == (Probe("identity", (), "en", "et"),)


def test_a_cluster_that_is_not_there_is_noted_and_the_run_drafts_by_itself(project):
    with a_run(project) as ready, cluster("tls://127.0.0.1:9", ready) as crew:
        assert crew is None
        assert [note.partition(":")[0] for note in ready.run.seen.notes] == ["the cluster did nothing"]


def test_where_nothing_is_to_be_drafted_nobody_is_asked(project):
    (project.root / "articles/ferry.txt").unlink()
    with a_run(project) as ready, cluster("tls://127.0.0.1:9", ready) as crew:
        assert (crew, ready.run.seen.notes) == (None, [])
