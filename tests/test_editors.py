"""What real editors made of newsdesk's PO files, byte for byte: no person's word is lost, and no draft becomes one.

Each pair of `cases/editors` is a file as newsdesk wrote it, and the same file as a tool saved it: Poedit 3.2, Lokalize
22.12, Gtranslator 42, Emacs po-mode 0.21, OmegaT 3.6, Weblate 5.14 and the translate-toolkit.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests import editors
from translate.catalogs.reading import read
from translate.cli.project import CLOCK
from translate.core.entries.catalog import Entry
from translate.core.entries.losses import Reason
from translate.core.entries.stamp import Owner, owner
from translate.engines.identity import IdentityEngine
from translate.history.texts import History, Kept
from translate.settings import Settings
from translate.workflow.draft import draft
from translate.workflow.places import history_file

PAIRS = sorted((Path(__file__).parent / "cases/editors").glob("*/*.before.po"))
ARTICLE = "2026-11-20-esimene-stuudio-ferry"
PEOPLES = (
    "El transbordador Laidur navegará tres veces",
    "Hasta ahora, la línea cerraba",
    "Redacción: ",
    "El capitán Rein Laheots, que trabaja",
    "Järvetaga discrepó en parte. «",
)
"""How the texts begin that people wrote in these files; whatever else is fuzzy is as the engine drafted it."""


@dataclass
class Story:
    """What became of a file: seen by a night, saved by a tool, and run over until nothing was left to do."""

    tool: str
    was: Sequence[Entry]
    """As newsdesk wrote it."""
    seen: Sequence[Entry]
    """As a run left it before the tool came."""
    saved: Sequence[Entry]
    """As the tool saved it."""
    now: Sequence[Entry]
    """As the next run left it."""
    lost: int
    """How many texts that run told to be lost."""
    kept: Sequence[Kept]
    rests: bool
    """Whether a second run wrote nothing."""
    drafted: Sequence[Entry]
    """As a run left it that had an engine."""


def tell(root, before):
    """Have it happen, in a newsroom that has no engine at first: drafts that wait for a new one would tell nothing."""
    was, saved = (
        read(path.read_bytes(), "") for path in (before, before.with_name(before.name.replace("before", "after")))
    )
    settings = Settings(root.resolve(), "desk", "en", ("es",), engine="identity")
    po = root / f"locales/es/LC_MESSAGES/{ARTICLE}.po"

    def write(path, data):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def run():
        summary = draft(settings, now=datetime.now(UTC), clock=CLOCK)
        return read(po.read_bytes(), "").catalog.entries, sum(loss.texts for loss in summary.lost)

    write(root / "glossaries/es.csv", glossary(was.data.decode()).encode())
    write(root / f"articles/{ARTICLE}.txt", article(was.catalog.entries).encode())
    write(po, was.data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(IdentityEngine, "signature", lambda *_: None)
        seen, _ = run()
        write(po, saved.data)
        now, lost = run()
        data, time = po.read_bytes(), po.stat().st_mtime_ns
        run()
        rests = (po.read_bytes(), po.stat().st_mtime_ns) == (data, time)
    drafted, _ = run()
    with History(history_file(settings), home=None) as history:
        kept = history.kept()
    return Story(before.parent.name, was.catalog.entries, seen, saved.catalog.entries, now, lost, kept, rests, drafted)


def article(entries):
    """The article that a file is of."""
    lines = [entries[0].msgid, ""]
    for entry in entries[1:]:
        if entry.extracted[0].startswith("Footer 1 "):
            lines.append("--")
        lines.append(entry.msgid)
    return "\n".join([*lines, ""])


def glossary(text):
    """The glossary that a file's lines tell of."""
    rows = dict(re.findall(r"^#\. Glossary: (.+?) = (.+?) \[", text, re.MULTILINE))
    lines = (f"{term},{target},{'keep' if target == term else ''}\n" for term, target in rows.items())
    return "".join(("source,target,action\n", *lines))


def is_peoples(entry):
    """Whether a person wrote or approved the text, whatever newsdesk takes it for."""
    return entry.translated and (not entry.fuzzy or entry.msgstr.startswith(PEOPLES))


def texts_of_people(entries):
    return {entry.msgstr for entry in entries if is_peoples(entry)}


def flags(entry):
    return {line for line in entry.extracted if "[FLAG" in line}


@pytest.fixture(scope="module", params=PAIRS, ids=lambda path: "-".join((path.parent.name, path.name.split(".")[0])))
def story(request, tmp_path_factory):
    """What became of one pair."""
    return tell(tmp_path_factory.mktemp("desk"), request.param)


def test_there_is_a_pair_of_every_tool():
    assert {path.parent.name for path in PAIRS} == {
        "emacs-po-mode", "gtranslator", "lokalize", "omegat", "poedit", "pypo", "weblate",
    }  # fmt: skip


def test_whose_each_text_is_is_known_before_the_tool_comes(story):
    assert [(e.key, owner(e) is Owner.PERSON) for e in story.was] == [(e.key, is_peoples(e)) for e in story.was]
    before, seen = ([(e.key, e.msgstr, e.flags, flags(e)) for e in entries] for entries in (story.was, story.seen))
    assert before == seen


def test_no_text_of_a_person_is_lost(story):
    now = {entry.msgstr for entry in story.now if owner(entry) is Owner.PERSON}
    assert texts_of_people(story.saved) <= now
    assert texts_of_people(story.was) <= now | {one.seen.entry.msgstr for one in story.kept}


def test_no_draft_becomes_a_persons(story):
    now = {entry.msgstr for entry in story.now if owner(entry) is Owner.PERSON}
    assert now <= texts_of_people(story.was) | texts_of_people(story.saved)


def test_no_text_is_approved_that_nobody_approved(story):
    approved = {e.key for entries in (story.was, story.saved) for e in entries if e.translated and not e.fuzzy}
    assert {entry.key for entry in story.now if entry.translated and not entry.fuzzy} <= approved


def test_no_flag_is_lost_but_of_a_text_that_a_person_changed(story):
    now, saved = ({entry.key: entry for entry in entries} for entries in (story.now, story.saved))
    for entry in story.was:
        if entry.key not in saved or saved[entry.key].msgstr == entry.msgstr:
            assert flags(entry) <= flags(now[entry.key])


def test_no_comment_of_a_person_is_lost(story):
    now = {line for entry in story.now for line in entry.comments}
    assert {line for entries in (story.was, story.saved) for entry in entries for line in entry.comments} <= now


def test_a_second_run_writes_nothing(story):
    assert story.rests


def test_what_a_tool_dropped_is_told_and_no_draft_takes_its_place(story):
    lost = {one.seen.entry.key for one in story.kept if one.reason is Reason.LOST}
    blank = {entry.key for entry in story.saved if not entry.translated}
    exported = story.tool == "omegat"
    assert lost == (blank & {entry.key for entry in story.was if is_peoples(entry)} if exported else set())
    assert story.lost == len(lost)
    assert {entry.key for entry in story.drafted if not entry.translated} == lost
    assert texts_of_people(story.now) <= {entry.msgstr for entry in story.drafted}


@pytest.mark.parametrize("story", [path for path in PAIRS if re.search("noop|pot|msgmerge", path.name)], indirect=True)
def test_where_no_person_wrote_anything_each_line_is_as_it_was(story):
    assert story.now == story.seen


PROGRAMS = {
    "emacs-po-mode": editors.EMACS,
    "gtranslator": editors.GTRANSLATOR,
    "lokalize": editors.LOKALIZE,
    "omegat": editors.OMEGAT,
    "poedit": editors.POEDIT,
    "pypo": editors.PYPO,
    "weblate": editors.WEBLATE,
}


@pytest.mark.parametrize("before", [path for path in PAIRS if re.match("edited|noop|export", path.name)])
def test_the_editors_of_the_stateful_test_do_what_the_programs_did(before):
    saved = before.with_name(before.name.replace(".before.", ".after.")).read_bytes()
    catalog = read(saved, "").catalog
    minute = catalog.header.get("PO-Revision-Date")
    opened = read(before.read_bytes(), "")
    assert PROGRAMS[before.parent.name].saves(opened, catalog.entries, minute) == saved
