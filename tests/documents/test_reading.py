"""Each article is read with a catalog of its own, or not at all."""

from dataclasses import replace

import pytest

from translate.documents import reading
from translate.documents.plaintext import PlainText
from translate.errors import DocumentError


@pytest.fixture
def root(tmp_path):
    (tmp_path / "articles").mkdir()
    return tmp_path.resolve()


def write(root, name, content="Headline\n\nA text.\n"):
    path = root / "articles" / name
    path.write_text(content, "utf-8")
    return path


def reader(root, *paths):
    names = {path.relative_to(root).as_posix(): path.stem for path in paths if path.is_relative_to(root)}
    return reading.reader(root, {".txt": (PlainText(),)}, names)


def test_an_article_is_known_by_its_path_in_the_project(root):
    path = write(root, "a.TXT")
    document = reader(root, path).read(path)
    assert (document.path, document.slug, [s.text for s in document.segments]) == (
        "articles/a.TXT",
        "a",
        ["Headline", "A text."],
    )


def test_an_article_has_the_name_that_it_was_given_among_its_namesakes(root):
    path = write(root, "ferry.txt")
    names = {"articles/ferry.txt": "articles-ferry", "articles/Ferry.txt": "Ferry"}
    assert reading.reader(root, {".txt": (PlainText(),)}, names).read(path).slug == "articles-ferry"


def test_two_articles_whose_paths_look_the_same_are_neither_read(root):
    one, other = write(root, "jõgi.txt"), write(root, "jo\u0303gi.txt")
    both = reader(root, one, other)
    for path in (one, other):
        with pytest.raises(DocumentError, match=r"shares the name .* with a file whose name looks the same"):
            both.read(path)


def test_an_article_outside_the_project_has_no_place_for_its_catalogs(root, tmp_path_factory):
    path = tmp_path_factory.mktemp("outside") / "a.txt"
    path.write_text("x", "utf-8")
    with pytest.raises(DocumentError, match=r"lies outside the project .*; move it into one of its folders"):
        reader(root, path).read(path)


def test_what_is_too_large_for_an_article_is_not_read_into_memory(root, monkeypatch):
    monkeypatch.setattr(reading, "ARTICLE", replace(reading.ARTICLE, largest=10))
    path = write(root, "a.txt", "eleven bytes")
    with pytest.raises(DocumentError, match="has 12 bytes, and an article at most 10; is it an article"):
        reader(root, path).read(path)


def test_an_article_that_is_gone_is_one_sentence(root):
    path = root / "articles" / "a.txt"
    with pytest.raises(DocumentError) as caught:
        reader(root, path).read(path)
    assert str(caught.value) == "articles/a.txt: cannot be read: No such file or directory"
