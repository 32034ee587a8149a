"""A project with a list of what it broadcasts."""

from tests.workflow.days import Days
from tests.workflow.people import translate
from tests.workflow.project import Project

LIST = """\
name,kind,channel,max_length,note
Pealtnägija,series,ETV,20,Investigative
The Morning View,series,ETV,16,
The Ferry,film,ETV2,,
"""
OWN, GUIDE = "shows/own.csv", "shows/guide.yaml"
PO = "locales/et/LC_MESSAGES/shows.po"
KEEP = "source,target,action,kind\nPealtnägija,,keep,title\n"


def broadcasting(root, **settings) -> Days:
    """A newsroom with two articles and a list of three titles, one of which the glossary decides."""
    days = Days(Project(root, **settings))
    days.project.write(OWN, LIST)
    days.project.write("glossaries/et.csv", KEEP)
    return days


def approve(days, **titles):
    """A translator approves titles: ``approve(days, **{"The Ferry": "Praam"})``."""
    translate(days.project, "shows", titles)
