"""Run one target under libFuzzer: ``python -m fuzz.drive TARGET [--blind] [libFuzzer's options and folders]``."""

from __future__ import annotations

import importlib
import random
import shlex
import sys
import warnings


def main() -> None:
    """Instrument newsdesk's modules, and hand the target to libFuzzer."""
    import atheris  # noqa: PLC0415 - only in the environment that tools/fuzz makes

    warnings.simplefilter("error")
    name = sys.argv[1]
    # To minimise a corpus, libFuzzer starts itself by this first word, in a shell.
    arguments = [f"{shlex.quote(sys.executable)} -m fuzz.drive {shlex.quote(name)}", *sys.argv[2:]]
    blind = "--blind" in arguments
    # Without instruments in newsdesk it is many times as fast, and learns only from the laws that are reached.
    instrumented = ["fuzz"] if blind else ["translate", "polib"]
    with atheris.instrument_imports(include=instrumented, enable_loader_override=False):
        importlib.import_module("polib")
        targets = importlib.import_module("fuzz.targets")
        mutation = importlib.import_module("fuzz.mutation")
    seen = [path.read_bytes() for path in targets.inputs(name)][:200]

    def mutate(data: bytes, largest: int, seed: int) -> bytes:
        chance = random.Random(seed)  # noqa: S311 - a fuzzer has to be repeatable, not secret
        if chance.random() < 0.5:  # noqa: PLR2004
            changed: bytes = atheris.Mutate(data, largest)
            return changed
        changed = mutation.mutated(data, chance, seen)
        return changed[:largest]

    atheris.Setup([word for word in arguments if word != "--blind"], targets.TARGETS[name], custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
