"""Feed every reader that takes files from outside with bytes that nobody has thought of."""
