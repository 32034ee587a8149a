"""Titles come, go and return, the glossary decides some, people write others, tools drop lines: no word is lost.

What a person wrote or approved is known here from having done it, and never asked of newsdesk, as in `test_stateful`.
``NEWSDESK_LONG=1`` plays many more steps.
"""

import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.programs import needs
from tests.test_stateful import MACHINE, PERSON, SOME, Machine
from tests.workflow.broadcasting import OWN, PO
from tests.workflow.days import Days
from tests.workflow.project import Project
from translate.catalogs.reading import read
from translate.catalogs.writing import render
from translate.core.entries.catalog import FUZZY
from translate.core.entries.stages import Stage, stage_of
from translate.history.texts import History
from translate.memory.database import Memory
from translate.workflow.feeding import PLACE
from translate.workflow.places import history_file

LONG = os.environ.get("NEWSDESK_LONG") == "1"

pytestmark = [needs("msgattrib", "msgcat", "msgmerge"), pytest.mark.timeout(7200)]

KINDS = {"series": "show title", "film": "film title"}
POOL = (
    ("series", "The Harbour Tonight"),
    ("series", "The Harbour Today"),
    ("film", "The Harbour Tonight"),
    ("series", "Winter"),
    ("film", "Nobody Leaves the Island, Part 2"),
    ("series", "Ringvaade"),
    ("series", "Esimene stuudio"),
)
ROWS = ("keep", "inflect", "translate")

places = st.integers(0, len(POOL) - 1)
nights = st.booleans()


@pytest.fixture(autouse=True)
def machine(monkeypatch):
    monkeypatch.setattr("translate.plugins.load_engine", lambda *_: Machine())


class Broadcaster(RuleBasedStateMachine):
    """A list of titles in one locale; what people wrote is remembered beside it."""

    def __init__(self):
        super().__init__()
        self.days = Days(Project(Path(tempfile.mkdtemp(prefix="broadcaster-"))))
        self.project = self.days.project
        self.listed = list(POOL[:5])
        self.rows: dict[str, tuple[str, str]] = {}
        """The action and the target of each row, by its title."""
        self.approved: dict[tuple[str, str], str] = {}
        """What a person has approved last, where nobody has taken it back, by the message."""
        self.ever: set[tuple[tuple[str, str], str]] = set()
        """All that a person, or a tool in the place of one, ever approved."""
        self.touched: set[tuple[str, str]] = set()
        """The messages that are not the glossary's alone any more."""
        self.texts: set[str] = set()
        """What people wrote, each text once in the world."""
        self.given_up: list[tuple[tuple[str, str], str]] = []
        """What people have taken back since the last night."""
        self.is_shaken = False
        """Whether a tool has dropped texts since."""
        self.written = 0
        self.publish(night=True)

    def teardown(self):
        shutil.rmtree(self.project.root)

    # --- the channel, and the newsroom's glossary

    def publish(self, *, night):
        self.project.write(OWN, "name,kind\n" + "".join(f'"{name}",{kind}\n' for kind, name in self.listed))
        self.run(night)

    @rule(at=places, night=nights)
    def a_title_comes(self, at, night):
        if POOL[at] not in self.listed:
            self.listed.append(POOL[at])
        self.publish(night=night)

    @rule(at=places, night=nights)
    def a_title_goes(self, at, night):
        self.listed = [one for one in self.listed if one != POOL[at]] or self.listed
        self.publish(night=night)

    @rule(at=places)
    def a_title_goes_and_returns_next_week(self, at):
        was = list(self.listed)
        self.a_title_goes(at=at, night=True)
        self.run(night=True)
        self.listed = was
        self.publish(night=True)

    @rule()
    def the_folder_is_gone_for_a_night(self):
        folder = self.project.root / "shows"
        folder.rename(folder.with_name("away"))
        self.run(night=True)
        folder.with_name("away").rename(folder)
        self.run(night=True)

    @rule()
    def the_list_is_broken_for_a_night(self):
        whole, before = self.project.read(OWN), self.state()
        self.project.write(OWN, "no list at all\n")
        self.days.draft()
        assert self.state() == before
        self.project.write(OWN, whole)
        self.run(night=True)

    @rule(at=places, action=st.sampled_from(ROWS), night=nights)
    def a_row_decides_a_title_or_changes(self, at, action, night):
        _, name = POOL[at]
        self.written += 1
        self.rows[name] = (action, f"Sari {self.written}" if action == "translate" else name)
        self.decide(night)

    @rule(at=places, night=nights)
    def a_row_goes(self, at, night):
        self.rows.pop(POOL[at][1], None)
        self.decide(night)

    def decide(self, night):
        rows = [f'"{name}",{target},{action},title' for name, (action, target) in sorted(self.rows.items())]
        rows = [row if "translate" in row else row.replace(f",{row.split(chr(34))[1]},", ",,") for row in rows]
        self.project.write("glossaries/et.csv", "\n".join(["source,target,action,kind", *rows, ""]))
        self.run(night)

    # --- people

    @property
    def path(self) -> Path:
        return self.project.root / PO

    def entries(self):
        return read(self.path.read_bytes(), "shows.po").catalog.by_key() if self.path.exists() else {}

    def edit(self, at, night, **change):
        """Have a person change an entry: its text, or whether it is fuzzy."""
        kind, name = POOL[at]
        key = (KINDS[kind], name)
        was = self.entries().get(key)
        if was is None or was.obsolete:
            return
        flags = tuple(flag for flag in was.flags if flag != FUZZY) + ((FUZZY,) if change.pop("fuzzy") else ())
        self.save({key: {"flags": flags, **change}})
        now = self.entries()[key]
        if (was.msgstr, was.fuzzy) != (now.msgstr, now.fuzzy):
            self.touched.add(key)
            if self.approved.pop(key, None):
                self.given_up.append((key, was.msgstr))
            if now.msgstr and not now.fuzzy:
                self.approved[key] = now.msgstr
                self.ever.add((key, now.msgstr))
        self.run(night)

    def save(self, changes):
        file = read(self.path.read_bytes(), "shows.po")
        entries = tuple(replace(one, **changes.get(one.key, {})) for one in file.catalog.entries)
        self.path.write_bytes(render(replace(file.catalog, entries=entries), file))

    @rule(at=places, fuzzy=st.booleans(), night=nights)
    def a_person_translates_a_title(self, at, fuzzy, night):
        self.written += 1
        self.edit(at, night, msgstr=f"{PERSON} tõlge {self.written}", fuzzy=fuzzy)

    @rule(at=places, night=nights)
    def a_person_approves_a_title(self, at, night):
        self.edit(at, night, fuzzy=False)

    @rule(at=places, night=nights)
    def a_person_marks_a_title_for_work(self, at, night):
        self.edit(at, night, fuzzy=True)

    @rule(at=places, night=nights)
    def a_person_clears_a_title(self, at, night):
        self.edit(at, night, msgstr="", fuzzy=False)

    # --- the programs that they use

    @rule(night=nights)
    def a_tool_drops_what_newsdesk_says(self, night):
        """Poedit's menu and Weblate's add-on update the file from the template."""
        self.tool(["msgmerge", "-q", "-N", "--previous", PO, "locales/shows.pot", "-o", "-"], night)

    @rule(night=nights)
    def a_tool_drops_what_is_gone(self, night):
        self.tool(["msgattrib", "--no-obsolete", PO], night)

    @rule(night=nights)
    def a_tool_approves_all(self, night):
        self.tool(["msgattrib", "--clear-fuzzy", "--clear-previous", PO], night)

    @rule(night=nights)
    def a_tool_sorts_the_file(self, night):
        self.tool(["msgcat", "--sort-output", PO], night)

    def tool(self, command, night):
        if not self.path.exists() or not (self.project.root / "locales/shows.pot").exists():
            return
        was = self.entries()
        done = subprocess.run(command, check=True, capture_output=True, cwd=self.project.root)
        self.path.write_bytes(done.stdout)
        now = self.entries()
        for key, entry in was.items():
            new = now.get(key)
            if new is not None and new.msgstr and not new.fuzzy and entry.fuzzy:
                self.ever.add((key, new.msgstr))
                self.touched.add(key)
            if new is None or new.obsolete != entry.obsolete:
                self.approved.pop(key, None)
        self.is_shaken = self.is_shaken or "msgmerge" in command or "--no-obsolete" in command
        self.run(night)

    # --- the night, and what holds behind it

    def run(self, night):
        if not night:
            return
        seen = {text for text in self.peoples() if text in self.everywhere()}
        self.draft()
        before = self.state()
        self.draft()
        assert self.state() == before, "nothing is new, and something was written"
        self.texts |= seen
        lost = self.texts - {text for text in self.texts if text in self.everywhere()}
        assert not lost, ("nowhere any more", lost)
        self.check_entries()
        self.check_memory()
        self.given_up.clear()
        self.is_shaken = False

    def draft(self):
        self.days.day += 1
        self.days.draft()

    def peoples(self):
        return {one.msgstr for one in self.entries().values() if one.msgstr.startswith(PERSON)}

    def everywhere(self):
        """All texts of the file, and of what is kept of it."""
        with History(history_file(self.project.settings), home=None) as history:
            kept = [one.seen.entry.msgstr for one in history.kept()]
        return {*kept, *(entry.msgstr for entry in self.entries().values())}

    def state(self):
        paths = [path for path in (self.project.root / "locales").rglob("*") if path.is_file()]
        return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}

    def check_entries(self):
        found = self.entries()
        live = {key: entry for key, entry in found.items() if not entry.obsolete}
        if (self.project.root / "shows").exists():
            assert live.keys() == {(KINDS[kind], name) for kind, name in self.listed}
        for key, entry in live.items():
            if key in self.approved:
                stands = (entry.msgstr, entry.fuzzy) == (self.approved[key], False)
                assert stands, ("approved no longer", entry, self.approved[key])
            elif key not in self.touched:
                row = self.rows.get(key[1])
                ours = row is None and stage_of(entry) is Stage.DRAFT and entry.msgstr.startswith(MACHINE)
                decided = row is not None and stage_of(entry) is Stage.SETTLED and entry.msgstr == row[1]
                assert ours or decided, ("neither as the glossary decides nor a draft", entry, row)
            elif entry.msgstr and not entry.fuzzy:
                by_row = stage_of(entry) is Stage.SETTLED and entry.msgstr == self.rows.get(key[1], ("", ""))[1]
                assert by_row or (key, entry.msgstr) in self.ever, ("approved by nobody", entry)

    def check_memory(self):
        with Memory(self.project.root / PLACE, source="en", home=None) as memory:
            learnt = {((unit.kind, unit.source), unit.target) for unit in memory.units(("et",))}
        assert not learnt - self.ever, ("learnt, and approved by nobody", learnt - self.ever)
        if not self.is_shaken and len(self.given_up) <= SOME:
            back = {one for one in self.given_up if self.approved.get(one[0]) != one[1]}
            assert not learnt & back, ("learnt, and no longer approved by anybody", learnt & back)


TestBroadcaster = Broadcaster.TestCase
TestBroadcaster.settings = settings(
    max_examples=60 if LONG else 6,
    stateful_step_count=60 if LONG else 25,
    derandomize=not LONG,  # The same steps each time, until the test itself changes.
    suppress_health_check=list(HealthCheck),
)
