"""The engine `apertium`: rule-based translation by the programs and language pairs of the Apertium project."""

from translate.engines.apertium.engine import ApertiumEngine

__all__ = ["ApertiumEngine"]
