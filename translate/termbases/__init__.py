"""Glossary files ⇄ Glossary; one module a file format."""
