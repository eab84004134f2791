"""The office: the branch itself, its working time, and who stands in for whom."""
