"""Work units, and who does them: processes of this machine, the workers of a cluster, or jobs that share a folder."""
