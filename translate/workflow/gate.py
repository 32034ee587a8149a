"""Close the gate behind an export: what was written is remembered, and what is not true any more is not left unsaid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from translate.core.article import Document
from translate.core.results.exporting import ExportState, is_marked
from translate.core.results.news import Fate, Outdated, Policy, Taken, Why
from translate.documents.interface import DocumentFormat
from translate.errors import DocumentError, NewsdeskError
from translate.files.reading import read
from translate.history.exports import Export
from translate.values import dataclass
from translate.workflow.aside import take_out
from translate.workflow.folders import EXPORT, exports_home, refuse_elsewhere
from translate.workflow.noticing import Noticing
from translate.workflow.passed import Passed, remember
from translate.workflow.places import shown_path
from translate.workflow.published import (
    Published,
    file_of,
    folder_name,
    is_taken_in,
    lies,
    older,
    outdated_of,
    published,
    said,
)
from translate.workflow.withdrawing import Found


@dataclass(slots=True)
class Gate:
    """What an export leaves, and what it has to tell of that."""

    seen: Noticing
    folder: Path
    """The folder of exports."""
    outdated: list[Outdated] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    gone: Found = field(default_factory=Found)
    """The articles that are not there any more, or there again."""
    troubles: list[NewsdeskError] = field(default_factory=list)
    is_unkept: bool = False
    """Whether what was exported could not be remembered."""

    def close(self, passed: Sequence[Passed], *, publishes: bool) -> None:
        """See to all that an export was asked for.

        Args:
            passed: The articles, each in each locale.
            publishes: Whether it wrote for readers, and not only for somebody to look at.
        """
        known = {(o.locale, o.article): o for o in self.seen.history.exports.all(self._name)}
        for one in passed:
            try:
                if one.exported.state is ExportState.STOPPED:
                    self._see_to_what_stays(one, known.get((one.exported.locale, one.exported.article)))
            except NewsdeskError as error:
                self.troubles.append(error)
        if publishes:
            remember(self.seen, self._name, passed, known)
        self._see_to_former_names(list(known.values()), {one.document.path: one.document for one in passed})

    @property
    def _name(self) -> str:
        return folder_name(self.seen.settings, self.folder)

    def _see_to_what_stays(self, one: Passed, known: Export | None) -> None:
        """Of an article that was not written, an earlier export may be there.

        Raises:
            NewsdeskError: It cannot be taken out.
        """
        settings, document = self.seen.settings, one.document
        if known and file_of(document.path) != document.path:
            self.seen.history.exports.forget([known])  # Its file was written without it.
            return
        path = self.folder / one.exported.locale / document.path
        if not lies(path):
            return
        refuse_elsewhere(settings, self.folder, path)
        data = read(path, EXPORT, one.exported.path, home=exports_home(settings, self.folder))
        if data is None:
            return
        if _is_marked(one, data):
            ours = known.mark if known else ""
            fate = take_out(settings, self.folder, path, settings.export.withdrawn.taking_out, ours)
            self.taken.append(Taken(one.exported.path, Why.MARKED, fate))
            return
        article = settings.root / document.path
        told: Outdated | None = None
        if known is None or not known.said:
            told = older(settings, self.folder, one.exported.locale, article)
        elif known.said != said(document):
            told = outdated_of(settings, Published(known, self.folder, path, article), document)
        if told is not None:
            self.outdated.append(told)
            is_taken = known is not None and is_taken_in(self.seen, known, document)
            policy = settings.export.outdated if told.is_known and is_taken else Policy.KEEP
            fate = take_out(settings, self.folder, path, policy, known.mark if known else "")
            self.outdated[-1] = replace(told, fate=fate)

    def _see_to_former_names(self, known: Sequence[Export], documents: Mapping[str, Document]) -> None:
        """What lies under the former name of an article goes: a marked file, and what was exported anew."""
        settings = self.seen.settings
        taken: set[Path] = set()
        for each in published(self.seen, known):
            name = shown_path(settings, each.article) if each.article else each.export.article
            is_clean, policy = bool(each.export.said), settings.export.withdrawn
            if name == each.export.article:
                continue
            if is_clean and not lies(self.folder / each.export.locale / file_of(name)):
                document = documents.get(name)
                if document and said(document) != each.export.said:
                    self.outdated.append(outdated_of(settings, each, document))
                continue
            if each.path in taken:
                self.seen.history.exports.forget([each.export])
                continue
            try:
                wanted = policy if is_clean else policy.taking_out
                fate = take_out(settings, self.folder, each.path, wanted, each.export.mark)
            except NewsdeskError as error:
                self.troubles.append(error)
                continue
            if fate is not Fate.STAYS:
                self.taken.append(Taken(shown_path(settings, each.path), Why.RENAMED if is_clean else Why.MARKED, fate))
                self.seen.history.exports.forget([each.export])
                taken.add(each.path)


def _is_marked(one: Passed, data: bytes) -> bool:
    try:
        return isinstance(one.writer, DocumentFormat) and is_marked(one.writer.read(data, one.exported.path))
    except DocumentError:
        return False
