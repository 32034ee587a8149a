"""A newsroom on the disk, real runs of newsdesk in it, and people who edit its files meanwhile."""

import contextlib
import io
import json
import os
import random
import re
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from filelock import FileLock

from tests import ready
from tests.patience import wait_until
from translate.catalogs.reading import PoFile, read
from translate.catalogs.writing import render
from translate.core.entries.catalog import FUZZY, Entry
from translate.core.entries.stamp import Owner, owner

PHASES = ("start", "survey", "draft", "review", "report")
"""What a run is at, by its log; ``start`` until it says that it began."""

_NOUNS = [
    "harbor",
    "ferry",
    "winter",
    "captain",
    "morning",
    "ticket",
    "school",
    "ministry",
    "budget",
    "festival",
    "museum",
    "forest",
    "river",
    "bridge",
    "engine",
    "window",
    "market",
    "doctor",
    "village",
    "teacher",
    "summer",
    "bakery",
    "garden",
    "railway",
    "station",
    "lawyer",
    "painter",
    "concert",
    "library",
    "hospital",
    "kitchen",
    "factory",
    "border",
    "island",
    "airport",
    "mountain",
    "office",
    "weather",
    "newspaper",
    "question",
    "answer",
    "student",
    "meeting",
    "company",
    "mayor",
    "energy",
    "house",
    "street",
    "president",
    "interview",
    "program",
    "theater",
    "singer",
    "orchestra",
    "champion",
    "season",
    "player",
    "record",
    "victory",
    "language",
    "history",
    "science",
    "university",
    "professor",
    "letter",
]
_VERBS = [
    "opened",
    "closed",
    "visited",
    "praised",
    "repaired",
    "followed",
    "measured",
    "delayed",
    "planned",
    "warned",
    "answered",
    "carried",
]
_MANNERS = [
    "old",
    "quiet",
    "cold",
    "warm",
    "large",
    "famous",
    "local",
    "young",
    "foreign",
    "green",
    "dark",
    "empty",
    "expensive",
    "cheap",
    "strong",
    "late",
]

_DATES = re.compile(rb'^"(?:PO-Revision-Date|POT-Creation-Date): [^"]*"$', re.MULTILINE)


def seeded(seed: int) -> random.Random:
    """Chance that can be repeated."""
    return random.Random(seed)  # noqa: S311 - no secret is made of it


class Words:
    """Texts that are so unlike each other that the memory never takes one for another."""

    def __init__(self, seed: int) -> None:
        self._random = seeded(seed)
        self._count = 0

    def sentence(self) -> str:
        """A sentence with a number of its own."""
        noun, verb, how = (lambda words=words: self._random.choice(words) for words in (_NOUNS, _VERBS, _MANNERS))
        self._count += 1
        return (
            f"The {how()} {noun()} {verb()} the {how()} {noun()} near the {noun()} and the {noun()} {verb()} "
            f"{noun()} number {1000 + self._count}."
        )

    def headline(self) -> str:
        """A headline with a number of its own."""
        self._count += 1
        chosen = self._random.choice
        return f"{chosen(_MANNERS).title()} {chosen(_NOUNS)} {chosen(_VERBS)} {chosen(_NOUNS)} {1000 + self._count}"

    def article(self, paragraphs: int = 2) -> list[str]:
        """A headline and paragraphs."""
        return [self.headline(), *(self.sentence() for _ in range(paragraphs))]

    def noun(self) -> str:
        """A word that some of the texts have."""
        return self._random.choice(_NOUNS)


def mounted(*options: str | Path) -> str | None:
    """Mount something; why not, if not."""
    result = subprocess.run(["mount", *options], capture_output=True, check=False, text=True)
    why = result.stderr.partition("\n")[0].rpartition(": ")[2]  # The rest names the folder, which is another each time.
    return (why or "no") if result.returncode else None


@contextlib.contextmanager
def mount(folder: Path, *options: str | Path) -> Iterator[None]:
    """Something mounted on a folder until we are done."""
    folder.mkdir(parents=True, exist_ok=True)
    if trouble := mounted(*options, folder):
        pytest.skip(f"no disk can be mounted here: {trouble}")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=False, capture_output=True)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run answered."""

    code: int
    out: str
    err: str

    @property
    def log(self) -> list[dict]:
        """The lines of its log; all of stderr is log."""
        return [json.loads(line) for line in self.err.splitlines()]

    @property
    def sentences(self) -> list[str]:
        """What it told of troubles."""
        return [line["message"] for line in self.log if line.get("event") in {"trouble", "failed"}]


class Run:
    """A run that is at work in a process of its own, watched through its log."""

    def __init__(self, process: ready.Process | subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: list[str] = []
        self._news = threading.Condition()
        self._at = 0
        self.began = [time.monotonic()]
        """When each phase began, as far as the run has come."""
        self._out = io.StringIO()
        self._readers = [threading.Thread(target=self._watch), threading.Thread(target=self._collect)]
        for reader in self._readers:
            reader.start()

    def _watch(self) -> None:
        for line in self.process.stderr:
            self._lines.append(line)
            with contextlib.suppress(ValueError):
                event = json.loads(line).get("event")
                if event in {"started", "phase_ended"}:
                    with self._news:
                        self._at += 1
                        self.began.append(time.monotonic())
                        self._news.notify_all()
        with self._news:
            self._at = len(PHASES) + 1
            self._news.notify_all()

    def _collect(self) -> None:
        for line in self.process.stdout:
            self._out.write(line)

    @property
    def phase(self) -> str:
        """The phase that it is at; ``end`` after the last."""
        return PHASES[self._at] if self._at < len(PHASES) else "end"

    def reach(self, phase: str, timeout: float = 900) -> bool:
        """Wait until it is at a phase, or past it; tell whether it is still at work."""
        with self._news:
            assert self._news.wait_for(lambda: self._at >= PHASES.index(phase), timeout), "the run hangs"
        return self.process.poll() is None and self._at < len(PHASES)

    def family(self) -> list[int]:
        """The processes that it has started, and those that they have."""
        return _descendants(self.process.pid)

    def hold(self) -> None:
        """Stop it in its tracks until it is let go on: whatever changes now is somebody else's doing."""
        self.process.send_signal(signal.SIGSTOP)
        wait_until(lambda: self.process.poll() is not None or _state(self.process.pid) == "T")

    def go_on(self) -> None:
        """Let it go on."""
        self.process.send_signal(signal.SIGCONT)

    def kill(self, *, family: bool) -> list[int]:
        """Kill it at this moment, with what it has started or without; what it had started."""
        self.process.send_signal(signal.SIGSTOP)  # So that it starts nothing while we look.
        started = self.family()
        self.process.kill()
        for pid in started if family else ():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        return started

    def end(self, timeout: float = 900) -> Ran:
        """Wait for its end."""
        try:
            self.process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.kill(family=True)
            raise
        for reader in self._readers:
            reader.join()
        self.process.stdout.close()
        self.process.stderr.close()
        return Ran(self.process.returncode, self._out.getvalue(), "".join(self._lines))


def _descendants(pid: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found: list[int] = []
    waiting = [pid]
    while waiting:
        new = children.get(waiting.pop(), [])
        found += new
        waiting += new
    return found


def alive(pids: Iterable[int]) -> list[int]:
    """Those that are still at work; who waits for nothing but being collected is not."""
    found = []
    for pid in pids:
        with contextlib.suppress(OSError):
            if _state(pid) not in {"Z", "X"}:
                found.append(pid)
    return found


def _state(pid: int) -> str:
    """The letter that Linux has for what a process does: `T` where it is stopped, `Z` where it has ended."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def gone_within(seconds: float, pids: Iterable[int]) -> bool:
    """Whether all of them come to an end."""
    until = time.monotonic() + seconds
    while left := alive(pids):
        if time.monotonic() > until:
            return False
        pids = left
        time.sleep(0.02)
    return True


@dataclass
class Newsroom:
    """A project in a folder; its runs are real processes."""

    root: Path
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    articles: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def open(
        cls, root: Path, locales: Sequence[str] = ("et", "es"), engine: str = "identity", more: str = ""
    ) -> "Newsroom":
        """Make a project without articles, with room for temporary files of its own beside it."""
        (root / "articles").mkdir(parents=True)
        (root / "glossaries").mkdir()
        (root / "newsdesk.toml").write_text(
            f'[project]\nname = "ferry-news"\nsource = "en"\nlocales = {json.dumps(list(locales))}\n'
            f'[draft]\nengine = "{engine}"\n{more}',
            "utf-8",
        )
        temporary = root.with_name(f"{root.name}-tmp")
        temporary.mkdir()
        # One core each: two worlds are at work side by side.
        environment = {"TMPDIR": str(temporary), "ARGOS_INTRA_THREADS": "1", "OMP_NUM_THREADS": "1"}
        # Which of this machine's own pairs are broken is not theirs to find out.
        environment["APERTIUM_DATADIR"] = str(root / "no-pairs")
        return cls(root, dict(os.environ) | environment)

    @property
    def temporary(self) -> Path:
        """Where its runs put temporary files."""
        return Path(self.environment["TMPDIR"])

    def publish(self, name: str, lines: Sequence[str]) -> None:
        """Have a journalist save an article."""
        self.articles[name] = list(lines)
        _replaced(self.root / f"articles/{name}.txt", ("\n\n".join(lines) + "\n").encode())

    def fill(self, words: Words, articles: int, paragraphs: int = 2) -> None:
        """Have journalists write some articles."""
        for number in range(articles):
            self.publish(f"a{number:03}", words.article(paragraphs))

    def terms(self, locale: str, terms: Iterable[str]) -> None:
        """Have a glossary of a few made-up words."""
        rows = "".join(f"{term},{term}{locale},\n" for term in sorted(terms))
        _replaced(self.root / f"glossaries/{locale}.csv", f"source,target,action\n{rows}".encode())

    def po(self, name: str, locale: str = "et") -> Path:
        """Where a PO file is."""
        return self.root / f"locales/{locale}/LC_MESSAGES/{name}.po"

    def catalogs(self) -> list[Path]:
        """All PO files that there are."""
        return sorted(self.root.glob("locales/*/LC_MESSAGES/*.po"))

    def start(self, *arguments: str, **how) -> Run:
        """Start newsdesk."""
        return Run(ready.start(arguments or ("nightly",), **{"cwd": self.root, "env": self.environment} | how))

    def held(self, phase: str, *arguments: str, **how) -> Run:
        """Start newsdesk and hold it while it is at work, at a phase or a little later."""
        kept = self.root.with_name(f"{self.root.name}-before")
        for _ in range(30):
            shutil.copytree(self.root, kept, symlinks=True)
            run = self.start(*arguments, **how)
            run.reach(phase)
            run.hold()
            if run.process.poll() is None and not self.is_free():
                shutil.rmtree(kept)
                return run
            # On a busy machine it may be over before we come to hold it.
            run.go_on()
            run.end()
            shutil.rmtree(self.root)
            kept.rename(self.root)
        raise AssertionError("it is always over before it can be held")

    def run(self, *arguments: str, **how) -> Ran:
        """Run newsdesk to its end."""
        return self.start(*arguments, **how).end()

    def night(self, *arguments: str) -> Ran:
        """Run a night that must go well."""
        ran = self.run("nightly", *arguments)
        assert ran.code in {0, 1}, (ran.code, ran.err)
        assert not ran.sentences
        return ran

    def files(self) -> list[Path]:
        """All files but newsdesk's own and the reports."""
        own = {self.root / ".newsdesk", self.root / "history", self.root / "reports"}
        return sorted(
            Path(folder, name)
            for folder, _, names in os.walk(self.root)
            for name in names
            if not own & {Path(folder), *Path(folder).parents}
        )

    def tree(self) -> dict[str, bytes]:
        """What a night has made of the project, without the dates of PO headers."""
        return {path.relative_to(self.root).as_posix(): _DATES.sub(b"", path.read_bytes()) for path in self.files()}

    def state(self) -> dict[str, tuple[bytes, int, int]]:
        """Every byte, time and inode of the project."""
        return {str(path): (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) for path in self.files()}

    def strays(self) -> list[str]:
        """Files that nobody has made on purpose, wherever they are."""
        known = re.compile(
            r"newsdesk\.toml|articles/\w+\.txt|glossaries/\w+\.csv|locales/\w+\.pot|locales/\w+/LC_MESSAGES/\w+\.po"
            r"|history/(?:\.gitignore|texts\.sqlite)|reports/morning\.(?:html|json|txt)|\.newsdesk/(?:\.gitignore|lock|\w+\.sqlite|runs/\d{6}\.json|wordings/\w+\.json|glossaries/\w+\.jsonl|seals/draft\.json|applied/\w+\.json|night/(?:plan\.json|units/\w\w/\w{32}|shards/\d+-of-\d+\.(?:sqlite|lock)))"
        )
        found = [path.relative_to(self.root).as_posix() for path in self.root.rglob("*") if not path.is_dir()]
        left = [str(p) for p in self.temporary.iterdir() if p not in self.apertiums()]
        return [name for name in found if not known.fullmatch(name)] + left

    def apertiums(self) -> list[Path]:
        """What Apertium's script leaves in the system's folder for such files where it is killed itself."""
        return list(self.temporary.glob("apertium.*"))

    def is_free(self) -> bool:
        """Whether a run could start at once."""
        lock = FileLock(self.root / ".newsdesk/lock", timeout=0)
        with contextlib.suppress(TimeoutError):
            lock.acquire()
            lock.release()
            return True
        return False

    def records(self) -> list[dict]:
        """What is kept of its runs."""
        return [json.loads(path.read_bytes()) for path in sorted(self.root.glob(".newsdesk/runs/*.json"))]

    def broken(self, paths: Iterable[Path] | None = None) -> list[str]:
        """What ``msgfmt -c`` says of PO files that are not whole."""
        found = []
        for path in self.catalogs() if paths is None else paths:
            checked = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], capture_output=True, check=False)
            if (checked.returncode, checked.stderr) != (0, b""):
                found.append(checked.stderr.decode())
        return found

    def copy(self, root: Path) -> "Newsroom":
        """The same newsroom elsewhere."""
        shutil.copytree(self.root, root, symlinks=True)
        temporary = root.with_name(f"{root.name}-tmp")
        temporary.mkdir()
        return Newsroom(root, {**self.environment, "TMPDIR": str(temporary)}, dict(self.articles))


Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Edit:
    """What a translator does to one entry of a PO file; done twice it is the same."""

    path: str
    """Of the PO file, inside the project."""
    key: Key
    text: str | None
    """What the translator writes or approves; None for nothing but a comment."""
    approved: bool = False
    comment: str = ""
    instead_of: str = ""
    """What the translator saw there before."""

    def change(self, entry: Entry) -> Entry:
        """The entry as the translator leaves it."""
        flags = tuple(flag for flag in entry.flags if flag != FUZZY)
        comments = (*entry.comments, self.comment) if self.comment else entry.comments
        if self.text is None:
            return replace(entry, comments=comments)
        if self.approved:
            return replace(
                entry, msgstr=self.text, flags=flags, comments=comments, previous_msgid=None, previous_msgctxt=None
            )
        return replace(entry, msgstr=self.text, flags=(FUZZY, *flags), comments=comments)

    def to(self, data: bytes) -> bytes:
        """The PO file as the translator leaves it."""
        file = read(data, self.path)
        entries = tuple(self.change(e) if e.key == self.key and not e.obsolete else e for e in file.catalog.entries)
        return render(replace(file.catalog, entries=entries), file)

    def save(self, root: Path, *, in_place: bool, opened: bytes | None = None) -> None:
        """Open the file and save it, or save what was opened before."""
        path = root / self.path
        data = self.to(path.read_bytes() if opened is None else opened)
        if in_place:
            path.write_bytes(data)
        else:
            _replaced(path, data)


def _replaced(path: Path, data: bytes) -> None:
    """Save as careful editors do: beside it, then renamed."""
    other = path.with_name(f"{path.name}.editor~")
    other.write_bytes(data)
    other.replace(path)


@dataclass
class Memoirs:
    """What people have written into PO files, and where it must still be."""

    texts: dict[str, dict[Key, tuple[str, bool]]] = field(default_factory=dict)
    """By file and entry: the text, and whether it was approved."""
    comments: dict[str, set[str]] = field(default_factory=dict)

    def learn(self, edit: Edit) -> None:
        """Remember an edit; what stood in the entry before was replaced by a person."""
        if edit.text is not None:
            texts = self.texts.get(edit.path, {})
            # Its source may have changed since it was written.
            texts = {key: text for key, text in texts.items() if text[0] != edit.instead_of}
            self.texts[edit.path] = texts | {edit.key: (edit.text, edit.approved)}
        if edit.comment:
            self.comments.setdefault(edit.path, set()).add(edit.comment)

    @property
    def count(self) -> int:
        """How much there is to lose."""
        return sum(map(len, self.texts.values())) + sum(map(len, self.comments.values()))

    def lost(self, root: Path, only: Iterable[str] | None = None) -> list[tuple[str, str]]:
        """What is not there any more as a person's, by file."""
        found = []
        for path in self.texts.keys() | self.comments.keys() if only is None else only:
            file = _parsed(root / path, path)
            entries = {e.key: e for e in file.catalog.entries} if file else {}
            theirs = {e.msgstr for e in entries.values() if owner(e) is Owner.PERSON}
            joined = "\n".join(theirs)
            for key, (text, approved) in self.texts.get(path, {}).items():
                entry = entries.get(key)
                if entry is not None and not entry.obsolete:
                    kept = owner(entry) is Owner.PERSON and entry.msgstr == text and (not entry.fuzzy or not approved)
                else:
                    kept = text in joined
                if not kept:
                    found.append((path, text))
            said = {line for entry in entries.values() for line in entry.comments}
            found += [(path, line) for line in self.comments.get(path, set()) - said]
        return found


def _parsed(path: Path, shown: str) -> PoFile | None:
    try:
        return read(path.read_bytes(), shown)
    except FileNotFoundError:
        return None


class Looks:
    """Which files have changed since they were last looked at."""

    def __init__(self) -> None:
        self._seen: dict[Path, tuple[int, int, int]] = {}

    def changed(self, paths: Iterable[Path]) -> Iterator[Path]:
        """Those that have, once."""
        for path in paths:
            info = path.stat()
            state = (info.st_ino, info.st_size, info.st_mtime_ns)
            if self._seen.get(path) != state:
                self._seen[path] = state
                yield path


def entries_of(path: Path) -> dict[Key, Entry]:
    """The live entries of a PO file; none where there is no file."""
    file = _parsed(path, path.name)
    return {e.key: e for e in file.catalog.entries if not e.obsolete} if file else {}
