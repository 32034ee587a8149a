"""Markdown articles: front matter, blocks, and the inline markup in them."""
