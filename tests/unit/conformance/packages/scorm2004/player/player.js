"use strict";
const api = window.parent.API_1484_11;
if (api) api.Initialize("");
document.addEventListener("visibilitychange", () => api && api.Commit(""));
