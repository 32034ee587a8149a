"""Sentences of the news end where a reader would say so, in every language."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.core.text.sentences import cut, join
from translate.segmentation import segmenter_for, srx, wikimedia

CASES = Path(__file__).parents[1] / "cases" / "sentences"


def sentences(text, language):
    return [sentence.text for sentence in cut(text, segmenter_for(language))]


def cases():
    for path in sorted(CASES.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line and not line.startswith("#"):
                yield pytest.param(path.stem, line, id=f"{path.name}:{number}")


@pytest.mark.parametrize(("language", "case"), list(cases()))
def test_a_sentence_ends_where_the_case_says(language, case):
    text = case.replace("| ", "")
    assert " | ".join(sentences(text, language)) == case


THREE = {
    "am": "ቤተ መጻሕፍቱ ዛሬ ይከፈታል። መግቢያው ነፃ ነው። ማን ይመጣል?",
    "ar": "من سيأتي؟ لا أحد! الدخول مجاني.",
    "be": "Бібліятэка адкрываецца сёння. Уваход вольны. Хто прыйдзе?",
    "bg": "Библиотеката отваря днес. Входът е свободен. Кой ще дойде?",
    "bn": "গ্রন্থাগার আজ খোলা। প্রবেশ বিনামূল্যে। কে আসবে?",
    "bo": "དཔེ་མཛོད་དེ་རིང་འབྱེད། འཛུལ་ཞུགས་རིན་མེད། སུ་ཡོང་།",
    "el": "Ποιος θα έρθει; Κανείς δεν ξέρει. Η είσοδος είναι ελεύθερη!",
    "fa": "چه کسی می‌آید؟ هیچ‌کس! ورود رایگان است.",
    "he": "הספרייה נפתחת היום. הכניסה חינם. מי יבוא?",
    "hi": "पुस्तकालय आज खुलता है। प्रवेश निःशुल्क है। कौन आएगा?",
    "hy": "Գրադարանը բացվում է այսօր։ Մուտքն ազատ է։ Ո՞վ կգա։",
    "ja": "図書館は今日開きます。入場は無料です。誰が来ますか？",
    "ka": "ბიბლიოთეკა დღეს იხსნება. შესვლა უფასოა. ვინ მოვა?",
    "km": "បណ្ណាល័យបើកថ្ងៃនេះ។ ចូលឥតគិតថ្លៃ។ នរណាមក?",
    "ko": "도서관은 오늘 문을 엽니다. 입장은 무료입니다. 누가 올까요?",
    "my": "စာကြည့်တိုက် ဒီနေ့ ဖွင့်သည်။ ဝင်ခွင့် အခမဲ့။ ဘယ်သူလာမလဲ။",
    "ta": "நூலகம் இன்று திறக்கிறது. நுழைவு இலவசம். யார் வருவார்?",
    "th": "ห้องสมุดเปิดวันนี้. เข้าฟรี. ใครจะมา?",
    "ur": "لائبریری آج کھلتی ہے۔ داخلہ مفت ہے۔ کون آئے گا؟",
    "zh_TW": "圖書館今日開放。入場免費。誰會來？",
}


@pytest.mark.parametrize(("language", "text"), list(THREE.items()))
def test_each_script_has_its_own_full_stops(language, text):
    assert len(sentences(text, language)) == 3


LATIN = (
    "ast br ca crh da de el en eo es fa fr ga gl is it ja lt ml nl pl pt ro ru sk sl sr sv ta tl uk zh ar be "  # SRX
    "et fi lv km bo "  # SRX of our own
    "af az bs cs cy eu fo hr hu id ka kk lb mk ms mt nb nn no oc se sq sw tr uz vi yi zu "
    "est eng fil smj nds xx qqq en_US.UTF-8 pt_BR sr@latin zh_Hant EN C POSIX ../.. 日本"
)


@pytest.mark.parametrize("language", [*LATIN.split(), ""])
def test_no_language_gets_its_text_as_one_long_sentence(language):
    assert len(sentences("The first one is here. The second one is there! Is the third one lost?", language)) == 3


def test_every_language_that_has_srx_rules_is_in_the_list_above():
    letters = "abcdefghijklmnopqrstuvwxyz"
    assert {a + b for a in letters for b in letters if srx.has(a + b)} <= set(LATIN.split())


def test_a_three_letter_code_does_not_get_the_rules_of_another_language():
    assert srx.has("es")
    assert not srx.has("est")


@pytest.mark.parametrize("language", ["en", "EN", "en_GB", "en-US", "en_US.UTF-8"])
def test_a_country_or_capitals_in_a_code_do_not_matter(language):
    assert sentences("He met Gov. Smith at 7 p.m. Tuesday.", language) == ["He met Gov. Smith at 7 p.m. Tuesday."]


def test_a_line_end_inside_a_text_ends_no_sentence():
    assert sentences("The ferry\nleaves at seven.\nIt is late.", "en") == ["The ferry\nleaves at seven.", "It is late."]


LANGUAGES = ["en", "et", "ru", "es", "uk", "lv", "fi", "de", "pl", "fr", "zh", "ar", "fa", "th", "hy", "xx"]
SOUP = st.lists(
    st.sampled_from(
        [
            *".!?…\"'”’“»«()[]{}—- \xa0\u3000\u2028\x85\n\r\t。؟।።\ufeff\u200d\0",
            *(
                "Mr.",
                "U.S.",
                "p.m.",
                "No.",
                "said",
                "The",
                "a",
                "A",
                "г.",
                "1",
                "25.",
                "www.",
                "@",
                "http://",
                "{0>",
                "<0}",
                "OK.",
                "a)",
                "1)",
                "etc.",
                "\n\n",
                "🏴",
            ),
        ]
    ),
    max_size=60,
).map("".join)


@settings(max_examples=300)
@given(st.one_of(st.text(), SOUP), st.sampled_from(LANGUAGES))
def test_no_library_loses_or_adds_a_character(text, language):
    assert "".join(wikimedia.split(text, language)) == text
    if srx.has(language):
        assert "".join(srx.split(text, language)) == text
    found = cut(text, segmenter_for(language))
    assert join(text, found, [sentence.text for sentence in found]) == text


def test_pieces_that_do_not_join_back_are_not_used(monkeypatch):
    def fake_that_adds_a_word(text, language):
        return [language, text]

    monkeypatch.setattr(srx, "split", fake_that_adds_a_word)
    assert segmenter_for("en").split("One. Another.") == ["One. Another."]


HOSTILE = [". ", "A. ", "(a. ", "1. ", "[a. ", "A.", "(", '."', "a.a-", "Aa.", "{a. "]
LISTS = ["1. A 2. B ", "a) b) ", "• ", ": 1. A ", ": a) A. "]


@pytest.mark.parametrize("hostile", [*HOSTILE, *LISTS])
def test_a_paragraph_of_full_stops_is_split_in_this_life(hostile):
    # With all of LanguageTool's rules some of these run into the test suite's time limit.
    text = hostile * (20_000 // len(hostile))
    assert "".join(segmenter_for("en").split(text)) == text


def test_a_bracket_that_closes_pages_later_holds_no_sentences_together():
    # LanguageTool looks for it up to the end of the text, at each full stop of a token without a space for an @, too.
    assert sentences("He left (at noon. Nobody saw him go).", "en") == ["He left (at noon. Nobody saw him go)."]
    left, *_ = sentences("He left (at noon. Nobody " + "ever " * 100 + "saw him go).", "en")
    assert left == "He left (at noon."


def test_many_empty_lines_are_split_in_this_life_in_german_too():
    # LanguageTool looks at each of them for a list of Markdown.
    text = "\n" * 60_000
    assert "".join(segmenter_for("de").split(text)) == text


@pytest.mark.parametrize("space", ["\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\x85"])
@pytest.mark.parametrize("language", ["bg", "cs", "hr", "hu", "xx"])
def test_a_space_that_does_not_break_may_stand_before_a_full_stop(language, space):
    text = f"Plan B{space}. The second one is there!{space}Is the third one lost?"
    assert "".join(segmenter_for(language).split(text)) == text
    assert sentences(text, language)[-1] == "Is the third one lost?"


def test_choosing_a_segmenter_loads_no_rules():
    program = (
        "import sys; from translate.segmentation import segmenter_for; segmenter_for('en');"
        "print({'choppa', 'sentencex'} & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"


WITHOUT_BYTECODE = """
import sys
sys.pycache_prefix = "/dev/null/nowhere"
from translate.segmentation import srx
assert len(srx.split("One. Two.", "en")) == 2
"""
"""No rules are kept then, so choppa is asked for them."""


def test_splitting_loads_nothing_that_only_strangers_rules_need():
    program = WITHOUT_BYTECODE + "print(sorted({'choppa', 'xmlschema', 'elementpath'} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "['choppa']"


def test_whoever_has_rules_validated_by_choppa_still_can(tmp_path):
    (tmp_path / "xmlschema.py").write_text("XMLSchema = print  # A fake that tells what it is asked.\n")
    program = (
        WITHOUT_BYTECODE
        + """
import choppa
sys.path.insert(0, sys.argv[1])
try:
    choppa.SrxDocument(ruleset=srx.NEWS, validate_ruleset="rules.xsd")
except AttributeError:
    pass
"""
    )
    ran = subprocess.run([sys.executable, "-c", program, tmp_path], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "rules.xsd"


TEXTS = [line.replace("| ", "") for line in (line.values[1] for line in cases())] + list(THREE.values())


def as_choppa_cuts(text, language):
    """The cuts of the same rules with all of choppa's own machinery."""
    from choppa import SrxTextIterator

    return list(SrxTextIterator(srx._document(), f"{language}_two", text))


@pytest.mark.parametrize("language", sorted({code for code in LATIN.split() if srx.has(code)}))
def test_rules_cut_as_with_choppa(language):
    assert [srx.split(text, language) for text in TEXTS] == [as_choppa_cuts(text, language) for text in TEXTS]


@settings(max_examples=300)
@given(SOUP, st.sampled_from([code for code in LANGUAGES if srx.has(code)]))
def test_rules_cut_any_text_as_with_choppa(text, language):
    assert srx.split(text, language) == as_choppa_cuts(text, language)


def test_every_rule_is_mapped_to_a_language():
    rules = srx.NEWS.read_text(encoding="utf-8")
    for block in rules.split('<languagerule languagerulename="')[1:]:
        name = block[: block.index('"')]
        assert rules.count(f'"{name}"') >= 2, name
