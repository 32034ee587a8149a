"""A unit is done by the very engine that it was asked of, or not at all."""

from dataclasses import replace

import pytest

from tests.workflow.test_parcels import units_of
from translate.errors import EngineError, SettingsError
from translate.workflow.stationing import OtherEditionError, station_for


@pytest.fixture
def unit(project):
    return units_of(project)[0]


def test_an_engine_is_found_once_for_all_units(unit):
    assert station_for(unit, {}, 1) is station_for(replace(unit, pieces=()), {}, 1)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"version": "0.1"}, "here is newsdesk .*, and where the work comes from 0.1"),
        ({"signature": "identity 2"}, "here is identity, and where the work comes from identity 2"),
        ({"edition": "0f"}, "here is identity of other files, settings or libraries, and"),
        ({"engine": "argos", "locale": "tlh"}, "here is no engine for en-tlh, and where the work comes from identity"),
        ({"engine": "apertium", "options": {"program": "/bin/sh"}}, "a unit sets “program” of apertium"),
    ],
)
def test_another_engine_does_nothing(unit, change, why):
    with pytest.raises(OtherEditionError, match=why):
        station_for(replace(unit, **change), {}, 1)


def test_an_engine_that_is_not_installed_is_told(unit):
    with pytest.raises((SettingsError, EngineError), match="no engine called “nobody”"):
        station_for(replace(unit, engine="nobody"), {}, 1)
