"""What ``newsdesk doctor`` says of the lists of titles."""

from __future__ import annotations

from collections.abc import Iterator

from translate.core.entries.template import key_of
from translate.core.results.checkup import Check
from translate.errors import NewsdeskError
from translate.reports.counting import count
from translate.settings import Settings
from translate.workflow.lists import Lists


def shows(settings: Settings) -> Iterator[Check]:
    """How many lists and titles there are, and what in their folder is none; nothing where there is no such folder."""
    every = Lists(settings)
    found = every.find()
    troubles: list[NewsdeskError] = []
    lists = list(every.each(troubles.append))
    for error in troubles:
        yield Check("shows", fine=False, message=str(error))
    for note in (*found.notes, *(f"{each.path}: {note}" for each in lists for note in each.notes)):
        yield Check("shows", fine=True, message=note)
    if lists or troubles or found.notes:
        titles = {key_of(segment) for each in lists for segment in each.segments}
        told = f"{count(len(titles), 'title')} in {count(len(lists), 'list')}"
        yield Check("shows", fine=not troubles, message=told)
