"""Approved translations, searchable: a cache in SQLite that can be made anew, and TMX to exchange them."""
