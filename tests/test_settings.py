import pytest

from translate import settings
from translate.errors import SettingsError

GOOD = '[project]\nname = "news"\nsource = "en"\nlocales = ["et", "pt_BR"]\n'


def load(folder, text):
    path = folder / "newsdesk.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return settings.load(path)


def test_three_lines_are_a_project(tmp_path):
    assert load(tmp_path, GOOD) == settings.Settings(tmp_path.resolve(), "news", "en", ("et", "pt_BR"))


def test_every_setting_is_read(tmp_path):
    text = GOOD + (
        'articles = ["a", "b"]\nglossaries = "g"\ncatalogs = "c"\ncontact = "d@example.org"\n'
        '[draft]\nengine = "apertium"\nhypotheses = 2\n[po]\nwrap = false\n[models]\nindex = "file.json"\n'
        "[engines.argos]\nthreads = 1\n"
    )
    assert load(tmp_path, text) == settings.Settings(
        tmp_path.resolve(), "news", "en", ("et", "pt_BR"), ("a", "b"), "g", "c", "d@example.org", "apertium", 2,
        wrap=False, model_index="file.json", engines={"argos": {"threads": 1}},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[project", "is not TOML"),
        (b"\xff\xfe[", "is not UTF-8"),
        ("", "“project” is missing"),
        (GOOD + "[drafts]\n", "“drafts” is not a setting that newsdesk knows"),
        (GOOD + 'locale = "et"\n', "“project.locale” is not a setting that newsdesk knows"),
        (GOOD.replace('"et", ', '"Estonian", '), "“project.locales.0”"),
        (GOOD.replace('["et", "pt_BR"]', '"et"'), "“project.locales”"),
        (GOOD.replace('["et", "pt_BR"]', "[]"), "“project.locales”"),
        (GOOD + 'catalogs = "/etc"\n', "“project.catalogs”"),
        (GOOD + 'catalogs = "a/../../b"\n', "“project.catalogs”"),
        (GOOD + "[draft]\nhypotheses = 99\n", "“draft.hypotheses”"),
        (GOOD + "[draft]\nhypotheses = true\n", "“draft.hypotheses”"),
    ],
)
def test_what_cannot_be_used_is_told_with_the_key(tmp_path, text, said):
    with pytest.raises(SettingsError) as raised:
        load(tmp_path, text)
    assert said in str(raised.value)
    assert str(tmp_path) in str(raised.value)


def test_everything_that_is_wrong_is_told_at_once(tmp_path):
    with pytest.raises(SettingsError) as raised:
        load(tmp_path, '[project]\nname = 5\nsource = "en"\nlocales = ["et"]\nshow = 1\n')
    assert len(str(raised.value).splitlines()) == 2


def test_the_project_is_found_from_a_folder_inside_it(tmp_path):
    load(tmp_path, GOOD)
    inside = tmp_path / "articles" / "today"
    inside.mkdir(parents=True)
    assert settings.find(inside) == tmp_path / "newsdesk.toml"


def test_without_a_project_the_sentence_says_what_to_do(tmp_path):
    with pytest.raises(SettingsError, match="newsdesk init"):
        settings.find(tmp_path)
