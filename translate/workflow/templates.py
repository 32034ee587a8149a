"""Write the POT file of an article."""

from __future__ import annotations

from translate.catalogs.loading import PO_FILE, load
from translate.catalogs.writing import render
from translate.core.entries.catalog import Catalog
from translate.files import saving
from translate.workflow.heading import new_header
from translate.workflow.places import shown_path, template_path
from translate.workflow.work import Article, Run


def write_template(run: Run, article: Article) -> None:
    """Write an article's POT file, if its messages changed.

    Raises:
        CatalogError: It cannot be read or written.
    """
    path = template_path(run.settings, article.document.slug)
    shown = shown_path(run.settings, path)
    old = load(path, shown, home=run.settings.root)
    if old is None or old.catalog.entries != article.messages:
        catalog = Catalog(new_header(run.settings, None, run.now), article.messages)
        data = render(catalog, old, wrap=run.settings.wrap)
        expected = old.data if old else None
        saving.save(path, data, kind=PO_FILE, expected=expected, shown=shown, home=run.settings.root)
