"""Articles in DOCX are read into their parts and written back byte for byte."""

import io
import re
import zipfile
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.docx.samples import docx, members, p, packed, part, run
from translate.core.article import Imprint, Kind, Making
from translate.documents.docx import LARGEST_FILE, Docx
from translate.errors import DocumentError
from translate.testing.documents import DocumentContract

PATH = "articles/ferry.docx"
ESTONIAN = Imprint("et", "ltr", Making.MACHINE)
LINK = '<w:rStyle w:val="Hyperlink"/>'
NOTE = '<w:r><w:rPr><w:rStyle w:val="Note"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="A &quot;white&quot; ship &amp; a quay"/>'
    "</wp:inline></w:drawing></w:r>"
)


def field(instruction, *result, separate='<w:r><w:fldChar w:fldCharType="separate"/></w:r>'):
    begin = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r>'
    return f'{begin}{separate}{"".join(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def link(*content):
    return f'<w:hyperlink r:id="l">{"".join(content)}</w:hyperlink>'


def box(*content):
    held = f"<mc:Choice><w:drawing>{''.join(content)}</w:drawing></mc:Choice>"
    return f"<w:r><mc:AlternateContent>{held}</mc:AlternateContent></w:r>"


def table(*cells):
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def read(data, **settings):
    return Docx(**settings).read(data, PATH)


def texts(*body, **parts):
    return [segment.text for segment in read(docx(*body, **parts)).segments]


def body_of(data):
    document = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    return re.search("<w:body>(.*)<w:sectPr", document)[1]


def written(data, change, imprint=None, **settings):
    document = read(data, **settings)
    return Docx(**settings).write(document, [change(segment.text) for segment in document.segments], imprint)


STORY = docx(
    p(run("Ferry lines merge"), style="Pealkiri1"),
    p(run("Two "), run("ferry", "<w:b/>"), run(" lines, "), link(run("the big ", LINK), run("ones", f"{LINK}<w:i/>"))),
    p(run("  They are "), run("one", "<w:i/>"), NOTE, run(" from May.  "), PICTURE),
    p(PICTURE),
    p(run("Ferries at Vesineeme"), style="Pildiallkiri"),
    table(p(run("May")), p()),
    p(run("Two")),
    p(box(p(run("In a box"))), run("Around a box")),
    footnotes=f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", run(" Says Captain Saar."))}</w:footnote>',
    header1=p(run("Randa Times")),
    footer1=p(run("Page "), field("PAGE", run("1"))),
)


class TestDocx(DocumentContract):
    counts_line_ends: ClassVar = False
    readable: ClassVar = {
        "articles/story.docx": STORY,
        "articles/stored.docx": packed(members(p(run("Frost"))), stored=True, comment=b"Made by hand"),
        "articles/odd.docx": docx(
            p(run("Õhtu &amp; öö &#x1F6A2; &lt;b1&gt;", keeps=False), run(" no space kept", "<w:b/>", keeps=False)),
            p(run("a", "<w:b/>"), run("b", "<w:i/>"), run("c", "<w:u/>"), run("more than these")),
            p(run("x\u00a0y"), "<w:r><w:noBreakHyphen/></w:r>", run("z")),
            p(
                run("Two"),
                "<w:r><w:rPr><w:b/></w:rPr><w:t>in </w:t><w:br/><w:t>bold</w:t></w:r>",
                run(" words in one run"),
            ),
            p(
                f"<w:sdt><w:sdtPr><w:rPr/></w:sdtPr><w:sdtContent>{run('Held')}</w:sdtContent></w:sdt>",
                run(" and free"),
            ),
            p(field("HYPERLINK x", run("A link")), run(" in a field of "), field("SEQ x", run("7")), run(" more")),
        ),
        "articles/lined.docx": docx("\r\n", p(run("Frost\nbrings")), "\n"),
        "articles/marked.docx": packed(
            {name: "\ufeff" + content for name, content in members(p(run("Frost"))).items()}
        ),
        "articles/default.docx": packed(
            {
                name: content.replace("w:", "").replace("xmlns:w", "xmlns").replace("val=", "val=")
                if name == "word/document.xml"
                else content
                for name, content in members(p(run("Frost"), run(" bites", "<w:b/>"))).items()
            }
        ),
    }
    unreadable: ClassVar = {
        "articles/empty.docx": b"",
        "articles/text.docx": b"Frost brings soup back",
        "articles/old.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        "articles/cut.docx": STORY[:-100],
        "articles/archive.docx": packed({"notes.txt": "Frost"}),
        "articles/no-document.docx": packed({**members(""), "word/document.xml": "<a/>"}),
        "articles/missing.docx": packed(
            {name: content for name, content in members("").items() if name != "word/document.xml"}
        ),
        "articles/no-text.docx": docx(p()),
        "articles/inserted.docx": docx(p(run("Frost")), p(f'<w:ins w:id="1">{run("x")}</w:ins>')),
        "articles/deleted.docx": docx(p("<w:r><w:t>x</w:t></w:r><w:del><w:r><w:delText>y</w:delText></w:r></w:del>")),
        "articles/control.docx": docx(p(run("Fr\x7fost"))),
        "articles/cdata.docx": docx(p(run("<![CDATA[Frost]]>"))),
        "articles/entities.docx": packed(
            {
                **members(""),
                "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]>'
                + part("document", f"<w:body>{p(run('&b;'))}</w:body>"),
            }
        ),
        "articles/broken.docx": docx("<w:p>"),
        "articles/utf-16.docx": packed(
            {
                **members(""),
                "word/document.xml": part("document", p(run("x"))).replace("UTF-8", "UTF-16").encode("utf-16"),
            }
        ),
        "articles/twice.docx": packed({**members(p(run("x"))), "word/stylez.xml": ""}).replace(b"stylez", b"styles"),
        "articles/large.docx": bytes(LARGEST_FILE + 1),
    }

    @pytest.fixture
    def form(self):
        return Docx()


class TestDocxThatAcceptsChanges(DocumentContract):
    counts_line_ends: ClassVar = False
    readable: ClassVar = {
        "articles/changed.docx": docx(
            p(run("Two ferry "), f'<w:ins w:id="1">{run("lines merge")}</w:ins>', run(" in May")),
            p(
                f'<w:del w:id="2">{run("Three")}</w:del>',
                f'<w:ins w:id="3">{run("Two", "<w:b/>")}</w:ins>',
                run(" lines"),
            ),
            p(f'<w:moveFrom w:id="4">{run("Moved")}</w:moveFrom>', run("Left behind")),
            p(f'<w:moveTo w:id="4">{run("Moved")}</w:moveTo>', run(", all of it")),
            p(run("In the"), f'<w:del w:id="5">{run(" very")}</w:del>', run(" middle"), more="<w:rPr><w:ins/></w:rPr>"),
        ),
    }
    unreadable: ClassVar = {"articles/gone.docx": docx(p(f'<w:del w:id="1">{run("All of it")}</w:del>'))}

    @pytest.fixture
    def form(self):
        return Docx(accept_changes=True)


def test_what_was_deleted_is_not_translated_and_leaves_the_text_that_is_rewritten():
    data = TestDocxThatAcceptsChanges.readable["articles/changed.docx"]
    assert [segment.text for segment in read(data, accept_changes=True).segments] == [
        "Two ferry <ins1>lines merge</ins1> in May",
        "<ins1>Two</ins1> lines",
        "Left behind",
        "<ins1>Moved</ins1>, all of it",
        "In the middle",
    ]
    assert " very" not in body_of(written(data, "Õ {}".format, accept_changes=True))


def test_each_part_of_a_file_is_what_its_style_and_its_place_say():
    assert [(segment.line, segment.kind, segment.text) for segment in read(STORY).segments] == [
        (1, Kind.HEADLINE, "Ferry lines merge"),
        (2, Kind.PARAGRAPH, "Two <b1>ferry</b1> lines, <a2>the big <i3>ones</i3></a2>"),
        (3, Kind.PARAGRAPH, "They are <i1>one</i1><fn2/> from May."),
        (3, Kind.IMAGE, 'A "white" ship & a quay'),
        (4, Kind.IMAGE, 'A "white" ship & a quay'),
        (5, Kind.CAPTION, "Ferries at Vesineeme"),
        (6, Kind.CELL, "May"),
        (8, Kind.PARAGRAPH, "Two"),
        (10, Kind.PARAGRAPH, "In a box"),
        (10, Kind.PARAGRAPH, "Around a box"),
        (11, Kind.PARAGRAPH, "Says Captain Saar."),
        (12, Kind.FOOTER, "Randa Times"),
        (13, Kind.FOOTER, "Page"),
    ]


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        (p(run("A"), style="Pealkiri1"), Kind.SUBHEAD),
        (p(run("A"), style="Alapealkiri"), Kind.SUBHEAD),
        (p(run("A"), more='<w:outlineLvl w:val="1"/>'), Kind.SUBHEAD),
        (p(run("A"), more='<w:outlineLvl w:val="9"/>'), Kind.PARAGRAPH),
        (p(run("A"), style="Loend"), Kind.ITEM),
        (p(run("A"), more='<w:numPr><w:numId w:val="3"/></w:numPr>'), Kind.ITEM),
        (p(run("A"), more='<w:numPr><w:numId w:val="0"/></w:numPr>'), Kind.PARAGRAPH),
        (p(run("A"), style="Pildiallkiri"), Kind.CAPTION),
        (p(run("A"), style="Unknown"), Kind.PARAGRAPH),
        (p(run("A"), style="Title"), Kind.SUBHEAD),
        (table(p(run("A"), style="Pealkiri1")), Kind.CELL),
    ],
)
def test_a_paragraph_is_what_its_style_says(paragraph, kind):
    document = read(docx(p(run("Head"), style="Pealkiri1"), paragraph))
    assert [segment.kind for segment in document.segments] == [Kind.HEADLINE, kind]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ([run("One ", '<w:lang w:val="en"/>'), "<w:proofErr/>", run("two", "<w:noProof/>")], "One two"),
        ([run("One "), run("two", '<w:rFonts w:hint="eastAsia"/>')], "One two"),
        ([run("All", "<w:b/>"), run(" bold", "<w:b/>")], "All bold"),
        ([run("Most is bold", "<w:b/>"), run(" but")], "Most is bold<span1> but</span1>"),
        ([run("Not ", '<w:b w:val="0"/>'), run("really bold", "")], "<span1>Not </span1>really bold"),
        ([run("H"), run("2", '<w:vertAlign w:val="subscript"/>'), run("O is water")], "H<sub1>2</sub1>O is water"),
        ([link(run("All in a link", LINK))], "All in a link"),
        ([run("A "), link(run("link", LINK)), run(".")], "A <a1>link</a1>."),
        ([run("A"), "<w:r><w:tab/></w:r>", run("b"), "<w:r><w:br/></w:r>", run("c")], "A<tab1/>b<br2/>c"),
        ([run("A "), f"<w:smartTag>{run('Randa')}</w:smartTag>", run(" b")], "A <g1>Randa</g1> b"),
        ([run("A "), f"<w:sdt><w:sdtPr/><w:sdtContent>{run('held')}</w:sdtContent></w:sdt>"], "A <sdt1>held</sdt1>"),
        ([run("A "), f"<w:fldSimple>{run('1 May')}</w:fldSimple>", run(".")], "A <field1>1 May</field1>."),
        ([run("On "), field("DATE", run("1 May")), run(".")], "On <field1>1 May</field1>."),
        ([run("See "), field('HYPERLINK "x"', run("this")), run(".")], "See <a1>this</a1>."),
        ([run("Page "), field("PAGE", run("3")), run(" of many")], "Page <field1/> of many"),
        ([run("Page "), f'<w:fldSimple w:instr=" PAGE ">{run("3")}</w:fldSimple>', run(" of")], "Page <field1/> of"),
        ([run("A"), field("XE x", separate=""), run("b")], "Ab"),
        ([run("A"), '<w:bookmarkStart w:id="0" w:name="_GoBack"/>', run("b")], "Ab"),
        ([run("A "), PICTURE, run(" b")], "A <img1/> b"),
        ([run("A "), "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", run(" b")], "A <math1/> b"),
        ([run("non"), "<w:r><w:noBreakHyphen/></w:r>", run("stop")], "non\u2011stop"),
        ([f"<w:ins>{run('New')}</w:ins>", run(" words"), f"<w:del>{run('old')}</w:del>"], "<ins1>New</ins1> words"),
    ],
)  # fmt: skip
def test_runs_that_look_the_same_are_one_and_others_are_tags(content, expected):
    document = read(docx(p(*content)), accept_changes=True)
    assert [segment.text for segment in document.segments if segment.kind is Kind.PARAGRAPH] == [expected]


def test_words_are_found_wherever_they_stand():
    held = f"<w:sdt><w:sdtContent>{p(run('In a control'))}</w:sdtContent></w:sdt>"
    nested = table(p(run("A")) + table(p(run("B"))))
    boxed = p(run("C"), box(p(run("D")), p(run("E"))), run("F"))
    assert texts(held, nested, boxed) == ["In a control", "A", "B", "C", "D", "E", "F"]


def test_a_field_over_several_paragraphs_and_a_box_in_a_link_leave_each_text_by_itself():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    data = docx(p(begin, run("One")), p(run("Two"), end, run(" three")), p(link(run("A"), box(p(run("B"))), run("C"))))
    assert [segment.text for segment in read(data).segments] == ["One", "Two three", "A", "B", "C"]
    again = read(written(data, "Õ {}".format))
    assert [segment.text for segment in again.segments] == ["Õ One", "Õ Two three", "Õ A", "Õ B", "Õ C"]


@pytest.mark.parametrize(
    ("content", "text", "expected"),
    [
        ([run("Ice")], "Jää & <lumi>", [run("Jää &amp; &lt;lumi&gt;")]),
        ([run("Ice", keeps=False), run(" is", "<w:b/>"), run(" cold today")], "Jää <b1>on</b1>", [
            run("", keeps=False), run("Jää "), run("on", "<w:b/>"), run("")
        ]),
        ([run("A "), run("b", "<w:b/>"), run(" c")], "<b1>X</b1> y", [
            run(""), run("X", "<w:b/>"), run(" y")
        ]),
        ([link(run("A", LINK)), run(" b")], "C <a1>d</a1>", [
            run("C "), link(run("d", LINK)), run("")
        ]),
        ([run("A"), '<w:bookmarkStart w:id="0"/>', run("b")], "C", [
            run("C"), '<w:bookmarkStart w:id="0"/>', run("")
        ]),
        ([run("b", "<w:b/>"), run(" long")], "<b1>X</b1> y", [
            "<w:r><w:rPr><w:b/></w:rPr></w:r>", run("X", "<w:b/>"), run(" y")
        ]),
        ([run("long "), run("b", "<w:b/>")], "x <b1>Y</b1>", [
            run("x "), run("Y", "<w:b/>")
        ]),
        ([run("A "), field("DATE", run("1 May")), run("b")], "C<field1></field1>", [
            run("C"), field("DATE"), run("")
        ]),
        ([run("A "), link(run("b", LINK)), run("c")], "C<a1></a1>", [
            run("C")
        ]),
        ([run("A"), NOTE, run("b")], "C<fn1/>", [
            run("C"), NOTE, run("")
        ]),
    ],
)  # fmt: skip
def test_another_text_is_written_in_runs_that_look_as_its_tags_say(content, text, expected):
    document = read(docx(p(*content)))
    assert body_of(Docx().write(document, [text])) == p(*expected)


def test_what_is_not_rewritten_is_copied_as_it_is_packed():
    data = packed({**members(p(run("Frost"))), "word/media/a.png": bytes(3000)}, comment=b"Made by hand")
    before, after = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, written(data, "Õ {}".format)))
    assert after.testzip() is None
    assert after.comment == b"Made by hand"
    assert after.namelist() == before.namelist()
    for old, new in zip(before.infolist(), after.infolist(), strict=True):
        assert (new.date_time, new.compress_type, new.external_attr) == (
            old.date_time,
            old.compress_type,
            old.external_attr,
        )
        assert (after.read(new) == before.read(old)) is (new.filename != "word/document.xml")


def test_changes_that_are_tracked_are_refused_with_their_paragraph():
    with pytest.raises(DocumentError) as caught:
        read(docx(p(run("A")), p(run("B"), f'<w:moveTo w:id="1">{run("c")}</w:moveTo>')))
    assert str(caught.value) == (
        "articles/ferry.docx line 2: this paragraph has tracked changes; "
        "accept or reject them in a word processor, "
        "or have them taken as accepted (accept_changes = true under [formats.docx])"
    )


def test_changes_of_looks_alone_do_no_harm():
    changed = "<w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange>"
    style = '<w:pPrChange><w:pPr><w:pStyle w:val="Pealkiri1"/></w:pPr></w:pPrChange>'
    document = read(docx(p(run("A", changed), run("b", "<w:b/>"), more=style)))
    assert [(segment.kind, segment.text) for segment in document.segments] == [(Kind.PARAGRAPH, "Ab")]


def test_a_file_says_its_language_and_how_it_came_about():
    core = '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:language>en-GB</dc:language></cp:coreProperties>'
    data = docx(p(run("Frost", '<w:lang w:val="en-GB"/>')), core=core)
    made = zipfile.ZipFile(io.BytesIO(written(data, str, ESTONIAN)))
    assert made.testzip() is None
    assert "<dc:language>et</dc:language>" in made.read("docProps/core.xml").decode()
    assert '<w:lang w:val="et" w:bidi="ar-SA"/>' in made.read("word/styles.xml").decode()
    assert '<w:lang w:val="et"/>' in made.read("word/document.xml").decode()
    assert "/trainedAlgorithmicMedia<" in made.read("docProps/custom.xml").decode()
    assert "docProps/custom.xml" in made.read("_rels/.rels").decode()
    assert 'PartName="/docProps/custom.xml"' in made.read("[Content_Types].xml").decode()


def test_what_a_file_says_of_itself_already_is_replaced():
    custom = (
        '<op:Properties xmlns:op="o" xmlns:vt="v">'
        '<op:property pid="2" name="Desk"><vt:lpwstr>News</vt:lpwstr></op:property>'
        '<op:property pid="3" name="digitalSourceType"><vt:lpwstr>x</vt:lpwstr></op:property></op:Properties>'
    )
    core = '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Frost</dc:title></cp:coreProperties>'
    made = zipfile.ZipFile(io.BytesIO(written(docx(p(run("A")), core=core, custom=custom), str, ESTONIAN)))
    now = made.read("docProps/custom.xml").decode()
    assert now.count("digitalSourceType") == 1
    assert "<vt:lpwstr>News</vt:lpwstr>" in now
    assert "<dc:title>Frost</dc:title><dc:language>et</dc:language></cp" in made.read("docProps/core.xml").decode()


def test_paragraphs_and_runs_are_turned_in_the_order_of_the_standard_and_back():
    body = [
        p(run("A")),
        p(run("B", '<w:b/><w:lang w:val="en"/>'), more='<w:jc w:val="left"/><w:rPr><w:b/></w:rPr>'),
        p(run("C", "<w:b/>"), style="Loend"),
        "<w:p><w:pPr/><w:r><w:rPr/><w:t>D</w:t></w:r></w:p>",
        "<w:p/>",
    ]
    turned = written(docx(*body), str, Imprint("he", "rtl", Making.HUMAN))
    assert body_of(turned) == "".join(
        [
            p(run("A", "<w:rtl/>"), more="<w:bidi/>"),
            p(
                run("B", '<w:b/><w:rtl/><w:lang w:val="he"/>'),
                more='<w:bidi/><w:jc w:val="left"/><w:rPr><w:b/></w:rPr>',
            ),
            p(run("C", "<w:b/><w:rtl/>"), style="Loend", more="<w:bidi/>"),
            p("<w:r><w:rPr><w:rtl/></w:rPr><w:t>D</w:t></w:r>", more="<w:bidi/>"),
            "<w:p/>",
        ]
    )
    assert "<w:bidi/>" not in body_of(written(turned, str, ESTONIAN))
    assert "<w:rtl/>" not in body_of(written(turned, str, ESTONIAN))


LOOKS = st.sampled_from(["", "<w:b/>", "<w:i/>", '<w:lang w:val="en"/>', "<w:b/><w:i/>"])
RUNS = st.builds(run, st.text(alphabet="ab \u00a0õ\n"), LOOKS, keeps=st.booleans())
INLINE = st.recursive(
    RUNS | st.sampled_from([NOTE, PICTURE, "<w:r><w:br/></w:r>", "<w:bookmarkStart/>"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda found: link(*found))
        | st.lists(inner, max_size=3).map(lambda found: field("REF x", *found))
        | st.lists(inner, max_size=2).map(lambda found: box(p(*found)))
    ),
    max_leaves=8,
)


@given(st.lists(INLINE, max_size=8), st.text(alphabet="xy "), st.text(alphabet="xy "))
def test_whatever_a_paragraph_holds_comes_back_as_it_was_or_as_it_shall_be(content, before, behind):
    data = docx(p(run("Start", "<w:u/>"), *content), p(run("End")))
    document = read(data)
    own = [segment.text for segment in document.segments]
    assert Docx().write(document, own) == data
    new = [f"x{before}{text}{behind}x" for text in own]
    again = read(Docx().write(document, new, ESTONIAN))
    plain = [re.sub("<[^>]*>", "", segment.text) for segment in again.segments]
    assert plain == [re.sub("<[^>]*>", "", " ".join(text.split(" "))) for text in map(single, new)]


def single(text):
    return re.sub("  +", " ", text)
