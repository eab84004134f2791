"""What happens when the disk, the store or the input is bad."""
