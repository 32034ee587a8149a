"""An engine as it is on this machine, found once for all units that ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from translate import __version__, plugins
from translate.core.enforcing.lexicon import Lexicon
from translate.engines.guarding import guarded
from translate.engines.interface import Engine
from translate.errors import EngineError
from translate.values import dataclass
from translate.workers.units import Unit
from translate.workflow.editions import Edition, edition_of, name_of

Options = Mapping[str, Mapping[str, object]]


class OtherEditionError(EngineError):
    """A unit cannot be done here: what is here would draft otherwise than where it was asked for."""


@dataclass(frozen=True, slots=True)
class Station:
    """An engine for a pair, loaded when it is first asked, and kept."""

    engine: Engine
    signature: str
    """Empty where it does not have the pair."""
    edition: Edition | None
    name: str
    """By what it is known elsewhere (`editions.name_of`)."""
    lexicon: Lexicon = field(default_factory=dict)
    """What it calls terms by itself, as far as that is known."""


_STATIONS: dict[str, Station] = {}


def station_for(unit: Unit, options: Options, jobs: int | None) -> Station:
    """Find the engine that a unit asks for.

    Args:
        unit: The unit.
        options: Those of the engines here, by their names; what a project may set is the unit's to say.
        jobs: How many processors an engine may use at most; None for all.

    Raises:
        OtherEditionError: Another newsdesk is here, or another engine.
        EngineError: There is none, or it cannot start.
    """
    if unit.version != __version__:
        raise OtherEditionError(f"here is newsdesk {__version__}, and where the work comes from {unit.version}")
    if reserved := plugins.reserved(unit.engine, unit.options):
        raise OtherEditionError(f"a unit sets “{min(reserved)}” of {unit.engine}, which only a machine may set")
    found = station(unit.engine, {**options.get(unit.engine, {}), **unit.options}, unit.source, unit.locale, jobs)
    if found.signature != unit.signature or found.name != unit.edition:
        has = found.signature or f"no engine for {unit.source}-{unit.locale}"
        other = " of other files, settings or libraries" if found.signature == unit.signature else ""
        raise OtherEditionError(f"here is {has}{other}, and where the work comes from {unit.signature}")
    return found


def station(name: str, options: Mapping[str, object], source: str, locale: str, jobs: int | None) -> Station:
    """Find an engine, as `station_for` does."""
    key = repr((name, sorted(options.items()), source, locale, jobs))
    if key not in _STATIONS:
        engine = plugins.load_engine(name, options, jobs=jobs)
        with guarded(type(engine)):
            signature = engine.signature(source, locale) or ""
        edition = edition_of(engine, source, locale) if signature else None
        _STATIONS[key] = Station(engine, signature, edition, name_of(engine, signature, edition))
    return _STATIONS[key]
