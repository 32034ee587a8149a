"""What a worker's software is, and in what it differs from the run's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from translate.errors import NewsdeskError

About = Callable[[], Mapping[str, str]]
"""Tells the versions of what makes drafts, of whoever calls it."""
NONE = "none"
SHOWN = 3
"""So many differences of one worker are named."""


def told(about: About) -> dict[str, str]:
    """The versions of what makes drafts here, and of what carries units to and fro; a worker is asked this, too."""
    from distributed.versions import get_package_info, required_packages

    carriers = get_package_info(required_packages)
    return {**packages(carriers), **about()}


def packages(carriers: Mapping[str, str | None]) -> dict[str, str]:
    """Versions as dask tells them; Python's without its last number, in which nothing differs that is sent."""
    named = {name: each or NONE for name, each in carriers.items()}
    return {"Python": ".".join(named.pop("python", NONE).split(".")[:2]), **named}


def differences(own: Mapping[str, str], theirs: object) -> str:
    """In what a worker, or a scheduler, is not as the run itself.

    Args:
        own: What the run's own software is.
        theirs: What was told of the other; or what came of asking.

    Returns:
        Half a sentence, such as “newsdesk 0.9 there and 1.0 here”; nothing where they are the same.
    """
    if isinstance(theirs, ImportError):
        return f"its newsdesk is missing, or another ({theirs})"
    if isinstance(theirs, NewsdeskError):
        return f"it cannot tell what it has ({theirs})"
    if not isinstance(theirs, Mapping):
        return f"it cannot tell what it has ({type(theirs).__name__}: {theirs})"
    differing = [
        f"{name} {theirs.get(name, NONE)} there and {own.get(name, NONE)} here"
        for name in sorted(own.keys() | theirs.keys())
        if own.get(name) != theirs.get(name)
    ]
    more = len(differing) - SHOWN
    return "; ".join(differing[:SHOWN]) + (f"; and {more} more" if more > 0 else "")
