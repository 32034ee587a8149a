"""One article's turn: it is drafted into each locale that wants it, and written."""

from __future__ import annotations

from dataclasses import replace

from translate.core.text.tags import parted
from translate.errors import NewsdeskError
from translate.workflow.article import draft_article
from translate.workflow.settled import Finished
from translate.workflow.steps import InParts
from translate.workflow.taking import Taken
from translate.workflow.tally import Tally
from translate.workflow.templates import write_template
from translate.workflow.troubles import trouble_of


def draft_one(tally: Tally, taken: Taken, unit: InParts) -> None:
    """Draft one article into every locale that wants it; what fails in one is told, and the others go on."""
    ready, patience = tally.ready, tally.patience
    article = taken.read()
    shown = article.document.path
    tally.notes += (f"{shown}: {note}" for note in article.document.notes)
    settles = not ready.run.dry_run
    if not ready.run.dry_run:
        try:
            write_template(ready.run, article)
        except NewsdeskError as error:
            tally.troubles.append(trouble_of(error, shown))
            settles = False  # What failed is tried again by the next run, though no file changes until then.
    done: list[Finished] = []
    if any(parted(message.msgid).places for message in article.messages):
        unit.expect(2 * len(ready.desks))  # Drafts are made, and then their tags are placed.
    for desk in map(tally.relief.on_duty, ready.desks_for(shown)):
        if desk.locale in taken.left:
            tally.left.add(shown)
            continue
        given_up = patience.is_lost(desk.locale)
        try:
            engaged = desk.without_engine() if given_up else desk
            begun = taken.begun.get(desk.locale)
            drafted = draft_article(ready.run, article, engaged, tally.relief, unit.announce, begun=begun)
        except Exception as error:  # noqa: BLE001  As above: the article's other locales go on.
            tally.troubles.append(trouble_of(error, shown))
            continue
        finished, made = drafted.finished, drafted.made
        tally.add(finished)
        tally.notes += (f"{shown}: {note}" for note in made.notes())
        if made.failure is not None:
            tally.troubles += (trouble_of(made.failure, shown), *patience.failed(desk.locale))
        elif not given_up:
            patience.worked(desk.locale)
        done.append(replace(finished, settles=settles and made.failure is None and not given_up))
    tally.write(done)
