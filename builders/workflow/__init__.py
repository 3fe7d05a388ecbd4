"""The stages of a build in their order: requests come in from the command line, results go back to it."""
