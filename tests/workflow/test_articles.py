"""A project's articles are found in its folders and read in the formats that are installed."""

from translate.workflow import articles


def test_the_project_has_what_its_folders_hold(project):
    project.write("articles/library.txt", "Library closes\n")
    project.write("elsewhere/harbor.txt", "Harbor opens\n")
    found, troubles = articles.find(project.settings)
    assert ([path.name for path in found], troubles) == (["ferry.txt", "library.txt"], [])


def test_what_is_asked_for_is_found_outside_its_folders_too(project):
    path = project.write("elsewhere/harbor.txt", "Harbor opens\n")
    assert articles.find(project.settings, [path]) == ([path], [])


def test_plain_text_is_always_read():
    assert ".txt" in articles.endings()


def test_one_article_that_cannot_be_read_stops_no_other(project):
    project.write("articles/bad.txt", b"\0")
    documents, troubles = articles.read(project.settings, articles.find(project.settings)[0])
    assert [document.slug for document in documents] == ["ferry"]
    assert [trouble.path for trouble in troubles] == ["articles/bad.txt"]


def test_an_article_that_was_not_asked_for_is_a_namesake_all_the_same(project):
    path = project.write("elsewhere/ferry.txt", "Another ferry\n")
    (document,), troubles = articles.read(project.settings, [path])
    assert (document.slug, troubles) == ("elsewhere-ferry", [])


def test_an_article_whose_file_gives_no_name_is_left_to_its_reading(project):
    path = project.write("articles/---.txt", "Text.\n")
    assert articles.named(project.settings) == {"ferry": project.root / "articles/ferry.txt"}
    assert "no letter from a to z" in str(articles.read(project.settings, [path])[1][0])
