"""Options and arguments that several commands have, and how a shell completes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from translate.cli.project import load_settings

if TYPE_CHECKING:
    from translate.settings import Settings

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def completing(found: Callable[[click.Context], Iterable[str]], *, files: bool = False) -> Complete:
    """What a shell calls: the words that begin as what is typed.

    Whatever goes wrong, in the project or in us, somebody is typing: then there is nothing to offer.

    Args:
        found: Gives the words.
        files: Whether any file's name will do where none of them fits.
    """

    def complete(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
        try:
            items = [CompletionItem(word) for word in found(ctx) if word.startswith(incomplete)]
        except Exception:  # noqa: BLE001  A command will tell it.
            items = []
        return items or ([CompletionItem(incomplete, type="file")] if files else [])

    return complete


def _locales(ctx: click.Context) -> Iterable[str]:
    named = ctx.params.get("locales") or ()
    return [locale for locale in load_settings(ctx).locales if locale not in named]


def _engines(_ctx: click.Context) -> Iterable[str]:
    from translate.plugins import engine_names

    return ("auto", *engine_names())


def _articles(ctx: click.Context) -> Iterable[str]:
    from translate.workflow.articles import find
    from translate.workflow.lists import Lists

    settings = load_settings(ctx)
    return _from_here(settings, (*find(settings)[0], *Lists(settings).find().files))


def _catalogs(ctx: click.Context) -> Iterable[str]:
    from translate.workflow.catalogs import find

    settings = load_settings(ctx)
    return _from_here(settings, (path for path, _ in find(settings, (), ())[0]))


def _missed(ctx: click.Context) -> Iterable[str]:
    from translate.history.texts import History
    from translate.workflow.places import history_file

    settings = load_settings(ctx)
    with History(history_file(settings), home=settings.root) as history:
        yield from _from_here(settings, map(Path, history.exports.missed()))


def _lost(ctx: click.Context) -> Iterable[str]:
    from translate.history.texts import History
    from translate.workflow.places import history_file

    settings = load_settings(ctx)
    with History(history_file(settings), home=settings.root) as history:
        yield from _from_here(settings, (Path(loss.path) for loss in history.losses()))


def _from_here(settings: Settings, paths: Iterable[Path]) -> Iterable[str]:
    """The paths as somebody types them who stands in the project, or anywhere else."""
    here = Path.cwd()
    for path in paths:
        whole = settings.root / path
        yield str(whole.relative_to(here) if whole.is_relative_to(here) else whole)


def _pairs(ctx: click.Context) -> Iterable[str]:
    """The languages of installed packages: the source, and behind it the targets that it has."""
    from translate.models.installed import installed

    source = ctx.params.get("source")
    packages = installed()
    return sorted({p.target for p in packages if p.source == source} if source else {p.source for p in packages})


pairs = completing(_pairs)

as_json = click.option("--json", "as_json", is_flag=True, help="Print it as one JSON object, for machines.")
locales = click.option(
    "--locale",
    "locales",
    multiple=True,
    metavar="LOCALE",
    shell_complete=completing(_locales),
    help="Only this locale; may be repeated.",
)
engine = click.option(
    "--engine",
    metavar="NAME",
    shell_complete=completing(_engines),
    help="An engine's name, or “auto” for the first that has the pair.",
)
jobs = click.option(
    "--jobs",
    metavar="NUMBER",
    type=click.IntRange(min=1),
    help="Use at most so many processors; by default all that newsdesk may use.",
)
articles = click.argument(
    "paths", nargs=-1, type=click.Path(path_type=Path), shell_complete=completing(_articles, files=True)
)
lost = click.argument("words", nargs=-1, metavar="[PATH|NUMBER]…", shell_complete=completing(_lost, files=True))
catalogs = click.argument(
    "paths", nargs=-1, type=click.Path(path_type=Path), shell_complete=completing(_catalogs, files=True)
)


retired = click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), shell_complete=completing(_missed, files=True)
)


def locale(help_: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    """The one locale that a command needs."""
    return click.option("--locale", required=True, metavar="LOCALE", shell_complete=completing(_locales), help=help_)


def article(name: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    """The name of one article, which need not be there."""
    return click.argument(
        name, type=click.Path(path_type=Path), shell_complete=completing(_articles, files=True), metavar=name.upper()
    )
