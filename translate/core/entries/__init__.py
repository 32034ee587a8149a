"""The entries of a catalog: whose text they hold, and how a new version takes them over."""
