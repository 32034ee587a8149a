"""What one check says of a text and its translation, as the tests of the single checks want to see it."""

from translate.core.checks.findings import Unit
from translate.core.terms.glossary import Glossary
from translate.core.terms.matching import Matcher
from translate.languages.loading import load_pair


def unit(source, target, *terms, locale="et", source_locale="en", context=None):
    pair = load_pair(source_locale, locale)
    matcher = Matcher(Glossary(locale, terms, pair[1].compounding, pair[1].inflection))
    return Unit.of(source, target, *pair, matcher.find(source), bans=matcher.bans(source), context=context)


def said(check, source, target, *terms, **options):
    """Of each finding the rule and the words that it points to, None where it is about the whole text."""
    return [
        (f.rule, target[slice(*f.span)] if f.span else None) for f in check(unit(source, target, *terms, **options))
    ]


def sentences(check, source, target, *terms, **options):
    return [f.message for f in check(unit(source, target, *terms, **options))]
