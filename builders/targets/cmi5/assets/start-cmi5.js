// @ts-check
/** Starts the player with a cmi5 record. */

import { play } from "./player.js";
import { connect } from "./cmi5.js";

void play(connect);
