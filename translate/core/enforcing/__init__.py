"""How a draft comes by its terms, with the help of an engine."""
