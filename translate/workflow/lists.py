"""The project's lists of what it broadcasts: all together they make one catalog, as an article does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from translate.core.article import Document, Imprint, Kind, Segment
from translate.core.terms.glossary import Origin
from translate.core.terms.titles import Listed
from translate.documents.interface import DocumentFormat
from translate.documents.paths import shown_path
from translate.errors import NewsdeskError
from translate.schedules import reading
from translate.schedules.interface import ListFormat
from translate.schedules.reading import Lists as Found
from translate.settings import Settings
from translate.values import dataclass

Mentions = Mapping[str, Sequence[tuple[str, int]]]
"""The articles that mention a title, each with how often, by the title."""
_ORDER = {kind: place for place, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Lists:
    """Reads the lists of a project."""

    settings: Settings
    slug: str = "shows"
    """The name of their catalog."""
    mentions: Mentions = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """The folder that they lie in."""
        return self.settings.root / self.settings.shows

    def find(self) -> Found:
        """The lists in the folder and those below it, and what is wrong with files that are none."""
        return reading.lists_in(self.settings.root, self.settings.shows)

    def read(self, path: Path) -> Document | None:
        """Read one list, or all of them by their folder; None for any other path.

        All of them have each title once for each place in them, in the order of the alphabet: what moves in a schedule
        moves nothing in the catalog.

        Raises:
            DocumentError: One of them cannot be read. Then nobody can say which titles are gone.
        """
        if path == self.folder:
            found = self.find()
            if found.troubles:
                raise found.troubles[0]
            return self._together([self._one(each) for each in found.files], found.notes)
        return self._one(path) if self.has(path) else None

    def has(self, path: Path) -> bool:
        """Whether a path is that of a list, which need not be there."""
        return path.is_relative_to(self.folder) and reading.format_of(path) is not None

    def each(self, tell: Callable[[NewsdeskError], object] = lambda _: None) -> Iterator[Document]:
        """The lists that can be read, one by one.

        Args:
            tell: Told of what is wrong with the others.
        """
        found = self.find()
        for trouble in found.troubles:
            tell(trouble)
        for path in found.files:
            try:
                yield self._one(path)
            except NewsdeskError as error:
                tell(error)

    def titles(self, tell: Callable[[NewsdeskError], object] = lambda _: None) -> list[Listed]:
        """The titles of all lists that can be read; see `each`."""
        return [(one.text, Origin(each.path, one.line)) for each in self.each(tell) for one in each.segments]

    def _one(self, path: Path) -> Document:
        shown = shown_path(self.settings.root, path)
        found = reading.read_list(path, shown, home=self.settings.root, source=self.settings.source)
        return replace(found, slug=self.slug)

    def _together(self, lists: Sequence[Document], notes: Sequence[str]) -> Document:
        titles = [self._placed(segment, each.path) for each in lists for segment in each.segments]
        titles.sort(key=lambda one: (_ORDER[one.kind], one.text.casefold(), one.text))
        told = (*notes, *(f"{each.path}: {note}" for each in lists for note in each.notes))
        shown, frame = shown_path(self.settings.root, self.folder), ("",) * (len(titles) + 1)
        return Document(self.slug, shown, tuple(titles), frame, told)

    def _placed(self, segment: Segment, path: str) -> Segment:
        facts = replace(segment.facts, mentions=tuple(self.mentions.get(segment.text, ())))
        return replace(segment, path=path, facts=facts)


def among(settings: Settings, paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Part paths into those of lists, or of their folder, and others."""
    every = Lists(settings)
    own = [path for path in paths if path.absolute() == every.folder or every.has(path.absolute())]
    return own, [path for path in paths if path not in own]


def is_one(settings: Settings, shown: str) -> bool:
    """Whether a path is that of a list, which need not be there."""
    return Lists(settings).has(settings.root / shown)


def one_by_one(settings: Settings, listed: Sequence[Path], asked: Sequence[Path] = ()) -> list[Path]:
    """Articles with the lists one by one in the place of their folder, as they are exported.

    Args:
        settings: The project.
        listed: What `articles.find` has found.
        asked: What it was asked for; of lists that are named there no others are wanted.
    """
    every = Lists(settings)
    if every.folder not in listed:
        return list(listed)
    named = {path.absolute() for path in among(settings, asked)[0]}
    wanted = [path for path in every.find().files if not named or {path, every.folder} & named]
    return [path for path in listed if path != every.folder] + wanted


def writer(settings: Settings, document: Document, locale: str) -> DocumentFormat | None:
    """What writes a list in a locale; None where a document is none."""
    found = reading.format_of(settings.root / document.path) if is_one(settings, document.path) else None
    return Writer(found, locale, settings.source) if found else None


@dataclass(frozen=True, slots=True)
class Writer(DocumentFormat):
    """Writes a list in one locale as other formats write an article."""

    format: ListFormat
    locale: str
    source: str

    def read(self, data: bytes, path: str) -> Document:
        """Read a list; see the interface."""
        return self.format.read(data, path, source=self.source)

    def write(self, document: Document, texts: Sequence[str], imprint: Imprint | None = None) -> bytes:  # noqa: ARG002
        """Write a list; see the interface. It is none of the texts that have to say how they came about."""
        return self.format.write(document, texts, self.locale)
