"""What went wrong → the line that a run's report has of it."""

from __future__ import annotations

import traceback

from translate.core.results.summary import Trouble
from translate.errors import NewsdeskError


def trouble_of(error: Exception, what: str) -> Trouble:
    """Tell of an error that stops one thing and not the run.

    Args:
        error: A trouble that we foresaw tells of itself; anything else is a bug of ours, and told with its traceback.
        what: What could not be done for it: a file as the newsroom knows it, as a rule.
    """
    if isinstance(error, NewsdeskError):
        return Trouble(str(error), error.path, error.line)
    told = f"{what}: newsdesk failed on it ({type(error).__name__}); this is a bug in newsdesk, please report it"
    return Trouble(told, what, traceback="".join(traceback.format_exception(error)))
