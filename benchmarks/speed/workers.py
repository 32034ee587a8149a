"""What newsdesk is measured against, and parts of it by themselves, each in a process of its own.

    python -m benchmarks.speed.workers NAME [ARGUMENTS]

The last line that a worker prints is an object of figures.
"""

from __future__ import annotations

import json
import os
import random
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.speed.texts import Article

Figures = Mapping[str, float]
CORES = len(os.sched_getaffinity(0))
DATES = re.compile(rb"^\"(?:POT-Creation|PO-Revision)-Date: .*$", re.MULTILINE)
ANSWERS = 200
"""Lookups that are timed."""


def bare(package: str, kind: str, size: str) -> Figures:
    """Decode the sentences of all articles in one call of CTranslate2, and nothing else."""
    import ctranslate2
    import sentencepiece

    tokens = sentencepiece.SentencePieceProcessor(model_file=f"{package}/sentencepiece.model")
    network = ctranslate2.Translator(f"{package}/model", compute_type="int8", inter_threads=CORES, intra_threads=1)
    sentences = [text for article in given() for paragraph in article for text in paragraph]
    found = network.translate_batch(
        tokens.encode(sentences, out_type=str),
        beam_size=4,
        length_penalty=0.2,
        max_batch_size=int(size),
        batch_type=kind,
    )
    return {"sentences": len(tokens.decode([one.hypotheses[0] for one in found]))}


def argos() -> Figures:
    """Translate article by article with Argos Translate's own API, which cuts texts into paragraphs and sentences."""
    from tests.engines.argos_api import SENTENCE_END, translation

    own = translation("en", "et")
    # It is told where sentences end, and so is spared to find out.
    drafts = [own.translate("\n".join(map(SENTENCE_END.join, article))) for article in given()]
    return {"articles": len(drafts)}


def forgetful(*arguments: str) -> Figures:
    """Run newsdesk so that an engine is asked again for each sentence that it has been asked for."""
    from translate.workflow import decoding

    own = decoding.Decoded

    class Forgetful(own):  # type: ignore[misc, valid-type]
        """What an engine has made is never known again, within a run or from an earlier one."""

        def translate(self, engine: Any, sentences: Sequence[Any], *rest: Any, **named: Any) -> list[Any]:
            answers: dict[int, Any] = {}
            for places in occurrences(sentences):
                found = own().translate(engine, [sentences[at] for at in places], *rest, **named)
                answers |= zip(places, found, strict=True)
            self.has_answered = True
            return [answers[at] for at in range(len(sentences))]

    decoding.Decoded = Forgetful  # type: ignore[misc]
    return plain(*arguments)


def occurrences(sentences: Sequence[Any]) -> Iterator[list[int]]:
    """The places at which each sentence stands for the first time, for the second time, and so on."""
    left, seen = range(len(sentences)), Counter[Any]()
    turns: dict[int, list[int]] = {}
    for at in left:
        turns.setdefault(seen[sentences[at]], []).append(at)
        seen[sentences[at]] += 1
    yield from turns.values()


def alone(*arguments: str) -> Figures:
    """Run newsdesk so that it drafts by itself, however much there is to draft."""
    from translate.cli import newsdesk
    from translate.workflow import processes

    processes.ENOUGH = sys.maxsize
    newsdesk.main(list(arguments), standalone_mode=False)
    return {}


def shared(*arguments: str) -> Figures:
    """Run newsdesk so that processes of its own draft, however little there is to draft."""
    from translate.cli import newsdesk
    from translate.workflow import processes

    processes.FEWEST, processes.ENOUGH = 2, 1
    newsdesk.main(list(arguments), standalone_mode=False)
    return {}


def plain(*arguments: str) -> Figures:
    """Run newsdesk, and count the sentences that a network decodes."""
    from translate.cli import newsdesk
    from translate.engines.argos.model import Model

    decoded: Counter[str] = Counter()
    own = Model.translate

    def translate(self: Model, texts: Any, *rest: Any, **named: Any) -> Any:
        texts = list(texts)
        decoded.update(texts)
        return own(self, texts, *rest, **named)

    Model.translate = translate  # type: ignore[method-assign]
    newsdesk.main(list(arguments), standalone_mode=False)
    return {"decoded": decoded.total(), "different": len(decoded)}


def differing(one: str, other: str) -> Figures:
    """Count the files of two folders that differ; the dates in their headers are those of their runs."""
    trees = [
        {
            path.relative_to(folder): DATES.sub(b"", path.read_bytes())
            for path in Path(folder).rglob("*")
            if path.is_file()
        }
        for folder in (one, other)
    ]
    return {"differing": sum(trees[0].get(path) != trees[1].get(path) for path in trees[0].keys() | trees[1].keys())}


def exchange(project: str, count: str) -> Figures:
    """Write made-up translations to a TMX file in a project's folder for them."""
    from benchmarks.memory import units
    from translate.memory import tmx

    path = Path(project, "memory/all.tmx")
    path.parent.mkdir()
    with path.open("wb") as file:
        tmx.write(file, units(int(count)), source="en", version="0")
    return {"MB": path.stat().st_size / 1e6}


def look_up(project: str, count: str) -> Figures:
    """Look texts up that `exchange` has written: the same ones, and changed ones."""
    from benchmarks.memory import edited, texts
    from translate.memory.database import Memory

    chance = random.Random(5)  # noqa: S311  Not for secrets.
    every = [text for number, text in enumerate(texts(int(count))) if not number % max(1, int(count) // ANSWERS)]
    changed = [edited(text, chance) for text in every]
    path = Path(project, ".newsdesk/memory.sqlite")
    with Memory(path, source="en", home=None) as memory:
        exact = [took(lambda text=text: memory.exact("et", text, None)) for text in every]
        fuzzy = [took(lambda text=text: memory.fuzzy("et", text, None)) for text in changed]
        known = sum(memory.exact("et", text, None) is not None for text in every)
    figures = {"known": known / len(every), "MB": path.stat().st_size / 1e6}
    return figures | {
        f"{name} ms": 1000 * statistics.median(all_) for name, all_ in (("exact", exact), ("fuzzy", fuzzy))
    }


def took(step: Callable[[], object]) -> float:
    """Seconds of the processor that a step takes."""
    begin = time.process_time()
    step()
    return time.process_time() - begin


def ours(path: str, to: str) -> Figures:
    """Read a PO file and write it again, with this project's own reader and writer."""
    from translate.catalogs.reading import read
    from translate.catalogs.writing import render

    Path(to).write_bytes(render(read(Path(path).read_bytes(), path).catalog))
    return {}


def polib(path: str, to: str) -> Figures:
    """The same with polib."""
    import polib

    polib.pofile(path).save(to)
    return {}


def merging(old: str, new: str, to: str) -> Figures:
    """Merge a PO file with a new template, with this project's own merge."""
    from translate.catalogs.reading import read
    from translate.catalogs.writing import render
    from translate.core.entries.catalog import Catalog
    from translate.core.entries.merging import merge

    catalog, template = (read(Path(path).read_bytes(), path).catalog for path in (old, new))
    Path(to).write_bytes(render(Catalog(catalog.header, merge(catalog, template.entries, {}, {}))))
    return {}


def given() -> list[Article]:
    """The articles that stand on the standard input."""
    articles: list[Article] = json.load(sys.stdin)
    return articles


WORKERS: Mapping[str, Callable[..., Figures]] = {
    worker.__name__: worker
    for worker in (bare, argos, alone, shared, plain, forgetful, differing, exchange, look_up, ours, polib, merging)
}


if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    print(json.dumps(WORKERS[name](*arguments)))
