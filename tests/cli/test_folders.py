"""Whatever newsdesk saves lies in a folder of the register, so that every start of a run tidies it."""

import pytest

from tests.cli.conftest import ARTICLE, SETTINGS
from translate import settings
from translate.engines.wordings import Wordings
from translate.files import staging, whole
from translate.ledger import seals
from translate.ledger.seals import Seal
from translate.workflow.folders import saved_into
from translate.workflow.places import wordings_folder

COMPENDIUM = """\
msgid ""
msgstr "Language: et\\nContent-Type: text/plain; charset=UTF-8\\n"

msgid "Rain fell on the harbor."
msgstr "Sadamas sadas vihma."
"""
FORMS = ("--locale", "et", "Kursk", "--like", "Minsk", "--write")
METRICS = '\n[nightly]\nreports = "morning/page"\nmetrics = "collector/news.prom"\n'


@pytest.fixture
def saved(monkeypatch):
    """The files that are saved, by either way of saving."""
    files = set()
    replace, write = staging.replace, whole.write

    def replaced(target, data, expected):
        files.add(target.resolve())
        return replace(target, data, expected)

    def written(path, fill, **options):
        files.add(path.resolve())
        write(path, fill, **options)

    monkeypatch.setattr(staging, "replace", replaced)
    monkeypatch.setattr(whole, "write", written)
    return files


def test_every_file_that_a_command_saves_lies_in_a_folder_of_the_register(newsroom, saved):
    newsroom.write("newsdesk.toml", SETTINGS + METRICS)
    newsroom.write("articles/2026/harbor.txt", ARTICLE)
    newsroom.write("glossaries/et.csv", "source,target,forms\nMinsk,Minsk,gen=Minski\nKursk,Kursk,\n")
    agency = newsroom.write("../agency.po", COMPENDIUM)
    (newsroom.root / "collector").mkdir()
    assert newsroom.run("glossary", "suggest-forms", *FORMS).code == 0
    newsroom.run("draft")
    newsroom.run("nightly")
    newsroom.run("nightly", "prepare")
    newsroom.run("export", "--allow-drafts", "--mo")
    newsroom.run("export", "--allow-drafts", "--output", "../site")
    assert newsroom.run("memory", "import", str(agency)).code == 0
    # What only a process of its own keeps, and only engines that have words for terms.
    seals.keep(newsroom.root, Seal("", "", (), (), (), "", 0, "", ""))
    project = settings.load(newsroom.root / "newsdesk.toml")
    Wordings(wordings_folder(project), home=newsroom.root).keep("et", "", {})
    register = saved_into(project, newsroom.root / "../site")

    def holds(folder, path):
        inside = path.is_relative_to(folder.path.resolve())
        return inside and (folder.deep or len(path.relative_to(folder.path.resolve()).parts) == 1)

    def is_for(folder, path):
        return (folder.only is None or path.name in folder.only) and holds(folder, path)

    used = {path: {folder.shown for folder in register if is_for(folder, path)} for path in saved}
    assert [path for path, folders in used.items() if not folders] == []
    assert set().union(*used.values()) == {folder.shown for folder in register}
