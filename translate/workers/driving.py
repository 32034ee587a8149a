"""Has units done by the workers that a scheduler of dask.distributed knows, whatever becomes of either."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import uuid
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

from translate.errors import NewsdeskError
from translate.values import dataclass
from translate.workers.addresses import ClusterError
from translate.workers.hands import Hand, Job, Queue
from translate.workers.interface import GoneError, UnitError
from translate.workers.versions import About, differences, packages, told

TRIES = 3
"""So many workers may die over a unit, hang at it or fail it."""
FAR = 4
"""A unit that takes so many times as long as the slowest of all others of its size hangs."""
TOLD = 50
"""So many troubles are told; the rest is counted."""
MANY = 100
"""Where there are more workers, the scheduler is asked about them less often."""
STARTING = 0.1
"""Seconds from one look to the next as long as nobody is there."""
CONNECTING = 10.0
"""Seconds after which nobody answers."""


@dataclass(frozen=True, slots=True)
class Waits:
    """How long a cluster is waited for; all in seconds."""

    start: float = 30.0
    """For the scheduler to answer and for a first worker, when the run starts."""
    absence: float = 300.0
    """For the scheduler, or a worker, to come back."""
    silence: float = 60.0
    """For a worker of which the scheduler hears nothing; they speak up every few seconds."""
    first: float = 1800.0
    """For a unit, as long as none is done from which could be seen how long one takes."""
    least: float = 300.0
    """For any unit, however fast others were done."""
    look: float = 1.0
    """From one look at the cluster to the next."""


class _LostError(Exception):
    """A worker is gone, with what it worked on.

    Args:
        is_alone: Only it is gone; not the scheduler, with all that it knew.
    """

    def __init__(self, *, is_alone: bool) -> None:
        super().__init__()
        self.is_alone = is_alone


class Driver:
    """The run's end of a cluster, all of it in one event loop.

    Each worker has one unit at a time, given to it by name: so it is known who has what, since when, and who was lost
    over it. The scheduler is asked for no more than to know its workers and to carry units and outcomes.

    Args:
        address: Of the scheduler.
        security: Of dask.distributed, for this address.
        work: What does a unit; a function that workers can import.
        about: What tells a worker's versions; a function that workers can import.
        waits: How long is waited for what.
    """

    def __init__(
        self, address: str, security: object, work: Callable[[bytes], bytes], about: About, waits: Waits
    ) -> None:
        self.hands: dict[str, Hand] = {}
        self.troubles: list[str] = []
        self.untold = 0
        self._address = address
        self._security = security
        self._work = work
        self._about = about
        self._waits = waits
        self._own = told(about)
        self._client: Any = None
        self._queue = Queue()
        self._jobs: dict[str, Job] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._names = map("newsdesk-{}-{}".format, itertools.repeat(uuid.uuid4().hex), itertools.count())
        self._longest = self._largest = 0.0
        self._unlike: set[str] = set()
        self._over: GoneError | None = None

    @property
    def places(self) -> int:
        """How many workers do units, or would."""
        return sum(hand.is_usable for hand in tuple(self.hands.values()))

    def tell(self, trouble: str) -> None:
        """Keep a sentence for the report."""
        if len(self.troubles) < TOLD:
            self.troubles.append(trouble)
        else:
            self.untold += 1

    # --- the cluster: who is there ---------------------------------------------------------------------------------

    async def start(self) -> None:
        """Wait until there is a worker that can be given units.

        Raises:
            ClusterError: The scheduler cannot be asked at all.
            GoneError: No scheduler answers, or nobody works for it that may.
        """
        ready = asyncio.get_running_loop().create_future()
        self._spawn(self._attend(ready))
        await ready

    async def stop(self, why: NewsdeskError) -> None:
        """Let everybody go, and tell whoever still waits for a unit why."""
        self._over = self._over or GoneError(why.message)
        for job in self._jobs.values():
            _settle(job, self._over)
        tasks = {task for task in self._tasks if task is not asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _attend(self, ready: asyncio.Future[None]) -> None:
        """Know who is there, connecting anew as often as it takes, until nobody has been there for too long."""
        try:
            await self._stay(ready)
        except asyncio.CancelledError:
            raise
        except NewsdeskError as error:
            why = error
        except Exception as error:  # noqa: BLE001  Whatever it is, nobody may wait for it for ever.
            why = GoneError(f"the cluster at {self._address} cannot be used ({type(error).__name__}: {error})")
        if not ready.done():
            ready.set_exception(why)
        await self.stop(why)

    async def _stay(self, ready: asyncio.Future[None]) -> None:
        loop, waits = asyncio.get_running_loop(), self._waits
        since, trouble = loop.time(), "no scheduler answers"
        while not self._over:  # Before 3.12, asyncio.wait_for may swallow that its task is cancelled.
            is_known = False
            try:
                async with self._connected() as client:
                    is_known = True
                    while client.status == "running" and not self._over:
                        if self.places:
                            since = loop.time()
                            if not ready.done():
                                ready.set_result(None)
                        trouble = self._why_nobody()
                        self._check(since, trouble, ready)
                        await self._look(client)
                        often = waits.look * max(1.0, len(self.hands) / MANY)
                        await asyncio.sleep(often if ready.done() else min(often, STARTING))
            except OSError as error:
                trouble = f"no scheduler answers ({error})"
            if is_known and not self._over:
                self.tell(f"the scheduler at {self._address} was lost; what was under way was given out again")
            self._check(since, trouble, ready)
            await asyncio.sleep(waits.look)

    def _check(self, since: float, trouble: str, ready: asyncio.Future[None]) -> None:
        limit = self._waits.absence if ready.done() else self._waits.start
        if asyncio.get_running_loop().time() - since > limit:
            raise GoneError(f"nobody works at {self._address} for {limit:.0f} seconds: {trouble}")

    def _why_nobody(self) -> str:
        if not self.hands:
            return "the scheduler has no workers; start some with: dask worker ADDRESS --nthreads 1"
        hanging = sum(hand.is_late or not hand.is_awake for hand in self.hands.values())
        unlike = f"; {min(self._unlike)}" if self._unlike else ""
        return f"none of its {len(self.hands)} workers can be given anything, {hanging} of them hang{unlike}"

    @contextlib.asynccontextmanager
    async def _connected(self) -> AsyncIterator[Any]:
        """A connection to the scheduler; all workers are lost with it."""
        from distributed import Client

        timeout = min(CONNECTING, self._waits.start)
        client = Client(
            self._address, security=self._security, asynchronous=True, set_as_default=False, timeout=timeout
        )
        try:
            await client
            asked = client.scheduler.versions(packages=[])
            theirs = packages((await asyncio.wait_for(asked, CONNECTING))["packages"])
            carriers = {name: each for name, each in self._own.items() if name in theirs}
            if unlike := differences(carriers, {name: each for name, each in theirs.items() if name in carriers}):
                raise ClusterError(f"the scheduler at {self._address} is not as this machine: {unlike}")
            self._client = client
            yield client
        except ImportError as error:
            raise ClusterError(f"the scheduler at {self._address} is not as this machine: {error}") from None
        finally:
            self._client = None
            for hand in self.hands.values():
                hand.gone.cancel()
            self.hands.clear()
            with contextlib.suppress(Exception):
                await asyncio.wait_for(client.close(), CONNECTING)

    async def _look(self, client: Any) -> None:
        """See who is there now, and give them what waits."""
        now = asyncio.get_running_loop().time()
        asked = client.scheduler.identity(n_workers=-1)
        workers = (await asyncio.wait_for(asked, max(CONNECTING, self._waits.silence)))["workers"]
        for address, hand in list(self.hands.items()):
            if workers.get(address, {}).get("local_directory") != hand.folder:
                del self.hands[address]
                hand.gone.set_result(None)
        for address, each in workers.items():
            if address not in self.hands:
                self.hands[address] = Hand(address, each["local_directory"])
                self._spawn(self._meet(client, self.hands[address]))
            self.hands[address].hear(each["last_seen"], each["status"], now, self._waits.silence)
        self._queue.deal(self.hands.values())

    async def _meet(self, client: Any, hand: Hand) -> None:
        """Ask a worker what it has, before it is given anything."""
        theirs: object = None
        while theirs is None and not hand.gone.done():
            with contextlib.suppress(TimeoutError, OSError):
                asked = client.run(told, self._about, workers=[hand.address], on_error="return")
                theirs = (await asyncio.wait_for(asked, max(CONNECTING, self._waits.silence))).get(hand.address)
            if theirs is None or isinstance(theirs, OSError):
                theirs = None
                await asyncio.sleep(self._waits.look)
        if hand.gone.done():
            return
        unlike = differences(self._own, theirs)
        if unlike:
            sentence = f"worker {hand.address} is given nothing: {unlike}"
            self._unlike.add(sentence)
            self.tell(sentence)
        hand.is_fit = not unlike
        self._queue.deal(self.hands.values())

    # --- units -----------------------------------------------------------------------------------------------------

    async def do(self, key: str, unit: bytes) -> bytes:
        """Have a unit done; who asks for one that is under way waits for the same outcome.

        Raises:
            UnitError: It was given up.
            GoneError: Nobody works any more.
        """
        if self._over:
            raise self._over
        if key not in self._jobs:
            job = self._jobs[key] = Job(key, unit)
            job.outcome.add_done_callback(lambda _: self._settled(job))
            self._spawn(self._see_to(job))
        return await asyncio.shield(self._jobs[key].outcome)

    def _settled(self, job: Job) -> None:
        del self._jobs[job.key]
        for hand in self.hands.values():
            if hand.job is job and hand.is_late:  # Of what it makes nobody has any use.
                self._spawn(self._end(hand))

    async def _see_to(self, job: Job) -> None:
        """Give a unit out, again and to others where that comes to nothing."""
        while len(job.troubles) < TRIES:
            turn = self._queue.wait(job)
            self._queue.deal(self.hands.values())
            either: set[asyncio.Future[Any]] = {turn, job.outcome}
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
            if job.outcome.done():
                if turn.done():
                    turn.result().job = None
                    self._queue.deal(self.hands.values())
                turn.cancel()
                return
            await self._watch(turn.result(), job)
            if job.outcome.done():
                return
        _settle(job, self._given_up(job))

    def _given_up(self, job: Job) -> Exception:
        if not isinstance(job.troubles[-1], UnitError):
            return job.troubles[-1]
        seen = "; ".join(dict.fromkeys(str(trouble) for trouble in job.troubles))
        return UnitError(f"unit {job.key} was given up after {TRIES} tries: {seen}")

    async def _watch(self, hand: Hand, job: Job) -> None:
        """Wait until a worker has done a unit, or failed it, or is late."""
        job.tried.append(hand)
        began = asyncio.get_running_loop().time()
        turn = self._spawn(self._have_done(hand, job))
        while not turn.done():
            await asyncio.wait({turn}, timeout=self._waits.look)
            took = asyncio.get_running_loop().time() - began
            if not turn.done() and (took > self._patience(job) or not hand.is_awake):
                hand.is_late = True
                job.troubles.append(UnitError(f"worker {hand.address} hung at it for {took:.0f} seconds"))
                self.tell(f"worker {hand.address} hung at {job.key} for {took:.0f} seconds; it was given to others")
                # What it makes counts if it comes first. But nobody waits for who is not heard of, and where nobody
                # else is left, whoever looks after it has to bring one.
                if job.outcome.done() or not hand.is_awake or not self.places:
                    self._spawn(self._end(hand))
                return

    async def _have_done(self, hand: Hand, job: Job) -> None:
        """Have a worker do a unit, to the end, however long that takes."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            outcome = await self._answer(hand, job)
        except _LostError as lost:
            if lost.is_alone and not hand.is_late:  # Who was lost with the scheduler did not die of it.
                job.troubles.append(UnitError(f"worker {hand.address} was lost over it"))
                self.tell(f"worker {hand.address} was lost; {job.key} was given to others")
        except Exception as error:  # noqa: BLE001  Whatever the work raises is its outcome.
            if not hand.is_late:
                job.troubles.append(error)
        else:
            if len(job.unit) >= self._largest or loop.time() - began > self._longest:
                self._longest = max(self._longest, loop.time() - began)
                self._largest = max(self._largest, len(job.unit))
            _settle(job, outcome)
        hand.job, hand.is_late = None, False
        self._queue.deal(self.hands.values())

    async def _answer(self, hand: Hand, job: Job) -> bytes:
        from distributed import CancelledError, KilledWorker
        from distributed.comm import CommClosedError

        client = self._client
        if client is None or hand.gone.done():
            raise _LostError(is_alone=False)
        future = client.submit(self._work, job.unit, key=next(self._names), workers=[hand.address], pure=False)
        answer = asyncio.ensure_future(future.result())
        try:
            await asyncio.wait({answer, hand.gone}, return_when=asyncio.FIRST_COMPLETED)
            if not answer.done() or answer.cancelled():
                raise _LostError(is_alone=not hand.gone.cancelled() and client.status == "running")
            outcome: object = answer.result()
        except (CancelledError, CommClosedError, KilledWorker):
            raise _LostError(is_alone=not hand.gone.cancelled() and client.status == "running") from None
        else:
            if not isinstance(outcome, bytes):
                raise UnitError(f"worker {hand.address} gave no outcome but {type(outcome).__name__}")
            return outcome
        finally:
            answer.cancel()
            future.release()

    def _patience(self, job: Job) -> float:
        """How many seconds a unit may take: far longer than the slowest of its size, and at least a while."""
        if not self._largest:
            return self._waits.first
        return max(self._waits.least, FAR * self._longest * max(1.0, len(job.unit) / self._largest))

    async def _end(self, hand: Hand) -> None:
        """Have a worker that hangs ended; whoever looks after it, such as its nanny or systemd, starts another."""
        with contextlib.suppress(Exception):
            await self._client.scheduler.restart_workers(
                workers=[hand.address],
                timeout=CONNECTING,
                wait_for_workers=False,
                on_error="return",
                stimulus_id=next(self._names),
            )

    def _spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _settle(job: Job, outcome: bytes | BaseException) -> None:
    """What came of a unit, unless something did before."""
    if job.outcome.done():
        return
    if isinstance(outcome, BaseException):
        job.outcome.set_exception(outcome)
        job.outcome.exception()  # It was told; whoever asked may have gone.
    else:
        job.outcome.set_result(outcome)
