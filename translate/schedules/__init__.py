"""Lists of titles to broadcast: bytes ⇄ Document; one module a file format, with `interface` as their contract."""
