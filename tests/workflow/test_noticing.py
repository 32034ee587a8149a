"""PO files are looked at with the last look in mind, and what happened since is told or kept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.workflow.project import NOW, told
from translate.catalogs.loading import load
from translate.core.entries.comments import Hole, Unconfirmed, of_kind
from translate.core.entries.losses import Reason
from translate.core.entries.stamp import Draft
from translate.settings import Reviewing
from translate.workflow.noticing import noticing, storable
from translate.workflow.places import history_file

PO = "locales/et/LC_MESSAGES/ferry.po"
SAILED, LATE = ("The ferry sailed.", "Praam väljus."), ("The captain was late.", "Kapten hilines.")


class Days:
    """Looks at a project's PO files, day after day."""

    def __init__(self, project):
        self.project, self.now = project, NOW

    def look(self, *paths, commit=True, **options):
        """Look at these files, or at what the history knows of and is gone; what was noticed, by file."""
        self.now += timedelta(days=1)
        seen, _ = noticing(replace(self.project.settings, **options), now=self.now)
        found = {}
        with seen.history:
            shown = {storable(self.project.settings, path): path for path in paths}
            for name, path in shown.items():
                found[name] = seen.look(path, name, "et", load(path, name, home=None), "state")
            for path, name, locale in seen.gone({*seen.history.paths()} - {*shown}):
                found[name] = seen.look(path, name, locale, None, "")
            seen.settle()
            units = [unit.target for name in found for unit in seen.units(name, "et")]
            if commit:
                seen.history.commit()
        return found, seen.notes, units


@pytest.fixture
def days(project):
    return Days(project)


def drafted(project, name, *sources):
    """The PO file of an article with untouched drafts of ours."""
    path = project.translated(name)
    lines = ['msgid ""', 'msgstr "Content-Type: text/plain; charset=UTF-8\\n"', ""]
    for source in sources:
        stamp = Draft(f"Mustand: {source}", "argos 1", "11111111").stamp
        lines += [f"#. {stamp}", "#, fuzzy", f'msgid "{source}"', f'msgstr "Mustand: {source}"', ""]
    path.write_text("\n".join(lines), "utf-8")
    return path


def approve(path):
    path.write_text(path.read_text("utf-8").replace("#, fuzzy\n", ""), "utf-8")


def test_of_a_file_that_nobody_looked_at_before_nothing_is_missing(project, days):
    path = project.catalog("ferry", SAILED, ("It sank.", ""))
    found, notes, units = days.look(path)
    assert (found[PO].superseded, notes, units) == ((), [], ["Praam väljus."])


def test_a_dry_look_keeps_nothing(project, days):
    path = project.catalog("ferry", SAILED)
    days.look(path, commit=False)
    project.catalog("ferry")
    found, _, _ = days.look(path)
    assert found[PO].superseded == ()
    assert not history_file(replace(project.settings, root=project.root / "other")).exists()


def test_what_a_tool_dropped_stays_in_the_memory_and_what_a_person_deleted_does_not(project, days):
    path = project.catalog("ferry", SAILED, LATE)
    days.look(path)
    project.catalog("ferry", SAILED, (LATE[0], ""))
    found, notes, units = days.look(path)
    assert [(one.seen.entry.msgstr, one.reason) for one in found[PO].superseded] == [(LATE[1], Reason.EMPTIED)]
    assert units == [SAILED[1]]
    path.write_bytes(b"")
    found, notes, units = days.look(path)
    assert [one.seen.entry.msgstr for one in found[PO].lost] == [SAILED[1]]
    assert (notes, units) == ([], [SAILED[1]])


def test_a_file_that_is_gone_though_its_article_is_not_has_lost_what_people_wrote(project, days):
    days.look(project.catalog("ferry", SAILED))
    (project.root / PO).unlink()
    found, _, units = days.look()
    assert [one.seen.entry.msgstr for one in found[PO].lost] == [SAILED[1]]
    assert units == [SAILED[1]]
    found, _, _ = days.look()
    assert found[PO].lost == ()


def test_a_file_that_is_gone_with_its_article_is_no_loss(project, days):
    path = project.translated("train", LATE)
    days.look(path)
    path.unlink()
    (project.root / "articles/train.txt").unlink()
    assert days.look()[0] == {}


def test_a_file_of_a_locale_that_is_not_drafted_any_more_is_missed_by_nobody(project, days):
    path = project.catalog("ferry", SAILED)
    days.look(path)
    path.unlink()
    assert days.look(locales=("ru",))[0] == {}


def test_an_approval_is_of_the_day_on_which_it_was_first_seen_whatever_the_file_says(project):
    path = project.catalog("ferry", SAILED)
    path.write_text(
        path.read_text("utf-8").replace("Language: ", 'PO-Revision-Date: 2099-01-01 00:00+0000\\n"\n"Language: ')
    )
    seen, _ = noticing(project.settings, now=NOW)
    with seen.history:
        seen.look(path, PO, "et", load(path, PO, home=None), "")
        assert [unit.seen for unit in seen.units(PO, "et")] == [seen.at]


BULK = {"review": Reviewing(bulk_entries=4, bulk_percent=50)}


def test_drafts_of_two_articles_that_are_approved_at_once_say_so_and_are_not_learnt(project, days):
    paths = [drafted(project, name, "It sank.", "It rose.") for name in ("train", "tram")]
    days.look(*paths)
    for path in paths:
        approve(path)
    found, _notes, units = days.look(*paths, **BULK)
    assert (units, len(found)) == ([], 2)
    seen, _ = noticing(project.settings, now=NOW)
    with seen.history:
        doubted = [seen.history.past(name) for name in found]
        assert [of_kind(one.entry, Unconfirmed) for past in doubted for one in past.entries] == [(Unconfirmed(4),)] * 4
    assert days.look(*paths, **BULK)[2] == []


@pytest.mark.parametrize("of_the_other", [0, 1], ids=["one article", "too few of the other"])
def test_drafts_that_a_translator_approves_are_learnt(project, days, of_the_other):
    train = drafted(project, "train", "It sank.", "It rose.", "It flew.", "It burnt.")
    tram = drafted(project, "tram", "One.", "Two.", "Three.", "Four.")
    days.look(train, tram)
    approve(train)
    tram.write_text(tram.read_text("utf-8").replace("#, fuzzy\n", "", of_the_other), "utf-8")
    assert len(days.look(train, tram, **BULK)[2]) == 4 + of_the_other


def test_what_is_edited_after_it_was_approved_in_bulk_is_learnt(project, days):
    paths = [drafted(project, name, "It sank.", "It rose.") for name in ("train", "tram")]
    days.look(*paths)
    for path in paths:
        approve(path)
    days.look(*paths, **BULK)
    paths[0].write_text(paths[0].read_text("utf-8").replace("Mustand: It sank.", "See uppus."), "utf-8")
    assert days.look(*paths, **BULK)[2] == ["See uppus."]


def test_a_history_that_cannot_be_used_is_told_and_looked_without(project):
    history_file(project.settings).parent.mkdir()
    history_file(project.settings).write_bytes(b"no database at all, as long as a header of one would be" * 20)
    seen, trouble = noticing(project.settings, now=NOW)
    with seen.history:
        assert "damaged" in told([trouble])[0]
        assert seen.notice(PO, None).catalog.entries == ()
    assert history_file(project.settings).read_bytes().startswith(b"no database")


def test_a_name_that_is_no_utf_8_can_be_stored(project):
    assert storable(project.settings, project.root / "a\udcff.po") == "a\\udcff.po"


COMMENTED = "# Kas ta või tema?\n"


@pytest.mark.parametrize("way", ["deleted", "emptied"])
def test_a_comment_outlives_the_draft_that_it_was_written_to(project, days, way):
    path = drafted(project, "ferry", "The ferry sailed.", "The captain was late.")
    path.write_text(path.read_text("utf-8").replace("#. MT", f"{COMMENTED}#. MT", 1), "utf-8")
    days.look(path)
    if way == "deleted":
        path.unlink()
        found, _, _ = days.look()
    else:
        path.write_bytes(b"")
        found, _, _ = days.look(path)
    (entry,) = found[PO].catalog.entries
    assert (entry.msgid, entry.msgstr, entry.comments) == ("The ferry sailed.", "", ("Kas ta või tema?",))
    assert of_kind(entry, Hole) == ()
    assert found[PO].superseded == ()


def test_a_comment_at_a_former_paragraph_is_kept_when_its_entry_is_taken_out(project, days):
    path = drafted(project, "ferry", "The ferry sailed.")
    live = path.read_text("utf-8")
    path.write_text(f'{live}\n{COMMENTED}#~ msgid "It sank."\n#~ msgstr ""\n', "utf-8")
    days.look(path)
    path.write_text(live, "utf-8")
    found, _, _ = days.look(path)
    assert [(one.seen.entry.comments, one.reason) for one in found[PO].superseded] == [
        (("Kas ta või tema?",), Reason.REMOVED)
    ]


SENTENCES = (
    "The ferry sailed on Monday.",
    "The captain was late again.",
    "Nobody wanted to comment.",
    "It was cold there.",
)


def filled(path, *translated):
    """What a tool makes of a file that fills in the source wherever nobody has translated."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line != "#, fuzzy"]
    texts = {f'msgstr "Mustand: {source}"': f'msgstr "{source}"' for source in SENTENCES}
    texts |= {f'msgstr "Mustand: {source}"': 'msgstr "Inimese tekst."' for source in translated}
    path.write_text("\n".join(texts.get(line, line) for line in lines) + "\n", "utf-8")


def test_what_a_tool_fills_in_beside_a_days_work_of_a_person_is_no_translation(project, days):
    path = drafted(project, "ferry", *SENTENCES)
    days.look(path)
    filled(path, *SENTENCES[:2])
    found, _, units = days.look(path)
    assert [entry.msgstr for entry in found[PO].catalog.entries] == ["Inimese tekst.", "Inimese tekst.", "", ""]
    assert units == ["Inimese tekst.", "Inimese tekst."]


def test_a_comment_on_a_draft_does_not_say_that_the_source_stays(project, days):
    path = drafted(project, "ferry", *SENTENCES)
    path.write_text(path.read_text("utf-8").replace("#. MT", f"{COMMENTED}#. MT", 1), "utf-8")
    days.look(path)
    filled(path)
    found, _, units = days.look(path)
    assert [entry.msgstr for entry in found[PO].catalog.entries] == [""] * 4
    assert units == []


def test_a_text_in_review_waits_like_a_draft_when_a_tool_fills_in_the_source(project, days):
    path = drafted(project, "ferry", *SENTENCES[:2])
    approved = "".join(f'\nmsgid "{source}"\nmsgstr "Inimese tekst."\n' for source in SENTENCES[2:])
    path.write_text(
        path.read_text("utf-8").replace("Mustand: The captain", "Pooleli: The captain", 1) + approved, "utf-8"
    )
    days.look(path)
    path.write_text(path.read_text("utf-8").replace("Pooleli: ", "Mustand: "), "utf-8")
    filled(path)
    found, _, _ = days.look(path)
    assert [entry.msgstr for entry in found[PO].catalog.entries] == ["", "", "Inimese tekst.", "Inimese tekst."]


def test_sources_that_a_person_left_as_they_are_stay_theirs_when_a_tool_removes_the_lines_that_say_so(project, days):
    """Two of them at once look like what a tool fills in; these came on two days."""
    path = drafted(project, "ferry", *SENTENCES[:3])
    days.look(path)
    for source in SENTENCES[:2]:
        text = path.read_text("utf-8")
        approved = text.replace(f'#, fuzzy\nmsgid "{source}"\nmsgstr "Mustand: ', f'msgid "{source}"\nmsgstr "')
        path.write_text(approved, "utf-8")
        days.look(path)
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#.")]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    found, _, _ = days.look(path)
    assert [entry.msgstr for entry in found[PO].catalog.entries if not entry.fuzzy] == list(SENTENCES[:2])


def test_what_a_person_deletes_is_lost_no_more_though_a_tool_had_taken_its_approval_before(project, days):
    """Nor is a text remembered whose approval is gone, whoever took it: it would come back from the memory."""
    texts = [(source, f"Inimese tekst {number}.") for number, source in enumerate(SENTENCES)]
    path = project.catalog("ferry", *texts)
    days.look(path)
    path.write_text(path.read_text("utf-8").replace('msgid "The', '#, fuzzy\nmsgid "The'), "utf-8")
    path.write_text(path.read_text("utf-8").replace('msgid "Nobody', '#, fuzzy\nmsgid "Nobody'), "utf-8")
    path.write_text(path.read_text("utf-8").replace('msgid "It', '#, fuzzy\nmsgid "It'), "utf-8")
    _, _, units = days.look(path)
    assert units == []
    path.write_text(path.read_text("utf-8").replace(texts[0][1], ""), "utf-8")
    for _ in range(2):
        _, _, units = days.look(path)
        assert units == []
    assert [loss.texts for loss in noticing(project.settings, now=days.now)[0].history.losses()] == [3]


def test_where_a_person_has_left_one_source_as_it_is_the_next_one_is_theirs_too(project, days):
    """All that a short article has was its source then, and so a tool was thought to have filled it in."""
    path = drafted(project, "ferry", *SENTENCES[:2])
    days.look(path)
    for source in SENTENCES[:2]:
        text = path.read_text("utf-8")
        approved = text.replace(f'#, fuzzy\nmsgid "{source}"\nmsgstr "Mustand: ', f'msgid "{source}"\nmsgstr "')
        path.write_text(approved, "utf-8")
        found, _, _ = days.look(path)
    assert [entry.msgstr for entry in found[PO].catalog.entries] == list(SENTENCES[:2])
