"""Newsroom, translators, editors and gettext's tools at work on one project, in any order: no word of a person is lost.

Nor is a translated article among the exports older than its article without a word. What a person wrote or approved,
and what an export said, is known here from having done it, and never asked of newsdesk. ``NEWSDESK_LONG=1``
plays ten thousand steps. ``NEWSDESK_PYPO`` names the Python of an environment with translate-toolkit: then its pypo
saves files, too.
"""

import functools
import inspect
import os
import re
import shutil
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests import editors as programs
from tests.programs import needs
from translate import plugins
from translate.catalogs.reading import PoFile, read
from translate.catalogs.writing import render
from translate.cli.project import CLOCK
from translate.core.entries.catalog import FUZZY, Entry
from translate.core.entries.noticing import notice
from translate.core.entries.template import template
from translate.core.results.exporting import ExportState
from translate.core.results.news import News, Policy
from translate.core.results.night import Limit
from translate.documents.plaintext import PlainText
from translate.engines.identity import IdentityEngine
from translate.errors import CatalogError
from translate.history.texts import History
from translate.ledger.pages import FILE, Ledger
from translate.memory.database import Memory
from translate.settings import Exporting, Reviewing, Settings, SubFolders
from translate.workflow.articles import listing
from translate.workflow.draft import draft_all
from translate.workflow.export import export
from translate.workflow.feeding import PLACE
from translate.workflow.missing import Voice
from translate.workflow.news import news
from translate.workflow.opening import opened
from translate.workflow.orders import Job, Orders
from translate.workflow.phases import draft_anew
from translate.workflow.places import catalog_path, history_file, shown_path, template_path
from translate.workflow.retiring import retire
from translate.workflow.shelves import in_shelf
from translate.workflow.status import status
from translate.workflow.steps import silently
from translate.workflow.terms import Glossaries
from translate.workflow.watch import Watch

LONG = os.environ.get("NEWSDESK_LONG") == "1"
PYPO = os.environ.get("NEWSDESK_PYPO")

pytestmark = [needs("msgcat", "msgconv", "msgfmt", "msgmerge", "msgattrib"), pytest.mark.timeout(7200)]

SENTENCES = (
    "The ferry Laidur sailed to the island at 6.45 a.m. on Monday.",
    "A ticket costs 3.20 euros for islanders.",
    "Captain Rein Laheots warned against great expectations.",
    "“Ice does not read timetables,” he said.",
    "The school bus waited in the harbor until noon.",
    "In December an exercise may delay some of the trips.",
    "Nobody at the ministry wanted to comment on the decision.",
    "The refit of the propeller was paid for by the fund.",
    "Ringvaade",
    "It snowed.",
)
WORDS = ("winter", "harbor", "quietly", "1,050", "ministry", "Laidur", "never")
TERMS = ("ferry,praam,", "Laidur,,keep", "ministry,ministeerium,", "ticket,pilet,", "Rein Laheots,,inflect")
NAMES = ("ferry", "harbor", "ice", "2026-11-27-winter")
BLANKS = ("", " ", "\u00a0", "\u200b\u00ad")
CONFLICTS = (
    "{}.sync-conflict-20261127-101010-ABCDEFG.po",
    "{} (conflicted copy 2026-11-27 101010).po",
    "{} (Anna's conflicted copy 2026-11-27).po",
    "{} - Copy.po",
    "{}.po.orig",
)
MACHINE, PERSON, STRANGER = "Masinast", "Inimese", "Võõras"
"""The words that every draft, every text of a person, and every one in a copy that is none of ours begins with."""
BULK = 4
"""So many drafts that are approved at once, in two articles, nobody has read."""
SOME = 3
"""So many texts of a file may a person delete at once."""

Key = tuple[str | None, str]

places = st.integers(0, 50)
sentences = st.sampled_from(SENTENCES)
EDITORS = {editor.name: editor for editor in programs.EDITORS}

editors = st.sampled_from(sorted(EDITORS))
nights = st.booleans()


def is_sentence(text: str) -> bool:
    """Whether a text is no name, which may be its own translation."""
    return sum(word.islower() for word in text.split()) >= SOME


class Machine(IdentityEngine):
    """Drafts that can be told from their source, and from everything that a person writes."""

    def translate(self, sentences, source, target, **options):
        offers = super().translate(sentences, source, target, **options)
        return [tuple(replace(one, text=f"{MACHINE} {one.text}") for one in offer) for offer in offers]


@pytest.fixture(autouse=True)
def machine(monkeypatch):
    monkeypatch.setattr("translate.plugins.load_engine", lambda *_, **__: Machine())
    # What is installed does not change, and looking for it would take half of the time.
    monkeypatch.setattr("translate.plugins._installed", functools.cache(plugins._installed))


@dataclass(eq=False)
class Story:
    """An article, and what people have done in its PO file."""

    name: str
    lines: list[str]
    versions: list[list[str]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """What it was called before, as long as there may be a PO file of that name."""
    is_away: bool = False
    """Whether the newsroom has withdrawn it."""
    missed: int = 0
    """So many nights in a row it was."""


@dataclass
class Desk:
    """What people have approved in one PO file, as they know it themselves."""

    approved: defaultdict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))
    given_up: list[tuple[Key, str, bool]] = field(default_factory=list)
    """What a person no longer approves since the last night, and whether the text itself is gone."""
    unmeant: set[tuple[Key, str]] = field(default_factory=set)
    """The sources that a tool has filled in since."""
    is_shaken: bool = False
    """Whether a tool has dropped texts since."""
    torn: set[Key] = field(default_factory=set)
    """Where people's texts were before the whole file went."""
    holes: set[Key] = field(default_factory=set)
    """The same, when newsdesk has seen it."""
    filled: set[tuple[Key, str]] = field(default_factory=set)
    """What newsdesk has taken over from other files, and nobody has approved here."""
    saved: list[tuple[bytes, dict[Key, set[str]], set[tuple[Key, str]]]] = field(default_factory=list)
    """The file as it was after each night, and what was approved, and filled, then."""


class Newsroom(RuleBasedStateMachine):
    """Two articles in one locale; what people wrote is remembered beside them."""

    sub_folders = SubFolders.NEVER

    def __init__(self):
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="newsroom-")).resolve()
        self.settings = Settings(
            self.root, "ferry-news", "en", ("et",), engine="identity", review=Reviewing(bulk_entries=BULK),
            sub_folders=self.sub_folders,
        )  # fmt: skip
        for name in ("articles", "glossaries"):
            (self.root / name).mkdir()
        self.folder = self.root / "locales/et/LC_MESSAGES"
        self.stories = [
            Story("ferry", ["Ferry sails through the winter", *SENTENCES[:2], " ".join(SENTENCES[2:5])]),
            Story("harbor", ["Harbor waits for the ferry", SENTENCES[1], SENTENCES[5], SENTENCES[6], SENTENCES[8]]),
        ]
        self.desks: defaultdict[str, Desk] = defaultdict(Desk)
        """By the name of the PO file."""
        self.ever: set[tuple[Key, str]] = set()
        """All that was ever approved anywhere."""
        self.looked: dict[str, dict[Key, Entry]] = {}
        """The entries of each file after the last night."""
        self.written = 0
        self.texts: set[str] = set()
        """What people wrote, each text once in the world."""
        self.comments: set[str] = set()
        self.known: set[str] = set()
        """Those of the texts and comments that newsdesk has had a chance to see."""
        self.strays: dict[Path, bytes] = {}
        self.exports: dict[Path, tuple[Story, list[str]]] = {}
        """What lies among the exports without a mark: of which article it is, and what that said then."""
        self.day = datetime.now(UTC).replace(microsecond=0)
        for story in self.stories:
            self.publish(story, story.lines, night=False)
        self.glossary(set(), night=True)

    def teardown(self):
        shutil.rmtree(self.root)

    # --- what there is

    def article(self, story) -> Path:
        return self.root / f"articles/{story.name}.txt"

    def po(self, name) -> Path:
        return catalog_path(self.settings, "et", name)

    def pot(self, name) -> Path:
        return template_path(self.settings, name)

    @property
    def open_stories(self) -> list[Story]:
        """The articles that a translator finds work in."""
        return [story for story in self.stories if not story.is_away and self.po(story.name).exists()]

    def file(self, name) -> PoFile:
        return read(self.po(name).read_bytes(), f"{name}.po")

    def files(self) -> dict[str, PoFile]:
        """All PO files of the project but the copies that are none of ours."""
        paths = sorted(set(self.folder.rglob("*.po")) - self.strays.keys())
        return {path.stem: self.file(path.stem) for path in paths}

    def new_text(self, kind):
        self.written += 1
        return f"{PERSON} {kind} number {self.written}."

    # --- the newsroom

    def publish(self, story, lines, *, night):
        story.versions.append(story.lines)
        story.lines = [line for line in lines if line.strip()] or story.lines
        if not story.is_away:
            self.article(story).write_text("\n\n".join(story.lines) + "\n", "utf-8")
        self.run(night)

    def rewrite(self, which, change, night):
        story = self.stories[which % len(self.stories)]
        self.publish(story, change(list(story.lines)), night=night)

    @rule(which=places, at=places, word=st.sampled_from(WORDS), place=places, night=nights)
    def a_word_is_changed(self, which, at, word, place, night):
        def change(lines):
            words = lines[at % len(lines)].split()
            words[place % len(words)] = word
            lines[at % len(lines)] = " ".join(words)
            return lines

        self.rewrite(which, change, night)

    @rule(which=places, at=places, sentence=sentences, night=nights)
    def a_sentence_is_added(self, which, at, sentence, night):
        def change(lines):
            lines[at % len(lines)] += f" {sentence}"
            return lines

        self.rewrite(which, change, night)

    @rule(which=places, at=places, sentence=sentences, night=nights)
    def a_paragraph_is_inserted(self, which, at, sentence, night):
        def change(lines):
            at_line = at % (len(lines) + 1)
            return [*lines[:at_line], sentence, *lines[at_line:]]

        self.rewrite(which, change, night)

    @rule(which=places, at=places, night=nights)
    def a_paragraph_is_removed(self, which, at, night):
        def change(lines):
            del lines[at % len(lines)]
            return lines

        self.rewrite(which, change, night)

    @rule(which=places, at=places, night=nights)
    def a_paragraph_is_split(self, which, at, night):
        def change(lines):
            here = at % len(lines)
            return [*lines[:here], *re.split(r"(?<=[.”]) ", lines[here], maxsplit=1), *lines[here + 1 :]]

        self.rewrite(which, change, night)

    @rule(which=places, at=places, night=nights)
    def two_paragraphs_are_joined(self, which, at, night):
        def change(lines):
            here = at % len(lines)
            return [*lines[:here], " ".join(lines[here : here + 2]), *lines[here + 2 :]]

        self.rewrite(which, change, night)

    @rule(which=places, at=places, to=places, night=nights)
    def a_paragraph_is_moved(self, which, at, to, night):
        def change(lines):
            line = lines.pop(at % len(lines))
            lines.insert(to % (len(lines) + 1), line)
            return lines

        self.rewrite(which, change, night)

    @rule(which=places, back=st.integers(1, 5), night=nights)
    def an_older_version_returns(self, which, back, night):
        story = self.stories[which % len(self.stories)]
        self.publish(story, story.versions[-min(back, len(story.versions))], night=night)

    @rule(which=places, name=st.sampled_from(NAMES), night=nights)
    def an_article_is_renamed(self, which, name, night):
        story = self.stories[which % len(self.stories)]
        if name not in {other.name for other in self.stories}:
            if not story.is_away:
                self.article(story).rename(self.root / f"articles/{name}.txt")
            story.names.append(story.name)
            story.name = name
        self.run(night)

    @rule(which=places, night=nights)
    def an_article_is_withdrawn(self, which, night):
        story = self.stories[which % len(self.stories)]
        if all(not other.is_away for other in self.stories):
            story.is_away = True
            self.article(story).unlink()
        self.run(night)

    @rule(night=nights)
    def an_article_that_was_withdrawn_returns(self, night):
        for story in self.stories:
            story.is_away = False
            self.article(story).write_text("\n\n".join(story.lines) + "\n", "utf-8")
        self.run(night)

    @rule(terms=st.sets(st.sampled_from(TERMS)), night=nights)
    def glossary(self, terms, night):
        (self.root / "glossaries/et.csv").write_text("\n".join(["source,target,action", *sorted(terms)]), "utf-8")
        self.run(night)

    @rule()
    def a_night_passes(self):
        self.run(night=True)

    # --- translators

    def edit(self, which, at, change, night, editor="Poedit"):
        """Have a person change one entry in an editor."""
        if not (stories := self.open_stories):
            return
        name = stories[which % len(stories)].name
        file = self.file(name)
        entries = list(file.catalog.entries)
        if entries:
            at %= len(entries)
            was, entries[at] = entries[at], change(entries[at])
            if file.charset != "utf-8":  # Not all can be written in it.
                entries[at] = replace(
                    entries[at], msgstr=entries[at].msgstr.encode(file.charset, "ignore").decode(file.charset)
                )
            self.po(name).write_bytes(EDITORS[editor].saves(file, entries, self.day.strftime("%Y-%m-%d %H:%M+0000")))
            self.judge(name, was, self.file(name).catalog.by_key()[was.key])
            self.forget_unseen()
        self.run(night)

    def judge(self, name, was, now):
        """Know what a person means by a change."""
        desk = self.desks[name]
        if was.msgstr and (was.msgstr != now.msgstr or (now.fuzzy and not was.fuzzy)):
            desk.given_up.append((was.key, was.msgstr, was.msgstr != now.msgstr))
        # Whoever wants the source to stay may say so in a comment, too.
        means_it = was.fuzzy or was.msgstr != now.msgstr or (now.msgstr == now.msgid and was.comments != now.comments)
        if not now.fuzzy and means_it:
            self.approve(name, now)
        if was != now:
            desk.holes.discard(was.key)

    def approve(self, name, entry):
        """Know that a person approves an entry."""
        before = self.looked.get(name, {}).get(entry.key)
        is_seen = before is None or (before.msgstr, before.fuzzy) != (entry.msgstr, False)
        if not is_seen or not entry.msgstr.strip("".join(BLANKS)):
            return
        self.desks[name].approved[entry.key].add(entry.msgstr)
        self.desks[name].filled.discard((entry.key, entry.msgstr))
        self.ever.add((entry.key, entry.msgstr))

    @rule(which=places, at=places, editor=editors, night=nights)
    def an_entry_is_translated(self, which, at, editor, night):
        text = self.new_text("tõlge")

        def change(entry):
            if entry.msgid_plural is not None or entry.obsolete:
                return entry
            self.texts.add(text)
            flags = tuple(flag for flag in entry.flags if flag != FUZZY)
            return replace(entry, msgstr=text, flags=flags, previous_msgid=None, previous_msgctxt=None)

        self.edit(which, at, change, night, editor)

    @rule(which=places, at=places, editor=editors, night=nights)
    def an_entry_is_half_translated(self, which, at, editor, night):
        text = self.new_text("katkend")

        def change(entry):
            if entry.msgid_plural is not None or entry.obsolete:
                return entry
            self.texts.add(text)
            return replace(entry, msgstr=text, flags=tuple(dict.fromkeys((FUZZY, *entry.flags))))

        self.edit(which, at, change, night, editor)

    @rule(which=places, at=places, keeps_previous=st.booleans(), editor=editors, night=nights)
    def an_entry_is_approved(self, which, at, keeps_previous, editor, night):
        def change(entry):
            flags = tuple(flag for flag in entry.flags if flag != FUZZY)
            if keeps_previous:
                return replace(entry, flags=flags)
            return replace(entry, flags=flags, previous_msgid=None, previous_msgctxt=None)

        self.edit(which, at, change, night, editor)

    @rule(which=places, at=places, editor=editors)
    def a_source_is_left_as_it_is(self, which, at, editor):
        """A quotation in the target language; a night lies between two, as a tool fills many at once."""
        self.run(night=True)

        def change(entry):
            if entry.msgid_plural is not None or entry.obsolete:
                return entry
            flags = tuple(flag for flag in entry.flags if flag != FUZZY)
            return replace(entry, msgstr=entry.msgid, flags=flags, previous_msgid=None, previous_msgctxt=None)

        self.edit(which, at, change, True, editor)

    @rule(which=places, at=places, editor=editors, night=nights)
    def an_entry_is_marked_for_work(self, which, at, editor, night):
        def change(entry):
            return replace(entry, flags=tuple(dict.fromkeys((FUZZY, *entry.flags)))) if entry.translated else entry

        self.edit(which, at, change, night, editor)

    @rule(which=places, at=places, blank=st.sampled_from(BLANKS), editor=editors, night=nights)
    def an_entry_is_cleared(self, which, at, blank, editor, night):
        def change(entry):
            return entry if entry.obsolete or entry.msgid_plural else replace(entry, msgstr=blank)

        self.edit(which, at, change, night, editor)

    @rule(which=places, at=places, editor=editors, night=nights)
    def a_comment_is_written(self, which, at, editor, night):
        comment = self.new_text("märkus")

        def change(entry):
            self.comments.add(comment)
            return replace(entry, comments=(*entry.comments, comment))

        self.edit(which, at, change, night, editor)

    @rule(which=places, at=places, night=nights)
    def another_tool_adds_a_plural(self, which, at, night):
        one, other = self.new_text("üks"), self.new_text("teised")
        new = Entry(
            f"{self.written} ship", msgid_plural=f"{self.written} ships", msgstr_plural=(one, other), flags=("no-wrap",)
        )

        def add(file):
            self.texts |= {one, other}
            entries = list(file.catalog.entries)
            entries.insert(at % (len(entries) + 1), new)
            return self.rendered(file, entries)

        self.tool(which, add, night=night)

    # --- the programs that they use

    def tool(self, which, save: Callable[[PoFile], bytes], *, night, approves=lambda _was, _now: False, drops=False):
        """Have a program save a file.

        Args:
            which: The article.
            save: What it makes of the file.
            night: Whether newsdesk runs after it.
            approves: Whether a person meant an entry to be approved by it, of what was not.
            drops: Whether it drops what people wrote.
        """
        if not (stories := self.open_stories):
            return
        name = stories[which % len(stories)].name
        desk = self.desks[name]
        desk.torn.clear()
        file = self.file(name)
        self.po(name).write_bytes(save(file))
        now = self.file(name).catalog.by_key()
        for was in file.catalog.entries:
            new = now.get(was.key)
            if new is not None and new.msgstr and not new.fuzzy and (was.fuzzy or was.msgstr != new.msgstr):
                if approves(was, new):
                    self.approve(name, new)
                    desk.holes.discard(new.key)
                if new.msgstr == new.msgid:
                    desk.unmeant.add((new.key, new.msgstr))
            elif new is not None and was.msgstr == new.msgstr and new.fuzzy and not was.fuzzy:
                desk.given_up.append((was.key, was.msgstr, False))
        if drops:
            self.shake(name)
        self.forget_unseen()  # Where there is no header, letters are gone.
        self.run(night)

    def shake(self, name):
        """Know that a tool, or a mishap, has dropped what people wrote."""
        self.desks[name].is_shaken = True
        self.forget_unseen()

    def forget_unseen(self):
        """What nobody has seen but whoever wrote it is gone where it stands nowhere any more."""
        everywhere = self.everywhere()
        self.texts = {text for text in self.texts if text in self.known or text in everywhere}
        self.comments = {line for line in self.comments if line in self.known or line in everywhere}

    def command(self, *command) -> Callable[[PoFile], bytes]:
        """A program that tells what it makes of ``PO``, and of ``POT``."""

        def save(file):
            path = self.po(Path(file.path).stem)
            words = [str({"PO": path, "POT": self.pot(path.stem)}.get(word, word)) for word in command]
            done = subprocess.run(words, check=False, capture_output=True, cwd=self.root)
            # Not every text can be written in every charset.
            assert not done.returncode or "msgconv" in command, done.stderr
            return file.data if done.returncode else done.stdout or file.data

        return save

    @rule(
        which=places, options=st.sampled_from([(), ("--no-wrap",), ("--sort-output",), ("--width=50",)]), night=nights
    )
    def msgcat_saves(self, which, options, night):
        self.tool(which, self.command("msgcat", "--force-po", *options, "PO"), night=night)

    @rule(which=places, options=st.sampled_from([("-N",), ("--previous",), ("--previous", "-N"), ()]), night=nights)
    def the_file_is_updated_from_the_pot(self, which, options, night):
        """Poedit's menu and Weblate's add-on do so: all lines of newsdesk are gone."""
        self.tool(which, self.command("msgmerge", "-q", *options, "PO", "POT", "-o", "-"), night=night, drops=True)

    @rule(which=places, night=nights)
    def msgattrib_approves_all(self, which, night):
        self.tool(
            which,
            self.command("msgattrib", "--clear-fuzzy", "--clear-previous", "PO"),
            night=night,
            approves=lambda _was, _now: True,
        )

    @rule(which=places, night=nights)
    def msgattrib_marks_all(self, which, night):
        self.tool(which, self.command("msgattrib", "--set-fuzzy", "PO"), night=night)

    @rule(which=places, night=nights)
    def msgattrib_drops_the_obsolete(self, which, night):
        self.tool(which, self.command("msgattrib", "--no-obsolete", "PO"), night=night, drops=True)

    @rule(which=places, copies=st.booleans())
    def omegat_exports(self, which, copies):
        """No fuzzy flag, no previous source; what was fuzzy is empty, or the source."""

        def exported(entry):
            if entry.obsolete or (not entry.fuzzy and (entry.translated or not copies)):
                return entry
            return replace(
                entry,
                msgstr=(entry.msgid if copies else "") if entry.msgid_plural is None else "",
                msgstr_plural=("",) * len(entry.msgstr_plural),
                flags=tuple(flag for flag in entry.flags if flag != FUZZY),
                previous_msgid=None,
                previous_msgctxt=None,
                previous_msgid_plural=None,
            )

        self.fill(which, exported, lambda file, entries: programs.OMEGAT.saves(file, entries, ""))

    @rule(which=places)
    def a_tool_fills_in_the_source(self, which):
        """Crowdin does, into whatever nobody has approved."""

        def filled(entry):
            if entry.obsolete or entry.msgid_plural is not None or (entry.msgstr and not entry.fuzzy):
                return entry
            flags = tuple(flag for flag in entry.flags if flag != FUZZY)
            return replace(entry, msgstr=entry.msgid, flags=flags, previous_msgid=None, previous_msgctxt=None)

        self.fill(which, filled, self.rendered)

    def fill(self, which, change, save):
        """Have a tool put sources, or nothing, into the place of what nobody has approved; then comes the night."""
        copies: list[Entry] = []

        def made(file):
            entries = tuple(map(change, file.catalog.entries))
            changed = (new for was, new in zip(file.catalog.entries, entries, strict=True) if was.msgstr != new.msgstr)
            copies.extend(new for new in changed if is_sentence(new.msgid) and new.msgstr)
            return save(file, entries)

        def meant(was, now):
            """A name is its own translation, and so is one sentence alone, and what somebody has just commented on."""
            looked = self.looked.get(self.open_stories[which % len(self.open_stories)].name, {}).get(was.key)
            is_told = bool(was.comments) and (looked is None or looked.comments != was.comments)
            return is_told or was.msgstr == now.msgid or len(copies) < 2 or not is_sentence(now.msgid)

        self.tool(which, made, night=True, drops=True, approves=meant)

    def rendered(self, file, entries) -> bytes:
        return render(replace(file.catalog, entries=tuple(entries)), file)

    @precondition(lambda _: PYPO)
    @rule(which=places, night=nights)
    def pypo_saves(self, which, night):
        read = "import sys; from translate.storage.pypo import pofile; file = pofile.parsefile(sys.argv[1])"
        program = f"{read}; sys.stdout.buffer.write(bytes(file))"
        self.tool(which, self.command(PYPO, "-I", "-c", program, "PO"), night=night)

    @rule(which=places, night=nights)
    def msgconv_saves_in_another_charset(self, which, night):
        self.tool(which, self.command("msgconv", "-t", "CP1257", "PO"), night=night)

    @rule()
    def a_script_approves_every_draft(self):
        """Nobody has read them, unless they are few or of one article."""
        self.run(night=True)
        drafts = {s.name: [e for e in self.live(s.name) if self.is_draft(e)] for s in self.open_stories}
        by_a_script = sum(map(len, drafts.values())) >= BULK and all(drafts.values()) and len(drafts) > 1
        alone = {(name, entry.key) for name, found in drafts.items() for entry in found} if by_a_script else set()
        for place, story in enumerate(self.open_stories):
            self.tool(
                place,
                self.command("msgattrib", "--clear-fuzzy", "--clear-previous", "PO"),
                night=False,
                approves=lambda _was, now, name=story.name: (name, now.key) not in alone,
            )
        self.run(night=True)

    def live(self, name) -> list[Entry]:
        return [entry for entry in self.file(name).catalog.entries if not entry.obsolete]

    def is_draft(self, entry):
        ever = {text for _, text in self.ever}
        ours = entry.msgstr.startswith(MACHINE) and PERSON not in entry.msgstr and entry.msgstr not in ever
        return ours and entry.fuzzy and entry.previous_msgid is None

    def is_peoples(self, name, entry):
        """Whether a person wrote or approved a text in this very file."""
        if entry.obsolete or (entry.key, entry.msgstr) in self.desks[name].filled or self.is_unconfirmed(entry):
            return False
        return PERSON in entry.msgstr or (not entry.fuzzy and entry.msgstr in self.desks[name].approved[entry.key])

    # --- mishaps

    def mishap(self, which, data: Callable[[bytes], bytes | None]) -> str | None:
        """Have a file hold something else, or not be there."""
        if not (stories := self.open_stories):
            return None
        name = stories[which % len(stories)].name
        new = data(self.po(name).read_bytes())
        if new is None:
            self.po(name).unlink()
        else:
            self.po(name).write_bytes(new)
        return name

    @rule(which=places, gone=st.booleans(), night=nights)
    def a_file_is_emptied_or_deleted(self, which, gone, night):
        if name := self.mishap(which, lambda _: None if gone else b""):
            self.desks[name].torn |= {entry.key for entry in self.looked[name].values() if self.is_peoples(name, entry)}
            self.shake(name)
        self.run(night)

    @rule(which=places, at=st.floats(0, 1), entry=st.booleans(), mends=st.sampled_from(["back", "empty", "none"]))
    def a_file_is_cut(self, which, at, entry, mends):
        """In the middle of a text it is no PO file; then somebody puts a copy in its place, or takes it away."""
        whole = b""

        def cut(data):
            nonlocal whole
            whole = data
            end = int(at * len(data))
            return data[: data.rfind(b"\n\n", 0, end) + 1] if entry else data[:end]

        name = self.mishap(which, cut)
        if name is None:
            return
        try:
            self.file(name)
        except CatalogError:
            self.run(night=True, broken=self.po(name))
            if mends == "back":
                self.po(name).write_bytes(whole)
            elif mends == "empty":
                self.po(name).write_bytes(b"")
            else:
                self.po(name).unlink()
        if not self.po(name).exists() or self.po(name).read_bytes() != whole:
            self.shake(name)
        self.run(night=True)

    @rule(which=places, charset=st.sampled_from(["ISO-8859-1", "ISO-8859-15", "CP1257"]))
    def the_header_lies_of_the_charset(self, which, charset):
        """Then nobody reads the file, until somebody has put that right."""
        whole = b""

        def lying(data):
            nonlocal whole
            whole = data
            return data.replace(b"charset=UTF-8", f"charset={charset}".encode())

        name = self.mishap(which, lying)
        if name is not None and not whole.isascii() and self.po(name).read_bytes() != whole:
            self.run(night=True, broken=self.po(name))
            self.po(name).write_bytes(whole)
        self.run(night=True)

    @rule(which=places, back=st.integers(1, 4))
    def an_older_copy_comes_back(self, which, back):
        """A merge that went wrong."""
        self.set_back(which, back)
        self.run(night=True)

    @rule(which=places, back=st.integers(1, 4), at=places, editor=editors)
    def an_editor_saves_over_newsdesks_file(self, which, back, at, editor):
        """It had the file open over night, and somebody at it."""
        self.set_back(which, back)
        self.an_entry_is_translated(which=which, at=at, editor=editor, night=True)

    def set_back(self, which, back):
        """Have a file be what it was some nights ago."""
        if not (stories := self.open_stories):
            return
        name = stories[which % len(stories)].name
        desk = self.desks[name]
        if desk.saved:
            data, approved, filled = desk.saved[-min(back, len(desk.saved))]
            self.po(name).write_bytes(data)
            desk.filled = set(filled)
            for key, found in approved.items():
                desk.approved[key] |= found
            desk.holes.clear()
            desk.torn.clear()
            self.shake(name)
            # Whether a comment was deleted or never there nobody can tell.
            everywhere = self.everywhere()
            self.comments = {line for line in self.comments if line in everywhere}

    @rule(which=places, pattern=st.sampled_from(CONFLICTS), night=nights)
    def a_conflict_copy_lies_beside_it(self, which, pattern, night):
        if not (stories := self.open_stories):
            return
        name = stories[which % len(stories)].name
        file = self.file(name)
        self.written += 1
        entries = tuple(
            replace(entry, msgstr=f"{STRANGER} number {self.written}.{place}.", flags=())
            if entry.msgid_plural is None
            else entry
            for place, entry in enumerate(file.catalog.entries)
        )
        path = self.po(name).with_name(pattern.format(name))
        path.write_bytes(self.rendered(file, entries))
        self.strays[path] = path.read_bytes()
        self.run(night)

    # --- what leaves the house

    @rule(outdated=st.sampled_from(Policy), withdrawn=st.sampled_from([Policy.MOVE, Policy.REMOVE]))
    def the_newsroom_decides_what_is_done_with_what_is_not_true(self, outdated, withdrawn):
        self.settings = replace(self.settings, export=Exporting(outdated, withdrawn))

    @rule(with_drafts=st.booleans(), night=nights)
    def the_newsroom_exports(self, with_drafts, night):
        before = self.lying()
        done = export(self.settings, now=self.day, allow_drafts=with_drafts)
        assert not [trouble for trouble in done.troubles if "newsdesk restore" not in trouble.message], done.troubles
        stories = {f"articles/{story.name}.txt": story for story in self.stories}
        for one in done.articles:
            path = self.root / one.path
            if one.state is not ExportState.STOPPED:
                self.exports.pop(path, None)
                if not one.obstacles:
                    self.exports[path] = (stories[one.article], list(stories[one.article].lines))
        told = News(outdated=done.outdated, withdrawals=done.withdrawals)
        self.check_exports_are_true(before, told, {self.root / one.path for one in done.taken})
        if not with_drafts:
            gone = {self.root / left.path for one in done.withdrawals for left in one.exports}
            marked = [path for path in self.lying().keys() - gone if "[DRAFT] " in path.read_text("utf-8")]
            assert not marked, ("a draft's mark among the exports", marked)
        self.run(night)

    @rule(which=places, editor=editors, night=nights)
    def an_article_goes_to_press(self, which, editor, night):
        """All of it is translated, and approved."""
        if not (stories := self.open_stories):
            return
        story = stories[which % len(stories)]
        for at, entry in enumerate(self.file(story.name).catalog.entries):
            if not entry.obsolete and entry.msgid_plural is None:
                self.an_entry_is_translated(which=which, at=at, editor=editor, night=False)
        self.run(night)
        self.the_newsroom_exports(with_drafts=False, night=False)

    @precondition(lambda self: any(not story.is_away for story, _ in self.exports.values()))
    @rule(night=nights)
    def an_article_is_withdrawn_that_was_published(self, night):
        story = next(story for story, _ in self.exports.values() if not story.is_away)
        self.an_article_is_withdrawn(which=self.stories.index(story), night=night)

    @precondition(lambda self: any(story.is_away for story in self.stories))
    @rule(which=places, night=nights)
    def the_newsroom_retires_what_is_gone(self, which, night):
        story = self.stories[which % len(self.stories)]
        if story.is_away and not any(story.name in other.names for other in self.stories):
            retire(self.settings, [self.article(story)], dry_run=False, now=self.day)
            place = self.root / f"exports/et/articles/{story.name}.txt"
            assert not place.exists()
            self.exports.pop(place, None)
        self.run(night)

    @rule()
    def a_feed_breaks_for_a_night(self):
        """Nothing moves, and the nights before it and behind it are not in a row."""
        before, missed = self.lying(), self.missed()
        whole = {self.article(story): self.article(story).read_bytes() for story in self.stories if not story.is_away}
        for path in whole:
            path.write_text(f"Sign in\n\nPlease accept all cookies of {path.stem}.\n", "utf-8")
        watch = Watch(self.day, lambda: 0.0, lambda _: None)
        with Ledger(self.root / FILE, home=None) as ledger:
            orders = Orders(limit=Limit(entries=0))
            glossaries = Glossaries(self.settings)
            drafted = draft_anew(Job(self.settings, orders, glossaries, ledger, self.day, CLOCK, watch, silently))
        assert drafted.is_stopped
        news(self.settings, (), listing(self.settings), now=self.day, voice=Voice.STOPPED)
        # Whoever is back is missed no more, though the feed has nothing of it to say.
        back = {shown_path(self.settings, path) for path in whole}
        withdrawn = {article: one for article, one in missed.items() if one.nights >= 2 and article not in back}
        assert (self.lying(), self.missed()) == (before, withdrawn)
        for story in self.stories:
            story.missed = story.missed if story.is_away and story.missed >= 2 else 0
        for path, data in whole.items():
            path.write_bytes(data)

    def lying(self) -> dict[Path, bytes]:
        """The translated articles among the exports."""
        return {path: path.read_bytes() for path in (self.root / "exports/et").rglob("*") if path.is_file()}

    def missed(self):
        with History(history_file(self.settings), home=None) as history:
            return history.exports.missed()

    def see_what_holds(self, offered):
        """What a night tells of exports when it has drafted."""
        for story in self.stories:
            story.missed = story.missed + 1 if story.is_away else 0
        before = self.lying()
        found, troubles = news(
            self.settings, (), listing(self.settings), now=self.day, voice=Voice.NIGHT, renamed=offered
        )
        assert not troubles, troubles
        self.check_exports_are_true(before, found)
        there = {f"articles/{story.name}.txt" for story in self.stories if not story.is_away}
        for story in self.stories:
            may_be_renamed = {shown_path(self.settings, self.po(name)) for name in (story.name, *story.names)} & offered
            if story.missed >= 2 and not may_be_renamed:
                left = [
                    path for path, (of, _) in self.exports.items() if of is story and self.source(path) not in there
                ]
                assert not left, ("withdrawn, and still among the exports", left)

    def source(self, path) -> str:
        """The path of the article that has its translation there."""
        return path.relative_to(self.root / "exports/et").as_posix()

    def check_exports_are_true(self, before, told, taken=frozenset()):
        """Hold the exports against what the articles say now; ``before``: what lay there, ``told``: what is said."""
        named = {self.root / one.path for one in told.outdated}
        gone = {self.root / left.path for one in told.withdrawals for left in one.exports}
        after = self.lying()
        untrue, true = set(), set()
        for path, (story, lines) in self.exports.items():
            # Where the name is another article's by now, both may be meant.
            now = [other.lines for other in self.stories if self.source(path) == f"articles/{other.name}.txt"]
            if story.is_away or lines not in [story.lines, *now]:
                untrue.add(path)
            elif all(lines == one for one in now):
                true.add(path)
        silent = untrue - named - gone - taken
        assert not silent, ("older than its article, and not told", silent)
        false = named & true
        assert not false, ("told, and as its article", false)
        there = {f"articles/{story.name}.txt" for story in self.stories if not story.is_away}
        assert not {one.article for one in told.withdrawals} & there
        lost = before.keys() - after.keys() - named - gone - taken
        assert not lost, ("taken out without a word", lost)
        self.exports = {path: one for path, one in self.exports.items() if path in after}

    # --- newsdesk

    def run(self, night, broken=None):
        if not night:
            return
        before = {s.name: self.po(s.name).read_bytes() for s in self.open_stories if self.po(s.name) != broken}
        for data in before.values():
            self.see(data)
        theirs = {name: self.approvals(name) for name in before}
        stood = {s.name: self.standing(s) for s in self.stories} if broken is None else {}
        offered = self.draft(broken)
        if broken is None:
            self.check_looks()
        self.see_what_holds(offered)
        files = self.state()
        self.draft(broken)
        written = [(files.get(path), now) for path, now in self.state().items() if files.get(path) != now]
        assert not written, ("nothing is new, and something was written", written)
        self.part()
        if broken is not None:
            return
        self.settle()
        for name, approved in theirs.items():
            now = {entry.key for entry in self.live(name)}
            lost = {one for one in approved if one[0] in now} - self.approvals(name)
            assert not lost, ("approved no longer", name, lost)
        for story in self.stories:
            if not story.is_away:
                self.check_file(story, stood[story.name])
        self.save()
        self.check_words()
        self.check_memory()
        self.check_exports()

    @invariant()
    def counting_from_the_ledger_is_counting(self):
        now = datetime.now(UTC) + timedelta(seconds=1)  # When no file is fresh.
        told = status(self.settings, now=now)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Ledger, "some", lambda *_: {})
            assert told == status(self.settings, now=now)

    def approvals(self, name) -> set[tuple[Key, str]]:
        """What people have approved in a file, and what stands in it so."""
        desk = self.desks[name]
        found = {(e.key, e.msgstr) for e in self.live(name) if not e.fuzzy and e.msgstr in desk.approved[e.key]}
        return found - desk.unmeant - desk.filled

    def standing(self, story) -> set[tuple[Key, str]]:
        """What is approved in the file of an article, under whatever name, by whomever."""
        there = [name for name in (story.name, *story.names) if self.po(name).exists()]
        return {(e.key, e.msgstr) for name in there for e in self.live(name) if not e.fuzzy and e.msgstr}

    def draft(self, broken):
        self.day += timedelta(days=1)
        bytes_before = broken and broken.read_bytes()
        with (
            Ledger(self.root / FILE, home=None) as ledger,
            opened(
                self.settings, glossaries=Glossaries(self.settings), ledger=ledger, now=self.day, clock=CLOCK
            ) as ready,
        ):
            summary = draft_all(ready)
        troubles = [trouble for trouble in summary.troubles if "newsdesk restore" not in trouble.message]
        assert bool(troubles) is bool(broken), troubles
        assert bytes_before == (broken and broken.read_bytes())
        return ready.offered

    def state(self):
        paths = [path for path in (self.root / "locales").rglob("*") if path.is_file()]
        return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}

    def see(self, data):
        entries = read(data, "").catalog.entries
        there = "\n".join(text for e in entries for text in (e.msgstr, *e.msgstr_plural, *e.comments))
        self.known |= {text for text in self.texts | self.comments if text in there}

    def follow(self, story):
        """A PO file follows its article to another name, with all that people have done in it."""
        now = self.desks[story.name]
        for name in [name for name in story.names if not self.po(name).exists() and self.po(story.name).exists()]:
            then = self.desks.pop(name, Desk())
            for key, found in then.approved.items():
                now.approved[key] |= found
            now.given_up += then.given_up
            now.holes |= then.holes
            now.is_shaken |= then.is_shaken
            now.filled |= then.filled
            story.names.remove(name)

    def part(self):
        """A PO file that was deleted with its article has no holes when that returns; what was in it is kept."""
        away = {name for story in self.stories if story.is_away for name in (story.name, *story.names)}
        for name in away:
            if not self.po(name).exists():
                self.desks[name].torn.clear()
                self.desks[name].holes.clear()

    def settle(self):
        """A night has passed: what a person no longer approves is known by now."""
        for story in self.stories:
            self.follow(story)
        files = self.files()
        for name, desk in self.desks.items():
            now = files[name].catalog.by_key() if name in files else {}
            for key, text, is_gone in desk.given_up:
                entry = now.get(key)
                stands = entry is not None and entry.msgstr == text and not entry.fuzzy
                if desk.is_shaken or len(desk.given_up) > SOME or stands:
                    continue  # Taken for a tool's loss.
                desk.approved[key].discard(text)
                if is_gone:
                    for every in self.desks.values():
                        every.filled.discard((key, text))
            desk.given_up.clear()
            desk.unmeant.clear()
            desk.is_shaken = False
        self.looked = {name: file.catalog.by_key() for name, file in files.items()}

    def save(self):
        """Somebody has a copy of each file as it is after each night."""
        for name, file in self.files().items():
            desk = self.desks[name]
            approved = {key: set(found) for key, found in desk.approved.items()}
            desk.saved.append((file.data, approved, set(desk.filled)))

    def check_file(self, story, stood):
        """Hold a file against what people did; ``stood``: what was approved in it before the night."""
        checked = subprocess.run(
            ["msgfmt", "-c", "-o", "/dev/null", self.po(story.name)], capture_output=True, check=False
        )
        assert (checked.returncode, checked.stderr) == (0, b""), checked.stderr
        live = self.live(story.name)
        document = PlainText().read(self.article(story).read_bytes(), f"articles/{story.name}.txt")
        assert [entry.key for entry in live] == [entry.key for entry in template(document)]
        desk = self.desks[story.name]
        desk.holes = (desk.holes | desk.torn) & {entry.key for entry in live}
        desk.torn.clear()
        # What was taken over from another article, and nobody had touched, may be taken over again.
        filled = [entry for entry in live if entry.key in desk.holes and entry.msgstr]
        drafted = [entry for entry in filled if not self.stands(entry.key, entry.msgstr)]
        assert not drafted, ("drafted where a text was lost", drafted)
        for entry in live:
            if not entry.msgstr or entry.fuzzy:
                continue
            allowed = self.is_approved(story.name, entry) or self.is_unconfirmed(entry)
            assert allowed, ("approved by nobody", story.name, entry)
            if (entry.key, entry.msgstr) not in stood and self.stands(entry.key, entry.msgstr):
                desk.filled.add((entry.key, entry.msgstr))

    def is_approved(self, name, entry):
        return (entry.key, entry.msgstr) in self.desks[name].filled or self.stands(entry.key, entry.msgstr)

    def stands(self, key, text):
        """Whether somebody has approved a translation in any file, and nobody has taken that back."""
        return any(text in desk.approved[key] for desk in self.desks.values())

    def is_unconfirmed(self, entry):
        return entry.msgstr.startswith(MACHINE) and any(line.startswith("Unconfirmed: ") for line in entry.extracted)

    def everywhere(self) -> str:
        """All texts and comments of the project's files, and of what is kept of them."""
        with History(history_file(self.settings), home=None) as history:
            kept = [one.seen.entry for one in history.kept()]
        entries = [entry for file in self.files().values() for entry in file.catalog.entries]
        return "\n".join(t for e in (*entries, *kept) for t in (e.msgstr, *e.msgstr_plural, *e.comments))

    def check_looks(self):
        """Whoever looks again at what a run has done finds nothing in it that the history does not know."""
        with History(history_file(self.settings), home=None) as history:
            for name, file in self.files().items():
                if known := history.past(shown_path(self.settings, self.po(name))):
                    found = notice(known, file.catalog, at="2100-01-01T00:00:00Z")
                    told = (found.superseded, found.drafts_known_again, found.approved_as_drafted, found.filled)
                    assert (found.past, *told) == (known, (), 0, frozenset(), 0), (name, found.past, known)

    def check_words(self):
        everywhere = self.everywhere()
        assert STRANGER not in everywhere
        lost = {text for text in self.texts | self.comments if text not in everywhere}
        assert not lost, ("nowhere any more", lost)
        assert {path: path.read_bytes() for path in self.strays} == self.strays

    def check_memory(self):
        with Memory(self.root / PLACE, source="en", home=None) as memory:
            learnt = [((unit.kind, unit.source), unit.target) for unit in memory.units(("et",))]
        nobody = [unit for unit in learnt if unit not in self.ever]
        assert not nobody, ("learnt, and approved by nobody", nobody)
        back = [(key, text) for key, text in learnt if not self.stands(key, text)]
        assert not back, ("learnt, and no longer approved by anybody", back)

    def check_exports(self):
        done = export(self.settings, now=self.day, output=self.root / "proofs", allow_drafts=True)
        for one in done.articles:
            if not one.obstacles:
                for entry in self.live(Path(one.article).stem):
                    approved = not entry.fuzzy and self.is_approved(Path(one.article).stem, entry)
                    assert approved, ("exported, and approved by nobody", entry)


PLAYED = settings(
    max_examples=42 if LONG else 4,
    stateful_step_count=60 if LONG else 25,
    derandomize=not LONG,  # The same steps each time, until the test itself changes.
    suppress_health_check=list(HealthCheck),
)

PRESS = ("a_word", "a_sentence", "a_paragraph", "an_older_version", "an_article", "a_night", "a_feed", "the_newsroom")
"""How the rules begin by which articles change, and leave the house."""

Pressroom = type(
    "Pressroom",
    (Newsroom,),
    {
        name: inspect.unwrap(made)
        for name, made in vars(Newsroom).items()
        if hasattr(made, "hypothesis_stateful_rule") and not name.startswith(PRESS)
    },
)
"""The same, and nothing else happens."""

TestNewsroom = Newsroom.TestCase
TestPressroom = Pressroom.TestCase
TestNewsroom.settings = PLAYED
TestPressroom.settings = settings(PLAYED, max_examples=42 if LONG else 1)
if LONG:  # Parts of what is too long for one worker.

    class SecondNewsroom(Newsroom): ...

    class ThirdNewsroom(Newsroom):
        """Its PO files lie in sub-folders, and people move them."""

        sub_folders = SubFolders.ALWAYS

        @precondition(lambda self: self.open_stories)
        @rule(which=places, night=nights)
        def a_file_is_moved_to_its_other_folder(self, which, night):
            path = self.po(self.open_stories[which % len(self.open_stories)].name)
            other = self.folder / (in_shelf(path.name) if path.parent == self.folder else path.name)
            other.parent.mkdir(exist_ok=True)
            path.rename(other)
            self.run(night)

    TestSecondNewsroom = SecondNewsroom.TestCase
    TestThirdNewsroom = ThirdNewsroom.TestCase
    TestSecondNewsroom.settings = TestThirdNewsroom.settings = PLAYED
