"""What every document format promises, as tests to inherit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

import pytest

from translate import patterns
from translate.core.article import Collection, Document, Imprint, Kind, Making
from translate.core.text.tags import TAG
from translate.documents.interface import CollectionFormat, DocumentFormat
from translate.documents.slugs import slug_of
from translate.errors import DocumentError

LINE_END = patterns.compile(rb"\r\n|\r|\n")
LOOKS_LIKE_MARKUP = (
    "]]> --> </p> <b>Praam</b> &amp; &#38; &nbsp;",
    '"Praam" \'Praam\' \\"Praam\\\\ \\n \\u0041',
    "*Praam* _Praam_ `Praam` ~~Praam~~ [Praam](https://err.ee) ![Praam][1]",
    "# Praam",
    "> Praam | Praam",
    "1. Praam",
    "--- Praam ---",
    "Praam <!-- Praam --> <?praam ?> <![CDATA[Praam ${Praam} %(Praam)s {0}",
)
"""Texts that are something else to many a format, if it does not take care."""
IMPRINTS = (Imprint("et", "ltr", Making.MACHINE), Imprint("ar-EG", "rtl", Making.HUMAN))


class DocumentContract:
    """Inherit this in a test class, give it the fixture `form`, and set articles that can and cannot be read.

    >>> class TestMyFormat(DocumentContract):
    ...     readable = {"articles/storm.html": b"<h1>Storm</h1><p>It rains.</p>"}
    ...     unreadable = {"articles/empty.html": b""}
    ...
    ...     @pytest.fixture
    ...     def form(self):
    ...         return MyFormat()
    """

    readable: ClassVar[Mapping[str, bytes]]
    """Articles by their path: one for each thing that the format can hold, odd line ends and encodings among them."""
    unreadable: ClassVar[Mapping[str, bytes]]
    """Files that the format refuses, by their path."""
    takes_line_ends: ClassVar[bool] = False
    """Whether a text that has a line end can be written; otherwise it is refused."""

    counts_line_ends: ClassVar[bool] = True
    """Whether a line is one of the file's bytes; in a package something else is counted, such as paragraphs."""

    @pytest.fixture
    def form(self) -> DocumentFormat:
        """The format under test."""
        raise NotImplementedError

    def test_it_has_a_name_and_file_name_endings(self, form: DocumentFormat) -> None:
        """The name is what the entry point is called by."""
        assert re.fullmatch(r"[a-z][a-z0-9-]*", form.name)
        assert form.suffixes
        assert all(re.fullmatch(r"(\.[a-z0-9]+)+", suffix) for suffix in form.suffixes)

    def test_an_article_written_with_its_own_texts_is_the_same_bytes(self, form: DocumentFormat) -> None:
        """Reading and writing changes nothing by itself."""
        for document, data in self._documents(form):
            assert form.write(document, [segment.text for segment in document.segments]) == data

    def test_an_article_has_segments_and_one_piece_of_frame_more(self, form: DocumentFormat) -> None:
        """There is something to translate in each article that can be read."""
        for document, _ in self._documents(form):
            assert document.segments
            assert len(document.frame) == len(document.segments) + 1

    def test_a_segment_is_one_line_without_space_around_it(self, form: DocumentFormat) -> None:
        """What surrounds the text belongs to the frame."""
        for document, _ in self._documents(form):
            for segment in document.segments:
                assert segment.text
                assert segment.text == segment.text.strip()
                assert TAG.sub("", segment.text).strip()
                assert segment.parts_of(segment.text) == segment.parts
                assert not re.search(r"[\r\n]", segment.text)

    def test_segments_stand_in_the_order_of_their_lines(self, form: DocumentFormat) -> None:
        """Lines count from 1, and a reference to one leads into the file."""
        for document, data in self._documents(form):
            lines = [segment.line for segment in document.segments]
            assert lines == sorted(lines)
            assert lines[0] >= 1
            if self.counts_line_ends:
                assert lines[-1] <= len(LINE_END.split(data))

    def test_at_most_one_segment_is_the_headline(self, form: DocumentFormat) -> None:
        """Kinds come from the list that catalogs know."""
        for document, _ in self._documents(form):
            kinds = [segment.kind for segment in document.segments]
            assert all(isinstance(kind, Kind) for kind in kinds)
            assert kinds.count(Kind.HEADLINE) <= 1

    def test_the_document_is_named_after_its_file(self, form: DocumentFormat) -> None:
        """The path is kept as it was given, and the slug is made from it."""
        for path, data in self.readable.items():
            document = form.read(data, path)
            assert (document.path, document.slug) == (path, slug_of(path))

    def test_the_same_bytes_make_the_same_document(self, form: DocumentFormat) -> None:
        """Nothing is remembered from one article to the next."""
        for path, data in self.readable.items():
            assert form.read(data, path) == form.read(data, path)

    def test_new_texts_are_read_back_in_their_places(self, form: DocumentFormat) -> None:
        """A translated article is an article."""
        for document, _ in self._documents(form):
            texts = [f"„Tõlge“ & <{number}>: {segment.text}" for number, segment in enumerate(document.segments)]
            again = form.read(form.write(document, texts), document.path)
            assert [segment.text for segment in again.segments] == texts

    def test_a_text_that_looks_like_markup_is_read_back_as_it_is(self, form: DocumentFormat) -> None:
        """Whatever a person writes is a text."""
        for document, _ in self._documents(form):
            for looks in LOOKS_LIKE_MARKUP:
                texts = [looks for _ in document.segments]
                again = form.read(form.write(document, texts), document.path)
                assert [segment.text for segment in again.segments] == texts

    def test_tags_that_a_text_has_keep_what_the_file_has_for_them(self, form: DocumentFormat) -> None:
        """Whatever a translation does to them, the article that is written can be read, and has no other tags."""
        for document, _ in self._documents(form):
            own = [segment.text for segment in document.segments]
            swapped = [f"Uus {''.join(map(str, segment.tags))} tekst" for segment in document.segments]
            broken = [f"Uus {segment.tags[-1]} tekst" if segment.tags else "Uus" for segment in document.segments]
            for texts in (swapped, broken, [TAG.sub("", text) for text in own]):
                again = form.read(form.write(document, texts), document.path)
                assert len(again.segments) == len(document.segments)
                for was, now in zip(document.segments, again.segments, strict=True):
                    assert {tag.original for tag in now.tags} <= {tag.original for tag in was.tags}

    def test_what_an_article_says_about_itself_changes_none_of_its_texts(self, form: DocumentFormat) -> None:
        """It says the same when it says it twice."""
        for document, _ in self._documents(form):
            own = [segment.text for segment in document.segments]
            for imprint in IMPRINTS:
                data = form.write(document, own, imprint)
                again = form.read(data, document.path)
                assert [segment.text for segment in again.segments] == own
                assert form.write(again, own, imprint) == data

    def test_a_text_too_few_or_too_many_is_our_bug(self, form: DocumentFormat) -> None:
        """Half an article is never written."""
        for document, _ in self._documents(form):
            texts = [segment.text for segment in document.segments]
            for wrong in (texts[:-1], [*texts, "more"]):
                with pytest.raises(ValueError):  # noqa: PT011 - the message is the format's own
                    form.write(document, wrong)

    def test_a_line_end_in_a_new_text_does_not_add_a_segment(self, form: DocumentFormat) -> None:
        """It is refused where the format cannot hold it."""
        for document, _ in self._documents(form):
            for end in ("\n", "\r", "\r\n", "\n\n"):
                texts = [f"one{end}two" for _ in document.segments]
                if self.takes_line_ends:
                    again = form.read(form.write(document, texts), document.path)
                    assert len(again.segments) == len(document.segments)
                else:
                    with pytest.raises(DocumentError) as caught:
                        form.write(document, texts)
                    assert caught.value.line == document.segments[0].line

    def test_a_note_is_one_line(self, form: DocumentFormat) -> None:
        """Notes are printed behind the path of the article."""
        for document, _ in self._documents(form):
            for note in document.notes:
                assert re.fullmatch(r".+[^.\s]", note)

    def test_what_cannot_be_read_is_refused_with_its_path_and_a_sentence(self, form: DocumentFormat) -> None:
        """One line, without a full stop, for a person who has to mend the file."""
        assert self.unreadable
        for path, data in self.unreadable.items():
            with pytest.raises(DocumentError) as caught:
                form.read(data, path)
            assert caught.value.path == path
            assert re.fullmatch(r".{10,250}[^.\s]", caught.value.message)
            if caught.value.line is not None:
                assert caught.value.line >= 1
                assert not self.counts_line_ends or caught.value.line <= len(LINE_END.split(data))

    def _documents(self, form: DocumentFormat) -> list[tuple[Document, bytes]]:
        assert self.readable
        return [(form.read(data, path), data) for path, data in self.readable.items()]


class CollectionContract:
    """The same for a format of several articles in a file; set files that can and cannot be read.

    >>> class TestMyFeed(CollectionContract):
    ...     readable = {"articles/feed.rss": b"<rss>…</rss>"}
    ...     unreadable = {"articles/empty.rss": b""}
    ...
    ...     @pytest.fixture
    ...     def form(self):
    ...         return MyFeed()
    """

    readable: ClassVar[Mapping[str, bytes]]
    """Files by their path: one for each thing that the format can hold."""
    unreadable: ClassVar[Mapping[str, bytes]]
    """Files that the format refuses, by their path."""

    @pytest.fixture
    def form(self) -> CollectionFormat:
        """The format under test."""
        raise NotImplementedError

    def test_it_has_a_name_and_file_name_endings(self, form: CollectionFormat) -> None:
        """The name is what the entry point is called by."""
        assert re.fullmatch(r"[a-z][a-z0-9-]*", form.name)
        assert form.suffixes
        assert all(re.fullmatch(r"(\.[a-z0-9]+)+", suffix) for suffix in form.suffixes)

    def test_it_recognises_its_files(self, form: CollectionFormat) -> None:
        """A look at the beginning tells."""
        assert all(form.recognises(data) for data in self.readable.values())

    def test_a_file_written_with_its_own_texts_is_the_same_bytes(self, form: CollectionFormat) -> None:
        """Reading and writing changes nothing by itself."""
        for collection, data in self._collections(form):
            assert form.write(collection, _own(collection)) == data

    def test_each_article_has_a_name_of_its_own_that_is_safe_and_has_no_dot(self, form: CollectionFormat) -> None:
        """It is part of the names of files."""
        for collection, _ in self._collections(form):
            names = [article.slug for article in collection.articles]
            assert len({name.lower() for name in names}) == len(names)
            assert all(re.fullmatch(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?", name) for name in names)
            assert all(slug_of(f"{name}.txt") == name for name in names)

    def test_an_article_keeps_its_name_when_its_texts_change(self, form: CollectionFormat) -> None:
        """So its catalogs stay its own."""
        for collection, _ in self._collections(form):
            texts = [[f"Uus {number}" for number, _ in enumerate(article.segments)] for article in collection.articles]
            again = form.read(form.write(collection, texts), collection.path)
            assert [article.slug for article in again.articles] == [article.slug for article in collection.articles]

    def test_articles_and_frame_are_as_those_of_documents(self, form: CollectionFormat) -> None:
        """An article knows the file that it stands in."""
        for collection, _ in self._collections(form):
            assert collection.articles
            for article in collection.articles:
                assert article.path == f"{collection.path}/{article.slug}"

    def test_a_segment_is_one_line_without_space_around_it(self, form: CollectionFormat) -> None:
        """What surrounds the text belongs to the frame."""
        for collection, _ in self._collections(form):
            for article in collection.articles:
                assert [segment.kind for segment in article.segments].count(Kind.HEADLINE) <= 1
                for segment in article.segments:
                    assert segment.text == segment.text.strip()
                    assert TAG.sub("", segment.text).strip()
                    assert segment.parts_of(segment.text) == segment.parts
                    assert not re.search(r"[\r\n]", segment.text)

    def test_segments_stand_in_the_order_of_their_lines(self, form: CollectionFormat) -> None:
        """Lines are those of the file."""
        for collection, data in self._collections(form):
            lines = [segment.line for article in collection.articles for segment in article.segments]
            assert lines == sorted(lines)
            assert 1 <= lines[0] <= lines[-1] <= len(LINE_END.split(data))

    def test_the_same_bytes_make_the_same_collection(self, form: CollectionFormat) -> None:
        """Nothing is remembered from one file to the next."""
        for path, data in self.readable.items():
            assert form.read(data, path) == form.read(data, path)

    def test_new_texts_are_read_back_in_their_places(self, form: CollectionFormat) -> None:
        """A translated file is one of its format."""
        for collection, _ in self._collections(form):
            texts = [[f"„Tõlge“ & <{n}>: {text}" for n, text in enumerate(own)] for own in _own(collection)]
            assert _own(form.read(form.write(collection, texts), collection.path)) == texts

    def test_a_text_that_looks_like_markup_is_read_back_as_it_is(self, form: CollectionFormat) -> None:
        """Whatever a person writes is a text."""
        for collection, _ in self._collections(form):
            for looks in LOOKS_LIKE_MARKUP:
                texts = [[looks for _ in own] for own in _own(collection)]
                assert _own(form.read(form.write(collection, texts), collection.path)) == texts

    def test_tags_that_a_text_has_keep_what_the_file_has_for_them(self, form: CollectionFormat) -> None:
        """Whatever a translation does to them, the file that is written can be read, and has no other tags."""
        for collection, _ in self._collections(form):
            segments = [article.segments for article in collection.articles]
            swapped = [[f"Uus {''.join(map(str, each.tags))} tekst" for each in own] for own in segments]
            broken = [[f"Uus {each.tags[-1]} tekst" if each.tags else "Uus" for each in own] for own in segments]
            for texts in (swapped, broken, [[TAG.sub("", text) for text in own] for own in _own(collection)]):
                again = form.read(form.write(collection, texts), collection.path)
                for was, now in zip(segments, (article.segments for article in again.articles), strict=True):
                    assert len(now) == len(was)
                    for before, after in zip(was, now, strict=True):
                        assert {tag.original for tag in after.tags} <= {tag.original for tag in before.tags}

    def test_an_article_that_is_left_out_leaves_the_others_as_they_are(self, form: CollectionFormat) -> None:
        """What nobody has translated yet is not shown in the wrong language."""
        for collection, _ in self._collections(form):
            own = _own(collection)
            for number, article in enumerate(collection.articles):
                without: list[list[str] | None] = [*own[:number], None, *own[number + 1 :]]
                data = form.write(collection, without)
                if len(own) > 1:
                    again = form.read(data, collection.path)
                    kept = [each for each in again.articles if each.slug != article.slug]
                    assert [[segment.text for segment in each.segments] for each in kept] == [
                        texts for texts in without if texts is not None
                    ]

    def test_what_articles_say_about_themselves_changes_none_of_their_texts(self, form: CollectionFormat) -> None:
        """They say the same when they say it twice."""
        for collection, _ in self._collections(form):
            own = _own(collection)
            for imprint in IMPRINTS:
                imprints = [imprint] * len(own)
                data = form.write(collection, own, imprints)
                again = form.read(data, collection.path)
                assert _own(again) == own
                assert form.write(again, own, imprints) == data

    def test_a_text_too_few_or_too_many_is_our_bug(self, form: CollectionFormat) -> None:
        """Half an article is never written, nor half a file."""
        for collection, _ in self._collections(form):
            own = _own(collection)
            for wrong in (own[:-1], [*own, ["more"]], [own[0][:-1], *own[1:]], [[*own[0], "more"], *own[1:]]):
                with pytest.raises(ValueError):  # noqa: PT011 - the message is the format's own
                    form.write(collection, wrong)

    def test_a_line_end_in_a_new_text_is_refused(self, form: CollectionFormat) -> None:
        """With the article and the line of the segment."""
        for collection, _ in self._collections(form):
            for end in ("\n", "\r", "\r\n"):
                own: list[list[str]] = _own(collection)
                own[-1][0] = f"one{end}two"
                with pytest.raises(DocumentError) as caught:
                    form.write(collection, own)
                article = collection.articles[-1]
                assert (caught.value.path, caught.value.line) == (article.path, article.segments[0].line)

    def test_a_note_is_one_line(self, form: CollectionFormat) -> None:
        """Notes are printed behind the path of the file."""
        for collection, _ in self._collections(form):
            for note in collection.notes:
                assert re.fullmatch(r".+[^.\s]", note)

    def test_what_cannot_be_read_is_refused_with_its_path_and_a_sentence(self, form: CollectionFormat) -> None:
        """One line, without a full stop, for a person who has to mend the file."""
        assert self.unreadable
        for path, data in self.unreadable.items():
            with pytest.raises(DocumentError) as caught:
                form.read(data, path)
            assert caught.value.path == path
            assert re.fullmatch(r".{10,250}[^.\s]", caught.value.message)
            if caught.value.line is not None:
                assert 1 <= caught.value.line <= len(LINE_END.split(data))

    def _collections(self, form: CollectionFormat) -> list[tuple[Collection, bytes]]:
        assert self.readable
        return [(form.read(data, path), data) for path, data in self.readable.items()]


def _own(collection: Collection) -> list[list[str]]:
    return [[segment.text for segment in article.segments] for article in collection.articles]
