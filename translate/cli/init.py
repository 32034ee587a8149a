"""``newsdesk init``."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from translate.cli import options
from translate.cli.command import Command, wishes
from translate.cli.project import print_json, screen


@click.command(
    cls=Command,
    examples=(
        ("Make a project that drafts into Estonian and Spanish", "newsdesk init mydesk --locale et --locale es"),
        ("Begin with an article, a glossary and shows to try out", "newsdesk init mydesk --example"),
    ),
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option("--name", metavar="NAME", help="The project's name; by default the folder's.")
@click.option("--source", default="en", show_default=True, metavar="LOCALE", help="The language of the articles.")
@click.option("--locale", "locales", multiple=True, default=("et",), show_default=True, metavar="LOCALE",
              help="A locale to draft into; may be repeated.")  # fmt: skip
@click.option("--contact", default="", metavar="ADDRESS", help="An address for the PO files' headers.")
@click.option("--example", is_flag=True,
              help="Begin with an article in English, the names in it as a glossary, and a list of shows.")  # fmt: skip
@options.as_json
@click.pass_context
def init(
    ctx: click.Context,
    folder: Path,
    name: str | None,
    source: str,
    locales: tuple[str, ...],
    contact: str,
    example: bool,
    as_json: bool,
) -> None:
    """Make a new project in FOLDER: settings, glossaries with their headings, a place for articles."""
    from translate.workflow.init import init as make

    made = make(folder, name=name, source=source, locales=locales, contact=contact, example=example)
    if as_json:
        print_json({"made": [str(path) for path in made]})
        return
    if wishes(ctx).quiet:
        return
    shown = screen(ctx)
    shown.lines(f"made {path}" for path in made)
    before = "" if example else "put articles into articles/, names into glossaries/, and "
    there = "" if folder == Path() else f"cd {shlex.quote(str(folder))} && "
    shown.text(f"Next: {before}run “{there}newsdesk draft”.")
