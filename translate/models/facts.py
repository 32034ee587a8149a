"""What a package says about itself, in its metadata.json or in the index."""

from __future__ import annotations

import json
import re

from translate import patterns
from translate.values import dataclass

_CODE = patterns.compile(r"[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}")
_VERSION = patterns.compile(r"([0-9][0-9A-Za-z.+-]{0,31})?")
_MAX_TEXT = 200
# Argos Translate adds to these lists for every package it finds: one of another type stops it from finding any.
_LISTS = ("from_codes", "to_codes", "links", "languages", "dependencies", "source_languages", "target_languages")


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """The language pair of a package, with its version."""

    source: str
    target: str
    version: str
    """Empty where the package has none."""
    name: str
    """For people, such as ``English → Estonian``."""

    def fulfils(self, offer: PackageFacts) -> bool:
        """Whether this is what was offered: the same pair, and the same version if one was named."""
        same_pair = (self.source, self.target) == (offer.source, offer.target)
        return same_pair and offer.version in {"", self.version}

    def __str__(self) -> str:
        return f"{self.source} → {self.target} {self.version}".rstrip()


def parse_facts(data: bytes) -> PackageFacts:
    """Read a metadata.json.

    Raises:
        ValueError: It cannot be used; the message says why in a few words.
    """
    return facts_of(parse_json(data))


def parse_json(data: bytes) -> object:
    """Read JSON that may be meant to harm.

    Raises:
        ValueError: It is no JSON in UTF-8, or nested too deep.
    """
    try:
        value: object = json.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise ValueError("it is no JSON that can be read") from error
    return value


def facts_of(metadata: object) -> PackageFacts:
    """Take the facts from a JSON object.

    Raises:
        ValueError: It cannot be used; the message says why in a few words.
    """
    if not isinstance(metadata, dict):
        raise ValueError("it is no JSON object")  # noqa: TRY004 - one error for every kind of bad metadata.
    for field in _LISTS:
        if not isinstance(metadata.get(field, []), list):
            raise ValueError(f"“{field}” is no list")  # noqa: TRY004 - as above.
    for field in ("argos_version", "target_prefix", "code"):
        _text(metadata, field)
    if _text(metadata, "type", "translate") != "translate":
        raise ValueError(f"“type” is “{metadata['type']}”, and only “translate” can be used")
    source, target, version = (_text(metadata, field) for field in ("from_code", "to_code", "package_version"))
    for field, code in (("from_code", source), ("to_code", target)):
        if not _CODE.fullmatch(code):
            raise ValueError(f"“{field}” is no language code: “{code[:40]}”")
    if not _VERSION.fullmatch(version):
        raise ValueError(f"“package_version” is no version: “{version[:40]}”")
    names = _text(metadata, "from_name") or source, _text(metadata, "to_name") or target
    return PackageFacts(source, target, version, " → ".join(names))


def release_order(version: str) -> tuple[int, ...]:
    """Return what to sort versions by, oldest first: the numbers in it, so that 1.10 comes after 1.9."""
    return tuple(int(number) for number in re.findall("[0-9]+", version))


def _text(metadata: dict[str, object], field: str, default: str = "") -> str:
    value = metadata.get(field, default)
    if value is None and field == "code":  # Argos Translate itself writes null there.
        return default
    if not isinstance(value, str) or not value.isprintable() or len(value) > _MAX_TEXT:
        raise ValueError(f"“{field}” is no plain text")
    return value
