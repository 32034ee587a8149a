"""What holds of a translation that got its tags back, whatever an engine says."""

import re
from collections import Counter

from translate.core.placing.nodes import tree
from translate.core.placing.placed import Doubt
from translate.core.placing.units import Units
from translate.core.text import tags
from translate.core.text.words import UNSPACED


def faults(source, text, placed):
    """What is wrong with it; nothing ever should be."""
    found = tags.parted(placed.text)
    told = {
        "lost or doubled": tags.counted(placed.text) - tags.counted(text)
        != Counter(map(str, tags.parted(source).places)),
        "crossed": any(tags.unbalanced(placed.text)),
        "another text": not is_same(text, found),
        # A text that stays as it is has its tags where they were.
        "in a word": text != tags.plain(source) and tears(text, found),
        "in another pair": around(placed.text) != around(source),
        "empty": not placed.is_guessed and lacks_words(source, found, placed),
    }
    return [fault for fault, is_so in told.items() if is_so]


def is_same(text, found):
    """Whether it is the same text; a line break that stands where there is no space reads as one."""
    more = more_spaces(text, found)
    return text == "".join(letter for number, letter in enumerate(found.plain) if number not in more)


def more_spaces(text, found):
    """Where the plain text has a space in the place of a line break that the text has not."""
    breaks = {place.at - 1 for place in found.places if place.parts}
    at, more = 0, set()
    for number, letter in enumerate(found.plain):
        if text[at : at + 1] == letter:
            at += 1
        elif number in breaks:
            more.add(number)
        else:
            return set()
    return more


def tears(text, found):
    """Whether a tag stands in a word, an identifier, or in what is one character to a reader."""
    inside = {at for start, end in Units.of(text).spans for at in range(start + 1, end)}
    more = more_spaces(text, found)
    spots = {place.at - sum(number < place.at for number in more) for place in found.places}
    return any(at in inside or _parts_letters(text, at) for at in spots)


def _parts_letters(text, at):
    """The same without our own idea of a word: letters on both sides, in a script that has spaces."""
    beside = text[max(at - 1, 0) : at + 1]
    return re.fullmatch(r"\w\w", beside) is not None and not re.search(UNSPACED, beside)


def around(text):
    """Which pairs each tag stands in."""
    found, pending = {}, []
    for place in tags.parted(text).places:
        if place.side is tags.Side.CLOSE:
            pending.pop()
        else:
            found[place.name] = tuple(pending)
        if place.side is tags.Side.OPEN:
            pending.append(place.name)
    return found


def lacks_words(source, found, placed):
    """Whether a pair around something is around nothing, and nobody is told, or there were enough words."""
    own = tags.parted(source)
    units, target = Units.of(own.plain), Units.of(found.plain)
    root = tree(own, units)
    if root is None or not len(units):
        return False
    ends = {(place.name, place.side): place.at for place in found.places}
    pairs = [node for node in root.within() if node.ends and not node.is_point]
    within = {
        node: slice(*(ends[node.begins.name, side] for side in (tags.Side.OPEN, tags.Side.CLOSE))) for node in pairs
    }
    emptied = {node for node in pairs if not found.plain[within[node]].strip()}
    told = {doubt.tag for doubt in placed.doubts if doubt.doubt is Doubt.EMPTY}
    within_emptied = {inner for node in emptied for inner in node.within()}
    silent = {node for node in emptied - within_emptied if str(node.begins) not in told}
    needless = {node for node in emptied if any(units.words[node.first : node.last])}
    return bool(silent or (needless and sum(target.words) >= wanted(root, units)))


def wanted(node, units):
    """How many words the pairs in a tree want, so that each that is around words has one."""
    return max(
        int(any(units.words[node.first : node.last])),
        sum(wanted(inner, units) for inner in node.inner if not inner.is_point),
    )
