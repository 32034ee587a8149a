"""A PO file that somebody has moved into a sub-folder, or out of it, is known there by what it was before."""

import pytest

from tests.workflow.project import NOW, Project, told
from translate.core.entries.past import Past
from translate.errors import HistoryError
from translate.history.texts import History, Look
from translate.workflow.following import follow
from translate.workflow.noticing import noticing

ET = "locales/et/LC_MESSAGES"
FLAT, SHELVED, WRONG = f"{ET}/ferry.po", f"{ET}/070/ferry.po", f"{ET}/007/ferry.po"


def known(tmp_path, before, now, *, keep=True, is_shelved=False):
    """Where a PO file is known to lie that was looked at before, and lies elsewhere now; and what went wrong."""
    project = Project(tmp_path, locales=("et", "ru"))
    for name in (*now, *(["locales/070/ferry.pot"] if is_shelved else []), f"{ET}/130/train.po"):
        project.write(name, "")
    seen, _ = noticing(project.settings, now=NOW)
    with seen.history:
        seen.history.put(*(Look(name, "et", Past(), "a state") for name in before))
        seen.history.commit()
    seen, _ = noticing(project.settings, now=NOW, keep=keep)
    with seen.history:
        return follow(seen, ["et", "ru"]), seen.history.states([*seen.history.paths()])


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ([FLAT], [SHELVED], {SHELVED: ""}),
        ([SHELVED], [FLAT], {FLAT: ""}),
        ([SHELVED], [SHELVED, FLAT], {FLAT: ""}),
        ([FLAT], [SHELVED, FLAT], {FLAT: "a state"}),
        ([SHELVED], [SHELVED], {SHELVED: "a state"}),
        ([FLAT, SHELVED], [FLAT], {FLAT: "a state", SHELVED: "a state"}),
        ([FLAT], [], {FLAT: "a state"}),
        ([FLAT], [WRONG], {FLAT: "a state"}),
        ([WRONG], [SHELVED], {SHELVED: ""}),
    ],
)
@pytest.mark.parametrize("keep", [True, False])
def test_the_history_follows_to_the_file_that_counts(tmp_path, before, now, expected, keep):
    assert known(tmp_path, before, now, keep=keep) == ([], expected)


@pytest.mark.parametrize(("before", "is_shelved", "expected"), [(FLAT, True, SHELVED), (SHELVED, False, FLAT)])
def test_of_a_file_that_is_gone_it_is_known_where_it_will_be_again(tmp_path, before, is_shelved, expected):
    """Else the article would be drafted as if nobody had ever written anything."""
    assert known(tmp_path, [before], [], is_shelved=is_shelved) == ([], {expected: ""})


def test_what_a_dry_run_follows_is_forgotten(tmp_path):
    known(tmp_path, [FLAT], [SHELVED], keep=False)
    with History(tmp_path / "history/texts.sqlite", home=None) as history:
        assert history.states([*history.paths()]) == {FLAT: "a state"}


def test_a_history_that_cannot_be_written_is_told_and_the_run_goes_on(tmp_path, monkeypatch):
    def fail(*_, **__):
        raise HistoryError("cannot be written")

    monkeypatch.setattr(History, "move", fail)
    troubles, states = known(tmp_path, [FLAT], [SHELVED])
    assert (told(troubles), states) == (["cannot be written"], {FLAT: "a state"})
