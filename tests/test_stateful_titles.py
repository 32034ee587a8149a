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
    ("film", "Nobody Leaves the Island, Part 2"),
    ("series", "Ringvaade"),
)
TOOLS = (
    ("msgmerge", "-q", "-N", "--previous", PO, "locales/shows.pot", "-o", "-"),
    ("msgattrib", "--no-obsolete", PO),
    ("msgattrib", "--clear-fuzzy", "--clear-previous", PO),
    ("msgcat", "--sort-output", PO),
)
"""Poedit's menu and Weblate's add-on do as the first: all lines of newsdesk are gone."""
ROWS = ("keep", "inflect", "translate")

places = st.integers(0, len(POOL) - 1)
nights = st.booleans()


@pytest.fixture(autouse=True)
def machine(monkeypatch):
    monkeypatch.setattr("translate.plugins.load_engine", lambda *_, **__: Machine())


class Broadcaster(RuleBasedStateMachine):
    """A list of titles in one locale; what people wrote is remembered beside it."""

    def __init__(self):
        super().__init__()
        self.days = Days(Project(Path(tempfile.mkdtemp(prefix="broadcaster-"))))
        self.project = self.days.project
        self.listed = list(POOL[:4])
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
    def a_title_comes_or_goes(self, at, night):
        one = POOL[at]
        self.listed = [other for other in self.listed if other != one] if one in self.listed else [*self.listed, one]
        self.listed = self.listed or [one]
        self.publish(night=night)

    @rule(at=places)
    def a_title_goes_and_returns_next_week(self, at):
        was, self.listed = self.listed, [one for one in self.listed if one != POOL[at]] or self.listed
        self.publish(night=True)
        self.run(night=True)
        self.listed = was
        self.publish(night=True)

    @rule(broken=st.booleans())
    def the_lists_are_away_for_a_night(self, broken):
        """Broken ones change nothing; without any the file stays as it is, too."""
        folder, whole = self.project.root / "shows", self.project.read(OWN)
        if broken:
            before = self.state()
            self.project.write(OWN, "no list at all\n")
            self.draft()
            assert self.state() == before
            self.project.write(OWN, whole)
        else:
            folder.rename(folder.with_name("away"))
            self.run(night=True)
            folder.with_name("away").rename(folder)
        self.run(night=True)

    @rule(at=places, action=st.sampled_from((*ROWS, None)), night=nights)
    def the_glossary_has_another_row_or_none(self, at, action, night):
        _, name = POOL[at]
        self.written += 1
        self.rows.pop(name, None)
        if action:
            self.rows[name] = (action, f"Sari {self.written}" if action == "translate" else name)
        self.decide(night)

    def decide(self, night):
        rows = (
            f'"{name}",{"" if target == name else target},{action},title'
            for name, (action, target) in self.rows.items()
        )
        self.project.write("glossaries/et.csv", "\n".join(["source,target,action,kind", *sorted(rows), ""]))
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

    @rule(at=places, does=st.sampled_from(("write", "write a part", "approve", "mark", "clear")), night=nights)
    def a_person_works_on_a_title(self, at, does, night):
        change = {}
        if does.startswith("write"):
            self.written += 1
            change = {"msgstr": f"{PERSON} tõlge {self.written}"}
        elif does == "clear":
            change = {"msgstr": ""}
        self.edit(at, night, fuzzy=does in {"write a part", "mark"}, **change)

    @rule(at=places, action=st.sampled_from(ROWS))
    def a_row_comes_for_what_a_person_wrote(self, at, action):
        self.a_person_works_on_a_title(at=at, does="write", night=True)
        self.the_glossary_has_another_row_or_none(at=at, action=action, night=True)

    # --- the programs that they use

    @rule(command=st.sampled_from(TOOLS), night=nights)
    def a_tool_saves_the_file(self, command, night):
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
        if not (self.project.root / "shows").exists():
            return  # A file without its lists stays as it was.
        assert live.keys() == {(KINDS[kind], name) for kind, name in self.listed}
        for key, entry in live.items():
            if key in self.approved:
                stands = (entry.msgstr, entry.fuzzy) == (self.approved[key], False)
                assert stands, ("approved no longer", entry, self.approved[key])
            elif key not in self.touched:
                row = self.rows.get(key[1])
                ours = row is None and stage_of(entry) is Stage.DRAFT and entry.msgstr.startswith(MACHINE)
                decided = row is not None and stage_of(entry) is Stage.SETTLED and entry.msgstr == row[1]
                brought = entry.fuzzy and entry.previous_msgid is not None and self.is_peoples(entry.msgstr)
                assert ours or decided or brought, ("neither as the glossary decides nor a draft", entry, row)
            elif entry.msgstr and not entry.fuzzy:
                by_row = stage_of(entry) is Stage.SETTLED and entry.msgstr == self.rows.get(key[1], ("", ""))[1]
                assert by_row or (key, entry.msgstr) in self.ever, ("approved by nobody", entry)

    def is_peoples(self, text):
        """Whether a person wrote or approved a text for any title: another that is like it may bring it, for review."""
        return text in self.texts or text in {approved for _, approved in self.ever}

    def check_memory(self):
        with Memory(self.project.root / PLACE, source="en", home=None) as memory:
            learnt = {((unit.kind, unit.source), unit.target) for unit in memory.units(("et",))}
        assert not learnt - self.ever, ("learnt, and approved by nobody", learnt - self.ever)
        if not self.is_shaken and len(self.given_up) <= SOME:
            back = {one for one in self.given_up if self.approved.get(one[0]) != one[1]}
            assert not learnt & back, ("learnt, and no longer approved by anybody", learnt & back)


TestBroadcaster = Broadcaster.TestCase
TestBroadcaster.settings = settings(
    max_examples=200 if LONG else 7,
    stateful_step_count=60 if LONG else 30,
    derandomize=not LONG,  # The same steps each time, until the test itself changes.
    suppress_health_check=list(HealthCheck),
)
