// @ts-check
/** Starts the player with a SCORM 1.2 record. */

import { play } from "./player.js";
import { connect } from "./scorm12.js";

void play(connect);
