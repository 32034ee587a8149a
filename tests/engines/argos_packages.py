"""Make Argos packages for tests: the sample under other codes, and a tiny one with a BPE tokenizer."""

import json
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

METADATA = {"package_version": "1.0", "argos_version": "1.9", "type": "translate"}


def relabelled(sample: Path, folder: Path, **metadata: object) -> Path:
    """A package whose files are links to the sample's, with other metadata."""
    folder.mkdir(parents=True)
    for name in ("model", "sentencepiece.model"):
        (folder / name).symlink_to(sample / name)
    (folder / "metadata.json").write_text(json.dumps(METADATA | metadata), encoding="utf-8")
    return folder


def with_bpe(folder: Path, sentences: Iterable[str], source: str, target: str) -> Path:
    """A package with a real ``bpe.model``, learnt on the sentences, and a random network: it writes nonsense."""
    from sacremoses import MosesTokenizer

    tokenizer = MosesTokenizer(source)
    words = Counter(word for sentence in sentences for word in tokenizer.tokenize(sentence))
    merges = learn_bpe(words, 300)
    letters = {letter for word in words for letter in word}
    symbols = sorted(letters | {"".join(pair) for pair in merges})
    vocabulary = [symbol.removesuffix("</w>") + end for symbol in symbols for end in ("", "@@")]
    folder.mkdir(parents=True)
    (folder / "bpe.model").write_text("#version: 0.2\n" + "".join(f"{a} {b}\n" for a, b in merges), encoding="utf-8")
    (folder / "metadata.json").write_text(json.dumps(METADATA | {"from_code": source, "to_code": target}))
    random_network(folder / "model", ["<blank>", "<unk>", "<s>", "</s>", *dict.fromkeys(vocabulary)])
    return folder


def learn_bpe(words: Counter[str], count: int) -> list[tuple[str, str]]:
    """The most frequent pairs, joined one after the other (Sennrich, Haddow and Birch 2016)."""
    cut = {(*word[:-1], word[-1] + "</w>"): number for word, number in words.items()}
    merges = []
    for _ in range(count):
        pairs: Counter[tuple[str, str]] = Counter()
        for symbols, number in cut.items():
            for pair in pairwise(symbols):
                pairs[pair] += number
        best = max(pairs, key=lambda pair: (pairs[pair], pair))
        merges.append(best)
        cut = {_join(symbols, best): number for symbols, number in cut.items()}
    return merges


def random_network(
    folder: Path,
    vocabulary: list[str],
    width: int = 32,
    *,
    layers: int = 1,
    heads: int = 2,
    inner: int | None = None,
    length: int = 0,
) -> None:
    """A CTranslate2 transformer with random weights, the same each time.

    It often knows no token; with a length, its translations end a little before so many tokens.
    """
    import numpy as np
    from ctranslate2.specs import TransformerSpec

    inner = inner or 2 * width
    random = np.random.default_rng(1)
    shapes = {
        "embeddings/weight": (len(vocabulary), width),
        "embeddings_0/weight": (len(vocabulary), width),
        "projection/weight": (len(vocabulary), width),
        "self_attention/linear_0/weight": (3 * width, width),
        "/attention/linear_1/weight": (2 * width, width),
        "ffn/linear_0/weight": (inner, width),
        "ffn/linear_1/weight": (width, inner),
        "linear_0/weight": (width, width),
        "linear_1/weight": (width, width),
        "linear_2/weight": (width, width),
    }

    def fill(layer: object, name: str, value: object) -> None:
        if value is None:
            leaf = name.rsplit("/", 1)[-1]
            if leaf in {"gamma", "beta"}:
                weights = np.full(width, 1.0 if leaf == "gamma" else 0.0)
            else:
                weights = random.normal(size=next(s for end, s in shapes.items() if name.endswith(end))) / width**0.5
            setattr(layer, leaf, weights.astype(np.float32))

    spec = TransformerSpec.from_config(layers, heads)
    spec._visit(fill)
    spec.decoder.projection.bias = np.zeros(len(vocabulary), dtype=np.float32)
    if length:
        # What the network knows of where it is makes the end likely, the surer the further on.
        spec.decoder.projection.weight[vocabulary.index("</s>")] = 0.4 * (_place(length, width) - _place(2, width))
    else:
        spec.decoder.projection.bias[vocabulary.index("<unk>")] = 3.0
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize("int8")
    folder.mkdir()
    spec.save(str(folder))


def _place(at: int, width: int) -> Any:
    """How a transformer is told of a place (Vaswani et al. 2017)."""
    import numpy as np

    rates = np.exp(-np.arange(width // 2) * np.log(10_000) / (width // 2 - 1))
    return np.concatenate([np.sin(at * rates), np.cos(at * rates)])


def _join(symbols: tuple[str, ...], pair: tuple[str, str]) -> tuple[str, ...]:
    joined: list[str] = []
    for symbol in symbols:
        if joined and (joined[-1], symbol) == pair:
            joined[-1] += symbol
        else:
            joined.append(symbol)
    return tuple(joined)
