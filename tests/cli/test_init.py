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
