import os
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.patience import wait_until
from tests.programs import needs
from translate.apertium.modes import find_mode
from translate.core.offers import Hypothesis, RequiredTerm, SourceSentence
from translate.engines.apertium import ApertiumEngine
from translate.errors import EngineError, SettingsError
from translate.languages.loading import load_language

FAKE = """#!{python}
import os, sys, time
if sys.argv[1:] == ["-V"]:
    print("Apertium 9.9")
    sys.exit()
with open({log!r}, "a") as log:
    log.write(f"{{os.getpid()}}\\n")
for unit in sys.stdin.buffer.read().split(b"\\0")[:-1]:
    if b"BREAK" in unit:
        sys.exit("it broke\\nbadly")
    if b"HANG" in unit:
        os.system("echo $$ >> {log}; sleep 1000")
    if b"SWALLOW" not in unit:
        sys.stdout.buffer.write(unit.upper().replace(b"[E", b"[e").replace(b"[B", b"[b") + b"\\0")
        sys.stdout.buffer.flush()
"""


@pytest.fixture
def fake(tmp_path):
    """An engine on a fake command that shouts, and breaks, hangs or swallows at a word; the log of its processes.

    Its modes are no plain pipelines, so that the command runs them.
    """
    log = tmp_path / "log"
    log.touch()
    program = tmp_path / "fake-apertium"
    program.write_text(FAKE.format(python=sys.executable, log=str(log)))
    program.chmod(0o755)
    (tmp_path / "modes").mkdir()
    for mode in ("eng-spa", "eng-por", "eng-por_BR", "en-et"):
        (tmp_path / "modes" / f"{mode}.mode").write_text(f"lt-proc '{tmp_path}/{mode}.bin'; cat $1")
        (tmp_path / f"{mode}.bin").write_text(mode)
    return ApertiumEngine({"program": str(program), "data": str(tmp_path), "timeout": 120}), log


def sentences(*texts):
    return [SourceSentence(text) for text in texts]


def texts(answers):
    return [answer[0].text if answer else None for answer in answers]


def marked(text):
    """A sentence from text with ‹words=form|form› in it."""
    plain, terms = "", []
    for number, piece in enumerate(text.replace("›", "‹").split("‹")):
        words, _, forms = piece.partition("=")
        if number % 2:
            terms.append(RequiredTerm(len(plain), len(plain) + len(words), tuple((forms or words).split("|"))))
        plain += words
    return SourceSentence(plain, tuple(terms))


@needs("apertium")
@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Speaking to ‹Esimene stuudio›, he said so.", "Hablando a Esimene stuudio, dijo tan."),
        ("‹Kaja Kallas›'s plan failed.", "El plan de Kaja Kallas falló."),
        ("Speaking at ‹Kaja Kallas›' office", "Hablando en la oficina de Kaja Kallas"),
        ("‹Kaja Kallas›’s office", "La oficina de Kaja Kallas"),
        ('"‹Kaja Kallas›" (‹ICDS›), too!', '"Kaja Kallas" (ICDS), también!'),
        ("‹NATO=OTAN›-‹EU=UE› relations improve.", "Relaciones de OTAN-UE mejoran."),
        ("‹Kaja Kallas›", "Kaja Kallas"),
        ("The ‹European Union=Unión Europea› met today.", "La Unión Europea cumplió hoy."),
        ("The ‹defense minister=ministro de Defensa›'s adviser", "El asesor del ministro de Defensa"),
        ("The ‹security expert=experto en seguridad› said so.", "El experto en seguridad dijo tan."),
        ("He saw ‹ERR=«ЭРР» [x] {y} ^$/\\@<b> ~*#&amp;› there.", "Vio «ЭРР» [x] {y} ^$/\\@<b> ~*#&amp; allí."),
        (
            "Tallinn: [sic] {x} ^y$ @z <b>big</b> ~5 *w* #1 & &amp; \\",
            "Tallinn: [sic] {x} ^y$ @z <b>grande</b> ~5 *w* #1 & &amp; \\",
        ),
    ],
)
def test_a_term_is_there_exactly_and_the_words_around_it_agree(source, translation):
    assert texts(ApertiumEngine().translate([marked(source)], "en", "es")) == [translation]


HOSTILE = "[]{}^$/\\@<>~*#&;|_'’\"-.,: aXé\u00a0\u00ad\u200b\ufeff\uffff\x00\x1bЖ漢😀\u0301"
WORDS = st.sampled_from(["the", "plan", "he", "won't", "Russia's", "said", "<b>", "&amp;", "[[1]]", "[t0]", "^a<n>$"])
TEXTS = (
    (
        st.lists(WORDS | st.text(HOSTILE, min_size=1, max_size=6) | st.text(max_size=4), min_size=1, max_size=8).map(
            " ".join
        )
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


@st.composite
def hostile_sentences(draw):
    text, terms = "", []
    for gap in draw(st.lists(TEXTS, max_size=3)):
        own, form = draw(TEXTS), draw(TEXTS)
        text += gap + draw(st.sampled_from(["", " "]))
        terms.append(RequiredTerm(len(text), len(text) + len(own), (draw(st.sampled_from([form, own])),)))
        text += own + draw(st.sampled_from(["", " ", "'s ", "' "]))
    return SourceSentence(text + draw(TEXTS), tuple(terms))


@needs("apertium")
@settings(max_examples=12)
@given(st.lists(hostile_sentences(), min_size=5, max_size=15))
def test_any_text_gets_its_own_answer_with_its_terms_and_without_marks(batch):
    answers = texts(ApertiumEngine().translate(batch, "en", "es"))
    assert len(answers) == len(batch)
    for sentence, answer in zip(batch, answers, strict=True):
        forms = [term.forms[0] for term in sentence.terms]
        if answer is None:
            continue  # Nothing came of it, and nobody is told otherwise.
        assert [form for form in forms if answer.count(form.strip()) < forms.count(form)] == []
        known = sentence.text + "".join(forms)
        assert [mark for mark in "[]{}^$/\\@<>~*#&|" if answer.count(mark) > known.count(mark)] == []
        assert "Kevin" not in answer


@needs("apertium")
def test_sentences_do_not_see_each_other():
    batch = sentences("Kevin said no", "He wants war", "Russia's plan is bad.", "\uffff", "Why?")
    engine = ApertiumEngine()
    together = engine.translate(batch, "en", "es")
    assert together == [engine.translate([sentence], "en", "es")[0] for sentence in batch]
    assert texts(together)[2:] == ["El plan de Rusia es malo.", "\uffff", "Por qué?"]


@needs("apertium")
def test_many_sentences_need_few_processes_and_report_progress():
    steps = []
    batch = sentences(*(f"Plan {n}" for n in range(450)))
    assert texts(ApertiumEngine().translate(batch, "en", "es", progress=steps.append)) == [
        f"Plan {n}" for n in range(450)
    ]
    assert sum(steps) == 450


def test_one_process_does_for_a_batch(fake):
    engine, log = fake
    assert texts(engine.translate(sentences("a", "b", "a"), "en", "es")) == ["A", "B", "A"]
    assert len(log.read_text().split()) == 1


def test_the_sentence_that_breaks_the_program_has_no_translation_and_the_others_have(fake):
    engine, _ = fake
    batch = [*sentences("a", "b"), marked("BREAK ‹x=Y› it"), *sentences("c", "BREAK2", "d")]
    assert texts(engine.translate(batch, "en", "es")) == ["A", "B", None, "C", None, "D"]


def test_a_swallowed_sentence_does_not_move_the_others(fake):
    engine, _ = fake
    assert texts(engine.translate(sentences("a", "SWALLOW", "c"), "en", "es")) == ["A", None, "C"]


def test_a_program_that_only_fails_is_an_error_in_one_line(fake, tmp_path):
    (tmp_path / "broken-apertium").write_text("#!/bin/sh\necho no UTF-8 here >&2\necho at all >&2\nexit 1\n")
    (tmp_path / "broken-apertium").chmod(0o755)
    engine = ApertiumEngine({**fake[0].options, "program": str(tmp_path / "broken-apertium")})
    with pytest.raises(
        EngineError, match=r"^Apertium gives no translation: apertium of eng-spa ended with 1: no UTF-8 here$"
    ):
        engine.translate(sentences("a", "b"), "en", "es")


def test_a_hung_program_is_killed_with_its_children(fake):
    engine, log = fake
    for timeout in (1.5, 15, 120):  # A busy machine needs longer until the program hangs.
        log.write_text("")
        hasty = ApertiumEngine({**engine.options, "timeout": timeout})
        with pytest.raises(
            EngineError, match=rf"^Apertium gave no answer for {timeout:g} seconds and was stopped \(apertium\)$"
        ):
            hasty.translate(sentences("HANG"), "en", "es")
        pids = [int(line) for line in log.read_text().split()]
        if len(pids) == 2:
            break
    assert len(pids) == 2
    wait_until(lambda: [pid for pid in pids if _alive(pid)] == [])  # On a busy machine even the killed take a moment.


def _alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as stat:  # noqa: PTH123 -- No path to build.
            return stat.read().split()[2] != "Z"
    except FileNotFoundError:
        return False


def test_the_signature_names_program_mode_and_data(fake, tmp_path):
    engine, _ = fake
    before = engine.signature("en", "es")
    assert before.rpartition(" ")[0] == "apertium 9.9 eng-spa"
    (tmp_path / "eng-por.bin").write_text("another pair")
    assert ApertiumEngine(engine.options).signature("en", "es") == before
    (tmp_path / "eng-spa.bin").write_text("new rules")
    assert ApertiumEngine(engine.options).signature("en", "es") != before


def test_the_signature_changes_with_what_tells_genders_and_with_how_sentences_go_through(fake, tmp_path, monkeypatch):
    engine, _ = fake
    seen = {engine.signature("en", "es")}
    (tmp_path / "modes/spa-eng.mode").write_text(f"lt-proc '{tmp_path}/spa-eng.bin'")
    for words in ("some words", "other words"):
        (tmp_path / "spa-eng.bin").write_text(words)
        seen.add(ApertiumEngine(engine.options).signature("en", "es"))
    monkeypatch.setattr("translate.engines.apertium.engine.METHOD", "earlier")
    seen.add(ApertiumEngine(engine.options).signature("en", "es"))
    told = replace(load_language("es"), genders=(("fem", ("or",)),))
    monkeypatch.setattr("translate.engines.apertium.engine.load_language", lambda _: told)
    seen.add(ApertiumEngine(engine.options).signature("en", "es"))
    assert len(seen) == 5


@pytest.mark.parametrize(
    ("source", "target", "mode"),
    [
        *[("en", "es", "eng-spa"), ("en_GB", "es_MX", "eng-spa"), ("eng", "spa", "eng-spa")],
        *[
            ("en", "pt", "eng-por"),
            ("en", "pt_BR", "eng-por_BR"),
            ("en", "pt-BR", "eng-por_BR"),
            ("en", "pt_PT", "eng-por"),
        ],
        ("en", "et", "en-et"),
    ],
)
def test_a_locale_finds_its_mode(fake, source, target, mode):
    assert fake[0].signature(source, target).split()[2] == mode


@pytest.mark.parametrize("options", [{"program": "no-such-apertium"}, {"data": "/no/such/folder"}])
def test_without_program_or_data_there_is_no_pair(fake, options):
    engine = ApertiumEngine({**fake[0].options, **options})
    assert engine.signature("en", "es") is None
    with pytest.raises(EngineError, match="no pair from en to es"):
        engine.translate([], "en", "es")


def test_the_environment_may_name_the_data(fake, tmp_path, monkeypatch):
    options = {"program": fake[0].options["program"]}
    assert ApertiumEngine(options).signature("en", "pt_BR") is None
    monkeypatch.setenv("APERTIUM_DATADIR", str(tmp_path))
    assert ApertiumEngine(options).signature("en", "pt_BR") == fake[0].signature("en", "pt_BR")


@pytest.mark.parametrize(
    "options",
    [
        {"timeout": 0},
        {"timeout": "9"},
        {"timeout": True},
        {"timeout": float("nan")},
        {"timeout": float("inf")},
        {"data": 1},
        {"program": []},
    ],
)
def test_a_wrong_option_is_a_settings_error(options):
    with pytest.raises(SettingsError, match=next(iter(options))):
        ApertiumEngine(options)


def test_each_sentence_has_one_hypothesis_without_a_score(fake):
    assert fake[0].translate(sentences("a"), "en", "es", hypotheses=5) == [(Hypothesis("A", None),)]


def test_nothing_of_the_text_is_on_the_command_line(fake, tmp_path):
    marker = tmp_path / "marker"
    fake[0].translate(sentences(f"$(touch {marker})", f"`touch {marker}`; touch {marker}"), "en", "es")
    assert not os.path.lexists(marker)


@pytest.mark.parametrize("locale", ["sr_Latn", "sr@latin"])
@pytest.mark.parametrize("mode", ["eng-hbs_Latn", "eng-hbs_latin", "eng-sr_Latn"])
def test_a_mode_may_spell_its_variant_either_way(tmp_path, locale, mode):
    (tmp_path / "modes").mkdir()
    for name in ("eng-hbs", mode):
        (tmp_path / "modes" / f"{name}.mode").write_text("")
    assert find_mode(tmp_path, "en", locale).stem == mode
