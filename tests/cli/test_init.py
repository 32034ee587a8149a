import functools
import subprocess

from translate import settings


def test_a_new_project_can_be_drafted_at_once(empty_folder):
    assert empty_folder.run("init", "--locale", "et", "--locale", "pt_BR", "--contact", "desk@example.org").code == 0
    made = settings.load(empty_folder.root / "newsdesk.toml")
    assert (made.name, made.source, made.locales, made.contact) == (
        "newsroom",
        "en",
        ("et", "pt_BR"),
        "desk@example.org",
    )
    empty_folder.write("articles/a.txt", "Head\n\nBody.\n")
    assert empty_folder.run("draft", "--engine", "identity").code == 0


def test_it_makes_the_folder_that_it_is_given(empty_folder):
    assert empty_folder.run("init", "desk").code == 0
    assert (empty_folder.root / "desk" / "newsdesk.toml").is_file()
    assert (empty_folder.root / "desk" / "glossaries" / "et.csv").is_file()


def test_a_project_that_is_there_is_left_as_it_is(newsroom):
    before = newsroom.files()
    ran = newsroom.run("init")
    assert (ran.code, "there already" in ran.err) == (2, True)
    assert newsroom.files() == before


def test_a_glossary_that_is_there_is_left_as_it_is(empty_folder):
    empty_folder.write("glossaries/et.csv", "source,target\nERR,ERR\n")
    assert empty_folder.run("init").code == 0
    assert empty_folder.read("glossaries/et.csv") == "source,target\nERR,ERR\n"


def test_what_is_no_locale_is_told_how_to_write_one(empty_folder):
    ran = empty_folder.run("init", "--locale", "Estonian")
    assert (ran.code, "“Estonian” is no locale" in ran.err) == (2, True)
    assert empty_folder.files() == {}


def test_an_address_cannot_break_out_of_the_settings(empty_folder):
    assert empty_folder.run("init", "--contact", 'a"\nengine = "x').code == 2
    assert empty_folder.files() == {}


def test_git_sees_nothing_of_what_newsdesk_makes_for_itself(empty_folder):
    git = functools.partial(subprocess.run, cwd=empty_folder.root, check=True, capture_output=True, text=True)
    git(["git", "init", "-q"])
    assert empty_folder.run("init", "--example", "--locale", "et").code == 0
    for command in ("draft", "--engine", "identity"), ("nightly", "--engine", "identity"), ("memory", "stats"):
        assert empty_folder.run(*command).code in {0, 1}
    told = git(["git", "status", "--porcelain", "--untracked-files=all"]).stdout.split()[1::2]
    assert [name for name in told if name.startswith((".newsdesk", "reports"))] == []
    assert "locales/et/LC_MESSAGES/2026-11-20-esimene-stuudio-ferry.po" in told


def test_the_next_step_is_told_as_it_is_typed(empty_folder):
    assert empty_folder.run("init", "--example", "my desk").out.endswith(
        "Next: run “cd 'my desk' && newsdesk draft”.\n"
    )
    told = empty_folder.run("init").out
    assert told.endswith("Next: put articles into articles/, names into glossaries/, and run “newsdesk draft”.\n")
