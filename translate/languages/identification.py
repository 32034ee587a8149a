"""Tell that a text is in another language; the only module that knows py3langid."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from translate.core.text.prose import TELLING

_FOLDER = Path(__file__).parent
_LONGEST = 2000
"""Characters after which nothing new is learnt."""
_UNLIKELY = 0.05
"""A text that is less likely than this to be in a language is in another one. Of a thousand sentences of news each in
English, Estonian, Russian, Spanish, Danish and Portuguese the least likely one had 0.07 for its own language; of those
in languages that are not next of kin, 99 in a hundred had less than 0.05 for another."""
_CALLED = {"nb": "no"}
_TIMES = 5
"""A name that is so many times as likely in another language is no words of its own. Of the words of four plain
letters and more in the sample package's held-out texts, 7 in a hundred of the English ones are taken for foreign, and
86 in a hundred of the Estonian ones; at ten times, 2 and 75 in a hundred."""
_SHORTEST = 4
"""Letters of a name that tells anything."""


def is_foreign(code: str, text: str) -> bool:
    """Whether a text is evidently in another language; never where it is short, or where nobody can tell.

    Args:
        code: The language that it should be in, by ISO 639.
        text: Running text.
    """
    text = text.strip()[:_LONGEST]
    if len(text) < TELLING:
        return False
    identifier = _identifier()
    likely = dict(identifier.rank(text)).get(_CALLED.get(code, code)) if identifier else None
    return likely is not None and likely < _UNLIKELY


@lru_cache(maxsize=4096)
def is_foreign_name(code: str, name: str) -> bool:
    """Whether a name is evidently made of another language's words; never where it is very short or nobody can tell.

    A word that many languages have, as “panorama”, is easily taken for another's.

    Args:
        code: The language that is asked for, by ISO 639.
        name: A word or a few, in any capitals.
    """
    if sum(map(str.isalpha, name)) < _SHORTEST:
        return False
    identifier = _identifier()
    likely = dict(identifier.rank(name.lower()[:_LONGEST])) if identifier else {}
    own = likely.get(_CALLED.get(code, code))
    return own is not None and own * _TIMES < max(likely.values())


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """The model, of those languages that have a file here: that of others would be seen in names.

    None where it cannot be read: it is unpacked among the temporary files, and their disk may be full.
    """
    # Most of a second, and few texts need it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError:
        return None
    known = {_CALLED.get(path.stem, path.stem) for path in _FOLDER.glob("*.toml")}
    identifier.set_languages(sorted(known.intersection(identifier.labels)))
    return identifier
