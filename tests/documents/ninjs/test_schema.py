"""What is written is ninjs: by a schema of ours always, by IPTC's own where the environment names it."""

import json
import os
import re
from pathlib import Path

import jsonschema
import pytest

from tests.documents.ninjs.samples import FIRST, SECOND, THIRD
from translate.core.article import Imprint, Making
from translate.documents.ninjs import Ninjs

OURS = json.loads((Path(__file__).parent / "schema.json").read_bytes())
ITEMS = {"first": FIRST, "second": SECOND, "third": THIRD}
IPTCS = "NEWSDESK_NINJS_SCHEMA"
"""The environment's name for a schema of IPTC, such as ninjs-schema_3.1.json."""


def translated(text, making):
    document = Ninjs().read(text.encode(), "articles/ferry.json")
    texts = [f"„Õ“ {segment.text}" for segment in document.segments]
    return json.loads(Ninjs().write(document, texts, Imprint("pt-BR", "ltr", making)))


def validator(schema):
    return jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("making", Making)
@pytest.mark.parametrize("line", ITEMS)
def test_an_item_is_valid_before_and_after(line, making):
    schema = validator({**OURS, "$ref": f"#/$defs/{line}"})
    schema.validate(json.loads(ITEMS[line]))
    schema.validate(translated(ITEMS[line], making))
    broken = translated(ITEMS[line], making) | {"digitalsourcetype": "trainedAlgorithmicMedia", "digitalSourceType": 1}
    assert not schema.is_valid(broken)


@pytest.mark.parametrize("making", Making)
def test_an_item_is_valid_by_iptc(making):
    if not (path := os.environ.get(IPTCS)):
        pytest.skip(f"not run: {IPTCS} names no schema of IPTC")
    schema = json.loads(Path(path).read_bytes())
    version = re.search(r"_([123])\.\d", schema.get("$id") or schema["id"])
    line = dict(zip("123", ITEMS, strict=True))[version[1]]
    validator(schema).validate(json.loads(ITEMS[line]))
    validator(schema).validate(translated(ITEMS[line], making))
