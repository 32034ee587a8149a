"""The heart of newsdesk: values in, values out; no files, clock, network or environment."""
