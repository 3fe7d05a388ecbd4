"""Our own template: a look and a script come in; masters, named layouts, themes and table styles go out."""
