"""What an unattended run tells the machines that watch over it: a log, figures for monitoring, the service manager."""
