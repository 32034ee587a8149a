"""The pictures of docs/maintainers.md."""
