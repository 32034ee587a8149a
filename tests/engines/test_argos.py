import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.engines.argos_packages import relabelled, with_bpe
from tests.ready import LONG
from translate.core.offers import Hypothesis, SourceSentence
from translate.engines.argos import ArgosEngine
from translate.engines.argos.model import Model
from translate.errors import EngineError, SettingsError

HELD_OUT = (Path(__file__).parents[1] / "data/sample-model/heldout.en").read_text(encoding="utf-8").splitlines()
ARGOS_API = Path(__file__).with_name("argos_api.py")

pytestmark = pytest.mark.usefixtures("sample_packages")

Use = Callable[[Path], None]
Answer = list[tuple[str, float]]


@pytest.fixture(scope="module")
def sample(sample_packages: Path) -> Path:
    return sample_packages / "translate-en_et-0_1"


@pytest.fixture
def use_packages(monkeypatch: pytest.MonkeyPatch) -> Use:
    """Let this test's engines look into another folder; Argos' settings are read from the environment only once."""
    from argostranslate import settings

    return lambda folder: monkeypatch.setattr(settings, "package_dirs", [folder])


def sentences(*texts: str) -> list[SourceSentence]:
    return [SourceSentence(text) for text in texts]


def argos_own(packages: Path, source: str, target: str, texts: list[str], hypotheses: int) -> list[Answer]:
    # One thread for each batch: Argos' own choice fights for the processors, and changes nothing in the text.
    environment = os.environ | {"ARGOS_PACKAGES_DIR": str(packages), "ARGOS_INTRA_THREADS": "1"}
    question = json.dumps({"source": source, "target": target, "hypotheses": hypotheses, "texts": texts})
    done = subprocess.run(
        [sys.executable, ARGOS_API], input=question, env=environment, capture_output=True, text=True, check=True
    )
    return [[(text, score) for text, score in answer] for answer in json.loads(done.stdout)]


def assert_same_but_for_ties(ours: list[tuple[Hypothesis, ...]], theirs: list[Answer], share: float) -> None:
    """The best texts are equal; in at most this share of sentences two texts may compete within 0.01 of a score."""
    assert len(ours) == len(theirs)
    pairs = [(our[0], their[0]) for our, their in zip(ours, theirs, strict=True)]
    different = [(our, their) for our, their in pairs if our.text != their[0]]
    for our, (_, score) in different:
        assert our.score == pytest.approx(score, abs=0.01)
    assert len(different) <= share * len(pairs)


def test_the_text_is_the_one_that_argos_translate_makes(sample_packages: Path):
    texts = HELD_OUT[: 150 if LONG else 50]

    ours = ArgosEngine().translate(sentences(*texts), "en", "et")

    assert_same_but_for_ties(ours, argos_own(sample_packages, "en", "et", texts, 1), share=0.02)
    assert len({our[0].text for our in ours}) > len(texts) * 14 // 15


def test_the_alternatives_are_the_ones_that_argos_translate_has_each_once(sample_packages: Path):
    texts = HELD_OUT[150:190]

    ours = ArgosEngine().translate(sentences(*texts), "en", "et", hypotheses=5)

    theirs = argos_own(sample_packages, "en", "et", texts, 5)
    assert_same_but_for_ties(ours, theirs, share=0.05)
    same = [
        [o.text for o in our] == list(dict.fromkeys(t for t, _ in their))
        for our, their in zip(ours, theirs, strict=True)
    ]
    assert sum(same) >= 36


def test_a_package_with_bpe_gives_the_text_that_argos_translate_makes(tmp_path: Path, use_packages: Use):
    with_bpe(tmp_path / "en_xx", HELD_OUT[:200], "en", "xx")
    use_packages(tmp_path)
    texts = [*HELD_OUT[200:212], "“Quoted” — don't…", "x"]

    ours = ArgosEngine().translate(sentences(*texts), "en", "xx")

    # Random weights make 256 tokens without an end to any sentence, many of them unknown ones that stand for a word of
    # the source: the hardest case for equal arithmetic.
    assert_same_but_for_ties(ours, argos_own(tmp_path, "en", "xx", texts, 1), share=0.15)


def test_through_a_third_language_the_text_is_the_one_that_argos_translate_makes(
    tmp_path: Path, sample: Path, use_packages: Use
):
    relabelled(sample, tmp_path / "a", from_code="aa", to_code="mm", package_version="1.2")
    relabelled(sample, tmp_path / "b", from_code="mm", to_code="zz", package_version="1.3")
    use_packages(tmp_path)
    texts = HELD_OUT[: 25 if LONG else 10]

    ours = ArgosEngine().translate(sentences(*texts), "aa", "zz", hypotheses=3)

    assert ArgosEngine().signature("aa", "zz") == "argos aa-mm-zz 1.2+1.3"
    assert_same_but_for_ties(ours, argos_own(tmp_path, "aa", "zz", texts, 3), share=0.1)
    assert all(len({o.text for o in our}) == len(our) <= 3 for our in ours)
    [(half,)] = ArgosEngine().translate(sentences(texts[0]), "aa", "mm")
    [(rest,)] = ArgosEngine().translate(sentences(half.text), "mm", "zz")
    [(whole,)] = ArgosEngine().translate(sentences(texts[0]), "aa", "zz")
    assert whole.likelihood.tokens == (half.likelihood + rest.likelihood).tokens
    assert whole.likelihood.mean == pytest.approx((half.likelihood + rest.likelihood).mean, abs=0.01)


def test_the_same_sentence_anywhere_gets_the_same_translation_in_its_own_place():
    engine = ArgosEngine()
    texts = HELD_OUT[:12]
    once = dict(zip(texts, engine.translate(sentences(*texts), "en", "et"), strict=True))
    mixed = [*reversed(texts), *texts, texts[3]]

    assert engine.translate(sentences(*mixed), "en", "et") == [once[text] for text in mixed]


def test_hypotheses_are_different_and_the_best_comes_first():
    several = ArgosEngine().translate(sentences(*HELD_OUT[:40]), "en", "et", hypotheses=8)

    for offers in several:
        scores = [offer.score for offer in offers]
        assert 1 <= len(offers) <= 8
        assert len({offer.text for offer in offers}) == len(offers)
        assert None not in scores
        assert scores == sorted(scores, key=float, reverse=True)
    assert sum(map(len, several)) > 40 * 6


@pytest.mark.parametrize("number", [0, 1, 3, 150])
def test_progress_adds_up_to_the_number_of_sentences(number: int):
    steps: list[int] = []
    twice = sentences(*HELD_OUT[:number], *HELD_OUT[:number])

    ArgosEngine().translate(twice, "en", "et", progress=steps.append)

    assert sum(steps) == 2 * number
    assert all(step > 0 for step in steps)


def test_progress_comes_while_work_goes_on_and_on_each_leg(tmp_path: Path, sample: Path, use_packages: Use):
    relabelled(sample, tmp_path / "a", from_code="aa", to_code="mm")
    relabelled(sample, tmp_path / "b", from_code="mm", to_code="zz")
    use_packages(tmp_path)
    steps: list[int] = []

    ArgosEngine({"threads": 1}).translate(sentences(*HELD_OUT[:50]), "aa", "zz", progress=steps.append)

    assert sum(steps) == 50
    assert len(steps) > 10


def test_a_sentence_without_anything_to_translate_stays_as_it_is():
    assert ArgosEngine().translate(sentences("\u200b"), "en", "et", hypotheses=3) == [(Hypothesis("\u200b", 0.0),)]


@pytest.mark.parametrize("legs", [("aa", "zz"), ("aa", "mm", "zz")])
def test_where_a_package_writes_nothing_there_is_no_translation_but_of_what_has_no_letters(
    tmp_path: Path, sample: Path, use_packages: Use, monkeypatch: pytest.MonkeyPatch, legs: tuple[str, ...]
):
    for source, target in pairwise(legs):
        relabelled(sample, tmp_path / source, from_code=source, to_code=target)
    use_packages(tmp_path)
    translate = Model.translate

    def mute(self: Model, texts: Iterable[str], *arguments: Any, **options: Any) -> dict[str, list[Hypothesis]]:
        answers = translate(self, texts, *arguments, **options)
        return {text: [Hypothesis("", 0.0)] if text in ("Open it.", "* 12 *") else answers[text] for text in answers}

    monkeypatch.setattr(Model, "translate", mute)
    engine = ArgosEngine()
    nothing, stars, something = engine.translate(sentences("Open it.", "* 12 *", "Open the file."), "aa", "zz")
    assert (nothing, stars, bool(something)) == ((), (Hypothesis("* 12 *", 0.0),), True)
    if len(legs) == 2:
        assert engine.translate_without(["Open it.", "* 12 *"], ["x"], "aa", "zz") == [nothing, stars]


def test_a_target_prefix_is_given_to_the_network_and_taken_off_the_text(
    tmp_path: Path, sample: Path, use_packages: Use
):
    relabelled(sample, tmp_path / "p", from_code="en", to_code="et", target_prefix="▁Vali")
    use_packages(tmp_path)
    text = "Open the dialog."

    [(forced,)] = ArgosEngine().translate(sentences(text), "en", "et")

    assert not forced.text.startswith(("Vali", " "))
    assert forced.text
    [[(theirs, _)]] = argos_own(tmp_path, "en", "et", [text], 1)
    assert theirs.removeprefix("Vali ") == forced.text


def test_of_several_packages_for_a_pair_the_newest_is_used(tmp_path: Path, sample: Path, use_packages: Use):
    for version in ("1.9", "1.10", "1.0"):
        relabelled(sample, tmp_path / version, from_code="en", to_code="et", package_version=version)
    use_packages(tmp_path)

    assert ArgosEngine().signature("en", "et") == "argos en-et 1.10"


def test_a_direct_package_goes_before_a_way_and_english_before_other_ways(
    tmp_path: Path, sample: Path, use_packages: Use
):
    for pair in ("et-ru", "ru-fi", "et-en", "en-fi", "fi-lv", "et-fi"):
        source, target = pair.split("-")
        relabelled(sample, tmp_path / pair, from_code=source, to_code=target)
    use_packages(tmp_path)
    assert ArgosEngine().signature("et", "fi") == "argos et-fi 1.0"

    shutil.rmtree(tmp_path / "et-fi")
    engine = ArgosEngine()

    assert engine.signature("et", "fi") == "argos et-en-fi 1.0+1.0"
    assert engine.signature("et", "lv") == "argos et-en-fi-lv 1.0+1.0+1.0"
    assert engine.signature("lv", "et") is None


def test_a_locale_finds_its_own_package_first_and_then_its_language(tmp_path: Path, sample: Path, use_packages: Use):
    relabelled(sample, tmp_path / "a", from_code="en", to_code="pt")
    use_packages(tmp_path)
    assert ArgosEngine().signature("en_GB", "pt_BR") == "argos en-pt 1.0"

    relabelled(sample, tmp_path / "b", from_code="en", to_code="pb")
    assert ArgosEngine().signature("en", "pt-BR") == "argos en-pb 1.0"
    assert ArgosEngine().signature("en", "pt_PT") == "argos en-pt 1.0"

    relabelled(sample, tmp_path / "c", from_code="en", to_code="pt-BR")
    assert ArgosEngine().signature("en", "pt_BR") == "argos en-pt-BR 1.0"


@pytest.mark.parametrize("locale", ["zh_Hant", "zh_Hant_TW", "zh_Hant_HK", "zh_TW", "zh_HK", "zh_MO"])
def test_who_reads_traditional_chinese_gets_no_simplified(tmp_path: Path, sample: Path, use_packages: Use, locale: str):
    relabelled(sample, tmp_path / "a", from_code="en", to_code="zh")
    relabelled(sample, tmp_path / "b", from_code="en", to_code="zt")
    use_packages(tmp_path)
    assert ArgosEngine().signature("en", locale) == "argos en-zt 1.0"
    assert ArgosEngine().signature("en", "zh_CN") == "argos en-zh 1.0"
    shutil.rmtree(tmp_path / "b")
    assert ArgosEngine().signature("en", locale) is None


def test_without_a_package_there_is_no_signature_and_no_translation():
    engine = ArgosEngine()

    assert engine.signature("en", "lv") is None
    assert engine.signature("en", "en") is None
    with pytest.raises(EngineError, match="no Argos package leads from en to lv"):
        engine.translate(sentences("Hello."), "en", "lv")


def test_a_signature_has_no_comma_or_line_end_whatever_the_metadata_says(
    tmp_path: Path, sample: Path, use_packages: Use
):
    relabelled(sample, tmp_path / "a", from_code="en", to_code="et", package_version="1,\n9 x")
    relabelled(sample, tmp_path / "b", from_code="en", to_code="x,y")
    use_packages(tmp_path)

    assert ArgosEngine().signature("en", "et") == "argos en-et 19x"
    assert ArgosEngine().signature("en", "x,y") is None


def test_a_signature_names_what_makes_other_translations(monkeypatch: pytest.MonkeyPatch):
    assert ArgosEngine({"threads": 7}).signature("en", "et") == "argos en-et 0.1"
    assert ArgosEngine({"beam": 8}).signature("en", "et") == "argos en-et 0.1 beam 8"

    from argostranslate import settings

    monkeypatch.setenv("ARGOS_COMPUTE_TYPE", "float32")
    monkeypatch.setattr(settings, "compute_type", "float32")
    assert ArgosEngine().signature("en", "et") == "argos en-et 0.1 float32"


def test_a_wider_beam_finds_translations_of_a_higher_score():
    texts = sentences(*HELD_OUT[:60])

    narrow = ArgosEngine({"beam": 1}).translate(texts, "en", "et")
    wide = ArgosEngine({"beam": 6, "threads": 1}).translate(texts, "en", "et")

    assert narrow != wide
    assert sum(o.score or 0 for (o,) in wide) > sum(o.score or 0 for (o,) in narrow)


@pytest.mark.parametrize("options", [{"beem": 4}, {"beam": 0}, {"beam": "4"}, {"beam": True}, {"threads": 10**9}])
def test_an_option_that_cannot_be_is_refused_by_name(options: dict[str, object]):
    says = (
        "has no option “beem”; there is: beam, threads; did you mean “beam”?"
        if "beem" in options
        else "must be a whole number from 1 to"
    )
    with pytest.raises(SettingsError, match=re.escape(says)):
        ArgosEngine(options)


def _without_model(package: Path) -> None:
    (package / "model").unlink()


def _with_half_a_model(package: Path) -> None:
    real = (package / "model").resolve()
    (package / "model").unlink()
    shutil.copytree(real, package / "model")
    whole = (package / "model/model.bin").read_bytes()
    (package / "model/model.bin").write_bytes(whole[: len(whole) // 2])


def _without_tokenizer(package: Path) -> None:
    (package / "sentencepiece.model").unlink()


def _with_a_bad_tokenizer(package: Path) -> None:
    (package / "sentencepiece.model").unlink()
    (package / "sentencepiece.model").write_bytes(b"\0\1\2")


def _with_a_bad_bpe(package: Path) -> None:
    (package / "sentencepiece.model").unlink()
    (package / "bpe.model").write_text("#version: 0.2\na b c\n")


@pytest.mark.parametrize(
    "damage", [_without_model, _with_half_a_model, _without_tokenizer, _with_a_bad_tokenizer, _with_a_bad_bpe]
)
def test_a_broken_package_is_named_with_what_to_do_and_others_still_work(
    damage: Callable[[Path], None], tmp_path: Path, sample: Path, use_packages: Use
):
    package = relabelled(sample, tmp_path / "translate-en_lv-1_0", from_code="en", to_code="lv")
    relabelled(sample, tmp_path / "translate-en_et-1_0", from_code="en", to_code="et")
    damage(package)
    use_packages(tmp_path)
    engine = ArgosEngine()

    assert engine.signature("en", "lv") == "argos en-lv 1.0"
    with pytest.raises(EngineError) as trouble:
        engine.translate(sentences("Hello."), "en", "lv")

    assert trouble.value.path == str(package)
    assert "delete the folder, then run “newsdesk models install en lv”" in trouble.value.message
    assert "\n" not in trouble.value.message
    assert len(engine.translate(sentences("Hello."), "en", "et")) == 1


@pytest.mark.parametrize(
    "metadata",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"from_code": 1, "to_code": "lv"}',
        b'{"from_code": "en"}',
        b'{"from_code": "en", "to_code": "lv", "source_languages": "x"}',
        b"[" * 100_000,
        None,
    ],
)
def test_a_folder_without_usable_metadata_stops_only_its_own_pair(
    metadata: bytes | None, tmp_path: Path, sample: Path, use_packages: Use
):
    package = relabelled(sample, tmp_path / "translate-en_lv-1_0", from_code="en", to_code="lv")
    relabelled(sample, tmp_path / "translate-en_et-1_0", from_code="en", to_code="et")
    (package / "metadata.json").unlink()
    if metadata is not None:
        (package / "metadata.json").write_bytes(metadata)
    use_packages(tmp_path)
    engine = ArgosEngine()

    for ask in (lambda: engine.signature("en", "lv"), lambda: engine.translate(sentences("Hello."), "en", "lv_LV")):
        with pytest.raises(EngineError) as trouble:
            ask()
        assert trouble.value.path == str(package)
        assert "metadata.json cannot be read" in trouble.value.message
        assert "“newsdesk models install en lv”" in trouble.value.message
    assert engine.signature("en", "fi") is None
    assert engine.signature("en", "et") == "argos en-et 1.0"


def test_packages_for_other_purposes_and_stray_files_are_passed_over(tmp_path: Path, sample: Path, use_packages: Use):
    relabelled(sample, tmp_path / "sbd", type="sbd", from_codes=["en"])
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "__MACOSX").mkdir()
    use_packages(tmp_path)

    assert ArgosEngine().signature("en", "et") is None


def run_apart(home: Path, code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    own = {key: value for key, value in os.environ.items() if not key.startswith(("ARGOS_", "XDG_"))}
    own |= {"HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[2])} | environment
    return subprocess.run([sys.executable, "-c", code], env=own, capture_output=True, text=True, check=False)


def test_nothing_is_loaded_and_no_folder_made_before_the_engine_is_used(tmp_path: Path):
    code = """
import sys
from translate.engines.argos import ArgosEngine
from translate.engines.argos.model import Model
engine = ArgosEngine({"beam": 2})
print(sorted({"argostranslate", "ctranslate2", "sentencepiece", "numpy"} & set(sys.modules)))
"""
    done = run_apart(tmp_path, code)

    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")
    assert list(tmp_path.iterdir()) == []


def test_a_signature_does_not_load_what_decodes_or_what_argos_would_fetch_packages_and_split_sentences_with(
    tmp_path: Path, sample_packages: Path
):
    code = """
import sys
from translate.engines.argos import ArgosEngine
from translate.engines.argos.model import Model
print(ArgosEngine().signature("en", "et"))
others = {"argostranslate.translate", "argostranslate.package", "stanza", "urllib.request"}
print(sorted({"ctranslate2", "sentencepiece", *others} & set(sys.modules)))
"""
    done = run_apart(tmp_path, code, ARGOS_PACKAGES_DIR=str(sample_packages))

    assert (done.returncode, done.stdout) == (0, "argos en-et 0.1\n[]\n"), done.stderr


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"ARGOS_BEAM_SIZE": "many"}, "Argos Translate cannot start"),
        ({"ARGOS_PACKAGES_DIR": "/dev/null"}, "Argos Translate cannot start"),
        ({"ARGOS_DEVICE_TYPE": "tpu"}, "ARGOS_DEVICE_TYPE"),
        ({"ARGOS_COMPUTE_TYPE": "int7"}, "ARGOS_COMPUTE_TYPE"),
    ],
)
def test_settings_of_argos_that_cannot_be_used_are_told_in_one_sentence(
    environment: dict[str, str], says: str, tmp_path: Path, sample_packages: Path
):
    code = """
from translate.core.offers import SourceSentence
from translate.engines.argos import ArgosEngine
from translate.engines.argos.model import Model
from translate.errors import EngineError
try:
    ArgosEngine().translate([SourceSentence("Hello.")], "en", "et")
except EngineError as error:
    print(error)
"""
    done = run_apart(tmp_path, code, **({"ARGOS_PACKAGES_DIR": str(sample_packages)} | environment))

    assert done.returncode == 0, done.stderr
    assert says in done.stdout
    assert done.stdout.count("\n") == 1


def test_a_sentence_beyond_the_networks_reach_is_translated_in_two_at_a_comma():
    half = " ".join(sentence.rstrip(".").replace(",", "") for sentence in HELD_OUT[:12])
    engine = ArgosEngine()
    [(first,), (second,)] = engine.translate(sentences(f"{half},", half), "en", "et")

    [(whole,)] = engine.translate(sentences(f"{half}, {half}"), "en", "et")

    assert whole.text == f"{first.text} {second.text}"
    assert whole.score == pytest.approx((first.score or 0) + (second.score or 0), abs=0.01)
    together = first.likelihood + second.likelihood
    assert whole.likelihood.tokens == together.tokens
    assert whole.likelihood.total == pytest.approx(together.total, abs=0.01)


@pytest.mark.parametrize(("denied", "says"), [(True, "may not run code that it makes"), (False, "Printer")])
def test_where_no_code_can_be_made_it_refuses_and_writes_no_nonsense(
    denied: bool, says: str, tmp_path: Path, sample_packages: Path
):
    code = f"""
import ctypes
deny_write_execute = 65  # PR_SET_MDWE, what MemoryDenyWriteExecute=yes asks of Linux 6.3 and newer.
if {denied} and ctypes.CDLL(None).prctl(deny_write_execute, 1, 0, 0, 0):
    print("may not run code that it makes, on an older Linux than this")
    raise SystemExit
from translate.core.offers import SourceSentence
from translate.engines.argos import ArgosEngine
from translate.engines.argos.model import Model
from translate.errors import EngineError
try:
    print(ArgosEngine().translate([SourceSentence("The printer is not ready.")], "en", "et"))
except EngineError as error:
    print(error)
"""
    done = run_apart(tmp_path, code, ARGOS_PACKAGES_DIR=str(sample_packages))
    assert says in done.stdout, done.stderr


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("ctranslate2", "CTranslate2"),
        ("argostranslate.settings", "Argos Translate"),
        ("argostranslate.tokenizer", "Argos Translate"),
    ],
)
def test_a_library_that_cannot_be_loaded_is_the_engines_trouble(
    name: str, told: str, sample_packages: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(
        EngineError, match=rf"^{told} cannot be loaded \(import of {name} halted.*\); give it more memory,"
    ):
        ArgosEngine().translate(sentences("The printer is not ready."), "en", "et")


@pytest.mark.parametrize(
    "error",
    [MemoryError(), RuntimeError("mkl_malloc: failed to allocate memory"), RuntimeError("std::bad_alloc")],
)
@pytest.mark.parametrize("place", ["ctranslate2.Translator", "argostranslate.tokenizer.SentencePieceTokenizer.encode"])
def test_nobody_is_told_to_delete_a_package_for_which_there_is_too_little_memory(
    error: Exception, place: str, sample_packages: Path, monkeypatch: pytest.MonkeyPatch
):
    def fails(*_arguments: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(place, fails)
    with pytest.raises(
        EngineError, match=r"there is too little memory for this Argos package .*; free some"
    ) as trouble:
        ArgosEngine().translate(sentences("The printer is not ready."), "en", "et")
    assert "delete" not in str(trouble.value)


class FakeFullCard:
    """A promise of a device that has not enough memory."""

    def result(self) -> object:
        raise RuntimeError("CUDA failed with error out of memory")


def test_where_a_device_has_too_little_memory_smaller_batches_are_tried_and_the_run_goes_on(
    monkeypatch: pytest.MonkeyPatch,
):
    texts = sentences(*(f"Open the {word} dialog." for word in ("print", "file", "sort", "chart", "table", "page")))
    expected = ArgosEngine({"threads": 1}).translate(texts, "en", "et")
    start = Model._start
    limit, sizes = 2, list[int]()

    def starts(self: Model, batch: list[list[str]], **options: Any) -> list[Any]:
        sizes.append(len(batch))
        return start(self, batch, **options) if len(batch) <= limit else [FakeFullCard()] * len(batch)

    monkeypatch.setattr(Model, "_start", starts)
    engine = ArgosEngine({"threads": 1})
    assert engine.translate(texts, "en", "et") == expected
    assert max(sizes) > limit
    sizes.clear()
    assert engine.translate(texts, "en", "et") == expected
    assert max(sizes) <= limit

    limit = 0
    with pytest.raises(EngineError, match=r"there is too little memory for this Argos package \(CUDA .* out of memory"):
        engine.translate(texts, "en", "et")


def test_whoever_ends_a_run_while_a_tokenizer_is_loaded_ends_it(sample_packages: Path, monkeypatch: pytest.MonkeyPatch):
    class Terminated(SystemExit):
        """As `translate.cli` has it."""

    def ends(*_arguments: object) -> None:
        raise Terminated(143)

    monkeypatch.setattr("argostranslate.tokenizer.SentencePieceTokenizer.encode", ends)
    with pytest.raises(Terminated):
        ArgosEngine().translate(sentences("The printer is not ready."), "en", "et")


def test_what_a_tokenizer_makes_nothing_of_is_never_its_own_translation(monkeypatch: pytest.MonkeyPatch):
    encode = Model.encode
    monkeypatch.setattr(
        Model, "encode", lambda model, text: [] if "Open" in text or "*" in text else encode(model, text)
    )
    nothing, stars, something = ArgosEngine().translate(sentences("Open it.", "* 12 *", "Print it."), "en", "et")
    assert (nothing, stars, bool(something)) == ((), (Hypothesis("* 12 *", 0.0),), True)


def test_a_long_sentence_of_which_a_part_comes_to_nothing_has_no_translation(monkeypatch: pytest.MonkeyPatch):
    half = " ".join(sentence.rstrip(".").replace(",", "") for sentence in HELD_OUT[:12])
    run = Model._run

    def mute(self: Model, *arguments: Any, **options: Any) -> Any:
        for part, offers in run(self, *arguments, **options):
            yield part, [Hypothesis("", 0.0)] if part.endswith("Zebra") else offers

    monkeypatch.setattr(Model, "_run", mute)
    engine = ArgosEngine()
    assert engine.translate(sentences(f"{half}, {half} Zebra"), "en", "et") == [()]
    assert bool(*engine.translate(sentences(f"{half}, {half}"), "en", "et"))
