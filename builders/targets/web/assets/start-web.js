// @ts-check
/** Starts the player with a record on the device. */

import { play } from "./player.js";
import { connect } from "./web.js";

void play(connect);
