"""What is no longer true, in words for people and as an object for machines; old and new stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from translate.core.results.news import Correction, Fate, News, Outdated, Taken, Why, Withdrawal
from translate.core.text.changes import around
from translate.reports.counting import count

_ROOM = 66
"""Characters of a text that are shown of a change, and what stands around it."""
_SHOWN = 3
"""Changes of one article that are shown."""
_WOULD = {Fate.STAYS: "would stay", Fate.ASIDE: "would be moved to exports/withdrawn", Fate.REMOVED: "would be removed"}
_FATES = {Fate.STAYS: "still lies there", Fate.ASIDE: "was moved to exports/withdrawn", Fate.REMOVED: "was removed"}

RETURNED = "is back; “newsdesk export” writes its translations"
RETURNED_TO_THE_EXPORTS = "was withdrawn, and is back"


def headline(news: News) -> str:
    """All of it in a sentence without a full stop; empty where there is nothing."""
    sure = [one for one in news.withdrawals if one.is_sure]
    gone = len(news.withdrawals) - len(sure)
    parts = [
        _hits(len(news.corrections)),
        _is_older(len(news.outdated)),
        f"{count(len(sure), 'article')} {'is' if len(sure) == 1 else 'are'} withdrawn" if sure else "",
        f"{count(gone, 'article')} {'is' if gone == 1 else 'are'} gone" if gone else "",
        f"{count(len(news.returns), 'withdrawn article')} {'is' if len(news.returns) == 1 else 'are'} back"
        if news.returns
        else "",
    ]
    return ", ".join(filter(None, parts))


def _hits(number: int) -> str:
    return f"{count(number, 'correction')} {'hits' if number == 1 else 'hit'} approved text" if number else ""


def _is_older(number: int) -> str:
    if not number:
        return ""
    return (
        f"{count(number, 'export')} {'is older than its article' if number == 1 else 'are older than their articles'}"
    )


def lines(news: News) -> Iterator[str]:
    """Each with its place, and below it, indented, what was and what is, once: exports, articles, then texts."""
    for old in news.outdated:
        yield from outdated_lines(old)
    for gone in news.withdrawals:
        yield from withdrawal_lines(gone)
    yield from (f"{path}: {RETURNED}" for path in news.returns)
    shown = {(one.was, one.now) for old in news.outdated for one in old.differences[:_SHOWN]}
    for one in news.corrections:
        yield from correction_lines(one, with_sides=(one.was, one.now) not in shown)
        shown.add((one.was, one.now))


def status_lines(news: News) -> Iterator[str]:
    """All of it for a person who asks, and a blank line below; nothing where there is nothing."""
    if news:
        told = headline(news)
        yield f"{told[:1].upper()}{told[1:]}:"
        yield from (f"  {line}" for line in lines(news))
        yield ""


def correction_lines(one: Correction, *, with_sides: bool = True) -> Iterator[str]:
    """An approved text whose source has been corrected, and what that was and is."""
    yield f"{one.path}:{one.line}: approved for an older source"
    if with_sides:
        yield from _sides(one.was, one.now)


def outdated_lines(one: Outdated) -> Iterator[str]:
    """An export that is older than its article."""
    yield f"{one.path}: {outdated_told(one)}"
    for difference in one.differences[:_SHOWN]:
        yield from _sides(difference.was, difference.now)
    if len(one.differences) > _SHOWN:
        yield f"  and {count(len(one.differences) - _SHOWN, 'other text')}"


def outdated_told(one: Outdated) -> str:
    """What is told of an export that is older than its article, beside its path."""
    told = f"of {one.since}, and older than its article"
    if not one.is_known:
        told = f"{told}; what that said then is not known, “newsdesk export” tells"
    elif not one.differences:
        told = f"{told}, whose texts stand in another order"
    if one.is_dropped:
        told = f"{told}; “{one.locale}” is not in newsdesk.toml any more, so remove it"
    return told if one.fate is Fate.STAYS else f"{told}; it {_became(one.path, one.fate)}"


def dry_run_lines(done: Iterable[Withdrawal]) -> Iterator[str]:
    """What would be withdrawn."""
    for one in done:
        yield f"{one.article}: would be withdrawn{_kept(one)}"
        yield from (f"  {left.path} {_WOULD[left.fate]}" for left in one.exports)
    yield "Nothing was written."


def withdrawal_lines(one: Withdrawal) -> Iterator[str]:
    """An article that is gone."""
    yield f"{one.article}: {withdrawal_told(one)}"
    yield from (f"  {line}" for line in export_lines(one))


def export_lines(one: Withdrawal) -> Iterator[str]:
    """What became of each translation of an article that is gone."""
    return (f"{left.path} {_became(left.path, left.fate)}" for left in one.exports)


def withdrawal_told(one: Withdrawal) -> str:
    """What is told of an article that is gone, beside its path."""
    if one.is_sure:
        return f"is withdrawn, gone since {one.since}{_kept(one)}"
    if one.may_be_renamed:
        todo = "“newsdesk articles mv” if an article of another name is the same, and “newsdesk articles retire” if not"
        return f"is gone since {one.since}; {todo}"
    return f"is gone since {one.since}; withdrawn when two nights have missed it, or now by “newsdesk articles retire”"


def _kept(one: Withdrawal) -> str:
    number = len(one.catalogs)
    return f"; its {count(number, 'PO file')} are kept" if number > 1 else "; its PO file is kept" if number else ""


def taken_told(one: Taken) -> str:
    """An export that was taken out though its article is there."""
    why = {
        Why.MARKED: "had marks on texts that nobody has approved",
        Why.RENAMED: "is its article's former name",
    }[one.why]
    return f"{one.path}: {why}, and {_became(one.path, one.fate)}"


def _became(path: str, fate: Fate) -> str:
    """What became of an export; with ``--output`` it lies elsewhere, and so does what was put aside."""
    if fate is Fate.ASIDE and not path.startswith("exports/"):
        return "was moved aside, into “withdrawn”"
    return _FATES[fate]


def _sides(was: str, now: str) -> Iterator[str]:
    old, new = around(was, now, _ROOM)
    if was:
        yield f"  {'was' if now else 'gone'}: {old}"
    if now:
        yield f"  {'now' if was else 'new'}: {new}"


def news_object(news: News) -> dict[str, Any]:
    """The same for machines; keys are only ever added to it."""
    return {
        "headline": headline(news),
        "corrections": [asdict(one) for one in news.corrections],
        "outdated": [outdated_object(one) for one in news.outdated],
        "withdrawn": [withdrawal_object(one) for one in news.withdrawals],
        "returns": list(news.returns),
    }


def outdated_object(one: Outdated) -> dict[str, Any]:
    """An export that is older than its article, for machines."""
    return {**asdict(one), "fate": one.fate.value}


def withdrawal_object(one: Withdrawal) -> dict[str, Any]:
    """An article that is gone, for machines."""
    return {**asdict(one), "exports": [{"path": left.path, "fate": left.fate.value} for left in one.exports]}
