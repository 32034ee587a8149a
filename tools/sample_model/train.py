"""Train a small transformer on train.{en,et} with PyTorch, and keep the one that does best on heldout.{en,et}.

3 encoder and 2 decoder layers of width 256, 8,000 SentencePiece pieces for both languages: 6.8 million parameters.
Reads and writes in the working folder: source.spm, checkpoint/. A checkpoint that is there is trained further.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import time
from collections.abc import Sequence
from pathlib import Path

import sentencepiece as spm
import torch
from transformers import MarianConfig, MarianMTModel

PAD, EOS, UNKNOWN = 0, 1, 2
IGNORED = -100
"""What PyTorch's cross entropy leaves out."""
VOCABULARY_SIZE = 8000
LONGEST = 200
BATCH_TOKENS = 4000
WARMUP = 800
PEAK_RATE = 1.2e-3
CHECKPOINT = Path("checkpoint")
STEP = CHECKPOINT / "step"

Ids = list[int]
Batch = list[tuple[Ids, Ids]]


def load_pieces() -> spm.SentencePieceProcessor:
    """The vocabulary for both languages, learnt when there is none yet."""
    if not Path("source.spm").exists():
        spm.SentencePieceTrainer.train(
            input="train.en,train.et",
            model_prefix="sp",
            vocab_size=VOCABULARY_SIZE,
            character_coverage=1.0,
            model_type="unigram",
            pad_id=PAD,
            eos_id=EOS,
            unk_id=UNKNOWN,
            bos_id=-1,
        )
        Path("sp.model").rename("source.spm")
    return spm.SentencePieceProcessor(model_file="source.spm")


def load_model(size: int) -> MarianMTModel:
    """The network as the checkpoint has it, or a new one."""
    if CHECKPOINT.exists():
        return MarianMTModel.from_pretrained(str(CHECKPOINT))
    return MarianMTModel(
        MarianConfig(
            vocab_size=size,
            decoder_vocab_size=size,
            d_model=256,
            encoder_layers=3,
            decoder_layers=2,
            encoder_attention_heads=4,
            decoder_attention_heads=4,
            encoder_ffn_dim=1024,
            decoder_ffn_dim=1024,
            dropout=0.2,
            attention_dropout=0.0,
            activation_dropout=0.0,
            activation_function="relu",
            pad_token_id=PAD,
            eos_token_id=EOS,
            forced_eos_token_id=EOS,
            decoder_start_token_id=PAD,
            bos_token_id=PAD,
            share_encoder_decoder_embeddings=True,
            tie_word_embeddings=True,
            scale_embedding=True,
            max_position_embeddings=512,
            max_length=256,
            num_beams=1,
        )
    )


def load_pairs(name: str, pieces: spm.SentencePieceProcessor) -> Batch:
    """The sentence pairs of a corpus as ids, each closed by the end token."""

    def ids(suffix: str) -> list[Ids]:
        lines = Path(f"{name}.{suffix}").read_text(encoding="utf-8").splitlines()
        return [[*pieces.encode(line)[:LONGEST], EOS] for line in lines]

    return list(zip(ids("en"), ids("et"), strict=True))


def batches(pairs: Batch, *, shuffle: bool = True) -> list[Batch]:
    """Pairs of like length together, as many as fit into `BATCH_TOKENS` when padded."""
    ordered = sorted(pairs, key=lambda pair: (len(pair[0]) + random.random() * 3, len(pair[1])))  # noqa: S311 - an order.
    result: list[Batch] = [[]]
    width = 0
    for pair in ordered:
        longest = max(len(pair[0]), len(pair[1]))
        width = max(width, longest)
        if result[-1] and width * (len(result[-1]) + 1) > BATCH_TOKENS:
            result.append([])
            width = longest
        result[-1].append(pair)
    if shuffle:
        random.shuffle(result)
    return result


def padded(rows: Sequence[Ids], value: int) -> torch.Tensor:
    """The rows as one table."""
    width = max(map(len, rows))
    return torch.tensor([row + [value] * (width - len(row)) for row in rows])


def loss_of(model: MarianMTModel, batch: Batch, smoothing: float) -> torch.Tensor:
    """The mean cross entropy of the batch's target tokens."""
    source = padded([s for s, _ in batch], PAD)
    target = padded([t for _, t in batch], IGNORED)
    shifted = padded([[PAD, *t[:-1]] for _, t in batch], PAD)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = model(input_ids=source, attention_mask=(source != PAD).long(), decoder_input_ids=shifted).logits
    return torch.nn.functional.cross_entropy(
        logits.float().flatten(0, 1), target.flatten(), ignore_index=IGNORED, label_smoothing=smoothing
    )


def held_out_loss(model: MarianMTModel, pairs: Batch) -> float:
    """The mean loss over the held-out batches."""
    model.eval()
    with torch.no_grad():
        losses = [loss_of(model, batch, 0.0).item() for batch in batches(pairs, shuffle=False)]
    return sum(losses) / len(losses)


def train(seconds: float) -> None:
    """Train for so long; after each epoch, and at the end, keep the network if it is the best of this run."""
    pieces = load_pieces()
    model = load_model(pieces.get_piece_size())
    step = int(STEP.read_text(encoding="ascii")) if STEP.exists() else 0
    corpus, held_out = load_pairs("train", pieces), load_pairs("heldout", pieces)
    optimizer = torch.optim.Adam(model.parameters(), lr=PEAK_RATE, betas=(0.9, 0.98), eps=1e-9)
    end = time.monotonic() + seconds
    best = math.inf
    while time.monotonic() < end:
        model.train()
        for batch in batches(corpus):
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = PEAK_RATE * min(step / WARMUP, math.sqrt(WARMUP / step))
            loss_of(model, batch, 0.1).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            if time.monotonic() > end:
                break
        loss = held_out_loss(model, held_out)
        if loss < best:
            best = loss
            model.save_pretrained(str(CHECKPOINT))
            STEP.write_text(str(step), encoding="ascii")
        print(f"step {step}: held-out loss {loss:.3f}", flush=True)


def main() -> None:
    """Train in the working folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seconds", type=float, help="how long to train")
    arguments = parser.parse_args()
    random.seed(0)
    torch.manual_seed(0)
    torch.set_num_threads(os.cpu_count() or 1)
    train(arguments.seconds)


if __name__ == "__main__":
    main()
