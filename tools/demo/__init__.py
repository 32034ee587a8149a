"""``make demo``: what newsdesk does, on one screen."""
