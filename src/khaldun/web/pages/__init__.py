"""The pages of the workbench, one file each: a function from a view to an answer."""
