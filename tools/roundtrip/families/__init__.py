"""The formats that are tried: each module has one `FAMILY`, and is found by being here."""
