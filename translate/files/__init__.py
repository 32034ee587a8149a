"""Files on the disk, saved so that nothing of anybody's is lost."""
