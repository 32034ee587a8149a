"""Addresses of schedulers: which of them may be asked."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from translate.errors import EngineError

EXAMPLE = "tls://scheduler.example:8786"
LONGEST = 300
"""Characters of an address that are looked at; a host's name has 253 at most."""


class ClusterError(EngineError):
    """There is no cluster that could be asked: its address, what is installed here or what it runs is not fit."""


def checked(address: str) -> str:
    """An address of a scheduler, if it may be asked.

    Whoever reaches a scheduler without TLS runs whatever they like on every worker, and what a worker says is read as
    code would be. So beyond this machine nothing is asked without TLS.

    Args:
        address: As somebody typed it.

    Returns:
        It, as it was typed.

    Raises:
        ClusterError: It is none, or without TLS and not of this machine.
    """
    shown = address if len(address) <= LONGEST and address.isprintable() else ascii(address[:LONGEST])
    wrong = ClusterError(f"“{shown}” is not the address of a scheduler: write it as {EXAMPLE}")
    if len(address) > LONGEST or not (address.isascii() and address.isprintable()) or set(address) & set(" \\%"):
        raise wrong
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise wrong from None
    if parts.scheme not in {"tcp", "tls"} or not host or not port or address != f"{parts.scheme}://{parts.netloc}":
        raise wrong
    if "@" in parts.netloc or (":" in host) != parts.netloc.startswith("["):
        raise wrong
    if parts.scheme == "tcp" and not _is_here(host):
        raise ClusterError(
            f"“{shown}” is not asked without TLS: whoever reaches such a scheduler runs what they like on all of its "
            "workers; set up TLS as docs/machines.md tells, and write tls:// (tcp:// is for 127.0.0.1 alone)"
        )
    return address


def _is_here(host: str) -> bool:
    """Whether a host is this machine, whoever answers for names."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
