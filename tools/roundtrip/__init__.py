"""Read real files that nobody here wrote, and write them back: is a byte changed?"""
