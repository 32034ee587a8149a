"""Sentences with titles that the newsroom lists and no row of its glossary names, made by rule; the same each time."""

import random
import re
from collections.abc import Iterator

from translate.core.enforcing.candidate import Case
from translate.core.terms.demands import demands_on
from translate.core.terms.glossary import Glossary, Origin, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.titles import with_undecided
from translate.languages.loading import load_language

SHOWS = (
    "Pealtnägija", "Ringvaade", "Ringvaade suvel", "Aktuaalne kaamera", "Osoon", "Kes? Mis? Kus?", "Jüri Üdi klubi.",
    "Suud puhtaks", "Õnne 13", "Välisilm", "Plekktrumm", "Saatus", "AK. Nädal", "Öö-TV", "Eesti lood: meri",
)  # fmt: skip
"""Titles of another language's words, whatever their place."""
WORDS = ("Today", "News", "Vote", "Panorama", "Good morning", "Friends", "Question time")
"""Titles of the source's own words."""
FRAMES = (
    ("{show} showed on Monday why the ferry sank.", 1),
    ("It sank at night. {show} showed why.", 1),
    ("The host of {show} told “{word}” that the ferry had sailed.", 2),
    ("“{word}” and ‘{show}’ are on the screen again.", 2),
    ("{show}’s report and {word_within}’s host were praised by the minister.", 2),
    ("The {word_within} team, «{show}» and {show} won prizes.", 3),
    ("{SHOW} SHOWS WHY THE FERRY SANK", 1),
    ("“{WORD}” AND “{SHOW}” RETURN TO THE SCREEN", 2),
    ("The Prize Goes to {show} and “{word}”", 2),
    ("See https://{address}.example/{show_path} and {show} for more.", 1),
    ("A {show}-style report was on the screen.", 1),
    ("Today the news was read, and they vote: a panorama of good friends.", 0),
    ("Today we sail.", 0),
    ("VOTE COUNTING GOES ON TODAY", 0),
    ("{show}", 1),
    ("“{show}”, “{word}”!", 2),
)
"""Each with the number of titles that it means."""
MATCHER = Matcher(
    with_undecided(
        Glossary("et"),
        [(title, Origin("shows/spring.csv", line)) for line, title in enumerate((*SHOWS, *WORDS), 2)],
        load_language("en"),
    )
)


def titled(text: str, *rows: Term, titles: tuple[str, ...] = (*SHOWS, *WORDS)) -> Case:
    """A sentence with the titles in it, and with what rows of a glossary ask of it."""
    estonian = load_language("et")
    glossary = Glossary("et", rows, estonian.compounding, estonian.inflection)
    listed = [(title, Origin("shows/spring.csv", line)) for line, title in enumerate(titles, 2)]
    known = rows or titles != (*SHOWS, *WORDS)
    matcher = Matcher(with_undecided(glossary, listed, load_language("en"))) if known else MATCHER
    return Case(text, demands_on(matcher, text))


def texts(number: int, lines: tuple[str, ...] = ()) -> Iterator[tuple[str, int]]:
    """Sentences by turns from the frames and from lines of running text, each with the number of titles it means.

    Args:
        number: How many.
        lines: Sentences of whose words a title takes its place behind one.
    """
    chance = random.Random(17)  # noqa: S311 -- The same texts each time.
    for n in range(number):
        if lines and n % 2:
            words = chance.choice(lines).split()
            place = chance.randrange(1, len(words) + 1)
            title = chance.choice(("“{}”", "‘{}’")).format(chance.choice((*SHOWS, *WORDS)))
            yield " ".join((*words[:place], title, *words[place:])), 1
            continue
        frame, meant = FRAMES[(n // 2 if lines else n) % len(FRAMES)]
        show, word = chance.choice(SHOWS), chance.choice(WORDS)
        yield frame.format(
            show=show, SHOW=show.upper(), word=word, WORD=word.upper(), word_within=word, address=chance.choice("abc"),
            show_path=show.split(maxsplit=1)[0].strip("?.:"),
        ), meant  # fmt: skip


def kept(case: Case, draft: str) -> bool:
    """Whether a draft has the titles of a case as they stand there, in order, with no letter tied to them."""
    wanted = (case.source[m.start : m.end] for m in case.asked.undecided)
    return bool(re.search(".*".join(rf"(?<![^\W_]){re.escape(title)}(?![^\W_])" for title in wanted), draft))
