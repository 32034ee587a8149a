"""The morning report in a real browser: for eyes, for a keyboard, for a screen reader, and against an attacker."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.programs import needs
from tests.reports.nights import FERRY, counted, filled, night, po, waiting
from translate.core.results.night import Night
from translate.core.results.review import CatalogReview
from translate.core.results.summary import Counts, Trouble
from translate.core.text.showing import on_a_page
from translate.reports import pages
from translate.reports.morning import html

pytestmark = needs("chromium", "chromedriver")

PLAIN = "a word that nobody writes"
HOSTILE = (
    "\"'><script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\">"
    "<svg onload=document.title='pwned'>{{7*7}}{%raw%}${7*7}</style></title></textarea><!--&lt;&#60;"
    "javascript:document.title='pwned' \u202eturned\u2066 \0\x07\x1b[31m\x9b\u2029 \ud800 الأخبار"
)
LONG = HOSTILE + "A" * 10_000


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    from tests.reports.browser import chromium

    with chromium(tmp_path_factory.mktemp("browser")) as driver:
        yield driver


@pytest.fixture(scope="module")
def show(browser, tmp_path_factory):
    """Open a night's page as the newsroom does: a file beside the PO files."""
    folder = tmp_path_factory.mktemp("desk") / "reports"
    folder.mkdir()

    def opened(shown, **given):
        file = folder / "morning.html"
        link = pages.links(folder.parent, "reports", None)
        file.write_text(html.page(shown, link=link, source="en", **given), "utf-8")
        browser.get_log("browser")
        browser.get(file.as_uri())
        return browser

    return opened


@pytest.fixture(params=["light", "dark"])
def scheme(request, browser):
    from tests.reports.browser import prefer

    prefer(browser, request.param)
    yield request.param
    prefer(browser, "light")


@pytest.fixture
def narrow(browser):
    from tests.reports import browser as room

    room.narrow(browser, 360)
    yield browser
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def everything_open(page):
    page.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")


@pytest.mark.parametrize("text", [HOSTILE, LONG], ids=["hostile", "hostile and long"])
def test_a_hostile_text_in_every_field_is_only_text(show, text):
    page = show(filled(Night, counted(lambda: text)))
    everything_open(page)
    found = page.execute_script(
        """const all = [...document.querySelectorAll('*')];
        return {
          scripts: document.scripts.length,
          strange: all.filter(e => /^(img|iframe|object|embed|base|form|textarea|template)$/i.test(e.tagName)).length,
          handlers: all.filter(e => [...e.attributes].some(a => /^on/i.test(a.name))).length,
          styled: all.filter(e => e.hasAttribute('style')).length,
          addresses: [...new Set([...document.querySelectorAll('[href]')].map(e => new URL(e.href).protocol))],
          sheets: document.styleSheets.length,
          svgs: [...document.querySelectorAll('svg')].every(e => e.getAttribute('role') === 'img'),
          loaded: performance.getEntriesByType('resource').map(e => e.name),
          text: (document.querySelectorAll('.unseen').forEach(e => e.remove()), document.body.textContent),
          main: document.querySelector('main').offsetWidth <= innerWidth,
        }"""
    )
    assert "\"'><script>document.title='pwned'</script>" in page.title
    assert found["scripts"] == found["strange"] == found["handlers"] == found["styled"] == 0
    assert set(found["addresses"]) == {"file:", "data:"}
    assert (found["sheets"], found["svgs"], found["loaded"], found["main"]) == (1, True, [], True)
    assert found["text"].count(on_a_page(text)) > 50
    assert "pwned" not in found["text"].replace(on_a_page(text), "")
    assert "{{7*7}}{%raw%}${7*7}" in found["text"]
    assert not set("\0\x07\x1b\u202e\u2066\u2029") & set(found["text"])
    assert page.get_log("browser") == []


def test_a_plausible_night_loads_nothing_and_breaks_no_policy(show):
    page = show(night())
    assert page.title == "example-news: morning report, run 41"
    assert page.execute_script("return performance.getEntriesByType('resource').length + document.scripts.length") == 0
    styled = page.execute_script("return getComputedStyle(document.body).maxWidth")
    assert styled != "none"
    assert page.get_log("browser") == []


def test_the_policy_of_the_page_forbids_what_an_escaping_fault_would_let_in(show, tmp_path):
    page = show(night())
    opened = Path(page.current_url.removeprefix("file://"))
    broken = "<script>document.title='pwned'</script><style>h1{display:none}</style><h1 style='display:none'>"
    opened.write_text(opened.read_text("utf-8").replace("<h1", f"{broken}<h1", 1), "utf-8")
    page.get(opened.as_uri())
    assert page.title == "example-news: morning report, run 41"
    assert page.execute_script("return document.querySelector('#headline').offsetHeight") > 0
    refused = [entry["message"] for entry in page.get_log("browser")]
    assert len([message for message in refused if "Content Security Policy" in message]) == 3


def test_every_kind_of_reader_finds_the_way_about(show):
    page = show(night())
    everything_open(page)
    found = page.execute_script(
        """const q = s => [...document.querySelectorAll(s)];
        const named = e => (e.getAttribute('aria-labelledby') || '').split(' ').filter(Boolean)
          .every(id => (document.getElementById(id) || {textContent: ''}).textContent.trim());
        return {
          language: document.documentElement.lang,
          h1: q('h1').length, main: q('main').length,
          headings: q('h1, h2, h3, h4, h5, h6').map(e => Number(e.tagName[1])),
          tables: q('table').length,
          captions: q('table > caption').filter(e => e.textContent.trim()).length,
          heads: q('th:not([scope=col], [scope=row], [scope=colgroup])').length,
          rows: q('tbody tr').filter(e => !e.querySelector('th[scope=row]')).length,
          charts: q('svg').map(e => [e.getAttribute('role'), named(e), e.querySelector('desc').textContent]),
          sections: q('section, nav, [role=region]').filter(
            e => !(e.hasAttribute('aria-labelledby') && named(e)) && !e.getAttribute('aria-label')).length,
          links: q('a').filter(e => !e.textContent.trim() || !e.getAttribute('href')).length,
          anchors: q('a[href^="#"]').filter(e => !document.querySelector(e.getAttribute('href'))).length,
          ids: q('[id]').length - new Set(q('[id]').map(e => e.id)).size,
          labels: q('input').filter(e => !e.labels.length).length,
          texts: q('.text').filter(e => !e.hasAttribute('lang') && !e.classList.contains('nothing')).length,
          marks: q('.entry mark').map(e => e.textContent.replace(/:.*/s, ':')),
        }"""
    )
    assert (found["language"], found["h1"], found["main"], found["headings"][0]) == ("en", 1, 1, 1)
    assert all(after - before <= 1 for before, after in zip(found["headings"], found["headings"][1:], strict=False))
    assert found["tables"] == found["captions"] == 8
    assert len(found["charts"]) == 6
    assert all(role == "img" and named and told for role, named, told in found["charts"])
    wrong = ("heads", "rows", "sections", "links", "anchors", "ids", "labels", "texts")
    assert {what: found[what] for what in wrong} == dict.fromkeys(wrong, 0)
    assert set(found["marks"]) == {"[term:", "[missing term:", "[possible fault:"}


def test_each_text_says_its_own_language_and_direction(show):
    arabic = waiting("ar", target=night().review.waiting[1].target)
    mixed = (arabic, waiting("sr@latin"), waiting("zh_Hant_TW"), waiting("no locale"))
    page = show(night(review=replace(night().review, waiting=mixed)))
    found = page.execute_script(
        "return [...document.querySelectorAll('.text')].map(e => [e.lang, getComputedStyle(e).direction])"
    )
    assert found[::2] == [["en", "ltr"]] * 4
    assert found[1::2] == [["ar", "rtl"], ["sr-Latn", "ltr"], ["zh-Hant-TW", "ltr"], ["", "ltr"]]


def test_marks_differ_in_more_than_colour(show):
    page = show(night())
    lines = page.execute_script(
        "return [...document.querySelectorAll('.legend mark')].map(e => getComputedStyle(e).textDecorationStyle)"
    )
    assert sorted(lines) == ["dashed", "solid", "wavy"]


CONTRASTS = """
const channels = c => c.match(/[\\d.]+/g).map(Number);
const light = c => { const [r, g, b] = channels(c).map(v => v / 255).map(
  v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
  if ((channels(c)[3] ?? 1) > 0) return c; } return 'rgb(255, 255, 255)'; };
const found = {};
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
  const e = walk.currentNode.parentElement;
  if (!walk.currentNode.data.trim() || e.closest('svg, .unseen')) continue;
  const pair = [getComputedStyle(e).color, ground(e)];
  const [a, b] = pair.map(light).sort((x, y) => y - x);
  found[pair.join(' on ')] = (a + 0.05) / (b + 0.05);
}
return found;
"""


def test_every_text_can_be_read_against_its_ground(show, scheme):
    page = show(night(record=replace(night().record, troubles=(Trouble("x", "y", 1, "Traceback"),))))
    everything_open(page)
    contrasts = page.execute_script(CONTRASTS)
    assert len(contrasts) >= 8
    assert {pair: round(ratio, 2) for pair, ratio in contrasts.items() if ratio < 4.5} == {}
    ground = page.execute_script("return getComputedStyle(document.documentElement).backgroundColor")
    assert (ground == "rgb(252, 251, 248)") is (scheme == "light")


def test_the_tab_key_reaches_everything_and_shows_where_it_is(show):
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    page = show(night())
    wanted = page.execute_script(
        """window.wanted = [...document.querySelectorAll('a[href], summary, input:checked, [tabindex="0"]')]
          .filter(e => e.checkVisibility()); return wanted.length"""
    )
    reached = []
    for _ in range(wanted):
        page.switch_to.active_element.send_keys(Keys.TAB)
        reached.append(
            page.execute_script(
                "const e = document.activeElement, s = getComputedStyle(e);"
                "return [wanted.indexOf(e), s.outlineStyle, parseFloat(s.outlineWidth)]"
            )
        )
    assert [place for place, *_ in reached] == list(range(wanted))
    assert all(style == "solid" and width >= 2 for _, style, width in reached)
    assert page.find_element(By.CSS_SELECTOR, ".skip").get_attribute("href").endswith("#main")


def test_nothing_sticks_out_of_a_narrow_screen(show, narrow):
    page = show(night())
    everything_open(page)
    assert page.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    left, right = page.execute_script(
        "return [...document.querySelector('.sides').children].map(e => e.getBoundingClientRect().left)"
    )
    assert left == right


def test_source_and_draft_stand_side_by_side_on_a_wide_screen(show):
    page = show(night())
    first, second = page.execute_script(
        "return [...document.querySelector('.sides').children].map(e => [e.getBoundingClientRect().top, e.offsetWidth])"
    )
    assert first == second


def test_a_language_is_chosen_without_a_script(show):
    from selenium.webdriver.common.by import By

    page = show(night())
    shown = "return [...document.querySelectorAll('.entry')].filter(e => e.offsetHeight).length"
    counts = []
    for button in page.find_elements(By.CSS_SELECTOR, "input[name=only]"):
        button.click()
        counts.append(page.execute_script(shown))
    assert counts == [5, 3, 2]


def test_print_is_light_and_opens_what_is_folded(show):
    from tests.reports.browser import prefer

    page = show(night())
    prefer(page, "dark")
    page.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {"media": "print", "features": [{"name": "prefers-color-scheme", "value": "dark"}]},
    )
    try:
        ink, navigation, table = page.execute_script(
            """return [getComputedStyle(document.body).color, getComputedStyle(document.querySelector('nav')).display,
              document.querySelector('#trends ~ details table').getBoundingClientRect().height]"""
        )
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    assert (ink, navigation) == ("rgb(31, 29, 26)", "none")
    assert table > 100


def test_of_many_files_only_those_with_something_to_do_are_linked_and_the_list_is_folded(show):
    done = tuple(CatalogReview("et", f"done-{n}", po("et", f"done-{n}"), Counts(approved=9)) for n in range(40))
    left = CatalogReview("et", FERRY, po("et", FERRY), Counts(drafts=1))
    page = show(night(review=replace(night().review, catalogs=(*done, left))))
    assert page.execute_script("return document.querySelector('#files ~ details').open") is False
    assert page.execute_script(
        "return [...document.querySelectorAll('#files ~ details td a, #files ~ details th a')].map(e => e.textContent)"
    ) == [FERRY]
    assert page.execute_script("return document.querySelectorAll('#files ~ details tbody tr').length") == 41


def test_a_link_leads_to_the_file(show, tmp_path):
    page = show(night())
    hrefs = page.execute_script("return [...document.querySelectorAll('a.place')].map(e => e.href)")
    desk = Path(page.current_url.removeprefix("file://")).parent.parent
    assert hrefs[1] == f"{(desk / po('et', FERRY)).as_uri()}#L42"
