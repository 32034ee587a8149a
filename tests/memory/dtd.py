"""TMX 1.4b as a DTD, written for these tests from the tables of the specification: elements, content and attributes."""

import io

from lxml import etree

_ABOUT = """o-encoding CDATA #IMPLIED datatype CDATA #IMPLIED usagecount CDATA #IMPLIED lastusagedate CDATA #IMPLIED
    creationtool CDATA #IMPLIED creationtoolversion CDATA #IMPLIED creationdate CDATA #IMPLIED creationid CDATA #IMPLIED
    changedate CDATA #IMPLIED changeid CDATA #IMPLIED o-tmf CDATA #IMPLIED"""
_TEXT = "(#PCDATA | bpt | ept | ph | it | hi | ut)*"
_CODE = "(#PCDATA | sub)*"

_ELEMENTS = {
    "tmx": ("(header, body)", "version CDATA #FIXED '1.4'"),
    "header": (
        "(note | prop | ude)*",
        """creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
        segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
        srclang CDATA #REQUIRED datatype CDATA #REQUIRED o-encoding CDATA #IMPLIED creationdate CDATA #IMPLIED
        creationid CDATA #IMPLIED changedate CDATA #IMPLIED changeid CDATA #IMPLIED""",
    ),
    "body": ("(tu*)", ""),
    "note": ("(#PCDATA)", "xml:lang CDATA #IMPLIED o-encoding CDATA #IMPLIED"),
    "prop": ("(#PCDATA)", "type CDATA #REQUIRED xml:lang CDATA #IMPLIED o-encoding CDATA #IMPLIED"),
    "ude": ("(map+)", "name CDATA #REQUIRED base CDATA #IMPLIED"),
    "map": ("EMPTY", "unicode CDATA #REQUIRED code CDATA #IMPLIED ent CDATA #IMPLIED subst CDATA #IMPLIED"),
    "tu": (
        "((note | prop)*, tuv+)",
        f"{_ABOUT} tuid CDATA #IMPLIED srclang CDATA #IMPLIED segtype (block | paragraph | sentence | phrase) #IMPLIED",
    ),
    "tuv": ("((note | prop)*, seg)", f"{_ABOUT} xml:lang CDATA #REQUIRED"),
    "seg": (_TEXT, ""),
    "bpt": (_CODE, "i CDATA #REQUIRED x CDATA #IMPLIED type CDATA #IMPLIED"),
    "ept": (_CODE, "i CDATA #REQUIRED"),
    "ph": (_CODE, "x CDATA #IMPLIED assoc CDATA #IMPLIED type CDATA #IMPLIED"),
    "it": (_CODE, "pos (begin | end) #REQUIRED x CDATA #IMPLIED type CDATA #IMPLIED"),
    "hi": (_TEXT, "x CDATA #IMPLIED type CDATA #IMPLIED"),
    "ut": (_CODE, "x CDATA #IMPLIED"),
    "sub": (_TEXT, "type CDATA #IMPLIED datatype CDATA #IMPLIED"),
}

TMX = etree.DTD(
    io.StringIO(
        "\n".join(
            f"<!ELEMENT {name} {content}>" + (f"\n<!ATTLIST {name} {attributes}>" if attributes else "")
            for name, (content, attributes) in _ELEMENTS.items()
        )
    )
)
