"""Judge the entries of a PO file: how far each is, what speaks against it, and whether a person should look at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from translate.core.checks.findings import Level
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import flags
from translate.core.entries.stages import Stage, stage_of
from translate.core.entries.template import Key
from translate.core.results.checked import CheckedEntries, CheckedText
from translate.core.results.review import Mark, Side, Span, Waiting
from translate.core.results.risk import Evidence, Grounds, Risk, grounds
from translate.core.results.summary import article_of
from translate.core.text.tags import parted
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Judged:
    """A live entry, and what speaks against it."""

    entry: Entry
    texts: tuple[CheckedText, ...]
    stage: Stage
    grounds: Grounds

    @property
    def waits(self) -> bool:
        """Whether a person should look at it."""
        return self.stage not in {Stage.APPROVED, Stage.SETTLED} or any(text.wrong for text in self.texts)


def judge(checked: CheckedEntries) -> tuple[Judged, ...]:
    """Judge all live entries of a PO file, in their order."""
    texts: dict[Entry, list[CheckedText]] = {}
    for text in checked.texts:
        texts.setdefault(text.entry, []).append(text)
    return tuple(_judged(entry, tuple(texts.get(entry, ()))) for entry in checked.live)


def _judged(entry: Entry, texts: tuple[CheckedText, ...]) -> Judged:
    findings = [finding for text in texts for finding in text.findings]
    return Judged(entry, texts, stage_of(entry), grounds(Evidence.of(entry, findings)))


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry that waits, with all that is known of it but what is usual for its engine."""

    place: int
    """Among the live entries of its file."""
    waiting: Waiting
    """Its risk is not told yet."""
    grounds: Grounds


def waiting_in(judged: tuple[Judged, ...], lines: Mapping[Key, int], path: str, locale: str) -> Iterator[Placed]:
    """The entries of a PO file that wait, with their marks.

    Args:
        judged: What `judge` says of the file.
        lines: The line of each entry's msgid.
        path: The file, as the newsroom knows it.
        locale: Its locale.
    """
    for place, one in enumerate(judged):
        if one.waits:
            yield Placed(place, _waiting(one, lines[one.entry.key], path, locale), one.grounds)


def _waiting(judged: Judged, line: int, path: str, locale: str) -> Waiting:
    entry = judged.entry
    text = judged.texts[0] if judged.texts else None
    findings = sorted(
        (finding for text in judged.texts for finding in text.wrong), key=lambda found: found.level is not Level.ERROR
    )
    return Waiting(
        locale=locale,
        article=article_of(path),
        path=path,
        line=line,
        context=entry.msgctxt,
        stage=judged.stage,
        source=Side(entry.msgid, tuple(_source_spans(text)) if text else ()),
        target=Side(text.unit.texts[1], tuple(_target_spans(text))) if text else Side(""),
        risk=Risk(),
        flags=flags(entry),
        findings=tuple(dict.fromkeys(finding.message for finding in findings)),
    )


def _source_spans(text: CheckedText) -> Iterator[Span]:
    """The terms of the source, by whether they are rendered; a title that nobody has decided on may be translated."""
    outer = parted(text.unit.texts[0]).outer
    for rendering in text.unit.verification.renderings:
        mark = Mark.TERM if rendering.found or rendering.told_of or rendering.match.term.undecided else Mark.MISSING
        yield Span(*outer((rendering.match.start, rendering.match.end)), mark)


def _target_spans(text: CheckedText) -> Iterator[Span]:
    """Where checks found something, and the renderings of terms that do not overlap that, in order."""
    wrong = [found.span for found in text.wrong if found.span and found.span[0] < found.span[1]]
    outer = parted(text.unit.texts[1]).outer
    forms = [outer((r.found.start, r.found.end)) for r in text.unit.verification.renderings if r.found]
    spans: list[Span] = []
    for (start, end), mark in (*((span, Mark.FAULT) for span in wrong), *((span, Mark.TERM) for span in forms)):
        if all(end <= other.start or other.end <= start for other in spans):
            spans.append(Span(start, end, mark))
    return iter(sorted(spans, key=lambda span: span.start))
