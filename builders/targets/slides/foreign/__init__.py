"""An academy's own presentation as the template of decks: its bytes come in, a look and parts to write onto go out."""
