"""What is known of each language: a file a language, and what CLDR knows of locales."""
