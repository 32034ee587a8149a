"""gettext's own tools, as the judges of what we write."""

import subprocess


def run(program: str, *arguments: str, data: bytes) -> subprocess.CompletedProcess[bytes]:
    """Run a gettext tool on a file that it reads from its standard input."""
    return subprocess.run([program, *arguments], input=data, capture_output=True, check=False)


def msgcat(data: bytes, *, wrap: bool = True) -> bytes:
    """The file as msgcat writes it."""
    result = run("msgcat", "--force-po", *([] if wrap else ["--no-wrap"]), "-", data=data)
    assert result.returncode == 0, result.stderr.decode()
    return result.stdout
