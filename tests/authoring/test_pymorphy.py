"""Russian names of the newsroom, declined by pymorphy3; the right forms are written by hand."""

import importlib.util

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.authoring.packages import needs_packages
from translate.authoring.interface import Proposal
from translate.authoring.languages import suggester_for
from translate.errors import FormsError

pytestmark = needs_packages("pymorphy3", "pymorphy3_dicts_ru")


@pytest.fixture(scope="module")
def pymorphy():
    return suggester_for("ru")


def forms(proposal):
    return {
        label: [f.text for f in proposal.forms if f.label == label]
        for label in dict.fromkeys(f.label for f in proposal.forms)
    }


NAMES = [
    ("Первая студия", "title", "Первой студии", "Первой студии", "Первую студию", "Первой студией",
     "Первой студии"),
    ("Москва", "place", "Москвы", "Москве", "Москву", "Москвой", "Москве"),
    ("Курск", "place", "Курска", "Курску", "Курск", "Курском", "Курске"),
    ("Владимир Путин", "person", "Владимира Путина", "Владимиру Путину", "Владимира Путина", "Владимиром Путиным",
     "Владимире Путине"),
    ("Владимир Зеленский", "person", "Владимира Зеленского", "Владимиру Зеленскому", "Владимира Зеленского",
     "Владимиром Зеленским", "Владимире Зеленском"),
    ("Кая Каллас", "person", "Каи Каллас", "Кае Каллас", "Каю Каллас", "Каей Каллас", "Кае Каллас"),
    ("Маргус Цахкна", "person", "Маргуса Цахкны", "Маргусу Цахкне", "Маргуса Цахкну", "Маргусом Цахкной",
     "Маргусе Цахкне"),
    ("Ханно Певкур", "person", "Ханно Певкура", "Ханно Певкуру", "Ханно Певкура", "Ханно Певкуром",
     "Ханно Певкуре"),
    ("Мария Певкур", "person", "Марии Певкур", "Марии Певкур", "Марию Певкур", "Марией Певкур", "Марии Певкур"),
    ("Фридрих Мерц", "person", "Фридриха Мерца", "Фридриху Мерцу", "Фридриха Мерца", "Фридрихом Мерцем",
     "Фридрихе Мерце"),
    ("эксперт по безопасности", "common", "эксперта по безопасности", "эксперту по безопасности",
     "эксперта по безопасности", "экспертом по безопасности", "эксперте по безопасности"),
    ("Европейский союз", "org", "Европейского союза", "Европейскому союзу", "Европейский союз",
     "Европейским союзом", "Европейском союзе"),
    ("верховный представитель", "common", "верховного представителя", "верховному представителю",
     "верховного представителя", "верховным представителем", "верховном представителе"),
]  # fmt: skip
"""The base form, its kind, and the other cases in the order of the school book."""


@pytest.mark.parametrize(("base", "kind", "expected"), [(base, kind, right) for base, kind, *right in NAMES])
def test_the_newsrooms_names_decline_as_the_newsroom_writes_them(pymorphy, base, kind, expected):
    labels = ("gen", "dat", "acc", "ins", "prp")
    singular = {k: texts for k, texts in forms(pymorphy.suggest(base, kind)).items() if not k.startswith("pl ")}
    assert singular == {label: [form] for label, form in zip(labels, expected, strict=True)}


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("страница", ["страницы", "страниц", "страницам", "страницы", "страницами", "страницах"]),
        ("верховный представитель",
         ["верховные представители", "верховных представителей", "верховным представителям",
          "верховных представителей", "верховными представителями", "верховных представителях"]),
        ("выделенная ячейка",
         ["выделенные ячейки", "выделенных ячеек", "выделенным ячейкам", "выделенные ячейки", "выделенными ячейками",
          "выделенных ячейках"]),
        ("эксперт по безопасности",
         ["эксперты по безопасности", "экспертов по безопасности", "экспертам по безопасности",
          "экспертов по безопасности", "экспертами по безопасности", "экспертах по безопасности"]),
    ],
)  # fmt: skip
def test_a_common_noun_has_its_plural_with_all_cases(pymorphy, base, expected):
    plural = {k: texts for k, texts in forms(pymorphy.suggest(base, "common")).items() if k.startswith("pl ")}
    labels = ("pl nom", "pl gen", "pl dat", "pl acc", "pl ins", "pl prp")
    assert plural == {label: [form] for label, form in zip(labels, expected, strict=True)}


@pytest.mark.parametrize(
    ("base", "genitive", "plural"),
    [
        ("файл и папка", "файла и папки", ["файлов и папок"]),
        ("новый файл или старая папка", "нового файла или старой папки", ["новых файлов или старых папок"]),
        ("эксперт по обороне и безопасности", "эксперта по обороне и безопасности",
         ["экспертов по обороне и безопасности"]),
        ("министр обороны и культуры", "министра обороны и культуры", ["министров обороны и культуры"]),
        ("программа «Первая студия»", "программы «Первая студия»", ["программ «Первая студия»"]),
    ],
)  # fmt: skip
def test_what_stands_beside_the_noun_stays_and_what_and_joins_declines(pymorphy, base, genitive, plural):
    declined = forms(pymorphy.suggest(base, "common"))
    assert (declined["gen"], declined["pl gen"]) == ([genitive], plural)


def test_a_singular_and_a_plural_are_left_to_a_person(pymorphy):
    assert pymorphy.suggest("файлы и папка", "common") == Proposal(
        (), ("“файлы и папка” joins a singular and a plural; write the forms by hand or with --like",)
    )


def test_a_person_has_no_plural(pymorphy):
    labels = {form.label for form in pymorphy.suggest("Владимир Путин", "person").forms}
    assert labels == {"gen", "dat", "acc", "ins", "prp"}


def test_the_second_locative_stands_beside_the_first(pymorphy):
    assert forms(pymorphy.suggest("Крым", "place"))["prp"] == ["Крыме", "Крыму"]


def test_a_plural_stays_one(pymorphy):
    proposal = pymorphy.suggest("выборы", "common")
    assert forms(proposal)["pl gen"] == ["выборов"]
    assert {form.label.split()[0] for form in proposal.forms} == {"pl"}


@pytest.mark.parametrize("base", ["НАТО", "ЕС"])
def test_a_word_that_does_not_change_gets_no_forms_and_is_said_not_to(pymorphy, base):
    proposal = pymorphy.suggest(base, "acronym")
    assert (proposal.forms, proposal.changes) == ((), False)


def test_the_reviewer_is_told_that_the_gender_is_a_guess(pymorphy):
    assert pymorphy.suggest("Каллас", "person").doubts == (
        "“Каллас” is declined as a man’s name; a woman’s would keep a last consonant",
    )


@pytest.mark.parametrize("base", ["Рийгикогу", "Kursk", "московская студии", "…", ""])
def test_what_is_no_base_form_gets_no_forms_and_a_reason(pymorphy, base):
    proposal = pymorphy.suggest(base, "")
    assert proposal.forms == ()
    assert proposal.doubts


@pytest.mark.skipif(importlib.util.find_spec("pymorphy3_dicts_uk") is not None, reason="the dictionary is there")
def test_the_ukrainian_dictionary_is_the_users_to_add():
    with pytest.raises(FormsError, match=r"under the GPLv3 and yours to add; install it with: .*pymorphy3-dicts-uk"):
        suggester_for("uk")


@settings(max_examples=100)
@given(st.text("абвгкмнорстуъыьэюяйёАКМ -’.0x", max_size=20), st.sampled_from(["", "person", "place"]))
def test_every_text_gets_labelled_forms_or_a_reason(pymorphy, base, kind):
    proposal = pymorphy.suggest(base, kind)
    assert proposal.forms or proposal.doubts or not proposal.changes
    assert all(form.label and form.text for form in proposal.forms)


@pytest.mark.skipif(
    importlib.util.find_spec("pymorphy3_dicts_uk") is None, reason="not ours to install: pymorphy3_dicts_uk (GPLv3)"
)
def test_ukrainian_declines_where_the_user_has_added_the_dictionary():
    ukrainian = suggester_for("uk")
    assert forms(ukrainian.suggest("Перша студія", "title"))["ins"] == ["Першою студією"]
    assert forms(ukrainian.suggest("Кая Каллас", "person"))["gen"] == ["Каї Каллас"]
    assert forms(ukrainian.suggest("Європейський Союз", "org"))["acc"] == ["Європейський Союз"]
    assert forms(ukrainian.suggest("Володимир Зеленський", "person"))["acc"] == ["Володимира Зеленського"]
