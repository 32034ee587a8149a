"""Workers on many machines: those of a cluster of dask.distributed, which comes with the extra `cluster`.

To be there takes about a second, half of it for importing dask; a unit and its outcome come and go in 20 milliseconds.
"""

from __future__ import annotations

import asyncio
import importlib.util
import logging
import threading
import warnings
from collections.abc import Callable
from concurrent.futures import Future

from translate.workers.addresses import ClusterError, checked
from translate.workers.driving import Driver, Waits
from translate.workers.interface import GoneError, Workers
from translate.workers.versions import About

DEFAULT_WAITS = Waits()
ENDING = 30.0
"""Seconds that letting everybody go may take."""
LOUD = ("distributed", "tornado", "bokeh", "dask")
"""Loggers, and all below them, that would write to the terminal."""


class Cluster(Workers):
    """The workers that a scheduler of dask.distributed knows, now and later.

    A unit whose worker died or hangs, or that failed, is given to others, three times in all; a worker that hangs is
    ended once nobody waits for it. A scheduler that is restarted is waited for, and given all again that was under way.
    Workers that have other versions than the run itself are given nothing.

    Args:
        address: Of the scheduler, such as `tls://scheduler.example:8786`. For TLS, dask's own configuration holds:
            `distributed.comm.tls` in the account's `~/.config/dask`, or in the environment.
        work: What does a unit. A function of a module that workers have, too; an engine that it loads stays loaded.
        about: Tells the versions of all that makes drafts. A function of a module that workers have, too.
        waits: How long is waited for what.

    Raises:
        ClusterError: The address is none, TLS is not set up, dask is not here, or the scheduler's is another.
        GoneError: Nobody answers there, or no worker may be given anything.
    """

    def __init__(
        self, address: str, work: Callable[[bytes], bytes], about: About, *, waits: Waits = DEFAULT_WAITS
    ) -> None:
        checked(address)
        security = _security(address)
        self._driver = Driver(address, security, work, about, waits)
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(lambda *_: None)  # It would tell of connections that end as they are left.
        self._thread = threading.Thread(target=self._loop.run_forever, name="cluster", daemon=True)
        self._thread.start()
        self._is_closed = False
        try:
            asyncio.run_coroutine_threadsafe(self._driver.start(), self._loop).result()
        except BaseException:
            self.close()
            raise

    @property
    def places(self) -> int:
        """How many workers take units by now: at least one, or there is nobody, and each unit says so."""
        return max(1, self._driver.places)

    @property
    def troubles(self) -> tuple[str, ...]:
        """What went wrong so far, a sentence each: who died, hangs or does not match."""
        more = (f"{self._driver.untold} more troubles of the cluster",) if self._driver.untold else ()
        return (*self._driver.troubles, *more)

    def submit(self, key: str, unit: bytes) -> Future[bytes]:
        """Have a unit done by a worker; see `Workers.submit`."""
        if self._is_closed:
            gone: Future[bytes] = Future()
            gone.set_exception(GoneError("the cluster was let go"))
            return gone
        return asyncio.run_coroutine_threadsafe(self._driver.do(key, unit), self._loop)

    def close(self) -> None:
        """Leave the cluster; its workers go on for others."""
        if self._is_closed:
            return
        self._is_closed = True
        stopping = asyncio.run_coroutine_threadsafe(self._driver.stop(GoneError("the cluster was let go")), self._loop)
        try:
            stopping.result(ENDING)
        except TimeoutError:
            return  # The thread ends with the program.
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(ENDING)
        if not self._thread.is_alive():
            self._loop.close()


def _security(address: str) -> object:
    """How connections to a scheduler are secured, as dask's own configuration says."""
    if importlib.util.find_spec("distributed") is None:
        raise ClusterError("a cluster is asked by dask.distributed; install it with: pip install 'newsdesk[cluster]'")
    from distributed import Security

    _silence()
    try:
        security = Security(require_encryption=True) if address.startswith("tls:") else Security()
        arguments = security.get_connection_args("client")
    except (OSError, ValueError, TypeError) as error:
        raise ClusterError(f"dask's configuration of TLS cannot be used: {error}") from None
    if address.startswith("tls:") and arguments["ssl_context"] is None:
        raise ClusterError(
            f"for {address} dask has no certificates; name them in its configuration, as "
            "DASK_DISTRIBUTED__COMM__TLS__CA_FILE, …__CLIENT__CERT and …__CLIENT__KEY do (docs/machines.md)"
        )
    if address.startswith("tcp:") and arguments["require_encryption"]:
        raise ClusterError(f"dask's configuration wants encryption, and {address} has none; write tls://")
    return security


def _silence() -> None:
    """Keep what dask logs off the terminal: it tells of each connection that ends, and all that matters is told."""
    from distributed.versions import VersionMismatchWarning

    warnings.filterwarnings("ignore", category=VersionMismatchWarning)
    for name in [*logging.root.manager.loggerDict, *LOUD]:
        if name.partition(".")[0] in LOUD:
            logger = logging.getLogger(name)
            logger.handlers[:] = [logging.NullHandler()]
            logger.propagate = False
