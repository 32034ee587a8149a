"""Package files to try, good ones and wicked ones."""

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

WHEN = datetime(2025, 6, 1, 3, 0, tzinfo=UTC)
SAMPLE = Path(__file__).parents[1] / "data" / "sample-model" / "translate-en_et-0_1.argosmodel"

Entries = list[tuple[str | zipfile.ZipInfo, bytes]]


def metadata(source="en", target="et", version="1.0", **more):
    facts = {"from_code": source, "to_code": target, "package_version": version, "argos_version": "1.9"}
    return json.dumps(facts | {"from_name": "English", "to_name": "Estonian"} | more).encode()


def entries(folder="en_et", described=None, model=b"weights " * 100) -> Entries:
    """What a small package holds; no model that could translate."""
    return [
        (f"{folder}/metadata.json", metadata() if described is None else described),
        (f"{folder}/model/model.bin", model),
        (f"{folder}/model/shared_vocabulary.json", b'["a"]'),
        (f"{folder}/sentencepiece.model", b"pieces"),
    ]


def zipped(contents: Entries) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents:
            archive.writestr(name, data)
    return out.getvalue()


def package(folder="en_et", model=b"weights " * 100, **facts) -> bytes:
    return zipped(entries(folder, metadata(**facts), model))


def saved(folder: Path, data: bytes, name="some.argosmodel") -> Path:
    file = folder / name
    file.write_bytes(data)
    return file
