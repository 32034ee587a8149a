"""Two articles of one name in different folders are two articles, through all that can happen to them."""

import json
import re

import pytest

from translate.catalogs.reading import read

PO = "locales/et/LC_MESSAGES"
NEWS, SPORT, CULTURE = (f"articles/{folder}/storm.txt" for folder in ("news", "sport", "culture"))
STORM = """\
Storm hits the coast

The storm of Monday reached the coast before anybody had closed the harbour.
The minister denied that she had been warned of it in time.
"""
MATCH = """\
A storm of goals

The team of the harbour won the last match of the season by nine goals.
Its coach said that he had never seen such a wind in the stadium.
"""
PLAY = """\
The Tempest opens in the old town

The director moved the play of the season to an island in the north.
The actors learnt to sail for it, and one of them fell into the water.
"""


@pytest.fixture
def desk(newsroom):
    """A newsroom with nothing in it but two articles of one name."""
    (newsroom.root / "articles/ferry.txt").unlink()
    newsroom.write(NEWS, STORM)
    newsroom.write(SPORT, MATCH)
    return newsroom


def drafted(room, *arguments):
    assert room.run("draft", *arguments).code == 0
    return room


def catalogs(room):
    """The articles that the live entries of each PO file refer to."""
    found = {}
    for path in sorted((room.root / PO).glob("*.po")):
        entries = [e for e in read(path.read_bytes(), path.name).catalog.entries if not e.obsolete]
        (found[path.stem],) = {reference.rpartition(":")[0] for e in entries for reference in e.references} or {None}
    return found


def translate(room, name):
    """A translator translates all of a PO file, word by word."""
    head, *entries = re.split(r"(?<=\n)\n", room.read(f"{PO}/{name}.po").replace("#, fuzzy\n", ""))
    numbered = (
        re.sub(r'^msgstr (?:".*"\n?)+', f'msgstr "Tõlge {number} ({name})"\n', entry, flags=re.MULTILINE)
        for number, entry in enumerate(entries)
    )
    room.write(f"{PO}/{name}.po", "\n".join((head, *numbered)))


def exported(room):
    return {name: data.decode() for name, data in room.files().items() if name.startswith("exports/")}


def unchanged(room, before):
    """Whether all files are as they were; others may have come."""
    after = room.files()
    return {name: after.get(name) for name in before} == before


def told(room):
    """What “status” says of each PO file."""
    return {c["article"]: c for c in json.loads(room.run("status", "--json").out)["catalogs"]}


def test_both_are_drafted_translated_and_exported_to_their_own_places(desk):
    drafted(desk)
    assert catalogs(desk) == {"storm": NEWS, "sport-storm": SPORT}
    for name in ("storm", "sport-storm"):
        translate(desk, name)
    drafted(desk)
    assert {name: c["approved"] for name, c in told(desk).items()} == {"storm": 3, "sport-storm": 3}
    assert desk.run("confirm", NEWS, SPORT).code == 0
    assert desk.run("export").code == 0
    files = exported(desk)
    assert [*files] == ["exports/et/articles/news/storm.txt", "exports/et/articles/sport/storm.txt"]
    assert ["(storm)" in text for text in files.values()] == [True, False]
    assert ["(sport-storm)" in text for text in files.values()] == [False, True]


def test_a_second_run_writes_nothing(desk):
    drafted(desk)
    before = desk.files()
    assert "Nothing new" in drafted(desk).run("draft").out
    assert desk.files() == before


def test_one_asked_for_alone_has_the_name_that_it_has_among_all(desk):
    drafted(desk, SPORT)
    assert catalogs(desk) == {"sport-storm": SPORT}
    drafted(desk)
    assert catalogs(desk) == {"storm": NEWS, "sport-storm": SPORT}


def test_a_project_that_had_one_of_them_keeps_its_catalogs_byte_for_byte(desk):
    (desk.root / NEWS).unlink()
    drafted(desk)
    translate(desk, "storm")
    drafted(desk)
    before = desk.files()
    desk.write(NEWS, STORM)
    drafted(desk)
    assert catalogs(desk) == {"storm": SPORT, "news-storm": NEWS}
    assert unchanged(desk, before)


def test_a_project_without_what_newsdesk_remembers_gives_the_same_names(desk):
    (desk.root / NEWS).unlink()
    drafted(desk)
    for path in (desk.root / ".newsdesk").iterdir():
        if path.is_file():
            path.unlink()
    desk.write(NEWS, STORM)
    drafted(desk)
    assert catalogs(desk) == {"storm": SPORT, "news-storm": NEWS}


@pytest.mark.parametrize(("gone", "stays"), [(NEWS, "sport-storm"), (SPORT, "storm")])
def test_one_is_withdrawn_and_the_other_is_as_it_was(desk, gone, stays):
    drafted(desk)
    for name in ("storm", "sport-storm"):
        translate(desk, name)
    drafted(desk)
    before = desk.files()
    (desk.root / gone).unlink()
    for _ in range(2):
        ran = desk.run("nightly")
        assert f"{PO}/{stays}.po" not in ran.err
        assert [*told(desk)] == [stays]
    assert unchanged(desk, {name: data for name, data in before.items() if name != gone})
    desk.write(gone, STORM if gone == NEWS else MATCH)
    assert desk.run("nightly").code in {0, 1}
    assert unchanged(desk, before)


def test_one_is_moved_to_another_folder_and_its_texts_with_it(desk):
    drafted(desk)
    translate(desk, "sport-storm")
    drafted(desk)
    (desk.root / SPORT).rename(desk.write(CULTURE, ""))
    ran = desk.run("draft")
    assert f"{PO}/sport-storm.po: follows its article, and is {PO}/culture-storm.po now" in ran.out + ran.err
    assert catalogs(desk) == {"storm": NEWS, "culture-storm": CULTURE}
    assert told(desk)["culture-storm"]["approved"] == 3


def test_the_one_with_the_plain_name_is_moved_and_keeps_it(desk):
    drafted(desk)
    translate(desk, "storm")
    drafted(desk)
    (desk.root / NEWS).rename(desk.write(CULTURE, ""))
    drafted(desk)
    assert catalogs(desk) == {"storm": CULTURE, "sport-storm": SPORT}
    assert told(desk)["storm"]["approved"] == 3


def test_one_is_withdrawn_and_the_other_moved_in_one_night(desk):
    drafted(desk)
    for name in ("storm", "sport-storm"):
        translate(desk, name)
    drafted(desk)
    news = desk.read(f"{PO}/storm.po")
    (desk.root / NEWS).unlink()
    (desk.root / SPORT).rename(desk.write(CULTURE, ""))
    drafted(desk)
    assert catalogs(desk) == {"storm": NEWS, "culture-storm": CULTURE}
    assert desk.read(f"{PO}/storm.po") == news
    assert told(desk)["culture-storm"]["approved"] == 3


def test_a_third_comes_and_a_real_article_that_is_called_like_a_path(desk):
    drafted(desk)
    before = desk.files()
    desk.write(CULTURE, PLAY)
    desk.write("articles/sport-storm.txt", "Sport and the storm\n\nAll matches of Monday were played on Tuesday.\n")
    drafted(desk)
    assert catalogs(desk) == {
        "articles-sport-storm": "articles/sport-storm.txt",
        "culture-storm": CULTURE,
        "sport-storm": SPORT,
        "storm": NEWS,
    }
    assert unchanged(desk, before)


def test_articles_mv_takes_along_what_is_its_own(desk):
    drafted(desk)
    translate(desk, "sport-storm")
    drafted(desk)
    ran = desk.run("articles", "mv", SPORT, "articles/sport/gale.txt")
    assert ran.out.splitlines() == [
        f"{SPORT} is now articles/sport/gale.txt",
        f"{PO}/sport-storm.po is now {PO}/gale.po",
    ]
    drafted(desk)
    assert catalogs(desk) == {"storm": NEWS, "gale": "articles/sport/gale.txt"}
    assert told(desk)["gale"]["approved"] == 3


def test_whatever_asks_for_one_by_its_path_gets_its_own(desk):
    drafted(desk)
    translate(desk, "sport-storm")
    drafted(desk)
    assert desk.run("export", SPORT).code == 0
    assert desk.run("export", NEWS).code == 1
    (desk.root / PO / "sport-storm.po").unlink()
    desk.run("draft")
    assert desk.run("restore", NEWS).out == desk.run("restore", NEWS, "--dry-run").out
    assert told(desk)["sport-storm"]["approved"] == 0
    assert desk.run("restore", SPORT).code == 0
    assert told(desk)["sport-storm"]["approved"] == 3


def test_what_people_wrote_for_one_that_is_gone_comes_back_by_its_path(desk):
    drafted(desk)
    translate(desk, "sport-storm")
    drafted(desk)
    desk.write(f"{PO}/sport-storm.po", "")
    desk.run("draft")
    (desk.root / SPORT).unlink()
    ran = desk.run("restore", SPORT)
    assert (ran.code, "(sport-storm)" in desk.read(f"{PO}/sport-storm.po")) == (0, True)
    assert "(sport-storm)" not in desk.read(f"{PO}/storm.po")


def test_in_capitals_or_accents_the_same_name_is_a_name_of_its_own(desk):
    desk.write("articles/sport/Störm.txt", PLAY)
    drafted(desk)
    found = catalogs(desk)
    assert sorted(filter(None, found.values())) == sorted([NEWS, SPORT, "articles/sport/Störm.txt"])
    assert len({name.casefold() for name in found}) == 3


def test_the_two_spellings_of_one_path_are_still_refused(desk):
    desk.write("articles/jõgi.txt", STORM)
    desk.write("articles/jo\u0303gi.txt", MATCH)
    ran = desk.run("draft")
    assert ran.code == 4
    assert ran.err.count("shares the name “jogi” with a file whose name looks the same") == 2
    assert catalogs(desk) == {"storm": NEWS, "sport-storm": SPORT}
