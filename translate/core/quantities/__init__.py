"""What a text counts and measures: how much, of what, and whether another text says the same.

`reading` finds the quantities of a text and `wording` those that it has in words; `pairing` pairs a translation's with
its source's, and `differences` tells what is left. What a language calls a million, a mile or May tells its `Notation`.
"""
