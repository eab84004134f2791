"""Cards of the stage of follow-up."""
