"use strict";
const api = window.parent.API;
if (api) api.LMSInitialize("");
window.addEventListener("pagehide", () => api && api.LMSFinish(""));
