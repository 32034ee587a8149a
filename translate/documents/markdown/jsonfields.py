"""Fields in JSON."""

from __future__ import annotations

import json

from translate.documents.jsonvalues import Pairs, Text, decoded, value_of
from translate.documents.layout import Sheet
from translate.documents.markdown.fields import Field, NoFieldsError
from translate.errors import DocumentError

CODE = "json"


def read(text: str) -> list[Field]:
    """The fields, in the order of the text.

    Args:
        text: With the braces around it.

    Raises:
        NoFieldsError: It is no JSON, or no fields.
    """
    sheet = Sheet("", text)
    try:
        root = value_of(sheet)
        return _fields(sheet, root, ()) if isinstance(root, Pairs) else []
    except DocumentError as error:
        raise NoFieldsError((error.line or 1) - 1) from None


def _fields(sheet: Sheet, pairs: Pairs, names: tuple[str, ...]) -> list[Field]:
    found: list[Field] = []
    for member in pairs.members:
        if isinstance(member.value, Text):
            start, end = member.value.start, member.value.end
            said = decoded(sheet, member.value).text
            found.append(Field((*names, member.key), start, end, said, "", is_text="\n\n" not in said))
        elif isinstance(member.value, Pairs):
            found += _fields(sheet, member.value, (*names, member.key))
    return found


def added(text: str, name: str, value: str, line_end: str) -> tuple[int, str]:
    """Where another field stands, and what.

    Args:
        text: The fields that there are.
        name: The new one's.
        value: What it says.
        line_end: The file's.
    """
    body = text[:-1].rstrip()
    comma = "" if body.endswith("{") else ","
    return len(body), f"{comma}{line_end}  {json.dumps(name)}: {spelt('', value)}"


def spelt(style: str, text: str) -> str:  # noqa: ARG001  There is one way.
    """A text in the place of a field.

    Args:
        style: Of what stood there.
        text: What is written.
    """
    return json.dumps(text, ensure_ascii=False)
