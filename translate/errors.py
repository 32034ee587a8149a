"""What can stop a run, or one file of it.

    NewsdeskError            one sentence for a person, with the file and the line where it is known
    ├── SettingsError        newsdesk.toml cannot be used
    ├── ProjectError         a project cannot be made here, or its folder not be written to
    ├── DocumentError        an article cannot be read or written back
    ├── GlossaryError        a glossary, or a row of it, cannot be used
    ├── FormsError           no dictionary can propose a term's forms
    ├── CatalogError         a PO file cannot be read or written
    ├── ReportError          a report on a run, its record or its figures cannot be written
    ├── ChangedError         a file was not written, because somebody changed it since it was read
    │   ├── ChangedCatalogError      … a PO file; a CatalogError, too
    │   └── ChangedGlossaryError     … a glossary; a GlossaryError, too
    ├── LanguageError        what is known of a language cannot be used
    ├── EngineError          an engine cannot draft
    ├── ModelError           a translation package cannot be fetched, installed or trusted
    │   └── UnreachableError         … since whoever has it cannot be reached
    ├── HistoryError         what people wrote, kept beside their files, cannot be read or written
    ├── MemoryFileError      the translation memory, or a TMX file, cannot be read or written
    ├── HistoryError         what people wrote, kept beside their files, cannot be read or written
    ├── TooManyChangesError        more would change than is plausible
    └── LockedError          another run is at work here: in this project, on its memory or on the packages

Anything else that escapes is our bug. Findings about language are data, not errors.
"""

from __future__ import annotations


class NewsdeskError(Exception):
    """A trouble that we foresaw, told in one sentence.

    Args:
        message: What is wrong and what to do, in one line without a full stop.
        path: The file it is about, as the user knows it.
        line: The line in that file, counted from 1.
    """

    def __init__(self, message: str, *, path: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line

    def __str__(self) -> str:
        where = self.path or ""
        if self.line is not None:
            where = f"{where} line {self.line}".strip()
        return f"{where}: {self.message}" if where else self.message


class SettingsError(NewsdeskError):
    """newsdesk.toml cannot be used."""


class ProjectError(NewsdeskError):
    """A project cannot be made here, or its folder cannot be written to."""


class DocumentError(NewsdeskError):
    """An article cannot be read or written back."""


class GlossaryError(NewsdeskError):
    """A glossary, or a row of it, cannot be used."""


class FormsError(NewsdeskError):
    """No dictionary can propose a term's forms."""


class CatalogError(NewsdeskError):
    """A PO file cannot be read or written."""


class ReportError(NewsdeskError):
    """A report on a run, its record or its figures cannot be written."""


class ChangedError(NewsdeskError):
    """A file was changed by somebody else since it was read."""


class ChangedCatalogError(ChangedError, CatalogError):
    """A PO file was changed by somebody else since it was read."""


class ChangedGlossaryError(ChangedError, GlossaryError):
    """A glossary was changed by somebody else since it was read."""


class LanguageError(NewsdeskError):
    """What is known of a language cannot be used."""


class EngineError(NewsdeskError):
    """An engine cannot draft."""


class ModelError(NewsdeskError):
    """A translation package cannot be fetched, installed or trusted."""


class UnreachableError(ModelError):
    """Whoever has the translation packages, or their index, cannot be reached."""


class MemoryFileError(NewsdeskError):
    """The translation memory, or a TMX file, cannot be read or written."""


class HistoryError(NewsdeskError):
    """What people wrote, kept beside their files, cannot be read or written."""


class TooManyChangesError(NewsdeskError):
    """More would change than is plausible."""


class LockedError(NewsdeskError):
    """Another run is at work here: in this project, on its memory or on the packages."""
