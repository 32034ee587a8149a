"""HTML: pages as newsrooms publish them, and the fragments of it that other formats hold."""
