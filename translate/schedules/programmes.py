"""Which texts of a programme guide in XMLTV are its titles, where they stand, and what is told of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, islice

from translate import patterns
from translate.core.text.locales import Locale, parse
from translate.schedules.guides import Element, Guide, Programme
from translate.schedules.sheets import Place, Sheet
from translate.schedules.titles import LONGEST, Title, fault_of

FILMS = frozenset({"film", "films", "movie", "movies", "feature film"})
"""What categories call a film; one may name several kinds, as “Movie / Drama” of the television standard DVB does."""

_TITLES = {"title": "show", "sub-title": "episode"}
"""The elements that are titles, and the kind of each in any programme but a film."""
_MOST_NOTED = 10
"""Languages that a note has room for; a programme may be in any number."""
_DAY = patterns.compile(r"(\d{4})(\d\d)(\d\d)")


def titles_of(sheet: Sheet, source: str) -> Iterator[Title]:
    """Find the titles of a guide.

    Args:
        sheet: Its text.
        source: The locale of the titles to translate.

    Yields:
        Those of each programme: its title and its sub-title. Of several in other languages it is the one in the
        source's, or the first where none is.

    Raises:
        DocumentError: It is no guide, or cannot be read.
    """
    text = _bytes(sheet)
    guide = Guide(sheet.path, text)
    names = {each.channel: each.first("display-name") for each in guide.channels}
    found = {element: about for each in guide.programmes for element, about in _chosen(each, names, source)}
    for element, place in _places(text, sheet.begin, found):
        yield sheet.title(*place, element.text, found[element])


def own_titles(sheet: Sheet, locale: str) -> dict[int, Place]:
    """Find what a guide itself has in a language beside its titles in others.

    Args:
        sheet: Its text.
        locale: The locale of the language.

    Returns:
        Where the title in that language stands, by where each one of the same programme begins, itself too.

    Raises:
        DocumentError: It is no guide, or cannot be read.
    """
    text, wanted = _bytes(sheet), parse(locale)
    every = [each.parts[name] for each in Guide(sheet.path, text).programmes for name in _TITLES if name in each.parts]
    pairs = [(own, elements) for elements in every if (own := _own(elements, wanted))]
    places = dict(_places(text, sheet.begin, {each for _, elements in pairs for each in elements}))
    return {places[each][0]: places[own] for own, elements in pairs for each in elements}


def _bytes(sheet: Sheet) -> bytes:
    return sheet.text[sheet.begin :].encode()


def _places(text: bytes, begin: int, elements: Collection[Element]) -> Iterator[tuple[Element, Place]]:
    """Elements in the text's order, each with where it stands, in characters."""
    done, offset = 0, begin
    for element in sorted(elements, key=lambda each: each.start):
        start = offset + len(text[done : element.start].decode())
        offset = start + len(text[element.start : element.end].decode())
        done = element.end
        yield element, (start, offset)


def _chosen(programme: Programme, names: Mapping[str, str], source: str) -> Iterator[tuple[Element, Mapping[str, str]]]:
    """The elements that are to be translated, each with what is told of it."""
    is_film = any(map(_is_film, programme.parts.get("category", ())))
    day = _DAY.match(programme.start)
    about = {
        "channel": names.get(programme.channel) or programme.channel,
        "original": programme.first("orig-language"),
        "first_broadcast": "-".join(day.groups()) if day else "",
    }
    for name, kind in _TITLES.items():
        if elements := programme.parts.get(name):
            element = _in_language(elements, source)
            note = _noted(each for each in elements if each is not element)
            yield element, about | {"kind": "film" if is_film and name == "title" else kind, "note": note}


def _is_film(category: Element) -> bool:
    return not FILMS.isdisjoint(part.strip().lower() for part in category.text.split("/"))


def _in_language(elements: Sequence[Element], source: str) -> Element:
    """The element in a language, or the first; one that is empty only where all are."""
    if len(elements) == 1:
        return elements[0]
    elements = [each for each in elements if each.text] or elements
    wanted = parse(source)
    known = [(each.locale, each) for each in elements if each.locale]
    same = (each for locale, each in known if locale == wanted)
    alike = (each for locale, each in known if wanted and locale.language == wanted.language)
    return next(same, None) or next(alike, elements[0])


def _own(elements: Sequence[Element], wanted: Locale | None) -> Element | None:
    """The element that readers of a locale are shown; an empty one only where there is no other."""
    if wanted is None or len(elements) == 1:
        return None
    full_first = sorted(elements, key=lambda each: not each.text)
    known = [(each.locale, each) for each in full_first if each.locale]
    same = (each for locale, each in known if locale == wanted)
    alike = (each for locale, each in known if _is_for(locale, wanted))
    return next(same, None) or next(alike, None)


def _is_for(locale: Locale, wanted: Locale) -> bool:
    """Whether one is the other with a region or without: ``et-EE`` is for ``et``, but ``pt-PT`` not for ``pt_BR``."""
    regions = {locale.region, wanted.region} - {""}
    return len(regions) <= 1 and replace(locale, region="") == replace(wanted, region="")


def _noted(elements: Iterable[Element]) -> str:
    """What a programme is called in other languages, as far as there is room to tell."""
    called = ((each.locale, each.text) for each in elements)
    told = (f"{locale.tag}: {text}" for locale, text in called if locale and text and not fault_of(text))
    notes = [note for note in accumulate(islice(told, _MOST_NOTED), "{}; {}".format) if len(note) <= LONGEST]
    return notes[-1] if notes else ""
