"""Articles in ninjs are read into their parts and written back byte for byte."""

import json
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.ninjs.samples import ADDRESS, FIRST, SECOND, THIRD
from translate.core.article import Imprint, Kind, Making
from translate.documents.jsonvalues import DEEPEST, MOST_VALUES
from translate.documents.ninjs import LARGEST_FILE, Ninjs
from translate.errors import DocumentError
from translate.testing.documents import DocumentContract

ESTONIAN = Imprint("et", "ltr", Making.MACHINE)


def item(**members):
    return json.dumps({"uri": ADDRESS, **members}, ensure_ascii=False)


def read(text, path="articles/ferry.json"):
    return Ninjs().read(text.encode(), path)


def told(text):
    return [(segment.kind, segment.text) for segment in read(text).segments]


def written(text, change, imprint=None):
    document = read(text)
    return Ninjs().write(document, [change(segment.text) for segment in document.segments], imprint).decode()


class TestNinjs(DocumentContract):
    readable: ClassVar = {
        "articles/first.json": FIRST.encode(),
        "articles/second.json": SECOND.encode(),
        "articles/third.ninjs": THIRD.encode(),
        "articles/windows.json": FIRST.replace("\n", "\r\n").encode(),
        "articles/marked.json": b"\xef\xbb\xbf" + FIRST.encode(),
        "articles/one.json": b'{"headline":"Frost","uri":""}',
        "articles/null.json": b'{"headline":"Frost","uri":null,"language":null}',
        "articles/escaped.json": json.dumps({"uri": "", "headline": "Õhtu 🚢 <b1>"}).encode(),
        "articles/slashes.json": rb'{"uri":"","body_html":"<p>A \u003cb\u003ebold\u003c\/b\u003e step<\/p>"}'.replace(
            b"<p>", rb"\u003cp\u003e"
        ).replace(b"<\\/p>", rb"\u003c\/p\u003e"),
    }
    unreadable: ClassVar = {
        "articles/empty.json": b"",
        "articles/no-text.json": item(type="picture").encode(),
        "articles/blank.json": item(headline=" ", body_text="\n--\n", body_html="<p></p>").encode(),
        "articles/list.json": f"[{FIRST}]".encode(),
        "articles/text.json": b'"uri"',
        "articles/two.json": FIRST.encode() * 2,
        "articles/cut.json": FIRST.encode()[:400],
        "articles/comma.json": b'{"uri": "", "headline": "Frost",}',
        "articles/no-comma.json": b'{"uri": "" "headline": "Frost"}',
        "articles/no-colon.json": b'{"uri" ""}',
        "articles/nan.json": b'{"uri": "", "headline": "Frost", "urgency": NaN}',
        "articles/quotes.json": b"{'uri': '', 'headline': 'Frost'}",
        "articles/line-end.json": b'{"uri": "", "headline": "Fr\nost"}',
        "articles/control.json": rb'{"uri": "", "headline": "Fr\u0007ost"}',
        "articles/half.json": rb'{"uri": "", "headline": "Fr\ud800ost"}',
        "articles/latin-1.json": item(headline="Külm").encode("latin-1"),
        "articles/utf-16.json": item(headline="Külm").encode("utf-16"),
        "articles/deep.json": b'{"uri": "", "headline": "Frost", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "articles/many.json": b'{"uri": "", "headline": "Frost", "x": [' + b"1," * MOST_VALUES + b"1]}",
        "articles/large.json": item(headline="x" * LARGEST_FILE).encode(),
    }

    @pytest.fixture
    def form(self):
        return Ninjs()


def test_of_an_item_of_the_first_line_what_is_written_for_readers_is_translated():
    assert told(FIRST) == [
        (Kind.HEADLINE, "Ferry lines merge"),
        (Kind.SUMMARY, "Lines merge"),
        (Kind.BYLINE, "Leida Metsakuru"),
        (Kind.SUMMARY, "Two lines are one from May."),
        (Kind.PARAGRAPH, "Randa – Two ferry lines merge."),
        (Kind.PARAGRAPH, '"We sail on", says Captain Saar.'),
        (Kind.PARAGRAPH, "More."),
        (Kind.PARAGRAPH, "Two <a1>ferry lines</a1> merge."),
        (Kind.PARAGRAPH, "Sold & ok."),
        (Kind.CAPTION, "The harbour"),
        (Kind.CAPTION, "Ferries at Vesineeme."),
        (Kind.IMAGE, "A white ship at a quay"),
    ]


def test_of_the_later_lines_lists_are_read_and_what_is_in_another_language_stays():
    assert told(SECOND) == [
        (Kind.SUMMARY, "Ferry lines merge"),
        (Kind.BYLINE, "Leida Metsakuru"),
        (Kind.SUMMARY, "Ferries: lines merge"),
        (Kind.HEADLINE, "Ferry lines merge"),
        (Kind.SUMMARY, "Two lines are one from May."),
        (Kind.PARAGRAPH, "Two ferry lines merge."),
        (Kind.PARAGRAPH, "They are one from May."),
        (Kind.SUBHEAD, "Ferry lines merge"),
        (Kind.PARAGRAPH, "Two <b1>ferry</b1> lines."),
        (Kind.CAPTION, "The harbour"),
        (Kind.CAPTION, "Ferries at Vesineeme."),
        (Kind.IMAGE, "A white ship at a quay"),
    ]
    assert told(THIRD) == [
        (Kind.HEADLINE, "Õngu's ferry lines merge"),
        (Kind.PARAGRAPH, "Two <b1>ferry</b1> lines – one from May."),
    ]


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"body_main": "Plain."}, [(Kind.PARAGRAPH, "Plain.")]),
        ({"body_richtext": "<p>Rich.</p>"}, [(Kind.PARAGRAPH, "Rich.")]),
        ({"bodies": [{"role": "html5", "value": "Bold <b>step</b>"}]}, [(Kind.PARAGRAPH, "Bold <b1>step</b1>")]),
        ({"bodies": [{"value": "<p>Rich.</p>"}]}, [(Kind.PARAGRAPH, "Rich.")]),
        ({"bodies": [{"value": "1 < 2"}, {"value": None}, {}, None]}, [(Kind.PARAGRAPH, "1 < 2")]),
        ({"body_text": "<p>As it stands.</p>"}, [(Kind.PARAGRAPH, "<p>As it stands.</p>")]),
        ({"headlines": [{"role": "seo", "value": "Only"}]}, [(Kind.HEADLINE, "Only")]),
        ({"headline": "One\nTwo"}, [(Kind.HEADLINE, "One"), (Kind.SUMMARY, "Two")]),
        ({"body_html": "<h1>Head</h1><h2>Two</h2>"}, [(Kind.SUBHEAD, "Head"), (Kind.SUBHEAD, "Two")]),
        (
            {"type": "picture", "headline": "Ship", "description_xhtml": "<p>A <i>ship</i> of old.</p>"},
            [(Kind.HEADLINE, "Ship"), (Kind.CAPTION, "A <i1>ship</i1> of old.")],
        ),
        ({"associations": {"a": [{"headline": "Read on"}, 1], "b": None}}, [(Kind.SUMMARY, "Read on")]),
        ({"title": "A", "language": "en-GB", "associations": [{"language": "en_US", "title": "B"}]}, [
            (Kind.SUMMARY, "A"), (Kind.SUMMARY, "B")
        ]),
    ],
)  # fmt: skip
def test_a_text_is_what_its_file_calls_it_or_what_it_looks_like(members, expected):
    assert told(item(**members)) == expected


def test_a_body_of_another_kind_stays_and_is_told_of():
    assert read(FIRST).notes == ("has text as nitf, which is kept but not translated",)
    assert read(SECOND).notes == ("has text as application/xml, which is kept but not translated",)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (FIRST, True),
        (THIRD[:200], True),
        (f"\ufeff \n[{SECOND}", True),
        (item(type="picture"), False),
        ('{"shows": [{"name": "Õhtu"}]}', False),
        ('{"headline": "Frost"}', False),
        ('["uri:", "headline:"]', False),
        ("", False),
    ],
)
def test_an_item_is_told_from_other_json_by_its_address_and_its_text(data, expected):
    assert Ninjs().recognises(data.encode()) is expected


def test_a_file_gets_the_escapes_that_its_program_writes():
    php = r'{"uri":"http:\/\/a.example","body_html":"<p>A<\/p>","headline":"\u00d5htu"}'
    assert written(php, "ö/{}".format) == (
        r'{"uri":"http:\/\/a.example","body_html":"<p>\u00f6\/A<\/p>","headline":"\u00f6\/\u00d5htu"}'
    )
    go = r'{"uri":"","body_html":"\u003cp\u003eQ\u0026amp;A, a \u003cb\u003ebold\u003c/b\u003e step\u003c/p\u003e"}'
    assert written(go, "õ & {}".format) == go.replace(r"Q\u0026", r"õ \u0026amp; Q\u0026")
    plain = item(headline='A "b" \\ c\t/ d')
    assert written(plain, "“Õ” {}".format) == item(headline='“Õ” A "b" \\ c / d')


def test_numbers_keys_that_stand_twice_and_space_stay_as_they_are():
    odd = '{ "uri":"" ,"urgency":4.0E0,"headline" :"A","headline":"B" , "x":[ ] , "y":{}\n}\n'
    assert written(odd, "{}!".format) == odd.replace('"A"', '"A!"').replace('"B"', '"B!"')


def test_an_item_of_the_first_line_says_its_language_and_how_it_came_about():
    data = json.loads(written(FIRST, str.upper, ESTONIAN))
    assert data["language"] == "et"
    assert data["associations"]["mainpic"]["language"] == "et"
    assert data["digitalsourcetype"] == {
        "name": "Created using Generative AI",
        "uri": "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
    }
    assert data["urgency"] == 4.0
    assert data["headline"] == "FERRY LINES MERGE"


def test_what_stays_in_another_language_says_so_still():
    bodies = [{"language": language, "value": "Randa"} for language in ("fi", "en", "en-GB")]
    text = item(language="en", bodies=bodies, associations=[{"language": "fi", "title": "Randa"}, {"title": "Randa"}])
    data = json.loads(written(text, str.upper, ESTONIAN))
    assert data["bodies"] == [
        {"language": "fi", "value": "Randa"},
        {"language": "et", "value": "RANDA"},
        {"language": "et", "value": "RANDA"},
    ]
    assert data["associations"] == [{"language": "fi", "title": "Randa"}, {"title": "RANDA"}]


@pytest.mark.parametrize(
    ("members", "field"),
    [
        ({}, "digitalsourcetype"),
        ({"versioncreated": "2026"}, "digitalsourcetype"),
        ({"versionCreated": "2026"}, "digitalSourceType"),
        ({"standard": {"version": "3.2"}}, "digitalSourceType"),
        ({"standard": {"version": "3.0"}}, None),
        ({"standard": {"version": "2.2"}}, "digitalsourcetype"),
        ({"standard": {"version": "2.1"}}, None),
        ({"$standard": {"version": "1.6"}}, "digitalsourcetype"),
        ({"$standard": {"version": "1.4"}}, None),
        ({"digitalSourceType": {"uri": "x"}}, "digitalSourceType"),
    ],
)
def test_each_version_has_its_own_name_for_how_an_item_came_about_or_none(members, field):
    data = json.loads(written(item(headline="A", **members), str, ESTONIAN))
    assert [key for key in data if key.lower() == "digitalsourcetype"] == ([field] if field else [])
    assert data["language"] == "et"


def test_what_is_added_is_spaced_as_the_rest():
    assert written('{\n\t"uri" : "",\n\t"headline" : "A"\n}', str, ESTONIAN) == (
        '{\n\t"uri" : "",\n\t"headline" : "A",\n\t"language" : "et",\n\t"digitalsourcetype" : {"name": '
        '"Created using Generative AI", "uri": "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"}\n}'
    )
    added = json.dumps(
        {"name": "Digital creation", "uri": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation"},
        separators=(",", ":"),
    )
    human = Imprint("fi", "ltr", Making.HUMAN)
    assert written(THIRD, str, human) == THIRD.replace('"en"', '"fi"')[:-1] + f',"digitalSourceType":{added}}}'


def test_something_broken_is_told_with_its_line_and_what_to_do():
    with pytest.raises(DocumentError) as caught:
        read('{"uri": "",\n"headline": "A"\n"by": "B"}')
    assert str(caught.value) == (
        'articles/ferry.json line 3: is no JSON that can be read: a comma or “}” is missing where “"” stands; mend it'
    )


def test_values_may_be_nested_as_deep_as_an_article_needs():
    nested = '{"uri": "", "headline": "A", "x": %s1%s}'
    assert told(nested % ("[" * (DEEPEST - 1), "]" * (DEEPEST - 1)))
    with pytest.raises(DocumentError, match="nested more than"):
        read(nested % ("[" * DEEPEST, "]" * DEEPEST))


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.text()
    | st.sampled_from(["<p>a <b>b</b></p>", "a\nb", "en", "picture"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["headline", "body_text", "bodies", "value", "language", "associations", "type", "role", "by"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(JSON, st.booleans(), st.sampled_from([None, 1, "\t"]))
def test_whatever_json_can_be_read_is_written_back_byte_for_byte(value, ascii_only, indent):
    text = json.dumps({"uri": "", "headline": "A", "associations": value}, ensure_ascii=ascii_only, indent=indent)
    try:
        document = read(text)
    except (DocumentError, UnicodeEncodeError):
        return
    own = [segment.text for segment in document.segments]
    assert Ninjs().write(document, own).decode() == text
    changed = Ninjs().write(document, [f"Õ {text}" for text in own], ESTONIAN)
    assert json.loads(changed)["headline"] == "Õ A"


@given(st.text(alphabet='{}[]",:\\un1e.-Õ \n'))
def test_text_of_any_kind_is_an_item_or_refused(text):
    whole = f'{{"uri": "", "headline": {text}'
    try:
        document = read(whole)
    except DocumentError:
        return
    json.loads(whole)
    assert Ninjs().write(document, [segment.text for segment in document.segments]).decode() == whole
