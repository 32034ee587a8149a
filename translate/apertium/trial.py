"""Find out whether a language pair works at all."""

from __future__ import annotations

from translate import patterns
from translate.apertium.installation import Installation
from translate.apertium.pipeline import Pipeline
from translate.apertium.running import PipelineError, Running
from translate.apertium.stream import END, escaped
from translate.languages.loading import load_language

_BLANK = patterns.compile(r"\[[^]]*\]")
_BEGIN, _END = "[b0]", f"{END}[e0]"


def trial(installation: Installation, pipeline: Pipeline, source: str, *, patience: float) -> str | None:
    """Translate a plain sentence.

    Args:
        installation: Where the programs are.
        pipeline: The pair's.
        source: The language or locale that it translates from.
        patience: Seconds that may go by without an answer.

    Returns:
        What is wrong with it, as the end of a sentence; None where it works. Of a language without a sample nothing can
        be told but whether all programs come to their end.
    """
    sample = load_language(source).sample
    for again in (True, False):
        try:
            with Running(pipeline, installation.path, patience=patience) as running:
                answers = list(running.answers([f"{_BEGIN}{escaped(sample)}{_END}"]))
            break
        except PipelineError as error:
            # What somebody else has ended once says nothing of the pair.
            if not (error.killed and again):
                return str(error)
    answer = next((one for one in answers if one.startswith(_BEGIN) and one.endswith(_END)), None)
    if answer is None:
        return "it gives no answer"
    told = answer.removeprefix(_BEGIN).removesuffix(_END).strip()
    if sample and not any(map(str.isalpha, _BLANK.sub("", told))):
        return "it gives an empty answer"
    if sample and told == sample:
        return "it gives back what it is to translate"
    return None
