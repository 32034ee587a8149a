"""An article's POT file is written when its messages change, and then only."""

from tests.workflow.runs import a_run
from translate.workflow.templates import write_template

POT = "locales/ferry.pot"


def write(project):
    with a_run(project) as ready:
        write_template(ready.run, ready.read(project.root / "articles/ferry.txt"))


def test_a_template_has_every_message_and_no_translation(project):
    write(project)
    text = project.read(POT)
    assert (text.count("\nmsgid "), text.count('\nmsgstr ""\n')) == (4, 4)
    assert '"Language: \\n"' in text


def test_a_template_whose_messages_are_as_they_were_is_not_touched(project):
    write(project)
    before = (project.root / POT).stat().st_mtime_ns
    write(project)
    assert (project.root / POT).stat().st_mtime_ns == before
    project.write("articles/ferry.txt", "Ferry opens\n\nIt sank.\n")
    write(project)
    assert 'msgid "It sank."' in project.read(POT)
