"""``newsdesk models``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli import options
from translate.cli.command import Group, wishes
from translate.cli.project import load_machine, load_settings_if_any, print_json, print_notes, progress, screen

if TYPE_CHECKING:
    from translate.models.index import AvailablePackage
    from translate.models.installed import Installation, InstalledPackage
    from translate.models.pairs import PairProgress
    from translate.workflow.steps import Advance


@click.group(
    cls=Group,
    examples=(
        ("Fetch the package that drafts English into Estonian", "newsdesk models install en et"),
        ("See what is installed", "newsdesk models list"),
    ),
)
def models() -> None:
    """Manage Argos Translate's packages: one for each pair of languages."""


@models.command(
    "list",
    examples=(
        ("See what is installed", "newsdesk models list"),
        ("See what there is to install", "newsdesk models list --available"),
    ),
)
@click.option("--available", is_flag=True, help="What the package index offers, instead of what is installed.")
@options.as_json
@click.pass_context
def list_models(ctx: click.Context, available: bool, as_json: bool) -> None:
    """List the packages that are installed, or that could be."""
    from translate.reports.console import state_style
    from translate.reports.tables import Column

    columns = (Column("pair"), Column("version"), Column("name"))
    if available:
        with progress(ctx, "Asking the package index", wanted=not as_json):
            from translate.models import index

            offered = index.available(_index(ctx))
        if as_json:
            print_json({"packages": [asdict(p) for p in offered]})
        else:
            screen(ctx).table(columns, (_pair_cells(p) for p in offered))
        return
    from translate.models.installed import installed

    found = installed()
    if as_json:
        print_json({"packages": [asdict(p) for p in found]})
    elif found:
        more = (Column("state", style=state_style), Column("folder"), Column(prose=True))
        rows = ((*_pair_cells(p), p.state, p.path, p.reason) for p in found)
        screen(ctx).table((*columns, *more), rows, lead=3)
    else:
        screen(ctx).text("No package is installed; “newsdesk models install en et” fetches one.")


@models.command(
    "install",
    examples=(
        ("Fetch the newest package of a pair", "newsdesk models install en et"),
        ("Without a network, from a file", "newsdesk models install translate-en_et-1_9.argosmodel"),
    ),
)
@click.argument("what", nargs=-1, required=True, metavar="SOURCE TARGET | FILE")
@options.as_json
@click.pass_context
def install(ctx: click.Context, what: tuple[str, ...], as_json: bool) -> None:
    """Install the newest package of a pair (newsdesk models install en et), or one from a .argosmodel file.

    A pair without a package of its own is reached through a third language, if two packages can do it. Broken
    downloads are resumed; what arrives is checked before it is unpacked, and recorded for “models verify”.
    """
    if len(what) > 2:  # noqa: PLR2004  A source and a target.
        raise click.UsageError("name a source and a target language, or one file")
    now = datetime.now(UTC)
    with _downloading(ctx, "Installing" if len(what) == 1 else "Asking the package index", wanted=not as_json) as told:
        from translate.models import pairs
        from translate.models.installed import install as install_file

        if len(what) == 1:
            done: Sequence[Installation] = (install_file(Path(what[0]), when=now),)
        else:
            done = pairs.install_pair(what[0], what[1], when=now, index=_index(ctx), progress=told).installations
    if as_json:
        print_json({"installed": [asdict(i) for i in done]})
    elif not wishes(ctx).quiet:
        screen(ctx).lines(_told(one) for one in done)


@models.command("verify", examples=(("See whether any file was changed", "newsdesk models verify"),))
@options.as_json
@click.pass_context
def verify(ctx: click.Context, as_json: bool) -> int:
    """Compare every installed package with what was recorded when it was installed."""
    with progress(ctx, "Comparing every file", wanted=not as_json):
        from translate.core.results.summary import ExitCode
        from translate.models.installed import verify as verify_all

        results = verify_all()
    if as_json:
        print_json({"packages": [{**asdict(r), "clean": r.clean} for r in results]})
    shown = screen(ctx)
    for result in () if as_json else results:
        verdict = "as installed" if result.clean else result.package.reason or "changed since it was installed"
        if not (result.clean and wishes(ctx).quiet):
            shown.text(f"{_name(result.package)}: {verdict}")
            shown.lines(f"  {finding.kind}: {finding.file}" for finding in result.findings)
    return ExitCode.CLEAN if all(r.clean for r in results) else ExitCode.FINDINGS


@models.command("remove", examples=(("Make room", "newsdesk models remove en et"),))
@click.argument("source", shell_complete=options.pairs)
@click.argument("target", shell_complete=options.pairs)
@options.as_json
@click.pass_context
def remove(ctx: click.Context, source: str, target: str, as_json: bool) -> None:
    """Remove the packages of a pair."""
    from translate.models.installed import remove as remove_pair

    gone = remove_pair(source, target)
    if as_json:
        print_json({"removed": [asdict(p) for p in gone]})
    elif not wishes(ctx).quiet:
        screen(ctx).lines(f"removed {_name(package)}" for package in gone)


def _index(ctx: click.Context) -> str | None:
    said = load_settings_if_any(ctx) or load_machine(ctx)
    print_notes(ctx, (passed.told for passed in said.passed_over if passed.key in {"models.index", ""}))
    return said.model_index


@contextmanager
def _downloading(ctx: click.Context, first: str, *, wanted: bool) -> Iterator[PairProgress]:
    """A progress bar for each package that is fetched, in bytes."""
    with progress(ctx, first, wanted=wanted) as announce:
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
