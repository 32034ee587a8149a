"""Work of some bytes that workers can import: what a unit says is what happens to it."""

import os
import signal
import time
from pathlib import Path


def work(unit: bytes) -> bytes:
    """Give a unit back in capitals, after it has done what it says."""
    what, _, rest = unit[:500].decode(errors="replace").partition(" ")
    if what == "fail":
        raise ValueError(f"nobody can do {rest}")
    if what == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "hang":
        time.sleep(3600)
    if what == "once":  # Whoever has it first hangs; nobody else does.
        try:
            Path(rest).touch(exist_ok=False)
        except FileExistsError:
            pass
        else:
            time.sleep(3600)
    if what == "sleep":
        time.sleep(float(rest))
    if what == "who":
        return str(os.getpid()).encode()
    return unit.upper()


def about() -> dict[str, str]:
    """What the toy has; an environment may say otherwise."""
    return {"toy": os.environ.get("TOY_VERSION", "1")}
