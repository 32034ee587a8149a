"""The names of articles in a file of several, which stay the same as long as the articles are the same."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter

LONGEST = 60
"""Characters of what can be read of a name."""
_LONGEST_READ = 1_000
CHANNEL = "channel"
"""The name of what a file says of itself, as of a feed. No other has it: all others have a digit at least."""


class Names:
    """The names that were given in one file so far."""

    def __init__(self) -> None:
        self._count: Counter[str] = Counter()
        self.notes: list[str] = []
        """What a person should know about them."""

    def of(self, identity: str) -> str:
        """The name of what is known by an address, a number or a title.

        Args:
            identity: What stays the same as long as the article does.
        """
        mark = hashlib.blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()
        readable = _readable(identity)
        return self.single(f"{readable}-{mark}" if readable else f"item-{mark}")

    def single(self, name: str) -> str:
        """A name, with a number where it was given before."""
        self._count[name] += 1
        count = self._count[name]
        if count == 1:
            return name
        self.notes.append(f"has “{name}” {count} times; give each article an identifier of its own")
        return f"{name}-{count}"


def _readable(identity: str) -> str:
    """What people recognise of an address or a title: the last that it has of letters."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", identity[-_LONGEST_READ:]) if not unicodedata.combining(c))
    parts = [part for part in re.split(r"[/?#=]", plain) if re.search(r"[A-Za-z0-9]", part)]
    return re.sub(r"[^A-Za-z0-9]+", "-", parts[-1] if parts else "").strip("-")[-LONGEST:].strip("-")
