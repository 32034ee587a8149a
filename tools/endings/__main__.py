"""Make a language's table of endings from running text, and say how often it agrees with a dictionary in context.

    python -m tools.endings UNPACKED [--language et] [--without FILE ...] [--judge FILE ...]

README.md beside this file tells where the texts come from. The table is written into translate/languages/.
"""

import argparse
import hashlib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from tools.endings.judging import Agreement, judge
from tools.endings.nouns import ANALYSERS, Noun, count_nouns
from tools.endings.table import GAIN, choose, weigh, write
from tools.endings.texts import read_texts
from translate.languages.cldr import english_name
from translate.languages.loading import FOLDER

HELD_BACK = 5
"""One lemma in so many is not learnt from where it is asked what the table says of words that it does not know."""
GAINS = (80, 30, GAIN, 4, 1)
"""For tables of several sizes."""
HEAD = """{language}: how its nouns end, and in which case and number they then are, in percent. README.md tells more.

Made by tools/endings, whose README.md tells how well it does. Learnt from the translations in Debian's packages:
{texts}.
What it is licensed under, each package's copyright file tells (LibreOffice: MPL-2.0, KDE and the others: mostly GPL
or LGPL). No text of theirs is here: it was only counted which endings stand for what."""


def main() -> None:
    """Learn, judge, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("unpacked", type=Path, help="folder that the Debian packages were unpacked into")
    parser.add_argument("--language", default="et", choices=sorted(ANALYSERS), help="default: %(default)s")
    parser.add_argument("--without", type=Path, nargs="*", default=[], help="texts not to learn from")
    parser.add_argument("--judge", type=Path, nargs="*", default=[], help="texts to judge by, a sentence a line")
    parser.add_argument("--figures", action="store_true", help="write nothing, say how tables of several sizes do")
    asked = parser.parse_args()
    analyse = ANALYSERS[asked.language]()
    texts = read_texts(asked.unpacked, asked.language, [*asked.without, *asked.judge])
    kinds = {kind: count_nouns(sentences, analyse) for kind, sentences in texts.items()}
    lines = {path.name: count_nouns(path.read_text("utf-8").splitlines(), analyse) for path in asked.judge}
    read = ", ".join(f"{kind} ({len(texts[kind]):,} sentences)" for kind in texts)
    print(read)
    known = {kind: Counter({n: times for n, times in c.items() if not _held_back(n)}) for kind, c in kinds.items()}
    unknown = {kind: Counter({n: times for n, times in c.items() if _held_back(n)}) for kind, c in kinds.items()}
    whole, part = weigh(kinds), weigh(known)
    for gain in GAINS if asked.figures else (GAIN,):
        endings = choose(whole, gain)
        print(f"\n{len(endings.shares)} endings; unknown lines, then unknown lemmas:")
        _tell({name: judge(endings, counted) for name, counted in lines.items()})
        _tell({kind: judge(choose(part, gain), counted) for kind, counted in unknown.items()})
    if not asked.figures:
        path = FOLDER / f"{asked.language}.endings.txt"
        write(path, HEAD.format(language=english_name(asked.language), texts=read), endings)


def _held_back(noun: Noun) -> bool:
    return int(hashlib.sha256(noun.lemma.encode()).hexdigest(), 16) % HELD_BACK == 0


def _tell(judged: Mapping[str, Agreement]) -> None:
    for name, agreement in judged.items():
        print(f"  {name}: {agreement}")


if __name__ == "__main__":
    main()
