// @ts-check
/** Starts the player with a SCORM 2004 record. */

import { play } from "./player.js";
import { connect } from "./scorm2004.js";

void play(connect);
