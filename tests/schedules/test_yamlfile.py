from pathlib import Path
from typing import ClassVar

import pytest
import yaml
from hypothesis import assume
from hypothesis import strategies as st

from tests.schedules import broadcast
from tests.schedules.contract import ListContract
from translate.core.article import Facts, Kind
from translate.schedules.yamlfile import YamlList

EXAMPLE = Path(__file__).parent / "examples" / "shows.yaml"

STYLES = """\
%YAML 1.1
---
titles:
- plain: no title
  name: Plain  and
    folded   # A comment.
- {"name": "Double \\"quoted\\" \\xd5", kind: film}
- name: 'It''s

    single'
- name: |-
    A
    block

  note: >
    Another
    one
- name: >+
    Last

# The end.
"""


def read(text):
    return YamlList().read(text.encode(), "shows/a.yaml")


class TestContract(ListContract):
    form = YamlList()
    readable: ClassVar = {
        "shows/example.yaml": EXAMPLE.read_bytes(),
        "shows/generated.yaml": broadcast.as_yaml(broadcast.schedule()),
        "shows/styles.yml": STYLES.encode(),
        "shows/ends.yml": STYLES.replace("\n", "\r\n").encode(),
        "shows/mark.yaml": "\ufeff- Õhtu\n- \U0001f600 & ☃\n-\n- ~\n- 24".encode(),
        "shows/json.yaml": b'{"shows": ["A", {"name": "B"}]}',
    }
    unreadable: ClassVar = {
        "empty": (b"", " line 1: is no list of titles"),
        "comment": (b"# Nothing yet\n", " line 1: is no list of titles"),
        "no-list": (b"name: A\n", " line 1: is no list of titles"),
        "no-title": (b"[]", ": there is no title in the file"),
        "two-lists": (b"shows: [A]\ntitles: [B]\n", " line 2: has several lists"),
        "document": (b"- A\n---\n- B\n", " line 2: has a second document (---)"),
        "no-yaml": (b"- A\n- b: c: d\n", " line 2: is no YAML that can be read: mapping values are not allowed"),
        "open": (b'- A\n- "B\n', " line 2: is no YAML that can be read: found unexpected end of stream"),
        "tab": (b"- A\n\t- B\n", " line 2: is no YAML that can be read"),
        "directive": (b"%TAG ! !\n", " line 1: is no YAML that can be read"),
        "nested": (b"- A\n- - B\n", " line 2: a title is neither a text nor has a name"),
        "alias": (b"own: &a A\nshows:\n- *a\n", " line 3: the title is an alias (*); write the title itself"),
        "named-alias": (b"- name: A\n  note: &a N\n- name: *a\n", " line 3: the title is an alias"),
        "anchor": (b"- A\n- name: &a B\n  note: *a\n", " line 2: the title has an anchor or a tag (& or !) before it"),
        "tag": (b"- A\n- !!binary QQ==\n", " line 2: the title has an anchor or a tag"),
        "object": (b"- A\n- !!python/name:os.system ''\n", " line 2: the title has an anchor or a tag"),
        "merged": (b"own: &a {name: A}\nshows:\n- <<: *a\n", " line 3: “<<” brings a title what is written elsewhere"),
        "alias-list": (b"own: &a [A]\nshows: *a\n", " line 2: is no list of titles"),
        "bomb": (
            b"a: &a [x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (n, n) for n in range(10)) + b"shows: [*b9]\n",
            " line 12: a title is neither a text nor has a name",
        ),
        "twice": (b"- name: A\n  name: B\n", " line 2: a title has “name” twice"),
        "kind": (b"- name: A\n  kind: [film]\n", " line 2: kind is neither a text nor a number"),
        "limit": (b"- name: A\n- name: B\n  max_length: 0x40\n", " line 2: max_length is “0x40”"),
        "bell": (b'- A\n- "B\\a"\n', " line 2: the title has U+0007 in it; take it out"),
        "half": (b'- A\n- "B\\ud800"\n', " line 2: is no YAML that can be read: found invalid Unicode character"),
        "no-character": ("- A\n- \ufffe\n".encode(), " line 2: holds a character that YAML has no place for"),
        "deep": (b"[" * 100_000, " line 1: holds something that is nested too deep to be read"),
        "deep-block": (b"- " * 100_000, " line 1: holds something that is nested too deep to be read"),
        "deep-key": (b"? " * 100_000, " line 1: holds something that is nested too deep to be read"),
        "many": (b"- A\n" * 50_001, " line 1: the file has more than 50,000 titles; split it into several"),
        "too-many": (b"- A\n" * 100_001, " line 100001: holds more than a list of titles has"),
        "values": (
            (b"- {name: A" + b"".join(b", x%d: 1" % n for n in range(20)) + b"}\n") * 50_000,
            " line 6977: holds more than a list of titles has; split it into several",
        ),
        "marks": ("\ufeff\ufeff- A\n".encode(), " line 1: starts with two byte order marks; take one out"),
        "latin": (b"- \xd5htu\n", " line 1: byte 0xD5 is not UTF-8"),
        "control": (b"- A\n- B\x00\n", " line 2: U+0000 (NUL) stands in column 4"),
    }

    @staticmethod
    def made(draw, names):
        other = st.text(st.sampled_from("ab é:#-'\"\n\t\U0001f600"), max_size=6) | st.integers() | st.none()
        items = [
            draw(st.sampled_from((name, {"own": [draw(other)], "name": name, "x": {"name": draw(other)}})))
            for name in names
        ]
        root = draw(st.sampled_from((items, {"shows": items}, {"own": "x", "titles": items})))
        text = yaml.safe_dump(
            root, allow_unicode=draw(st.booleans()), width=draw(st.sampled_from((5, 20, 80))), sort_keys=False,
            default_style=draw(st.sampled_from(("", "'", '"'))), indent=draw(st.integers(2, 5)),
            default_flow_style=draw(st.sampled_from((True, False, None))), explicit_start=draw(st.booleans()),
            line_break=draw(st.sampled_from(("\n", "\r\n"))),
        )  # fmt: skip
        assume(yaml.safe_load(text) == root)  # PyYAML folds some texts into others.
        return draw(st.sampled_from(("", "\ufeff", "# A comment\n\n"))).encode() + text.encode()

    @staticmethod
    def names_in(data):
        root = yaml.safe_load(data.decode("utf-8-sig"))
        items = root if isinstance(root, list) else root.get("shows") or root["titles"]
        return [item["name"] if isinstance(item, dict) else item for item in items]


@pytest.fixture(scope="class")
def without_libyaml():
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        yield


@pytest.mark.usefixtures("without_libyaml")
class TestContractOfTheParserInPython(TestContract):
    """PyYAML has it where libyaml is missing; its words for what is wrong are others."""

    unreadable: ClassVar = {
        name: (data, told.partition("read: ")[0])
        for name, (data, told) in TestContract.unreadable.items()
        if name not in {"half", "directive", "many", "too-many", "values"}
    }


def test_a_mapping_tells_all_that_is_known_of_a_title():
    document = YamlList().read(EXAMPLE.read_bytes(), "shows/shows.yaml")
    told = Facts("Randa 1", "English", 60, "2026-11-30", "Directed by Liisu Tuulik, shot in Vesineeme")
    assert [(s.kind, s.text, s.facts) for s in document.segments[:2]] == [
        (Kind.SHOW, "The Quiet Harbour", Facts()),
        (Kind.EPISODE, "Part 3: The Letter", told),
    ]


def test_a_title_may_be_written_in_any_style_and_keeps_it_where_it_can():
    document = read(STYLES)
    assert [(segment.text, segment.line) for segment in document.segments] == [
        ("Plain and folded", 5), ('Double "quoted" Õ', 7), ("It's single", 8), ("A block", 11), ("Last", 18),
    ]  # fmt: skip
    texts = ["Üks", "Kaks", "Kolm 'korda'", "Neli: \\", "Viis"]
    assert YamlList().write(document, texts, "et").decode() == STYLES.replace("Plain  and\n    folded", "Üks").replace(
        '"Double \\"quoted\\" \\xd5"', '"Kaks"'
    ).replace("'It''s\n\n    single'", "'Kolm ''korda'''").replace("|-\n    A\n    block", '"Neli: \\\\"').replace(
        ">+\n    Last", '"Viis"'
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Öö ja päev", "Öö ja päev"), ("no", '"no"'), ("Null", '"Null"'), ("24", '"24"'), ("A: b", '"A: b"'),
        ("A #1", '"A #1"'), ("- x", '"- x"'), ("[x]", '"[x]"'), ("a, b", '"a, b"'), ("*x", '"*x"'), ("“x”", '"“x”"'),
        ("a\u202eb", '"a\\U0000202Eb"'), ("a\x85b", '"a\\U00000085b"'),
    ],
)  # fmt: skip
def test_a_title_without_quotation_marks_gets_them_where_it_must(text, written):
    assert YamlList().write(read("[A, B]"), ["A", text], "et").decode() == f"[A, {written}]"


def test_what_is_told_of_a_title_may_be_an_alias():
    document = read("- name: A\n  channel: &c ETV\n- name: B\n  channel: *c\n")
    assert [segment.facts.channel for segment in document.segments] == ["ETV", "ETV"]


def test_titles_without_a_name_are_passed_over_and_noted():
    document = read("-\n- ~\n- null\n- ''\n- name:\n- A\n- '~'\n")
    assert [segment.text for segment in document.segments] == ["A", "~"]
    assert document.notes == ("has 5 titles without a name, which are passed over; the first is in line 1",)
