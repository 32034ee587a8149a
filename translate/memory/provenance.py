"""Tell from the marks of a TMX unit whether a person stands behind its translation.

TMX has no field for it, so each tool has its own: Okapi and many others write ``creationid="MT!"`` and ``Txt::Origin``,
Trados ``x-Origin`` and ``x-ConfirmationLevel``, Weblate and the Translate Toolkit a note that says ``fuzzy``. A mark is
believed as a whole or not at all, in any capitals: an origin is as often the name of a file, and somebody's name or
customer may well hold that of an engine.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from translate import patterns
from translate.core.text.words import TOKEN
from translate.values import dataclass

if TYPE_CHECKING:
    from lxml import etree


class Hand(Enum):
    """Who is behind a text that no person has approved."""

    MACHINE = "made by a machine"
    NOBODY_YET = "not approved"


@dataclass(frozen=True, slots=True)
class Marks:
    """What an element says of itself, and not of what is in it."""

    by: str = ""
    """Who changed it last, else who made it: a machine's text that a person has changed since is the person's."""
    told: Hand | None = None
    """What its properties and notes say."""

    @property
    def named(self) -> Hand | None:
        """What the name of its author says."""
        return Hand.MACHINE if _is_machine(self.by) or _RESERVED.match(self.by) else None


def marks(element: etree._Element) -> Marks:
    """The marks of a unit, of a variant, or of a file's header."""
    told = [hand for child in element if (hand := mark(child))]
    made_by, changed_by = element.get("creationid") or "", element.get("changeid") or ""
    # Whoever brings a machine's texts into a memory is told as the one who changed them, at the moment of their making.
    changed = element.get("changedate") not in {None, element.get("creationdate")}
    return Marks(
        changed_by if changed_by and (changed or not Marks(made_by).named) else made_by, next(iter(told), None)
    )


def mark(element: etree._Element) -> Hand | None:
    """What a property or a note says of the element that it stands in; None for any other element."""
    value = element.text or ""
    if element.tag == "note":
        return _hand(value)
    if element.tag != "prop":
        return None
    name = "".join(word for word in _words(element.get("type") or "") if word not in _AFFIXES)
    if name in _SWITCHES:
        return Hand.MACHINE if not _words(value) or _words(value)[0] not in _NO else None
    if name in _APPROVALS:
        return Hand.NOBODY_YET if _words(value)[:1] and _words(value)[0] in _NO else None
    if name in _ORIGINS and _BEGINS.match(value):
        return Hand.MACHINE
    return _hand(value) if name in _ORIGINS | _STATES else None


def is_machines(header: etree._Element) -> bool:
    """Whether a header says that all of its file comes from a machine; Okapi's ``o-tmf`` does."""
    return _is_machine(header.get("o-tmf") or "")


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AFFIXES = _names("x txt tu tuv singlestring multiplestring singlepicklist multiplepicklist")
"""What tools put around the names of their properties: ``x-Origin:SingleString``."""
_ORIGINS = _names("""
    origin origintype originsystem translationorigin translationtype translationmethod matchorigin matchtype
    matchquality provenance translator translatedby creator createdby creationid changedby changeid
""")
_STATES = _names("state status confirmationlevel translationstate translationstatus reviewstate statequalifier")
_APPROVALS = _names("approved isapproved confirmed isconfirmed")
_SWITCHES = _names("mt ismt mtengine mtsystem mtprovider machinetranslation machinetranslated")
"""Properties that only a machine's text has, unless they say no."""
_NO = _names("no none false 0 off human")

_MACHINES = _names("""
    mt nmt smt amt rbmt pbmt machinetranslation machinetranslated adaptivemachinetranslation neuralmachinetranslation
    automatictranslation autotranslated google googlemt googletranslate deepl microsofttranslator bingtranslator
    amazontranslate yandextranslate baidutranslate modernmt systran promt globalese kantanmt apertium argostranslate
    libretranslate marianmt opusmt nllb etranslation lingvanex niutrans papago translatelocally bergamot llm gpt chatgpt
    openai
""")
"""Names that no person has."""
_MAKERS = _names("""
    machine automatic automated auto neural microsoft bing azure amazon aws yandex baidu tencent alibaba ibm watson
    naver tilde lucy moses marian argos opus mmt intento claude gemini mistral deepseek
""")
"""Names that mean a machine where they go with a word for translating: ``Microsoft-Translator``."""
_TRANSLATES = _names("translate translated translation translations translator")
_BESIDE = _names("""
    the by with from v version api pro free plugin engine service provider hub cloud custom adaptive generic generated
    statistical based text match suggestion leveraged raw draft unedited only ai lt com studio weblate memoq phrase
    trados matecat smartcat crowdin lokalise smartling transifex omegat memsource xtm wordfast
""")
"""What may stand beside them without another sense."""
_RESERVED = patterns.compile(r"\s*MT!", re.IGNORECASE)
"""The author that tools agreed on, because nobody's initials are so; what follows may be an engine."""
_BEGINS = patterns.compile(r"\s*(?:MT|NMT|machine[ -]?translat(?:ion|ed))(?=!|\s*[:(,;–-]|\s+by\b)", re.IGNORECASE)
"""An origin that names an engine which nobody knows, and no file: ``MT: Acme``, ``Machine translation (Acme)``."""
_NUMBERED = patterns.compile(r"(?:gpt|v)?\d+[a-z]?")
_GPT = patterns.compile(r"gpt\d+[a-z]?")

_UNFINISHED = _names("""
    fuzzy draft unfinished unconfirmed unapproved notapproved unreviewed notreviewed untranslated rejected
    rejectedtranslation rejectedsignoff
""")
_STATE = patterns.compile(r"needs(?:-\w+){1,3}")
"""One of XLIFF's, which others have taken over: ``needs-review-translation``, ``needs-editing``."""


def _hand(value: str) -> Hand | None:
    if _is_machine(value):
        return Hand.MACHINE
    words = _words(value)
    return Hand.NOBODY_YET if "".join(words) in _UNFINISHED or _STATE.fullmatch("-".join(words)) else None


def _is_machine(value: str) -> bool:
    words = set(_words(value))
    named = words & _MACHINES or any(map(_GPT.fullmatch, words)) or (words & _MAKERS and words & _TRANSLATES)
    others = words - _MACHINES - _MAKERS - _TRANSLATES - _BESIDE
    return bool(named) and all(map(_NUMBERED.fullmatch, others))


def _words(value: str) -> list[str]:
    return TOKEN.findall(value.casefold())
