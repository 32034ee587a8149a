import json
import shutil
from datetime import UTC, datetime, timedelta

import pytest

from tests.catalogs.gettext import run
from tests.programs import needs
from translate import settings
from translate.core.entries.remembered import comparable
from translate.workflow.feeding import refresh
from translate.workflow.noticing import noticing

PO = "locales/et/LC_MESSAGES/ferry.po"
FOLLOW = "Follow us and never miss an update!"


@pytest.fixture
def desk(newsroom):
    newsroom.run("draft")
    return newsroom


def approve(desk, source, target):
    """Do what an editor does: replace the draft, take the mark away."""
    before, entry, after = desk.read(PO).partition(f'msgid "{source}"')
    assert entry
    head, _, context = before.rpartition("#, fuzzy\n")
    _, _, rest = after.partition("\n\n")
    desk.write(PO, f'{head}{context}{entry}\nmsgstr "{target}"\n\n{rest}')


def remembered(desk):
    return {c["kind"]: c["units"] for c in json.loads(desk.run("memory", "stats", "--json").out)["memory"]}


def hits(desk, text, *more):
    found = json.loads(desk.run("memory", "search", text, "--locale", "et", "--json", *more).out)["hits"]
    return [(hit["source"], hit["target"]) for hit in found]


def tmx(*pairs, lang="et"):
    return '<tmx version="1.4"><header/><body>' + "".join(
        f'<tu><tuv xml:lang="en-US"><seg>{source}</seg></tuv><tuv xml:lang="{lang}"><seg>{target}</seg></tuv></tu>'
        for source, target in pairs
    ) + "</body></tmx>"  # fmt: skip


def test_machine_text_is_not_remembered_and_what_a_person_approved_is(desk):
    assert remembered(desk) == {}
    approve(desk, FOLLOW, "Jälgi meid!")
    assert remembered(desk) == {None: 1}
    assert hits(desk, FOLLOW.replace("miss", "lose")) == [(FOLLOW, "Jälgi meid!")]
    assert "Jälgi meid!" in desk.run("memory", "search", FOLLOW, "--locale", "et").out
    assert "body text" in desk.run("memory", "stats").out


def test_what_is_no_longer_approved_is_forgotten(desk):
    approve(desk, FOLLOW, "Jälgi meid!")
    assert remembered(desk) == {None: 1}
    desk.write(PO, desk.read(PO).replace(f'msgid "{FOLLOW}"', f'#, fuzzy\nmsgid "{FOLLOW}"'))
    assert remembered(desk) == {}


def test_the_translation_of_a_paragraph_that_is_gone_stays_and_so_does_that_of_a_file_that_is(desk):
    approve(desk, FOLLOW, "Jälgi meid!")
    desk.write("articles/ferry.txt", desk.read("articles/ferry.txt").replace(FOLLOW, "See you."))
    desk.run("draft")
    assert f'#~ msgid "{FOLLOW}"' in desk.read(PO)
    assert remembered(desk) == {None: 1}
    desk.run("draft")
    (desk.root / PO).unlink()
    assert remembered(desk) == {None: 1}


def test_the_translation_of_a_text_that_a_tool_dropped_stays_and_goes_with_its_article(desk):
    approve(desk, FOLLOW, "Jälgi meid!")
    desk.run("draft")
    desk.write(PO, "")
    assert remembered(desk) == {None: 1}
    assert desk.run("draft").code == 4
    assert remembered(desk) == {None: 1}
    (desk.root / PO).unlink()
    (desk.root / "articles/ferry.txt").unlink()
    assert remembered(desk) == {}


def test_a_copy_of_the_source_teaches_nothing(desk):
    approve(desk, FOLLOW, FOLLOW)
    assert remembered(desk) == {}


def test_a_file_that_did_not_change_is_not_read_again(desk):
    desk.write("memory/agency.tmx", tmx(("tea", "tee")))
    project = settings.load(desk.root / "newsdesk.toml")
    later = datetime.now(UTC) + timedelta(minutes=1)

    def read():
        seen, _ = noticing(project, now=later)
        with seen.history:
            fresh = refresh(project, now=later, seen=seen)
            fresh.memory.close()
            seen.history.commit()
        return fresh.read

    assert (read(), read()) == (2, 0)
    approve(desk, FOLLOW, "Jälgi meid!")
    assert (read(), read()) == (1, 0)
    shutil.rmtree(desk.root / ".newsdesk")
    assert (read(), hits(desk, "tea")) == (2, [("tea", "tee")])


def test_a_file_saved_within_the_same_moment_is_read_again(desk):
    project = settings.load(desk.root / "newsdesk.toml")
    moment = datetime.fromtimestamp((desk.root / PO).stat().st_ctime + 0.04, UTC)
    reads = []
    for _ in range(2):
        fresh = refresh(project, now=moment)
        fresh.memory.close()
        reads.append(fresh.read)
    assert reads == [1, 1]


def test_a_po_file_that_cannot_be_read_is_told_and_what_was_known_of_it_stays(desk):
    approve(desk, FOLLOW, "Jälgi meid!")
    assert remembered(desk) == {None: 1}
    desk.write(PO, 'msgid "open\n')
    ran = desk.run("memory", "search", FOLLOW, "--locale", "et")
    assert (ran.code, PO in ran.err, "Jälgi meid!" in ran.out) == (0, True, True)


def test_a_damaged_memory_is_made_anew_with_a_note(desk):
    approve(desk, FOLLOW, "Jälgi meid!")
    desk.run("memory", "stats")
    (desk.root / ".newsdesk/memory.sqlite").write_bytes(b"junk" * 500)
    ran = desk.run("memory", "search", FOLLOW, "--locale", "et")
    assert (ran.code, "Jälgi meid!" in ran.out, len(ran.err.splitlines())) == (0, True, 1)
    assert desk.run("memory", "stats").err == ""


def test_an_imported_file_outlives_the_cache(desk):
    desk.write("from-agency.TMX", tmx(("The harbor is ready.", "Sadam on valmis."), ("Tea", " "), ("Milk", "Piim")))
    ran = desk.run("memory", "import", "from-agency.TMX")
    assert (ran.code, "2 translations" in ran.out, "1 without a text skipped" in ran.out) == (0, True, True)
    (desk.root / "from-agency.TMX").unlink()
    shutil.rmtree(desk.root / ".newsdesk")
    assert hits(desk, "The harbour is ready.") == [("The harbor is ready.", "Sadam on valmis.")]


def test_of_an_imported_po_file_only_what_is_approved_counts(desk):
    head = 'msgid ""\nmsgstr ""\n"Language: et\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    desk.write("old.po", head + 'msgid "tea"\nmsgstr "tee"\n\n#, fuzzy\nmsgid "milk"\nmsgstr "leib"\n')
    desk.write("finnish.po", head.replace("et", "fi") + 'msgid "tea"\nmsgstr "tee"\n')
    ran = desk.run("memory", "import", "old.po", "finnish.po", "--json")
    told = json.loads(ran.out)
    assert ran.code == 4
    assert told["imported"] == [{"file": "old.po", "kept": "memory/old.po", "units": 1, "skipped": {}}]
    assert [t["path"] for t in told["troubles"]] == ["finnish.po"]
    assert (hits(desk, "tea"), hits(desk, "milk")) == ([("tea", "tee")], [])


@pytest.mark.parametrize(
    "content",
    ["", "<html/>", tmx(("a", "b"), lang="fi"), tmx(("a", "b"))[:-9], "<!DOCTYPE tmx [<!ENTITY a 'b'>]><tmx/>"],
)
def test_a_file_that_is_no_use_is_one_sentence_and_changes_nothing(desk, content):
    desk.write("bad.tmx", content)
    before = desk.files()
    ran = desk.run("memory", "import", "bad.tmx")
    assert (ran.code, ran.out, len(ran.err.splitlines()), "bad.tmx" in ran.err) == (2, "", 1, True)
    assert desk.files() == before


@pytest.mark.parametrize("name", ["missing.tmx", "articles", "newsdesk.toml"])
def test_what_is_no_memory_file_is_one_sentence(desk, name):
    ran = desk.run("memory", "import", name)
    assert (ran.code, len(ran.err.splitlines()), name in ran.err) == (2, 1, True)


def test_another_file_of_the_same_name_is_refused_until_it_is_asked_for(desk):
    desk.write("a.tmx", tmx(("tea", "tee")))
    assert desk.run("memory", "import", "a.tmx").code == 0
    assert desk.run("memory", "import", "a.tmx").code == 0
    desk.write("a.tmx", tmx(("milk", "piim")))
    ran = desk.run("memory", "import", "a.tmx")
    assert (ran.code, "--replace" in ran.err, hits(desk, "tea")) == (2, True, [("tea", "tee")])
    assert desk.run("memory", "import", "--replace", "a.tmx").code == 0
    assert (hits(desk, "tea"), hits(desk, "milk")) == ([], [("milk", "piim")])


def test_what_one_desk_exports_another_imports(desk):
    approve(desk, FOLLOW, "Jälgi <meid> & “meie” uudiseid!")
    assert desk.run("memory", "export", "out.tmx").out == "out.tmx: 1 translation\n"
    exported = (desk.root / "out.tmx").read_bytes()
    approve(desk, "Editor: Jaan Jõgi", "Toimetaja: Jaan Jõgi")
    desk.run("memory", "export", "out.tmx")
    assert (desk.root / "out.tmx").read_bytes() != exported
    (desk.root / PO).unlink()
    desk.run("memory", "import", "out.tmx")
    assert remembered(desk) == {None: 1, "credit": 1}
    assert hits(desk, FOLLOW) == [(FOLLOW, "Jälgi <meid> & “meie” uudiseid!")]


@needs("msgfmt", "msgcat")
def test_a_compendium_is_a_sound_po_file_with_the_newest_translation_of_each_text(desk):
    approve(desk, FOLLOW, "Jälgi meid!")
    newest = tmx((FOLLOW, "Ole kursis!")).replace("<tu>", '<tu creationdate="20991231T000000Z">')
    desk.write("memory/agency.tmx", newest)
    ran = desk.run("memory", "export", "all.po")
    assert ran.out == "all.po: 1 translation; 1 that a newer one replaces left out\n"
    data = (desk.root / "all.po").read_bytes()
    assert run("msgcat", "--force-po", "-", data=data).stdout == data
    assert run("msgfmt", "-c", "-o", "/dev/null", "-", data=data).returncode == 0
    assert "Ole kursis!" in desk.read("all.po")


@pytest.mark.parametrize(
    "arguments",
    [["export", "x.txt"], ["search", "a"], ["search", "a", "--locale", "fi"], ["export", "a.po", "--locale", "x"]],
)
def test_wrong_usage_leaves_with_2(desk, arguments):
    ran = desk.run("memory", *arguments)
    assert (ran.code, "Traceback" in ran.err) == (2, False)


def test_a_search_tells_which_numbers_and_terms_differ(desk):
    desk.write("memory/a.tmx", tmx(("In 2024 the ferry sailed to the old harbour", "2024. aastal …")))
    ran = desk.run("memory", "search", "In 2025 the boat sailed to the old harbour", "--locale", "et")
    assert all(part in ran.out for part in ("−2024", "+2025", "−ferry"))


def test_nothing_like_it_is_said_so(desk):
    assert "Nothing" in desk.run("memory", "search", "quite another thing", "--locale", "et").out
    assert "Nothing" in desk.run("memory", "stats").out


def test_comparable_texts_differ_in_more_than_white_space():
    assert comparable(" a\u00a0 e\u0301\n") == "a é"
    assert comparable("“a”") != comparable('"a"')
