"""Archives and XML made to harm are refused in a sentence or read; none takes for ever."""

import io
import struct
import zipfile

import pytest

from tests.documents.docx.samples import docx, members, p, packed, part, run
from tests.patience import PATIENCE
from translate.documents.docx import Docx
from translate.documents.docx.archive import LARGEST_MEMBER, MOST_MEMBERS
from translate.errors import DocumentError

PATH = "articles/hostile.docx"
STORY = docx(p(run("Frost")))


ATTRIBUTES = " ".join(map("a{}='x'".format, range(100_000)))


def with_document(content):
    return packed({**members(""), "word/document.xml": content})


def lying(data, size):
    """The same archive, where the document says that it is another size when unpacked."""
    info = zipfile.ZipFile(io.BytesIO(data)).getinfo("word/document.xml")
    true = struct.pack("<L", info.file_size)
    at = data.index(b"word/document.xml", info.header_offset + 40) - 46
    assert data[at + 24 : at + 28] == true
    return data[: at + 24] + struct.pack("<L", size) + data[at + 28 :]


def encrypted():
    data = bytearray(STORY)
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def laughs():
    names = [f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 10)]
    return f'<!DOCTYPE w [<!ENTITY a0 "ha">{"".join(names)}]>{without_head(part("document", p(run("&a9;"))))}'


def without_head(content):
    return content.partition("?>\n")[2]


HOSTILE = {
    "billion laughs": with_document(laughs()),
    "external entity": with_document(
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + without_head(part("document", p(run("&x;"))))
    ),
    "external document type": with_document(
        '<!DOCTYPE w SYSTEM "http://a.example/x.dtd">' + without_head(part("document", p(run("A"))))
    ),
    "nested elements": docx("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000),
    "nested tables": docx("<w:tbl><w:tr><w:tc>" * 30_000 + p(run("A")) + "</w:tc></w:tr></w:tbl>" * 30_000),
    "nested and unclosed": docx("<w:p><w:r>" * 100_000),
    "nested text boxes": docx("<w:p><w:r><w:pict>" * 90 + p(run("A")) + "</w:pict></w:r></w:p>" * 90),
    "a large document": docx(p(run("x" * 12_000_000))),
    "many paragraphs": docx(p(run("a")) * 100_000),
    "many runs": docx(p((run("a") + run("b", "<w:b/>")) * 50_000)),
    "many runs alike": docx(p(run("a") * 100_000)),
    "many links": docx(p(f"<w:hyperlink>{run('a')}</w:hyperlink>b" * 50_000)),
    "many fields that begin": docx(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 100_000 + run("a"))),
    "many fields": docx(p(
        ('<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>' * 2_000) + run("a")
        + ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 2_000)
    )),
    "many attributes": docx(f"<w:p {ATTRIBUTES}/>" + p(run("a"))),
    "a long attribute": docx(f'<w:p a="{"x" * 9_000_000}"/>' + p(run("a"))),
    "many references": docx(p(run("&amp;" * 200_000))),
    "many pictures": docx(p('<w:r><w:drawing><wp:docPr descr="a"/></w:drawing></w:r>' * 50_000)),
    "many changes": docx(p(run("a", "<w:rPrChange>" + "<w:b/>" * 100_000 + "</w:rPrChange>"))),
    "many styles": docx(p(run("a"), style="s0"), styles="".join(
        f'<w:style w:styleId="s{number}"><w:name w:val="x"/><w:basedOn w:val="s{number + 1}"/></w:style>'
        for number in range(50_000)
    )),
    "a style of its own family": docx(
        p(run("a"), style="s"), styles='<w:style w:styleId="s"><w:basedOn w:val="s"/></w:style>'
    ),
    "many members": packed({**members(p(run("a"))), **{f"x/{number}": "" for number in range(MOST_MEMBERS)}}),
    "many parts": docx(p(run("a")), **{f"header{number}": p(run("b")) for number in range(1_000)}),
    "members that climb": packed({**members(p(run("a"))), "../../etc/passwd": "x", "/etc/shadow": "y"}),
    "encrypted": encrypted(),
    "says that it is small": lying(with_document(part("document", p(run("x" * 50_000_000)))), 1000),
    "says that it is large": lying(STORY, 0xFFFFFFF0),
    "cut": STORY[: len(STORY) // 2],
    "nothing but its end": STORY[-22:],
    "no directory": STORY[:-22] + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, 500, 0xFFFFFF, 0),
}  # fmt: skip


def outcome(data):
    """The bytes that it is written back as, or why it is refused."""
    try:
        document = Docx().read(data, PATH)
    except DocumentError as error:
        return error
    return Docx().write(document, [segment.text for segment in document.segments])


@pytest.mark.timeout(PATIENCE)
@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_made_to_harm_is_read_or_refused(name):
    done = outcome(HOSTILE[name])
    if isinstance(done, DocumentError):
        assert done.path == PATH
        assert len(done.message) < 250
    else:
        assert done == HOSTILE[name]


def test_a_bomb_is_refused_by_what_it_says_and_by_what_it_is():
    bomb = with_document(part("document", p(run("x" * (LARGEST_MEMBER + 1)))))
    assert len(bomb) < 100_000
    for data in (bomb, lying(bomb, LARGEST_MEMBER - 1)):
        error = outcome(data)
        assert isinstance(error, DocumentError)
        assert error.message.startswith("word/document.xml in it ")


@pytest.mark.parametrize("place", range(0, len(STORY), 37))
def test_a_file_with_any_byte_changed_is_read_or_refused(place):
    data = bytearray(STORY)
    data[place] ^= 0xFF
    done = outcome(bytes(data))
    assert isinstance(done, DocumentError) or done == data
