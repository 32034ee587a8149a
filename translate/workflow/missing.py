"""Find the articles that are not there any more, and tell one that is withdrawn from one that is only not seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path, PurePosixPath

from translate.core.entries.past import Past
from translate.errors import NewsdeskError
from translate.settings import Settings
from translate.workflow.folders import EXPORTS
from translate.workflow.noticing import Noticing
from translate.workflow.places import locale_in, shown_path
from translate.workflow.published import lies, published

FEW = 2
"""So many articles of a folder, and all that it had, do not go in a night: a disk may be missing."""


class Voice(Enum):
    """Who says that an article is missing."""

    NIGHT = "night"
    """A night that did all that it should, for all languages."""
    PARTIAL = "partial"
    """A night that was stopped, or did only a part: it knows what is back, and says of nothing that it is gone."""
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


@dataclass(slots=True)
class Missing:
    """An article that is not there any more, and what is left of it."""

    article: str
    """Its path."""
    catalogs: list[str] = field(default_factory=list)
    """Its PO files, as the newsroom knows them."""
    exports: dict[Path, Path] = field(default_factory=dict)
    """Its translations among exports, each with the folder of these."""


def missing(seen: Noticing, listed: Sequence[Path]) -> dict[str, Missing]:
    """The articles that had PO files or exports, and are neither there nor called otherwise by now, by their paths.

    Args:
        seen: Knows what the PO files were, and what was exported.
        listed: All articles that the project has.
    """
    settings = seen.settings
    there = {shown_path(settings, path) for path in listed}
    found: dict[str, Missing] = {}

    def gone(article: str) -> Missing:
        return found.setdefault(article, Missing(article))

    for each in published(seen, seen.history.exports.all()):
        if each.article is None and each.export.article not in there:
            # It may have had another name since it was exported.
            last = _article_of(seen.history.past(seen.history.now_called(each.export.catalog)) or Past())
            gone(last if last and last not in there else each.export.article).exports[each.path] = each.folder
    for shown in sorted(seen.history.states()):
        path = settings.root / shown
        if locale_in(path) in settings.locales and path.stem not in seen.articles and path.is_file():
            article = _article_of(seen.history.past(shown) or Past())
            if article and article not in there:
                gone(article).catalogs.append(shown)
    # What an older newsdesk has exported, and kept nothing of.
    for article, one in found.items():
        for locale in settings.locales:
            path = settings.root / EXPORTS / locale / article
            if lies(path):
                one.exports.setdefault(path, settings.root / EXPORTS)
    return dict(sorted(found.items()))


def _article_of(past: Past) -> str:
    """The article that a PO file was made from, as its references say."""
    references = (reference for seen in past.entries for reference in seen.entry.references)
    return next((path for reference in references if (path := reference.rpartition(":")[0])), "")


@dataclass(frozen=True, slots=True)
class Belief:
    """Which articles may be said to be gone."""

    gone: frozenset[str]
    """Those whose folders were seen, by their paths."""
    emptied: Mapping[str, int]
    """The folders of articles that have lost all of several, with their number: a disk may be missing."""


def believed(
    settings: Settings, found: Iterable[str], listed: Sequence[Path], troubles: Sequence[NewsdeskError]
) -> Belief:
    """Tell which of the missing articles are gone, as far as one can see.

    Args:
        settings: The project.
        found: The missing articles, by their paths.
        listed: All articles that the project has.
        troubles: What could not be read when they were looked for.
    """
    unseen = {error.path for error in troubles if error.path}
    # What is in no folder of articles any more, because newsdesk.toml names others, is gone on purpose.
    held = {name for name in settings.articles if any(path.is_relative_to(settings.root / name) for path in listed)}
    lost: defaultdict[str, list[str]] = defaultdict(list)
    for article in found:
        path = PurePosixPath(article)
        within = [name for name in settings.articles if path.is_relative_to(name)]
        is_unseen = bool(unseen & {article, *map(str, path.parents)})
        if not is_unseen and all((settings.root / name).is_dir() for name in within):
            lost[within[0] if within else ""].append(article)
    emptied = {name: len(gone) for name, gone in lost.items() if name and name not in held and len(gone) >= FEW}
    return Belief(frozenset(a for name, gone in lost.items() if name not in emptied for a in gone), emptied)
