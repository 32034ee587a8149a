"""JSON made to harm is refused in a sentence or read; none takes for ever."""

import json

import pytest

from tests.documents.ninjs.samples import ADDRESS
from tests.patience import PATIENCE
from translate.documents.ninjs import LARGEST_FILE, Ninjs
from translate.errors import DocumentError


def body(text, name="body_html"):
    return json.dumps({"uri": ADDRESS, name: text}).encode()


HOSTILE = {
    "nested lists": b'{"uri":"","headline":"A","x":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "nested objects": b'{"uri":"","headline":"A","x":' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}",
    "unclosed lists": b'{"uri":"","headline":"A","x":' + b"[" * 4_000_000,
    "nested associations": b'{"uri":"","headline":"A","associations":' * 100_000,
    "many values": b'{"uri":"","headline":"A","x":[' + b"1," * 2_000_000 + b"1]}",
    "many keys": b'{"uri":"","headline":"A"' + b',"a":1' * 700_000 + b"}",
    "same key": b'{"uri":""' + b',"headline":"A"' * 300_000 + b"}",
    "long string without an end": b'{"uri":"","headline":"' + b"a" * 4_900_000,
    "escapes without an end": b'{"uri":"","headline":"' + b"\\n" * 2_400_000,
    "many escapes": b'{"uri":"","headline":"' + b"\\u00e4" * 800_000 + b'"}',
    "as many escapes as may be": b'{"uri":"","body_text":"' + b"a\\n" * 199_000 + b'"}',
    "escaped backslashes": b'{"uri":"","body_text":"' + b"\\\\" * 99_000 + b' a"}',
    "space": b'{"uri":"",' + b" " * 4_900_000 + b'"headline":"A"}',
    "a long number": b'{"uri":"","headline":"A","x":' + b"9" * 4_900_000 + b"}",
    "10 MB": body("x" * 10_000_000),
    "nested elements": body("<div>" * 100_000 + "a"),
    "nested inline elements": body("<p>" + "<b>a" * 100_000),
    "unclosed tags": body("<p " * 1_000_000),
    "scripts": body("<script>alert(1)</script><p>a</p>" * 4_000),
    "CDATA": body("<![CDATA[<p>a</p>]]>" * 10_000),
    "entities": body("<p>&amp;" + "&lt;" * 5_000),
}


def outcome(data):
    """The bytes that it is written back as, or why it is refused."""
    try:
        document = Ninjs().read(data, "articles/hostile.json")
    except DocumentError as error:
        return error
    return Ninjs().write(document, [segment.text for segment in document.segments])


@pytest.mark.timeout(PATIENCE)
@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_made_to_harm_is_read_or_refused(name):
    done = outcome(HOSTILE[name])
    if isinstance(done, DocumentError):
        assert done.path == "articles/hostile.json"
        assert len(done.message) < 250
    else:
        assert done == HOSTILE[name]


def test_the_largest_file_that_is_read_has_room_for_any_article():
    assert LARGEST_FILE >= 5_000_000
