"""The night of a newsroom that translates in Weblate: deploy/weblate-night."""
