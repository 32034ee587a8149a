"""DOCX files, made for the tests."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"

STYLES = (
    '<w:style w:type="paragraph" w:styleId="Pealkiri1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Alapealkiri"><w:name w:val="Own"/><w:basedOn w:val="Pealkiri1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Pildiallkiri"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loend"><w:name w:val="List Bullet"/></w:style>'
)
DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>'
)


def run(text, look="", *, keeps=True):
    """A run of text with a look, such as ``<w:b/>``."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    space = ' xml:space="preserve"' if keeps else ""
    return f"<w:r>{properties}<w:t{space}>{text}</w:t></w:r>"


def p(*content, style="", more=""):
    """A paragraph."""
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + more
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(content)}</w:p>"


def part(root, content):
    """A part of Word's own."""
    return f"{_HEAD}<w:{root} {_SPACES}>{content}</w:{root}>"


def members(body, *, styles=STYLES, core="", custom="", **parts):
    """The members of a file: its body, and parts such as ``footnotes`` or ``header1``."""
    types = (
        f'<Default Extension="rels" ContentType="{_RELATIONSHIPS}"/><Default Extension="xml" ContentType="text/xml"/>'
    )
    types += f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    types += f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/>'
    rels = f'<Relationship Id="s" Type="{R}/styles" Target="styles.xml"/>'
    rels += f'<Relationship Id="l" Type="{R}/hyperlink" Target="http://a.example/?a&amp;b" TargetMode="External"/>'
    made = {}
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        rels += f'<Relationship Id="{name}" Type="{R}/{kind}" Target="/word/{name}.xml"/>'
        types += f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{kind}+xml"/>'
        made[f"word/{name}.xml"] = part(root, content)
    root = f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    if custom:
        root += f'<Relationship Id="rId2" Type="{R}/custom-properties" Target="docProps/custom.xml"/>'
        made["docProps/custom.xml"] = custom
    if core:
        made["docProps/core.xml"] = core
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_TYPES}">{types}</Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_RELATIONSHIPS}">{root}</Relationships>',
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="{_RELATIONSHIPS}">{rels}</Relationships>',
        "word/styles.xml": part("styles", DEFAULTS + styles),
        **made,
    }


def packed(files, *, stored=False, comment=b""):
    """An archive of files by their names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 20, 8, 30, 2)), content, archive.compression)
    return made.getvalue()


def docx(*body, **parts):
    """A file with a body."""
    return packed(members("".join(body), **parts))
