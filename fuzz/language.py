"""Texts as people and machines write them: checks, terms, sentences, Apertium's answers, versions of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

from fuzz.laws import law, parts
from fuzz.samples import MATCHER
from translate.core import checks
from translate.core.checks.findings import Unit
from translate.core.enforcing.candidate import Case
from translate.core.enforcing.choosing import forms_for
from translate.core.enforcing.ladder import Enforced
from translate.core.enforcing.masking import keep
from translate.core.entries.pairing import pair
from translate.core.offers import Mark, RequiredTerm, SourceSentence
from translate.core.terms.demands import Demands, demands_on
from translate.core.terms.matching import Matcher
from translate.core.terms.verification import forbidden, verify
from translate.core.text import identifiers
from translate.core.text.changes import changes
from translate.core.text.sentences import Segmenter, cut, join
from translate.core.text.spelling import normalise
from translate.core.text.typography import mended, opened
from translate.engines.apertium.agreement import MOST
from translate.engines.apertium.encoding import Road, decode, encode, holed
from translate.languages.loading import load_pair
from translate.segmentation import segmenter_for

LOCALES = ("et", "ru", "es", "uk", "pt_BR", "zh_Hant_TW", "sr@latin", "xx")
LANGUAGES = ("en", "et", "ru", "es", "zh", "ja", "ar", "xx")


def texts_checked(data: bytes) -> None:
    """Check texts: a line each, source and translation parted by a tab; the first byte chooses the locale."""
    locale = LOCALES[data[0] % len(LOCALES)] if data else "et"
    units = []
    for line in data[1:].decode(errors="replace").split("\n"):
        source, _, target = line.partition("\t")
        # A PO file holds line ends; an input has them as it writes them there.
        source, target = (text.replace("\\n", "\n") for text in (source, target))
        once = _set(target, source, locale)
        law(_set(once, source, locale) == once, "to set a draft twice is to set it once")
        asked = demands_on(MATCHER, source)
        context = ("headline", "credit", None, None)[len(source) % 4]
        units.append(Unit.of(source, target, *load_pair("en", locale), asked.matches, bans=asked.bans, context=context))
    found = checks.check_article(units)
    for unit, findings in zip(units, found, strict=True):
        for finding in findings:
            start, end = finding.span or (0, 0)
            law(0 <= start <= end <= len(unit.target), f"{finding.rule} stands in the text")
            law(bool(finding.message), f"{finding.rule} says what is wrong")


def _set(draft: str, source: str, locale: str) -> str:
    of_source, own = (language.typography() for language in load_pair("en", locale))
    return mended(opened(draft, source, own), source, own, of_source)


def terms(data: bytes) -> None:
    """Look for the terms of a glossary in a source text, and for their forms in a translation behind ``%%``."""
    source, target = (part.decode(errors="replace") for part in parts(data, 2))
    look_for(MATCHER, source, target or source)
    plain = normalise(source)
    law(normalise(plain.text).text == plain.text, "what is normal stays as it is")
    law(len(plain.text) == len(plain.folded), "folding keeps places")


def look_for(matcher: Matcher, source: str, target: str) -> None:
    """Find terms, then verify a translation."""
    found = matcher.find(source)
    bans = matcher.bans(source)
    end = 0
    for match in found:
        law(end <= match.start < match.end <= len(source), "matches do not overlap")
        end = match.end
        law(bool(forms_for(match.term, source[match.start : match.end])), "a term has a form")
    verified = verify(found, target)
    places = sorted((f.start, f.end) for r in verified.renderings if (f := r.found) is not None)
    law(all(a[1] <= b[0] for a, b in pairwise(places)), "no two terms share a place")
    spans = [(hit.start, hit.end) for hit in forbidden(bans, found, target)]
    spans += [(form.start, form.end) for form in verified.excess]
    law(all(0 <= start < end <= len(target) for start, end in spans), "a hit stands in the text")


@cache
def _segmenter(language: str) -> Segmenter:
    return segmenter_for(language)


def sentences(data: bytes) -> None:
    """Cut a text into sentences, none inside a term or an identifier; the first byte chooses the language."""
    language = LANGUAGES[data[0] % len(LANGUAGES)] if data else "en"
    text = data[1:].decode(errors="replace")
    kept = identifiers.spans(text)
    law(all(a[1] <= b[0] for a, b in pairwise(kept)), "no two identifiers overlap")
    law(all(text[start:end].strip() for start, end in kept), "an identifier is text")
    spans = [*((match.start, match.end) for match in MATCHER.find(text)), *kept]
    found = cut(text, _segmenter(language), spans)
    law(join(text, found, [sentence.text for sentence in found]) == text, "the sentences join back to the text")
    for sentence in found:
        law(text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != "", "a sentence is text")
        law(
            all(not s < sentence.start < e and not s < sentence.end < e for s, e in spans),
            "no term or identifier is torn",
        )
    again = cut(text, _segmenter(language), spans, 40)
    law(join(text, again, [sentence.text for sentence in again]) == text, "short sentences join back, too")
    law(_drafted(text, lambda source: source) == text, "an engine that changes nothing gives a text back")
    draft, end = _drafted(text, lambda source: re.sub(r"[\d\[\]]|Qzxw\w+", "", source) or "x"), 0
    for start, stop in kept if draft else ():
        end = draft.find(text[start:stop], end) + stop - start
        law(end >= stop - start, "an engine that loses every mark loses no identifier")


def _drafted(text: str, engine: Callable[[str], str]) -> str:
    """What becomes of a sentence that nothing is asked of; empty where the engine has nothing for a part of it."""
    rounds = keep([Case(text, Demands())], tuple(Mark))
    reply: list[Enforced] | None = None
    while True:
        try:
            cases = next(rounds) if reply is None else rounds.send(reply)
        except StopIteration as done:
            return str(done.value[0].text)
        reply = [Enforced(engine(case.source), ()) for case in cases]


def stream(data: bytes) -> None:
    """Read Apertium's answer (behind ``%%``) for a sentence, and our own writing as if it were the answer."""
    source, output = (part.decode(errors="replace") for part in parts(data, 2))
    source = source.replace("\0", "")
    required = tuple(
        RequiredTerm(m.start, m.end, forms_for(m.term, source[m.start : m.end])) for m in MATCHER.find(source)
    )
    sentence = SourceSentence(source, required)
    placed = {number: term.forms[0] for number, term in enumerate(required)}
    # There are made-up words for so many terms; the engine takes another road with more.
    for road in Road:
        if road is Road.UNIT and len(required) > MOST:
            continue
        for answer in (output, encode(sentence, road)):
            found = decode(sentence, holed(sentence, road), road, answer, placed)
            text = found.filled() if found else None
            if text is not None and road is not Road.FREE:
                law(
                    all(any(form.lower() in text.lower() for form in term.forms) for term in required),
                    f"{text!r} has every term",
                )
            law(text != "", "an empty answer is none")
            (text or "").encode()  # A PO file has to hold it.


def versions(data: bytes) -> None:
    """Compare two versions of an article (parted by ``%%``, a paragraph a line)."""
    before, after = (list(dict.fromkeys(part.decode(errors="replace").split("\n"))) for part in parts(data, 2))
    old, new = [(None, text) for text in before], [(None, text) for text in after]
    found = pair(old, new, [(None, text) for text in before[::2] if text not in {*before[1::2], *after}])
    law(all(key in new and set(origins) <= set(old) for key, origins in found.items()), "origins are old texts")
    for text, other in zip(before, after, strict=False):
        law(bool(text != other) or not changes(text, other), "nothing changed in what is the same")
