"""The parts pages are made of; most are painted, so widget and list share one drawing."""
