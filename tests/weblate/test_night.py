"""Against a fake of Weblate, on real repositories: a night and its translators lose nothing to each other."""

import grp
import os
import queue
import re
import signal
import subprocess

import pytest

from tests.weblate.fake_weblate import KEY, OWN_NAME, error, git
from tests.weblate.newsroom import FERRY, FIRST, HEADLINE, LAST, LIBRARY, NEWSDESK, PO, SCRIPT, Newsroom, text

RECIPE = ["lock 2026-11-20-ferry", "lock 2026-11-21-library", "commit", "push", "pull",
          "unlock 2026-11-20-ferry", "unlock 2026-11-21-library"]  # fmt: skip
TRANSLATED = ("Laev sõitis.", False)

DRAFTS = f"sed -i 's/^msgstr .{LAST}./msgstr \"Another draft.\"/' {PO}"
"""What a night writes, without the time that one takes."""
WRITES = ("sh", "-c", f"{DRAFTS}; exit 1")


def changes_the_first(content: str) -> str:
    """Somebody's own translation of the entry."""
    return content.replace(f'msgid "{FIRST}"\nmsgstr "{FIRST}"', f'msgid "{FIRST}"\nmsgstr "Käsitsi."')


# --- the story ----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("new_term")
def test_an_edit_that_is_not_pushed_and_a_night_on_the_same_entry_are_both_kept(desk):
    desk.newsroom.write(f"articles/{FERRY}.txt", f"{HEADLINE}\n\n{FIRST}\n{LAST}\nIt is cold.\n")
    desk.weblate.translate(FERRY, "et", FIRST, TRANSLATED[0])

    night = desk.newsroom.night()

    assert (night.code, night.told) == (0, [])
    assert desk.weblate.asked == RECIPE
    for clone in (desk.newsroom.folder, desk.weblate.clone):
        assert text(clone, FIRST) == TRANSLATED
        assert text(clone, "It is cold.") == ("It is cold.", True)
    assert desk.log()[:2] == ["Drafts for 2 files", "Translated using Weblate"]
    assert not any(desk.weblate.locked.values())


@pytest.mark.usefixtures("new_term")
def test_without_it_the_same_night_ends_in_a_rebase_that_fails(desk):
    desk.weblate.translate(FERRY, "et", FIRST, TRANSLATED[0])
    subprocess.run([NEWSDESK, "nightly"], cwd=desk.newsroom.folder, capture_output=True, check=False)
    desk.newsroom.git("commit", "--quiet", "--all", "--message=Night")
    desk.newsroom.git("push", "--quiet")
    assert not desk.weblate.pull()["result"]


def test_nobody_edits_while_the_night_is_at_work(desk):
    with desk.newsroom.start("sh", "-c", "echo at work; read go") as night:
        assert night.stdout.readline() == "at work\n"
        with pytest.raises(PermissionError):
            desk.weblate.translate(LIBRARY, "et", "Library reopens", "Raamatukogu avab uksed")
        night.send_signal(signal.SIGTERM)
        night.communicate()
    desk.weblate.translate(LIBRARY, "et", "Library reopens", "Raamatukogu avab uksed")


def test_what_shares_no_repository_with_the_articles_is_not_locked(desk):
    desk.newsroom.night("true")
    assert desk.weblate.asked == RECIPE


@pytest.mark.parametrize("code", [0, 1, 2, 3, 4, 75])
def test_its_exit_code_is_the_nights(desk, code):
    night = desk.newsroom.night("sh", "-c", f"echo the report; echo the log >&2; exit {code}")
    assert (night.code, night.out) == (code, "the report\n")
    assert "the log\n" in night.err
    assert not any(desk.weblate.locked.values())


def test_a_night_that_has_nothing_to_write_pushes_nothing(desk):
    before = desk.log()
    assert desk.newsroom.night("true").code == 0
    assert desk.log() == before


# --- what is committed --------------------------------------------------------------------------------------------


def test_only_what_the_night_wrote_is_committed(desk):
    room = desk.newsroom
    room.write(f"articles/{FERRY}.txt", f"{HEADLINE}\n\n{FIRST}\n{LAST}\nIt is cold.\n")  # A journalist, not yet done.
    room.write("notes.txt", "staged")
    room.git("add", "notes.txt")
    room.write(
        f"locales/et/LC_MESSAGES/{LIBRARY}.po",
        (room.folder / f"locales/et/LC_MESSAGES/{LIBRARY}.po").read_text() + "\n",
    )
    stray = f"locales/et/LC_MESSAGES/{FERRY} (conflicted copy).po"
    night = room.night("sh", "-c", f"{NEWSDESK} nightly; echo >'{stray}'; echo >locales/notes.txt; echo >stray.po")

    assert desk.pushed() == {PO, f"locales/{FERRY}.pot"}
    assert room.git("diff", "--cached", "--name-only") == "notes.txt\n"
    assert night.told == [
        f"not committed, so Weblate does not see it: locales/et/LC_MESSAGES/{LIBRARY}.po; commit it, or take it back"
    ]


def test_what_the_night_wrote_into_sub_folders_is_committed_too(desk):
    room = desk.newsroom
    with (room.folder / "newsdesk.toml").open("a") as settings:
        settings.write('[po]\nsub_folders = "always"\n')
    room.git("commit", "--quiet", "--all", "--message=Sub-folders")
    room.git("push", "--quiet")
    room.write("articles/2026-11-22-harbor.txt", "The harbor opens\n\nIt is warm.\n")
    room.write("articles/ice.txt", "Ice\n\nIt is cold.\n")
    room.night()
    assert {name for name in desk.pushed() if "2026-11-22" in name or "ice" in name} == {
        "locales/2026-11/2026-11-22-harbor.pot", "locales/et/LC_MESSAGES/2026-11/2026-11-22-harbor.po",
        "locales/239/ice.pot", "locales/et/LC_MESSAGES/239/ice.po",
    }  # fmt: skip


def test_what_somebody_has_committed_and_not_pushed_is_not_pushed_by_the_night(desk):
    desk.newsroom.write("notes.txt", "mine")
    desk.newsroom.git("add", "notes.txt")
    desk.newsroom.git("commit", "--quiet", "--message=Not yet")
    night = desk.newsroom.night("sh", "-c", "echo ran")
    assert (night.code, night.out) == (2, "")
    assert re.fullmatch(
        r"somebody has committed here and not pushed; push it, or take it back: \w+ Not yet", *night.told
    )
    assert desk.log() == ["Begin"]


def test_what_others_push_meanwhile_is_taken_in(desk):
    other = desk.edit_elsewhere("notes.txt", lambda _: "new", push=False)
    night = desk.newsroom.night("sh", "-c", f"git -C {other} push --quiet; {WRITES[2]}")
    assert (night.code, night.told) == (1, [])
    assert sorted(desk.log()) == ["Begin", "By hand", "Drafts for 1 file"]
    assert desk.weblate.status()["weblate_commit"]["revision"] == git(desk.origin, "rev-parse", "main").strip()


# --- locks --------------------------------------------------------------------------------------------------------


def test_what_a_person_has_locked_stays_locked_and_the_night_goes_on(desk):
    desk.weblate.locked[LIBRARY] = True
    night = desk.newsroom.night(*WRITES)
    assert (night.code, night.told) == (1, [])
    assert desk.weblate.asked == [call for call in RECIPE if LIBRARY not in call]
    assert desk.weblate.locked == {FERRY: False, LIBRARY: True, "elsewhere": False, "glossary": False}


def test_or_the_night_waits_for_another_day_where_it_is_told_so(desk):
    desk.newsroom.configure(desk.url, more="[night]\nif_locked = stop\n")
    desk.weblate.locked[LIBRARY] = True
    night = desk.newsroom.night("sh", "-c", "echo ran")
    assert (night.code, night.out, desk.weblate.asked) == (75, "", [])
    assert night.told == [f"somebody has locked desk/{LIBRARY} in Weblate; unlock it there, or set if_locked to go"]


def test_two_nights_do_not_meet(desk):
    with desk.newsroom.start("sh", "-c", "echo at work; read go") as first:
        assert first.stdout.readline() == "at work\n"
        second = desk.newsroom.night("true")
        unlocking = desk.newsroom.night("--unlock")
        assert desk.weblate.locked[FERRY]
        first.terminate()
        first.communicate()
    assert (second.code, unlocking.code) == (75, 75)
    assert second.told == [
        f"another weblate-night is at work in {desk.newsroom.folder}; try again when it has finished"
    ]


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)], ids=str
)
def test_a_night_that_is_stopped_ends_in_order_and_what_it_wrote_is_pushed(desk, number, code):
    stops = f"stop() {{ {DRAFTS}; exit {code}; }}; trap stop TERM HUP INT; echo at work; while :; do sleep 0.05; done"
    with desk.newsroom.start("sh", "-c", stops) as night:
        assert night.stdout.readline() == "at work\n"
        night.send_signal(number)
        night.communicate()
    assert night.returncode == code
    assert desk.log() == ["Drafts for 1 file", "Begin"]
    assert not any(desk.weblate.locked.values())


def test_a_night_that_is_stopped_before_it_drafts_unlocks(desk):
    begun: queue.Queue[subprocess.Popen[str]] = queue.Queue()
    desk.weblate.before["commit"] = lambda: begun.get().terminate()
    with desk.newsroom.start("sh", "-c", "echo ran") as night:
        begun.put(night)
        out, err = night.communicate()
    assert (night.returncode, out) == (143, "")
    assert "stopped before its end; nothing was lost" in err
    assert not any(desk.weblate.locked.values())


def test_a_night_that_is_stopped_while_git_is_at_work_begins_no_drafting(desk, tmp_path):
    server, pid = tmp_path / "upload-pack", tmp_path / "pid"
    server.write_text(
        f'#!/bin/sh\nwhile [ ! -s {pid} ]; do sleep 0.05; done\nkill "$(cat {pid})"\nexec git-upload-pack "$@"\n'
    )
    server.chmod(0o755)
    desk.newsroom.git("config", "remote.origin.uploadpack", str(server))
    with desk.newsroom.start("sh", "-c", "echo ran") as night:
        pid.write_text(str(night.pid))
        out, _ = night.communicate()
    assert (night.returncode, out) == (143, "")
    assert not any(desk.weblate.locked.values())


def test_a_signal_does_not_cut_the_unlocking_short(desk):
    begun: queue.Queue[subprocess.Popen[str]] = queue.Queue()
    desk.weblate.before[f"unlock {FERRY}"] = lambda: begun.get().terminate()
    with desk.newsroom.start("sh", "-c", "exit 1") as night:
        begun.put(night)
        night.communicate()
    assert night.returncode == 1
    assert not any(desk.weblate.locked.values())


@pytest.fixture
def killed(desk):
    """A night was killed at once, after it had locked and written."""
    with desk.newsroom.start("sh", "-c", f"{DRAFTS}; echo written; read go") as night:
        assert night.stdout.readline() == "written\n"
        night.kill()
        night.communicate()
    assert desk.weblate.locked[FERRY]


@pytest.mark.usefixtures("killed")
def test_after_one_that_was_killed_its_locks_can_be_taken_back_and_only_those(desk):
    desk.weblate.locked["glossary"] = True
    assert desk.newsroom.night("--unlock").code == 0
    assert desk.weblate.locked == {FERRY: False, LIBRARY: False, "elsewhere": False, "glossary": True}
    assert desk.newsroom.night("--unlock").code == 0


@pytest.mark.usefixtures("killed")
def test_the_next_night_unlocks_too_and_brings_to_weblate_what_was_written(desk):
    night = desk.newsroom.night("true")
    assert (night.code, night.told) == (0, [])
    assert desk.log() == ["Drafts for 1 file", "Begin"]
    assert text(desk.weblate.clone, LAST) == ("Another draft.", True)
    assert not any(desk.weblate.locked.values())
    assert not list((desk.newsroom.folder / ".git").glob("weblate-night.json"))


def test_where_weblate_goes_away_meanwhile_it_is_said_what_is_locked(desk):
    def go_away():
        desk.weblate.answers += [error(503, "Bye")] * 2

    desk.weblate.before["pull"] = go_away
    night = desk.newsroom.night("true")
    assert night.code == 4
    (told,) = night.told
    assert told.startswith(
        f"desk/{FERRY} and 1 more may still be locked; “weblate-night --unlock” unlocks, or Weblate's "
    )
    assert told.endswith(f"Weblate at {desk.url} has a trouble of its own (HTTP 503): Bye")
    assert desk.newsroom.night("--unlock").code == 0
    assert not any(desk.weblate.locked.values())


def test_a_component_that_is_deleted_meanwhile_needs_no_unlocking(desk):
    desk.weblate.before["pull"] = (desk.weblate.clone / f"locales/{LIBRARY}.pot").unlink
    desk.weblate.pull = lambda: {"result": True}
    night = desk.newsroom.night("true")
    assert (night.code, night.told) == (0, [])


# --- what can go wrong --------------------------------------------------------------------------------------------


def html(code=200):
    return code, {"Content-Type": "text/html"}, b"<html>"


@pytest.mark.parametrize(
    ("answers", "code", "told"),
    [
        ([error(401, "Invalid token.")], 2,
         "Weblate does not know the key that ~/.config/weblate has for {url}; write a new one"),
        ([error(403, "No")], 2,
         "Weblate does not let the account of the key do this: /api/components/desk/2026-11-20-ferry/; give it "),
        ([error(404, "Not found.")], 2,
         "Weblate has no desk/2026-11-20-ferry that the account of the key may see; see “translation” in .weblate"),
        ([error(423, "Could not obtain the repository lock.")] * 2, 75,
         "Weblate's repository is in use; try again when it is not: Could not obtain the repository lock."),
        ([error(429, "Slower")] * 2, 2, "Weblate at {url} refuses (HTTP 429): Slower"),
        ([html(502)] * 2, 2, "Weblate at {url} has a trouble of its own (HTTP 502): it does not say why"),
        ([error(500, "Oops")], 2, "Weblate at {url} has a trouble of its own (HTTP 500): Oops"),
        ([html()], 2, "{url} does not answer as Weblate's API; see “url” in .weblate"),
        ([(200, {}, b"[]")], 2, "{url} does not answer as Weblate's API; see “url” in .weblate"),
        ([(301, {"Location": "http://127.0.0.1:9/api/"}, b"")], 2,
         "{url} sends on to http://127.0.0.1:9/api/; write the address that it is at into .weblate"),
    ],
    ids=lambda value: str(value[0][0]) if isinstance(value, list) else "",
)  # fmt: skip
def test_what_weblate_answers_instead_is_told_and_no_night_begins(desk, answers, code, told):
    desk.weblate.answers += answers
    night = desk.newsroom.night("sh", "-c", "echo ran")
    assert (night.code, night.out, len(night.told)) == (code, "", 1)
    assert night.told[0].startswith(told.format(url=desk.url))
    assert desk.weblate.asked == []


def test_a_weblate_that_is_away_or_busy_for_a_moment_is_waited_for(desk):
    desk.weblate.answers += [error(503, "Starting")]
    desk.weblate.before["push"] = lambda: desk.weblate.answers.append(error(423, "In use"))
    night = desk.newsroom.night("true")
    assert (night.code, night.told) == (0, [])


def test_a_weblate_that_is_down_is_told(desk):
    desk.newsroom.configure("http://127.0.0.1:9/api/")
    night = desk.newsroom.night("sh", "-c", "echo ran")
    assert (night.code, night.out) == (2, "")
    assert night.told == ["Weblate cannot be reached at http://127.0.0.1:9/api/: Connection refused"]


def test_a_lock_that_the_account_may_not_have_locks_nothing(desk):
    real = desk.weblate.reply

    def refusing(path, said):
        if said == {"lock": True} and LIBRARY in path:
            raise LookupError
        return real(path, said)

    desk.weblate.reply = refusing
    night = desk.newsroom.night("sh", "-c", "echo ran")
    assert (night.code, night.out) == (2, "")
    assert night.told == [f"Weblate at {desk.url} refuses (HTTP 400): Not a valid operation."]
    assert desk.weblate.asked == [f"lock {FERRY}", f"unlock {FERRY}"]


def test_a_weblate_that_may_not_push_is_told_and_no_night_begins(desk):
    desk.weblate.translate(FERRY, "et", FIRST, TRANSLATED[0])
    desk.refuse_pushes(of="Mari", why="No access for Weblate")
    night = desk.newsroom.night("sh", "-c", "echo ran")
    assert (night.code, night.out) == (2, "")
    assert night.told[0].startswith(
        f"Weblate could not push what its translators have done: Could not push Desk/{FERRY}: "
    )
    assert "No access for Weblate" in night.told[0]
    assert text(desk.weblate.clone, FIRST) == TRANSLATED
    assert not any(desk.weblate.locked.values())


def test_a_weblate_without_an_address_to_push_to_is_told(desk):
    desk.weblate.pushes = False
    night = desk.newsroom.night("sh", "-c", "echo ran")
    assert (night.code, night.out) == (2, "")
    assert night.told == [
        f"Weblate could not push what its translators have done: Push is turned off for Desk/{FERRY}."
    ]


def test_an_entry_that_was_changed_by_hand_and_in_weblate_is_told_and_no_night_begins(desk):
    desk.edit_elsewhere(PO, changes_the_first)
    desk.weblate.translate(FERRY, "et", FIRST, TRANSLATED[0])
    night = desk.newsroom.night("sh", "-c", "echo ran")
    assert (night.code, night.out) == (2, "")
    reason = f"Could not rebase local branch onto remote branch Desk/{FERRY}."
    assert night.told == [f"Weblate could not push what its translators have done: {reason}"]
    assert text(desk.weblate.clone, FIRST) == TRANSLATED
    assert not any(desk.weblate.locked.values())


def test_a_weblate_that_pushes_elsewhere_is_told_and_no_night_begins(desk):
    desk.weblate.translate(FERRY, "et", FIRST, TRANSLATED[0])
    desk.weblate.commit()
    desk.weblate.push = lambda: {"result": True}
    desk.weblate.status = lambda: {
        "needs_push": False, "weblate_commit": {"revision": git(desk.weblate.clone, "rev-parse", "HEAD").strip()}
    }  # fmt: skip
    night = desk.newsroom.night("sh", "-c", "echo ran")
    assert (night.code, night.out) == (2, "")
    (told,) = night.told
    assert told.startswith("what Weblate has pushed is not in the branch that is checked out here; ")


def test_a_weblate_that_has_not_pushed_all_is_told_whatever_it_says_itself(desk):
    desk.weblate.translate(FERRY, "et", FIRST, TRANSLATED[0])
    desk.weblate.push = lambda: {"result": True}
    night = desk.newsroom.night("sh", "-c", "echo ran")
    assert (night.code, night.out) == (2, "")
    assert night.told == ["Weblate has not pushed all that its translators have done; see its Repository maintenance"]


def test_a_weblate_that_cannot_take_in_what_the_night_wrote_is_told(desk):
    def fail():
        git(desk.weblate.clone, "fetch", "--quiet")
        desk.weblate.pull = lambda: {"result": False, "detail": "Could not rebase."}

    desk.weblate.before["pull"] = fail
    night = desk.newsroom.night(*WRITES)
    assert night.code == 4
    assert night.told == [
        "Weblate could not take in what the night wrote; see its Repository maintenance: Could not rebase."
    ]
    assert desk.log() == ["Drafts for 1 file", "Begin"]


def test_a_night_that_may_not_push_keeps_its_work_and_the_next_one_pushes_it(desk):
    desk.refuse_pushes(of="Newsroom", why="No access to https://newsroom:secret@git.example.org")
    night = desk.newsroom.night(*WRITES)
    assert night.code == 4
    (told,) = night.told
    assert told.startswith(
        "what the night wrote could not be pushed; it is committed here, and the next night pushes it: "
    )
    assert "No access to https://git.example.org" in told
    assert not any(desk.weblate.locked.values())

    desk.accept_pushes()
    desk.weblate.translate(LIBRARY, "et", "Library reopens", "Raamatukogu avab uksed")
    assert desk.newsroom.night("true").told == []
    assert sorted(desk.log()) == ["Begin", "Drafts for 1 file", "Translated using Weblate"]


def test_drafts_that_could_not_be_pushed_never_win_over_a_translator(desk):
    desk.refuse_pushes(of="Newsroom", why="No")
    assert desk.newsroom.night(*WRITES).code == 4
    desk.accept_pushes()
    desk.weblate.translate(FERRY, "et", LAST, TRANSLATED[0])

    night = desk.newsroom.night("sh", "-c", "echo ran")
    assert (night.code, night.out) == (2, "")
    (told,) = night.told
    assert told.startswith("what a night could not push, and what was pushed since, are about the same entries; ")
    assert told.endswith(f"“git reset --keep @{{upstream}}” lets the next night draft anew: {PO}")
    assert desk.newsroom.git("status", "--porcelain", "--untracked-files=no") == ""

    desk.newsroom.git("reset", "--quiet", "--keep", "@{upstream}")
    assert desk.newsroom.night("true").told == []
    assert desk.newsroom.text(LAST) == TRANSLATED


def test_a_change_here_that_is_in_the_way_of_what_was_pushed_is_told_and_stays(desk):
    path = desk.newsroom.folder / PO
    path.write_text(changes_the_first(path.read_text()))
    desk.weblate.translate(FERRY, "et", FIRST, TRANSLATED[0])
    night = desk.newsroom.night("sh", "-c", "echo ran")
    assert (night.code, night.out) == (2, "")
    assert night.told[0].startswith(
        "cannot take in what was pushed; commit or take back what was changed here: error: "
    )
    assert "Käsitsi." in path.read_text()


def test_a_hook_of_the_newsrooms_own_that_refuses_is_told(desk):
    hook = desk.newsroom.folder / ".git/hooks/pre-commit"
    hook.parent.mkdir()
    hook.write_text("#!/bin/sh\necho 'error: not tonight' >&2; exit 1\n")
    hook.chmod(0o755)
    night = desk.newsroom.night(*WRITES)
    assert (night.code, night.told) == (4, ["git commit failed: error: not tonight"])
    hook.unlink()
    assert desk.newsroom.night("true").told == []
    assert desk.log() == ["Drafts for 1 file", "Begin"]


def test_a_command_that_is_not_there_is_told(desk):
    night = desk.newsroom.night("/opt/nowhere/newsdesk")
    assert (night.code, night.told) == (2, ["cannot start /opt/nowhere/newsdesk: No such file or directory"])
    assert not any(desk.weblate.locked.values())


@pytest.mark.parametrize(
    ("commands", "told"),
    [
        (["rm -rf .git"], "{folder} is no clone of a git repository; see docs/weblate.md"),
        (["git checkout --quiet --detach"],
         "no branch is checked out; check out the one that Weblate pushes to: git switch main"),
        (["git branch --quiet --unset-upstream"],
         "the branch main follows none; git branch --set-upstream-to=origin/main"),
        (["git rev-parse HEAD >.git/MERGE_HEAD"],
         "somebody has begun to merge or rebase here; end it, or take it back: see git status"),
        (["chmod o+w ."], "others can write to {folder}, and so have git run anything as this account; "),
        (["chmod o+w .git"], "others can write to {folder}/.git, and so have git "),
        (["chmod o+w .git/config"], "others can write to {folder}/.git/config, and so have git "),
        (["mkdir -p .git/hooks", "touch .git/hooks/pre-commit", "chmod 757 .git/hooks/pre-commit"],
         "others can write to {folder}/.git/hooks/pre-commit, and so have git "),
        (["mv .git ../own.git", "echo gitdir: ../own.git >.git", "chmod o+w ../own.git/config"],
         "others can write to {home.parent}/own.git/config, and so have git "),
        (["mkdir .husky", "git config core.hooksPath .husky"],
         "whoever can push can write to {folder}/.husky, and so have git run anything as this account; keep outside "),
        (["touch husky", "git config include.path ../husky"],
         "whoever can push can write to {folder}/husky, and so have git run anything as this account; "),
        (["mkdir ../husky", "touch ../husky/pre-commit", "chmod o+w ../husky", "git config core.hooksPath ../husky"],
         "others can write to {home.parent}/husky, and so have git "),
        (["mkdir ../husky", "touch ../husky/a", "chmod o+w ../husky/a", "git config core.hooksPath ../husky"],
         "others can write to {home.parent}/husky/a, and so have git "),
        (["touch ../own", "chmod o+w ../own", "git config include.path ../../own"],
         "others can write to {home.parent}/own, and so have git "),
        (["mv .git ../own.git", "echo gitdir: ../none.git >.git"],
         "{folder} is no clone of a git repository; see docs/weblate.md"),
        (["git remote set-url origin https://mari:secret@127.0.0.1:9/desk.git"], "git fetch failed: fatal: "),
        (["rm newsdesk.toml"], "{folder} has no newsdesk.toml; start weblate-night in the project's folder"),
        (["echo [ >newsdesk.toml"], "newsdesk.toml cannot be read: "),
        (["rm .weblate"], "no Weblate is named; put “url” and “translation = project/component” under "),
        (["echo url >.weblate"], "the settings of Weblate cannot be read: "),
        (["sed -i 's|/api/|/|' .weblate"], "“http://"),
        (["sed -i 's|http://127.0.0.1:|http://weblate.lan:|' .weblate $HOME/.config/weblate"],
         "the key would go to http://weblate.lan:"),
        (["rm $HOME/.config/weblate"], "no key for {url}; put “{url} = KEY” under [keys] into ~/.config/weblate"),
        (["cat $HOME/.config/weblate >>.weblate", ": >$HOME/.config/weblate"], "no key for {url}; put “{url} = KEY”"),
        (["chmod g+r $HOME/.config/weblate"], "others may read {home}/.config/weblate, which holds the key; "),
        (["printf '[night]\\nif_locked = maybe\\n' >>.weblate"], "“maybe” is nothing to do if a component is locked; "),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)  # fmt: skip
def test_what_is_not_set_up_is_told_in_a_sentence(desk, commands, told):
    room = desk.newsroom
    for command in commands:
        subprocess.run(["sh", "-c", command], cwd=room.folder, env=room.environment, check=True)
    night = room.night("sh", "-c", "echo ran")
    assert (night.code, night.out, len(night.told)) == (2, "", 1)
    assert night.told[0].startswith(told.format(url=desk.url, folder=room.folder, home=room.home))
    assert "secret" not in night.err
    assert not any(desk.weblate.locked.values())


def test_a_folder_of_hooks_that_is_none_is_no_trouble(desk):
    desk.newsroom.git("config", "core.hooksPath", "/dev/null")
    assert desk.newsroom.night("true").told == []


@pytest.mark.parametrize("target", ["{home}", "../../home/none", "../.git"])
def test_a_link_that_was_pushed_and_leads_out_of_the_clone_stops_the_night(desk, target):
    other = desk.edit_elsewhere("notes.txt", lambda _: "new", push=False)
    (other / "articles" / "wire").symlink_to(target.format(home=desk.newsroom.home))
    git(other, "add", "articles")
    git(other, "-c", "user.name=P", "-c", "user.email=p@example.org", "commit", "--quiet", "--amend", "--no-edit")
    git(other, "push", "--quiet")
    night = desk.newsroom.night("sh", "-c", "echo ran")
    sentence = (
        "articles/wire is a link that was pushed and leads out of the clone, to what only this account may read; have "
        "it taken out of the repository"
    )
    assert (night.code, night.out, night.told) == (2, "", [sentence])
    assert not any(desk.weblate.locked.values())


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a clone to a group")
def test_a_clone_that_its_accounts_own_group_can_write_is_its_accounts_alone(desk):
    mine = grp.getgrgid(0)
    if (mine.gr_name, mine.gr_mem) != ("root", []):
        pytest.skip("root has no group of its own here")
    subprocess.run(["chmod", "-R", "g+w", desk.newsroom.folder], check=True)
    assert desk.newsroom.night("true").told == []
    os.chown(desk.newsroom.folder / ".git/config", -1, 61_001)
    assert desk.newsroom.night("true").told[0].startswith(f"others can write to {desk.newsroom.folder}/.git/config, ")


def test_in_a_worktree_the_night_runs_if_what_all_worktrees_share_is_its_accounts_alone(desk):
    desk.newsroom.git("switch", "--quiet", "-c", "by-day")
    desk.newsroom.git("worktree", "add", "--quiet", "../by-night", "main")
    tree = Newsroom(desk.newsroom.folder.parent / "by-night", desk.newsroom.home)
    subprocess.run(["chmod", "-R", "go-w", tree.folder], check=True)
    tree.configure(desk.url)
    assert (tree.night("true").code, tree.night("true").told) == (0, [])
    settings = desk.newsroom.folder / ".git/config"
    settings.chmod(0o646)
    night = tree.night("true")
    assert night.code == 2
    assert night.told[0].startswith(f"others can write to {settings}, and so have git run anything as this account; ")


def test_a_weblate_in_the_house_may_be_without_https_where_the_account_says_so(desk):
    keys = desk.newsroom.home / ".config/weblate"
    for file in (keys, desk.newsroom.folder / ".weblate"):
        file.write_text(file.read_text().replace("127.0.0.1:", "127.0.0.2:"))
    keys.write_text(
        f"{keys.read_text()}[insecure_http]\n{desk.url.replace('0.0.1', '0.0.2').removesuffix('/api/')} = true\n"
    )
    assert "Connection refused" in desk.newsroom.night("true").told[0]


@pytest.mark.parametrize("arguments", [(), ("--unlock", "true"), ("--locked", "true")])
def test_a_command_line_that_says_nothing_is_explained(desk, arguments):
    ran = subprocess.run(
        [SCRIPT, *arguments], capture_output=True, text=True, check=False, env=desk.newsroom.environment
    )
    assert ran.returncode == 2
    assert "usage: weblate-night COMMAND …, or weblate-night --unlock" in ran.stderr


# --- the key ------------------------------------------------------------------------------------------------------


def test_nobody_sees_the_key(desk):
    shows = "tr '\\0' ' ' </proc/$PPID/cmdline; cat /proc/$PPID/environ /proc/self/environ; ps -ef; git config --list"
    night = desk.newsroom.night("sh", "-c", shows)
    assert "weblate-night" in night.out
    assert KEY not in night.out + night.err
    assert KEY not in "".join(
        path.read_text(errors="replace") for path in (desk.newsroom.folder / ".git").glob("weblate-*")
    )


def test_the_key_goes_to_weblate_only_wherever_weblate_says_it_is(desk):
    assert desk.weblate.component(FERRY)["url"].startswith(OWN_NAME)
    assert desk.newsroom.night("true").code == 0
    desk.weblate.answers.append((302, {"Location": f"{OWN_NAME}/api/"}, b""))
    assert (
        desk.newsroom.night("true")
        .told[0]
        .endswith(f"sends on to {OWN_NAME}/api/; write the address that it is at into .weblate")
    )
