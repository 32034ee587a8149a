"""A glossary in a spreadsheet's own file, xlsx or ods, which is only read."""
