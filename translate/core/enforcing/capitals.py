"""The capitals that a word has in its place."""

from __future__ import annotations

from translate.core.enforcing.pool import Place

_ACRONYM = 3
"""Letters that capitals may have without the text being in ALL CAPS."""
_OPENING = "\"“„'‘(«¿¡ "


def capitalised(word: str) -> str:
    """A word with a capital first; one such as iPhone stays as it is."""
    return word if word[1:2].isupper() else word[:1].upper() + word[1:]


def dressed_alike(word: str, surface: str) -> str:
    """A word in the capitals of another one: ALL CAPS, or a capital first."""
    if surface.isupper() and len(surface) > _ACRONYM:
        return word.upper()
    return capitalised(word) if surface[:1].isupper() else word


def in_place(form: str, place: Place, draft: str, surface: str, source: str) -> str:
    """A form of a term in the capitals that its place in a draft asks for.

    Args:
        form: As the glossary has it.
        place: The place.
        draft: The draft.
        surface: The term in the letters of the text that is translated.
        source: The term in the glossary's letters.
    """
    was, before = draft[place.start : place.end], draft[: place.start]
    all_caps = draft.isupper() and len(draft.split()) > 1
    shouted = surface.isupper() and surface != source and (" " in surface or (len(was) > 1 and was.isupper()))
    if all_caps or shouted:
        return form.upper()
    titled = surface[:1].isupper() and source[:1].islower() and was[:1].isupper()
    return capitalised(form) if titled or not before.strip(_OPENING) else form
