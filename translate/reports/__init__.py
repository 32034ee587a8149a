"""Summary → what people and machines read."""
