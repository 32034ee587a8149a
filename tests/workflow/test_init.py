"""A new project is ready to be drafted, and takes nothing from whoever was there before."""

import errno
import os
from pathlib import Path

import pytest

from tests.workflow.project import NOW
from translate import settings
from translate.errors import ProjectError
from translate.files import bounds
from translate.termbases.folder import load
from translate.workflow.doctor import doctor
from translate.workflow.init import init
from translate.workflow.lists import Lists


def make(folder, **more):
    return init(folder, **{"name": None, "source": "en", "locales": ["et", "ru"], "contact": "", **more})


def test_what_was_made_is_told_and_can_be_read(tmp_path, monkeypatch):
    # Which of this machine's own pairs are broken is not its to find out.
    monkeypatch.setenv("APERTIUM_DATADIR", str(tmp_path / "no-pairs"))
    made = make(tmp_path / "news", contact="desk@example.org")
    names = [path.relative_to(tmp_path / "news").as_posix() for path in made]
    assert names == [
        "articles",
        "locales",
        "newsdesk.toml",
        "glossaries/all.csv",
        "glossaries/et.csv",
        "glossaries/ru.csv",
        ".gitignore",
    ]
    found = settings.load(tmp_path / "news" / "newsdesk.toml")
    assert (found.name, found.source, found.locales, found.contact) == ("news", "en", ("et", "ru"), "desk@example.org")
    checks = doctor(found, now=NOW)
    assert not any(check.subject.startswith("glossar") and not check.fine for check in checks)


def test_what_was_there_stays_as_it_is(tmp_path):
    (tmp_path / "glossaries").mkdir()
    (tmp_path / "glossaries" / "et.csv").write_text("source,target\nferry,praam\n", "utf-8")
    made = make(tmp_path, name="news")
    assert tmp_path / "glossaries" / "et.csv" not in made
    assert (tmp_path / "glossaries" / "et.csv").read_text("utf-8") == "source,target\nferry,praam\n"


@pytest.mark.parametrize(
    ("folder", "name"), [("Ülo's news!", "lo-s-news"), ("…", "news"), ("-a-", "a"), ("sport_24.v2", "sport_24.v2")]
)
def test_a_project_is_named_after_its_folder_as_far_as_a_name_can_be(tmp_path, folder, name):
    make(tmp_path / folder)
    assert settings.load(tmp_path / folder / "newsdesk.toml").name == name


def test_a_folder_that_everybody_can_write_becomes_no_project(tmp_path):
    tmp_path.chmod(0o1777)
    with pytest.raises(ProjectError, match="everybody can write to it, so whatever is in it may be anybody's"):
        make(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert settings.find(make(tmp_path / "news")[2].parent)


def test_whatever_the_umask_a_new_project_can_be_used(tmp_path):
    before = os.umask(0)
    try:
        made = make(tmp_path / "a" / "news")
    finally:
        os.umask(before)
    assert settings.find(tmp_path / "a" / "news") in made
    assert [path for path in made if path.stat().st_mode & 0o002] == []


def test_a_locale_that_is_named_twice_is_there_once(tmp_path):
    make(tmp_path / "news", locales=["et", "et"])
    assert settings.load(tmp_path / "news" / "newsdesk.toml").locales == ("et",)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"source": "English"}, "“English” is no locale; write it as gettext does, such as et, ru or pt_BR"),
        ({"locales": ["et", "xx-YY"]}, "“xx-YY” is no locale; write it as gettext does, such as et, ru or pt_BR"),
        ({"name": "my news"}, "“my news” is no name for a project; use letters from a to z, digits, dots, hyphens"),
        ({"contact": 'a"b'}, "an address cannot have quotes, backslashes or line ends in it"),
        ({"contact": "a\nb"}, "an address cannot have quotes, backslashes or line ends in it"),
    ],
)
def test_what_the_settings_could_not_hold_is_refused_and_nothing_made(tmp_path, more, told):
    with pytest.raises(ProjectError) as caught:
        make(tmp_path / "news", **more)
    assert str(caught.value).startswith(told)
    assert not (tmp_path / "news").exists()


def test_a_project_is_never_made_over_another(tmp_path):
    make(tmp_path)
    before = (tmp_path / "newsdesk.toml").read_bytes()
    with pytest.raises(ProjectError, match="is there already; edit it, or choose another folder"):
        make(tmp_path, name="another")
    assert (tmp_path / "newsdesk.toml").read_bytes() == before


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ProjectError) as caught:
        make(tmp_path / "file" / "news")
    assert str(caught.value) == f"{tmp_path / 'file' / 'news'}: cannot be written to: Not a directory"


def test_it_is_the_folder_itself_that_is_told_where_nothing_can_be_made_in_it(tmp_path, monkeypatch):
    def refused(*_):
        raise PermissionError(errno.EACCES, "Permission denied", "/proc/self/fd/4/newsdesk.toml")

    monkeypatch.setattr(bounds, "note", refused)
    monkeypatch.chdir(tmp_path)
    for folder, shown in ((Path(), tmp_path), (tmp_path, tmp_path), (Path("news"), "news")):
        with pytest.raises(ProjectError) as caught:
            make(folder)
        assert str(caught.value) == f"{shown}: cannot be written to: Permission denied"


@pytest.mark.parametrize(
    ("locale", "more"), [("es", set()), ("et", {"Kesselaid", "ferry"})], ids=["any", "one with forms"]
)
def test_a_project_may_begin_with_an_article_and_five_names_in_it(tmp_path, locale, more):
    make(tmp_path / "news", locales=[locale], example=True)
    (article,) = (tmp_path / "news" / "articles").iterdir()
    text = article.read_text("utf-8")
    loaded = load(tmp_path / "news" / "glossaries", locale, home=None)
    assert not loaded.errors
    names = {"Esimene stuudio", "ERR News", "Suurlaid", "Laidur", "Rein Laheots"}
    assert {term.source for term in loaded.glossary.terms} == names | more
    assert {name for name in names if name not in text} == set()


def test_the_example_has_a_list_of_five_shows_one_of_which_its_glossary_decides(tmp_path):
    make(tmp_path / "news", locales=["es"], example=True)
    titles = [title for title, _ in Lists(settings.load(tmp_path / "news" / "newsdesk.toml")).titles()]
    glossary = load(tmp_path / "news" / "glossaries", "es", home=None).glossary
    assert len(titles) == 5
    assert {term.source for term in glossary.terms} & {*titles} == {"Esimene stuudio"}


def test_the_example_is_for_articles_in_english(tmp_path):
    with pytest.raises(ProjectError, match=r"^the example is in English, and the articles shall be in “et”;"):
        make(tmp_path / "news", source="et", locales=["en"], example=True)
    assert not (tmp_path / "news").exists()


def test_what_is_made_anew_is_left_out_by_git_and_what_was_left_out_before_stays(tmp_path):
    (tmp_path / ".gitignore").write_text("/articles/\n", "utf-8")
    assert tmp_path / ".gitignore" not in make(tmp_path)
    assert (tmp_path / ".gitignore").read_text("utf-8") == "/articles/\n"
