"""A schedule of many titles, from the lists that come in to those that go out, by the command itself.

``NEWSDESK_LONG=1`` takes two weeks of five channels in place of one day.
"""

import os
import subprocess
from datetime import timedelta

import polib
import pytest
from lxml import etree

from tests import ready
from tests.programs import needs
from tests.samples import SETTINGS
from tests.schedules.broadcast import DAYS, FILES, FIRST_DAY, schedule
from tests.schedules.test_xmltv import DTD
from tests.workflow.people import entries, translate
from tests.workflow.project import Project
from translate.core.entries.stages import Stage, stage_of

LOCALES = ("et", "es", "ru")
TODAY = FIRST_DAY + timedelta(days=DAYS if os.environ.get("NEWSDESK_LONG") == "1" else 1)
ITEMS = [item for item in schedule() if item.start < TODAY]
NAMES = {item.name for item in ITEMS}

pytestmark = [needs("apertium", "msgcat", "msgfmt"), pytest.mark.timeout(1800)]


def newsdesk(project, *arguments):
    done = ready.run(arguments, cwd=project.root, env=os.environ)
    assert done.returncode in {0, 1}, done.stderr
    return done


def lay(folder):
    """A newsroom with the four lists of one schedule, and nothing drafted."""
    project = Project(folder)
    project.write("newsdesk.toml", SETTINGS)
    project.write("glossaries/et.csv", "source,target\n")
    for name, made in FILES.items():
        project.write(f"shows/{name}", made(ITEMS))
    return project


def texts(project):
    """What a run may write, but its reports."""
    return {name: data for name, data in project.files().items() if not name.startswith("reports/")}


@pytest.fixture(scope="module")
def drafted(tmp_path_factory, own_home, sample_packages):
    """The newsroom when its lists are drafted, by whatever engine has a pair, and what that run said."""
    project = lay(tmp_path_factory.mktemp("drafted"))
    return project, newsdesk(project, "draft")


def test_each_title_has_a_draft_where_an_engine_has_the_pair_and_the_run_says_where_none_has(drafted):
    project, done = drafted
    for locale, stage in zip(LOCALES, (Stage.DRAFT, Stage.DRAFT, Stage.UNTRANSLATED), strict=True):
        found = entries(project, "shows", locale)
        assert found.keys() == NAMES
        assert {stage_of(entry) for entry in found.values()} == {stage}
    assert "ru: no engine has this pair" in done.stdout + done.stderr


@pytest.mark.parametrize("locale", LOCALES)
def test_gettext_has_nothing_to_say_of_it_and_would_write_the_same_bytes(drafted, locale):
    path = drafted[0].root / f"locales/{locale}/LC_MESSAGES/shows.po"
    subprocess.run(["msgfmt", "-c", "-o", os.devnull, path], check=True)
    assert subprocess.run(["msgcat", "--force-po", path], check=True, capture_output=True).stdout == path.read_bytes()


def test_weblate_discovers_it_and_shows_what_a_title_is_and_how_wide_it_may_be(drafted):
    from translation_finder import discover

    project, _ = drafted
    found = {(one["filemask"], one.get("new_base")) for one in discover(str(project.root))}
    assert ("locales/*/LC_MESSAGES/shows.po", "locales/shows.pot") in found
    seen = polib.pofile(str(project.root / "locales/es/LC_MESSAGES/shows.po"))
    assert {entry.msgctxt for entry in seen} >= {"show title", "episode title"}
    assert any("At most " in entry.comment for entry in seen)


def test_the_second_run_and_the_night_behind_it_write_nothing(drafted):
    project, _ = drafted
    before = texts(project)
    for command in ("draft", "nightly"):
        newsdesk(project, command)
        assert texts(project) == before


def without_titles(data):
    """A programme guide with nothing in its titles."""
    guide = etree.fromstring(data)
    for title in guide.iter("title", "sub-title"):
        title.text = ""
        title.attrib.pop("lang")
    return etree.tostring(guide)


@needs(DTD)
def test_a_guide_whose_titles_are_all_approved_is_what_xmltv_allows_and_nothing_else_in_it_has_changed(
    tmp_path, own_home, sample_packages
):
    project = lay(tmp_path)
    newsdesk(project, "draft", "--locale", "et", "--engine", "identity", "shows")
    translate(project, "shows", {name: f"„{name}“ & <õ>" for name in NAMES})
    newsdesk(project, "export", "--locale", "et", "shows/guide.xml")
    was, now = (project.files()[f"{place}shows/guide.xml"] for place in ("", "exports/et/"))
    dtd = etree.DTD(DTD)
    assert dtd.validate(etree.fromstring(now)), dtd.error_log
    assert without_titles(now) == without_titles(was)
    assert [one.text for one in etree.fromstring(now).iter("title", "sub-title")] == [
        f"„{one.text}“ & <õ>" for one in etree.fromstring(was).iter("title", "sub-title")
    ]


def test_where_every_title_stays_each_list_comes_out_as_it_came_in(tmp_path, own_home):
    project = lay(tmp_path)
    rows = "".join(f'"{name}",,keep,title\n' for name in sorted(NAMES))
    project.write("glossaries/et.csv", f"source,target,action,kind\n{rows}")
    newsdesk(project, "draft", "--locale", "et", "shows")
    assert {stage_of(entry) for entry in entries(project, "shows").values()} == {Stage.SETTLED}
    newsdesk(project, "export", "--locale", "et", "shows")
    after = project.files()
    assert {name: after[f"exports/et/shows/{name}"] for name in FILES} == {
        name: after[f"shows/{name}"] for name in FILES
    }
