"""What every engine promises, as tests to inherit."""

from __future__ import annotations

import copy
from typing import ClassVar

import pytest

from translate.core.offers import Alignment, Hypothesis, RequiredTerm, Scored, SourceSentence
from translate.engines.interface import AligningEngine, Engine, ScoringEngine
from translate.errors import EngineError, SettingsError

MARKS = "[]{}<>⟦⟧⁇_^$\\|@*#�"
"""What engines and their helpers mark words with; none may reach a translation by itself."""


class EngineContract:
    """Inherit this in a test class, give it the fixture `engine`, and set what differs.

    >>> class TestMyEngine(EngineContract):
    ...     pair = ("en", "et")
    ...
    ...     @pytest.fixture
    ...     def engine(self):
    ...         return MyEngine({"folder": "tests/models"})
    """

    pair: ClassVar[tuple[str, str]] = ("en", "es")
    """A source language and a locale that the engine under test has."""
    unknown_pair: ClassVar[tuple[str, str] | None] = ("en", "xx")
    """A pair that it has not; None for an engine that has every pair."""
    sentences: ClassVar[tuple[str, ...]] = (
        "The minister spoke yesterday.",
        "Why?",
        "The plan is “good”, he said (again).",
        "Russia wants war",
    )
    """Everyday sentences in the source language; the engine has a translation for each."""
    named: ClassVar[tuple[str, str, str]] = ("The minister met Kaja Kallas yesterday.", "Kaja Kallas", "Кая Каллас")
    """A sentence, a name in it, and a form that the name is to have."""
    keeps_terms: ClassVar[bool] = False
    """Whether the engine itself promises that a required term is there; otherwise it may only not mangle anything."""

    @pytest.fixture
    def engine(self) -> Engine:
        """The engine under test, ready for `pair`."""
        raise NotImplementedError

    def test_each_sentence_is_answered_in_its_place(self, engine: Engine) -> None:
        """One batch says the same as one call for each sentence."""
        together = engine.translate(self._plain(), *self.pair)
        alone = [engine.translate([sentence], *self.pair)[0] for sentence in self._plain()]
        assert [answer[0].text for answer in together] == [answer[0].text for answer in alone]

    def test_an_option_that_a_project_may_set_takes_no_path(self, engine: Engine) -> None:
        """Whoever can write to a project can set it: nothing may be run or read by what it is."""
        for option in type(engine).project_options:
            with pytest.raises(SettingsError):
                type(engine)({option: "/bin/sh"})

    def test_no_sentences_give_no_answers(self, engine: Engine) -> None:
        """An empty batch is no trouble."""
        assert engine.translate([], *self.pair) == []

    def test_the_same_sentence_gets_the_same_answer(self, engine: Engine) -> None:
        """A repeated sentence keeps its places."""
        first, second, *_ = self._plain()
        answers = engine.translate([first, second, first, first], *self.pair)
        assert len(answers) == 4
        assert answers[0] == answers[2] == answers[3]

    def test_translating_twice_gives_the_same(self, engine: Engine) -> None:
        """Nothing is left to chance."""
        once = engine.translate(self._plain(), *self.pair, hypotheses=3)
        assert engine.translate(self._plain(), *self.pair, hypotheses=3) == once

    @pytest.mark.parametrize("hypotheses", [1, 2, 5])
    def test_hypotheses_are_few_different_and_best_first(self, engine: Engine, hypotheses: int) -> None:
        """At least one, at most as many as wanted, no two alike; scores, where there are any, fall."""
        answers = engine.translate(self._plain(), *self.pair, hypotheses=hypotheses)
        assert len(answers) == len(self.sentences)
        for answer in answers:
            assert isinstance(answer, tuple)
            assert 1 <= len(answer) <= hypotheses
            assert len({hypothesis.text for hypothesis in answer}) == len(answer)
            scores = [hypothesis.score for hypothesis in answer if hypothesis.score is not None]
            assert scores in ([], sorted(scores, reverse=True))
            assert len(scores) in (0, len(answer))

    def test_a_translation_is_one_clean_line(self, engine: Engine) -> None:
        """No line ends, no white space around, never empty, and no marks that the source has not."""
        for sentence, answer in zip(
            self._plain(), engine.translate(self._plain(), *self.pair, hypotheses=3), strict=True
        ):
            self._assert_clean(sentence, answer)

    def test_the_signature_is_one_stable_word_group(self, engine: Engine) -> None:
        """It stands in a comment of the catalog, between commas."""
        signature = engine.signature(*self.pair)
        assert signature
        assert signature == signature.strip()
        assert signature.isprintable()
        assert "," not in signature
        assert engine.signature(*self.pair) == signature
        assert type(engine)(engine.options).signature(*self.pair) == signature

    def test_a_basis_is_made_of_files_that_are_there_and_stays(self, engine: Engine) -> None:
        """By it a later run knows whether it may believe what an earlier one was told."""
        basis = engine.basis(*self.pair)
        assert engine.basis(*self.pair) == type(engine)(engine.options).basis(*self.pair) == basis
        for path in basis.files if basis else ():
            assert path.is_absolute()
            assert path.is_file()

    def test_what_tells_its_pairs_are_whole_paths_and_stay(self, engine: Engine) -> None:
        """So that a run which has nothing to do is spared asking, until something there changes."""
        places = engine.places()
        if places is not None:
            assert all(path.is_absolute() for path in places)
            assert engine.places() == places

    def test_an_unknown_pair_has_no_signature_and_no_translation(self, engine: Engine) -> None:
        """The pair's absence is told without a try."""
        if self.unknown_pair is None:
            assert engine.signature("xx", "yy") is not None
            return
        assert engine.signature(*self.unknown_pair) is None
        with pytest.raises(EngineError) as caught:
            engine.translate(self._plain(), *self.unknown_pair)
        assert "\n" not in str(caught.value)

    @pytest.mark.parametrize("code", ["", "../en", "-h", "en;ls", "e" * 300, "é\n", "\0"])
    def test_a_strange_code_is_an_unknown_language(self, engine: Engine, code: str) -> None:
        """A code comes from settings: it must not reach a shell or leave a folder."""
        if self.unknown_pair is not None:
            assert engine.signature(code, self.pair[1]) is None
            assert engine.signature(self.pair[0], code) is None

    def test_progress_counts_every_sentence(self, engine: Engine) -> None:
        """Repeated sentences count too."""
        steps: list[int] = []
        sentences = [*self._plain(), *self._plain(), self._term(self.named[1])]
        engine.translate(sentences, *self.pair, progress=steps.append)
        assert sum(steps) == len(sentences)
        assert min(steps) >= 0

    @pytest.mark.parametrize("kept", [True, False])
    def test_a_required_term_is_there_or_nothing_is_mangled(self, engine: Engine, kept: bool) -> None:
        """A name that stays, and one that becomes its form."""
        sentence = self._term(self.named[1] if kept else self.named[2])
        answer = engine.translate([sentence], *self.pair, hypotheses=3)[0]
        self._assert_clean(sentence, answer)
        if self.keeps_terms:
            assert answer[0].text.count(sentence.terms[0].forms[0]) == 1

    def test_terms_do_not_leak_into_other_sentences(self, engine: Engine) -> None:
        """The same words with and without a required term are two different sentences."""
        plain = SourceSentence(self.named[0])
        alone = engine.translate([plain], *self.pair)
        assert engine.translate([self._term(self.named[2]), plain], *self.pair)[1:] == alone

    def test_what_goes_in_is_not_changed(self, engine: Engine) -> None:
        """The list of sentences belongs to the caller."""
        sentences = [*self._plain(), self._term(self.named[2])]
        before = copy.deepcopy(sentences)
        engine.translate(sentences, *self.pair)
        assert sentences == before

    def test_a_very_long_sentence_is_answered(self, engine: Engine) -> None:
        """An article without full stops does not stop a run; what is no language may have no translation."""
        sentences = [SourceSentence(" ".join(self.sentences) * 50), SourceSentence("x" * 3000), *self._plain()]
        answers = engine.translate(sentences, *self.pair)
        assert answers[2:] == engine.translate(self._plain(), *self.pair)
        assert answers[0]
        self._assert_none_empty(answers)

    def test_strange_characters_do_not_disturb_the_others(self, engine: Engine) -> None:
        """Whatever a file may have in it gets an answer of its own; no hypothesis where there is no translation."""
        strange = [
            *(
                "%s",
                "{0}",
                "<b>a</b>",
                "[[1]]",
                "⟦0⟧",
                "\\",
                "&amp;",
                "|||",
                "__TERM__",
                "$(ls)",
                "'",
                '"',
                "-",
                "--help",
            ),
            *(
                "😀",
                "é",
                "\u200b",
                "\u00ad",
                "\ufffd",
                "\uffff",
                "\x00",
                "\x1b[0m",
                "عربي",
                "漢字",
                "▁",
                "<unk>",
                "a\u0301",
            ),
        ]
        sentences = [SourceSentence(text) for text in strange]
        answers = engine.translate([*sentences, *self._plain()], *self.pair)
        assert len(answers) == len(sentences) + len(self.sentences)
        self._assert_none_empty(answers)
        assert answers[len(sentences) :] == engine.translate(self._plain(), *self.pair)

    def test_an_unknown_option_is_named(self, engine: Engine) -> None:
        """A slip in newsdesk.toml is found when the engine is made."""
        with pytest.raises(SettingsError, match="no_such_option"):
            type(engine)({**engine.options, "no_such_option": 1})

    def _plain(self) -> list[SourceSentence]:
        return [SourceSentence(text) for text in self.sentences]

    def _term(self, form: str) -> SourceSentence:
        text, name, _ = self.named
        start = text.index(name)
        return SourceSentence(text, (RequiredTerm(start, start + len(name), (form,)),))

    def _assert_none_empty(self, answers: list[tuple[Hypothesis, ...]]) -> None:
        assert all(hypothesis.text for answer in answers for hypothesis in answer)

    def _assert_clean(self, sentence: SourceSentence, answer: tuple[Hypothesis, ...]) -> None:
        known = sentence.text + "".join(form for term in sentence.terms for form in term.forms)
        for hypothesis in answer:
            assert hypothesis.text
            assert hypothesis.text == hypothesis.text.strip()
            assert len(hypothesis.text.splitlines()) == 1
            assert [mark for mark in MARKS if hypothesis.text.count(mark) > known.count(mark)] == []


class ScoringEngineContract(EngineContract):
    """Inherit this in place of `EngineContract` for an engine that scores, and set what differs.

    Scores may change a little with what else is scored at the same time: `tolerance` says how much.
    """

    tolerance: ClassVar[float] = 0.1
    """How far the scores of one translation may lie apart."""
    odd_translations: ClassVar[tuple[str, ...]] = (
        "ﬁle ½ … ™ ①②",
        "e\u0301e\u0301 İ ŉ ß",
        "“„»«’ — –",
        "😀😀 漢字 عربي ☃",
        "a\u200bb c\u00add \ufeff e\u00a0f",
        "<unk> ▁ ⁇ __x__ &amp; a@@ b",
        "{0} %s [[1]]",
        "\u200b",
        ".",
        "x" * 500,
        "NATO " * 1000,
        "ab\u200b" * 1000,
    )
    """Texts that no engine would write, but a glossary or a person might."""

    @pytest.fixture
    def engine(self) -> ScoringEngine:
        """The engine under test, ready for `pair`."""
        raise NotImplementedError

    def test_it_scores_the_pairs_that_it_says_it_does(self, engine: ScoringEngine) -> None:
        """Asking is free of trouble, and what cannot be scored says so in one line."""
        assert engine.can_score(*self.pair)
        if self.unknown_pair is not None:
            assert not engine.can_score(*self.unknown_pair)
            with pytest.raises(EngineError) as caught:
                engine.score([(self.sentences[0], self.sentences[0])], *self.unknown_pair)
            assert "\n" not in str(caught.value)
            with pytest.raises(EngineError) as caught:
                engine.translate_without([self.sentences[0]], ["x"], *self.unknown_pair)
            assert "\n" not in str(caught.value)

    def test_no_pairs_give_no_scores(self, engine: ScoringEngine) -> None:
        """An empty batch is no trouble."""
        assert engine.score([], *self.pair) == []
        assert engine.translate_without([], [], *self.pair) == []
        assert engine.translate_without([], ["x"], *self.pair) == []

    def test_each_pair_is_scored_in_its_place(self, engine: ScoringEngine) -> None:
        """Whatever stands beside it, and however often it comes."""
        drafted = self._drafted(engine)
        pairs = [*reversed(drafted), *drafted, drafted[0]]
        answers = engine.score(pairs, *self.pair)
        assert len(answers) == len(pairs)
        assert answers[: len(drafted)] == answers[-2 : len(drafted) - 1 : -1]
        assert answers[-1] == answers[len(drafted)]
        for pair, answer in zip(pairs, answers, strict=True):
            [alone] = engine.score([pair], *self.pair)
            assert [(piece.start, piece.end) for piece in answer.pieces] == [(p.start, p.end) for p in alone.pieces]
            assert answer.total == pytest.approx(alone.total, abs=self.tolerance)

    def test_scores_are_log_probabilities_that_add_up(self, engine: ScoringEngine) -> None:
        """None above nought; the total has the pieces and the end of the sentence in it."""
        for answer in engine.score(self._drafted(engine), *self.pair):
            assert answer.pieces
            assert all(piece.score <= 0 for piece in answer.pieces)
            assert answer.total <= sum(piece.score for piece in answer.pieces) + 1e-6

    def test_a_sentence_fits_its_own_translation_best(self, engine: ScoringEngine) -> None:
        """The translations of the other sentences score lower: totals of one sentence can be compared."""
        drafted = self._drafted(engine)
        for source, own in drafted:
            answers = engine.score([(source, target) for _, target in drafted], *self.pair)
            best = max(zip(answers, drafted, strict=True), key=lambda scored: scored[0].total)
            assert best[1][1] == own

    def test_pieces_cover_the_translation_from_left_to_right(self, engine: ScoringEngine) -> None:
        """Every character but white space belongs to one piece."""
        drafted = self._drafted(engine)
        for (_, target), answer in zip(drafted, engine.score(drafted, *self.pair), strict=True):
            self._assert_covers(target, answer)

    def test_odd_texts_are_scored_too(self, engine: ScoringEngine) -> None:
        """Rare characters change hands in a tokenizer; what is too long may have a scored beginning only."""
        pairs = [(self.sentences[0], text) for text in self.odd_translations]
        pairs += [(text, self.sentences[0]) for text in self.odd_translations]
        for (_, target), answer in zip(pairs, engine.score(pairs, *self.pair), strict=True):
            if len(target) < 100:
                self._assert_covers(target, answer)
            assert answer.total <= 0
            assert all(0 <= piece.start <= piece.end <= len(target) for piece in answer.pieces)

    def test_a_barred_phrase_is_avoided_and_nothing_is_mangled(self, engine: ScoringEngine) -> None:
        """The first word of a translation can be done without; the rules of a translation hold all the same."""
        for source, target in self._drafted(engine):
            word = target.split()[0].strip(".,;:!?“”\"'()")
            [answer] = engine.translate_without([source], [word], *self.pair, hypotheses=3)
            self._assert_clean(SourceSentence(source), answer)
            assert 1 <= len(answer) <= 3
            assert len({hypothesis.text for hypothesis in answer}) == len(answer)
            assert answer[0].text.split()[0].strip(".,;:!?“”\"'()") != word

    def test_barring_nothing_or_nonsense_changes_nothing(self, engine: ScoringEngine) -> None:
        """Phrases that no translation has, empty ones among them, are no trouble."""
        sources = [self.sentences[0], *self.sentences, self.sentences[0]]
        nonsense = ["", " ", "\u200b", "漢字", "qxqxqx", "😀", "\x00", "x" * 3000]
        plain = engine.translate_without(sources, [], *self.pair)
        assert engine.translate_without(sources, nonsense, *self.pair) == plain
        assert plain[0] == plain[1] == plain[-1]
        for source, answer in zip(sources, plain, strict=True):
            self._assert_clean(SourceSentence(source), answer)

    def test_odd_and_long_sentences_are_translated_without_a_phrase(self, engine: ScoringEngine) -> None:
        """Each gets an answer, and does not disturb the others."""
        texts = [*self.odd_translations, " ".join(self.sentences) * 50, *self.sentences]
        answers = engine.translate_without(texts, ["x"], *self.pair)
        assert len(answers) == len(texts)
        self._assert_none_empty(answers)
        alone = [engine.translate_without([text], ["x"], *self.pair)[0] for text in self.sentences]
        assert [a[0].text for a in answers[-len(alone) :]] == [a[0].text for a in alone]

    def _drafted(self, engine: ScoringEngine) -> list[tuple[str, str]]:
        answers = engine.translate(self._plain(), *self.pair)
        return [(source, answer[0].text) for source, answer in zip(self.sentences, answers, strict=True)]

    def _assert_covers(self, target: str, answer: Scored) -> None:
        reached = 0
        covered: set[int] = set()
        for piece in answer.pieces:
            assert reached <= piece.start <= piece.end <= len(target)
            covered.update(range(piece.start, piece.end))
            reached = piece.end
        if answer.pieces:
            assert [char for at, char in enumerate(target) if at not in covered and not char.isspace()] == []


class AligningEngineContract(EngineContract):
    """Inherit this in place of `EngineContract`, or beside `ScoringEngineContract`, for an engine that aligns."""

    odd_texts: ClassVar[tuple[str, ...]] = (
        "ﬁle ½ … ™ ①②",
        "e\u0301e\u0301 İ ŉ ß \u1100\u1161",
        "😀😀 漢字 عربي ☃",
        "a\u200bb c\u00add \ufeff e\u00a0f",
        "<unk> ▁ ⁇ __x__ &amp; a@@ b",
        "{0} %s [[1]]x[[/]] [b0] ^a/b<n>$ \\ {} <b>c</b>",
        "https://example.org/a?b=c press@example.org #news 1,050.5",
        "\x00 \x1b[0m \t ~",
        "\u200b",
        ".",
        "x" * 500,
        "NATO " * 500,
    )
    """Texts that no engine would write, but a file, a glossary or a person might."""

    @pytest.fixture
    def engine(self) -> AligningEngine:
        """The engine under test, ready for `pair`."""
        raise NotImplementedError

    def test_it_aligns_the_pairs_that_it_says_it_does(self, engine: AligningEngine) -> None:
        """Asking is free of trouble, and what cannot be aligned says so in one line."""
        assert engine.can_align(*self.pair)
        if self.unknown_pair is not None:
            assert not engine.can_align(*self.unknown_pair)
            with pytest.raises(EngineError) as caught:
                engine.align([(self.sentences[0], self.sentences[0])], *self.unknown_pair)
            assert "\n" not in str(caught.value)

    def test_no_pairs_give_no_alignments(self, engine: AligningEngine) -> None:
        """An empty batch is no trouble."""
        assert engine.align([], *self.pair) == []

    def test_each_pair_is_aligned_in_its_place(self, engine: AligningEngine) -> None:
        """Whatever stands beside it, and however often it comes."""
        drafted = self._aligned(engine)
        pairs = [*reversed(drafted), *drafted, drafted[0]]
        answers = engine.align(pairs, *self.pair)
        assert len(answers) == len(pairs)
        for pair, answer in zip(pairs, answers, strict=True):
            [alone] = engine.align([pair], *self.pair)
            self._assert_aligns(pair, answer)
            assert (answer.sources, answer.targets) == (alone.sources, alone.targets)

    def test_aligning_twice_gives_the_same(self, engine: AligningEngine) -> None:
        """Nothing is left to chance."""
        pairs = self._aligned(engine)
        assert engine.align(pairs, *self.pair) == engine.align(pairs, *self.pair)

    def test_the_words_of_a_translation_come_from_its_source(self, engine: AligningEngine) -> None:
        """At least something is known of each sentence that has words of its own."""
        pairs = self._aligned(engine)
        for answer in engine.align(pairs, *self.pair):
            assert any(weight > 0 for row in answer.weights for weight in row)

    def test_odd_texts_do_not_disturb_the_others(self, engine: AligningEngine) -> None:
        """On either side; nothing may be known of them."""
        drafted = self._aligned(engine)
        pairs = [(self.sentences[0], text) for text in self.odd_texts]
        pairs += [(text, self.sentences[0]) for text in self.odd_texts]
        pairs += [(text, text) for text in self.odd_texts]
        answers = engine.align([*pairs, *drafted], *self.pair)
        assert len(answers) == len(pairs) + len(drafted)
        for pair, answer in zip([*pairs, *drafted], answers, strict=True):
            self._assert_aligns(pair, answer)
        for answer, alone in zip(answers[len(pairs) :], engine.align(drafted, *self.pair), strict=True):
            assert (answer.sources, answer.targets) == (alone.sources, alone.targets)

    def _aligned(self, engine: AligningEngine) -> list[tuple[str, str]]:
        answers = engine.translate(self._plain(), *self.pair)
        return [(source, answer[0].text) for source, answer in zip(self.sentences, answers, strict=True)]

    def _assert_aligns(self, pair: tuple[str, str], answer: Alignment) -> None:
        """Pieces from left to right, a row for each of the translation, in which shares are at most 1 together."""
        for text, spans in zip(pair, (answer.sources, answer.targets), strict=True):
            reached = 0
            for start, end in spans:
                assert reached <= start <= end <= len(text)
                reached = end
        assert len(answer.weights) == len(answer.targets)
        for row in answer.weights:
            assert len(row) == len(answer.sources)
            assert all(weight >= 0 for weight in row)
            assert sum(row) <= 1 + 1e-6
