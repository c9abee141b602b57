// Somebody else's Telegram: the server of `telegram-test-api` on a port of its own.
//
//   node telegram.js PORT
//
// What the package leaves out of the Bot API is put in here: the secret and the `chat_instance` of
// updates, dates in seconds, `true` where it answers null, no options echoed as text, the menu of
// commands, and files, all of which are the same photo.
"use strict";

const axios = require("axios");
const express = require("express");
const TelegramServer = require("telegram-test-api");

const json = express.response.json;
express.response.json = function (body) {
  const isDone = body && body.ok === true && body.result === null;
  return json.call(this, isDone ? { ...body, result: true } : body);
};

class Telegram extends TelegramServer {
  addBotMessage(rawMessage, botToken) {
    const { link_preview_options, ...message } = super.addBotMessage(rawMessage, botToken);
    return { ...message, date: Math.floor(message.date / 1000) };
  }
}

const server = new Telegram({ host: "127.0.0.1", port: Number(process.argv[2]), storeTimeout: 3600 });

// Ahead of the routes of the package, the last of which takes whatever is left.
const PHOTO = Buffer.from("ffd8ffe000104a46494600010100000100010000ffd9", "hex");
const menus = {};
const keepMenu = ({ language_code, commands }) => {
  menus[language_code || ""] = JSON.parse(commands);
  return true;
};
const more = [
  ["/hasWebhook", () => Object.keys(server.webhooks).length > 0],
  ["/getFile", ({ file_id: id }) => ({ file_id: id, file_unique_id: id, file_path: `photos/${id}.jpg` })],
  ["/setMyCommands", keepMenu],
  ["/menu", ({ language }) => menus[language] || []],
];
const inserted = (request, response, next) => {
  if (request.path.startsWith("/file/bot")) {
    response.type("image/jpeg").send(PHOTO);
    return;
  }
  const found = more.find(([path]) => request.path.endsWith(path));
  found ? response.json({ ok: true, result: found[1](request.body) }) : next();
};
const layers = server.webServer.use(inserted)._router.stack;
const routes = layers.findIndex((layer) => layer.route);
layers.splice(routes, 0, layers.pop());

axios.interceptors.request.use((request) => {
  const webhook = Object.values(server.webhooks).find((known) => known.url === request.url);
  if (webhook) {
    request.headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret_token;
    if (request.data.callback_query) {
      request.data.callback_query.chat_instance = "1";
    }
  }
  return request;
});

// A webhook that does not answer is tried again by Telegram, and no reason to stop.
process.on("unhandledRejection", (error) => console.error(`${error}`));

server.start();
