"""What people wrote, kept when it is no longer in their files: nothing could make it anew."""
