"""What any text is to us: its spelling, its sentences, what changed in it."""
