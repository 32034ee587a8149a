import json

PO = "locales/et/LC_MESSAGES"


def reviewed(newsroom):
    """A translator has a text in review."""
    newsroom.run("draft")
    text = newsroom.read(f"{PO}/ferry.po")
    newsroom.write(
        f"{PO}/ferry.po", text.replace('msgstr "Follow us and never miss', 'msgstr "Jälgi meid, ära jää ilma')
    )
    return text


def test_an_article_that_is_renamed_keeps_the_work_on_it(newsroom):
    reviewed(newsroom)
    ran = newsroom.run("articles", "mv", "articles/ferry.txt", "articles/2026/island-ferry.txt")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "articles/ferry.txt is now articles/2026/island-ferry.txt",
        f"{PO}/ferry.po is now {PO}/island-ferry.po",
    ]
    newsroom.run("draft")
    assert "Jälgi meid" in newsroom.read(f"{PO}/island-ferry.po")
    (told,) = json.loads(newsroom.run("status", "--json").out)["catalogs"]
    assert (told["article"], told["in_review"]) == ("island-ferry", 1)


def test_a_machine_is_told_what_became_of_each_file(newsroom):
    old = reviewed(newsroom)
    newsroom.write(f"{PO}/island-ferry.po", old)
    newsroom.write("articles/island-ferry.txt", newsroom.read("articles/ferry.txt"))
    (newsroom.root / "articles/ferry.txt").unlink()
    ran = newsroom.run("articles", "mv", "--json", "articles/ferry.txt", "articles/island-ferry.txt")
    assert json.loads(ran.out) == {
        "exit_code": 0,
        "dry_run": False,
        "article": None,
        "catalogs": [
            {
                "locale": "et",
                "old": f"{PO}/ferry.po",
                "new": f"{PO}/island-ferry.po",
                "way": "joined",
                "texts": 1,
                "left": [],
            }
        ],
        "troubles": [],
    }


def test_what_is_left_in_the_old_file_is_named_with_its_line_and_wants_a_person(newsroom):
    old = reviewed(newsroom)
    other = old.replace('msgstr "Follow us and never miss', 'msgstr "Ole meiega')
    newsroom.write(f"{PO}/island-ferry.po", other)
    (newsroom.root / "articles/ferry.txt").rename(newsroom.root / "articles/island-ferry.txt")
    ran = newsroom.run("articles", "mv", f"{PO}/ferry.po", "articles/island-ferry.txt")
    assert ran.code == 1
    first, second = ran.out.splitlines()
    assert first.startswith(f"{PO}/ferry.po: 0 entries brought into {PO}/island-ferry.po; it stays for 1 text ")
    place, _, source = second.strip().rpartition(": ")
    line = int(place.rpartition(":")[2])
    assert newsroom.read(f"{PO}/ferry.po").splitlines()[line - 1] == f'msgid "{source}"'


def test_a_dry_run_writes_nothing_and_says_so(newsroom):
    reviewed(newsroom)
    before = newsroom.files()
    ran = newsroom.run("articles", "mv", "--dry-run", "articles/ferry.txt", "articles/island-ferry.txt")
    assert (ran.code, newsroom.files()) == (0, before)
    assert ran.out.splitlines()[-1] == "Nothing was written."


def test_what_cannot_be_is_told_in_a_sentence(newsroom):
    ran = newsroom.run("articles", "mv", "articles/ferry.txt", "ferry.txt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "newsdesk: ferry.txt: lies in no folder of articles; name one that does (articles)\n"


def test_the_night_moves_the_work_of_a_renamed_article_and_tells_of_it(newsroom):
    reviewed(newsroom)
    (newsroom.root / "articles/ferry.txt").rename(newsroom.root / "articles/island-ferry.txt")
    ran = newsroom.run("nightly")
    assert f"{PO}/ferry.po: follows its article" in ran.out
    assert "Jälgi meid" in newsroom.read(f"{PO}/island-ferry.po")
    assert not (newsroom.root / PO / "ferry.po").exists()


def test_a_shell_completes_the_articles(newsroom, monkeypatch):
    monkeypatch.setenv("COMP_WORDS", "newsdesk articles mv articles/f")
    monkeypatch.setenv("COMP_CWORD", "3")
    monkeypatch.setenv("_NEWSDESK_COMPLETE", "bash_complete")
    assert newsroom.run().out == "plain,articles/ferry.txt\n"


# --- what is gone


def exported(newsroom):
    """Its article is published, and deleted then."""
    newsroom.run("draft")
    newsroom.write("exports/et/articles/ferry.txt", "Praam\n")
    (newsroom.root / "articles/ferry.txt").unlink()


def test_an_article_that_is_gone_is_withdrawn_at_once(newsroom):
    exported(newsroom)
    ran = newsroom.run("articles", "retire", "articles/ferry.txt")
    assert (ran.code, ran.err) == (0, "")
    first, second = ran.out.splitlines()
    assert first.startswith("articles/ferry.txt: is withdrawn, gone since ")
    assert second == "  exports/et/articles/ferry.txt was moved to exports/withdrawn"
    assert newsroom.read("exports/withdrawn/et/articles/ferry.txt") == "Praam\n"
    assert f"{PO}/ferry.po" in newsroom.files()
    assert newsroom.run("nightly", "--quiet").out == ""


def test_a_dry_run_withdraws_nothing_and_says_what_it_would(newsroom):
    exported(newsroom)
    before = newsroom.files()
    ran = newsroom.run("articles", "retire", "--dry-run", "articles")
    assert (ran.code, newsroom.files()) == (0, before)
    assert ran.out.splitlines() == [
        "articles/ferry.txt: would be withdrawn; its PO file is kept",
        "  exports/et/articles/ferry.txt would be moved to exports/withdrawn",
        "Nothing was written.",
    ]


def test_a_machine_is_told_what_was_withdrawn_and_what_was_not(newsroom):
    exported(newsroom)
    told = json.loads(newsroom.run("articles", "retire", "--json", "articles/ferry.txt", "articles/storm.txt").out)
    (withdrawn,), (trouble,) = told.pop("withdrawn"), told.pop("troubles")
    assert told == {"exit_code": 4, "dry_run": False}
    assert (withdrawn["article"], withdrawn["catalogs"]) == ("articles/ferry.txt", [f"{PO}/ferry.po"])
    assert withdrawn["exports"] == [{"path": "exports/et/articles/ferry.txt", "fate": "moved aside"}]
    assert trouble["path"] == "articles/storm.txt"


def test_an_article_that_is_there_is_not_withdrawn(newsroom):
    newsroom.run("draft")
    ran = newsroom.run("articles", "retire", "articles/ferry.txt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ("newsdesk: articles/ferry.txt: is there; delete it, or move it out of the articles first\n")


def test_without_a_name_nothing_is_withdrawn(newsroom):
    exported(newsroom)
    assert newsroom.run("articles", "retire").code == 2
    assert "exports/et/articles/ferry.txt" in newsroom.files()


def test_a_shell_completes_the_articles_that_are_missed(newsroom, monkeypatch):
    newsroom.write("articles/train.txt", "Train\n")
    exported(newsroom)
    newsroom.run("nightly")
    monkeypatch.setenv("COMP_WORDS", "newsdesk articles retire articles/")
    monkeypatch.setenv("COMP_CWORD", "3")
    monkeypatch.setenv("_NEWSDESK_COMPLETE", "bash_complete")
    assert newsroom.run().out == "plain,articles/ferry.txt\n"
