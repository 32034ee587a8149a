"""``newsdesk export``: from reviewed PO files to articles in the target language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from translate.core.results.exporting import Export
from translate.core.terms.matching import Matcher
from translate.errors import SettingsError
from translate.ledger.states import nanoseconds, state_of
from translate.settings import Settings
from translate.workflow import articles, lists, naming
from translate.workflow.articles import Listing
from translate.workflow.binding import bundled, exported, wholes
from translate.workflow.closing import closed
from translate.workflow.folders import EXPORTS
from translate.workflow.locales import chosen
from translate.workflow.outlook import outlook
from translate.workflow.passed import Passed
from translate.workflow.places import shown_path
from translate.workflow.proofs import Press
from translate.workflow.terms import Glossaries
from translate.workflow.troubles import trouble_of


def export(
    settings: Settings,
    paths: Sequence[Path] = (),
    *,
    now: datetime,
    locales: Sequence[str] = (),
    output: Path | None = None,
    allow_drafts: bool = False,
    mo: bool = False,
) -> Export:
    """Write articles in the target languages, into ``<output>/<locale>/<path of the article>``.

    Args:
        settings: The project.
        paths: The articles, files or folders; none for all that the project has.
        now: The time.
        locales: Only these; none for all of the project's.
        output: The folder to write into; None for ``exports`` in the project. What lies there is replaced.
        allow_drafts: Write articles that are not ready, too, each text that is not with a mark before it.
        mo: Also compile what is approved to a .mo file beside each PO file.

    Returns:
        What was done. An article that is not ready, or in trouble, stops no other.

    Raises:
        SettingsError: A locale is none, or translated articles would lie among the articles.
    """
    folder = (settings.root / EXPORTS if output is None else output).absolute()
    wanted = chosen(settings, locales)
    for locale in wanted:
        _check_place(settings, folder, locale)
    files, absent = wholes(settings, paths)
    listed, unseen = articles.find(settings, files) if files or not paths else ([], [])
    single = lists.one_by_one(settings, listed, files)
    states = {shown_path(settings, path): state_of(path, nanoseconds(now)) or "" for path in single}
    called = articles.names(settings, listed) if paths else naming.names(settings, listed)
    reader = articles.reader(settings, called)
    documents, unreadable = articles.read(settings, single, called)
    bundles = tuple(bundled(reader, documents))
    troubles = [*absent, *unseen, *unreadable]
    passed: list[Passed] = []
    failed: list[Passed] = []
    compiled: list[str] = []
    named = articles.named(settings) if paths else articles.by_name(settings, listed, called)
    with outlook(settings, now=now, named=named) as (seen, unusable):
        troubles += [unusable] if unusable else []
        for locale, glossary in Glossaries(settings).ready(wanted, troubles.append):
            press = Press(seen, locale, folder, Matcher(glossary), allow_drafts, mo, compiled)
            for bundle in bundles:
                for one, error in exported(press, bundle, states):
                    (failed if error else passed).append(one)
                    troubles += [error] if error else []
    whole = None if paths else Listing(tuple(listed), named, tuple(unseen))
    gate = closed(
        settings, folder, [*passed, *failed], now=now, locales=wanted, publishes=not allow_drafts, whole=whole
    )
    troubles += gate.troubles
    return Export(
        articles=tuple(one.exported for one in passed),
        compiled=tuple(dict.fromkeys(compiled)),
        outdated=tuple(gate.outdated),
        withdrawals=gate.gone.withdrawals,
        returns=gate.gone.returns,
        is_unkept=gate.is_unkept,
        taken=tuple(gate.taken),
        troubles=tuple(dict.fromkeys(trouble_of(error, "") for error in troubles)),
    )


def _check_place(settings: Settings, folder: Path, locale: str) -> None:
    place = (folder / locale).resolve()
    for name in settings.articles:
        if place.is_relative_to((settings.root / name).resolve()):
            raise SettingsError(
                f"lies in “{name}”, where translations would be taken for articles; name another folder with --output",
                path=shown_path(settings, folder),
            )
