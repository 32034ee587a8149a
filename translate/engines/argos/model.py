"""Run one package on CTranslate2."""

from __future__ import annotations

import contextlib
import html
import json
import mmap
import re
import unicodedata
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, TypeVar

from translate.core.offers import UNKNOWN, Alignment, Hypothesis, Likelihood, Scored, ScoredPiece
from translate.engines.argos.batches import alike, share, worked
from translate.engines.argos.packages import Installed, broken, unloadable
from translate.engines.argos.tuning import Tuning
from translate.engines.guarding import is_asked_to_end
from translate.errors import EngineError

T = TypeVar("T")
Asked = tuple[list[str], ...]
"""The tokens of a sentence, or those of a sentence and of a translation."""

_LENGTH_PENALTY = 0.2
_UNKNOWN = "<unk>"
_BATCH_TOKENS = 1024
"""In a batch: of long sentences fewer go together."""
_SCORED_AT_MOST = 400
"""Tokens of a text that are scored; more than any draft has, and less than a network with 512 positions takes."""
_SPACE = "▁"
"""How SentencePiece writes the space before a word."""
_IN_A_ROW = 3
_SLACK = 16
"""Letters; tokens and text are put side by side again within these."""
_NO_MEMORY = ("allocate memory", "bad_alloc", "out of memory", "Resource temporarily unavailable")
"""How CTranslate2 and the libraries under it say that there is none, or no thread to be had."""
_LONGEST = 200
"""In tokens; a sentence of more than a hundred words."""


def _check_memory() -> None:
    """See that code can be made at run time, as CTranslate2 does: where it cannot, it silently writes nonsense.

    Raises:
        EngineError: It cannot.
    """
    try:
        mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC).close()
    except PermissionError as error:
        raise EngineError(
            "this process may not run code that it makes, so CTranslate2 would draft nonsense; take"
            " MemoryDenyWriteExecute=yes out of the systemd unit, or let SELinux allow execmem"
        ) from error


class Model:
    """One package, its tokenizer and its network; both are loaded when first needed."""

    def __init__(self, installed: Installed, tuning: Tuning) -> None:
        self._installed = installed
        self._tuning = tuning
        self._most: int | None = None
        """Sentences in a batch for which there was memory, after there was too little for more."""

    def encode(self, text: str) -> list[str]:
        """Cut a sentence into the package's tokens.

        Raises:
            EngineError: The package's tokenizer cannot be loaded.
        """
        try:
            return list(self._tokenizer.encode(text))
        except ImportError as error:
            raise unloadable("a tokenizer", error) from error
        # Argos' reader of bpe.model ends the program on a bad line.
        except (AttributeError, MemoryError, OSError, RuntimeError, TypeError, ValueError, SystemExit) as error:
            if is_asked_to_end(error):
                raise
            raise self._unusable(error, "its tokenizer cannot be loaded") from error

    def decode(self, tokens: Sequence[str]) -> str:
        """Make one line of a translation's tokens, as Argos Translate does (which makes each underscore a space)."""
        if self._installed.prefix and tokens[:1] == [self._installed.prefix]:
            tokens = tokens[1:]
        return " ".join(self._tokenizer.decode(tokens).splitlines()).strip()

    def translate(
        self,
        texts: Iterable[str],
        wanted: int,
        tell: Callable[[int, int], None] = lambda _done, _of: None,
        barred: Iterable[str] = (),
        *,
        narrow: bool = False,
    ) -> dict[str, list[Hypothesis]]:
        """Translate texts, each by itself; those that are too long in parts.

        Args:
            texts: No two alike.
            wanted: How many translations of each, at most.
            tell: Called with the number of parts that are done, and the number of all.
            barred: Phrases whose tokens CTranslate2 suppresses, wherever they come in this order. A phrase of one
                token bars every word that begins with that token too.
            narrow: Follow only as many hypotheses as are wanted, which is quicker.

        Returns:
            For each text its translations, best first; there may be empty ones, and equal ones.

        Raises:
            EngineError: The package cannot be loaded, or CTranslate2 failed.
        """
        parts = {text: self._parts(text) for text in texts}
        tokens = {part: self.encode(part) for several in parts.values() for part in several}
        suppressed = [spelling for phrase in dict.fromkeys(barred) for spelling in self._spellings(phrase)]
        done: dict[str, list[Hypothesis]] = {}
        beam = wanted if narrow else max(wanted, self._tuning.beam)
        options = {"num_hypotheses": wanted, "beam_size": beam, "suppress_sequences": suppressed or None}
        for part, offers in self._run(tokens, **options):
            done[part] = offers
            tell(len(done), len(tokens))
        return {text: _joined([(part, done[part]) for part in several]) for text, several in parts.items()}

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[Scored]:
        """Score given translations, all pieces of a sentence at once.

        Args:
            pairs: Source and translation. Of a text that is too long for the network only the beginning is scored.

        Raises:
            EngineError: The package cannot be loaded, or CTranslate2 failed.
        """
        prefix = [self._installed.prefix] if self._installed.prefix else []
        sources = self._encoded(source for source, _ in pairs)
        targets = self._encoded(target for _, target in pairs)
        asked = {(source, target): (sources[source], prefix + targets[target]) for source, target in pairs}
        found = {}
        for pair, answer in self._scored(asked):
            own = list(answer.log_probs)[len(prefix) :]
            # The last one is that of the end; of a text that was cut, pieces are left without a score.
            spans = _spans(targets[pair[1]], pair[1])
            pieces = tuple(ScoredPiece(*span, score) for span, score in zip(spans, own[:-1], strict=False))
            found[pair] = Scored(pieces, sum(own))
        return [found[pair] for pair in pairs]

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[Alignment]:
        """Tell which pieces of given translations the network looks at which pieces of their sources for.

        It is what CTranslate2 gives of the network's attention while it is made to write the translation. Of a text
        that is too long for the network nothing is told.

        Raises:
            EngineError: The package cannot be loaded, or CTranslate2 failed.
        """
        prefix = [self._installed.prefix] if self._installed.prefix else []
        sources = self._encoded(source for source, _ in pairs)
        targets = self._encoded(target for _, target in pairs)
        asked = {
            (source, target): (sources[source], prefix + targets[target])
            for source, target in pairs
            if 0 < len(sources[source]) <= _SCORED_AT_MOST and 0 < len(targets[target]) <= _SCORED_AT_MOST
        }
        found = {
            pair: Alignment(
                tuple(_spans(sources[pair[0]], pair[0])),
                tuple(_spans(targets[pair[1]], pair[1])),
                tuple(_shares(row) for row in rows[len(prefix) : len(prefix) + len(targets[pair[1]])]),
            )
            for pair, rows in self._attended(asked)
        }
        return [found.get(pair, Alignment((), (), ())) for pair in pairs]

    def _encoded(self, texts: Iterable[str]) -> dict[str, list[str]]:
        return {text: self.encode(text) for text in dict.fromkeys(texts)}

    def _spellings(self, phrase: str) -> Iterator[list[str]]:
        """A phrase's tokens behind a space, and behind a quotation mark or the like."""
        quote, quoted = self.encode('"'), self.encode(f'"{phrase}')
        behind = quoted[len(quote) :] if quoted[: len(quote)] == quote else []
        for spelling in dict.fromkeys((tuple(self.encode(phrase)), tuple(behind))):
            # CTranslate2 refuses to suppress what is no token.
            if spelling and self._vocabulary.issuperset(spelling):
                yield list(spelling)

    def _parts(self, text: str) -> list[str]:
        """Cut a text that is too long at white space near its middle, behind a comma or its like where there is one.

        Networks know positions only up to some number, and CTranslate2 drops what comes behind 1024 tokens, or 256 of
        the translation, without a word.
        """
        # There are hardly ever more tokens than bytes.
        if len(text.encode()) <= _LONGEST or len(self.encode(text)) <= _LONGEST:
            return [text]
        middle = len(text) // 2
        for gap in (r"(?<=[,;:.!?–—])\s+", r"\s+", ""):
            cuts = (match.span() for match in re.finditer(gap, text))
            start, end = min(cuts, key=lambda cut: abs(cut[0] - middle), default=(0, 0))
            if abs(start - middle) < middle // 2:
                break
        return [*self._parts(text[:start]), *self._parts(text[end:])]

    def _run(self, tokens: Mapping[str, list[str]], **options: Any) -> Iterator[tuple[str, list[Hypothesis]]]:
        """Translate on all threads."""
        # Without a token there is nothing to translate, and a network would invent something.
        silent = [text for text in tokens if not tokens[text]]
        yield from ((text, [Hypothesis("" if has_letters(text) else text, 0.0)]) for text in silent)
        # CTranslate2 4.8.5 mixes up the attention of a batch's sentences when the beam is wider than 1, and so replaces
        # unknown tokens by the wrong words. Whoever has one goes again, alone.
        again = []
        for text, result in self._results([text for text in tokens if tokens[text]], tokens, **options):
            if any(_UNKNOWN in hypothesis for hypothesis in result.hypotheses):
                again.append(text)
            else:
                yield text, self._offers(result)
        for text, result in self._results(again, tokens, alone=True, replace_unknowns=True, **options):
            yield text, self._offers(result)

    def _offers(self, result: Any) -> list[Hypothesis]:
        offers = zip(result.hypotheses, result.scores, strict=True)
        return [Hypothesis(self.decode(tokens), score, self._likelihood(tokens, score)) for tokens, score in offers]

    def _likelihood(self, tokens: Sequence[str], score: float) -> Likelihood:
        """What CTranslate2 knew before it divided the sum by the length, in which it counts the end and a prefix."""
        length = len(tokens) + 1
        return Likelihood(score * length**_LENGTH_PENALTY, length - bool(self._installed.prefix))

    def _results(
        self, texts: Iterable[str], tokens: Mapping[str, list[str]], *, alone: bool = False, **options: Any
    ) -> Iterator[tuple[str, Any]]:
        asked = {text: (tokens[text],) for text in texts}
        return self._in_batches(asked, lambda batch: self._start([own for (own,) in batch], **options), alone=alone)

    def _scored(self, pairs: Mapping[T, Asked]) -> Iterator[tuple[T, Any]]:
        def start(batch: Sequence[Asked]) -> Any:
            return self._translator.score_batch(
                [source for source, _ in batch],
                [target for _, target in batch],
                max_input_length=_SCORED_AT_MOST,
                max_batch_size=_BATCH_TOKENS,
                batch_type="tokens",
                asynchronous=True,
            )

        return self._in_batches(pairs, start)

    def _attended(self, pairs: Mapping[T, Asked]) -> Iterator[tuple[T, list[list[float]]]]:
        """For each token of the translations the network's attention to each token of their sources."""

        def start(batch: Sequence[Asked]) -> Any:
            return self._translator.translate_batch(
                [source for source, _ in batch],
                target_prefix=[target for _, target in batch],
                # With a wider beam CTranslate2 4.8.5 mixes up the attention of a batch's sentences.
                beam_size=1,
                max_decoding_length=max(len(target) for _, target in batch),
                return_attention=True,
                max_batch_size=_BATCH_TOKENS,
                batch_type="tokens",
                asynchronous=True,
            )

        # A translation that is given is written token by token, and so its length pads nothing.
        results = self._in_batches(pairs, start, lambda asked: (len(asked[0]),))
        return ((pair, result.attention[0]) for pair, result in results)

    def _start(
        self,
        batch: list[list[str]],
        *,
        num_hypotheses: int,
        beam_size: int,
        replace_unknowns: bool = False,
        suppress_sequences: list[list[str]] | None = None,
    ) -> list[Any]:
        prefix = self._installed.prefix
        return list(
            self._translator.translate_batch(
                batch,
                target_prefix=[[prefix]] * len(batch) if prefix else None,
                replace_unknowns=replace_unknowns,
                suppress_sequences=suppress_sequences,
                max_batch_size=_BATCH_TOKENS,
                batch_type="tokens",
                beam_size=beam_size,
                num_hypotheses=num_hypotheses,
                length_penalty=_LENGTH_PENALTY,
                return_scores=True,
                asynchronous=True,
            )
        )

    def _in_batches(
        self,
        asked: Mapping[T, Asked],
        start: Callable[[Sequence[Asked]], Iterable[Any]],
        shape: Callable[[Asked], tuple[int, ...]] = lambda asked: tuple(map(len, asked)),
        *,
        alone: bool = False,
    ) -> Iterator[tuple[T, Any]]:
        """CTranslate2's results for what it is asked, on all threads.

        Args:
            asked: What it is asked.
            start: Asks it some of that, and has a promise for each.
            shape: All the lengths that it pads.
            alone: Whether nothing may be asked with another.
        """
        threads = self._running.threads
        size = 1 if alone else share(len(asked), threads, self._most or self._running.together)
        under_way: deque[tuple[list[T], list[Any]]] = deque()
        for batch in alike(asked, lambda one: shape(asked[one]), size):
            under_way.append((batch, list(start([asked[one] for one in batch]))))
            # Enough to keep every thread busy, but an interrupt must not wait for the whole queue.
            if len(under_way) > 2 * threads:
                yield from self._finished(*under_way.popleft(), asked, start)
        while under_way:
            yield from self._finished(*under_way.popleft(), asked, start)

    def _finished(
        self,
        batch: Sequence[T],
        promises: Sequence[Any],
        asked: Mapping[T, Asked],
        start: Callable[[Sequence[Asked]], Iterable[Any]],
    ) -> Iterable[tuple[T, Any]]:
        """The results of a batch that was started; where there is too little memory for it, of parts of it."""

        def work(part: Sequence[T]) -> list[Any]:
            if len(part) == len(batch):
                return [self._finish(promise) for promise in promises]
            self._most = min(self._most or len(part), len(part))
            return [self._finish(promise) for promise in start([asked[one] for one in part])]

        try:
            return zip(batch, worked(batch, work), strict=True)
        except MemoryError as error:
            raise self._unusable(error, error) from error

    def _finish(self, promise: Any) -> Any:
        """What was promised.

        Raises:
            MemoryError: There is too little memory, of whatever device.
            EngineError: CTranslate2 failed otherwise.
        """
        try:
            return promise.result()
        except (RuntimeError, ValueError) as error:
            if any(told in str(error) for told in _NO_MEMORY):
                raise MemoryError(str(error)) from error
            raise EngineError(f"CTranslate2 failed ({error})", path=str(self._installed.folder)) from error

    @cached_property
    def _tokenizer(self) -> Any:
        return self._installed.tokenizer()

    @cached_property
    def _running(self) -> Tuning:
        """The tuning for what there is to run on."""
        if self._tuning.is_on_cpu:
            return self._tuning.on(())
        ctranslate2 = self._library
        return self._tuning.on(
            ctranslate2.get_supported_compute_types("cuda") if ctranslate2.get_cuda_device_count() else ()
        )

    @cached_property
    def _library(self) -> Any:
        try:
            import ctranslate2
        except (ImportError, OSError) as error:
            raise unloadable("CTranslate2", error) from error
        return ctranslate2

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """The tokens that the network can write."""
        folder = self._installed.folder / "model"
        for name in ("shared_vocabulary", "target_vocabulary"):
            with contextlib.suppress(FileNotFoundError, ValueError, TypeError):
                return frozenset(json.loads((folder / f"{name}.json").read_text("utf-8")))
            with contextlib.suppress(FileNotFoundError, ValueError):
                return frozenset((folder / f"{name}.txt").read_text("utf-8").split("\n"))
        raise self._broken("its vocabulary cannot be read")

    @cached_property
    def _translator(self) -> Any:
        library = self._library
        _check_memory()
        folder = self._installed.folder / "model"
        try:
            return library.Translator(
                str(folder),
                device=self._running.device,
                inter_threads=self._running.threads,
                intra_threads=self._running.threads_each,
                compute_type=self._running.compute_type,
            )
        except (RuntimeError, ValueError, MemoryError) as error:
            # A device or type that cannot be had is a ValueError; a missing driver comes as a file's own trouble does.
            if isinstance(error, ValueError) or "CUDA" in str(error):
                raise EngineError(
                    f"CTranslate2 cannot run so ({error}); look at ARGOS_DEVICE_TYPE and ARGOS_COMPUTE_TYPE"
                ) from error
            raise self._unusable(error, error) from error

    def _unusable(self, error: BaseException, reason: object) -> EngineError:
        """The error for a package that could not be loaded: it is not the package's fault where there is no memory."""
        if isinstance(error, MemoryError) or any(told in str(error) for told in _NO_MEMORY):
            reason = " ".join(str(error).split()) or type(error).__name__
            told = f"there is too little memory for this Argos package ({reason}); free some, or take smaller packages"
            return EngineError(told, path=str(self._installed.folder))
        return self._broken(reason)

    def _broken(self, reason: object) -> EngineError:
        return broken(self._installed.folder, reason, self._installed.source, self._installed.target)


def _spans(tokens: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Find tokens in the text that they are of, from left to right, whatever the tokenizer did to its characters.

    A character goes with the first token that has a part of it; what was dropped, with the token before it.
    """
    surfaces = [token.replace(_SPACE, " ") for token in tokens]
    if "".join(surfaces) == f" {text}":  # Nothing was done to it, as nearly always with SentencePiece.
        ends = list(accumulate(map(len, surfaces), initial=-1))
        return [(end - len(surface.lstrip()), end) for surface, end in zip(surfaces, ends[1:], strict=True)]
    own = _letters(html.unescape(token.replace(_SPACE, "").removesuffix("@@")) for token in tokens)
    theirs = _letters(text)
    ours = "".join(letter for letter, _ in own)
    wanted = "".join(letter for letter, _ in theirs)
    token_of: dict[int, int] = {}
    strange: list[int] = []
    there = 0
    for at, (letter, offset) in enumerate(theirs if own else ()):
        # Where the tokenizer dropped, added or replaced some, the next few in a row tell where it goes on.
        ahead = ours.find(wanted[at : at + _IN_A_ROW], there, there + _SLACK)
        if ahead < 0 and not ours.startswith(letter, there):
            strange.append(offset)
            continue
        for place in strange:
            token_of.setdefault(place, own[there if ahead > there else max(there - 1, 0)][1])
        strange.clear()
        there = max(ahead, there)
        token_of.setdefault(offset, own[there][1])
        there += 1
    for place in strange:
        token_of.setdefault(place, own[min(there, len(own) - 1)][1])
    starts = {token: offset for offset, token in reversed(token_of.items())}
    stops = {token: offset + 1 for offset, token in token_of.items()}
    spans: list[tuple[int, int]] = []
    for number in range(len(tokens)):
        before = spans[-1][1] if spans else 0
        spans.append((starts.get(number, before), stops.get(number, before)))
    return spans


def _shares(row: Sequence[float]) -> tuple[float, ...]:
    """Attention as shares of one: what CTranslate2 gives lacks the share of the sentence's end."""
    total = sum(row)
    return tuple(weight / total for weight in row) if total > 0 else (0.0,) * len(row)


def _letters(pieces: Iterable[str]) -> list[tuple[str, int]]:
    """The letters of several pieces in their simplest shape, each with the number of its piece."""
    return [
        (letter, number)
        for number, piece in enumerate(pieces)
        for letter in unicodedata.normalize("NFKD", piece).lower()
        if not letter.isspace()
    ]


def has_letters(text: str) -> bool:
    """Whether there is anything in a text that a language can say in its own way."""
    return any(map(str.isalpha, text))


def _joined(parts: Sequence[tuple[str, list[Hypothesis]]]) -> list[Hypothesis]:
    """Translations of a whole from those of its parts: the best with the best, the second with the second.

    Where a part has come to nothing there is no translation of the whole: it would lack what nobody misses at a glance.
    """
    joined = []
    for several in zip(*(offers for _, offers in parts), strict=False):
        lacks = any(has_letters(part) and not offer.text for (part, _), offer in zip(parts, several, strict=True))
        text = "" if lacks else " ".join(offer.text for offer in several)
        score = sum(offer.score or 0.0 for offer in several)
        joined.append(Hypothesis(text, score, sum((offer.likelihood for offer in several), UNKNOWN)))
    return joined
