import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.writing import check_writing

TEXTS = {
    "Latin": ("Latn", "Parvlaev õitseb"),
    "Cyrillic": ("Cyrl", "Паром ходит зимой"),
    "Greek": ("Grek", "Το πλοίο φεύγει"),
    "Hebrew": ("Hebr", "המעבורת מפליגה"),
    "Arabic": ("Arab", "العبارة تسير"),
    "Armenian": ("Armn", "Լաստանավը մեկնում է"),
    "Georgian": ("Geor", "ბორანი გადის ზამთარში"),
    "Devanagari": ("Deva", "नौका सर्दियों में चलती रहती है"),
    "Thai": ("Thai", "เรือเฟอร์รี่ออกเดินทาง"),
    "Hangul": ("Kore", "여객선은 겨울에도 운항한다"),
    "CJK": ("Hans", "渡轮冬天也开每周三次往返"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_each_writing_system_is_told_from_the_others(name):
    script, _ = TEXTS[name]
    for other, (_, text) in TEXTS.items():
        assert said(check_writing, "It", text, locale=f"xx_{script}") == [("wrong-script", None)] * (other != name)


def test_both_chinese_scripts_are_one_here():
    assert said(check_writing, "It", TEXTS["CJK"][1], locale="xx_Hant") == []
    assert sentences(check_writing, "It", TEXTS["Greek"][1], locale="xx_Hant") == [
        "most of this is not written in CJK letters; see whether it is the right language"
    ]


@pytest.mark.parametrize(
    ("target", "wrong"),
    [
        ("паромходи", False),
        ("паромходит", True),
        ("паром ходи", False),
        ("паром ходит", True),
        ("паром abcde", False),
        ("паромх abcde", True),
        ("паромх abcdef", False),
        ("паром, 12345 67890", False),
    ],
)
def test_from_ten_letters_on_at_least_half_are_of_the_right_one(target, wrong):
    assert said(check_writing, "It", target) == [("wrong-script", None)] * wrong


def test_words_of_the_source_do_not_count():
    assert said(check_writing, "Газета «Комсомольская»", "Комсомольская") == []
    assert said(check_writing, "Газета «Комсомольская»", "Комсомольский") == [("wrong-script", None)]
    assert said(check_writing, "Laheots is here", "Laheots здесь", locale="ru") == []
    assert said(check_writing, "Laheots is here", "Laheots on siinmail", locale="ru") == [("wrong-script", None)]


def test_a_name_of_the_source_that_touches_other_letters_does_not_count():
    source = "It happened in Kullamaajaamaküla."
    assert said(check_writing, source, "事故发生在Kullamaajaamaküla。", locale="zh_CN") == []
    assert said(check_writing, source, "事故发生在Rannajaamaküla。", locale="zh_CN") == [("wrong-script", None)]
