"""What every format of lists promises, as tests to inherit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.article import TITLES, Document
from translate.errors import DocumentError
from translate.schedules.interface import ListFormat
from translate.schedules.titles import one_line

LINE_END = re.compile(rb"\r\n|\r|\n")
NEVER = "\x7f\ufffe\uffff"
"""What no title has, beside control characters and halves of pairs."""

TITLE = (
    st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=NEVER), max_size=30)
    | st.text(st.sampled_from("ab \t'\"“&<>:;,#-?!|[]{}%@`\\é☃\U0001f600\u202e\u2028\u00a0"), max_size=12)
    | st.sampled_from(("no", "Null", "~", "24", "1e3", "2026-11-30", "=1+1", "- x", "]]>", "&amp;", "\\n", '"', "<<"))
).filter(one_line)  # fmt: skip
"""Whatever may be the name of a show."""


def _given(law):
    @given(data=st.data())
    def test(self, data):
        law(self, data)

    return test


class ListContract:
    """Inherit this, and give it a format, lists that can and cannot be read, and two functions of your own."""

    form: ClassVar[ListFormat]
    readable: ClassVar[Mapping[str, bytes]]
    """By their path: one for each thing that the format can hold."""
    unreadable: ClassVar[Mapping[str, tuple[bytes, str]]]
    """What is refused, and how the sentence on it begins; by what is wrong."""

    @staticmethod
    def made(draw: st.DrawFn, names: Sequence[str]) -> bytes:
        """A list of these titles, with whatever the format can have beside them; they may be written in any way."""
        raise NotImplementedError

    @staticmethod
    def names_in(data: bytes) -> list[str]:
        """The titles of a list as another program reads them."""
        raise NotImplementedError

    def __init_subclass__(cls) -> None:
        """Each class has laws of its own: Hypothesis takes a test in two classes for two tests that it mixes up."""
        for name, law in list(vars(ListContract).items()):
            if name.startswith("law_"):
                setattr(cls, name.replace("law", "test", 1), _given(law))

    def documents(self) -> list[tuple[Document, bytes]]:
        assert self.readable
        return [(self.form.read(data, path, source="en"), data) for path, data in self.readable.items()]

    def test_it_has_a_name_and_file_name_endings(self):
        assert re.fullmatch(r"[a-z]+", self.form.name)
        assert all(re.fullmatch(r"\.[a-z]+", suffix) for suffix in self.form.suffixes)

    def test_a_list_is_known_by_its_path_and_has_titles_only(self):
        for path, data in self.readable.items():
            document = self.form.read(data, path)
            assert (document.slug, document.path) == ("shows", path)
            assert {segment.kind for segment in document.segments} <= TITLES

    def test_a_title_is_one_line_without_space_around_it(self):
        for document, _ in self.documents():
            for segment in document.segments:
                assert segment.text == one_line(segment.text) != ""

    def test_titles_stand_in_the_order_of_their_lines(self):
        for document, data in self.documents():
            lines = [segment.line for segment in document.segments]
            assert lines == sorted(lines)
            assert 1 <= lines[0] <= lines[-1] <= len(LINE_END.split(data))

    def test_a_text_too_few_or_too_many_is_our_bug(self):
        for document, _ in self.documents():
            texts = [segment.text for segment in document.segments]
            for wrong in (texts[:-1], [*texts, "more"]):
                with pytest.raises(ValueError):  # noqa: PT011 - zip's own
                    self.form.write(document, wrong, "et")

    @pytest.mark.parametrize("text", ["", " \t", "a\nb", "a\rb", "a\x00b", "a\x1bb", "a\ud800b", "a\uffff", "x" * 501])
    def test_what_can_be_no_title_is_not_written(self, text):
        for document, _ in self.documents():
            with pytest.raises(DocumentError) as caught:
                self.form.write(document, [text for _ in document.segments], "et")
            assert (caught.value.path, caught.value.line) == (document.path, document.segments[0].line)
            assert re.fullmatch(r"the new text .{5,80}", caught.value.message)

    def test_what_cannot_be_read_is_refused_with_its_place_and_a_sentence(self):
        for wrong, (data, told) in self.unreadable.items():
            path = f"shows/{wrong}{self.form.suffixes[0]}"
            with pytest.raises(DocumentError) as caught:
                self.form.read(data, path)
            assert str(caught.value).startswith(f"{path}{told}"), wrong
            assert re.fullmatch(r".{10,250}[^.\s]", caught.value.message), wrong
            assert (caught.value.line or 1) <= len(LINE_END.split(data)), wrong

    def law_a_list_of_any_titles_is_read_and_written_back_byte_for_byte(self, data):
        names, list_, document = self._generated(data)
        assert [segment.text for segment in document.segments] == [one_line(name) for name in names]
        assert self.form.write(document, [segment.text for segment in document.segments], "et") == list_
        raws = [segment.text if segment.raw is None else segment.raw for segment in document.segments]
        pieces = [piece for pair in zip(document.frame, (*raws, ""), strict=True) for piece in pair]
        assert self._text(list_) == "".join(pieces)
        assert all(raw and raw in self._text(list_) for raw in raws)

    def law_any_translation_is_read_back_as_itself_by_us_and_by_others(self, data):
        names, _, document = self._generated(data)
        texts = [data.draw(TITLE, "translation") for _ in names]
        again = self.form.write(document, texts, "et")
        assert [segment.text for segment in self.form.read(again, document.path).segments] == [*map(one_line, texts)]
        assert [one_line(name) for name in self.names_in(again)] == [*map(one_line, texts)]

    def law_a_translation_changes_nothing_but_its_title(self, data):
        names, _, document = self._generated(data)
        at = data.draw(st.integers(0, len(names) - 1), "which")
        texts = [segment.text for segment in document.segments]
        texts[at] = one_line(data.draw(TITLE, "translation"))
        again = self.form.read(self.form.write(document, texts, "et"), document.path)
        assert again.frame == document.frame
        others = [segment.raw for number, segment in enumerate(document.segments) if number != at]
        assert [segment.raw for number, segment in enumerate(again.segments) if number != at] == others

    def _text(self, data: bytes) -> str:
        return data.decode()

    def _generated(self, data: st.DataObject) -> tuple[list[str], bytes, Document]:
        names = data.draw(st.lists(TITLE, min_size=1, max_size=5), "titles")
        made = data.draw(st.composite(lambda draw: self.made(draw, names))(), "list")
        return names, made, self.form.read(made, f"shows/a{self.form.suffixes[0]}")
