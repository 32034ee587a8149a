"""Argos Translate's packages: found in the index, fetched, checked, installed, verified, removed."""
