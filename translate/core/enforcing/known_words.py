"""Well-known words that stand in for a term, so that a model which does not know the term shows how it inflects.

A model that does not know a term often knows how the sentence around it goes. With a common word in the term's place it
writes the sentence, and the case and number of that word are what the term needs.
"""

from __future__ import annotations

from dataclasses import replace

from translate.core.terms.glossary import Form, Term

_ET_CASES = ("nom", "gen", "part", "ill", "in", "el", "all", "ad", "abl", "tr", "ter", "es", "ab", "kom")
_ET_ENDINGS = ("sse", "s", "st", "le", "l", "lt", "ks", "ni", "na", "ta", "ga")
"""What the cases from the illative on add to the genitive."""
_RU_CASES = ("nom", "gen", "dat", "acc", "ins", "prp")


def carriers(locale: str) -> tuple[Term, ...]:
    """The words of a locale that may take a term's place in a source; none where nobody has written any.

    Nouns that the sample models render in one way, and that are no verbs as well: those come back as something else.
    """
    return _CARRIERS.get(_language(locale), ())


def voters(locale: str) -> tuple[Term, ...]:
    """The words whose own forms, in the same place, tell which case a sentence wants."""
    return _VOTERS.get(_language(locale), ())


def _language(locale: str) -> str:
    return locale.partition("_")[0]


def _noun(source: str, plural: str, labels: tuple[str, ...], words: tuple[str, ...]) -> Term:
    forms = tuple(Form(word, label) for word, label in zip(words, labels, strict=True))
    return Term(source, words[0], variants=(plural,), forms=forms)


def _estonian(source: str, plural: str, words: str, short: str = "") -> Term:
    """A noun from its nominative, genitive and partitive, then the same of the plural, and the short illative."""
    nom, gen, part, pl_nom, pl_gen, pl_part = words.split()
    singular = (nom, gen, part, *(gen + ending for ending in _ET_ENDINGS))
    plurals = (pl_nom, pl_gen, pl_part, *(pl_gen + ending for ending in _ET_ENDINGS))
    noun = _noun(source, plural, (*_ET_CASES, *(f"pl {case}" for case in _ET_CASES)), (*singular, *plurals))
    return replace(noun, forms=(*noun.forms, Form(short, "ill"))) if short else noun


def _russian(source: str, plural: str, words: str) -> Term:
    """A noun from its six cases, then the same of the plural."""
    return _noun(source, plural, (*_RU_CASES, *(f"pl {case}" for case in _RU_CASES)), tuple(words.split()))


_CELL = _estonian("cell", "cells", "lahter lahtri lahtrit lahtrid lahtrite lahtreid")
_FORMULA = _estonian("formula", "formulas", "valem valemi valemit valemid valemite valemeid")
_TABLE = _estonian("table", "tables", "tabel tabeli tabelit tabelid tabelite tabeleid")
_CURSOR = _estonian("cursor", "cursors", "kursor kursori kursorit kursorid kursorite kursoreid")
_PARAMETER = _estonian(
    "parameter", "parameters", "parameeter parameetri parameetrit parameetrid parameetrite parameetreid"
)
_DOCUMENT = _estonian("document", "documents", "dokument dokumendi dokumenti dokumendid dokumentide dokumente")
_OBJECT = _estonian("object", "objects", "objekt objekti objekti objektid objektide objekte", "objekti")
_FILE = _estonian("file", "files", "fail faili faili failid failide faile", "faili")

_RU_TABLE = _russian(
    "table",
    "tables",
    "таблица таблицы таблице таблицу таблицей таблице таблицы таблиц таблицам таблицы таблицами таблицах",
)
_RU_DOCUMENT = _russian(
    "document",
    "documents",
    "документ документа документу документ документом документе "
    "документы документов документам документы документами документах",
)

_CARRIERS = {
    "et": (_CELL, _FORMULA, _TABLE, _CURSOR, _PARAMETER, _DOCUMENT),
    "ru": (_RU_TABLE, _RU_DOCUMENT),
}
_VOTERS = {"et": (_TABLE, _OBJECT, _CELL, _FILE), "ru": (_RU_TABLE, _RU_DOCUMENT)}
