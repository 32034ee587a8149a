import os
from pathlib import Path

import pytest

from translate import settings
from translate.core.results.night import Limit
from translate.errors import SettingsError
from translate.plugins import reserved
from translate.settings import Nightly

GOOD = '[project]\nname = "news"\nsource = "en"\nlocales = ["et", "pt_BR"]\n'


def load(folder, text, **more):
    path = folder / "newsdesk.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return settings.load(path, **more)


def test_three_lines_are_a_project(tmp_path):
    assert load(tmp_path, GOOD) == settings.Settings(tmp_path.resolve(), "news", "en", ("et", "pt_BR"))


@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_what_takes_the_place_of_the_settings_after_a_look_at_them_is_not_opened(tmp_path, monkeypatch, kind):
    (home := tmp_path / "desk").mkdir()
    (tmp_path / "other.toml").write_text(GOOD.replace("news", "other"))
    look = os.stat

    def swapped(path, *args, **options):
        found = look(path, *args, **options)
        if Path(path).name == "newsdesk.toml":
            monkeypatch.undo()
            (home / "newsdesk.toml").unlink()
            if kind == "link":
                (home / "newsdesk.toml").symlink_to("../other.toml")
            else:
                os.mkfifo(home / "newsdesk.toml")
        return found

    monkeypatch.setattr(os, "stat", swapped)
    with pytest.raises(SettingsError, match=r"cannot be read: (Too many levels of symbolic links|it is no plain file)"):
        load(home, GOOD)


def test_every_setting_is_read(tmp_path):
    text = GOOD + (
        'articles = ["a", "b"]\nshows = "s"\nglossaries = "g"\ncatalogs = "c"\ncontact = "d@example.org"\n'
        '[draft]\nengine = "apertium"\nhypotheses = 2\n[po]\nwrap = false\nsub_folders = "never"\n'
        "[engines.argos]\nthreads = 1\n"
    )
    assert load(tmp_path, text, reserved=reserved) == settings.Settings(
        tmp_path.resolve(), "news", "en", ("et", "pt_BR"), ("a", "b"), "g", "c", "d@example.org", "apertium", 2,
        wrap=False, sub_folders=settings.SubFolders.NEVER, shows="s", engines={"argos": {"threads": 1}},
    )  # fmt: skip


def test_a_folder_of_articles_that_is_called_as_that_of_lists_is_by_default_stays_one(tmp_path):
    assert load(tmp_path, GOOD + 'articles = ["shows"]\n').articles == ("shows",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[project", "is not TOML"),
        (b"\xff\xfe[", "is not UTF-8"),
        ("", "“project” is missing"),
        (GOOD + "[drafts]\n", "“drafts” is not a setting that newsdesk knows; did you mean “draft”?"),
        (GOOD + "[poetry]\n", "“poetry” is not a setting that newsdesk knows"),
        (GOOD + "[nightly]\nmax_change = 5\n", "knows (it is 5); did you mean “max_changes”?"),
        (GOOD + '[po]\nsub_folders = "no"\n', '“po.sub_folders” must be "auto", "always" or "never"'),
        (GOOD + 'locale = "et"\n', "“project.locale” is not a setting that newsdesk knows"),
        (GOOD.replace('"et", ', '"Estonian", '), "“project.locales”"),
        (GOOD.replace('["et", "pt_BR"]', '"et"'), "“project.locales”"),
        (GOOD.replace('["et", "pt_BR"]', "[]"), "“project.locales”"),
        (GOOD + 'catalogs = "/etc"\n', "“project.catalogs”"),
        (GOOD + 'catalogs = "a/../../b"\n', "“project.catalogs”"),
        (GOOD + 'shows = "locales"\n', "“shows” must name a folder of its own"),
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


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("", Nightly()),
        ('max_changes = "20%"', Nightly(max_changes=Limit(percent=20))),
        ('max_changes = "500"', Nightly(max_changes=Limit(entries=500))),
        ("max_changes = 500", Nightly(max_changes=Limit(entries=500))),
        ('time_budget = "1h30m"', Nightly(time_budget=5400)),
        ('reports = "out/night"', Nightly(reports="out/night")),
        ('link = "vscode://file{path}:{line}"', Nightly(link="vscode://file{path}:{line}")),
        ("words_per_hour = 350", Nightly(words_per_hour=350)),
    ],
)
def test_a_night_is_set_up(tmp_path, lines, found):
    assert load(tmp_path, f"{GOOD}[nightly]\n{lines}\n").nightly == found


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('max_changes = "some"', "“nightly.max_changes” is neither a number of entries, such as 500, nor a share"),
        ('max_changes = "101%"', "“nightly.max_changes” is neither"),
        ("max_changes = -1", "“nightly.max_changes” is neither"),
        ("max_changes = 1.5", "“nightly.max_changes” is neither"),
        ('time_budget = "soon"', "“nightly.time_budget” is no length of time; write it as 4h, 90m, 1h30m or 45s"),
        ('time_budget = "0m"', "“nightly.time_budget” is no length of time"),
        ('reports = "../out"', "“nightly.reports” must name a folder inside the project"),
        ('reports = ".git/hooks"', "“nightly.reports” must not name a hidden folder, nor one that newsdesk has"),
        ('reports = "history/x"', "“nightly.reports” must not name a hidden folder, nor one that newsdesk has"),
        ('metrics = "history/texts.sqlite"', "“nightly.metrics” must name a file that ends in .prom"),
        ('metrics = "articles/storm.txt"', "“nightly.metrics” must name a file that ends in .prom"),
        ('metrics = ".git/x.prom"', "“nightly.metrics” must name a file that ends in .prom, in no hidden folder"),
        ('link = "javascript:alert({path})"', "“nightly.link” must begin with http://"),
        ('link = "https://example.org/"', "“nightly.link” must have {path} in it"),
        ('link = "https://example.org/{path}{0}"', "“nightly.link” must have {path} in it, and may have {line}"),
        ("words_per_hour = 0", "“nightly.words_per_hour” "),
        ('nights = "all"', "“nightly.nights” is not a setting that newsdesk knows"),
    ],
)
def test_what_no_night_can_be_set_up_with_is_told(tmp_path, line, sentence):
    with pytest.raises(SettingsError) as told:
        load(tmp_path, f"{GOOD}[nightly]\n{line}\n")
    assert sentence in str(told.value)


@pytest.mark.parametrize("name", [".newsdesk", ".git/hooks", "a/.b", "history", "exports/et", "memory"])
@pytest.mark.parametrize("key", ["glossaries", "catalogs"])
def test_no_folder_of_a_project_is_a_hidden_one_or_one_of_newsdesks_own(tmp_path, key, name):
    with pytest.raises(SettingsError, match=rf"“project.{key}” must not name a hidden folder"):
        load(tmp_path, GOOD.replace("[project]\n", f'[project]\n{key} = "{name}"\n'))
