"""Measure a night: memory and time against the number of articles, and how soon the report opens in a browser.

    python benchmarks/night.py [--articles 500 5000] [--locales et ru] [--engine identity]

Articles are made up, ten paragraphs each. For each number of them three nights are run: the first drafts all, the
second finds nothing new, the third has every tenth article changed. Memory is the peak that the operating system saw
for the process. The report is opened in Chromium, three times, from the start of the navigation to its load event.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

SETTINGS = '[project]\nname = "bench"\nsource = "en"\nlocales = {locales}\n[draft]\nengine = "{engine}"\n'
GLOSSARY = "source,target\nferry,praam\nharbour master,sadamakapten\ncouncil,volikogu\n"
TEXT = """
    the harbour master said that ferry council island winter price ticket route captain storm budget vote school
    library road bridge night morning passengers waited longer than expected because of ice and wind in spring
"""
WORDS = TEXT.split()


def article(number: int, edition: int = 0) -> str:
    """A made-up article of ten paragraphs, unlike any other; another edition has one other paragraph."""
    source = random.Random(number)  # noqa: S311  Not for secrets.
    paragraphs = [" ".join(source.choices(WORDS, k=25)).capitalize() + f" {number}." for _ in range(10)]
    paragraphs[4] += f" Edition {edition}." if edition else ""
    return f"Ferry {number} opens\n\n" + "\n".join(paragraphs) + "\n"


def run(folder: Path) -> tuple[float, float, int]:
    """Seconds, peak memory in MiB and exit code of a night."""
    with (folder / "night.out").open("wb") as out:
        start = time.perf_counter()
        child = os.posix_spawn(
            sys.executable,
            [sys.executable, "-m", "translate", "--config", str(folder / "newsdesk.toml"), "nightly"],
            os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, out.fileno(), 2)],
        )
        _, status, usage = os.wait4(child, 0)
    return time.perf_counter() - start, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def opening(page: Path, home: Path) -> float:
    """Milliseconds until a page is loaded in Chromium, the median of three times."""
    from selenium import webdriver  # Not everybody measures this.

    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in ("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", f"user-data-dir={home}"):
        options.add_argument(f"--{flag}")
    driver = webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))
    try:
        taken = []
        for _ in range(3):
            driver.get(page.as_uri())
            times = "const [t] = performance.getEntriesByType('navigation'); return t.loadEventEnd"
            taken.append(driver.execute_script(times))
            driver.get("about:blank")
        return statistics.median(taken)
    finally:
        driver.quit()


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[500, 5000])
    parser.add_argument("--locales", nargs="+", default=["et", "ru"])
    parser.add_argument("--engine", default="identity")
    parser.add_argument("--no-browser", action="store_true")
    arguments = parser.parse_args()
    print("articles  night           seconds  peak MiB  exit code")
    for number in arguments.articles:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            locales = str(arguments.locales).replace("'", '"')
            settings = SETTINGS.format(locales=locales, engine=arguments.engine)
            (folder / "newsdesk.toml").write_text(settings, "utf-8")
            (folder / "articles").mkdir()
            (folder / "glossaries").mkdir()
            (folder / "glossaries" / "all.csv").write_text(GLOSSARY, "utf-8")
            for edition, night in enumerate(("first", "nothing new", "tenth changed")):
                for each in range(0, number, 10 if edition else 1) if edition != 1 else ():
                    (folder / "articles" / f"a{each:05}.txt").write_text(article(each, edition), "utf-8")
                seconds, memory, code = run(folder)
                print(f"{number:8,}  {night:<14}  {seconds:7.2f}  {memory:8.1f}  {code:9}")
            page = folder / "reports" / "morning.html"
            if not arguments.no_browser:
                size = page.stat().st_size / 2**20
                print(f"{number:8,}  report of {size:.2f} MiB opens in {opening(page, folder / 'home'):.0f} ms")


if __name__ == "__main__":
    main()
