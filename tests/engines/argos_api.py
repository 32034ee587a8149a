"""Argos Translate's own API, as the measure of ours: a program that translates texts one by one.

    echo '{"source": "en", "target": "et", "hypotheses": 1, "texts": ["Hello"]}' | python tests/engines/argos_api.py

It prints, for each text, the list of its translations with their scores. To be run in a process of its own, since it
puts stand-ins for the sentence splitters (stanza, minisbd) into `sys.modules`. Sentences end at `SENTENCE_END` here.
"""

import json
import sys
from types import ModuleType, SimpleNamespace
from typing import Any

SENTENCE_END = "\u2029"


def translation(source: str, target: str) -> Any:
    """Argos Translate's own translation object for a pair, with a splitter that knows one sign only."""
    splitter = ModuleType("minisbd")
    splitter.SBDetect = lambda *_args, **_named: SimpleNamespace(sentences=lambda text: text.split(SENTENCE_END))  # type: ignore[attr-defined]
    splitter.models = SimpleNamespace(list_models=lambda: ["en"])  # type: ignore[attr-defined]
    sys.modules.update(stanza=ModuleType("stanza"), spacy=ModuleType("spacy"), minisbd=splitter)
    from argostranslate import translate

    return translate.get_translation_from_codes(source, target)


def main() -> None:
    """Read one question from stdin, write the answer to stdout."""
    question = json.load(sys.stdin)
    own = translation(question["source"], question["target"])
    answers = [own.hypotheses(text, question["hypotheses"]) for text in question["texts"]]
    json.dump([[(h.value, h.score) for h in answer] for answer in answers], sys.stdout)


if __name__ == "__main__":
    main()
