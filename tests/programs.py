"""Programs of the operating system that some promises are checked with."""

import os
import shutil
from pathlib import Path

import pytest

REQUIRED = os.environ.get("NEWSDESK_REQUIRE_PROGRAMS") == "1"


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skip where a program, or a file of one, is missing, and say so; where all are required, let the test fail."""
    missing = [name for name in programs if shutil.which(name) is None and not Path(name).exists()]
    return pytest.mark.skipif(bool(missing) and not REQUIRED, reason=f"not installed: {', '.join(missing)}")
