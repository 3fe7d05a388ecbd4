"""The names of the parts of our own template."""

from __future__ import annotations

MASTER = "ppt/slideMasters/slideMaster1.xml"
NOTES = "ppt/notesMasters/notesMaster1.xml"
HANDOUTS = "ppt/handoutMasters/handoutMaster1.xml"
