"""Bring a language pair from the index into the packages folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path

from translate.errors import ModelError
from translate.languages.argos import argos_codes
from translate.models.archive import check
from translate.models.download import discard, download
from translate.models.facts import release_order
from translate.models.index import AvailablePackage, available
from translate.models.installed import WAIT, Installation, InstalledPackage, finish, install, installed, see_to_places
from translate.models.lock import held
from translate.models.places import downloads_folder
from translate.models.transfer import DEFAULT_LIMITS, Limits
from translate.values import dataclass

PairProgress = Callable[[AvailablePackage, int, int | None], None]
"""Called with the package that is being fetched, the bytes that are here, and all its bytes where that is known."""

_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class PairInstallation:
    """What it took to have a language pair."""

    source: str
    target: str
    pivot: str | None
    """The language that translations go through; None where one package does it."""
    installations: tuple[Installation, ...]
    """In the order in which a sentence passes them."""


def install_pair(
    source: str,
    target: str,
    *,
    when: datetime,
    index: str | None = None,
    packages: Path | None = None,
    downloads: Path | None = None,
    progress: PairProgress | None = None,
    limits: Limits = DEFAULT_LIMITS,
    wait: float = WAIT,
) -> PairInstallation:
    """Install the newest package for a pair, or two by way of a third language (English if possible).

    Args:
        source: The locale to translate from, or Argos Translate's code for it.
        target: The locale to translate to, likewise: ``pt_BR``, or ``pb`` as Argos Translate calls it.
        when: The time to write into the records.
        index: The address of the package index, as `available` takes it.
        packages: The packages folder; None for Argos Translate's own.
        downloads: The folder to download to; None for Argos Translate's own.
        progress: Told how far downloads are.
        limits: How patient to be with the network.
        wait: Seconds to wait for another install.

    Raises:
        ModelError: The index has no way from one language to the other, or fetching or installing failed.
        LockedError: Another install is at work.
    """
    finish(packages, wait=wait)
    offered = _newest(available(index, limits=limits))
    pivot, legs = _way(source, target, offered, set(_usable(packages)))
    folder = downloads_folder() if downloads is None else downloads
    try:
        with ExitStack() as locks:
            # All that it takes is here and looked through before any of it is installed: half a way is none.
            here = [
                _fetched(
                    leg,
                    offered.get(leg),
                    packages=packages,
                    downloads=folder,
                    locks=locks,
                    progress=progress,
                    limits=limits,
                    wait=wait,
                )
                for leg in legs
            ]
            see_to_places([leg.file for leg in here if isinstance(leg, _Fetched)], packages)
            done = tuple(
                leg if isinstance(leg, Installation) else _installed(leg, when=when, packages=packages, wait=wait)
                for leg in here
            )
    except OSError as error:
        raise ModelError(f"the downloads folder cannot be used: {error.strerror}", path=str(folder)) from error
    return PairInstallation(source, target, pivot, done)


def _newest(offered: Iterable[AvailablePackage]) -> dict[_Pair, AvailablePackage]:
    return {
        (package.source, package.target): package
        for package in sorted(offered, key=lambda package: release_order(package.version))
    }


def _usable(packages: Path | None) -> dict[_Pair, InstalledPackage]:
    """Return the newest installed package of each pair."""
    usable = [package for package in installed(packages) if package.state != "broken"]
    usable.sort(key=lambda package: release_order(package.version))
    return {(package.source, package.target): package for package in usable}


def _way(
    source: str, target: str, offered: Mapping[_Pair, AvailablePackage], here: set[_Pair]
) -> tuple[str | None, tuple[_Pair, ...]]:
    """Choose the packages to go through: one if there is one, else two."""
    there = here | offered.keys()
    wanted = dict.fromkeys((
        (source, target), *((start, to) for to in argos_codes(target) for start in argos_codes(source))
    ))  # fmt: skip
    for pair in wanted:
        if pair in there:
            return None, (pair,)
    for start, to in wanted:
        thirds = {second for first, second in there if first == start and (second, to) in there}
        if thirds:
            pivot = min(thirds, key=lambda third: (third != "en", third))
            return pivot, ((start, pivot), (pivot, to))
    targets = ", ".join(sorted({second for first, second in there if first in {start for start, _ in wanted}}))
    raise ModelError(
        f"the package index has no way from {source} to {target}; from {source} it goes to: {targets or 'nowhere'}"
    )


@dataclass(frozen=True, slots=True)
class _Fetched:
    """A package file that holds what was offered."""

    offer: AvailablePackage
    file: Path
    link: str


def _fetched(
    pair: _Pair,
    offer: AvailablePackage | None,
    *,
    packages: Path | None,
    downloads: Path,
    locks: ExitStack,
    progress: PairProgress | None,
    limits: Limits,
    wait: float,
) -> _Fetched | Installation:
    """Fetch what a pair needs, and hold it against others, unless it is installed."""
    if (there := _up_to_date(pair, offer, packages)) is not None:
        return Installation(there, "already installed")
    if offer is None:
        raise ModelError(f"the package {pair[0]} → {pair[1]} was removed while it was needed; try again")
    told = None if progress is None else (lambda done, total: progress(offer, done, total))
    file = downloads / f"translate-{offer.source}_{offer.target}-{offer.version}.argosmodel"
    downloads.mkdir(parents=True, exist_ok=True)
    locks.enter_context(held(file.with_name(f"{file.name}.lock"), wait))
    # Whoever held it may have installed the same.
    if (there := _up_to_date(pair, offer, packages)) is not None:
        return Installation(there, "already installed")
    as_offered = partial(check, offer=offer.facts)
    return _Fetched(offer, file, download(offer.links, file, check=as_offered, progress=told, limits=limits))


def _installed(fetched: _Fetched, *, when: datetime, packages: Path | None, wait: float) -> Installation:
    offer = fetched.offer.facts
    done = install(fetched.file, when=when, packages=packages, link=fetched.link, offer=offer, wait=wait)
    discard(fetched.file)
    return done


def _up_to_date(pair: _Pair, offer: AvailablePackage | None, packages: Path | None) -> InstalledPackage | None:
    there = _usable(packages).get(pair)
    old = there is None or (offer is not None and release_order(there.version) < release_order(offer.version))
    return None if old else there
