/** Firefox and WebKit without a window, each as a page that visits addresses. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import puppeteer from "puppeteer-core";
import { Builder, Capabilities, Key } from "selenium-webdriver";

const SIZE = { width: 1280, height: 900 };
const STARTS = 100; // tenths of a second that a driver may take

/**
 * @typedef {object} Page
 * @property {(address: string) => Promise<void>} visit
 * @property {(code: string) => Promise<any>} evaluate of an expression, whose value is JSON
 * @property {(key: "ArrowLeft" | "ArrowRight") => Promise<void>} press on what has the focus
 * @property {(from: number[], to: number[]) => Promise<void>} drag with the mouse, in
 *   pixels of the window
 * @property {string[]} errors that scripts met; WebKit does not tell them
 * @property {() => Promise<void>} close
 */

/**
 * The first of these programs that this machine has.
 *
 * @param {...string} names
 * @returns {string | undefined} its path
 */
export function program(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names
    .flatMap((name) =>
      name.includes("/") ? [name] : folders.map((folder) => join(folder, name)),
    )
    .find((path) => existsSync(path));
}

/** @returns {Promise<Page>} */
export async function firefox() {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: program("firefox-esr", "firefox"),
    // As readers have it; the driver opens what lies on the disk to every page.
    extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true },
  });
  const page = await browser.newPage();
  await page.setViewport(SIZE);
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", (error) => errors.push(/** @type {Error} */ (error).message));
  return {
    visit: async (address) => void (await page.goto(address)),
    evaluate: async (code) =>
      JSON.parse(String(await page.evaluate(`JSON.stringify(${code})`))),
    press: (key) => page.keyboard.press(key),
    drag: async ([x, y], [right, down]) => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(right, down, { steps: 4 });
      await page.mouse.up();
    },
    errors,
    close: () => browser.close(),
  };
}

const KEYS = { ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT };
const MINI_BROWSERS = ["aarch64", "x86_64"].map(
  (kind) => `/usr/lib/${kind}-linux-gnu/webkit2gtk-4.1/MiniBrowser`,
);

/** @returns {Promise<Page>} */
export async function webkit() {
  const port = await freePort();
  const driver = spawn("xvfb-run", ["-a", "WebKitWebDriver", `--port=${port}`], {
    detached: true, // with a screen of its own, which ends with it
    stdio: "ignore",
    env: {
      ...process.env,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", // it refuses to run as root otherwise
      XDG_CONFIG_HOME: mkdtempSync(join(tmpdir(), "webkit-")),
    },
  });
  const stop = () => process.kill(-(/** @type {number} */ (driver.pid)));
  const options = { binary: program(...MINI_BROWSERS), args: ["--automation"] };
  const wanted = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": options,
  });
  const address = `http://127.0.0.1:${port}`;
  await answers(`${address}/status`);
  const session = await new Builder()
    .usingServer(address)
    .withCapabilities(wanted)
    .build();
  await session.manage().window().setRect(SIZE);
  return {
    visit: (page) => session.get(page),
    evaluate: async (code) =>
      JSON.parse(await session.executeScript(`return JSON.stringify(${code})`)),
    press: (key) => session.actions().sendKeys(KEYS[key]).perform(),
    drag: async ([x, y], [right, down]) => {
      const hand = session.actions().move({ x, y }).press();
      await hand.move({ x: right, y: down, duration: 200 }).release().perform();
    },
    errors: [],
    close: async () => {
      await session.quit();
      stop();
    },
  };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {string} address */
async function answers(address) {
  for (let tenth = 0; tenth < STARTS; tenth += 1) {
    const answer = await fetch(address).catch(() => null);
    if (answer) return;
    await sleep(100);
  }
  throw new Error(
    `Expected a driver at ${address} within ${STARTS / 10} seconds, got none.`,
  );
}

/** What each engine takes; one whose programs are not there is skipped, with its reason. */
export const ENGINES = {
  firefox: {
    open: firefox,
    lacks: program("firefox-esr", "firefox")
      ? false
      : "Firefox is not here: apt-get install firefox-esr",
  },
  webkit: {
    open: webkit,
    lacks:
      program("WebKitWebDriver") && program("xvfb-run") && program(...MINI_BROWSERS)
        ? false
        : "WebKit is not here: apt-get install webkit2gtk-driver xvfb xauth",
  },
};
