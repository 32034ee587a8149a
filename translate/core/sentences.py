"""Cut a segment into sentences and put their translations together again."""
