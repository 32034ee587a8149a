"""An Apertium made of small scripts, with language pairs that work and pairs that are broken in all ways."""

import sys
from collections.abc import Mapping
from pathlib import Path

STAGES = {
    "adds-as": "say(re.sub(r'\\[[^]]*\\]|\\\\.|\\w+', lambda m: m[0] if m[0][0] in '[\\\\' else m[0] + 'as', piece))",
    "copies": "say(piece)",
    "is-mute": "pass",
    "says-nothing": "say(''.join(re.findall(r'\\[[^]]*\\]|\\W', piece)))",
    "falls": "sys.exit('no model here')",
    "falls-at-captains": "os.kill(os.getpid(), signal.SIGSEGV) if 'captain' in piece else say(piece)",
    "is-killed-at-captains": "os.kill(os.getpid(), signal.SIGKILL) if 'captain' in piece else say(piece)",
    "breaks-for-good": "os.path.exists(sys.argv[0] + '.met') and sys.exit(1); once() and sys.exit(1); say(piece)",
    "falls-once": "once() and os.kill(os.getpid(), signal.SIGSEGV); say(piece)",
    "is-killed-once": "once() and os.kill(os.getpid(), signal.SIGKILL); say(piece)",
    "hangs": "time.sleep(1000)",
    "hangs-at-captains": "time.sleep(1000) if 'captain' in piece else say(piece)",
    "hangs-with-a-child": "os.system('sleep 1000') if 'captain' in piece else say(piece)",
    "leaves-a-daemon": "'captain' in piece and os.fork() == 0 and (os.setsid(), time.sleep(1000)); say(piece)",
    "leaves": "sys.exit()",
    "ends-badly": "say(piece); atexit.register(os._exit, 1)",
    "complains": "os.write(2, b'  one\\n  two' * 50_000); say(piece)",
    "complains-and-falls": "os.write(2, b'\\n  oh   no ' + b'!' * 300_000); os._exit(4)",
    "forgets-the-end": "os.write(1, piece.encode() + b'\\xff')",
}
"""What each program does with a sentence."""

_SCRIPT = """#!{python} -SE
import atexit, os, re, signal, sys, time

signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # As with any program but Python's.

def say(text):
    sys.stdout.buffer.write(text.encode() + b"\\0")
    sys.stdout.buffer.flush()

def once():
    # Whether this is the first captain of all that the program has met.
    try:
        return "captain" in piece and os.close(os.open(sys.argv[0] + ".met", os.O_CREAT | os.O_EXCL)) is None
    except FileExistsError:
        return False

rest = b""
while chunk := os.read(0, 65536):
    *pieces, rest = (rest + chunk).split(b"\\0")
    for piece in map(bytes.decode, pieces):
        {does}
"""


def install(folder: Path, pairs: Mapping[str, str]) -> dict[str, str]:
    """Make an Apertium.

    Args:
        folder: Where to.
        pairs: The stages of each pair by its name, with bars between them: ``{"eng-lav": "copies | adds-as"}``.

    Returns:
        The options of the engine that works with it.
    """
    modes = folder / "share" / "apertium" / "modes"
    modes.mkdir(parents=True)
    programs = install_stages(folder / "bin")
    _executable(programs / "apertium", "#!/bin/sh\necho Apertium 9.9\n")
    _executable(programs / "apertium-wblank-mode", '#!/bin/sh\ncat "$2"\n')
    for name, stages in pairs.items():
        mode = " | ".join(f"'{programs / stage}'" for stage in stages.split(" | "))
        (modes / f"{name}.mode").write_text(mode)
    return {"program": str(programs / "apertium"), "data": str(modes.parent)}


def install_stages(folder: Path) -> Path:
    """Make the programs of all `STAGES` in a new folder, and name it again."""
    folder.mkdir()
    for name, does in STAGES.items():
        write_stage(folder / name, does)
    return folder


def write_stage(path: Path, does: str) -> None:
    """Make one program that does a thing with each sentence, its ``piece``."""
    _executable(path, _SCRIPT.format(python=sys.executable, does=does))


def _executable(path: Path, text: str) -> None:
    path.write_text(text)
    path.chmod(0o755)


def is_running(process: int) -> bool:
    """Whether a process is there and has not ended; one that nobody has waited for yet has."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
