"""Packages that some promises of the authoring room are kept by."""

import importlib.util

import pytest

from tests.programs import REQUIRED


def needs_packages(*names: str) -> pytest.MarkDecorator:
    """Skip where a package is missing, with its name as the reason; where all are required, let the test fail."""
    missing = [name for name in names if importlib.util.find_spec(name) is None]
    return pytest.mark.skipif(bool(missing) and not REQUIRED, reason=f"not installed: {', '.join(missing)}")
