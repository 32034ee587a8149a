"""How CTranslate2 is run: decisions by facts that stand in the test, so that no such device need be there."""

from collections.abc import Callable

import pytest

from translate.engines.argos import ArgosEngine
from translate.engines.argos.tuning import Tuning

Write = Callable[..., None]


@pytest.fixture
def write(monkeypatch: pytest.MonkeyPatch) -> Write:
    """Have a person make settings of Argos Translate."""
    from argostranslate import settings

    def write(**made: object) -> None:
        for key, value in made.items():
            monkeypatch.setenv(f"ARGOS_{key.upper()}", str(value))
            monkeypatch.setattr(settings, "device" if key == "device_type" else key, value)

    return write


@pytest.mark.parametrize(
    ("options", "made", "processors", "threads"),
    [
        ({}, {}, 8, (8, 1)),
        ({"threads": 3}, {}, 8, (3, 1)),
        ({"threads": 64}, {}, 8, (8, 1)),
        ({}, {"inter_threads": 2}, 8, (2, 1)),
        ({}, {"inter_threads": 0}, 8, (1, 1)),
        ({}, {"inter_threads": 2, "intra_threads": 3}, 8, (2, 3)),
        ({}, {"inter_threads": 2, "intra_threads": 16}, 8, (2, 4)),
        ({}, {"inter_threads": 2, "intra_threads": 0}, 8, (2, 4)),
        ({}, {"inter_threads": 4, "intra_threads": 4}, 1, (1, 1)),
    ],
)
def test_there_are_never_more_threads_than_processors(
    options: dict[str, object],
    made: dict[str, object],
    processors: int,
    threads: tuple[int, int],
    write: Write,
):
    write(**made)

    tuning = Tuning.of(options, processors)

    assert (tuning.threads, tuning.threads_each) == threads


def test_an_engine_uses_no_more_processors_than_it_is_told(write: Write):
    engine = ArgosEngine({"threads": 2})
    engine.jobs = 1

    assert engine._tuning.threads == 1


CUDA = {"float32", "float16", "int8", "int8_float16", "int8_float32"}


@pytest.mark.parametrize(
    ("device", "chosen", "cuda", "found"),
    [
        ("cpu", "", CUDA, ("cpu", "int8", 8, 16)),
        ("auto", "", (), ("cpu", "int8", 8, 16)),
        ("auto", "float32", (), ("cpu", "float32", 8, 16)),
        ("auto", "", CUDA, ("cuda", "int8_float16", 1, 64)),
        ("cuda", "", CUDA, ("cuda", "int8_float16", 1, 64)),
        ("cuda", "float32", CUDA, ("cuda", "float32", 1, 64)),
        ("cuda", "", {"float32", "int8", "int8_float32"}, ("cuda", "int8", 1, 64)),
        ("cuda", "", {"float32"}, ("cuda", "float32", 1, 64)),
        # CTranslate2 says what is wrong.
        ("cuda", "", (), ("cuda", "default", 1, 64)),
        ("tpu", "", (), ("tpu", "int8", 8, 16)),
    ],
)
def test_a_device_gets_the_type_that_it_has_one_worker_and_batches_that_fit_it(
    device: str, chosen: str, cuda: set[str], found: tuple[str, str, int, int]
):
    tuning = Tuning(beam=4, threads=8, threads_each=1, device=device, compute_type=chosen).on(cuda)

    assert (tuning.device, tuning.compute_type, tuning.threads, tuning.together) == found


def test_where_auto_finds_no_cuda_all_processors_are_used(write: Write, sample_packages: object):
    write(device_type="auto")
    engine = ArgosEngine()
    [leg] = engine._packages.route("en", "et")
    engine.jobs = 3

    running = engine._model(leg)._running

    assert (running.device, running.threads) in {("cpu", 2), ("cpu", 3), ("cuda", 1)}
