"""A small project to do a job in."""

import pytest

from tests.workflow.project import Project


@pytest.fixture
def project(tmp_path) -> Project:
    """An article, a glossary of one term, nothing drafted yet."""
    return Project(tmp_path)
