"""What the files of one kind are called, and when one of them is whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from translate.errors import ChangedError, NewsdeskError
from translate.files.bounds import OutsideError, explained, see
from translate.values import dataclass


def nobody_can_tell(_data: bytes) -> bool:
    """For texts that do not show where they end, and for files that we write anew whatever somebody makes of them."""
    return False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that newsdesk saves."""

    noun: str
    """With its article: ``a PO file``."""
    ending: str
    """Of a name that has to be made up, with the dot; empty where there are several."""
    largest: int
    """Bytes at most: nothing larger is read into memory."""
    error: type[NewsdeskError]
    """What is raised where one cannot be read or written."""
    changed: type[ChangedError] = ChangedError
    """What is raised where somebody else changed one meanwhile."""
    is_whole: Callable[[bytes], bool] = nobody_can_tell
    """Whether bytes are a whole file of this kind, and not one that broke off: such a file that a person saved is put
    back in its place, where a run was killed at that moment; any other is kept beside it."""

    def see(self, home: Path, path: Path, shown: str, *, whose: str = "the project", follow: bool = True) -> None:
        """See that one does not lead out of a home; see `bounds.see`.

        Args:
            home: The home, resolved.
            path: Where the file is.
            shown: The file as the user knows it.
            whose: What its home is to the user.
            follow: Whether what has its name is followed, too.

        Raises:
            NewsdeskError: The kind's own: it does.
        """
        try:
            see(home, path, follow=follow)
        except OutsideError as error:
            message, link = explained(error, "", shown, self.noun, whose=whose)
            raise self.error(message, path=link) from error

    def fault(self, deed: str, error: OSError, shown: str) -> NewsdeskError:
        """What is raised where something cannot be done with one.

        Args:
            deed: What could not be done: ``cannot be read``.
            error: Why.
            shown: The file as the user knows it.
        """
        message, path = explained(error, deed, shown, self.noun)
        return self.error(message, path=path)
