"""The morning report as text: what it holds, without a browser."""

import json
import os
import re
from dataclasses import asdict, replace
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reports.nights import STUUDIO, TROUBLE, counted, figures, filled, night, record, waiting
from translate.core.results.night import Night
from translate.core.results.review import Mark, Review, Side, Span
from translate.core.results.risk import Kind, Reason, Risk
from translate.core.results.summary import Counts, ExitCode, Totals, Trouble
from translate.core.text.showing import on_a_page
from translate.reports import languages, pages
from translate.reports.morning import charts, html, text, words
from translate.reports.morning.object import night_object, record_object

LINK = pages.links(Path("/srv/desk"), "reports", None)


class Reader(HTMLParser):
    """The texts side by side, without what is said to those who do not see the marks."""

    def __init__(self, page):
        super().__init__()
        self.texts, self.articles, self.links = [], 0, []
        self.names = set()
        self._inside, self._unseen = False, False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.names |= {tag, *(name for name, _ in attrs)}
        classes = (dict(attrs).get("class") or "").split()
        self.articles += tag == "article"
        self.links += [dict(attrs)["href"]] if "place" in classes else []
        if tag == "p" and "text" in classes:
            self._inside = True
            self.texts.append("")
        self._unseen |= "unseen" in classes

    def handle_endtag(self, tag):
        self._inside &= tag != "p"
        self._unseen &= tag != "span"

    def handle_data(self, data):
        if self._inside and not self._unseen:
            self.texts[-1] += data


@st.composite
def nights(draw):
    """Any night: small, with all that a str, an int and a float may be."""
    kinds = {
        str: st.text(st.characters(), max_size=8) | st.sampled_from(["\u202e", "\0", "\ud800", "et", "zh_Hant_TW"]),
        float: st.floats() | st.floats(0, 1),
    }
    return filled(
        Night,
        lambda kind: draw(kinds.get(kind, st.from_type(kind))),
        lambda: draw(st.integers(0, 2)),
        lambda: draw(st.booleans()),
    )


@given(nights())
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
def test_any_night_can_be_told_in_every_way(any_night):
    page = html.page(any_night, link=LINK)
    page.encode("utf-8")
    json.dumps(night_object(any_night), allow_nan=False)
    lines = text.mail(any_night).splitlines()
    assert len(lines) <= 40
    places = {f"  {on_a_page(entry.path)}:{entry.line}" for entry in any_night.review.waiting}
    assert max(len(line) for line in lines if line not in places) <= text.WIDTH
    assert on_a_page("\n".join(lines)) == "\n".join(lines)
    read = Reader(page)
    shown = sorted(any_night.review.waiting, key=lambda entry: not entry.flags)
    sides = [on_a_page(side.text) for entry in shown for side in (entry.source, entry.target)]
    news = any_night.news
    assert read.articles == len(shown) + len(untrue(news))
    assert [found for found in read.texts if found != "Nothing yet"] == [
        *map(on_a_page, untrue_texts(news)),
        *(side for n, side in enumerate(sides) if side or n % 2 == 0),
    ]
    assert {LINK(entry.path, entry.line) for entry in shown} <= set(read.links)


def untrue(news):
    return (*news.outdated, *news.withdrawals, *news.returns, *news.corrections)


def untrue_texts(news):
    """What the page shows of old and new texts, in its order."""
    for was, now in ((one.was, one.now) for old in news.outdated for one in old.differences):
        yield from (was or "Not there", now or "Not there any more")
    for one in news.corrections:
        yield from (one.was or "Not there", one.now or "Not there any more", one.translation)


def test_no_text_makes_an_element_or_an_attribute():
    hostile = "\"'><script x='1'>a</script></style></title><img onerror=x>{{7*7}}<!--&lt;"
    pages = [html.page(filled(Night, counted(lambda text=text: text)), link=LINK) for text in ("plain", hostile)]
    plain, attacked = (Reader(page).names for page in pages)
    assert attacked == plain
    assert pages[1].count("{{7*7}}") == pages[1].count("&lt;/title&gt;") > 50


def leaves(value):
    if isinstance(value, dict):
        return [leaf for key, part in value.items() for leaf in (key, *leaves(part))]
    if isinstance(value, list | tuple):
        return [leaf for part in value for leaf in leaves(part)]
    return [value]


def test_the_object_leaves_nothing_of_a_night_out():
    number = iter(range(10_000))
    every = filled(Night, counted(lambda: f"text {next(number)}"))
    # The corrections that the review has found are news.
    every = replace(every, review=replace(every.review, corrections=()))
    # What was replaced in articles is news, too.
    replaced = tuple(replace(one, replaced=()) for one in every.summary.catalogs)
    every = replace(every, summary=replace(every.summary, catalogs=replaced, rewritten=()))
    told = json.loads(json.dumps(night_object(every)))
    otherwise = {
        "withdrawals",
        "replaced",
        "rewritten",
        "flags_are_news",
    }  # The one is called “withdrawn”, the other is in the exit code.
    assert set(map(str, leaves(asdict(every)))) - set(map(str, leaves(told))) == otherwise


def test_po_files_that_are_too_many_to_be_named_are_counted_in_the_page_and_in_the_object():
    shown = night()
    left_out = {"et": Totals(2_000, Counts(drafts=3), errors=4, open=1_500)}
    shown = replace(shown, review=replace(shown.review, left_out=left_out))
    named = sum(one.locale == "et" for one in shown.review.catalogs)
    page = html.page(shown, link=LINK)
    assert f"{2_000 + named:,} PO files, 1,50" in page
    assert "and 2,000 PO files more: the worst are named, 1,000 in a language at most" in page
    told = night_object(shown)["review"]["left_out"]["et"]
    assert (told["catalogs"], told["errors"], told["counts"]["drafts"]) == (2_000, 4, 3)
    assert "left_out" not in night_object(night())["review"]


def test_the_object_of_a_run_stands_alone():
    told = record_object(record(number=7, left=100, exit_code=None, ended=None))
    assert (told["number"], told["exit_code"], told["ended"], told["words_left"]) == (7, None, None, 150)
    assert told["phases"][1] == {"name": "draft", "seconds": 180.0, "counts": {"articles": 2, "drafted": 22}}


MAIL = """\
example-news: Partly done: 1 problem and 3 articles left for the next run
Run 41 began on Sunday 22 November 2026 at 02:00 UTC and took 4 min 18 s
(exit code 4).

1 PO file made, 1 PO file updated, 14 entries drafted and 1 entry filled from
the memory.
ar: no engine has this pair, nothing was drafted (see “newsdesk doctor”).
  and 1 note more

Waiting: 1,860 words, about 3.5 h of work
  et         1,240 words, 2.5 h, 1 flagged, 3 errors
  ar         620 words, 1 h, 1 flagged, 0 errors

Problems: 1
  articles/2026-11-22-storm.txt line 4: is not UTF-8; save it as UTF-8

Flagged terms: in 2 entries
  et: Esimene stuudio = Esimene stuudio [FLAG missing]
  ar: Aktuaalne kaamera = أكتوالني كاميرا [FLAG missing]

Where to begin: the highest risk (newsdesk status --worst 20 lists more)
  locales/et/LC_MESSAGES/2026-11-20-esimene-stuudio-ferry.po:42
    high risk 0.86: a term is missing: Esimene stuudio; a word that the …
  locales/ar/LC_MESSAGES/2026-11-21-aktuaalne-kaamera-frost.po:57
    medium risk 0.55: a term is missing: Aktuaalne kaamera; the number 1.56 …
  locales/et/LC_MESSAGES/2026-11-20-esimene-stuudio-ferry.po:31
    low risk 0.21: the model was unsure of 2 words
  locales/et/LC_MESSAGES/2026-11-21-aktuaalne-kaamera-frost.po:12
    low risk 0.00: no reason known
"""


def test_the_mail_says_what_happened_what_waits_and_where_to_begin():
    assert text.mail(night()) == MAIL


def test_mail_and_page_tell_below_the_languages_of_drafts_that_lack_something_and_of_unsure_tags():
    et, ar = figures("et", 9), figures("ar", 9)
    doubted = [replace(one, counts=replace(one.counts, lacking_words=2, unsure_tags=3)) for one in (et, ar)]
    told = "4 drafts have no words for something that the source marks; the tags of 6 others may belong elsewhere."
    for locales, holds in ((doubted, True), ([et, ar], False)):
        one = replace(night(), record=record(locales=tuple(locales)))
        assert (f"  {told}" in text.terminal_lines(one)) is holds
        assert (f"<p>{told}</p>" in html.page(one, link=LINK)) is holds
    assert max(map(len, text.mail(replace(night(), record=record(locales=tuple(doubted)))).splitlines())) <= 78


def test_the_longest_mail_still_fits_a_screen():
    long = "a word and " * 40
    doubted = Counts(flagged=1, words_left=9, lacking_words=2, unsure_tags=3)
    many = tuple(Trouble(f"{n} {long}", long) for n in range(9))
    full = replace(
        night(review=replace(night().review, waiting=(replace(STUUDIO, path=long),) * 9)),
        project=long,
        record=record(
            troubles=many,
            unfinished=5,
            started=long,
            locales=tuple(replace(figures(f"l{n}", n), counts=doubted) for n in range(9)),
        ),
        summary=replace(night().summary, notes=(long,) * 5),
    )
    lines = text.mail(full).splitlines()
    assert len(lines) == 40
    assert max(len(line) for line in lines if not line.startswith(f"  {long}")) <= 78
    assert "  and 8 problems more" in lines


def test_a_quiet_night_is_told_in_a_few_lines():
    quiet = night(
        record=record(exit_code=ExitCode.CLEAN, locales=()),
        summary=replace(night().summary, engines=(), catalogs=(), troubles=()),
        review=Review(),
    )
    assert text.mail(quiet).splitlines()[0] == "example-news: All done"
    assert text.mail(quiet).splitlines()[-1] == "Nothing new."
    assert 'id="problems"' not in html.page(quiet, link=LINK)


def test_the_page_says_how_many_entries_it_leaves_out_and_how_to_see_them():
    page = html.page(night(), link=LINK)
    assert "52 entries wait beyond those shown here. <code>newsdesk status --worst 57</code> lists all." in page


def test_a_risk_is_never_a_number_alone():
    page = html.page(night(review=Review(waiting=(STUUDIO,), catalogs=night().review.catalogs[:1])), link=LINK)
    told = [page[found.start() - 40 : found.start()] for found in re.finditer(r"0\.86", page)]
    assert [re.search("high(?: risk)?(?=[^a-z>]*(?:</span>|$))", before) is not None for before in told] == [True, True]
    assert all(reason.text in page for reason in STUUDIO.risk.reasons)


def test_every_end_of_a_run_has_words():
    ends = [words.state(record(exit_code=code)) for code in (*ExitCode, None)]
    assert len(set(ends)) == len(ExitCode) + 1


def test_flagged_terms_come_before_the_higher_risk():
    risky = waiting(line=99, risk=Risk(0.99, (Reason(Kind.TEXT, "long", 0.99),)))
    page = html.page(night(review=Review(waiting=(risky, STUUDIO))), link=LINK)
    assert page.index("ferry.po:42") < page.index("Then by risk") < page.index("ferry.po:99")


def test_a_trouble_that_two_reports_tell_of_is_shown_once():
    assert words.troubles(night()) == (TROUBLE,)
    assert html.page(night(), link=LINK).count("is not UTF-8; save it as UTF-8") == 1


def test_marks_that_overlap_or_reach_too_far_lose_no_text():
    spans = (Span(0, 4, Mark.TERM), Span(2, 6, Mark.FAULT), Span(5, 99, Mark.MISSING), Span(200, 300, Mark.TERM))
    pieces = list(pages.pieces(Side("ferry line", spans)))
    assert "".join(piece for piece, *_ in pieces) == "ferry line"
    assert [(piece, mark) for piece, mark, _ in pieces if mark] == [
        ("ferr", "term"), ("y ", "fault"), ("line", "missing"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("template", "path", "expected"),
    [
        (None, "locales/et/LC_MESSAGES/a.po", "../locales/et/LC_MESSAGES/a.po#L7"),
        (None, "articles/õ ä#?%.txt", "../articles/%C3%B5%20%C3%A4%23%3F%25.txt#L7"),
        (None, "javascript:alert(1)", "../javascript%3Aalert%281%29#L7"),
        (None, "//elsewhere.example/a", "../../../elsewhere.example/a#L7"),
        (None, "a\udcff\ud800\0\"'><b", "../a%3F%3F%00%22%27%3E%3Cb#L7"),
        (None, "a\udcff", "../a%FF#L7"),
        ("vscode://file{path}:{line}", "a b.po", "vscode://file/srv/desk/a%20b.po:7"),
        ("https://x.example/?f={path}", "{line}{path}.po", "https://x.example/?f=/srv/desk/%7Bline%7D%7Bpath%7D.po"),
    ],
)
def test_an_address_is_encoded_and_cannot_become_another(template, path, expected):
    assert pages.links(Path("/srv/desk"), "reports", template)(path, 7) == expected


@given(
    folder=st.lists(st.sampled_from(("reports", "out", ".", "..")), min_size=1, max_size=3).map("/".join),
    path=st.lists(st.sampled_from(("", "reports", "out", "a.po", ".", "..")), max_size=4).map("/".join).filter(bool),
)
def test_an_address_leads_from_the_page_to_the_file(folder, path):
    there = os.path.relpath(os.path.join("/srv/desk", path), Path("/srv/desk") / folder)  # noqa: PTH118  As it is.
    assert pages.links(Path("/srv/desk"), folder, None)(path, 1) == f"{there}#L1"


def test_a_deep_folder_of_reports_still_finds_the_files():
    assert pages.links(Path("/srv/desk"), "out/night", None)("locales/a.po", 3) == "../../locales/a.po#L3"


@pytest.mark.parametrize(
    ("locale", "tag", "name"),
    [
        ("et", "et", "Estonian (et)"),
        ("pt_BR", "pt-BR", "Portuguese (Brazil) (pt_BR)"),
        ("zh_Hant_TW", "zh-Hant-TW", "Chinese (Traditional, Taiwan) (zh_Hant_TW)"),
        ("sr@latin", "sr-Latn", "Serbian (Latin) (sr@latin)"),
        ("sr_RS@latin", "sr-Latn-RS", "Serbian (Latin, Serbia) (sr_RS@latin)"),
        ("sr_Latn", "sr-Latn", "Serbian (Latin) (sr_Latn)"),
        ("ks@arabic", "ks-Arab", "Kashmiri (Arabic) (ks@arabic)"),
        ("tt@iqtelif", "tt-Latn", "Tatar (tt@iqtelif)"),
        ("zh_TW", "zh-TW", "Chinese (Traditional, Taiwan) (zh_TW)"),
        ("en_EE", "en-EE", "English (en_EE)"),
        ("ca@valencia", "ca-valencia", "Catalan (ca@valencia)"),
        ("de_DE@euro", "de-DE", "German (Germany) (de_DE@euro)"),
        ("es_419", "es-419", "Spanish (Latin America) (es_419)"),
        ("qqq", "qqq", "qqq"),
        ("../../etc", "", "../../etc"),
        ("", "", ""),
    ],
)
def test_a_locale_has_a_tag_and_a_name(locale, tag, name):
    assert (languages.tag(locale), languages.name(locale)) == (tag, name)


@pytest.mark.parametrize(
    ("left", "expected"),
    [(0, "0 min"), (1, "5 min"), (250, "30 min"), (455, "55 min"), (480, "1 h"), (1750, "3.5 h"), (21_000, "42 h")],
)
def test_work_is_told_as_a_person_would(left, expected):
    assert words.effort(left, 500) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0, "0.0 s"), (9.94, "9.9 s"), (9.96, "10 s"), (59.6, "1 min 0 s"), (192, "3 min 12 s"), (7500, "2 h 5 min"),
     (float("nan"), "0.0 s")],
)  # fmt: skip
def test_time_is_told_as_a_person_would(seconds, expected):
    assert words.duration(seconds) == expected


@pytest.mark.parametrize("stamp", ["yesterday", "2026-11-22", "2026-11-22T02:00:00", "0001-01-01T00:00:00+14:00", ""])
def test_a_time_that_is_none_stays_as_it_is(stamp):
    assert words.moment(stamp) == stamp


def test_a_table_tells_the_time_shorter():
    assert words.moment("2026-11-22T04:30:00+02:00", short=True) == "2026-11-22 02:30 UTC"
    assert words.moment("yesterday", short=True) == "yesterday"


def test_the_charts_begin_at_nothing_and_end_with_this_run():
    history = tuple(record(n, left) for n, left in ((1, 1000), (2, 2000)))
    left, *_, took = charts.charts((*history, record(3, 500)))
    assert (left.latest, left.change) == ("750", "2,250 fewer than before")
    assert left.description == "Over 3 runs: first 1,500, lowest 750, highest 3,000, last 750."
    assert left.line == "M42.7 28 L120 4 L197.3 40"
    assert took.change == "11 s longer than before"
    assert [bar.y + bar.height for bar in took.bars] == [charts.HEIGHT - 4] * 3


def test_a_run_that_counted_nothing_is_a_gap_in_a_chart_and_not_a_zero():
    left, *_ = charts.charts([record(1, 100), record(2, locales=()), record(3, 100)])
    assert left.line == "M42.7 4 M197.3 4"
    assert "lowest 150" in left.description


def test_thirty_runs_are_shown_at_most():
    many = night(history=tuple(record(n) for n in range(1, 60)))
    assert [run.number for run in charts.runs(many)] == [*range(31, 60), 41]


def test_the_templates_are_in_the_package():
    folders = [resources.files(f"translate.reports{room}") / "templates" for room in ("", ".morning")]
    names = {file.name for folder in folders for file in folder.iterdir()}
    assert names == {"page.css", "trial.html.j2", "page.html.j2"}
    assert "</style" not in pages.style_sheet()
