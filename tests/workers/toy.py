"""Work of some bytes that workers can import: what a unit says is what happens to it."""

import os
import signal
import time
from pathlib import Path


def work(unit: bytes) -> bytes:
    """Give a unit back in capitals, after it has done what it says."""
    what, _, rest = unit[:500].decode(errors="replace").partition(" ")
    if what == "who":
        return str(os.getpid()).encode()
    if what == "number":
        return 7  # type: ignore[return-value]
    if what in DOES:
        DOES[what](rest)
    return unit.upper()


def fail(what: str) -> None:
    raise ValueError(f"nobody can do {what}")


def die(_: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def hang(_: str) -> None:
    time.sleep(3600)


def once(place: str) -> None:
    """Hang, if nobody else has done so there."""
    try:
        Path(place).touch(exist_ok=False)
    except FileExistsError:
        return
    hang(place)


def note(place: str) -> None:
    """Say that somebody was here."""
    with Path(place).open("a") as file:
        file.write("here\n")


def sleep(seconds: str) -> None:
    time.sleep(float(seconds))


DOES = {"fail": fail, "die": die, "hang": hang, "once": once, "note": note, "sleep": sleep}


def about() -> dict[str, str]:
    """What the toy has; an environment may say otherwise."""
    return {"toy": os.environ.get("TOY_VERSION", "1")}
