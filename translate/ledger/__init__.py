"""What the last run left behind, so that the next one touches only what changed; a cache that may be deleted."""
