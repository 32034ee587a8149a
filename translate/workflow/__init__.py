"""The corridor: each module is one job of newsdesk, and names its steps in order."""
