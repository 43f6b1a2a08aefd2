"""The workbench: read, check and correct a record in the browser, on this machine."""
