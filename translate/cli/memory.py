"""``newsdesk memory``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli import options
from translate.cli.command import Group
from translate.cli.project import (
    load_settings,
    print_json,
    print_notes,
    print_troubles,
    progress,
    screen,
    writing,
)

if TYPE_CHECKING:
    from translate.core.entries.remembered import Difference
    from translate.settings import Settings
    from translate.workflow.feeding import Refreshed


@click.group(
    cls=Group,
    examples=(
        ("Look up how something was translated", "newsdesk memory search --locale et ferry"),
        ("Take in what an agency has sent", "newsdesk memory import agency.tmx"),
    ),
)
def memory() -> None:
    """Search and exchange the translations that people approved."""


@memory.command("import", examples=(("Take in a translation memory", "newsdesk memory import agency.tmx"),))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--replace", is_flag=True, help="Put a file in the place of an earlier one of the same name.")
@options.as_json
@click.pass_context
def import_(ctx: click.Context, files: tuple[Path, ...], replace: bool, as_json: bool) -> int:
    """Take in TMX files and PO files (.tmx, .po).

    They are copied to the project's folder “memory”; remove a copy there to forget it. Where another file has its
    name there, a file is kept in a folder that is called like its own. Of a PO file only what is approved is
    remembered, and of a TMX file nothing that a machine made.
    """
    from translate.core.results.summary import ExitCode
    from translate.reports import jsonfile
    from translate.reports.counting import count
    from translate.workflow.importing import import_files

    settings = _settings(ctx)
    with writing(ctx, settings) as left:
        done, troubles = import_files(settings, files, replace=replace)
        with _refreshed(ctx, settings):
            pass
    print_troubles(ctx, [t.message for t in troubles])
    troubles = (*left, *troubles)
    if as_json:
        told = [{"file": d.file, "kept": d.kept, "units": d.units, "skipped": dict(d.skipped)} for d in done]
        print_json({"imported": told, "troubles": [jsonfile.trouble_object(t) for t in troubles]})
    for one in () if as_json else done:
        skipped = "".join(f", {number:,} {reason} skipped" for reason, number in one.skipped.items())
        screen(ctx).text(f"{one.file}: {count(one.units, 'translation')} remembered, kept as {one.kept}{skipped}")
    if troubles:
        return ExitCode.PARTIAL if done else ExitCode.STOPPED
    return ExitCode.CLEAN


@memory.command(
    "export",
    examples=(
        ("Write everything for another tool", "newsdesk memory export memory.tmx"),
        ("Write one language as a PO file", "newsdesk memory export memory.po --locale et"),
    ),
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--format", "kind", type=click.Choice(["tmx", "po"]), help="By default what the file's name ends in.")
@options.locales
@options.as_json
@click.pass_context
def export(ctx: click.Context, file: Path, kind: str | None, locales: tuple[str, ...], as_json: bool) -> None:
    """Write what is remembered to a TMX file, or what is of one locale to a PO file."""
    from translate.reports.counting import count
    from translate.workflow.sharing import export_po, export_tmx

    settings = _settings(ctx)
    wanted = tuple(_known(settings, locale) for locale in locales) or settings.locales
    kind = kind or file.suffix.lower().removeprefix(".")
    if kind not in {"tmx", "po"}:
        raise click.UsageError("name the file .tmx or .po, or give --format")
    if file.exists() and file.suffix.lower() != f".{kind}":
        raise click.UsageError(f"{file} is there already and is no .{kind} file; name another file")
    if kind == "po" and len(wanted) > 1:
        raise click.UsageError("a PO file holds one locale; give --locale")
    with _refreshed(ctx, settings) as fresh:
        if kind == "tmx":
            done = export_tmx(settings, fresh.memory, file, wanted)
        else:
            done = export_po(settings, fresh.memory, file, wanted[0], now=datetime.now(UTC))
    if as_json:
        print_json({"file": str(file), **asdict(done)})
        return
    reason = "with characters that XML cannot hold" if kind == "tmx" else "that a newer one replaces"
    left_out = f"; {done.left_out:,} {reason} left out" if done.left_out else ""
    screen(ctx).text(f"{file}: {count(done.units, 'translation')}{left_out}")


@memory.command(
    "search",
    examples=(
        ("Look up a word or a sentence", "newsdesk memory search --locale et ferry"),
        ("Look among headlines", "newsdesk memory search --locale et --kind headline 'Ferry line opens'"),
    ),
)
@click.argument("text")
@options.locale("The language of the translations.")
@click.option("--kind", metavar="KIND", help="What the text is, such as headline; by default body text.")
@click.option("--limit", type=click.IntRange(1, 100), default=5, show_default=True, help="At most so many.")
@options.as_json
@click.pass_context
def search(ctx: click.Context, text: str, locale: str, kind: str | None, limit: int, as_json: bool) -> None:
    """Show how a text, and texts like it, have been translated."""
    from translate.reports.tables import Column
    from translate.workflow.asking import search as run

    settings = _settings(ctx)
    with _refreshed(ctx, settings) as fresh:
        found = run(settings, fresh.memory, text, locale=_known(settings, locale), kind=kind, limit=limit)
    if as_json:
        hits = (
            {**asdict(f.hit.unit), "score": f.hit.score, "numbers": asdict(f.hit.numbers), "terms": asdict(f.terms)}
            for f in found
        )
        print_json({"hits": list(hits)})
    elif found:
        columns = (
            Column("alike"),
            Column("source", prose=True),
            Column("translation", prose=True, style=lambda _: "green"),
            Column("kind"),
            Column("file"),
            Column("differs in", style=lambda _: "yellow"),
        )
        rows = (
            (f"{int(f.hit.score * 100)} %", f.hit.unit.source, f.hit.unit.target, f.hit.unit.kind or "",
             f.hit.unit.origin, "; ".join(filter(None, (_differing(f.hit.numbers), _differing(f.terms)))))
            for f in found
        )  # fmt: skip
        screen(ctx).table(columns, rows)
    else:
        screen(ctx).text("Nothing like it has been approved yet.")


@memory.command("stats", examples=(("See how much is remembered", "newsdesk memory stats"),))
@options.as_json
@click.pass_context
def stats(ctx: click.Context, as_json: bool) -> None:
    """Show how much is remembered, by locale and kind."""
    from translate.reports.tables import Column
    from translate.workflow.asking import stats as run

    with _refreshed(ctx, _settings(ctx)) as fresh:
        counts = run(fresh.memory)
    if as_json:
        print_json({"memory": [asdict(c) for c in counts]})
    elif counts:
        rows = ((c.locale, c.kind or "body text", f"{c.units:,}", f"{c.targets:,}") for c in counts)
        columns = (Column("locale"), Column("kind"))
        numbers = (Column("texts", number=True), Column("translations", number=True))
        screen(ctx).table((*columns, *numbers), rows)
    else:
        screen(ctx).text("Nothing has been approved yet.")


def _settings(ctx: click.Context) -> Settings:
    with progress(ctx, "Reading the project"):
        return load_settings(ctx)


@contextmanager
def _refreshed(ctx: click.Context, settings: Settings) -> Iterator[Refreshed]:
    """The memory, up to date with the project's files; what is wrong with it or them is told."""
    with progress(ctx, "Reading what is approved") as announce:
        from translate.workflow.feeding import refresh

        fresh = refresh(settings, now=datetime.now(UTC), announce=announce)
    with fresh.memory:
        print_troubles(ctx, [str(t) for t in fresh.troubles])
        yield fresh
        print_notes(ctx, fresh.memory.notes)


def _known(settings: Settings, locale: str) -> str:
    if locale not in settings.locales:
        from translate.core.text.guessing import did_you_mean

        own = ", ".join(settings.locales)
        advice = did_you_mean(locale, settings.locales)
        raise click.BadParameter(f"“{locale}” is none of the project's locales: {own}{advice}")
    return locale


def _differing(difference: Difference) -> str:
    return ", ".join((*(f"−{part}" for part in difference.missing), *(f"+{part}" for part in difference.added)))
