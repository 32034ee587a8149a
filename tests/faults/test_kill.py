"""Runs are killed at random moments while people edit the same files: no word is lost, and the end is the same."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from tests.faults.world import PHASES, Edit, Looks, Memoirs, Newsroom, Run, Words, entries_of, gone_within, seeded
from tests.patience import PATIENCE
from tests.programs import needs
from tests.ready import LONG
from translate.core.entries.stamp import Owner, owner

pytestmark = [needs("apertium", "msgfmt"), pytest.mark.timeout(3600)]

SEED = int(os.environ.get("NEWSDESK_SEED", "20261122"))
KILLS = int(os.environ.get("NEWSDESK_KILLS", "200" if LONG else "12"))
ARTICLES = int(os.environ.get("NEWSDESK_ARTICLES", "200" if LONG else "16"))
LOCALES = ("et", "es")
SHARES = {"start": 1, "survey": 3, "draft": 8, "review": 3, "report": 2}
"""How often each phase is aimed at."""


@dataclass
class Event:
    """What happens in the newsroom at one time."""

    articles: dict[str, list[str]] = field(default_factory=dict)
    terms: dict[str, set[str]] = field(default_factory=dict)
    """The whole glossary of a locale."""
    words: set[str] = field(default_factory=set)
    """Those that the glossary has got or lost."""

    def happen(self, room: Newsroom) -> None:
        for name, lines in self.articles.items():
            room.publish(name, lines)
        for locale, terms in self.terms.items():
            room.terms(locale, terms)


@dataclass
class Story:
    """Two newsrooms in which the same things happen; in one of them every run comes to its end.

    What people do is chosen so that the end cannot depend on how far a run had come: texts are unlike each other, so
    that the memory takes none for another; an article is changed again only when a run has seen its last version; and
    a translator opens a file that is up to date with its article, and touches an entry that is the same in both.
    """

    disturbed: Newsroom
    calm: Newsroom
    random: random.Random
    words: Words
    memoirs: Memoirs = field(default_factory=Memoirs)
    event: Event = field(default_factory=Event)
    terms: dict[str, set[str]] = field(default_factory=lambda: {locale: set() for locale in LOCALES})
    made: Counter[str] = field(default_factory=Counter)
    _edits: list[Edit] = field(default_factory=list)
    """Made in the disturbed newsroom, and not in the other one yet."""
    _run: Run | None = None

    def advance(self, *, last: bool = False) -> Event | None:
        """Let the calm newsroom catch up, and something new happen there; the other one is to follow."""
        if self._run is not None:
            if not last and self._run.process.poll() is None:
                return None
            ran = self._run.end()
            assert (ran.code in {0, 1}, ran.sentences) == (True, []), ran.err
            self._run = None
        for edit in self._edits:
            edit.save(self.calm.root, in_place=False)
        self._edits.clear()
        if last:
            return None
        self.event = self._new_event() if self.calm.catalogs() else Event()
        self.event.happen(self.calm)
        self._run = self.calm.start()
        return self.event

    def _new_event(self) -> Event:
        event = Event()
        names = sorted(self.calm.articles)
        for name in self.random.sample(names, max(1, len(names) // 40)):
            if self._is_settled(name):
                event.articles[name] = self._changed(self.calm.articles[name])
                self.made["articles changed"] += 1
        if self.random.random() < 0.3:
            event.articles[f"b{len(names):03}"] = self.words.article(1)
            self.made["articles added"] += 1
        if self.random.random() < 0.3:
            locale, word = self.random.choice(LOCALES), self.words.noun()
            self.terms[locale] ^= {word}
            event.terms[locale] = set(self.terms[locale])
            event.words = {word}
            self.made["terms added or removed"] += 1
        return event

    def _is_settled(self, name: str) -> bool:
        """Whether the runs of both newsrooms have seen the last version of an article."""
        return all(
            self.calm.po(name, locale).exists()
            and entries_of(self.calm.po(name, locale)) == entries_of(self.disturbed.po(name, locale))
            for locale in LOCALES
        )

    def _changed(self, lines: Sequence[str]) -> list[str]:
        at = self.random.randrange(1, len(lines))
        match self.random.choice(["word", "word", "more", "less"]):
            case "less" if len(lines) > 2:
                return [*lines[:at], *lines[at + 1 :]]
            case "more" if len(lines) < 6:
                return [*lines[:at], self.words.sentence(), *lines[at:]]
            case _:
                words = lines[at].split()
                words[self.random.randrange(1, len(words) - 2)] = self.words.noun()
                return [*lines[:at], " ".join(words), *lines[at + 1 :]]

    def edit(self) -> Edit | None:
        """Something that a translator could do now; to be saved, and then told to `saved`."""
        for path in self.random.sample(self.disturbed.catalogs(), min(20, len(self.disturbed.catalogs()))):
            shown = path.relative_to(self.disturbed.root).as_posix()
            if path.stem in self.event.articles:
                continue
            here, there = entries_of(path), entries_of(self.calm.root / shown)
            if here.keys() != there.keys():
                continue
            free = [
                entry
                for key, entry in here.items()
                if entry == there[key] and not any(word in key[1].lower() for word in self.event.words)
            ]
            if free:
                return self._edit(shown, self.random.choice(free))
        return None

    def _edit(self, path: str, entry) -> Edit:
        number = sum(self.made.values())
        whose = owner(entry)
        kinds = ["translated", "translated", "half translated", "commented"]
        if entry.fuzzy and whose is not Owner.NOBODY:
            kinds += ["approved", "approved"]
        kind = self.random.choice(kinds)
        self.made[f"entries {kind}"] += 1
        match kind:
            case "translated":
                return Edit(path, entry.key, f"Inimese tõlge {number}.", approved=True, instead_of=entry.msgstr)
            case "half translated":
                text, comment = f"Inimese katkend {number}", f"pooleli {number}"
                return Edit(path, entry.key, text, comment=comment, instead_of=entry.msgstr)
            case "commented":
                return Edit(path, entry.key, None, comment=f"Kas see on õige? {number}")
            case _:
                return Edit(path, entry.key, entry.msgstr, approved=True, instead_of=entry.msgstr)

    def saved(self, edit: Edit) -> None:
        self.memoirs.learn(edit)
        self._edits.append(edit)


@dataclass
class Watch:
    """How long the phases take, as far as is known."""

    usual: dict[str, float] = field(default_factory=lambda: dict.fromkeys(PHASES, 0.7))

    def learn(self, run: Run) -> None:
        for phase, (began, ended) in zip(PHASES, zip(run.began, run.began[1:], strict=False), strict=False):
            self.usual[phase] = (self.usual[phase] + min(ended - began, 4)) / 2


@dataclass
class Trial:
    """Runs in the disturbed newsroom, one after the other, and what has been seen of them."""

    story: Story
    random: random.Random
    watch: Watch = field(default_factory=Watch)
    looks: Looks = field(default_factory=Looks)
    killed: Counter[str] = field(default_factory=Counter)
    seen: Counter[str] = field(default_factory=Counter)
    event: Event | None = None
    """What has happened in the calm newsroom, and is to happen in ours."""

    @property
    def kills(self) -> int:
        return self.killed.total()

    @property
    def room(self) -> Newsroom:
        return self.story.disturbed

    def maybe(self, chance: float) -> bool:
        return self.random.random() < chance

    def follow(self) -> bool:
        """Let happen what has happened in the calm newsroom."""
        event, self.event = self.event, None
        if event is not None:
            event.happen(self.room)
        return event is not None

    def save(self, edit: Edit | None, when: str, opened: bytes | None = None) -> None:
        if edit is not None:
            edit.save(self.room.root, in_place=self.maybe(0.5), opened=opened)
            self.story.saved(edit)
            self.seen[f"edits {when}"] += 1

    def meet(self) -> None:
        """Something happens, people edit, a run begins and is killed."""
        self.event = self.story.advance()
        if self.maybe(0.5):
            self.follow()
        for _ in range(self.random.randint(0, 3)):
            self.save(self.story.edit(), "between runs")
        run = self.room.start()
        edit = self.story.edit() if self.maybe(0.4) else None
        opened = (self.room.root / edit.path).read_bytes() if edit and self.maybe(0.5) else None
        late = self.kills > KILLS / 4  # Before, there is too much to draft.
        aims = [SHARES[phase] if late or phase in PHASES[:3] else 0 for phase in PHASES]
        phase = self.random.choices(PHASES, aims)[0]
        run.reach(phase)
        wait = self.random.uniform(0, self.watch.usual[phase])
        if self.maybe(0.5):
            self.seen["events while a run was at work"] += self.follow()
        part = self.random.uniform(0, wait)
        time.sleep(part)
        self.save(edit, "while a run was at work", opened)
        time.sleep(wait - part)
        self.kill(run)
        self.follow()
        self.look()

    def kill(self, run: Run) -> None:
        at, family = run.phase, self.maybe(0.5)
        started = run.kill(family=family)
        ran = run.end()
        self.watch.learn(run)
        if ran.code == -signal.SIGKILL:
            self.killed[at] += 1
            self.seen["kills of all its processes" if family else "kills of the main process only"] += 1
            self.seen["kills while Apertium was at work"] += bool(started)
        else:
            assert ran.code in {0, 1, 4}, (ran.code, ran.err)
            self.seen["runs that were faster than the kill"] += 1
        assert self.room.is_free()
        assert gone_within(PATIENCE, started)

    def look(self) -> None:
        """Look at what has changed."""
        new = list(self.looks.changed(self.room.catalogs()))
        assert self.room.broken(new) == []
        self.seen["looks of msgfmt at a PO file"] += len(new)
        memoirs, root = self.story.memoirs, self.room.root
        assert memoirs.lost(root, only=[path.relative_to(root).as_posix() for path in new]) == []
        assert {path for path in memoirs.texts if not (root / path).exists()} == set()


def test_no_kill_costs_a_word_or_the_run(tmp_path, sample_packages, counts):
    words = Words(SEED)
    disturbed = Newsroom.open(tmp_path / "disturbed", LOCALES, "auto")
    calm = Newsroom.open(tmp_path / "calm", LOCALES, "auto")
    for number in range(ARTICLES):
        lines = words.article(2 if LONG else 1)
        for room in (disturbed, calm):
            room.publish(f"a{number:03}", lines)
    story = Story(disturbed, calm, seeded(SEED), words)
    trial = Trial(story, seeded(SEED + 1))
    while trial.kills < KILLS:
        trial.meet()
    story.advance(last=True)
    calm.night()
    disturbed.night()
    assert story.memoirs.lost(disturbed.root) == []
    assert disturbed.broken() == []
    assert _differences(disturbed.tree(), calm.tree()) == []
    before = disturbed.state()
    disturbed.night()
    assert disturbed.state() == before
    assert disturbed.strays() == []
    trial.seen["temporary files of Apertium's left"] = len(disturbed.apertiums())
    by_phase = ", ".join(f"{phase} {trial.killed[phase]}" for phase in (*PHASES, "end"))
    counts(
        f"seed {SEED}, {trial.kills} kills over {len(disturbed.articles)} articles in {len(LOCALES)} locales"
        f" ({by_phase}); {_told(trial.seen)}; {_told(story.made)}; {story.memoirs.count} texts and comments of people,"
        f" none lost; {len(disturbed.catalogs())} PO files equal to those of {len(calm.records())} undisturbed runs"
    )
    if LONG:
        assert all(trial.killed[phase] for phase in PHASES)


def _differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[tuple[str, str, str]]:
    return [
        (name, one.get(name, b"-").decode(), other.get(name, b"-").decode())
        for name in sorted(one.keys() | other.keys())
        if one.get(name) != other.get(name)
    ][:3]


def _told(counted: Counter[str]) -> str:
    return ", ".join(f"{number} {what}" for what, number in sorted(counted.items()))
