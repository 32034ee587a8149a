"""An article comes out the same, whatever it is drafted together with."""

from tests.workflow.runs import a_run
from translate.workflow.drafting import cases_of, produce
from translate.workflow.wanting import begin


def test_an_article_comes_out_the_same_alone_and_among_others(project):
    project.write("articles/train.md", "# Trains stop\n\nNo *ferry* came. See <https://err.ee>.\n")
    with a_run(project) as ready:
        (desk,) = ready.desks
        jobs = [begin(ready.run, ready.read(path), desk).wanted.jobs for path in sorted(ready.to_open)]
        bench = desk.bench(project.settings)
        together = produce(bench, jobs)
        alone = [produce(bench, [one])[0] for one in jobs]
    assert together == alone
    assert next(draft.text for draft in alone[1].drafts.values()) == "Trains stop"


def test_the_cases_are_the_sentences_with_what_the_glossary_asks_of_each(project):
    with a_run(project) as ready:
        jobs = begin(ready.run, ready.read(ready.to_open[0]), ready.desks[0]).wanted.jobs
    assert [(case.source, len(case.asked.matches)) for case in cases_of(jobs)] == [
        ("Ferry opens", 1), ("The ferry sailed.", 1), ("The captain was late.", 0),
    ]  # fmt: skip


def test_of_nothing_comes_nothing(project):
    with a_run(project) as ready:
        assert produce(ready.desks[0].bench(project.settings), []) == []
