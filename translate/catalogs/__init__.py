"""PO files ⇄ Catalog; the only room that knows polib."""
