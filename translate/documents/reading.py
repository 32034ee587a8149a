"""Read a project's articles, each with the name that its catalogs have."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from translate.core.article import Collection, Document
from translate.documents import collecting
from translate.documents.collecting import Collected
from translate.documents.interface import CollectionFormat, DocumentFormat, Format
from translate.documents.paths import shown_path
from translate.documents.slugs import slug_of, spelling
from translate.errors import DocumentError
from translate.files import bounds
from translate.files.kinds import Kind
from translate.files.reading import read
from translate.values import dataclass

ARTICLE = Kind("an article", "", 100_000_000, DocumentError)
"""A format may allow fewer bytes."""
ABSENT = "there is no such article in the file; was it taken out?"
"""What is wrong with the path of an article in a file of several."""


Identity = tuple[int, ...]
"""Which file lies at a path, how long it is and when it was changed; empty where there is none."""


def _identity(path: Path) -> Identity:
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def home_among(homes: Sequence[Path], path: Path) -> Path:
    """The one of some folders that an article lies in, and must not lead out of; the first where it lies in none."""
    return next((home for home in homes if not bounds.leads_out(home, path)), homes[0])


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads a project's articles, one at a time; see `reader`."""

    root: Path
    """The project's folder, resolved."""
    formats: Mapping[str, Sequence[Format]]
    """The formats by the file name endings that are theirs; of several, the first that recognises a file reads it."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The names of their catalogs, by the articles as the newsroom knows them; others are named after their files."""
    homes: Sequence[Path] = ()
    """The folders outside that its folders of articles lead to; see `finding.homes`."""
    alike: frozenset[str] = frozenset()
    """What people see of the paths of several articles."""
    others: Callable[[Path], Document | None] = lambda _path: None
    """Reads what is no article: a list, or all of them; None where a path leads to neither."""
    latest: dict[Path, tuple[Identity, Collected]] = field(default_factory=dict, compare=False)
    """The file of several articles that was read last, and which one it was then."""

    def read(self, path: Path) -> Document:
        """Read an article.

        Raises:
            DocumentError: It cannot be read, lies outside the project, or has a path that looks the same as another's:
                nobody could tell whose catalogs are whose, not even in an editor.
        """
        if other := self.others(path):
            return other
        shown = shown_path(self.root, path)
        if Path(shown).is_absolute():
            raise DocumentError(f"lies outside the project {self.root}; move it into one of its folders", path=shown)
        slug = self.slug_of(shown)
        if spelling(shown) in self.alike:
            looks = "a file whose name looks the same (one has its accents as characters of their own)"
            raise DocumentError(f"shares the name “{slug}” with {looks}; rename one", path=shown)
        home = self.file_of(path)
        if home == path:
            form, data = self._opened(path)
            if isinstance(form, DocumentFormat):
                return replace(form.read(data, shown), slug=slug, format=form.name)
        found = self._collected(home)
        if found and (one := found.articles.get(shown)):
            return replace(one, slug=slug)
        raise DocumentError(ABSENT, path=shown)

    def file_of(self, path: Path) -> Path:
        """The file that an article lies in, which need not be there: its own, or one of several articles."""
        return collecting.file_of(path, self.formats)

    def collection(self, path: Path) -> Collection | None:
        """Read a file of several articles; None where it is one of one.

        Raises:
            DocumentError: It cannot be read.
        """
        found = self._collected(path)
        return found.collection if found else None

    def slug_of(self, shown: str) -> str:
        """The name of an article's catalogs.

        Raises:
            DocumentError: Its file gives none.
        """
        return self.names.get(shown) or slug_of(shown)

    def collects(self, ending: str) -> bool:
        """Whether a file may have several articles, as its name's ending tells, with the dot and in small letters."""
        return any(isinstance(form, CollectionFormat) for form in self.formats.get(ending, ()))

    def _collected(self, path: Path) -> Collected | None:
        """The articles of a file; the next one of the same file does not read it again, unless it has changed."""
        if not self.collects(path.suffix.lower()):
            return None
        seen = _identity(path)
        if seen and (latest := self.latest.get(path)) and latest[0] == seen:
            return latest[1]
        form, data = self._opened(path)
        if not isinstance(form, CollectionFormat):
            return None
        found = collecting.collected(form, data, shown_path(self.root, path))
        self.latest.clear()
        self.latest[path] = (seen, found)
        return found

    def _opened(self, path: Path) -> tuple[Format, bytes]:
        """The bytes of a file, and its format."""
        shown = shown_path(self.root, path)
        data = self._bytes(path, shown)
        forms = self.formats[path.suffix.lower()]
        if form := next((form for form in forms if form.recognises(data)), None):
            return form, data
        names = ", ".join(form.name for form in forms)
        raise DocumentError(
            f"is none of what newsdesk reads in files of this ending ({names}); move it elsewhere", path=shown
        )

    def _bytes(self, path: Path, shown: str) -> bytes:
        try:
            data = read(path, ARTICLE, shown, home=home_among((self.root, *self.homes), path))
            if data is None:
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        except OSError as error:
            raise ARTICLE.fault("cannot be read", error, shown) from error
        return data


def reader(
    root: Path,
    formats: Mapping[str, Sequence[Format]],
    names: Mapping[str, str],
    homes: Sequence[Path] = (),
    others: Callable[[Path], Document | None] = lambda _path: None,
) -> Reader:
    """Get ready to read articles.

    Args:
        root: The project's folder, resolved.
        formats: The formats by the file name endings that are theirs.
        names: The names of the catalogs of all the project's articles, by these as the newsroom knows them.
        homes: The folders outside that its folders of articles lead to; see `finding.homes`.
        others: Reads what is no article.
    """
    seen, alike = set[str](), set[str]()
    for spelt in map(spelling, names):
        (alike if spelt in seen else seen).add(spelt)
    return Reader(root, formats, names, homes, frozenset(alike), others)
