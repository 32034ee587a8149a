"""Put the inline tags of a source into its translation, each at the words that it belongs to."""
