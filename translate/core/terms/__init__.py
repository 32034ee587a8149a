"""The newsroom's terms: found in a source, looked for in a translation, asked for."""
