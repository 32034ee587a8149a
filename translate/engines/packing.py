"""What an engine offers for a sentence, as bytes and back."""

from __future__ import annotations

import json
import math
from typing import TypeGuard

from translate.core.offers import Hypothesis, Likelihood
from translate.core.terms.ways import Way

Offers = tuple[Hypothesis, ...]


def packed(offers: Offers) -> bytes:
    """Offers as bytes.

    Raises:
        ValueError: They cannot be told so that they are the same again.
    """
    told = [
        [offer.text, offer.score, offer.likelihood.total, offer.likelihood.tokens, *map(str, offer.ways)]
        for offer in offers
    ]
    data = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    if unpacked(data) != offers:
        raise ValueError("these are no offers of an engine")
    return data


def unpacked(data: bytes) -> Offers:
    """The offers that `packed` was given, or such as an engine could have made: at least one, and no two alike.

    Raises:
        ValueError: These are none.
    """
    try:
        offers = tuple(_offer(*one) for one in json.loads(data))
    except (TypeError, RecursionError) as error:
        raise ValueError("these are no offers") from error
    if not offers or len({offer.text for offer in offers}) != len(offers):
        raise ValueError("these are no offers, or the same twice")
    return offers


def _offer(text: object, score: object, total: object, tokens: object, *ways: object) -> Hypothesis:
    if not (isinstance(text, str) and text.strip() == text and len(text.splitlines()) == 1):
        raise ValueError("no line of text")
    if not (score is None or _is_number(score)):
        raise ValueError("no score")
    if not (_is_number(total) and type(tokens) is int and tokens >= 0):
        raise ValueError("no likelihood")
    return Hypothesis(text, score, Likelihood(total, tokens), tuple(_way(way) for way in ways))


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, float) and math.isfinite(value)


def _way(way: object) -> Way:
    if not isinstance(way, str):
        raise ValueError("no way")  # noqa: TRY004  As of whatever else is wrong.
    return Way.parse(way)
