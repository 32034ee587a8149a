"""Make an Argos Translate package (CTranslate2 int8 and SentencePiece) of checkpoint/ and source.spm."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import ctranslate2.converters.transformers as loaders
import sentencepiece as spm
from ctranslate2.converters import TransformersConverter

PIECES = Path("source.spm")
METADATA = {
    "package_version": "0.1",
    "argos_version": "1.9",
    "from_code": "en",
    "from_name": "English",
    "to_code": "et",
    "to_name": "Estonian",
    "type": "translate",
}
README = """\
A small English-Estonian package for tests. Trained on LibreOffice's help pages and interface strings
(Mozilla Public License 2.0), so it knows that domain and little else.
"""


class Loader(loaders.MarianMTLoader):  # type: ignore[misc] # CTranslate2 has no types.
    """Read our checkpoint as CTranslate2's Bart loader would.

    The Marian loader expects the padding token last and starts decoding from a zero embedding; our checkpoint has it
    first and starts from its embedding. So Bart's way is used for the weights, and the vocabulary is given as it is.
    """

    def __init__(self, vocabulary: list[str]) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def get_model_spec(self, model: Any) -> Any:
        """The weights, with the two things said that a Marian configuration does not say."""
        model.config.normalize_before = False
        model.config.normalize_embedding = False
        return loaders.BartLoader.get_model_spec(self, model)

    def set_decoder(self, spec: Any, decoder: Any) -> None:
        """The decoder's weights, as Bart's."""
        loaders.BartLoader.set_decoder(self, spec, decoder)

    def set_config(self, config: Any, _model: Any, _tokenizer: Any) -> None:
        """What config.json says."""
        config.eos_token, config.unk_token, config.decoder_start_token = "</s>", "<unk>", "<pad>"
        config.add_source_eos = True  # Argos passes bare pieces; training ended every source with it.

    def get_vocabulary(self, _model: Any, _tokenizer: Any) -> list[str]:
        """The pieces in the order of their ids."""
        return self._vocabulary


def complete(checkpoint: Path, vocabulary: list[str]) -> None:
    """Add the tokenizer's files, which the converter asks for."""
    ids = {piece: number for number, piece in enumerate(vocabulary)}
    (checkpoint / "vocab.json").write_text(json.dumps(ids, ensure_ascii=False), encoding="utf-8")
    for name in ("source.spm", "target.spm"):
        shutil.copy(PIECES, checkpoint / name)
    tokenizer = {
        "source_lang": "en",
        "target_lang": "et",
        "model_max_length": 512,
        "tokenizer_class": "MarianTokenizer",
        "unk_token": "<unk>",
        "eos_token": "</s>",
        "pad_token": "<pad>",
    }
    (checkpoint / "tokenizer_config.json").write_text(json.dumps(tokenizer), encoding="utf-8")


def convert(checkpoint: Path, folder: Path) -> None:
    """Write the package's files into a folder.

    Args:
        checkpoint: What `train.py` kept.
        folder: Where to; it must not exist.
    """
    pieces = spm.SentencePieceProcessor(model_file=str(PIECES))
    vocabulary = [pieces.id_to_piece(number) for number in range(pieces.get_piece_size())]
    complete(checkpoint, vocabulary)
    loaders._MODEL_LOADERS["MarianConfig"] = Loader(vocabulary)  # noqa: SLF001 - there is no other door.
    folder.mkdir()
    TransformersConverter(str(checkpoint)).convert(str(folder / "model"), quantization="int8")
    shutil.copy(PIECES, folder / "sentencepiece.model")
    (folder / "metadata.json").write_text(json.dumps(METADATA, indent=2), encoding="utf-8")
    (folder / "README.md").write_text(README, encoding="utf-8")


def archive(folder: Path, path: Path) -> None:
    """Pack the folder, with its own name on top."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                packed.write(file, file.relative_to(folder.parent))


def main() -> None:
    """Make the package from what lies in the working folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path, help="file to write, such as translate-en_et-0_1.argosmodel")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / arguments.package.stem
        convert(Path("checkpoint"), folder)
        archive(folder, arguments.package)
    print(f"{arguments.package.stat().st_size} bytes")


if __name__ == "__main__":
    main()
