"""Newsroom, translators, editors and gettext's tools at work on one project, in any order: no word of a person is lost.

``NEWSDESK_LONG=1`` plays thousands of steps. ``NEWSDESK_PYPO`` names the Python of an environment with
translate-toolkit: then its pypo saves files, too.
"""

import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.programs import needs
from translate.catalogs.reading import read
from translate.catalogs.writing import render
from translate.cli.project import CLOCK
from translate.core.entries.catalog import FUZZY, Catalog, Entry
from translate.core.entries.stamp import Owner, owner
from translate.core.entries.template import template
from translate.documents.plaintext import PlainText
from translate.settings import Settings
from translate.workflow.draft import draft

LONG = os.environ.get("NEWSDESK_LONG") == "1"
PYPO = os.environ.get("NEWSDESK_PYPO")

pytestmark = [needs("msgcat", "msgfmt", "msgmerge", "msgattrib"), pytest.mark.timeout(3600)]

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
WHEN = datetime(2026, 11, 22, 4, tzinfo=UTC)

places = st.integers(0, 50)
sentences = st.sampled_from(SENTENCES)
nights = st.booleans()


class Newsroom(RuleBasedStateMachine):
    """One article in one locale; what people wrote is remembered beside it."""

    def __init__(self):
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="newsroom-"))
        self.settings = Settings(root=self.root, name="ferry-news", source="en", locales=("et",), engine="identity")
        for name in ("articles", "glossaries"):
            (self.root / name).mkdir()
        self.article = self.root / "articles/ferry.txt"
        self.po = self.root / "locales/et/LC_MESSAGES/ferry.po"
        self.pot = self.root / "locales/ferry.pot"
        self.lines = ["Ferry sails through the winter", *SENTENCES[:2], " ".join(SENTENCES[2:5])]
        self.past = [self.lines]
        self.written = 0
        self.texts: set[str] = set()
        """What people wrote or approved, and nobody but newsdesk has had a chance to remove."""
        self.comments: set[str] = set()
        self.approved: set[tuple[str | None, str, str]] = set()
        """Context, source and translation of all that was ever approved."""
        self.glossary(set(), night=True)

    def teardown(self):
        shutil.rmtree(self.root)

    # --- the newsroom

    def publish(self, lines, *, night):
        self.past.append(self.lines)
        self.lines = [line for line in lines if line.strip()] or self.lines
        self.article.write_text("\n\n".join(self.lines) + "\n", "utf-8")
        self.run(night)

    @rule(at=places, word=st.sampled_from(WORDS), place=places, night=nights)
    def a_word_is_changed(self, at, word, place, night):
        at %= len(self.lines)
        words = self.lines[at].split()
        words[place % len(words)] = word
        self.publish([*self.lines[:at], " ".join(words), *self.lines[at + 1 :]], night=night)

    @rule(at=places, sentence=sentences, night=nights)
    def a_sentence_is_added(self, at, sentence, night):
        at %= len(self.lines)
        self.publish([*self.lines[:at], f"{self.lines[at]} {sentence}", *self.lines[at + 1 :]], night=night)

    @rule(at=places, sentence=sentences, night=nights)
    def a_paragraph_is_inserted(self, at, sentence, night):
        at %= len(self.lines) + 1
        self.publish([*self.lines[:at], sentence, *self.lines[at:]], night=night)

    @rule(at=places, night=nights)
    def a_paragraph_is_removed(self, at, night):
        at %= len(self.lines)
        self.publish([*self.lines[:at], *self.lines[at + 1 :]], night=night)

    @rule(at=places, night=nights)
    def a_paragraph_is_split(self, at, night):
        at %= len(self.lines)
        pieces = re.split(r"(?<=[.”]) ", self.lines[at], maxsplit=1)
        self.publish([*self.lines[:at], *pieces, *self.lines[at + 1 :]], night=night)

    @rule(at=places, night=nights)
    def two_paragraphs_are_joined(self, at, night):
        at %= len(self.lines)
        self.publish([*self.lines[:at], " ".join(self.lines[at : at + 2]), *self.lines[at + 2 :]], night=night)

    @rule(at=places, to=places, night=nights)
    def a_paragraph_is_moved(self, at, to, night):
        lines = list(self.lines)
        line = lines.pop(at % len(lines))
        lines.insert(to % (len(lines) + 1), line)
        self.publish(lines, night=night)

    @rule(back=st.integers(1, 5), night=nights)
    def an_older_version_returns(self, back, night):
        self.publish(self.past[-min(back, len(self.past))], night=night)

    @rule(terms=st.sets(st.sampled_from(TERMS)), night=nights)
    def glossary(self, terms, night):
        (self.root / "glossaries/et.csv").write_text("\n".join(["source,target,action", *sorted(terms)]), "utf-8")
        self.article.write_text("\n\n".join(self.lines) + "\n", "utf-8")
        self.run(night)

    @rule()
    def a_night_passes(self):
        self.run(night=True)

    # --- translators

    @property
    def catalog(self) -> Catalog:
        return read(self.po.read_bytes(), "ferry.po").catalog

    def new_text(self, kind):
        self.written += 1
        return f"Inimese {kind} number {self.written}."

    def edit(self, at, change, night):
        """Have a person change one entry."""
        file = read(self.po.read_bytes(), "ferry.po")
        entries = list(file.catalog.entries)
        at %= len(entries)
        entries[at] = change(entries[at])
        self.po.write_bytes(render(replace(file.catalog, entries=tuple(entries)), file))
        self.forget(entries[at], file.catalog.entries[at])
        self.learn()
        self.run(night)

    def learn(self):
        """Whatever is not fuzzy now, somebody has approved."""
        for entry in self.catalog.entries:
            if not entry.fuzzy and owner(entry) is Owner.PERSON:
                self.texts |= {text for text in (entry.msgstr, *entry.msgstr_plural) if text}
                self.approved.add((*entry.key, entry.msgstr))

    def forget(self, now, before):
        """A person has replaced what stood in an entry."""
        if now.msgstr != before.msgstr or owner(now) is not Owner.PERSON:
            self.texts = {text for text in self.texts if text not in before.msgstr or text in self.in_the_file()}

    @rule(at=places, night=nights)
    def an_entry_is_translated(self, at, night):
        text = self.new_text("tõlge")

        def change(entry):
            if entry.msgid_plural is not None or entry.obsolete:
                return entry
            self.texts.add(text)
            flags = tuple(flag for flag in entry.flags if flag != FUZZY)
            return replace(entry, msgstr=text, flags=flags, previous_msgid=None, previous_msgctxt=None)

        self.edit(at, change, night)

    @rule(at=places, night=nights)
    def an_entry_is_half_translated(self, at, night):
        text = self.new_text("katkend")

        def change(entry):
            if entry.msgid_plural is not None or entry.obsolete:
                return entry
            self.texts.add(text)
            return replace(entry, msgstr=text, flags=tuple(dict.fromkeys((FUZZY, *entry.flags))))

        self.edit(at, change, night)

    @rule(at=places, keeps_previous=st.booleans(), night=nights)
    def an_entry_is_approved(self, at, keeps_previous, night):
        def change(entry):
            flags = tuple(flag for flag in entry.flags if flag != FUZZY)
            if keeps_previous:
                return replace(entry, flags=flags)
            return replace(entry, flags=flags, previous_msgid=None, previous_msgctxt=None)

        self.edit(at, change, night)

    @rule(at=places, night=nights)
    def an_entry_is_marked_for_work(self, at, night):
        self.edit(at, lambda e: replace(e, flags=tuple(dict.fromkeys((FUZZY, *e.flags)))) if e.translated else e, night)

    @rule(at=places, night=nights)
    def an_entry_is_cleared(self, at, night):
        self.edit(at, lambda e: e if e.obsolete or e.msgid_plural else replace(e, msgstr=""), night)

    @rule(at=places, night=nights)
    def a_comment_is_written(self, at, night):
        comment = self.new_text("märkus")
        self.comments.add(comment)
        self.edit(at, lambda entry: replace(entry, comments=(*entry.comments, comment)), night)

    @rule(at=places, night=nights)
    def another_tool_adds_a_plural(self, at, night):
        file = read(self.po.read_bytes(), "ferry.po")
        one, other = self.new_text("üks"), self.new_text("teised")
        self.texts |= {one, other}
        new = Entry(
            f"{self.written} ship", msgid_plural=f"{self.written} ships", msgstr_plural=(one, other), flags=("no-wrap",)
        )
        entries = list(file.catalog.entries)
        entries.insert(at % (len(entries) + 1), new)
        self.po.write_bytes(render(replace(file.catalog, entries=tuple(entries)), file))
        self.run(night)

    # --- the programs that they use

    def tool(self, *command, night, gone=lambda _entry: False):
        """Have a program save the file.

        Args:
            command: What to start.
            night: Whether newsdesk runs after it.
            gone: The entries that the program is known to drop.
        """
        before = self.catalog.entries
        subprocess.run(command, check=True, capture_output=True, cwd=self.root)
        # gettext's tools also drop obsolete entries that have no translation, such as OmegaT leaves behind.
        dropped = [entry for entry in before if gone(entry) or (entry.obsolete and not entry.translated)]
        left = self.in_the_file()
        lost = {text for text in self.texts if text not in left}
        assert all(any(text in e.msgstr or text in e.msgstr_plural for e in dropped) for text in lost), (command, lost)
        self.texts -= lost
        unsaid = self.comments - self.said_in_the_file()
        assert unsaid <= {line for entry in dropped for line in entry.comments}, (command, unsaid)
        self.comments -= unsaid
        self.learn()
        self.run(night)

    @rule(options=st.sampled_from([(), ("--no-wrap",), ("--sort-output",), ("--width=50",)]), night=nights)
    def msgcat_saves(self, options, night):
        self.tool("msgcat", "--force-po", *options, self.po, "-o", self.po, night=night)

    @rule(options=st.sampled_from([("-N",), ("--previous",), ()]), night=nights)
    def msgmerge_saves(self, options, night):
        now = {entry.key for entry in read(self.pot.read_bytes(), "ferry.pot").catalog.entries}
        self.tool(
            *("msgmerge", "-q", *options, self.po, self.pot, "-o", self.po),
            night=night,
            gone=lambda entry: entry.key not in now and not entry.translated,
        )

    @rule(night=nights)
    def msgattrib_approves_all(self, night):
        self.tool("msgattrib", "--clear-fuzzy", "--clear-previous", self.po, "-o", self.po, night=night)

    @rule(night=nights)
    def msgattrib_marks_all(self, night):
        # A draft that was approved as it is looks untouched again.
        self.tool(
            *("msgattrib", "--set-fuzzy", self.po, "-o", self.po),
            night=night,
            gone=lambda entry: owner(replace(entry, flags=(FUZZY,))) is Owner.MACHINE,
        )

    @rule(night=nights)
    def msgattrib_drops_the_obsolete(self, night):
        self.tool(
            *("msgattrib", "--no-obsolete", self.po, "-o", self.po), night=night, gone=lambda entry: entry.obsolete
        )

    @rule(copies=st.booleans(), night=nights)
    def omegat_exports(self, copies, night):
        """No fuzzy flag, no previous source; what was fuzzy is empty, or the source."""
        file = read(self.po.read_bytes(), "ferry.po")
        entries = tuple(
            replace(
                entry,
                msgstr=(entry.msgid if copies else "") if entry.msgid_plural is None else "",
                msgstr_plural=("",) * len(entry.msgstr_plural),
                flags=tuple(flag for flag in entry.flags if flag != FUZZY),
                previous_msgid=None,
                previous_msgctxt=None,
                previous_msgid_plural=None,
            )
            if entry.fuzzy
            else entry
            for entry in file.catalog.entries
        )
        self.po.write_bytes(render(replace(file.catalog, entries=entries), file))
        fuzzy = [text for e in file.catalog.entries if e.fuzzy for text in (e.msgstr, *e.msgstr_plural)]
        left = self.in_the_file()
        self.texts = {text for text in self.texts if text in left or not any(text in other for other in fuzzy)}
        self.learn()
        self.run(night)

    @precondition(lambda _: PYPO)
    @rule(night=nights)
    def pypo_saves(self, night):
        program = "import sys; from translate.storage import pypo; pypo.pofile.parsefile(sys.argv[1]).save()"
        self.tool(PYPO, "-I", "-c", program, self.po, night=night)

    # --- newsdesk

    def run(self, night):
        if not night:
            return
        self.draft()
        files = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (self.po, self.pot)}
        self.draft()
        assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files} == files
        checked = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", self.po], capture_output=True, check=False)
        assert (checked.returncode, checked.stderr) == (0, b"")
        live = [entry for entry in self.catalog.entries if not entry.obsolete]
        document = PlainText().read(self.article.read_bytes(), "articles/ferry.txt")
        assert [entry.key for entry in live] == [entry.key for entry in template(document)]
        nobody = {(*e.key, e.msgstr) for e in live if e.translated and not e.fuzzy} - self.approved
        assert not nobody, "approved by nobody"

    def draft(self):
        summary = draft(self.settings, now=WHEN, clock=CLOCK)
        assert not summary.troubles

    def in_the_file(self):
        """All texts that newsdesk must take for a person's."""
        theirs = [entry for entry in self.catalog.entries if owner(entry) is Owner.PERSON]
        return "\n".join(text for entry in theirs for text in (entry.msgstr, *entry.msgstr_plural))

    def said_in_the_file(self):
        return {line for entry in self.catalog.entries for line in entry.comments}

    @invariant()
    def every_word_of_a_person_is_in_the_file(self):
        left = self.in_the_file()
        assert not {text for text in self.texts if text not in left}
        assert self.comments <= self.said_in_the_file()


TestNewsroom = Newsroom.TestCase
TestNewsroom.settings = settings(
    max_examples=150 if LONG else 12,
    stateful_step_count=60 if LONG else 25,
    suppress_health_check=list(HealthCheck),
)
