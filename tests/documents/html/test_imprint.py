"""A translated page says its language, the direction of its text, and how it came about."""

import pytest

from translate.core.article import Imprint, Making
from translate.documents.html.imprint import imprinted
from translate.documents.html.page import HtmlFormat

ESTONIAN = Imprint("et", "ltr", Making.MACHINE)
ARABIC = Imprint("ar-EG", "rtl", Making.REVIEWED)
SAID = (
    '<meta name="ai-disclosure" content="ai-autonomous">\n<meta name="digitalSourceType" '
    'content="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia">\n'
)


@pytest.mark.parametrize(
    ("html", "imprint", "expected"),
    [
        (
            '<html lang="en" dir="ltr"><head></head><body><p>a',
            ESTONIAN,
            f'<html lang="et" dir="ltr"><head>{SAID}</head><body><p>a',
        ),
        ("<html><body><p>a", ESTONIAN, f'<html lang="et">{SAID}<body><p>a'),
        ("<html lang=en-GB><p>a", ESTONIAN, f'<html lang="et">{SAID}<p>a'),
        ("<html lang=ru><body lang=en><p lang=en>a", ESTONIAN, f'<html lang="et">{SAID}<body lang="et"><p lang="et">a'),
        ("<body dir='rtl'><p>a", ESTONIAN, f"{SAID}<body dir='ltr'><p>a"),
        ("<p>a", ESTONIAN, "<p>a"),
        ("<article lang='en'><p>a</p></article>", ARABIC, "<article lang='ar-EG'><p>a</p></article>"),
        ("<p lang=en>a</p><p lang=en>b", ESTONIAN, '<p lang="et">a</p><p lang="et">b'),
        ("<p lang=en>a</p><p lang=fr>b</p><p lang=en>c", ESTONIAN, '<p lang="et">a</p><p lang=fr>b</p><p lang="et">c'),
        (
            '<div dir="ltr" trbidi="on"><p>a</p><p dir=rtl>b</p><p dir=auto>c</p><td dir=LTR>d</td></div>',
            ARABIC,
            '<div dir="rtl" trbidi="on"><p>a</p><p dir=rtl>b</p><p dir=auto>c</p><td dir="rtl">d</td></div>',
        ),
        (
            '<?xml version="1.0"?><html xml:lang="en" lang="en"><head/><body><p>a',
            ESTONIAN,
            f'<?xml version="1.0"?><html xml:lang="et" lang="et"><head/>{SAID.replace(">", " />")}<body><p>a',
        ),
    ],
)
def test_language_and_direction_are_set_where_the_page_has_them(html, imprint, expected):
    assert imprinted(html, imprint) == expected


@pytest.mark.parametrize(
    ("making", "word", "code"),
    [
        (Making.MACHINE, "ai-autonomous", "trainedAlgorithmicMedia"),
        (Making.REVIEWED, "ai-assisted", "compositeWithTrainedAlgorithmicMedia"),
        (Making.HUMAN, "none", "digitalCreation"),
    ],
)
def test_how_it_came_about_stands_at_the_end_of_the_head_and_only_once(making, word, code):
    html = "<html lang='en'><head>\n<title>a</title>\n</head><body>"
    once = imprinted(html, Imprint("et", "ltr", making))
    assert f'</title>\n<meta name="ai-disclosure" content="{word}">\n<meta name="digitalSourceType"' in once
    assert f'content="http://cv.iptc.org/newscodes/digitalsourcetype/{code}">\n</head>' in once
    assert imprinted(once, Imprint("et", "ltr", making)) == once
    assert imprinted(imprinted(once, ARABIC), Imprint("et", "rtl", making)) == once.replace("<html", '<html dir="rtl"')


def test_what_the_head_says_of_the_language_is_set_and_links_to_others_stay():
    html = (
        '<html lang="en"><head><meta property="og:locale" content="en_GB"><meta http-equiv=Content-Language content=en>'
        '<link rel="alternate" hreflang="en" href="/en"></head>'
    )
    written = imprinted(html, ARABIC)
    assert '<meta property="og:locale" content="ar_EG"><meta http-equiv=Content-Language content="ar-EG">' in written
    assert '<link rel="alternate" hreflang="en" href="/en">' in written


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            """{"@type": "NewsArticle", "inLanguage": "en-GB",
 "digitalSourceType": ""}""",
            """{"@type": "NewsArticle", "inLanguage": "et",
 "digitalSourceType": "https://schema.org/TrainedAlgorithmicMediaDigitalSource"}""",
        ),
        ('{"@graph": [{"@type": ["NewsArticle"], "inLanguage":"en"}]}',
         '{"@graph": [{"@type": ["NewsArticle"], "inLanguage":"et"}]}'),
        ('{"@type": "NewsArticle", "headline": "x"}', '{"@type": "NewsArticle", "headline": "x"}'),
        ('{"@type": "NewsArticle", "inLanguage": "fr"}', '{"@type": "NewsArticle", "inLanguage": "fr"}'),
        ('{"@type": "WebSite", "inLanguage": "en"}', '{"@type": "WebSite", "inLanguage": "en"}'),
        ('{"@type": "NewsArticle", "inLanguage": "en"', '{"@type": "NewsArticle", "inLanguage": "en"'),
        ("[" * 100_000, "[" * 100_000),
    ],
)  # fmt: skip
def test_what_search_engines_are_told_of_the_article_is_set_where_it_is_there(said, expected):
    html = '<html lang="en"><head><script type="application/ld+json">{}</script></head>'
    assert f">{expected}</script>" in imprinted(html.format(said), ESTONIAN)


def test_a_translated_page_is_in_its_new_language_and_a_quotation_stays():
    html = b"<html lang=en><body><p>a</p><p lang=en>b</p><p lang=fr>c</p><nav><p lang=en>d"
    document = HtmlFormat().read(html, "articles/a.html")
    written = HtmlFormat().write(document, ["A", "B"], ARABIC).decode()
    assert written.startswith('<html dir="rtl" lang="ar-EG">')
    assert written.endswith('<body><p>A</p><p lang="ar-EG">B</p><p lang=fr>c</p><nav><p lang=en>d')
