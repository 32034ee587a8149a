"""Document formats: bytes ⇄ Document; one module each, reading and writing back, with `interface` as their contract."""
