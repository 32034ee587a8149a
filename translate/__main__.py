"""``python -m translate``, the same as ``newsdesk``."""

from translate.cli import main

main()
