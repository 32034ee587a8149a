"""Files are replaced under a run at every step that it takes: whatever somebody saved is there afterwards.

A step is whatever the run does with a file of the project: the interpreter tells of each before it is done.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.faults.world import Edit, Newsroom, Words, entries_of, seeded
from tests.patience import PATIENCE
from tests.programs import needs
from tests.ready import LONG
from translate import settings
from translate.cli.project import CLOCK
from translate.core.results.summary import ExitCode
from translate.errors import NewsdeskError
from translate.files.bounds import DESCRIPTORS
from translate.workflow.night import nightly
from translate.workflow.orders import Orders

pytestmark = [needs("msgfmt"), pytest.mark.timeout(3600)]

SEED = int(os.environ.get("NEWSDESK_SEED", "20261122"))
MOST = 20
"""So many of the steps something happens at; in the long run at each."""
PO = "locales/et/LC_MESSAGES/a000.po"


@dataclass
class Steps:
    """Counts what the interpreter does with files below a folder, and does something else before one of them."""

    folder: str = "\0"
    count: int = 0
    at: int = -1
    action: Callable[[], object] = lambda: None
    thread: int = 0
    near: list[int] = field(default_factory=list)
    """The steps among PO files."""

    def __call__(self, event: str, arguments: tuple) -> None:
        if not event.startswith(("open", "os.", "sqlite3.connect", "shutil.")) or threading.get_ident() != self.thread:
            return
        named = arguments[:1] if event == "open" else arguments  # The second one is how it is opened.
        paths = [self._whole(os.fsdecode(a)) for a in named if isinstance(a, (str, bytes, os.PathLike))]
        if any(path.startswith(self.folder) for path in paths):
            if any("LC_MESSAGES" in path or path.endswith(".po") for path in paths):
                self.near.append(self.count)
            self.count += 1
            if self.count - 1 == self.at:
                folder, self.folder = self.folder, "\0"
                self.action()
                self.folder = folder

    def _whole(self, path: str) -> str:
        """A path with the folder that it begins at: one that is open, and of which only the run knows the number."""
        number, _, rest = path.removeprefix(DESCRIPTORS).lstrip("/").partition("/")
        if path.startswith(DESCRIPTORS) and rest:
            with contextlib.suppress(OSError):
                return f"{os.readlink(f'{DESCRIPTORS}/{number}')}/{rest}"  # noqa: PTH115
        return path if path.startswith("/") else f"{self.folder}{path}"

    def watch(self, folder: Path, work: Callable[[], object], at: int = -1, action: Callable[[], object] = bool) -> int:
        """Do something; how many steps it took."""
        self.folder, self.count, self.at, self.action, self.near = f"{folder}/", 0, at, action, []
        self.thread = threading.get_ident()
        try:
            work()
        finally:
            self.folder = "\0"
        return self.count


STEPS = Steps()
sys.addaudithook(STEPS)


def night(room: Newsroom) -> ExitCode | None:
    """Run a night in this process."""
    now = datetime.now(UTC)
    done = nightly(settings.load(room.root / "newsdesk.toml"), Orders(), now=now, clock=CLOCK, run_id="0" * 32)
    assert not any(trouble.traceback for trouble in done.record.troubles), done.record.troubles
    return done.record.exit_code


def edit(room: Newsroom, text: str = "Inimese tõlge.", name: str = PO) -> Edit:
    """What a translator would save now."""
    key = next(iter(entries_of(room.root / name)))
    return Edit(name, key, text, approved=True, comment=f"Nii on hea: {text}")


def is_kept(room: Newsroom, saved: Edit) -> bool:
    """Whether what a translator saved is there."""
    entry = entries_of(room.root / saved.path).get(saved.key)
    return entry is not None and (entry.msgstr, entry.fuzzy, saved.comment in entry.comments) == (
        saved.text,
        False,
        True,
    )


def save_in_place(room: Newsroom) -> None:
    edit(room).save(room.root, in_place=True)


def save_beside(room: Newsroom) -> None:
    edit(room).save(room.root, in_place=False)


def delete_catalog(room: Newsroom) -> None:
    (room.root / PO).unlink()


def rewrite_article(room: Newsroom) -> None:
    room.publish("a000", [*room.articles["a000"][:2], "It snowed 77 times."])


def delete_article(room: Newsroom) -> None:
    (room.root / "articles/a000.txt").unlink()


def change_glossary(room: Newsroom) -> None:
    room.terms("et", ["the", "number"])


def delete_glossary(room: Newsroom) -> None:
    (room.root / "glossaries/et.csv").unlink()


def change_settings(room: Newsroom) -> None:
    path = room.root / "newsdesk.toml"
    path.write_text(path.read_text().replace("ferry-news", "boat-news"))


def delete_template(room: Newsroom) -> None:
    (room.root / "locales/a000.pot").unlink(missing_ok=True)


def break_template(room: Newsroom) -> None:
    (room.root / "locales/a000.pot").write_bytes(b'msgid "half')


SAVING = (save_in_place, save_beside)
OTHERS = (
    delete_catalog, rewrite_article, delete_article, change_glossary, delete_glossary, change_settings,
    delete_template, break_template,
)  # fmt: skip
DEPENDENT = (delete_catalog, delete_article, change_settings)
"""The end depends on when it happens: the memory may know the texts of a catalog that was deleted in a run, how far an
article had come stays where it is gone, and a header keeps the project's name."""


@pytest.fixture
def room(tmp_path):
    """A newsroom that was drafted, and whose articles have grown since."""
    words = Words(SEED)
    room = Newsroom.open(tmp_path / "room", ["et"])
    room.terms("et", ["number"])
    room.fill(words, 2, paragraphs=1)
    night(room)
    save_beside(room)
    night(room)
    edit(room, "Varem kinnitatud.", PO.replace("a000", "a001")).save(room.root, in_place=False)
    for name, lines in room.articles.items():
        room.publish(name, [*lines, words.sentence()])
    return room


def fresh(room: Newsroom, folder: Path, number: int) -> Newsroom:
    return room.copy(folder / f"copy{number}" / "room")


def some(steps: Sequence[int], most: int = MOST) -> list[int]:
    """So many of the steps, as far from each other as can be, the first and the last among them; all in a long run."""
    if LONG or len(steps) <= most:
        return list(steps)
    return sorted({steps[place * (len(steps) - 1) // (most - 1)] for place in range(most)})


def worth_trying(steps: int) -> list[int]:
    """Some of the steps that were counted last, and some among PO files."""
    return sorted({*some(range(steps), MOST // 2), *some(STEPS.near)})


def steps_of(room: Newsroom, tmp_path: Path) -> int:
    """How many steps a run takes there."""
    there = fresh(room, tmp_path, 0)
    return STEPS.watch(there.root, lambda: night(there))


def test_a_text_that_is_saved_at_any_step_of_a_run_survives(room, tmp_path, counts):
    steps = steps_of(room, tmp_path)
    assert steps > 50
    tried: Counter[str] = Counter()
    for number, at in enumerate(worth_trying(steps)):
        for way in SAVING if LONG else (SAVING[number % 2],):
            here = fresh(room, tmp_path, 1 + at * 2 + (way is save_in_place))
            saved = edit(here, "Just nüüd salvestatud.")
            saver = lambda here=here, saved=saved, way=way: saved.save(here.root, in_place=way is save_in_place)  # noqa: E731
            if STEPS.watch(here.root, lambda here=here: night(here), at, saver) <= at:
                continue  # It got by with fewer steps this time.
            assert is_kept(here, saved), (at, way)
            assert night(here) in {ExitCode.CLEAN, ExitCode.FINDINGS}
            assert is_kept(here, saved), (at, way)
            assert here.strays() == []
            tried[way.__name__] += 1
    counts(f"{dict(tried)}, at {number + 1} of {steps} steps of a run")


def test_whatever_is_replaced_or_deleted_at_any_step_the_next_run_makes_good(room, tmp_path, counts):
    steps, rng = steps_of(room, tmp_path), seeded(SEED)
    tried: Counter[str] = Counter()
    for change in OTHERS:
        calm = room.copy(tmp_path / change.__name__ / "calm")
        night(calm)
        change(calm)
        night(calm)
        if change is break_template:
            delete_template(calm)
        night(calm)
        for at in range(steps) if LONG else sorted(rng.sample(range(steps), 2)):
            here = room.copy(tmp_path / change.__name__ / f"{at}")
            if not _disturbed(here, at, change):
                continue
            assert here.broken() == []
            if change is break_template:
                delete_template(here)
            night(here)
            night(here)
            assert here.tree().keys() == calm.tree().keys()
            if change not in DEPENDENT:
                assert here.tree() == calm.tree(), (change, at)
            other = edit(here, "Varem kinnitatud.", PO.replace("a000", "a001"))
            assert is_kept(here, other), (change, at)
            assert here.strays() == []
            tried[change.__name__] += 1
    counts(f"{steps} steps of a run, {dict(tried)}")


def _disturbed(room: Newsroom, at: int, change: Callable[[Newsroom], None]) -> bool:
    """Run a night in which something happens at a step; whether it came so far."""

    def work():
        with contextlib.suppress(NewsdeskError):  # Such as settings that are half written.
            assert night(room) is not ExitCode.BUG

    def happen():
        if change is not delete_catalog or (room.root / PO).exists():
            change(room)

    return STEPS.watch(room.root, work, at, happen) > at


def test_a_run_that_is_killed_at_any_step_just_when_somebody_saves_loses_nothing(room, tmp_path, counts):
    steps = steps_of(room, tmp_path)
    calm = fresh(room, tmp_path, 1)
    saved = edit(calm, "Just nüüd salvestatud.")
    night(calm)
    saved.save(calm.root, in_place=False)
    night(calm)
    good = calm.tree()
    tried = 0
    for number, at in enumerate(some(range(steps))):
        for later in range(4) if LONG else (number % 3,):
            here = fresh(room, tmp_path, 10 + at * 4 + later)

            def work(here=here, at=at, later=later, in_place=tried % 2 == 0):
                def kill():
                    os.kill(os.getpid(), signal.SIGKILL)

                def save():
                    saved.save(here.root, in_place=in_place)
                    STEPS.at, STEPS.action = at + later, kill
                    if not later:
                        kill()

                STEPS.watch(here.root, lambda: night(here), at, save)

            child = os.fork()
            if child == 0:
                try:
                    work()
                finally:
                    os._exit(0)
            status = os.waitpid(child, 0)[1]
            assert os.WIFSIGNALED(status) or at + later >= steps - 5, (at, later)
            if not is_kept(here, saved) and not os.WIFSIGNALED(status):
                continue  # It got by with fewer steps this time.
            assert here.broken() == []
            assert night(here) in {ExitCode.CLEAN, ExitCode.FINDINGS, ExitCode.PARTIAL}
            night(here)
            assert is_kept(here, saved), (at, later)
            assert here.strays() == [], (at, later)
            assert here.tree() == good, (at, later)
            tried += 1
    counts(f"{tried} kills at {steps} steps of a run, each just after somebody saved a PO file")


EDITOR = """
import os, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tests.faults.test_replaced import edit
from tests.faults.world import Newsroom, seeded
room, rng = Newsroom(Path(sys.argv[2]), {"TMPDIR": sys.argv[3]}), seeded(int(sys.argv[4]))
names, number = [p.relative_to(room.root).as_posix() for p in room.catalogs()], 0
print("ready", flush=True)
while not Path(sys.argv[5]).exists():
    number += 1
    name = rng.choice(names)
    saved = edit(room, f"Salvestatud {number}.", name)
    saved.save(room.root, in_place=rng.random() < 0.5)
    with open(sys.argv[6], "a") as journal:
        journal.write(f"{name}\\t{saved.text}\\n")
    time.sleep(rng.uniform(0, 0.03))
"""


def test_an_editor_that_saves_all_the_time_beside_runs_loses_nothing(tmp_path, counts):
    words = Words(SEED)
    room = Newsroom.open(tmp_path / "room", ["et"])
    room.fill(words, 8, paragraphs=1)
    room.night()
    stop, journal = tmp_path / "stop", tmp_path / "journal"
    package = Path(__file__).parents[2]
    arguments = (package, room.root, room.temporary, SEED, stop, journal)
    command = [sys.executable, "-c", EDITOR, *map(str, arguments)]
    editor = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=package)
    codes: Counter[int] = Counter()
    try:
        assert editor.stdout.readline() == b"ready\n"
        for _ in range(40 if LONG else 3):
            for name in room.articles:
                room.publish(name, [*room.articles[name][:3], words.sentence()])
            ran = room.run()
            codes[ran.code] += 1
            assert ran.code in {0, 1, 4}, ran.err
            assert editor.poll() is None, "the editor could not open a file"
            last = dict(line.split("\t") for line in journal.read_text().splitlines())
        stop.touch()
        assert editor.wait(PATIENCE) == 0
    finally:
        editor.kill()
        editor.communicate()
    saves = [line.split("\t") for line in journal.read_text().splitlines()]
    last = dict(saves)
    for name, text in last.items():
        assert {e.msgstr for e in entries_of(room.root / name).values()} >= {text}
    room.night()
    for name, text in last.items():
        entry = next(iter(entries_of(room.root / name).values()))
        assert (entry.msgstr, entry.fuzzy) == (text, False)
        said = {number for path, number in saves if path == name}
        assert {line.removeprefix("Nii on hea: ") for line in entry.comments} == said
    assert room.strays() == []
    counts(f"seed {SEED}, {len(saves)} saves beside {sum(codes.values())} runs with exit codes {dict(codes)}")
