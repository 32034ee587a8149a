"""What docs/weblate.md and deploy/weblate.conf say, in a machine that has the paths they name."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from tests.programs import needs
from tests.test_deploy import CRONTAB, SERVICE, TIMER, assignments, crontab_line, in_namespace, installed
from tests.test_readme import ROOT, typed
from tests.weblate.fake_weblate import git
from tests.weblate.newsroom import FERRY, LIBRARY, PO, SCRIPT

PAGE = (ROOT / "docs" / "weblate.md").read_text("utf-8")
DROP_IN = ROOT / "deploy" / "weblate.conf"
DISCOVERY = json.loads((ROOT / "deploy" / "weblate-discovery.json").read_text("utf-8"))
NIGHT = "/opt/newsdesk/weblate-night"


def ini(file: str) -> str:
    """What the page puts into a file that it names just before."""
    return re.search(rf"`{re.escape(file)}`.*?```ini\n(.*?)```", PAGE, re.DOTALL)[1]


@in_namespace
def test_the_commands_of_the_page_run_in_their_order_and_end_with_a_night(desk):
    room = desk.newsroom.folder
    home = room.with_name(f"{room.name}.home")
    home.joinpath(".config").mkdir(parents=True)
    for folder, named, file in ((room, "/srv/newsdesk", ".weblate"), (home, "/var/lib/newsdesk", ".config/weblate")):
        told = (
            ini(f"{named}/{file}")
            .replace("https://weblate.example.org/api/", desk.url)
            .replace("desk/articles", f"desk/{FERRY}")
        )
        (folder / file).write_text(told.replace("wlu_…", "wlu_AKeyThatNobodyMaySee"))
    room.joinpath(f"articles/{LIBRARY}.txt").write_text("Library reopens\n\nReaders came early.\nIt is warm.\n")
    git(room, "remote", "set-url", "origin", str(desk.origin))

    script = "\n".join(["set -e", *(command for command in typed(PAGE) if not command.startswith("curl "))])
    ran = subprocess.run(
        installed(("sh", "-c", script), room),
        cwd=ROOT,
        env=desk.newsroom.environment | {"HOME": "/var/lib/newsdesk"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert desk.log() == ["Drafts for 2 files", "Begin"]
    assert "curl" in typed(PAGE)[0]  # Typed by test_real_weblate.


def test_the_first_lines_of_the_script_say_how_it_is_started():
    lines = [line.strip() for line in SCRIPT.read_text("utf-8").splitlines()[:20]]
    assert next(command for command in typed(PAGE) if command.startswith("install ")) in lines
    (command,) = [line for line in lines if line.startswith(f"{NIGHT} ")]
    assert command == typed(PAGE)[-1] == f"{NIGHT} {assignments(SERVICE, 'ExecStart')[0]}"


def test_the_drop_in_runs_the_same_night_and_unlocks_after_one_that_was_killed():
    assert assignments(DROP_IN, "ExecStart") == ["", f"{NIGHT} {assignments(SERVICE, 'ExecStart')[0]}"]
    assert assignments(DROP_IN, "ExecStopPost") == [f"{NIGHT} --unlock"]
    assert assignments(DROP_IN, "NotifyAccess") == ["all"]


def test_in_the_crontab_there_is_the_place_for_it_that_the_page_names():
    before, after = re.search(r"In `deploy/crontab`, write `(\S+)`\s+between `([^`]+)`", PAGE).groups()
    assert f"{after} {assignments(SERVICE, 'ExecStart')[0]}" in crontab_line()[5]
    assert before == NIGHT
    assert CRONTAB.exists()


@in_namespace
@needs("systemd-analyze")
def test_systemd_has_no_word_against_the_drop_in(desk, tmp_path):
    units = tmp_path / "units"
    (units / "newsdesk.service.d").mkdir(parents=True)
    for unit in (SERVICE, TIMER):
        shutil.copy(unit, units)
    shutil.copy(DROP_IN, units / "newsdesk.service.d")

    def verify() -> subprocess.CompletedProcess[str]:
        check = (
            f"install {SCRIPT} {NIGHT}; systemd-analyze verify --man=no --recursive-errors=yes {units}/newsdesk.service"
        )
        command = installed(("sh", "-c", check), desk.newsroom.folder)
        return subprocess.run(command, capture_output=True, text=True, check=False)

    ran = verify()
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    with (units / "newsdesk.service.d" / DROP_IN.name).open("a") as drop_in:
        drop_in.write("ExecStartPre=/opt/newsdesk/nowhere\n")
    assert "nowhere" in verify().stderr


# --- the add-on that finds the articles ---------------------------------------------------------------------------


def found(folder: Path) -> dict[str, str]:
    """What Weblate's component discovery finds: a file, and the POT that must be there."""
    settings = DISCOVERY["configuration"]
    matches = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    told = {path: re.fullmatch(settings["match"], path) for path in matches}
    return {
        path: re.sub(r"\{\{ (\w+) \}\}", lambda name, match=match: match[name[1]], settings["new_base_template"])
        for path, match in told.items()
        if match and re.match(settings["language_regex"], match["language"])
    }


def test_the_discovery_finds_each_article_and_nothing_else(desk):
    room = desk.newsroom.folder
    in_a_sub_folder = PO.replace("LC_MESSAGES/", "LC_MESSAGES/2026-11/"), f"locales/2026-11/{FERRY}.pot"
    copies = f"{PO.removesuffix('.po')} (conflicted copy).po", f"{PO}.orig"
    for name in (*in_a_sub_folder, *copies, "memory/old.po", "exports/et/x.po"):
        (room / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(room / PO, room / name)
    with_pot = {path for path, pot in found(room).items() if (room / pot).exists()}
    assert with_pot == {PO, PO.replace(FERRY, LIBRARY), in_a_sub_folder[0]}


def test_nor_does_it_take_the_demo_and_the_tests_of_newsdesk_for_articles():
    assert {path.split("/")[0] for path in found(ROOT)} == {"locales"}


def test_weblates_own_search_for_files_would_take_the_glossaries_for_translations(desk):
    from translation_finder import discover

    room = desk.newsroom.folder
    in_a_sub_folder = PO.replace("LC_MESSAGES/", "LC_MESSAGES/2026-11/"), f"locales/2026-11/{FERRY}.pot"
    for name in in_a_sub_folder:
        (room / name).parent.mkdir(parents=True)
        shutil.copy(room / PO, room / name)
    pots = {one["filemask"]: one.get("new_base") for one in discover(room)}
    assert "glossaries/*.csv" in pots
    assert pots[in_a_sub_folder[0].replace("/et/", "/*/")] != in_a_sub_folder[1]


def test_the_discovery_deletes_nothing():
    assert DISCOVERY["configuration"]["remove"] is False


def test_the_script_needs_nothing_but_python():
    modules = set(re.findall(r"^(?:import|from) (\w+)", SCRIPT.read_text("utf-8"), re.MULTILINE))
    assert modules <= sys.stdlib_module_names


def test_each_command_line_of_the_page_is_one_that_a_shell_reads():
    assert all(shlex.split(command) for command in typed(PAGE))
