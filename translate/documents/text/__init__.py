"""Plain text: its lines, how they are wrapped, and what each paragraph is in the article."""
