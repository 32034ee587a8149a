"""Programs of the operating system that some promises are checked with."""

import os
import shutil

import pytest

REQUIRED = os.environ.get("NEWSDESK_REQUIRE_PROGRAMS") == "1"


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skip where a program is missing, with its name as the reason; where all are required, let the test fail."""
    missing = [name for name in programs if shutil.which(name) is None]
    return pytest.mark.skipif(bool(missing) and not REQUIRED, reason=f"not installed: {', '.join(missing)}")
