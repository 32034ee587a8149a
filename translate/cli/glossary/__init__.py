"""``newsdesk glossary``."""

from __future__ import annotations

import click

from translate.cli.command import Group
from translate.cli.glossary.add import add
from translate.cli.glossary.apply import apply
from translate.cli.glossary.check import check
from translate.cli.glossary.diff import diff
from translate.cli.glossary.find import find
from translate.cli.glossary.list import list_
from translate.cli.glossary.stats import stats
from translate.cli.glossary.suggest_forms import suggest_forms
from translate.cli.glossary.suggest_terms import suggest_terms
from translate.cli.glossary.try_ import try_


@click.group(
    cls=Group,
    examples=(
        ("See whether every row is sound", "newsdesk glossary check"),
        ("See what a change would do, before it is live", "newsdesk glossary try"),
        ("See the forms that Estonian terms could have", "newsdesk glossary suggest-forms --locale et"),
    ),
)
def glossary() -> None:
    """Look after the newsroom's terms."""


for command in (
    add,
    apply,
    check,
    diff,
    find,
    list_,
    stats,
    suggest_forms,
    suggest_terms,
    try_,
):
    glossary.add_command(command)
