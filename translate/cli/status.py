"""``newsdesk status``."""

from __future__ import annotations

import click

from translate.cli.project import load_settings, print_json, print_lines


@click.command()
@click.option("--locale", "locales", multiple=True, metavar="LOCALE", help="Only this locale; may be repeated.")
@click.option("--json", "as_json", is_flag=True, help="Print the status as one JSON object.")
@click.pass_context
def status(ctx: click.Context, locales: tuple[str, ...], as_json: bool) -> int:
    """Show how far each article is in each locale."""
    from translate.core.summary import ExitCode
    from translate.reports import console, jsonfile
    from translate.workflow.status import status as run

    found = run(load_settings(ctx), locales)
    print_lines([t.message for t in found.troubles])
    if as_json:
        print_json(
            {
                "catalogs": [
                    {"locale": c.locale, "article": c.slug, "path": c.path, **jsonfile.counts_object(c.counts)}
                    for c in found.catalogs
                ],
                "troubles": [jsonfile.trouble_object(t) for t in found.troubles],
            }
        )
    elif found.catalogs:
        heads = ("locale", "article", "approved", "in review", "drafts", "untranslated", "flagged", "words left")
        console.print_table(heads, ((c.locale, c.slug, *console.count_cells(c.counts)) for c in found.catalogs))
    else:
        console.print_text("There are no PO files yet; “newsdesk draft” makes them.")
    return ExitCode.PARTIAL if found.troubles else ExitCode.CLEAN
