"""Close the gate behind an export: what was written is remembered, and what is not true any more is not left unsaid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from translate.core.results.exporting import ExportState, is_marked
from translate.core.results.news import Fate, Outdated, Policy, Taken, Why, Withdrawal
from translate.errors import DocumentError, NewsdeskError
from translate.files.reading import read
from translate.history.exports import Export
from translate.settings import Settings
from translate.workflow.aside import take_out
from translate.workflow.folders import EXPORT, EXPORTS
from translate.workflow.noticing import Noticing, noticing
from translate.workflow.passed import Passed, remember
from translate.workflow.places import shown_path
from translate.workflow.published import Published, folder_name, lies, older, outdated_of, published, said
from translate.workflow.withdrawing import Voice, withdraw


def closed(
    settings: Settings,
    folder: Path,
    passed: Sequence[Passed],
    *,
    now: datetime,
    locales: Sequence[str],
    publishes: bool,
    whole: tuple[Sequence[Path], Sequence[NewsdeskError]] | None,
) -> Gate:
    """Close the gate behind an export.

    Args:
        settings: The project.
        folder: The folder of exports.
        passed: The articles, each in each locale.
        now: The time.
        locales: Those that were asked for.
        publishes: Whether it wrote for readers, and not only for somebody to look at.
        whole: All articles that the project has, and what could not be read when they were looked for; None where only
            some were asked for.
    """
    is_own = folder == settings.root / EXPORTS
    seen, unusable = noticing(settings, now=now, listed=whole[0] if whole else None)
    gate = Gate(seen, folder)
    with seen.history:
        try:
            if unusable is None:
                gate.close(passed, publishes=publishes or is_own)
                if whole:
                    gone = withdraw(seen, *whole, voice=Voice.EXPORT, folder=folder, locales=locales)
                    gate.withdrawals, gate.troubles = gone.withdrawals, [*gate.troubles, *gone.troubles]
        except NewsdeskError as error:
            # A project that may only be read is exported all the same, elsewhere.
            gate.troubles += [error] if is_own else []
    return gate


@dataclass(slots=True)
class Gate:
    """What an export leaves, and what it has to tell of that."""

    seen: Noticing
    folder: Path
    """The folder of exports."""
    outdated: list[Outdated] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    withdrawals: tuple[Withdrawal, ...] = ()
    troubles: list[NewsdeskError] = field(default_factory=list)

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
        self._take_out_former_names(list(known.values()))

    @property
    def _name(self) -> str:
        return folder_name(self.seen.settings, self.folder)

    def _see_to_what_stays(self, one: Passed, known: Export | None) -> None:
        """Of an article that was not written, an earlier export may be there.

        Raises:
            NewsdeskError: It cannot be taken out.
        """
        settings, document = self.seen.settings, one.document
        path = self.folder / one.exported.locale / document.path
        data = read(path, EXPORT, one.exported.path)
        if data is None:
            return
        if _is_marked(one, data):
            fate = take_out(settings, self.folder, path, settings.export.withdrawn.taking_out)
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
            # What no run has taken in yet may come from a broken feed.
            is_taken_in = all(obstacle.path != document.path for obstacle in one.exported.obstacles)
            policy = settings.export.outdated if told.is_known and is_taken_in else Policy.KEEP
            self.outdated[-1] = replace(told, fate=take_out(settings, self.folder, path, policy))

    def _take_out_former_names(self, known: Sequence[Export]) -> None:
        """What lies under the former name of an article goes: a marked file, and what was exported anew."""
        settings = self.seen.settings
        for each in published(self.seen, known):
            name = shown_path(settings, each.article) if each.article else each.export.article
            is_clean, policy = bool(each.export.said), settings.export.withdrawn
            if name == each.export.article or (is_clean and not lies(self.folder / each.export.locale / name)):
                continue
            try:
                fate = take_out(settings, self.folder, each.path, policy if is_clean else policy.taking_out)
            except NewsdeskError as error:
                self.troubles.append(error)
                continue
            if fate is not Fate.STAYS:
                self.taken.append(Taken(shown_path(settings, each.path), Why.RENAMED if is_clean else Why.MARKED, fate))
                self.seen.history.exports.forget([each.export])


def _is_marked(one: Passed, data: bytes) -> bool:
    try:
        return is_marked(one.writer.read(data, one.exported.path))
    except DocumentError:
        return False
