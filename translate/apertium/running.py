"""Run the programs of a mode, and let sentences stream through them.

A mode is a pipeline of programs, and Apertium's own command runs it in a shell, which tells of no program but the last.
Here every program is a process of its own: all are started at once, and each one's end is looked at.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO, Self

from translate.apertium.pipeline import Pipeline, Program
from translate.apertium.programs import GRACE, Programs, arriving

Edit = Callable[[str], str]
"""Changes one sentence in the stream between two stages."""

_COMPLAINT = 4096
"""Bytes that are read of what programs complain of."""
_END = object()


class PipelineError(Exception):
    """A program fell; what it says of it is the end of a sentence that begins with the name of the engine."""

    def __init__(self, message: str, stage: int | None = None, *, killed: bool = False) -> None:
        super().__init__(message)
        self.stage = stage
        """Which stage it was, from 0; None where nothing could be started."""
        self.killed = killed
        """Whether somebody else ended it, such as the system where memory runs out; no sentence is to blame then."""


class NoAnswerError(PipelineError):
    """A program went on for too long without an answer."""


class Running:
    """A pipeline at work, for one stream of sentences. As a context it leaves no process behind."""

    def __init__(self, pipeline: Pipeline, path: str, edits: Sequence[Edit] = (), *, patience: float) -> None:
        """Start all programs.

        Args:
            pipeline: What to run.
            path: The search path that the programs get.
            edits: What to do between the stages; none for nothing, else one fewer than there are stages.
            patience: Seconds that may go by without an answer.

        Raises:
            PipelineError: A program cannot be started.
        """
        self._pipeline = pipeline
        self._patience = patience
        self._programs = Programs(path)
        self._processes: list[tuple[int, Program, subprocess.Popen[bytes]]] = []
        self._threads: list[threading.Thread] = []
        self._answers: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._passed = [0] * len(pipeline.stages)
        self._complaint = b""
        self._fault: Exception | None = None
        hearing, speaking = os.pipe()
        try:
            ends = [self._start(n, stage, speaking) for n, stage in enumerate(pipeline.stages)]
        except OSError as error:
            self.close()
            self._hang_up()
            os.close(hearing)
            raise PipelineError(f"cannot be run: {error.filename or 'a program'}: {error.strerror}") from error
        finally:
            os.close(speaking)
        self._hearing = self._spawn(self._hear, hearing)
        self._entrance = ends[0][0]
        edits = edits or [_unchanged] * (len(ends) - 1)
        for number, (edit, end, following) in enumerate(zip(edits, ends, ends[1:], strict=False)):
            self._spawn(self._hand_over, number, end[1], following[0], edit)
        self._spawn(self._hand_over, len(ends) - 1, ends[-1][1], None, _unchanged)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def answers(self, sentences: Iterable[str]) -> Iterator[str]:
        """Send sentences through.

        Args:
            sentences: In the stream format, none with a NUL in it.

        Yields:
            What comes out between one NUL and the next, as soon as it does.

        Raises:
            PipelineError: A program fell, or gave no answer for too long. Everything that came out before it did has
                been given.
        """
        self._spawn(self._feed, sentences)
        while True:
            try:
                answer = self._answers.get(timeout=self._patience)
            except queue.Empty:
                raise self._no_answer() from None
            if answer is _END:
                break
            yield str(answer)
        if self._fault is not None:
            raise self._fault
        self._see_to_the_end()

    def close(self) -> None:
        """End what is still running, at once."""
        self._programs.end()
        for thread in self._threads:
            thread.join(GRACE)

    def _start(self, number: int, stage: Sequence[Program], complaints: int) -> tuple[IO[bytes], IO[bytes]]:
        """Start the programs of a stage; its entrance and its exit."""
        entrance: IO[bytes] | None = None
        before: IO[bytes] | int = subprocess.PIPE
        for program in stage:
            process = self._programs.start(program.command, stdin=before, stderr=complaints)
            self._processes.append((number, program, process))
            if entrance is None:
                entrance = process.stdin
            elif not isinstance(before, int):
                before.close()
            before = process.stdout or subprocess.PIPE
        if entrance is None or isinstance(before, int):
            raise PipelineError("has a stage without a program")
        return entrance, before

    def _hang_up(self) -> None:
        """Close what nobody reads from or writes to yet."""
        for _, _, process in self._processes:
            for end in (process.stdin, process.stdout):
                if end is not None:
                    end.close()

    def _spawn(self, work: Callable[..., None], *arguments: object) -> threading.Thread:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()
        return thread

    def _feed(self, sentences: Iterable[str]) -> None:
        with contextlib.suppress(OSError), self._entrance:
            try:
                for sentence in sentences:
                    self._entrance.write(sentence.encode(errors="replace") + b"\0")
            except OSError:
                raise
            except Exception as error:  # noqa: BLE001 -- As with an edit.
                self._tell(error)

    def _hand_over(self, number: int, end: IO[bytes], following: IO[bytes] | None, edit: Edit) -> None:
        """Take what one stage has made and give it to the next one, or to whoever reads the answers."""
        with contextlib.suppress(OSError), end, following or contextlib.nullcontext():
            for pieces in _pieces(end, self._writer(number)):
                self._passed[number] += len(pieces)
                edited = self._edited(pieces, edit)
                if following is None:
                    # Programs put a NUL or two behind all that they have to say.
                    for piece in filter(None, edited):
                        self._answers.put(piece)
                else:
                    following.write("".join(f"{piece}\0" for piece in edited).encode(errors="replace"))
                    following.flush()
        if following is None:
            self._answers.put(_END)

    def _writer(self, number: int) -> subprocess.Popen[bytes]:
        """The last program of a stage."""
        return next(process for stage, _, process in reversed(self._processes) if stage == number)

    def _edited(self, pieces: Sequence[str], edit: Edit) -> list[str]:
        """Pieces as an edit leaves them; of one that raises, whoever reads the answers is told."""
        try:
            return [edit(piece) for piece in pieces]
        except Exception as error:  # noqa: BLE001 -- It is raised again, in the thread that asked.
            self._tell(error)
            return []

    def _tell(self, error: Exception) -> None:
        """Have it raised for whoever reads the answers."""
        self._fault = self._fault or error
        self._answers.put(_END)

    def _hear(self, complaints: int) -> None:
        """Read what programs complain of, so that none of them waits, and keep the beginning."""
        while heard := arriving(complaints, lambda: self._programs.ended):
            self._complaint = (self._complaint + heard)[:_COMPLAINT]
        os.close(complaints)

    def _no_answer(self) -> NoAnswerError:
        """Which stage it was that gave no more."""
        # The last one that had something to work on; what went into the first is not counted.
        stage = max(n for n in range(len(self._passed)) if n == 0 or self._passed[n - 1] > self._passed[n])
        names = " or ".join(dict.fromkeys(program.name for program in self._pipeline.stages[stage]))
        return NoAnswerError(f"gave no answer for {self._patience:g} seconds and was stopped ({names})", stage)

    def _see_to_the_end(self) -> None:
        """Look at how each program ended.

        Raises:
            PipelineError: One of them fell.
        """
        fallen = []
        for stage, program, process in self._processes:
            try:
                status = process.wait(self._patience)
            except subprocess.TimeoutExpired:
                raise NoAnswerError(f"gave no end of {program.name} and was stopped", stage) from None
            # Who writes to one that has fallen falls, too.
            if status not in {0, -signal.SIGPIPE}:
                fallen.append((status > 0, stage, program, status))
        if not fallen:
            return
        # A signal is a cause; an exit status may come of what another one left half done.
        _, stage, program, status = min(fallen, key=lambda one: one[:2])
        killed = status in {-signal.SIGKILL, -signal.SIGTERM}
        raise PipelineError(f"{self._end_of(program, status)}{self._told()}", stage, killed=killed)

    def _end_of(self, program: Program, status: int) -> str:
        if status < 0:
            return f"{program.name} of {self._pipeline.mode} was killed by signal {-status}"
        return f"{program.name} of {self._pipeline.mode} ended with {status}"

    def _told(self) -> str:
        self._hearing.join(GRACE)  # What they said last may not have been heard yet.
        lines = self._complaint.decode(errors="replace").splitlines()
        first = next((" ".join(line.split()) for line in lines if line.strip()), "")
        return f": {first[:200]}" if first else ""


def _unchanged(piece: str) -> str:
    return piece


def _pieces(file: IO[bytes], writer: subprocess.Popen[bytes]) -> Iterator[list[str]]:
    """What stands between NULs, all that is there at a time; at last what stands behind the last one."""
    rest = b""
    # Not more than there is: the next program waits for it.
    while chunk := arriving(file.fileno(), lambda: writer.poll() is not None):
        *whole, rest = (rest + chunk).split(b"\0")
        if whole:
            yield [piece.decode(errors="replace") for piece in whole]
    if rest:
        yield [rest.decode(errors="replace")]
