"""Articles with edits of many kinds, of which it is known what each new paragraph was made from."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.samples import ARTICLES, ROOT
from translate.core.entries.template import Key


@dataclass(frozen=True, slots=True)
class Edited:
    """An article before and after an edit."""

    name: str
    before: tuple[Key, ...]
    after: tuple[Key, ...]
    origins: dict[Key, frozenset[Key]]
    """What each new message was made from; those that are not in it are unchanged or made from nothing."""

    @property
    def changed(self) -> list[Key]:
        """The messages that only the new version has."""
        return [key for key in self.after if key not in self.before]


class Desk:
    """One article on an editor's desk."""

    def __init__(self, article: list[Key], strangers: list[str], chance: random.Random) -> None:
        self.before = list(article)
        self.now: list[tuple[Key, frozenset[Key]]] = [(key, frozenset({key})) for key in article]
        self.strangers = strangers
        self.chance = chance

    def body(self) -> list[int]:
        return [at for at, (key, _) in enumerate(self.now) if key[0] is None]

    def long(self) -> list[int]:
        """The paragraphs of at least two sentences of some length."""
        return [at for at in self.body() if len(sentences(self.text(at))) > 1]

    def any(self, places: list[int]) -> int:
        return self.chance.choice(places)

    def text(self, at: int) -> str:
        return self.now[at][0][1]

    def change(self, at: int, text: str) -> None:
        (context, _), origins = self.now[at]
        self.now[at] = ((context, text), origins)

    def stranger(self) -> tuple[Key, frozenset[Key]]:
        return (None, self.strangers.pop(self.chance.randrange(len(self.strangers)))), frozenset()

    def reword(self, at: int, share: float) -> None:
        """Put other words in the place of some; which ones is a matter of chance, and so is where they stand."""
        words = self.text(at).split()
        others = " ".join(self.strangers).split()
        for place in self.chance.sample(range(len(words)), max(1, round(share * len(words)))):
            words[place] = self.chance.choice(others)
        self.change(at, " ".join(words))

    def number(self, at: int) -> None:
        """Change the last number, or put one in."""
        text = self.text(at)
        found = list(re.finditer(r"\d+", text))
        if found:
            start, end = found[-1].span()
            self.change(at, f"{text[:start]}{int(text[start:end]) + self.chance.randint(1, 90)}{text[end:]}")
        else:
            words = text.split()
            words.insert(self.chance.randrange(len(words)) + 1, str(self.chance.randint(2, 99)))
            self.change(at, " ".join(words))


def sentences(text: str) -> list[str]:
    return [piece for piece in re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])", text) if piece]


def _number(desk: Desk) -> None:
    desk.number(desk.any(desk.body()))


def _some_words(desk: Desk) -> None:
    desk.reword(desk.any(desk.body()), 0.1)


def _a_third_of_the_words(desk: Desk) -> None:
    desk.reword(desk.any(desk.body()), 0.33)


def _all_edited(desk: Desk) -> None:
    for at in desk.body():
        desk.reword(at, 0.2)


def _sentence_added(desk: Desk) -> None:
    at = desk.any(desk.body())
    pieces = [desk.text(at), desk.stranger()[0][1]]
    desk.chance.shuffle(pieces)
    desk.change(at, " ".join(pieces))


def _sentence_removed(desk: Desk) -> None:
    at = desk.any(desk.long())
    pieces = sentences(desk.text(at))
    pieces.pop(desk.chance.randrange(len(pieces)))
    desk.change(at, " ".join(pieces))


def _split(desk: Desk) -> None:
    at = desk.any(desk.long())
    pieces = sentences(desk.text(at))
    cut = desk.chance.randrange(1, len(pieces))
    origins = desk.now[at][1]
    desk.now[at : at + 1] = [((None, " ".join(part)), origins) for part in (pieces[:cut], pieces[cut:])]


def _split_and_edited(desk: Desk) -> None:
    _split(desk)
    for at, (key, _) in enumerate(desk.now):
        if key not in desk.before:
            desk.reword(at, 0.1)


def _joined(desk: Desk) -> None:
    at = desk.any(desk.body()[:-1])
    ((_, one), some), ((_, other), more) = desk.now[at : at + 2]
    desk.now[at : at + 2] = [((None, f"{one} {other}"), some | more)]


def _joined_and_edited(desk: Desk) -> None:
    _joined(desk)
    desk.reword(next(at for at, (key, _) in enumerate(desk.now) if key not in desk.before), 0.1)


def _reordered(desk: Desk) -> None:
    places = desk.body()
    moved = [desk.now[at] for at in desk.chance.sample(places, len(places))]
    for at, message in zip(places, moved, strict=True):
        desk.now[at] = message


def _moved_and_edited(desk: Desk) -> None:
    one, other = desk.chance.sample(desk.body(), 2)
    desk.reword(one, 0.1)
    message = desk.now.pop(one)
    desk.now.insert(other, message)


def _headline_edited(desk: Desk) -> None:
    desk.reword(0, 0.25)


def _headline_new(desk: Desk) -> None:
    desk.now[0] = (("headline", " ".join(desk.stranger()[0][1].split()[:9])), frozenset())


def _inserted_at_the_top(desk: Desk) -> None:
    desk.now.insert(1, desk.stranger())


def _inserted_beside_an_edit(desk: Desk) -> None:
    at = desk.any(desk.body())
    desk.reword(at, 0.15)
    desk.now.insert(at + desk.chance.randrange(2), desk.stranger())


def _removed_beside_an_edit(desk: Desk) -> None:
    at = desk.any(desk.body()[:-1])
    desk.reword(at, 0.15)
    del desk.now[at + 1]


def _one_replaced(desk: Desk) -> None:
    desk.now[desk.any(desk.body())] = desk.stranger()


def _half_replaced(desk: Desk) -> None:
    places = desk.body()
    for at in desk.chance.sample(places, len(places) // 2):
        desk.now[at] = desk.stranger()


def _all_replaced(desk: Desk) -> None:
    for at in desk.body():
        desk.now[at] = desk.stranger()


def _rewritten_through_the_night(desk: Desk) -> None:
    for edit in desk.chance.sample([_number, _sentence_added, _some_words, _moved_and_edited], 3):
        edit(desk)
    desk.now.insert(1, desk.stranger())


EDITS: tuple[Callable[[Desk], None], ...] = (
    _number,
    _some_words,
    _a_third_of_the_words,
    _all_edited,
    _sentence_added,
    _sentence_removed,
    _split,
    _split_and_edited,
    _joined,
    _joined_and_edited,
    _reordered,
    _moved_and_edited,
    _headline_edited,
    _headline_new,
    _inserted_at_the_top,
    _inserted_beside_an_edit,
    _removed_beside_an_edit,
    _one_replaced,
    _half_replaced,
    _all_replaced,
    _rewritten_through_the_night,
)


def edited_articles(seed: int = 0) -> Iterator[Edited]:
    """Every article with every kind of edit."""
    articles = dict(_articles())
    for name, article in articles.items():
        for edit in EDITS:
            chance = random.Random(f"{seed} {name} {edit.__name__}")  # noqa: S311 - it draws edits.
            strangers = [
                text for other, keys in articles.items() if other != name for kind, text in keys if kind is None
            ]
            desk = Desk(article, strangers, chance)
            edit(desk)
            before = set(desk.before)
            yield Edited(
                f"{name}: {edit.__name__.strip('_').replace('_', ' ')}",
                tuple(desk.before),
                tuple(dict.fromkeys(key for key, _ in desk.now)),
                {key: origins for key, origins in desk.now if key not in before and origins},
            )


def _articles() -> Iterator[tuple[str, list[Key]]]:
    """The sample articles, and articles of the sample package's held-out sentences, which are all of one subject."""
    for path in (*ARTICLES, *sorted((ROOT / "tests/data/software-articles").glob("*.txt"))):
        lines = [line for line in path.read_text("utf-8").split("\n--")[0].splitlines() if line]
        yield path.stem, [("headline", lines[0]), *((None, line) for line in lines[1:])]
    lines = (ROOT / "tests/data/sample-model/heldout.en").read_text("utf-8").splitlines()
    prose = list(dict.fromkeys(line for line in lines if line.endswith(".") and len(line.split()) > 5))
    for number in range(len(prose) // 20):
        own = prose[number * 20 : number * 20 + 20]
        pairs = [" ".join(own[at : at + 2]) for at in range(0, 14, 2)]
        headline = " ".join(own[-1].rstrip(".").split()[:9])
        yield f"help {number + 1}", [("headline", headline), *((None, text) for text in (*pairs, *own[14:19]))]
