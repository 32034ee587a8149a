"""Files of several articles, each an element: read into a collection, and written back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from translate.core.article import Collection, Document, Imprint
from translate.documents.layout import Piece, Sheet, filled
from translate.documents.xml.encodings import encoded
from translate.documents.xml.imprints import Change, changed
from translate.documents.xml.markup import speller
from translate.documents.xml.names import CHANNEL
from translate.documents.xml.tree import Element, parsed
from translate.errors import DocumentError
from translate.values import dataclass

MOST_ARTICLES = 5_000
"""In one file."""
MOST_TEXTS = 15_000
"""Paragraphs and the like, in one file."""
_SPACE = " \t\r\n"


@dataclass(frozen=True, slots=True)
class Found:
    """An article in a file."""

    start: int
    end: int
    name: str
    pieces: Callable[[], Sequence[Piece]]
    """Finds what is translated, in the order of the text."""


def limited(sheet: Sheet, items: Sequence[Element]) -> Sequence[Element]:
    """The items of a file.

    Raises:
        DocumentError: There are too many.
    """
    if len(items) > MOST_ARTICLES:
        raise sheet.fault(f"the file has more than {MOST_ARTICLES:,} articles; split it into several")
    return items


def collected(sheet: Sheet, found: Sequence[Found], notes: Sequence[str], form: str) -> Collection:
    """The collection of the articles that were found in a file.

    Args:
        sheet: The text of the file.
        found: In the order of the text; those without anything to translate are left out.
        notes: What a person should know about the file.
        form: The name of the format.

    Raises:
        DocumentError: There is none, or too much in them.
    """
    told = list(notes)
    faults: list[DocumentError] = []
    count = 0
    articles: list[Document] = []
    frame: list[str] = []
    done, line, counted = 0, 1, 0
    for each in found:
        line += sheet.line_ends(counted, each.start)
        counted = each.start
        try:
            pieces = each.pieces()
            if not pieces:
                continue
            article = sheet.document(pieces, within=(each.start, each.end), line=line, name=each.name)
        except DocumentError as error:
            faults.append(error)
            told.append(f"leaves “{each.name}” as it is: {error.message}")
            continue
        count += len(pieces)
        if count > MOST_TEXTS:
            raise sheet.fault(f"the file has more than {MOST_TEXTS:,} paragraphs; split it into several", each.start)
        articles.append(article)
        frame.append(sheet.text[done : each.start])
        done = each.end
    if not articles:
        raise faults[0] if faults else sheet.fault("there is no article with a text in the file; is it the right one?")
    frame.append(sheet.text[done:])
    return Collection(sheet.path, tuple(articles), tuple(frame), tuple(told), form, sheet.encoding)


ArticleSays = Callable[[str, Element, Element, Imprint], Iterable[Change]]
"""Given a text, its root, an article in it and an imprint: what changes where the article shall say that."""
FileSays = Callable[[str, Element, Imprint], Iterable[Change]]
"""The same for the file."""


def written(
    collection: Collection,
    texts: Sequence[Sequence[str] | None],
    imprints: Sequence[Imprint | None],
    article_says: ArticleSays,
    file_says: FileSays,
) -> bytes:
    """The file of a collection with other texts in it.

    Args:
        collection: What was read.
        texts: For each article its texts, or None for one that is left out.
        imprints: For each article what it shall say about itself; none for what they say already.
        article_says: What an article says of itself.
        file_says: What the file says of all that is in it, given its root element.

    Raises:
        DocumentError: A text cannot stand in the file.
    """
    wanted = list(imprints) or [None] * len(collection.articles)
    spell = speller(collection.encoding)
    parts = [collection.frame[0]]
    said: dict[int, Imprint] = {}
    length = len(parts[0])
    for article, own, imprint, after in zip(collection.articles, texts, wanted, collection.frame[1:], strict=True):
        text = ""
        if own is not None:
            text = filled(article, own, spell)
        elif article.slug == CHANNEL:
            text = filled(article, own_texts(article), spell)
        else:
            after = after.lstrip(_SPACE)  # noqa: PLW2901  It goes with what it stands behind.
        if imprint and own is not None and article.slug != CHANNEL:
            said[length] = imprint
        parts += (text, after)
        length += len(text) + len(after)
    whole = "".join(parts)
    common = _common([each for each, own in zip(wanted, texts, strict=True) if own is not None])
    if said or common:
        whole = changed(whole, _changes(whole, said, article_says, common, file_says))
    return encoded(whole, collection.encoding)


def own_texts(article: Document) -> list[str]:
    """The texts that an article has."""
    return [segment.text for segment in article.segments]


def _changes(
    text: str, said: Mapping[int, Imprint], article_says: ArticleSays, common: Imprint | None, file_says: FileSays
) -> Iterator[Change]:
    """What a file and its articles say of themselves; the articles by their offset."""
    root = parsed(text)
    if common:
        yield from file_says(text, root, common)
    for element in root.walk():
        if element.start in said:
            yield from article_says(text, root, element, said[element.start])


def _common(imprints: Sequence[Imprint | None]) -> Imprint | None:
    """What all articles say of their language, if they agree."""
    first = next(iter(imprints), None)
    if first is None or any(each is None or each.language != first.language for each in imprints):
        return None
    return first
