"""Random tags, pairs within pairs, over words of real texts, come back through every engine whole and in place.

``NEWSDESK_LONG=1`` sends ten thousand sets of tags, over the texts in ``../shared/eval/tags`` too, and some dozens go
by default.
"""

import json
import random
from itertools import count
from pathlib import Path

import pytest

from tests.core.placing.laws import faults
from tests.programs import needs
from tests.ready import LONG, ROOT
from translate.core.offers import SourceSentence
from translate.core.placing.placed import Effort
from translate.core.placing.placing import Unplaced, place
from translate.core.text.words import NARROW_WORD
from translate.engines.apertium import ApertiumEngine
from translate.engines.argos import ArgosEngine
from translate.engines.identity import IdentityEngine
from translate.workflow.answering import answer
from translate.workflow.placing import means_of

DATA = Path(__file__).parents[1] / "data/sample-model"
MORE = ROOT.parent / "shared/eval/tags/pairs.jsonl"
BATCHES, EACH = (40, 250) if LONG else (1, 60)
THOROUGH = 10
"""Every so manieth batch leaves words out one by one; the others are quick."""


def pairs():
    """Real texts, each with what somebody, or a machine, made of it."""
    own = ((DATA / f"heldout.{code}").read_text(encoding="utf-8").splitlines() for code in ("en", "et"))
    yield from zip(*own, strict=True)
    if LONG and MORE.is_file():
        for line in MORE.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            yield from ((one["source"], one[text]) for text in ("reference", "draft") if one["lang"] == "et")


def nested(chance, text):
    """A text with random tags at its words, a few of them within a word: five deep, with points, or around nothing."""
    numbers = count(1)
    cuts = {end for word in NARROW_WORD.finditer(text) for end in word.span()}
    cuts |= {chance.randrange(len(text)) for _ in range(chance.randrange(3))}
    ends = sorted({0, len(text), *cuts})

    def some(first, last, depth):
        at, found = first, []
        while at < last or chance.random() < 0.2:
            kind, number = chance.random(), next(numbers)
            if kind < 0.1:
                found.append(f"<{chance.choice(('br', 'img', 'fn'))}{number}/>")
            elif kind < 0.35 and depth:
                width = chance.choice((last - at, chance.randrange(last - at + 1)))
                found.append(f"<a{number}>{some(at, at + width, depth - 1)}</a{number}>")
                at += width
            elif at < last:
                found.append(text[ends[at] : ends[at + 1]])
                at += 1
        return "".join(found)

    return some(0, len(ends) - 1, 5)


def check(engine, locale, texts, chance, effort=Effort.QUICK):
    sets = [Unplaced(nested(chance, source), text) for source, text in texts]
    made = answer(place(sets, means_of(engine, "en", locale, effort)), engine, "en", locale)
    wrong = [(one, faults(one.source, one.text, found)) for one, found in zip(sets, made, strict=True)]
    assert [each for each in wrong if each[1]] == []


@pytest.mark.usefixtures("sample_packages")
@pytest.mark.parametrize("engine", [IdentityEngine, ArgosEngine])
@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_tag_is_lost_crossed_or_torn_and_none_is_silently_empty(engine, batch):
    chance = random.Random(batch)  # noqa: S311 -- Any will do, and the same each time.
    texts = [(source, text) for source, text in pairs() if source.strip() and text.strip()]
    effort = Effort.QUICK if batch % THOROUGH else Effort.THOROUGH
    check(engine(), "et", chance.choices(texts, k=EACH), chance, effort)


@needs("apertium")
@pytest.mark.parametrize("batch", range(BATCHES))
def test_apertium_loses_none_either(batch):
    chance = random.Random(batch)  # noqa: S311 -- As above.
    engine, sources = ApertiumEngine(), chance.choices([source for source, _ in pairs() if source.strip()], k=EACH)
    drafts = engine.translate([SourceSentence(source) for source in sources], "en", "es")
    texts = [(source, draft[0].text) for source, draft in zip(sources, drafts, strict=True) if draft]
    check(engine, "es", texts, chance)
