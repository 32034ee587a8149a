"""``newsdesk init``."""

from __future__ import annotations

import shlex
from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option("--name", metavar="NAME", help="The project's name; by default the folder's.")
@click.option("--source", default="en", show_default=True, metavar="LOCALE", help="The language of the articles.")
@click.option("--locale", "locales", multiple=True, default=("et",), show_default=True, metavar="LOCALE",
              help="A locale to draft into; may be repeated.")  # fmt: skip
@click.option("--contact", default="", metavar="ADDRESS", help="An address for the PO files' headers.")
@click.option("--example", is_flag=True, help="Begin with an article in English, and the names in it as a glossary.")
def init(folder: Path, name: str | None, source: str, locales: tuple[str, ...], contact: str, example: bool) -> None:
    """Make a new project in FOLDER: settings, glossaries with their headings, a place for articles."""
    from translate.workflow.init import init as make

    for path in make(folder, name=name, source=source, locales=locales, contact=contact, example=example):
        click.echo(f"made {path}")
    before = "" if example else "put articles into articles/, names into glossaries/, and "
    there = "" if folder == Path() else f"cd {shlex.quote(str(folder))} && "
    click.echo(f"Next: {before}run “{there}newsdesk draft”.")
