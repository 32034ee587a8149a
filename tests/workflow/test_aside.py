"""What is taken out of the exports goes aside or away, and nothing that somebody made of it is lost."""

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.patience import SHARED_FIXTURE
from tests.workflow.days import ASIDE, OUT, TRAIN_OUT, published
from translate.core.results.news import Fate, Policy
from translate.errors import DocumentError
from translate.files.exchange import mark
from translate.workflow.aside import take_out, taken_out
from translate.workflow.missing import Lying, Missing


def out(project, policy=Policy.MOVE, name=OUT, ours=b"Praam"):
    return take_out(project.settings, project.root / "exports", project.root / name, policy, mark(ours))


@pytest.mark.parametrize(
    ("policy", "fate", "left"),
    [(Policy.KEEP, Fate.STAYS, [OUT]), (Policy.MOVE, Fate.ASIDE, [ASIDE]), (Policy.REMOVE, Fate.REMOVED, [])],
)
def test_it_is_kept_moved_or_removed_as_the_newsroom_wants(project, policy, fate, left):
    project.write(OUT, "Praam")
    assert out(project, policy) is fate
    assert {name: data for name, data in project.files().items() if name.startswith("exports/")} == dict.fromkeys(
        left, b"Praam"
    )


def test_what_somebody_has_made_of_it_is_moved_and_never_removed(project):
    project.write(OUT, "Praam, by hand")
    assert out(project, Policy.REMOVE) is Fate.ASIDE
    assert project.read(ASIDE) == "Praam, by hand"


def test_what_is_not_there_stays_so(project):
    assert out(project) is Fate.STAYS
    assert not (project.root / "exports").exists()


def test_another_of_the_name_gets_a_number_and_the_same_once_more_none(project):
    for text in ("Praam", "Laev", "Praam", "Laev"):
        project.write(OUT, text)
        assert out(project) is Fate.ASIDE
    assert not (project.root / OUT).exists()
    assert (project.read(ASIDE), project.read(ASIDE.replace(".txt", "-2.txt"))) == ("Praam", "Laev")
    assert len(list((project.root / "exports/withdrawn").rglob("*.txt"))) == 2


NUMBERS = count()
TEXTS = st.lists(st.sampled_from([b"", b"Praam", b"Laev", b"\xff\n", b"P" * 300_000]), max_size=6)


@settings(max_examples=40, suppress_health_check=SHARED_FIXTURE)
@given(texts=TEXTS)
def test_every_text_that_ever_lay_there_is_there_once_and_to_the_byte(texts, project):
    name = f"exports/et/articles/{next(NUMBERS)}/ferry.txt"
    for text in texts:
        project.write(name, text)
        assert out(project, name=name) is Fate.ASIDE
    folder = (project.root / name.replace("exports/", "exports/withdrawn/")).parent
    found = sorted(folder.iterdir(), key=lambda path: (len(path.name), path.name)) if texts else []
    assert [path.read_bytes() for path in found] == list(dict.fromkeys(texts))
    names = ["ferry.txt", *(f"ferry-{number}.txt" for number in range(2, 9))]
    assert [path.name for path in found] == names[: len(found)]


@pytest.mark.parametrize("policy", [Policy.MOVE, Policy.REMOVE])
@pytest.mark.parametrize("link", ["exports/et", OUT])
def test_nothing_is_taken_out_through_a_link(project, link, policy):
    project.write("site/articles/ferry.txt", "mine")
    path = project.root / link
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(project.root / ("site" if link == "exports/et" else "site/articles/ferry.txt"))
    with pytest.raises(DocumentError, match="link"):
        out(project, policy)
    assert (project.read("site/articles/ferry.txt"), path.is_symlink()) == ("mine", True)


def test_nothing_is_put_aside_through_a_link(project):
    project.write(OUT, "Praam")
    project.write("site/note.txt", "mine")
    (project.root / "exports/withdrawn").symlink_to(project.root / "site")
    with pytest.raises(DocumentError, match="leads out of the folder of exports"):
        out(project)
    assert (project.read(OUT), len(list((project.root / "site").iterdir()))) == ("Praam", 1)


@pytest.mark.parametrize("place", ["nowhere", "site/ferry.txt", "site"])
def test_a_link_that_lies_aside_already_is_left_alone(project, place):
    project.write("site/ferry.txt", "Praam")
    project.write(OUT, "Praam")
    target = project.root / ASIDE
    target.parent.mkdir(parents=True)
    target.symlink_to(project.root / place)
    assert out(project) is Fate.ASIDE
    assert (target.is_symlink(), project.read(ASIDE.replace(".txt", "-2.txt"))) == (True, "Praam")


def test_of_a_withdrawn_article_each_translation_is_told_and_one_that_cannot_go_stops_no_other(tmp_path):
    days = published(tmp_path, locales=("et", "fi"))
    root, finnish = days.project.root, OUT.replace("/et/", "/fi/")
    (root / finnish).unlink()
    (root / finnish).symlink_to(root / TRAIN_OUT)
    gone = Missing("articles/ferry.txt", exports=dict.fromkeys((root / finnish, root / OUT), Lying(root / "exports")))
    with days.seen() as (seen, _):
        fates, errors = taken_out(seen, gone, root / "exports", Policy.MOVE)
        assert (fates, [error.path for error in errors]) == ({root / OUT: Fate.ASIDE}, [finnish])
        assert taken_out(seen, gone, root / "site", Policy.MOVE) == ({}, [])
        assert taken_out(seen, gone, root / "exports", Policy.MOVE, ["et"]) == ({root / OUT: Fate.STAYS}, [])
