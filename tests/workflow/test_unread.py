"""What no format reads is told once a night, and by the doctor; nothing is passed over without a word."""

import pytest

from tests.workflow.days import Days
from tests.workflow.project import NOW, Project
from translate.cli.project import CLOCK
from translate.workflow.doctor import doctor
from translate.workflow.draft import draft
from translate.workflow.unread import unread


@pytest.fixture
def days(tmp_path):
    return Days(Project(tmp_path))


def lay(days):
    for name in ("b.pdf", "a.jpg", "deep/c.xls", ".hidden", "ferry (1).txt", "ferry.txt~"):
        days.project.write(f"articles/{name}", "x")


def test_each_folder_is_told_with_what_it_has(days):
    lay(days)
    assert dict(unread(days.project.settings)) == {
        "articles": ["a.jpg", "b.pdf", "ferry.txt~"],
        "articles/deep": ["c.xls"],
    }


def test_a_run_over_everything_tells_it_and_one_over_an_article_does_not(days):
    lay(days)
    settings, told = days.project.settings, "articles/deep: no format reads c.xls"
    assert told in draft(settings, now=NOW, clock=CLOCK).notes
    assert told in draft(settings, now=NOW, clock=CLOCK).notes
    assert told not in draft(settings, [settings.root / "articles/ferry.txt"], now=NOW, clock=CLOCK).notes


def test_a_run_names_five_of_a_folder_and_the_doctor_all(days):
    for number in range(8):
        days.project.write(f"articles/{number}.pdf", "x")
    assert (
        "articles: no format reads 0.pdf, 1.pdf, 2.pdf, 3.pdf, 4.pdf and 3 more"
        in draft(days.project.settings, now=NOW, clock=CLOCK).notes
    )
    checks = [check.message for check in doctor(days.project.settings, now=NOW) if "no format" in check.message]
    assert checks == [f"articles: no format reads {', '.join(f'{number}.pdf' for number in range(8))}"]
