"""Inspection → lines for people, one JSON object for machines, annotations for GitHub."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from translate.core.checks.findings import Level
from translate.core.results.inspection import CheckedCatalog, Inspection, PlacedFinding, Sums
from translate.core.text.showing import on_a_page
from translate.reports.counting import count, unnamed
from translate.reports.jsonfile import trouble_object

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}


def text_lines(inspection: Inspection, *, notes: bool = False, closing: bool = True) -> Iterator[str]:
    """The errors and warnings, one a line behind its place as compilers write them, and what they come to.

    Args:
        inspection: What was found.
        notes: Whether to show the notes, too.
        closing: Whether to say what it comes to.
    """
    for catalog in inspection.catalogs:
        for placed in catalog.findings:
            found = placed.finding
            if notes or found.level is not Level.INFO:
                yield f"{catalog.path}:{placed.line}: {found.level}: {found.message} [{found.rule}, {placed.whose}]"
    if inspection.left_out.catalogs:
        yield unnamed(inspection.left_out.catalogs)
    if closing:
        yield _closing(inspection, notes=notes)


def _closing(inspection: Inspection, *, notes: bool) -> str:
    if not inspection.catalogs:
        return "No PO file was checked." if inspection.troubles else "There are no PO files here to check."
    sums = inspection.sums
    where = f"in {count(sums.checked, 'translated text')} of {count(sums.catalogs, 'PO file')}"
    return closing_line(inspection.levels, where, notes=notes)


def closing_line(levels: Counter[Level], where: str, *, notes: bool) -> str:
    """What all findings come to.

    Args:
        levels: How many of each level there are.
        where: In what.
        notes: Whether the notes have been shown, too.
    """
    counts = [count(levels[level], level.value) for level in (Level.ERROR, Level.WARNING) if levels[level]]
    more = f"; --verbose has {count(levels[Level.INFO], 'note')} more" if levels[Level.INFO] and not notes else ""
    return f"{' and '.join(counts) or 'Nothing to look at'} {where}{more}."


def github_lines(inspection: Inspection) -> Iterator[str]:
    """Workflow commands of GitHub Actions, which shows them beside the lines of the files; the notes are left out."""
    for trouble in inspection.troubles:
        place = {"file": trouble.path, "line": trouble.line, "title": "newsdesk check"}
        yield _command(Level.ERROR, place, trouble.message)
    for catalog in inspection.catalogs:
        for placed in catalog.findings:
            if placed.finding.level is not Level.INFO:
                title = f"{placed.finding.rule} ({placed.whose})"
                place = {"file": catalog.path, "line": placed.line, "title": title}
                yield _command(placed.finding.level, place, placed.finding.message)
    if inspection.left_out.catalogs:
        yield _command(Level.INFO, {"title": "newsdesk check"}, unnamed(inspection.left_out.catalogs))


def _command(level: Level, properties: dict[str, str | int | None], message: str) -> str:
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None)
    return f"::{_COMMANDS[level]} {told}::{_data(message)}"


def _data(text: str) -> str:
    return on_a_page(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def inspection_object(inspection: Inspection) -> dict[str, Any]:
    """The report of ``newsdesk check --json``; keys are only ever added to it."""
    levels = inspection.levels
    return {
        "exit_code": int(inspection.exit_code),
        "levels": {level.value: levels[level] for level in Level},
        "rules": dict(sorted(inspection.rules.items())),
        "catalogs": [
            {
                "locale": catalog.locale,
                "article": catalog.article,
                "path": catalog.path,
                "checked": catalog.checked,
                "untranslated": catalog.untranslated,
                "forms": asdict(catalog.forms),
                "findings": [_finding_object(catalog, placed) for placed in catalog.findings],
            }
            for catalog in inspection.catalogs
        ],
        **({"left_out": _sums_object(inspection.left_out)} if inspection.left_out.catalogs else {}),
        "glossaries": [asdict(glossary) for glossary in inspection.glossaries],
        "troubles": [trouble_object(trouble) for trouble in inspection.troubles],
    }


def _sums_object(sums: Sums) -> dict[str, Any]:
    levels = {level.value: sums.levels[level] for level in Level}
    return {
        "catalogs": sums.catalogs,
        "checked": sums.checked,
        "levels": levels,
        "rules": dict(sorted(sums.rules.items())),
    }


def _finding_object(catalog: CheckedCatalog, placed: PlacedFinding) -> dict[str, Any]:
    found = placed.finding
    return {
        "path": catalog.path,
        "line": placed.line,
        "rule": found.rule,
        "level": found.level.value,
        "message": found.message,
        "term": found.term or None,
        "span": list(found.span) if found.span else None,
        "msgctxt": placed.msgctxt,
        "msgid": placed.msgid,
        "form": placed.form,
        "owner": placed.owner.value,
        "fuzzy": placed.fuzzy,
    }
