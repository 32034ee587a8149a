"""What a run, a check, an export or a night comes to."""
