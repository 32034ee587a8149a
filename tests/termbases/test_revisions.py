"""What a git repository has of the glossary files is read as it is kept there, by a real git."""

import os
import subprocess

import pytest

from tests.programs import needs
from translate.errors import GlossaryError
from translate.termbases import revisions
from translate.termbases.revisions import commit_of, files_at

pytestmark = needs("git")


class Repository:
    """A repository with a project in a folder of it."""

    def __init__(self, folder):
        self.folder = folder
        self.root = folder / "desk"
        self.root.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments):
        identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        command = ["git", "-C", self.folder, *identity, *arguments]
        return subprocess.run(command, check=True, capture_output=True).stdout

    def write(self, name, content):
        path = self.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        return path

    def commit(self):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=x")


@pytest.fixture
def repository(tmp_path):
    found = Repository(tmp_path / "news")
    found.write("glossaries/et.csv", b"source,target\nferry,praam\n")
    found.write("glossaries/readme.txt", b"no glossary")
    found.commit()
    return found


def test_the_files_of_a_revision_are_those_of_that_day(repository):
    (first := repository.write("glossaries/et.csv", b"")).unlink()
    repository.write("glossaries/õ; rm.csv", b"source,target\r\nship,laev\r\n")
    repository.commit()
    last, before = (commit_of(repository.root, name) for name in ("main", "HEAD~1"))
    assert files_at(repository.root, "glossaries", before, "x") == {"et.csv": b"source,target\nferry,praam\n"}
    assert files_at(repository.root, "glossaries", last, "x") == {"õ; rm.csv": b"source,target\r\nship,laev\r\n"}
    assert not first.exists()


@pytest.mark.parametrize("name", ["nobody", "", "--help", "-x", "HEAD:glossaries/et.csv", "a b", "..", "\udcff"])
def test_what_is_no_commit_is_none(repository, name):
    assert commit_of(repository.root, name) is None


def test_a_folder_that_was_not_there_yet_had_no_files(repository):
    assert files_at(repository.root, "terms", commit_of(repository.root, "HEAD"), "x") == {}


def test_what_lies_deeper_is_none_of_the_glossaries(repository):
    repository.write("glossaries/et.csv", b"source\n")
    (repository.root / "glossaries" / "old.csv").mkdir()
    repository.write("glossaries/old.csv/fi.csv", b"source\n")
    repository.commit()
    assert [*files_at(repository.root, "glossaries", commit_of(repository.root, "HEAD"), "x")] == ["et.csv"]


def test_a_link_is_told_and_not_followed(repository):
    (repository.root / "glossaries" / "fi.csv").symlink_to("/etc/passwd")
    repository.commit()
    found = files_at(repository.root, "glossaries", commit_of(repository.root, "HEAD"), "HEAD:glossaries")
    assert str(found["fi.csv"]) == "HEAD:glossaries/fi.csv: is a link there, which is not followed"


def test_a_file_that_is_too_large_is_told_and_not_read(repository):
    repository.write("glossaries/fi.csv", b"\n" * (revisions.GLOSSARY.largest + 1))
    repository.commit()
    found = files_at(repository.root, "glossaries", commit_of(repository.root, "HEAD"), "HEAD:glossaries")
    assert "has 50,000,001 bytes there, and a glossary at most 50,000,000" in str(found["fi.csv"])


def test_a_hook_of_another_repository_does_not_lead_astray(repository, tmp_path, monkeypatch):
    other = Repository(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    assert commit_of(repository.root, "HEAD")


def test_a_folder_in_no_repository_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GlossaryError, match="git cannot be asked for a revision: not a git repository"):
        commit_of(tmp_path, "HEAD")


def test_where_there_is_no_git_that_is_told(repository, monkeypatch):
    monkeypatch.setenv("PATH", str(repository.folder / "nothing"))
    with pytest.raises(GlossaryError, match="git is not there to be asked for a revision; install it, or name two"):
        commit_of(repository.root, "HEAD")


def test_a_git_that_takes_too_long_is_not_waited_for(repository, monkeypatch):
    slow = repository.write("bin/git", b"#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(revisions, "_PATIENCE", 0.2)
    with pytest.raises(GlossaryError, match=r"git has not answered in 0\.2 seconds"):
        commit_of(repository.root, "HEAD")


def test_no_program_that_the_repository_names_is_run(repository):
    """Pagers, filters and monitors of files stand in a repository's own settings."""
    ran = repository.folder / "ran"
    for key in ("core.fsmonitor", "core.pager", "filter.x.smudge", "filter.x.clean", "diff.x.textconv"):
        repository.git("config", key, f"touch {ran}; cat")
    repository.write(".gitattributes", b"*.csv filter=x diff=x\n")
    files_at(repository.root, "glossaries", commit_of(repository.root, "HEAD"), "x")
    assert not ran.exists()


def test_what_a_repository_lacks_is_not_fetched_by_a_program_that_it_names(repository):
    """A clone in part asks another machine for what it lacks, by whatever its settings call ssh."""
    ran = repository.folder / "ran"
    for key, value in {
        "core.repositoryformatversion": "1",
        "extensions.partialclone": "origin",
        "remote.origin.url": "ssh://desk@example.invalid/news",
        "remote.origin.promisor": "true",
        "remote.origin.partialclonefilter": "blob:none",
        "core.sshCommand": f"touch {ran}; false",
    }.items():
        repository.git("config", key, value)
    commit = commit_of(repository.root, "HEAD")
    name = repository.git("rev-parse", "HEAD:desk/glossaries/et.csv").decode().strip()
    (repository.folder / ".git" / "objects" / name[:2] / name[2:]).unlink()
    (fault,) = files_at(repository.root, "glossaries", commit, "HEAD:glossaries").values()
    assert str(fault) == "HEAD:glossaries/et.csv: is not kept in this clone; let git fetch all of it"
    assert not ran.exists()
