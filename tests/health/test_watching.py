import socket
import tempfile
from collections.abc import Callable

from translate.health.supervisor import Supervisor
from translate.health.watching import Watched


def test_the_status_follows_the_steps_and_not_more_than_once_a_second() -> None:
    now = 0.0
    passed_on: list[object] = []

    def bars(step: str, total: int) -> Callable[[int], None]:
        passed_on.append((step, total))
        return passed_on.append

    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(f"{folder}/notify")
        listener.setblocking(False)
        watched = Watched(Supervisor(f"{folder}/notify"), bars, clock=lambda: now)
        advance = watched("Drafting articles", 1200)
        for _ in range(1200):
            now += 0.25
            advance(1)
            if now == 2.5:
                break
        told = [listener.recv(4096).decode() for _ in range(3)]

    assert told == [
        "STATUS=Drafting articles: 0 of 1,200",
        "STATUS=Drafting articles: 4 of 1,200",
        "STATUS=Drafting articles: 8 of 1,200",
    ]
    assert passed_on == [("Drafting articles", 1200), *[1] * 10]


def test_of_a_unit_that_is_half_done_only_whole_ones_are_told() -> None:
    now = 0.0
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(f"{folder}/notify")
        listener.setblocking(False)
        advance = Watched(Supervisor(f"{folder}/notify"), lambda *_: lambda _: None, clock=lambda: now)("Drafting", 9)
        for _ in range(3):
            now += 1
            advance(0.5)
        told = [listener.recv(4096).decode().rpartition(": ")[2] for _ in range(4)]

    assert told == ["0 of 9", "0 of 9", "1 of 9", "1 of 9"]
