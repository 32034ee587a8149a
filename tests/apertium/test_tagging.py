"""The tagger does not remember a sentence when the next one comes."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.apertium.scripts import is_running, write_stage
from tests.patience import PATIENCE, wait_until
from tests.programs import needs
from translate.apertium.installation import Installation
from translate.apertium.pipeline import Pipeline, Program, read_pipeline
from translate.apertium.running import Running
from translate.apertium.stream import Unit, parse
from translate.apertium.tagging import Scout
from translate.core.offers import SourceSentence
from translate.engines.apertium import ApertiumEngine

# Some of these have words that eng-spa's tagger was not trained for, all that they may be taken together: SPAN, bit,
# bet … Others have words that no dictionary knows, which it then took for something else.
SENTENCES = (
    "A channel such as C-SPAN is small.",
    "Nielsen said.",
    "Voldemar Kask left the room before the vote.",
    "He bit the apple and bet on a horse.",
    "The Kalevipoeg was read aloud by Toomas.",
    "She cut the ribbon and set the table.",
    "Rummu quarry fills with water.",
    "They spread the news and shed light on it.",
    "Haljala votes tomorrow.",
    "The cost rose as the bid fell.",
    "Ülle thinks that Kiisk lies.",
    "He hit the wall, hurt his hand and quit.",
    "Let the boat burst, Peeter cried.",
    "The forecast read: rain.",
    "Tamsalu has lost its bank.",
    "The coast guard split the cost.",
    "An old saw cuts better.",
    "Mulgi kapsad is a dish.",
    "He wound the clock and lay down.",
    "The dove dove into the lake.",
    "Kärdla wins again.",
    "It came to cost more than it beat.",
    "She upset the cart and outbid him.",
    "Vormsi has no bridge.",
    "The broadcast beat all others.",
    "He ground the coffee that she found.",
    "Rein fell, Anu rose.",
    "We thrust the door and it shut.",
    "Saaremaa lives on ferries.",
    "The cast read it and put it away.",
    "He felt that the felt was bound.",
    "Hiiumaa is larger than Muhu.",
    "She left it on her left.",
    "They bore a bore with a bore.",
    "Noarootsi keeps its school.",
    "He wrought iron and sought work.",
    "The rent rose and they rent the roof.",
    "Pirita floods when it thaws.",
    "It lit the pit and slit the bag.",
    "Tõstamaa said so.",
)


def drafts(sentences):
    """What comes of sentences, in Spanish."""
    answers = ApertiumEngine().translate([SourceSentence(sentence) for sentence in sentences], "en", "es")
    return dict(zip(sentences, answers, strict=True))


@needs("apertium")
def test_a_sentence_with_an_unusual_word_changes_nothing_for_those_behind_it():
    alone = drafts(["Nielsen said."])
    assert alone.items() <= drafts(["A channel such as C-SPAN is small.", "Nielsen said."]).items()


@needs("apertium")
@settings(max_examples=5)
@given(st.permutations(SENTENCES))
def test_in_any_order_each_sentence_has_the_same_draft(order):
    assert drafts(order) == drafts(SENTENCES)


@needs("apertium")
def test_a_word_that_the_tagger_was_not_trained_for_has_one_reading_and_all_else_stays():
    installation = Installation()
    pipeline = read_pipeline(installation, installation.mode("en", "es"))
    analysis = Pipeline("eng-spa", pipeline.without_notes.stages[:1])
    with Running(analysis, installation.path, patience=PATIENCE) as running:
        piece = next(running.answers(["[b1]A \\[channel\\] such as C-SPAN said.[].[][e1]"]))
    with Scout(pipeline, installation.path, patience=PATIENCE) as scout:
        settled = scout.settled(piece)
        assert scout.settled(piece) == settled
    parts = zip(parse(piece), parse(settled), strict=True)
    [(before, after)] = [(one, other) for one, other in parts if one != other and isinstance(one, Unit)]
    assert before.parts[0] == after.parts[0] == "SPAN"
    assert len(before.readings) == 3
    assert after.readings in {before.readings[:1], before.readings[1:2], before.readings[2:]}


# The stream between analysis and tagger, with taggers of our own.

PIECE = "[b1]^A/a<det>$ ^x/y<n>/z<vblex>$, ^q/r<n>/s<adj>$ [e1]"
CHOOSES = r"say(re.sub(r'\^[^/$]*/([^/$]*)[^$]*\$', r'^\1$', piece))"
COMPLAINS = r"""[os.write(2, b"Word '%s'.\nNew ambiguity class: {%d}\n" % (word.encode(), KIND))
         for word, tags in re.findall(r'\^([^/$]*)/([^$]*/[^$]*)\$', piece) if NEW]; """


@pytest.fixture
def scout(tmp_path):
    """Makes a scout whose tagger does a thing, with a file of all that were started; none of them is left."""
    starts = tmp_path / "starts"
    starts.touch()

    def make(does, *, patience=PATIENCE, arguments=("-g", "x.prob")):
        write_stage(tmp_path / "tagger", does)
        script = (tmp_path / "tagger").read_text("utf-8")
        begin = f"print(os.getpid(), file=open({str(starts)!r}, 'a'))"
        (tmp_path / "tagger").write_text(script.replace('rest = b""', f'{begin}\nrest = b""'), "utf-8")
        stages = ((Program("apertium-tagger", (str(tmp_path / "tagger"), *arguments)),),)
        return Scout(Pipeline("eng-lav", stages), "/usr/bin:/bin", patience=patience), starts

    yield make
    wait_until(lambda: not any(map(is_running, map(int, starts.read_text().split()))))


def complaining(new="True", kind="1"):
    return COMPLAINS.replace("NEW", new).replace("KIND", kind) + CHOOSES


def test_a_word_of_a_new_kind_gets_the_reading_that_a_tagger_chooses(scout):
    one, _ = scout(complaining())
    with one:
        assert one.settled(PIECE) == "[b1]^A/a<det>$ ^x/y<n>$, ^q/r<n>$ [e1]"


def test_a_word_of_a_known_kind_is_left_to_the_pipeline(scout):
    one, _ = scout(complaining(new="'vblex' in tags"))
    with one:
        assert one.settled(PIECE) == "[b1]^A/a<det>$ ^x/y<n>$, ^q/r<n>/s<adj>$ [e1]"
    other, _ = scout(complaining(new="False"))
    with other:
        assert other.settled(PIECE) == PIECE


def test_each_kind_of_new_word_has_a_tagger_that_has_met_no_other(scout):
    one, starts = scout(complaining(kind="1 if 'vblex' in tags else 2"))
    verb, adjective = "^x/y<n>/z<vblex>$", "^q/r<n>/s<adj>$"
    with one:
        for _ in range(3):
            assert one.settled(verb) == "^x/y<n>$"
        assert len(starts.read_text().split()) == 2  # One that looks, one for this kind.
        one.settled(adjective)
        assert len(starts.read_text().split()) == 3
        one.settled(f"{verb} {adjective}")  # Both kinds: one that is new to either.
        one.settled(f"{verb} {adjective}")
        assert len(starts.read_text().split()) == 5


def test_words_of_a_closed_class_are_kinds_of_their_own_and_others_go_by_their_tags(scout):
    one, _ = scout(complaining(new="'that' in tags"))
    with one:
        assert one.settled("^x/this<det>/this<prn>$ ^y/that<det>/that<prn>$") == (
            "^x/this<det>/this<prn>$ ^y/that<det>$"
        )
        assert one.settled("^x/plan<n>/plan<vblex>$ ^y/that<n>/that<vblex>$") == "^x/plan<n>$ ^y/that<n>$"


@pytest.mark.parametrize(
    "does",
    [
        "sys.exit()",
        "sys.exit('no model here')",
        "os.kill(os.getpid(), signal.SIGSEGV)",
        complaining().replace("say(", "say(piece and '' and "),
        complaining().replace("say(", "say('^more/y$' + "),
        complaining().replace(r"r'^\1$'", r"r'^never<n>$'"),
        COMPLAINS.replace("NEW", "True").replace("KIND", "1") + "sys.exit()",
        f"sys.exit() if '[b1]' in piece else ({complaining().replace('; ', ', ')})",
    ],
)
def test_a_tagger_that_ends_or_answers_something_else_changes_nothing(scout, does):
    one, _ = scout(does)
    with one:
        assert one.settled(PIECE) == PIECE
        assert one.settled(PIECE) == PIECE


def test_a_tagger_that_hangs_changes_nothing_and_is_not_asked_again(scout):
    one, _ = scout("time.sleep(1000)", patience=0.3)
    begun = time.monotonic()
    with one:
        for _ in range(200):
            assert one.settled(PIECE) == PIECE
    assert time.monotonic() - begun < 200 * 0.3


def test_a_tagger_that_is_not_there_changes_nothing():
    gone = Pipeline("eng-lav", ((Program("apertium-tagger", ("/no/such/tagger", "-g", "x.prob")),),))
    with Scout(gone, "/usr/bin", patience=PATIENCE) as scout:
        assert scout.settled(PIECE) == PIECE


@pytest.mark.parametrize("arguments", [("-gx", "x.prob"), ("-z", "-xg", "x.prob"), ()])
def test_another_kind_of_tagger_is_left_alone(scout, arguments):
    one, starts = scout(complaining(), arguments=arguments)
    with one:
        assert one.settled(PIECE) == PIECE
    assert starts.read_text() == ""


def test_a_pipeline_without_a_tagger_is_left_alone():
    with Scout(Pipeline("eng-lav", ((Program("cat", ("/bin/cat",)),),)), "/usr/bin", patience=PATIENCE) as scout:
        assert scout.settled(PIECE) == PIECE


def test_a_sentence_that_does_not_fit_into_a_pipe_is_left_alone(scout):
    one, _ = scout(complaining())
    with one:
        long = PIECE + "x" * 100_000
        assert one.settled(long) == long
        assert one.settled(PIECE) != PIECE


def test_a_child_of_a_tagger_that_has_left_its_group_is_neither_waited_for_nor_left_running(scout):
    names_itself = "print(os.getpid(), file=open(os.path.join(os.path.dirname(sys.argv[0]), 'starts'), 'a'))"
    one, _ = scout(f"os.fork() == 0 and (os.setsid(), {names_itself}, time.sleep(1000)); {complaining()}")
    with one:
        assert one.settled(PIECE) == "[b1]^A/a<det>$ ^x/y<n>$, ^q/r<n>$ [e1]"
