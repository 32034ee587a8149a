"""What people wrote and a tool has dropped is told every night, and comes back as it was when somebody asks for it."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.test_completion import completed
from translate.files import saving

PO = "locales/et/LC_MESSAGES/ferry.po"
ARTICLE = "articles/ferry.txt"
SAILED = 'The first ferry sailed on Monday, "Esimene stuudio" reported.'
READY = '"We are ready," said captain Mari Maasikas. "The harbor is not."'
FOLLOW = "Follow us and never miss an update!"
STORY = (
    "The bridge opens in May.",
    "Nobody was hurt when the old one fell.",
    "A new school stands beside it.",
    "Two roads lead there from town.",
    "Fishermen had asked for a harbour.",
    "Winter came early that year.",
    "What it costs is not known yet.",
)


def block_of(desk, source, po=PO):
    """The lines of an entry."""
    quoted = source.replace('"', '\\"')
    return next(b for b in desk.read(po).strip().split("\n\n") if f'\nmsgid "{quoted}"' in f"\n{b}")


def edit(desk, source, text, *, fuzzy=False, po=PO):
    """Do what an editor does: write a text, and take the mark away or leave it."""
    old = block_of(desk, source, po)
    new = re.sub(r'\nmsgstr ".*', lambda _: f'\nmsgstr "{text}"', old, flags=re.DOTALL)
    desk.write(po, desk.read(po).replace(old, new if fuzzy else new.replace("#, fuzzy\n", "")))


def texts(desk, po=PO):
    """The translations that stand in a file, each with whether it is fuzzy, by the first word of its source."""
    found = {}
    for block in desk.read(po).strip().split("\n\n")[1:]:
        source, text = (re.search(rf'^(?:#~ )?{name} "(.*)"', block, re.MULTILINE)[1] for name in ("msgid", "msgstr"))
        found[source.replace('\\"', "").split()[0]] = ("#, fuzzy" in block, text)
    return found


@pytest.fixture
def desk(newsroom):
    """Two texts of a person, one approved and one in review, and a night that has seen them."""
    newsroom.write(ARTICLE, newsroom.read(ARTICLE).replace("\n\n", "\n\nNobody has come yet.\n", 1))
    newsroom.run("draft")
    edit(newsroom, FOLLOW, "Jälgi meid!")
    edit(newsroom, READY, "Oleme valmis, ütles kapten.", fuzzy=True)
    newsroom.write(PO, newsroom.read(PO).replace("#. Footer", "# Anna: nii jääb\n#. Footer"))
    newsroom.run("draft")
    return newsroom


def emptied(desk):
    desk.write(PO, "")


def deleted(desk):
    (desk.root / PO).unlink()


def cut(desk):
    desk.write(PO, desk.read(PO)[: desk.read(PO).index("\n\n#", 900) + 1])


def without_its_header(desk):
    """And without what people wrote, as a converter leaves it that knows no header."""
    head, _, rest = desk.read(PO).partition("\n\n")
    assert head.startswith("# Estonian")
    desk.write(PO, rest.replace("Jälgi meid!", "").replace("Oleme valmis, ütles kapten.", ""))


def as_omegat_exports(desk):
    """Fuzzy marks and whatever was fuzzy are gone, and the comments that tools made stand on."""
    kept = []
    for block in desk.read(PO).split("\n\n"):
        fuzzy = "#, fuzzy\n" in block
        kept.append(re.sub(r'\nmsgstr ".*', '\nmsgstr ""', block.replace("#, fuzzy\n", "")) if fuzzy else block)
    desk.write(PO, "\n\n".join(kept) + "\n")


def lost(desk):
    """What the list has, as machines are told."""
    return json.loads(desk.run("restore", "--json").out)["texts"]


def every(desk):
    return json.loads(desk.run("restore", "--all", "--json").out)["texts"]


def nothing_new(desk):
    before = desk.read(PO)
    return desk.run("draft").code in {0, 1} and desk.read(PO) == before


@pytest.mark.parametrize("harm", [emptied, deleted, cut, without_its_header, as_omegat_exports])
def test_what_a_tool_dropped_comes_back_as_it_was(desk, harm):
    whole = texts(desk)
    harm(desk)
    assert desk.run("draft").code == 4
    assert {text for _, text in texts(desk).values()} & {"Jälgi meid!", "Oleme valmis, ütles kapten."} != {
        text for _, text in whole.values()
    }
    back = desk.run("restore", PO)
    assert (back.code, back.err) == (0, "")
    assert desk.run("draft").code in {0, 1}
    assert texts(desk) == whole
    assert "# Anna: nii jääb\n" in block_of(desk, FOLLOW)
    assert nothing_new(desk)


def test_what_is_lost_is_found_without_a_run_before(desk):
    emptied(desk)
    assert [one["text"] for one in lost(desk)] == ["Oleme valmis, ütles kapten.", "Jälgi meid!"]
    assert desk.read(PO) == ""


def test_an_entry_that_was_lost_is_not_drafted_until_somebody_has_seen_to_it(desk):
    deleted(desk)
    for _ in range(2):
        assert desk.run("draft").code == 4
        assert texts(desk)["Follow"] == (False, "")
    assert "Lost: a person's translation is gone since " in block_of(desk, FOLLOW)


def test_every_night_ends_with_4_and_tells_it_first_until_it_is_seen_to(desk):
    deleted(desk)
    sentence = "2 texts of people are gone from 1 PO file: run “newsdesk restore”"
    for _ in range(2):
        night = desk.run("nightly")
        assert night.code == 4
        assert " ".join(desk.read("reports/morning.txt").split()).startswith(f"ferry-news: {sentence}. ")
        assert f"<title>{sentence} – ferry-news" in desk.read("reports/morning.html")
        told = json.loads(desk.read("reports/morning.json"))
        assert (next(iter(told)), told["headline"].startswith(sentence)) == ("headline", True)
        assert [(one["path"], one["texts"], one["harm"]) for one in told["summary"]["lost"]] == [(PO, 2, "deleted")]
        assert desk.run("draft").err.startswith(f"newsdesk: {sentence}\n")
    desk.run("restore", PO)
    assert desk.run("nightly").code == 0
    assert "gone" not in desk.read("reports/morning.txt")


def test_a_night_that_the_brake_stops_tells_it_first_too_and_it_can_be_brought_back(desk):
    deleted(desk)
    for _ in range(2):
        assert desk.run("nightly", "--max-changes", "1").code == 2
        mail = " ".join(desk.read("reports/morning.txt").split())
        assert mail.startswith(
            "ferry-news: 2 texts of people are gone from 1 PO file: run “newsdesk restore”. Could not"
        )
    assert desk.run("restore", PO).code == 0
    assert texts(desk)["Follow"] == (False, "Jälgi meid!")


def test_a_dry_night_tells_it_and_keeps_nothing(desk):
    deleted(desk)
    before = desk.files()
    assert desk.run("nightly", "--dry-run").code == 4
    assert desk.run("draft", "--dry-run").code == 4
    assert desk.files() == before


def test_status_and_doctor_tell_it_too(desk):
    deleted(desk)
    desk.run("draft")
    told = desk.run("status")
    assert (told.code, told.err) == (0, "newsdesk: 2 texts of people are gone from 1 PO file: run “newsdesk restore”\n")
    assert [one["texts"] for one in json.loads(desk.run("status", "--json").out)["lost"]] == [2]
    checks = json.loads(desk.run("doctor", "--json").out)["checks"]
    (wrong, right) = (check for check in checks if check["subject"] == "people's texts")
    assert wrong["message"].startswith(f"{PO}: 2 texts of people are gone since ")
    assert "never delete it; .newsdesk/ may be deleted" in right["message"]


def test_what_is_filled_by_hand_is_seen_to(desk):
    emptied(desk)
    desk.run("draft")
    edit(desk, FOLLOW, "Jälgi meid jälle!")
    edit(desk, READY, "Valmis.")
    assert desk.run("draft").code == 0
    assert lost(desk) == []


def test_a_list_tells_machines_all_of_a_text(desk):
    emptied(desk)
    _, one = lost(desk)
    assert {key: one[key] for key in one if key != "since"} == {
        "number": 2, "path": PO, "locale": "et", "reason": "lost", "harm": "emptied", "open": True, "approved": True,
        "context": None, "source": FOLLOW, "text": "Jälgi meid!", "plurals": [], "comments": ["Anna: nii jääb"],
    }  # fmt: skip


def test_a_list_that_has_something_ends_with_1_and_one_that_has_nothing_with_0(desk):
    assert (desk.run("restore").code, desk.run("restore", "--all").code) == (0, 0)
    emptied(desk)
    ran = desk.run("restore")
    assert (ran.code, ran.out.splitlines()[1].split()[:2]) == (1, ["1", PO])


def test_a_dry_run_writes_nothing_and_says_what_would_come_back(desk):
    emptied(desk)
    before, history = desk.files(), (desk.root / "history/texts.sqlite").read_bytes()
    ran = desk.run("restore", "--dry-run", "articles")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "2 texts would come back.")
    assert (desk.files(), (desk.root / "history/texts.sqlite").read_bytes()) == (before, history)


def test_single_texts_come_back_by_their_numbers(desk):
    emptied(desk)
    assert desk.run("restore", "2").code == 0
    assert [(one["number"], one["text"]) for one in lost(desk)] == [(1, "Oleme valmis, ütles kapten.")]
    assert texts(desk) == {"Follow": (False, "Jälgi meid!")}
    assert desk.run("restore", "1-2").out.splitlines()[-1] == "1 text brought back; 1 text there already."


def test_what_came_back_once_is_not_brought_back_again(desk):
    emptied(desk)
    desk.run("restore", PO)
    before = desk.files()
    ran = desk.run("restore", PO)
    assert (ran.code, ran.out) == (0, "Nothing that was lost there waits to be brought back.\n")
    assert desk.files()[PO] == before[PO]
    assert every(desk) == []


@pytest.mark.parametrize("where", ["articles/ferry.txt", "articles", "locales/et", "."])
def test_an_article_or_a_folder_stands_for_its_files(desk, where):
    deleted(desk)
    assert desk.run("restore", where).code == 0
    assert texts(desk).keys() == {"Follow", "We"}


def test_the_file_of_an_article_that_is_gone_comes_back_too(desk):
    emptied(desk)
    desk.run("draft")
    (desk.root / ARTICLE).unlink()
    deleted(desk)
    assert desk.run("restore", ARTICLE).code == 0
    assert texts(desk)["Follow"] == (False, "Jälgi meid!")


def test_what_was_deleted_together_with_its_article_is_listed_and_comes_back_by_its_number(desk):
    desk.write("articles/train.txt", "Train line opens\n\nIt is long.\n")
    desk.run("draft")
    (desk.root / ARTICLE).unlink()
    deleted(desk)
    assert "“newsdesk restore --all”" in desk.run("draft").err
    numbers = {text["text"]: str(text["number"]) for text in every(desk)}
    assert numbers.keys() == {"Jälgi meid!", "Oleme valmis, ütles kapten."}
    assert (desk.run("restore").code, lost(desk)) == (0, [])
    assert desk.run("restore", numbers["Jälgi meid!"]).code == 0
    assert texts(desk) == {"Follow": (False, "Jälgi meid!")}
    assert [text["text"] for text in every(desk)] == ["Oleme valmis, ütles kapten."]


@pytest.mark.parametrize("word", ["99", "nowhere.po", "articles/nowhere.txt"])
def test_what_asks_for_nothing_is_told(desk, word):
    ran = desk.run("restore", word)
    assert (ran.code, ran.out) == (2, "")
    assert word in ran.err


def test_what_a_person_has_written_since_stays_unless_it_shall_go_and_then_it_is_kept(desk):
    emptied(desk)
    desk.run("draft")
    edit(desk, FOLLOW, "Midagi muud.")
    ran = desk.run("restore", "2")
    assert (ran.code, texts(desk)["Follow"]) == (1, (False, "Midagi muud."))
    assert "--replace" in ran.out
    assert desk.run("restore", "2", "--replace").code == 0
    assert texts(desk)["Follow"] == (False, "Jälgi meid!")
    assert [(one["text"], one["reason"]) for one in every(desk) if one["source"] == FOLLOW] == [
        ("Midagi muud.", "replaced")
    ]


def test_what_shall_be_forgotten_is_drafted_anew_and_stays_in_the_history(desk):
    emptied(desk)
    desk.run("draft")
    ran = desk.run("restore", "--forget", PO)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "2 entries will be drafted anew by the next run.")
    assert desk.run("draft").code == 0
    assert texts(desk)["Follow"] == (True, FOLLOW)
    assert ([one["text"] for one in every(desk)], lost(desk)) == (["Oleme valmis, ütles kapten.", "Jälgi meid!"], [])
    assert nothing_new(desk)


def test_what_a_person_deletes_is_drafted_anew_and_told_with_the_number_that_brings_it_back(desk):
    edit(desk, FOLLOW, "")
    ran = desk.run("draft")
    assert ran.code == 0
    number = re.search(
        r"1 text deleted by a person and drafted anew: “newsdesk restore (\d+)” brings it back", ran.err
    )[1]
    assert texts(desk)["Follow"] == (True, FOLLOW)
    assert desk.run("restore", number).code == 0
    assert texts(desk)["Follow"] == (False, "Jälgi meid!")


def test_when_the_source_has_changed_since_the_text_comes_back_for_review_with_its_old_source(desk):
    article, now = desk.read(ARTICLE), FOLLOW.replace("an update", "2 updates")
    deleted(desk)
    desk.run("draft")
    desk.write(ARTICLE, article.replace(FOLLOW, now))
    desk.run("draft")
    assert texts(desk)["Follow"] == (True, now)
    assert desk.run("restore", PO).code == 0
    assert texts(desk)["Follow"] == (True, "Jälgi meid!")
    assert f'#| msgid "{FOLLOW}"' in block_of(desk, now)
    assert (lost(desk), desk.run("draft").code) == ([], 0)
    assert "Source changed: an update! → 2 updates!" in block_of(desk, now)
    assert "# Anna: nii jääb" in block_of(desk, now)
    desk.write(ARTICLE, article)
    desk.run("draft")
    assert texts(desk)["Follow"] == (False, "Jälgi meid!")


def test_when_the_paragraph_is_gone_the_text_is_kept_at_the_end_and_comes_back_with_it(desk):
    article = desk.read(ARTICLE)
    deleted(desk)
    desk.run("draft")
    desk.write(ARTICLE, article.replace(f"{FOLLOW}\n", ""))
    desk.run("draft")
    assert desk.run("restore", PO).code == 0
    assert '#~ msgstr "Jälgi meid!"' in desk.read(PO)
    desk.write(ARTICLE, article)
    assert desk.run("draft").code == 0
    assert texts(desk)["Follow"] == (False, "Jälgi meid!")


def test_a_file_that_cannot_be_read_is_told_with_the_way_around_it(desk):
    emptied(desk)
    desk.run("draft")
    desk.write(PO, desk.read(PO)[:-3])
    ran = desk.run("restore", PO)
    assert (ran.code, texts_known := len(lost(desk))) == (2, 2), texts_known
    assert "move it away: “newsdesk restore" in ran.err
    deleted(desk)
    assert desk.run("restore", PO).code == 0


def test_what_somebody_saves_meanwhile_is_read_again_and_stays(desk, monkeypatch):
    emptied(desk)
    desk.run("draft")
    save, saved = saving.save, []

    def late(path, *arguments, **named):
        if not saved and str(path).endswith(PO):
            saved.append(path)
            edit(desk, SAILED, "Praam väljus.")
        return save(path, *arguments, **named)

    monkeypatch.setattr(saving, "save", late)
    assert desk.run("restore", PO).code == 0
    assert (texts(desk)["The"], texts(desk)["Follow"]) == ((False, "Praam väljus."), (False, "Jälgi meid!"))


def test_a_file_that_others_save_again_and_again_is_told_and_nothing_is_seen_to(desk, monkeypatch):
    emptied(desk)
    desk.run("draft")
    save = saving.save

    def late(path, *arguments, **named):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write("\n# Anna\n")
        return save(path, *arguments, **named)

    with monkeypatch.context() as patch:
        patch.setattr(saving, "save", late)
        ran = desk.run("restore", PO)
    assert (ran.code, "somebody changed the file meanwhile" in ran.err) == (2, True)
    assert len(lost(desk)) == 2


def test_while_a_run_is_at_work_nothing_is_done(desk):
    from translate import settings
    from translate.cli.project import locked

    with locked(settings.load(desk.root / "newsdesk.toml")):
        assert (desk.run("restore").code, desk.run("restore", PO).code) == (75, 75)


def test_a_history_that_cannot_be_read_is_told_in_one_sentence(desk):
    desk.write("history/texts.sqlite", b"SQLite format 3\0" + b"x" * 5000)
    ran = desk.run("restore")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "history/texts.sqlite: is damaged" in ran.err


def test_a_night_goes_on_without_a_history_and_says_so_once(desk):
    desk.write("history/texts.sqlite", b"SQLite format 3\0" + b"x" * 5000)
    desk.write("articles/train.txt", "Train\n")
    ran = desk.run("draft")
    assert (ran.code, ran.err.count("history/texts.sqlite")) == (4, 1)
    assert (desk.root / "locales/et/LC_MESSAGES/train.po").exists()


def test_a_history_that_cannot_be_written_is_told_in_one_sentence_and_the_night_goes_on(newsroom):
    newsroom.write("history", "in the way")
    ran = newsroom.run("draft")
    assert (ran.code, ran.err.count("history")) == (4, 1)
    assert ran.err.startswith("newsdesk: history/texts.sqlite: cannot be written: ")
    assert (newsroom.root / PO).exists()


@pytest.mark.parametrize(
    "arguments",
    [["--all", PO], ["--replace"], ["--forget"], ["--dry-run"], ["--replace", "--forget", PO]],
    ids=" ".join,
)
def test_what_does_not_go_together_is_refused(desk, arguments):
    ran = desk.run("restore", *arguments)
    assert (ran.code, ran.out) == (2, "")


def test_a_shell_completes_the_files_that_have_lost_something(desk):
    other = desk.write("locales/et/LC_MESSAGES/train.po", 'msgid ""\nmsgstr ""\n')
    assert other.exists()
    emptied(desk)
    desk.run("draft")
    assert completed("restore", "loc", cwd=desk.root) == [f"plain,{PO}"]


@pytest.mark.parametrize(("number", "code"), [(3, 0), (5, 4)])
def test_a_few_texts_are_deleted_by_a_person_and_many_by_a_tool(newsroom, number, code):
    newsroom.write(ARTICLE, "\n\n".join(("Ferry", "\n".join(STORY))) + "\n")
    newsroom.run("draft")
    for paragraph in STORY:
        edit(newsroom, paragraph, f"Lõik: {paragraph}")
    newsroom.run("draft")
    for paragraph in STORY[:number]:
        edit(newsroom, paragraph, "")
    assert newsroom.run("draft").code == code
    assert len(lost(newsroom)) == (number if code else 0)
    assert newsroom.run("restore", "1-9").code == 0
    assert peoples(newsroom) == len(STORY)


def peoples(desk):
    """How many texts of a person stand in the file."""
    return desk.read(PO).count('msgstr "Lõik: ')


def test_an_old_copy_that_a_merge_put_back_is_a_tools_loss(newsroom):
    newsroom.write(ARTICLE, "\n\n".join(("Ferry", "\n".join(STORY))) + "\n")
    newsroom.run("draft")
    old = newsroom.read(PO)
    for paragraph in STORY:
        edit(newsroom, paragraph, f"Lõik: {paragraph}")
    newsroom.run("draft")
    newsroom.write(PO, old)
    assert newsroom.run("draft").code == 4
    assert {one["harm"] for one in lost(newsroom)} == {"set back"}
    assert newsroom.run("restore", PO).code == 0
    assert peoples(newsroom) == len(STORY)


def test_an_approval_that_a_tool_dropped_comes_back_with_the_text_that_has_it(newsroom):
    newsroom.write(ARTICLE, "\n\n".join(("Ferry", "\n".join(STORY))) + "\n")
    newsroom.run("draft")
    for paragraph in STORY:
        edit(newsroom, paragraph, f"Lõik: {paragraph}")
    newsroom.run("draft")
    approved = texts(newsroom)
    newsroom.write(PO, re.sub(r"(?<=\n)(?=msgid \"[A-Z])", "#, fuzzy\n", newsroom.read(PO)))
    newsroom.write(PO, newsroom.read(PO).replace('msgctxt "headline"\n#, fuzzy\n', 'msgctxt "headline"\n'))
    assert newsroom.run("draft").code == 4
    assert newsroom.run("restore", PO).code == 0
    assert newsroom.run("draft").code == 0
    assert texts(newsroom) == approved
