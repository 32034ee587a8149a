"""``newsdesk models``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.project import load_settings_if_any, print_json, progress

if TYPE_CHECKING:
    from translate.models.index import AvailablePackage
    from translate.models.installed import Installation, InstalledPackage
    from translate.models.pairs import PairProgress
    from translate.workflow.steps import Advance

AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


@click.group()
def models() -> None:
    """Manage Argos Translate's packages: one for each pair of languages."""


@models.command("list")
@click.option("--available", is_flag=True, help="What the package index offers, instead of what is installed.")
@AS_JSON
@click.pass_context
def list_models(ctx: click.Context, available: bool, as_json: bool) -> None:
    """List the packages that are installed, or that could be."""
    from translate.models import index
    from translate.models.installed import installed
    from translate.reports import console

    if available:
        offered = index.available(_index(ctx))
        if as_json:
            print_json({"packages": [asdict(p) for p in offered]})
        else:
            console.print_table(("pair", "version", "name"), (_pair_cells(p) for p in offered))
        return
    found = installed()
    if as_json:
        print_json({"packages": [asdict(p) for p in found]})
    elif found:
        rows = ((*_pair_cells(p), p.state, p.path, p.reason) for p in found)
        console.print_table(("pair", "version", "name", "state", "folder", ""), rows)
    else:
        console.print_text("No package is installed; “newsdesk models install en et” fetches one.")


@models.command("install")
@click.argument("what", nargs=-1, required=True, metavar="SOURCE TARGET | FILE")
@AS_JSON
@click.pass_context
def install(ctx: click.Context, what: tuple[str, ...], as_json: bool) -> None:
    """Install the newest package of a pair (newsdesk models install en et), or one from a .argosmodel file.

    A pair without a package of its own is reached through a third language, if two packages can do it. Broken
    downloads are resumed; what arrives is checked before it is unpacked, and recorded for “models verify”.
    """
    from translate.models import pairs
    from translate.models.installed import install as install_file
    from translate.reports import console

    now = datetime.now(UTC)
    if len(what) == 1:
        done: Sequence[Installation] = (install_file(Path(what[0]), when=now),)
    elif len(what) == 2:  # noqa: PLR2004  A source and a target.
        with _downloading(wanted=not as_json) as told:
            done = pairs.install_pair(what[0], what[1], when=now, index=_index(ctx), progress=told).installations
    else:
        raise click.UsageError("name a source and a target language, or one file")
    if as_json:
        print_json({"installed": [asdict(i) for i in done]})
        return
    for one in done:
        console.print_text(_told(one))


@models.command("verify")
@AS_JSON
def verify(as_json: bool) -> int:
    """Compare every installed package with what was recorded when it was installed."""
    from translate.core.results.summary import ExitCode
    from translate.models.installed import verify as verify_all
    from translate.reports import console

    results = verify_all()
    if as_json:
        print_json({"packages": [{**asdict(r), "clean": r.clean} for r in results]})
    for result in () if as_json else results:
        verdict = "as installed" if result.clean else result.package.reason or "changed since it was installed"
        console.print_text(f"{_name(result.package)}: {verdict}")
        for finding in result.findings:
            console.print_text(f"  {finding.kind}: {finding.file}")
    return ExitCode.CLEAN if all(r.clean for r in results) else ExitCode.FINDINGS


@models.command("remove")
@click.argument("source")
@click.argument("target")
@AS_JSON
def remove(source: str, target: str, as_json: bool) -> None:
    """Remove the packages of a pair."""
    from translate.models.installed import remove as remove_pair
    from translate.reports import console

    gone = remove_pair(source, target)
    if as_json:
        print_json({"removed": [asdict(p) for p in gone]})
        return
    for package in gone:
        console.print_text(f"removed {_name(package)}")


def _index(ctx: click.Context) -> str | None:
    settings = load_settings_if_any(ctx)
    return settings.model_index if settings else None


@contextmanager
def _downloading(*, wanted: bool) -> Iterator[PairProgress]:
    """A progress bar for each package that is fetched, in bytes."""
    with progress(wanted=wanted) as announce:
        bars: dict[str, tuple[Advance, int]] = {}

        def told(package: AvailablePackage, done: int, total: int | None) -> None:
            advance, before = bars.get(package.code) or (announce(f"Fetching {package.name}", total or 0), 0)
            advance(done - before)
            bars[package.code] = (advance, done)

        yield told


def _pair_cells(package: AvailablePackage | InstalledPackage) -> tuple[str, str, str]:
    return (f"{package.source} → {package.target}" if package.source else "?", package.version, package.name)


def _name(package: InstalledPackage) -> str:
    return f"{package.source} → {package.target} {package.version}" if package.source else package.path


def _told(done: Installation) -> str:
    if done.outcome == "replaced":
        return f"{_name(done.package)} installed in place of {', '.join(done.replaced)}"
    return f"{_name(done.package)} {done.outcome}"
