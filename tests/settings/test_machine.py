"""What names a program, or anything outside the project, is followed only from where nobody else can write it."""

import os
from pathlib import Path

import pytest

from translate import settings
from translate.errors import SettingsError
from translate.plugins import engine_names, load_engine, reserved
from translate.settings import machine
from translate.settings.machine import Machine
from translate.settings.project import SCHEMA
from translate.settings.tables import Table

GOOD = '[project]\nname = "news"\nsource = "en"\nlocales = ["et"]\n'
ENGINES = ("apertium", "argos", "identity")
STRANGER = 61001
"""An account that need not be there."""

JUDGED = {
    "project.name": "a word",
    "project.source": "a word",
    "project.locales": "words",
    "project.shows": "a folder inside",
    "project.articles": "folders inside; a link among them is only read, as the newsroom's system lays it",
    "project.glossaries": "a folder inside",
    "project.catalogs": "a folder inside",
    "project.contact": "a text",
    "draft.engine": "one of the engines that are installed",
    "draft.hypotheses": "a number",
    "draft.tags": "one of two words",
    "po.wrap": "yes or no",
    "po.sub_folders": "one of three words",
    "models.index": "the machine's",
    "nightly.reports": "a folder inside",
    "nightly.max_changes": "a number",
    "nightly.time_budget": "a number",
    "nightly.words_per_hour": "a number",
    "nightly.metrics": "the machine's, where it leads out",
    "nightly.link": "an address that a browser opens, of schemes that run nothing",
    "nightly.flags_are_news": "yes or no",
    "review.bulk_entries": "a number",
    "review.bulk_percent": "a number",
    "glossary.apply": "one of two words",
    "export.outdated": "one of three words",
    "export.withdrawn": "one of three words",
    "engines": "the machine's, but for what an engine says is a project's",
    "formats": "how articles are read; a format names nothing outside the file",
}
"""What whoever can write to a project can do with each key: nothing may be run by it, or read or written elsewhere."""

OPTIONS = {
    ("apertium", "program"): "/bin/true",
    ("apertium", "data"): "/srv/apertium",
    ("apertium", "timeout"): 60,
    ("argos", "beam"): 2,
    ("argos", "threads"): 2,
}
"""Each option of our engines with a value that it takes."""


@pytest.fixture
def own(tmp_path):
    """The account's own file, which nobody else can write; and a function that writes it."""
    path = tmp_path / "config" / "newsdesk" / "newsdesk.toml"
    path.parent.mkdir(parents=True)

    def write(text):
        path.write_text(text)
        return path

    return write


def load(*paths, typed=()):
    return machine.load(paths, typed, lambda: ENGINES)


def project(folder, text, found=Machine()):  # noqa: B008
    path = folder / "newsdesk.toml"
    path.write_text(GOOD + text)
    return settings.load(path, found, reserved)


def keys(table, above=()):
    for name, check in table.keys.items():
        if isinstance(check, Table):
            yield from keys(check, (*above, name))
        else:
            yield ".".join((*above, name))


def test_every_setting_of_a_project_has_been_judged():
    assert sorted(keys(SCHEMA)) == sorted(JUDGED), "may whoever can write to a project set it? say so in JUDGED"


@pytest.mark.parametrize("name", ENGINES)
def test_every_option_of_our_engines_has_been_judged(name):
    kind = type(load_engine(name))
    assert kind.machine_options is not None
    ours = {option for engine, option in OPTIONS if engine == name}
    assert kind.project_options | kind.machine_options == ours
    assert not kind.project_options & kind.machine_options
    for option in ours:
        load_engine(name, {option: OPTIONS[name, option]})
    for option in kind.project_options:  # By a number nobody is sent anywhere.
        with pytest.raises(SettingsError):
            load_engine(name, {option: "/bin/sh"})


def test_a_project_sets_the_numbers_of_an_engine_and_never_its_programs(tmp_path):
    found = project(tmp_path, '[engines.apertium]\nprogram = "/tmp/evil"\ndata = "/tmp"\ntimeout = 60\n')
    assert found.engines == {"apertium": {"timeout": 60}}
    assert [(one.key, one.told.partition(": ")[0]) for one in found.passed_over] == [
        ("engines.apertium.program", "newsdesk.toml line 6"),
        ("engines.apertium.data", "newsdesk.toml line 7"),
    ]
    told = "move “engines.apertium.program” to /etc/newsdesk.toml or ~/.config/newsdesk/newsdesk.toml, or say it"
    assert told in found.passed_over[0].told


def test_of_a_plug_in_that_says_nothing_of_its_options_a_project_sets_none(tmp_path, monkeypatch):
    told = tmp_path / "plugins" / "newsdesk_next-1.dist-info"
    told.mkdir(parents=True)
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: newsdesk-next\nVersion: 1\n")
    (told / "entry_points.txt").write_text("[newsdesk.engines]\nnext = newsdesk_mute:Next\nlost = newsdesk_lost:Lost\n")
    (told.parent / "newsdesk_mute.py").write_text(
        "from translate.engines.interface import Engine\nclass Next(Engine):\n"
        '    name = "next"\n    signature = lambda *_: None\n    translate = lambda *_, **__: []\n'
    )
    monkeypatch.syspath_prepend(told.parent)
    assert "next" in engine_names()
    text = '[engines.next]\ncommand = "evil"\nthreads = 2\n[engines.lost]\nthreads = 2\n[engines.nobodys]\nx = 1\n'
    found = project(tmp_path, text)
    assert found.engines == {"next": {}, "lost": {}, "nobodys": {"x": 1}}
    assert len(found.passed_over) == 3


def test_an_option_that_an_engine_does_not_know_is_still_told_by_it(tmp_path):
    assert project(tmp_path, "[engines.argos]\nthread = 2\n").engines == {"argos": {"thread": 2}}


@pytest.mark.parametrize("index", ["http://127.0.0.1:1/", "index.json", "/srv/index.json"])
def test_a_project_names_no_index_of_packages(tmp_path, index):
    found = project(tmp_path, f'[models]\nindex = "{index}"\n')
    assert (found.model_index, [one.key for one in found.passed_over]) == (None, ["models.index"])


@pytest.mark.parametrize(
    ("name", "follows"),
    [
        ("news.prom", True),
        ("collector/news.prom", True),
        ("collector/../news.prom", False),
        ("{desk}/news.prom", False),
        ("link/desk/news.prom", True),
        ("../news.prom", False),
        ("/var/lib/news.prom", False),
        ("link/news.prom", False),
        ("circle/news.prom", True),  # It is told by the night, as a circle.
        ("\\u0000", False),
    ],
)
def test_a_project_has_metrics_written_into_itself_only(tmp_path, name, follows):
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "link").symlink_to(tmp_path)
    (tmp_path / "desk" / "circle").symlink_to("circle")
    name = name.replace("{desk}", str(tmp_path / "desk"))
    found = project(tmp_path / "desk", f'[nightly]\nmetrics = "{name}"\n')
    assert (found.nightly.metrics is not None, found.passed_over == ()) == (follows, follows)
    assert follows or found.passed_over[0].key == "nightly.metrics"


def test_the_account_goes_before_the_machine_and_the_command_line_before_both(tmp_path, own):
    system = tmp_path / "etc.toml"
    system.write_text(
        '[engines.apertium]\nprogram = "/a"\ndata = "/a"\ntimeout = 1\n[models]\nindex = "/a"\n'
        '[nightly]\nmetrics = "/a"\n'
    )
    path = own('[engines.apertium]\ndata = "/b"\n[engines.argos]\nthreads = 1\n[models]\nindex = "/b"\n')
    typed = ("engines.apertium.timeout=9", "models.index=/c", "engines.argos.threads=3")
    found = project(tmp_path, "[engines.apertium]\ntimeout = 5\n[engines.argos]\nbeam = 2\nthreads = 2\n",
                    load(system, path, typed=typed))  # fmt: skip
    assert found.engines == {
        "apertium": {"program": "/a", "data": "/b", "timeout": 9},
        "argos": {"threads": 3, "beam": 2},
    }
    assert (found.model_index, found.nightly.metrics, found.passed_over) == ("/c", "/a", ())


def test_a_project_goes_before_the_machine_where_it_may_decide(tmp_path, own):
    found = project(tmp_path, "[engines.argos]\nthreads = 2\n", load(own("[engines.argos]\nthreads = 8\nbeam = 8\n")))
    assert found.engines == {"argos": {"threads": 2, "beam": 8}}


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("program=/opt/a b/apertium", {"program": "/opt/a b/apertium"}),
        ('program="/opt/apertium"', {"program": "/opt/apertium"}),
        ("timeout=60", {"timeout": 60}),
        ("data=a=b", {"data": "a=b"}),
        ("data=", {"data": ""}),
        ("data=1\nprogram=2", {"data": "1\nprogram=2"}),
    ],
)
def test_the_command_line_takes_a_path_without_quotation_marks(typed, option):
    assert load(typed=[f"engines.apertium.{typed}"]).typed == {"apertium": option}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('[draft]\nengine = "argos"\n', "line 1: “draft” cannot be set for a whole machine; what can: engines."),
        (GOOD, "line 1: “project” cannot be set for a whole machine"),
        ('[nightly]\nlink = "https://example.org/{path}"\n', "line 2: “nightly.link” cannot be set for a"),
        ("[models]\nindex = 5\n", "line 2: “models.index” must be a text in quotation marks"),
        ('[models]\nindex = "index.json"\n', ": “models.index” must be an address or a whole path, from / on"),
        ("[models\n", "line 1: is not TOML"),
        ("x" * 16_001, "has 16,001 bytes; is it the settings?"),
    ],
)  # fmt: skip
def test_what_cannot_be_set_for_a_machine_is_told_with_file_and_line(own, text, sentence):
    path = own(text)
    with pytest.raises(SettingsError) as told:
        load(path)
    assert str(told.value).startswith(str(path))
    assert sentence in str(told.value)


def test_an_engine_that_only_another_installation_has_stops_nobody_and_is_told(tmp_path, own):
    path = own('[engines.deepl]\nkey = "x"\n[engines.argos]\nthreads = 2\n')
    found = project(tmp_path, "", load(path))
    assert found.engines == {"argos": {"threads": 2}}
    told = f"{path} line 1: “engines.deepl” sets up no engine; there is: apertium, argos, identity"
    assert [(one.key, one.told) for one in found.passed_over] == [("engines.deepl", told)]


@pytest.mark.parametrize("key", ["engines.apertium", "engines", "models", "nightly"])
def test_a_table_that_is_set_by_itself_on_the_command_line_is_told_as_it_is_typed_there(key):
    with pytest.raises(SettingsError) as told:
        load(typed=[f"{key}=5"])
    assert str(told.value) == f"--set: “{key}” is a table; say which key in it: {key}.KEY=VALUE (it is 5)"


def test_a_pipe_in_the_place_of_the_file_lets_nobody_wait(own):
    path = own("")
    path.unlink()
    os.mkfifo(path, 0o600)
    with pytest.raises(SettingsError, match="it is no plain file"):
        load(path)


def open_file(path):
    path.chmod(0o666)


def open_folder(path):
    path.parent.chmod(0o777)


def group_above(path):
    os.chown(path.parent.parent, -1, STRANGER)
    path.parent.parent.chmod(0o775)


def of_a_stranger(path):
    os.chown(path, STRANGER, STRANGER)


def folder_of_a_stranger(path):
    os.chown(path.parent, STRANGER, STRANGER)


def linked_to_a_strangers(path):
    other = path.parent.parent.parent / "planted.toml"
    path.rename(other)
    os.chown(other, STRANGER, STRANGER)
    path.symlink_to(other)


AS_ROOT = {group_above, of_a_stranger, folder_of_a_stranger, linked_to_a_strangers}


@pytest.mark.parametrize(
    "planted", [open_file, open_folder, *sorted(AS_ROOT, key=lambda one: one.__name__)], ids=lambda one: one.__name__
)
def test_a_file_that_others_can_write_is_not_followed_and_told(own, planted):
    if planted in AS_ROOT and os.geteuid() != 0:
        pytest.skip("only root can give files away")
    path = own('[engines.apertium]\nprogram = "/tmp/evil"\n')
    assert load(path).engines
    planted(path)
    found = load(path)
    assert (found.engines, found.model_index, found.metrics) == ({}, None, None)
    (passed,) = found.passed_over
    assert passed.told.startswith(f"{path} is not followed, since ")
    assert "can write to" in passed.told


def test_files_that_are_not_there_or_where_nobody_may_look_say_nothing(tmp_path):
    assert load(tmp_path / "none.toml", tmp_path / "none" / "none.toml") == Machine()


@pytest.mark.parametrize(
    ("environment", "folder"),
    [({"XDG_CONFIG_HOME": "/srv/config"}, "/srv/config"), ({"XDG_CONFIG_HOME": "config"}, None), ({}, None)],
)
def test_the_accounts_file_is_where_the_specification_says(environment, folder):
    own = Path(folder) if folder else Path.home() / ".config"
    assert machine.files(environment) == (Path("/etc/newsdesk.toml"), own / "newsdesk" / "newsdesk.toml")


def test_an_account_without_a_home_has_the_machines_file(monkeypatch):
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr("pwd.getpwuid", lambda _: {}["nobody"])
    assert machine.files({}) == (Path("/etc/newsdesk.toml"),)
