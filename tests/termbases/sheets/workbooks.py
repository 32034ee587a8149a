"""Spreadsheets' own files as small as they can be, cell by cell."""

import io
import zipfile
from itertools import starmap

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def packed(parts):
    """An archive of some parts, by their names."""
    done = io.BytesIO()
    with zipfile.ZipFile(done, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return done.getvalue()


def xlsx_parts(*sheets, shared=()):
    """The parts of an xlsx file.

    Args:
        sheets: The XML of each one's rows; a pair of that and of what its place in the workbook says of it, too.
        shared: The texts that cells may have by their number.
    """
    pairs = [(sheet, "") if isinstance(sheet, str) else sheet for sheet in sheets]
    entries = [f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}" {told}/>' for n, (_, told) in enumerate(pairs, 1)]
    links = [
        f'<Relationship Id="r{n}" Type="{RELS}/worksheet" Target="worksheets/s{n}.xml"/>'
        for n, _ in enumerate(pairs, 1)
    ]
    package = "http://schemas.openxmlformats.org/package/2006"
    return {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELS}"><sheets>{"".join(entries)}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{"".join(links)}'
        "</Relationships>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{"".join(f"<si><t>{text}</t></si>" for text in shared)}</sst>',
        **{
            f"xl/worksheets/s{n}.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
            for n, (rows, _) in enumerate(pairs, 1)
        },
    }


def text_rows(*lines):
    """The XML of rows of texts, each a line as CSV has it."""
    return "".join(starmap(_row, enumerate(lines, 1)))


def _row(number, line):
    cells = [
        f'<c r="{chr(ord("A") + at)}{number}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
        for at, text in enumerate(line.split(","))
        if text
    ]
    return f'<row r="{number}">{"".join(cells)}</row>'


def xlsx(*lines):
    """An xlsx file of one sheet of texts, each row a line as CSV has it."""
    return packed(xlsx_parts(text_rows(*lines)))


def with_cells(cells, header="source,target,note"):
    """An xlsx file with a header, and a second row of cells that are XML."""
    return packed(xlsx_parts(text_rows(header) + f'<row r="2">{cells}</row>'))


def ods_parts(rows):
    """The parts of an ods file with one sheet of rows."""
    spaces = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "table", "text"))
    return {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>",
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0"/>',
    }


def ods_row(*texts, cells="", repeated=1):
    """A row of an ods file: of texts, and behind them of cells that are XML."""
    said = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in texts
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{said}{cells}</table:table-row>'


def ods(*rows):
    """An ods file of one sheet of such rows."""
    return packed(ods_parts("".join(rows)))
