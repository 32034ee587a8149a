"""``newsdesk doctor``."""

from __future__ import annotations

from dataclasses import asdict

import click

from translate.cli.project import load_settings, print_json


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def doctor(ctx: click.Context, as_json: bool) -> int:
    """Say what newsdesk can do here, and what is missing."""
    from translate.core.results.summary import ExitCode
    from translate.reports import console
    from translate.workflow.doctor import doctor as run

    checks = run(load_settings(ctx))
    if as_json:
        print_json({"checks": [asdict(c) for c in checks]})
    else:
        console.print_table(("", "", ""), (("ok" if c.fine else "!!", c.subject, c.message) for c in checks))
    return ExitCode.CLEAN if all(c.fine for c in checks) else ExitCode.FINDINGS
