"""Find the articles that are not there any more, and tell one that is withdrawn from one that is only not seen."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import field
from enum import Enum
from pathlib import Path

from translate.core.entries.past import Past
from translate.core.results.summary import article_of
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow import articles, lists
from translate.workflow.folders import EXPORTS, is_elsewhere
from translate.workflow.noticing import Noticing
from translate.workflow.places import locale_in, shown_path
from translate.workflow.published import file_of, published


class Voice(Enum):
    """Who says that an article is missing."""

    NIGHT = "night"
    """A night that did all that it should, for all languages."""
    PARTIAL = "partial"
    """A night for some languages: it knows what is back, and says of nothing that it is gone."""
    STOPPED = "stopped"
    """A night that could not run: the same, and the nights before and behind it are not in a row."""
    EXPORT = "export"
    """Somebody who exports for readers, after a night has said so."""
    NOBODY = "nobody"
    """Somebody who only looks."""

    @property
    def counts(self) -> bool:
        """Whether it says of articles that they are gone, and takes out what they leave."""
        return self in {Voice.NIGHT, Voice.EXPORT}

    @property
    def keeps(self) -> bool:
        """Whether it is remembered."""
        return self is not Voice.NOBODY


@dataclass(frozen=True, slots=True)
class Lying:
    """A translation that lies among exports."""

    folder: Path
    """The folder of exports."""
    mark: str = ""
    """Of what newsdesk wrote there; empty where that is not known."""


@dataclass(slots=True)
class Missing:
    """An article that is not there any more, and what is left of it."""

    article: str
    """Its path."""
    catalogs: list[str] = field(default_factory=list)
    """Its PO files, as the newsroom knows them."""
    exports: dict[Path, Lying] = field(default_factory=dict)
    """Its translations among exports."""


def missing(seen: Noticing, listed: Sequence[Path]) -> dict[str, Missing]:
    """The articles that had PO files or exports, and are neither there nor called otherwise by now, by their paths.

    A file of several articles that is not there is missing as one.

    Args:
        seen: Knows what the PO files were, and what was exported.
        listed: All articles that the project has.
    """
    settings = seen.settings
    there = {shown_path(settings, path) for path in (*listed, *lists.one_by_one(settings, listed))}
    found: dict[str, Missing] = {}

    def gone(article: str) -> Missing:
        article = file_of(article)
        return found.setdefault(article, Missing(article))

    known = published(seen, seen.history.exports.all())

    for each in known:
        if each.article is None:
            # It may have had another name since it was exported, and that may be another article's by now.
            past = seen.history.past(seen.history.now_called(each.export.catalog))
            last = "" if lists.is_one(settings, each.export.article) else _article_of(past or Past())
            names = [name for name in (last, each.export.article) if name and _is_missed(settings, name, there)]
            if names:
                gone(names[0]).exports[each.path] = Lying(each.folder, each.export.mark)
    for shown in sorted(one for one in seen.history.paths() if article_of(one) not in seen.articles):
        path = settings.root / shown
        if locale_in(path) in settings.locales and path.is_file():
            article = _article_of(seen.history.past(shown) or Past())
            if article and _is_missed(settings, article, there):
                gone(article).catalogs.append(shown)
    # What was exported before there was a history, or by an older newsdesk.
    remembered = {each.path for each in known}
    for path, article in _exported(settings):
        if path not in remembered and _is_missed(settings, article, there):
            gone(article).exports[path] = Lying(settings.root / EXPORTS)
    return dict(sorted(found.items()))


def _is_missed(settings: Settings, article: str, there: Collection[str]) -> bool:
    """Whether an article is missed; what is no longer in a feed that is there has only become old."""
    path = settings.root / article
    return article not in there and not path.is_file() and not path.parent.is_file()


def _exported(settings: Settings) -> Iterator[tuple[Path, str]]:
    """What lies among the project's exports as translations of articles do, each with the path of its article."""
    endings = frozenset(articles.endings())
    for locale in settings.locales:
        top = settings.root / EXPORTS / locale
        for name in settings.articles:
            if is_elsewhere(settings, top / name):
                continue  # What others keep there is no news of ours.
            for place, folders, names in os.walk(top / name):
                folders[:] = [folder for folder in folders if not folder.startswith(".")]
                for each in names:
                    if not each.startswith(".") and os.path.splitext(each)[1].lower() in endings:  # noqa: PTH122
                        path = Path(place, each)
                        yield path, shown_path(settings, settings.root / path.relative_to(top))


def _article_of(past: Past) -> str:
    """The article that a PO file was made from, as its references say."""
    references = (reference for seen in past.entries for reference in seen.entry.references)
    return next((path for reference in references if (path := reference.rpartition(":")[0])), "").replace("%20", " ")
