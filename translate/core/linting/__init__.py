"""What is doubtful about a glossary's rows, beside what makes them unusable."""
