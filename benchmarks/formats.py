"""How long each format takes for files that were made to do harm: read, and written back, or refused.

    PYTHONPATH=. python benchmarks/formats.py [--slowest 10]

The files are those of the tests, which only see that none takes for ever: seconds are measured here, of the processor.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator

from tests.documents import test_markdown, test_wrapping
from tests.documents.docx import test_hostile as of_docx
from tests.documents.html import test_fragments, test_page
from tests.documents.ninjs import test_hostile as of_ninjs
from tests.documents.xml import test_hostile as of_xml
from translate.documents.docx import Docx
from translate.documents.html.page import HtmlFormat
from translate.documents.interface import CollectionFormat, DocumentFormat
from translate.documents.markdown.format import Markdown
from translate.documents.ninjs import Ninjs
from translate.documents.plaintext import PlainText
from translate.errors import DocumentError

Case = tuple[DocumentFormat | CollectionFormat, str, bytes]
"""A format, what is hostile, and the file."""
SHOWN = 34
"""Letters of a name."""


def cases() -> Iterator[Case]:
    """All of them."""
    for unit in test_wrapping.UNITS:
        yield PlainText(), repr(unit * 2), f"Ferry\n{unit * 4_900}".encode()
    codes = ((text[:14], f"Frost\n\n{text}") for text in test_markdown.CODES)
    for name, text in (*test_markdown.HOSTILE.items(), *codes):
        yield Markdown(), name, text.encode()
    for html in (*test_page.HOSTILE, *test_fragments.HOSTILE):
        yield HtmlFormat(), html[:30], html.encode()
    for form, name in of_xml.CASES:
        yield form, name, of_xml.hostile(form, name)
    for name, data in of_ninjs.HOSTILE.items():
        yield Ninjs(), name, data
    for name, data in of_docx.HOSTILE.items():
        yield Docx(), name, data


def outcome(form: DocumentFormat | CollectionFormat, data: bytes) -> str:
    """Whether a file is read, and comes back as it is when it is written, or is refused."""
    try:
        if isinstance(form, CollectionFormat):
            every = form.read(data, "articles/hostile")
            written = form.write(every, [[s.text for s in article.segments] for article in every.articles])
        else:
            document = form.read(data, "articles/hostile")
            written = form.write(document, [s.text for s in document.segments])
    except DocumentError:
        return "refused"
    return "read" if written == data else "WRONG"


def main() -> None:
    """Print a row for each file, the slowest of each format first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slowest", type=int, default=1000, help="so many of each format at most")
    arguments = parser.parse_args()
    rows: dict[str, list[tuple[float, str, int, str]]] = {}
    for form, name, data in cases():
        begun = time.process_time()
        became = outcome(form, data)
        rows.setdefault(form.name, []).append((time.process_time() - begun, name, len(data), became))
    print(f"{'format':<10} {'what is hostile in it':<{SHOWN}} {'kB':>8} {'seconds':>8}  outcome")
    for form, own in rows.items():
        for seconds, name, size, became in sorted(own, reverse=True)[: arguments.slowest]:
            shown = repr(name)[1:-1][:SHOWN]
            print(f"{form:<10} {shown:<{SHOWN}} {size / 1000:>8,.0f} {seconds:>8.2f}  {became}")
    slowest = max(seconds for own in rows.values() for seconds, *_ in own)
    print(f"{sum(map(len, rows.values()))} files, {slowest:.2f} s at most")


if __name__ == "__main__":
    main()
