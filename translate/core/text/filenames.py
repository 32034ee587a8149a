"""File names by which programs keep a second copy of a file: what two people saved at once, or an older version."""

from __future__ import annotations

import re
from collections.abc import Collection

from translate import patterns

_CONFLICT = r"\b[ck]onfli[ck]?t|конфликт"
"""The word in the names that Dropbox gives, in any of its languages."""
_DATE = r"\d{4}-\d{2}-\d{2}"

_SURE = patterns.compile(
    rf"""
    (?P<stem>.+?)
    (?: \.sync-conflict-\d{{8}}-\d{{6}}(-[A-Z0-9]+)?                        # Syncthing
      | _conflict-\d{{8}}-\d{{6}}                                           # ownCloud, older ones
      | [ ]\( [^()]* \bconflicted\ copy\b [^()]* (\(\d+\))? \)              # Nextcloud, Dropbox
      | [ ]\( [^()]* \bSFConflict\b [^()]* \)                               # Seafile
      | [ ]\( (?= [^()]* (?:{_CONFLICT}) ) [^()]* {_DATE} [^()]* (\(\d+\))? \)  # Dropbox, elsewhere
    )
    (?P<ending>\.[^.\s]+)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BACKUP = patterns.compile(
    r"""
    (?: \.?\#(?P<opened>.+?)\#?                                             # Emacs, while it is open
      | \.(?P<swapped>.+)\.sw[a-z]                                          # Vim, likewise
      | (?P<kept>.+?)(?: ~ | \.(?: orig | rej | bak | old | mine | theirs | r\d+ | sw[a-z] ) )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BESIDE = patterns.compile(
    r"""
    (?: copy[ ]of[ ](?P<first>.+)
      | (?P<stem>.+?)
        (?: [ ]-[ ](?: copy | kopie | copie | copia | koopia | копия ) ([ ]?\(\d+\))?   # Windows
          | [ ]copy ([ ]\d+)?                                                           # macOS
          | _(?: BACKUP | BASE | LOCAL | REMOTE )_\d+                                   # git mergetool
        )
        (?P<ending>\.[^.\s]+)?
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


_MARKED = patterns.compile(r"[ ~#]|conflict|_\d|\.(?:orig|rej|bak|old|mine|theirs|r\d+|sw[a-z])$", re.IGNORECASE)
"""What one of these names has in it; most names have nothing of it."""


_NUMBERED = patterns.compile(r"(?P<stem>.+?) \(\d+\)(?P<ending>\.[^.\s]+)?")
"""A browser, or a file manager; a newsroom may number its articles so."""


def copied(name: str, beside: Collection[str] = (), *, numbered: bool = False) -> str | None:
    """The file that another one is a copy of, as its name tells.

    Args:
        name: The name of a file.
        beside: What else there is in its folder: what a person, too, may call a file is known for a copy only beside
            its original.
        numbered: Whether a number in parentheses makes a copy, too.

    Returns:
        A name; None for a file that stands for itself.
    """
    if not _MARKED.search(name):
        return None
    if found := _BACKUP.fullmatch(name):
        return found["opened"] or found["swapped"] or found["kept"]
    if found := _SURE.fullmatch(name):
        return found["stem"] + (found["ending"] or "")
    original: str | None = None
    if numbered and (found := _NUMBERED.fullmatch(name)):
        original = found["stem"] + (found["ending"] or "")
    elif found := _BESIDE.fullmatch(name):
        original = found["first"] or found["stem"] + (found["ending"] or "")
    return original if original in beside else None
