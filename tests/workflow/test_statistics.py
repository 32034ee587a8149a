"""The glossaries of the project's locales are counted, with their use."""

from dataclasses import replace

import pytest

from translate.errors import SettingsError
from translate.workflow.statistics import statistics


def test_each_locale_is_counted(project):
    project.translated("a", ("A ferry sank.", "Praam uppus."), ("No other.", "Ei."))
    project.write("glossaries/all.csv", "source,target,action\nBBC,,keep\n")
    both = replace(project.settings, locales=("et", "fi"))
    found, troubles = statistics(both)
    assert [(one.locale, one.rows, one.absent, one.used.texts, one.used.with_terms) for one in found] == [
        ("et", 2, ("BBC",), 2, 1), ("fi", 1, ("BBC",), 0, 0),
    ]  # fmt: skip
    assert troubles == ()
    assert [one.locale for one in statistics(both, ["fi"])[0]] == ["fi"]


def test_what_cannot_be_read_is_told(project):
    project.write("glossaries/et.csv", "no header\n")
    found, (trouble,) = statistics(project.settings)
    assert (found, trouble.path) == ((), "glossaries/et.csv")
    with pytest.raises(SettingsError):
        statistics(project.settings, ["fi"])
