import json
import re
from pathlib import Path
from typing import ClassVar

from hypothesis import strategies as st

from tests.schedules import broadcast
from tests.schedules.contract import ListContract
from translate.core.article import Facts, Kind
from translate.schedules.jsonfile import JsonList

EXAMPLE = Path(__file__).parent / "examples" / "shows.json"


def read(text):
    return JsonList().read(text.encode(), "shows/a.json")


class TestContract(ListContract):
    form = JsonList()
    readable: ClassVar = {
        "shows/example.json": EXAMPLE.read_bytes(),
        "shows/generated.json": broadcast.as_json(broadcast.schedule()),
        "shows/mark.json": '\ufeff\r\n["Õhtu"]\r\n'.encode(),
        "shows/bare.json": b'{"shows":["A",{"title":"\\u00d5\\u0068tu\\n","kind":null}],"updated":{"name":["x"]}}',
        "shows/numbers.json": b'[24, {"name": 1.50, "max_length": "40"}, {"name": " \\t A\\r\\n  B "}]',
    }
    unreadable: ClassVar = {
        "empty": (b"", " line 1: is no JSON that can be read: expecting value"),
        "no-list": (b'"A"', " line 1: is no list of titles: write a list of titles"),
        "no-title": (b"[]", ": there is no title in the file"),
        "no-names": (b'["", null, {"name": " "}]', ": there is no title in the file"),
        "one-show": (b'{"name": "A"}', " line 1: is no list of titles"),
        "two-lists": (b'{"shows": ["A"],\n"titles": ["B"]}', " line 2: has several lists, as shows or titles"),
        "open": (b'["A",\n"B"', " line 2: is no JSON that can be read: expecting ',' delimiter"),
        "comma": (b'["A",\n]', " line 2: is no JSON that can be read: expecting value"),
        "key": (b'[{"name": "A",\nkind: ""}]', " line 2: is no JSON that can be read: expecting property name"),
        "colon": (b'[{"name"\n"A"}]', " line 2: is no JSON that can be read: expecting ':' delimiter"),
        "line-end": (b'["A\nB"]', " line 1: is no JSON that can be read: invalid control character"),
        "rest": (b'["A"]\n["B"]', " line 2: is no JSON that can be read: extra data"),
        "truth": (b'["A",\ntrue]', " line 2: a title is neither a text nor has a name"),
        "nested": (b'["A",\n["B"]]', " line 2: a title is neither a text nor has a name"),
        "named-list": (b'[{"name":\n["B"]}]', " line 2: name is neither a text nor a number"),
        "true-kind": (b'[{"name": "A", "kind":\nfalse}]', " line 2: kind is neither a text nor a number"),
        "nan": (b'[{"name": "A", "max_length":\nNaN}]', " line 2: max_length is neither a text nor a number"),
        "minus": (b'[{"name": "A", "max_length": -1}]', " line 1: max_length is “-1”"),
        "twice": (b'[{"name": "A",\n"name": "B"}]', " line 2: a title has “name” twice"),
        "both": (b'[\n{"name": "A", "title": "B"}]', " line 2: a title has both “name” and “title”"),
        "no-name": (b'["A",\n{"kind": "film"}]', " line 2: a title has no “name”"),
        "kind": (b'[{\n"name": "A", "kind": "\\ud800x"}]', " line 2: kind has U+D800 in it"),
        "bell": (b'["A",\n"B\\u0007"]', " line 2: the title has U+0007 in it; take it out"),
        "half": (b'["A",\n"B\\ud83d"]', " line 2: the title has U+D83D in it; take it out"),
        "deep": (b"[" * 100_000, " line 1: holds something that is nested too deep to be read"),
        "deep-kept": (b'[{"name": "A", "x":\n' + b"[" * 100_000, " line 2: holds something that is nested too deep"),
        "huge": (b'[{"name": "A", "x":\n' + b"9" * 5000 + b"}]", " line 2: holds a number that is too long to be read"),
        "values": (
            b"[\n" + b",\n".join([b'{"name": "A"' + b', "x": 1' * 20 + b"}"] * 10_000) + b"]",
            " line 6978: holds more than a list of titles has; split it into several",
        ),
        "many": (b'["A"' + b',\n"A"' * 50_000 + b"]", " line 50001: holds more than 50,000 values in a list"),
        "control": (b'["A\x1b"]', " line 1: U+001B (escape) stands in column 4"),
        "latin": (b'["\xd5htu"]', " line 1: byte 0xD5 is not UTF-8"),
        "wide": ('["A"]'.encode("utf-16-be"), " line 1: the file is not UTF-8 but looks like UTF-16"),
        "large": (b" " * 20_000_001, ": the file has 20,000,001 bytes, and a list of titles at most 20,000,000"),
    }

    @staticmethod
    def made(draw, names):
        other = st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=5),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
            max_leaves=4,
        )
        items = []
        for name in names:
            keys = draw(st.permutations([draw(st.sampled_from(("name", "title"))), "note", "own"]))
            item = {key: name if key in {"name", "title"} else draw(other if key == "own" else st.text(max_size=5))
                    for key in keys}  # fmt: skip
            item["note"] = "".join(c for c in item["note"] if c.isprintable())
            items.append(draw(st.sampled_from((name, item))))
        root = draw(st.sampled_from((items, {"shows": items}, {"own": {"name": "x"}, "titles": items})))
        text = json.dumps(root, ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from((None, 1, "\t"))))
        ends = draw(st.sampled_from(("\n", "\r\n")))
        return (
            re.sub("\x7f|[\ud800-\udfff]", "", draw(st.sampled_from(("", "\ufeff"))) + text)
            .replace("\n", ends)
            .encode()
        )

    @staticmethod
    def names_in(data):
        root = json.loads(data.decode("utf-8-sig"))
        items = root if isinstance(root, list) else root.get("shows") or root["titles"]
        return [item if isinstance(item, str) else item.get("name") or item["title"] for item in items]


def test_an_object_tells_all_that_is_known_of_a_title():
    document = JsonList().read(EXAMPLE.read_bytes(), "shows/shows.json")
    assert [(s.kind, s.text) for s in document.segments] == [
        (Kind.SHOW, "The Quiet Harbour"),
        (Kind.EPISODE, "Part 3: The Letter"),
        (Kind.FILM, "Nobody Leaves Kaarnaküla"),
        (Kind.PART, "Letters from Randlahe"),
    ]
    told = Facts("Randa 1", "English", 60, "2026-11-30", "Directed by Liisu Tuulik, shot in Vesineeme")
    assert document.segments[1].facts == told


def test_what_is_called_name_elsewhere_is_no_title():
    document = read('{"by": {"name": "X"}, "shows": [{"own": [{"name": "Y"}], "name": "A"}], "name": "Z"}')
    assert [segment.text for segment in document.segments] == ["A"]


def test_a_number_is_a_title_as_it_is_written_and_becomes_a_text():
    document = read('[24, {"name": 1.50}]')
    assert [segment.text for segment in document.segments] == ["24", "1.50"]
    assert JsonList().write(document, ["24 tundi", "1.50"], "et") == b'["24 tundi", {"name": 1.50}]'


def test_a_title_in_escapes_becomes_one_in_letters():
    document = read('["\\u00d5htu"]')
    assert [(s.text, s.raw) for s in document.segments] == [("Õhtu", '"\\u00d5htu"')]
    assert JsonList().write(document, ['“Öö” \\ "x"'], "et").decode() == '["“Öö” \\\\ \\"x\\""]'


def test_titles_without_a_name_are_passed_over_and_a_slip_of_the_pen_is_noted():
    assert read('[null,\n"A",\n{"name": "", "chanel": "x", "own": 1}]').notes == (
        "has 2 titles without a name, which are passed over; the first is in line 1",
        "has “chanel”, which is kept but not read; did you mean “channel”?",
    )
