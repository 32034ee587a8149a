"""What a newsroom has decided for its project, and whoever keeps the machine for all projects on it."""

from translate.settings.finding import FILE_NAME, find, named
from translate.settings.machine import Machine, PassedOver
from translate.settings.project import (
    MAX_CHANGES,
    Apply,
    Applying,
    Exporting,
    Nightly,
    Reviewing,
    Settings,
    SubFolders,
    load,
)

__all__ = [
    "FILE_NAME",
    "MAX_CHANGES",
    "Apply",
    "Applying",
    "Exporting",
    "Machine",
    "Nightly",
    "PassedOver",
    "Reviewing",
    "Settings",
    "SubFolders",
    "find",
    "load",
    "named",
]
