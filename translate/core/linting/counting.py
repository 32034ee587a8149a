"""Count how the rows of a glossary are used: in how many texts each is, and what became of it there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from translate.core.entries.catalog import Entry
from translate.core.entries.comments import of_kind
from translate.core.entries.stages import Stage, stage_of
from translate.core.entries.termlines import TermLine
from translate.core.terms.glossary import Term
from translate.core.terms.matching import Matcher, TermMatch
from translate.core.terms.verification import verify
from translate.core.terms.ways import How
from translate.core.text.tags import plain
from translate.values import dataclass

HELPED = frozenset({How.REDRAFTED, How.PASTED, How.REPAIRED, How.INSERTED})
"""The ways of a term that newsdesk had to put in the place of something else."""


@dataclass(slots=True)
class Use:
    """How a row is used."""

    texts: int = 0
    """Those that mention it."""
    drafts: int = 0
    """Its mentions in drafts."""
    helped: int = 0
    """Those of them that newsdesk had to put there."""
    flagged: int = 0
    """Those of them that a person must have a look at."""
    approved: int = 0
    """The approved texts that mention it."""
    otherwise: int = 0
    """Those of them in which no form of it stands."""

    def add(self, other: Use) -> None:
        """Count what somebody else has counted."""
        self.texts += other.texts
        self.drafts += other.drafts
        self.helped += other.helped
        self.flagged += other.flagged
        self.approved += other.approved
        self.otherwise += other.otherwise


@dataclass(slots=True)
class Used:
    """How the rows of a locale's glossary are used in its PO files."""

    files: int = 0
    texts: int = 0
    """Live entries."""
    with_terms: int = 0
    """Those of them that mention a row."""
    rows: dict[Term, Use] = field(default_factory=dict)
    """The rows that any text mentions."""

    def count(self, entries: Iterable[Entry], matcher: Matcher) -> None:
        """Count the entries of a PO file.

        Args:
            entries: All of them (`blanks.cleared`).
            matcher: Finds the glossary's terms.
        """
        live = [entry for entry in entries if not entry.obsolete]
        usage = matcher.usage(plain(entry.msgid) for entry in live)
        self.files += 1
        self.texts += len(live)
        for entry in live:
            matches = [match for match in matcher.find(plain(entry.msgid), usage) if not match.term.undecided]
            self.with_terms += bool(matches)
            for term in {match.term for match in matches}:
                self.rows.setdefault(term, Use()).texts += 1
            stage = stage_of(entry) if matches else None
            if stage is Stage.DRAFT:
                self._count_draft(entry, matches)
            elif stage is Stage.APPROVED:
                self._count_approved(entry, matches)

    def _count_draft(self, entry: Entry, matches: list[TermMatch]) -> None:
        """Count what the lines of a draft tell; of rows with the same source, the first that it mentions."""
        own = {match.term.source: match.term for match in reversed(matches)}
        for line in of_kind(entry, TermLine):
            if line.way and line.source in own:
                use = self.rows[own[line.source]]
                use.drafts += line.times
                use.flagged += line.times if line.flagged else 0
                use.helped += line.times if line.way.how in HELPED and not line.flagged else 0

    def _count_approved(self, entry: Entry, matches: list[TermMatch]) -> None:
        rendered: dict[Term, bool] = {}
        for rendering in verify(matches, plain(entry.msgstr or " ".join(entry.msgstr_plural))).renderings:
            term = rendering.match.term
            rendered[term] = rendered.get(term, False) or rendering.found is not None or rendering.told_of
        for term, is_there in rendered.items():
            self.rows[term].approved += 1
            self.rows[term].otherwise += not is_there
