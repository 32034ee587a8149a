"""How CTranslate2 is run: what a person chose, and what suits the machine."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from translate.engines.argos.packages import argos
from translate.values import dataclass

_BEAM = 4
_COMPUTE_TYPE = "int8"
_DEVICE = "cpu"
_EXACT = frozenset({"int8", "int8_float32"})
_AUTO = "auto"
_CUDA = "cuda"
_CUDA_TYPES = ("int8_float16", "float16", "int8", "int8_bfloat16", "bfloat16", "int8_float32", "float32")
"""The quickest first that loses nothing, since the weights of packages are int8."""
_TOGETHER = {_DEVICE: 16, _CUDA: 64}
"""Sentences in a batch. With more, what becomes of them does not fit into a processor's cache; graphics cards that have
thousands of processors want more, and where one has too little memory, `batches.worked` makes less of them."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """How CTranslate2 is run."""

    beam: int
    threads: int
    """Batches in work at a time."""
    threads_each: int
    """Threads that work on one batch."""
    device: str
    compute_type: str
    """Empty where nobody chose one."""

    @classmethod
    def of(cls, options: Mapping[str, object], processors: int) -> Tuning:
        """The options, then Argos Translate's settings where a person made them, then what is fastest.

        Args:
            options: Those of the engine.
            processors: How many may be used: there are never more threads than these.

        Raises:
            EngineError: Argos Translate's own settings cannot be used.
        """
        settings = argos("settings")
        # Argos' defaults (one batch at a time, of 32 tokens) are slow; only what somebody wrote down counts.
        written = {
            key: getattr(settings, key)
            for key in ("inter_threads", "intra_threads", "compute_type")
            if settings.get_setting(f"ARGOS_{key.upper()}") is not None
        }
        chosen = {"beam": settings.beam_size, "threads": written.get("inter_threads", processors)} | dict(options)
        threads = max(1, min(chosen["threads"], processors))
        left = processors // threads
        return cls(
            beam=chosen["beam"],
            threads=threads,
            # Argos' 0 leaves it to CTranslate2, which does not know of the other batches.
            threads_each=min(written.get("intra_threads", 1) or left, left),
            device=settings.device,
            compute_type=written.get("compute_type", ""),
        )

    @property
    def remarks(self) -> tuple[str, ...]:
        """What makes other translations than usual, for a signature."""
        return (
            *((f"beam {self.beam}",) if self.beam != _BEAM else ()),
            *((self.device,) if self.device != _DEVICE else ()),
            *((self.compute_type,) if self.compute_type not in ("", _COMPUTE_TYPE) else ()),
        )

    @property
    def is_on_cpu(self) -> bool:
        """Whether no other device is thought of."""
        return self.device == _DEVICE

    @property
    def is_exact(self) -> bool:
        """Whether batches of all sizes give the same last digits: sums of whole numbers do, those of others do not."""
        return self.is_on_cpu and (self.compute_type or _COMPUTE_TYPE) in _EXACT

    @property
    def together(self) -> int:
        """The greatest number of sentences in a batch."""
        return _TOGETHER.get(self.device, _TOGETHER[_DEVICE])

    def on(self, cuda: Collection[str]) -> Tuning:
        """The same where it is known what there is: no device is left open then, nor a compute type.

        Args:
            cuda: The compute types that a CUDA device has here; none where there is no such device.
        """
        device = (_CUDA if cuda else _DEVICE) if self.device == _AUTO else self.device
        if device != _CUDA:
            return replace(self, device=device, compute_type=self.compute_type or _COMPUTE_TYPE)
        fitting = next((kind for kind in _CUDA_TYPES if kind in cuda), "default")
        # Its batches wait for each other, and several workers would each hold the network in its memory.
        return replace(self, device=_CUDA, threads=1, threads_each=1, compute_type=self.compute_type or fitting)
