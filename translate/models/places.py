"""Where Argos Translate keeps packages and downloads, and where its index is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from translate.errors import ModelError
from translate.files.making import sparing


def packages_folder() -> Path:
    """Return the folder that Argos Translate looks for packages in.

    Raises:
        ModelError: Argos Translate's own settings cannot be used.
    """
    return Path(_argos_settings().package_data_dir)


def downloads_folder() -> Path:
    """Return the folder that Argos Translate downloads to.

    Raises:
        ModelError: Argos Translate's own settings cannot be used.
    """
    return Path(_argos_settings().downloads_dir)


def index_address(option: str | None = None) -> str:
    """Return where the package index is: a URL or the path of a file.

    Args:
        option: What newsdesk.toml says, a folder or the file itself; else ``ARGOS_PACKAGE_INDEX`` holds, else what
            Argos Translate has built in.

    Raises:
        ModelError: Argos Translate's own settings cannot be used.
    """
    address = option or os.environ.get("ARGOS_PACKAGE_INDEX") or str(_argos_settings().package_index)
    if "://" not in address:
        path = Path(address).expanduser()
        return str(path / "index.json" if path.is_dir() else path)
    try:
        path_in_url = urlsplit(address).path
    except ValueError as error:
        raise ModelError(f"the address of the package index cannot be read ({error})", path=address) from error
    return address if path_in_url.endswith(".json") else f"{address.rstrip('/')}/index.json"


def _argos_settings() -> Any:
    try:
        with sparing():
            from argostranslate import settings  # Makes folders in the home directory.
    except Exception as error:  # it reads a file of the user's and makes folders: anything can come out
        raise ModelError(f"Argos Translate cannot read its settings or make its folders ({error})") from error
    return settings
