"""Night → a short mail: what happened, what waits, and where to begin."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from translate.core.results.night import Night
from translate.core.results.review import Turn, Waiting
from translate.core.results.summary import ExitCode, add
from translate.core.text.showing import on_a_page
from translate.reports import news, tagging
from translate.reports.counting import count
from translate.reports.morning import words

WIDTH = 78
LINES = 40
_ANY = 100_000
_LOCALES = 5
_PROBLEMS = 2
_FLAGS = 3
_RISKIEST = 5
_NOTES = 1
_ITEMS = 8


def mail(night: Night) -> str:
    """The mail's text: at most 40 lines, without control characters; only a path may have more than 78 characters."""
    return _text(night, WIDTH)


def terminal_lines(night: Night) -> Iterator[str]:
    """The same for a terminal, which folds what it has no room for: nothing is cut off."""
    return iter(_text(night, _ANY).splitlines())


def _text(night: Night, width: int) -> str:
    told = (_head, _untrue, _new, _waiting, _problems, _flagged)
    if night.record.exit_code is ExitCode.STOPPED:  # Whatever seems untrue then may be what stopped it.
        told = (_head, _problems, _untrue, _new, _waiting, _flagged)
    parts = list(filter(None, ("\n".join(part(night, width)) for part in told)))
    room = LINES - sum(part.count("\n") + 2 for part in parts) if width == WIDTH else LINES
    parts += filter(None, ("\n".join(_riskiest(night, width, (room - 1) // 2)),))
    return "\n\n".join(parts) + "\n"


def _head(night: Night, width: int) -> Iterator[str]:
    yield from _lines(f"{night.project}: {words.headline(night)}", width, most=2 if words.title(night) else 1)
    yield from _lines(words.opening(night.record), width, most=2)


def _untrue(night: Night, width: int) -> Iterator[str]:
    """What is no longer true, in as many lines as a mail has for it."""
    told = [part for line in news.lines(night.news) for part in _folded(_flat(line), width)]
    if not told:
        return
    yield "No longer true:"
    shown = _ITEMS if width == WIDTH else len(told)
    yield from told[:shown]
    if len(told) > shown:
        yield "  and more; “newsdesk status” lists all"


def _new(night: Night, width: int) -> Iterator[str]:
    yield from _lines(words.fresh(night), width, most=2)
    remarks = words.remarks(night)
    for remark in remarks[:_NOTES]:
        yield from _lines(remark, width, most=1)
    yield from _more(len(remarks) - _NOTES, "note")


def _waiting(night: Night, width: int) -> Iterator[str]:
    figures = sorted(night.record.locales, key=lambda one: -one.counts.words_left)
    if not figures:
        return
    left = words.effort(night.record.words_left, night.words_per_hour)
    yield _fit(f"Waiting: {count(night.record.words_left, 'word')}, about {left} of work", width)
    for one in figures[:_LOCALES]:
        words_left = one.counts.words_left
        facts = (
            count(words_left, "word"),
            words.effort(words_left, night.words_per_hour),
            f"{one.counts.flagged:,} flagged",
            count(one.errors, "error"),
        )
        yield from _lines(f"{one.locale:<10} {', '.join(facts)}", width, most=1, indent="  ")
    yield from _more(len(figures) - _LOCALES, "language")
    if told := tagging.doubtful(add(one.counts for one in figures)):
        yield from _lines(told, width, most=2, indent="  ")


def _problems(night: Night, width: int) -> Iterator[str]:
    troubles = words.troubles(night)
    if not troubles:
        return
    yield f"Problems: {len(troubles):,}"
    for trouble in troubles[:_PROBLEMS]:
        yield from _lines(trouble.message, width, most=2, indent="  ")
    yield from _more(len(troubles) - _PROBLEMS, "problem")


def _flagged(night: Night, width: int) -> Iterator[str]:
    flagged = [entry for entry in night.review.waiting if entry.flags]
    total = sum(one.counts.flagged for one in night.record.locales)
    if not (flagged or total):
        return
    yield f"Flagged terms: in {count(max(total, len(flagged)), 'entry', 'entries')}"
    for entry in flagged[:_FLAGS]:
        yield _fit(f"  {entry.locale}: {entry.terms[0]}", width)


def _riskiest(night: Night, width: int, room: int) -> Iterator[str]:
    with_text = (entry for entry in night.review.waiting if entry.turn is not Turn.UNTRANSLATED)
    riskiest = sorted(with_text, key=lambda entry: -entry.risk.score)[: max(0, min(_RISKIEST, room))]
    if not riskiest:
        return
    yield "Where to begin: the highest risk (newsdesk status --worst 20 lists more)"
    for entry in riskiest:
        yield _place(entry)
        reasons = "; ".join(reason.text for reason in entry.risk.reasons) or "no reason known"
        yield _fit(
            f"    {words.level(entry.risk.score)} risk {words.share(entry.risk.score)}: {reasons}",
            min(width, 2 * WIDTH),
        )


def _place(entry: Waiting) -> str:
    """Where an entry is, to be copied."""
    return f"  {_flat(f'{entry.path}:{entry.line}')}"


def _more(number: int, noun: str) -> Iterator[str]:
    if number > 0:
        yield f"  and {count(number, noun)} more"


def _lines(text: str, width: int, *, most: int, indent: str = "") -> list[str]:
    """A text in a few lines; what does not fit is left out, and an ellipsis says so."""
    folded = wrap(on_a_page(text), width - len(indent) - 1) or ["–"]
    cut = [*folded[: most - 1], folded[most - 1] + "…"] if len(folded) > most else folded
    return [indent + line for line in cut]


def _folded(line: str, width: int) -> list[str]:
    """A line of what is no longer true, in two where it has to be; no path is broken that has room on a line."""
    if line.startswith(" "):
        return [_fit(f"  {line}", width)]
    folded = wrap(line, width - 1, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
    return [*folded[:1], folded[1] + "…"] if len(folded) > 2 else folded  # noqa: PLR2004  Lines.


def _fit(line: str, width: int) -> str:
    """A line that ends between two words, with an ellipsis, where there is more of it."""
    line = _flat(line)
    if len(line) <= width:
        return line
    whole, space, _ = line[: width - 1].rpartition(" ")
    return (f"{whole}{space}…") if whole.strip() else line[: width - 1] + "…"


def _flat(text: str) -> str:
    return on_a_page(text).replace("\n", " ").replace("\t", " ")
