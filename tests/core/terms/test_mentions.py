"""Whether a text means a title, told by cases: what stands between ⟦ and ⟧ is one, and nothing else is."""

import re

import pytest

from translate.core.terms.glossary import Action, Glossary, Match, Origin, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.mentions import NO_USAGE, Usage
from translate.core.terms.titles import with_undecided
from translate.languages.loading import load_language

TITLES = (
    "Today", "News", "Panorama", "Vote", "Question time", "Good Morning", "Pealtnägija", "Ringvaade", "Ringvaade suvel",
    "Osoon", "Aktuaalne kaamera", "AK", "Kes? Mis? Kus?", "Jüri Üdi klubi.", "kuula rändajat", "60 Minutes", "iReport",
    "24", "Who’s Who", "I",
)  # fmt: skip


def matcher(*titles, rows=()):
    listed = [(title, Origin("shows/spring.csv", line)) for line, title in enumerate(titles, 2)]
    return Matcher(with_undecided(Glossary("et", tuple(rows)), listed, load_language("en")))


ALL = matcher(*TITLES)


def marked(found, text, usage=NO_USAGE):
    """A text with marks around what is found in it."""
    pieces, end = [], 0
    for match in found.find(text, usage):
        pieces += (text[end : match.start], "⟦", text[match.start : match.end], "⟧")
        end = match.end
    return "".join((*pieces, text[end:]))


IN_QUOTES = """
She has hosted “⟦Today⟧” for years.
She has hosted "⟦Today⟧" for years.
She has hosted '⟦Today⟧' for years.
She has hosted ‘⟦Today⟧’ for years.
She has hosted «⟦Today⟧» for years.
She has hosted „⟦Today⟧“ for years.
She has hosted ‹⟦Today⟧› for years.
“⟦Today⟧” has a new host.
‘⟦News⟧’ is back (“⟦Vote⟧” is not).
“⟦VOTE⟧” RETURNS TO THE SCREEN
The Team of “⟦Today⟧” Wins the Prize
He went from “⟦Today⟧,” the morning show, to “⟦Panorama⟧.”
“Today,” she said, “we sail.”
“Today we sail,” she said.
He answered: “Today.”
“Good morning! Today we sail.”
'Today's guests' are here.
They like the “⟦24⟧” of old, and the 24 of today.
They like “today” as a word.
It is I who like “⟦I⟧” best.
“⟦kuula rändajat⟧” is a series.
"""
BY_ITS_CAPITAL = """
The ⟦Today⟧ programme was told on Monday.
The BBC’s ⟦Panorama⟧ showed it first.
She told ⟦Today⟧ that the ferry had sailed.
The host of ⟦Vote⟧, Kask, left.
A ⟦Vote⟧-style contest is planned.
The ⟦Good Morning⟧ team wrote to us.
⟦Good Morning⟧ has a new host.
⟦60 Minutes⟧ has a new host.
It was ⟦Today⟧’s best year.
The ferry sailed; ⟦News⟧ had it first.
⟦AK⟧ had it first, and the ⟦AK⟧ team was proud.
An ⟦iReport⟧ says so.
⟦iReport⟧ Wins the Prize
The ⟦Question time⟧ team asks.
⟦Question Time⟧ had its own host.
They watched the ⟦Who’s Who⟧ of music.
They watched the ⟦Who's Who⟧ of music.
"""
WORDS_AT_THEIR_PLACE = """
Today we sail.
Today’s ferry is late.
It sank. Today we know why.
It sank! News of it spread.
News of it spread.
Why? Vote and see.
What we know: Today it sank.
– Today it sank, she says.
(Vote and see.)
• Vote for the port
Vote now, and see.
Panorama windows face the sea.
Question time in parliament was short.
All of the Todays of the world.
Good morning to all.
24 people were saved.
The ferry leaves at 24 from the quay.
A vote was held today, and the news of it spread.
A panorama of the town.
VOTE COUNTING GOES ON IN ALL TOWNS
TODAY WE SAIL
AK HAD IT FIRST
We want it TODAY, they say.
Ministers Vote on the Port
Parliament Votes Today with a Record Turnout
All the News Today from the Islands
Vote Today
"""
OF_ANOTHER_LANGUAGE = """
⟦Pealtnägija⟧ showed it on Wednesday.
It sank. ⟦Pealtnägija⟧ showed why.
⟦Pealtnägija⟧’s host was there.
⟦PEALTNÄGIJA⟧ SHOWED WHY THE FERRY SANK
⟦Pealtnägija⟧ Wins the Prize
The Prize Goes to ⟦Ringvaade⟧
⟦Ringvaade⟧
⟦Osoon⟧ is back.
⟦OSOON⟧ IS BACK
The ⟦Pealtnägija⟧-style report.
Among them pro-⟦Ringvaade⟧ viewers.
⟦Ringvaade suvel⟧ takes the place of ⟦Ringvaade⟧.
⟦RINGVAADE SUVEL⟧ TAKES ITS PLACE
⟦Aktuaalne kaamera⟧ had it first.
⟦Aktuaalne Kaamera⟧ Wins the Prize
The aktuaalne kaamera of old was another.
⟦Kes? Mis? Kus?⟧ is back! Is ⟦Kes? Mis? Kus?⟧ live?
We saw ⟦Jüri Üdi klubi.⟧ It was long.
They liked ⟦kuula rändajat⟧ best.
The Ringvaated of the world, and the ringvaade.
Ringvaadesse she came.
See ringvaade.example/Ringvaade or @Ringvaade and #Ringvaade.
"""
CASES = [
    *IN_QUOTES.split("\n"),
    *BY_ITS_CAPITAL.split("\n"),
    *WORDS_AT_THEIR_PLACE.split("\n"),
    *OF_ANOTHER_LANGUAGE.split("\n"),
]


@pytest.mark.parametrize("sentence", [line for line in CASES if line])
def test_a_title_is_told_from_words(sentence):
    assert marked(ALL, re.sub("[⟦⟧]", "", sentence)) == sentence


@pytest.mark.parametrize(
    ("article", "sentence"),
    [
        (["The show “Today” is back."], "⟦Today⟧ has a new host."),
        (["The Today team wrote to us."], "⟦TODAY⟧ RETURNS TO THE SCREEN"),
        (["The show “Today” is back.", "What happens today?"], "Today has a new host."),
        (["The AK of old had it."], "⟦AK⟧ HAD IT FIRST"),
        (["Today is Monday."], "Today has a new host."),
        (["The ringvaade of the year.", "Ringvaade is back."], "Ringvaade has a new host."),
        (["The ringvaade of the year."], "The ⟦Ringvaade⟧ team and “⟦Ringvaade⟧”."),
        (["They like “kuula rändajat”."], "See ⟦kuula rändajat⟧ now."),
    ],
)
def test_where_its_place_tells_nothing_the_rest_of_the_article_tells(article, sentence):
    text = re.sub("[⟦⟧]", "", sentence)
    assert marked(ALL, text, ALL.usage([*article, text])) == sentence


def test_an_article_is_not_looked_at_where_there_are_no_titles():
    def texts():
        pytest.fail("nobody asks")
        yield ""

    assert matcher().usage(texts()) is NO_USAGE


def test_the_usage_tells_what_is_meant_and_what_is_written_small():
    told = ALL.usage(["The show “Today” and a vote.", "Vote, said the News."])
    assert told == Usage(frozenset({"Today", "News"}), frozenset({"Vote"}))


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (Term("Today", "Täna"), "The “⟦Today⟧” team."),
        (Term("team of Today", "„Täna“ meeskond"), "The ⟦team of Today⟧ and ⟦Today⟧ itself."),
        (Term("today", "täna", match=Match.ANY), "⟦Today⟧ we sail with ⟦Today⟧."),
        (Term("today", "täna"), "⟦Today⟧ we sail with ⟦Today⟧."),
        (Term("Today", "", Action.OFF), "The “⟦Today⟧” team."),
    ],
)
def test_a_row_of_the_glossary_goes_before(row, sentence):
    found = matcher("Today", rows=[row])
    text = re.sub("[⟦⟧]", "", sentence)
    assert marked(found, text) == sentence
    assert found.find(text)[0].term == row


def test_a_row_within_a_longer_title_is_not_asked_for():
    found = matcher("Pealtnägija ja praam", rows=[Term("praam", "ferry")])
    [one, other] = found.find("The praam in Pealtnägija ja praam.")
    assert (one.term.undecided, other.term.undecided) == (False, True)


def test_many_mentions_in_a_very_long_text_are_found_at_once():
    text = "Today the Today team sailed. " * 5_000
    assert len(ALL.find(text)) == 5_000
