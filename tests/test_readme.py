"""Every command in README.md and in docs/ works as it is written there."""

import os
import re
import shlex
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import ready
from tests.programs import needs
from tests.sample_index import serving
from translate.cli import newsdesk
from translate.schedules.reading import FORMATS

ROOT = Path(__file__).parent.parent
WHOLE = (ROOT / "README.md").read_text("utf-8")
README = re.sub(r"^## Install\n.*?(?=^## )", "", WHOLE, flags=re.DOTALL | re.MULTILINE)
"""But for what tests/install/test_routes.py types: the section on installing, which takes an empty machine and long."""


def typed(text):
    """The commands of a text, in their order."""
    return re.findall(r"^\$ (.+)$", "\n".join(re.findall(r"```console\n(.*?)```", text, re.DOTALL)), re.MULTILINE)


COMMANDS = typed(README)
PAGES = sorted((ROOT / "docs").glob("*.md"))
ELSEWHERE = frozenset({"weblate.md", "maintainers.md"})
"""Pages whose commands tests/weblate types, in a machine of its own, and tests/test_maintainers_page.py."""
MENTIONS = sorted({mention for text in (README, *(page.read_text("utf-8") for page in PAGES)) for mention in
                   re.findall(r"`(newsdesk [^`]+)`", text)})  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("index")) as address:
        yield address


@pytest.fixture
def desk(tmp_path_factory, index):
    """A terminal in an empty folder, with a home of its own."""
    folder = tmp_path_factory.mktemp("clone")
    environment = {
        "HOME": str(tmp_path_factory.mktemp("home")),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "ARGOS_PACKAGE_INDEX": index,
        **ready.at_the_start(os.environ),
    }
    return Terminal(folder, environment)


@dataclass
class Terminal:
    folder: Path
    environment: dict[str, str]

    def type(self, command):
        """Type one line; what it says of the folder and the environment holds for the next."""
        if command.startswith("cd "):
            self.folder /= command.removeprefix("cd ")
            return None
        if command.startswith(("make", "export")):  # Typed for real by `make install-test`.
            return None
        program, *arguments = shlex.split(command)
        if program == "newsdesk":
            return ready.run(arguments, cwd=self.folder, env=self.environment)
        return subprocess.run(
            [program, *arguments], cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )


@needs("apertium")
def test_the_commands_run_in_the_order_of_the_readme(desk):
    for command in COMMANDS:
        if done := desk.type(command):
            assert done.returncode in {0, 1}, (command, done.stderr)
            assert "Traceback" not in done.stderr, command


@pytest.mark.parametrize("page", [page for page in PAGES if page.name not in ELSEWHERE], ids=lambda page: page.name)
def test_the_commands_of_a_page_run_in_their_order(page, desk):
    commands = typed(page.read_text("utf-8"))
    assert commands
    for command in commands:
        if done := desk.type(command):
            assert done.returncode in {0, 1}, (command, done.stderr)


SHOWS = (ROOT / "docs" / "shows.md").read_text("utf-8")


def fenced(language, text):
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@needs("apertium")
def test_what_the_page_on_shows_shows_is_what_comes_of_its_commands(desk):
    catalog, entries = "locales/es/LC_MESSAGES/shows.po", []
    for part in re.split(r"(?=```console)", SHOWS)[1:]:
        said = [desk.type(command) for command in typed(part)]
        (shown,) = re.findall(r"^    glossaries/.*\n(?:    .*\n)*", part, re.MULTILINE) or [""]
        if shown:
            assert textwrap.dedent(shown) == said[-1].stdout
        if (desk.folder / catalog).exists():
            entries.append(engineless((desk.folder / catalog).read_text("utf-8")))
    of_the_glossary, of_the_engine, of_a_person = map(engineless, fenced("po", SHOWS))
    assert of_the_glossary in entries[0]
    assert of_the_engine in entries[0]
    assert of_a_person in entries[1]


def engineless(text):
    """A PO file without what is another on each machine: the state of its Apertium."""
    return re.sub(r"(?m)^#\. MT: .*", "#. MT:", text)


@pytest.mark.parametrize("language", ["csv", "yaml", "json", "xml"])
def test_a_list_on_the_page_on_shows_can_be_read(language):
    (text,) = fenced(language, SHOWS)
    assert FORMATS[f".{language}"].read(text.encode(), f"a.{language}", source="en").segments


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_links_to_is_there(page):
    links = re.findall(r"\]\(([^):#]+)[^):]*\)", page.read_text("utf-8"))
    assert all((page.parent / link).is_file() for link in links)
    assert f"(docs/{page.name})" in WHOLE


@pytest.mark.parametrize(
    ("page", "script"),
    [(page, name) for page in PAGES for name in re.findall(r"`python (benchmarks/\S+\.py)`", page.read_text("utf-8"))],
    ids=str,
)
def test_a_script_that_a_page_names_can_be_run(page, script):
    subprocess.run([sys.executable, ROOT / script, "--help"], capture_output=True, check=True)


def test_what_is_not_typed_here_is_typed_by_the_test_of_installing():
    from tests.install.test_routes import ROUTES

    assert [command for route in ROUTES for command in route] == [c for c in typed(WHOLE) if c not in COMMANDS]
    assert [route[0].split()[0] for route in ROUTES] == ["make", "python3", "uv"]
    assert all(route[-1].endswith("newsdesk --version") for route in ROUTES)


@needs("make")
@pytest.mark.parametrize("command", [c for c in COMMANDS if c.startswith("make ")])
def test_each_make_target_is_there(command):
    done = subprocess.run([*command.replace(" -C ..", "").split(), "-n"], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0


def test_continuous_integration_runs_both_of_the_readmes_commands():
    runs = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert {"make demo", "make test"} <= set(COMMANDS) & set(runs)


@pytest.mark.parametrize("mention", MENTIONS)
def test_each_command_in_the_prose_is_one(mention):
    words = mention.split()[1:]
    command, context = newsdesk, None
    while words and hasattr(command, "get_command"):
        command = command.get_command(context, words.pop(0))
        assert command is not None
    options = {name for parameter in command.params for name in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= options


def test_every_option_of_draft_is_what_the_help_says():
    done = subprocess.run(
        [sys.executable, "-m", "translate", "draft", "--help"], capture_output=True, text=True, check=True
    )
    assert all(option in done.stdout for option in ("--locale", "--engine", "--dry-run", "--json"))
