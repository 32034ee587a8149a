"""Patience: nothing here fails only because the machine is busy."""

import time
from collections.abc import Callable

from hypothesis import HealthCheck, settings

PATIENCE = 120.0
"""Seconds after which something that has not come true never will, however busy the machine is."""

SHARED_FIXTURE = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)
"""The health checks to leave out where all examples share what a fixture made; a busy machine's is one of them."""


def load_profile() -> None:
    """Let Hypothesis judge what a test finds, never how long it takes.

    By Hypothesis' own default, each run tries the same examples where continuous integration runs (``CI`` is set): what
    fails there is the change's doing. On a developer's machine each run looks further.
    """
    patient = settings(deadline=None, suppress_health_check=(HealthCheck.too_slow,), print_blob=True)
    settings.register_profile("newsdesk", patient)
    settings.register_profile("fast", patient, max_examples=20)  # For `make test-fast`.
    settings.load_profile("newsdesk")


def wait_until(true: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Wait for something to come true."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it never came true"
        time.sleep(0.005)
