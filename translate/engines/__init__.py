"""Engines: sentences in, hypotheses out; one module or package each, with `interface` as their contract."""
