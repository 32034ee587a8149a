"""Sentence segmenters: which places in a text end a sentence, by language."""
