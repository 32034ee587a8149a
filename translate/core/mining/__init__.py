"""Find what may be missing in a glossary: names, titles and acronyms that articles have and no row names."""
