import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import vm from 'node:vm';
import { createModuleLoader } from './module-loader';
import { type PageDefinition, PhonePage } from './phone-page';
import { createWx } from './wx';

export interface MiniProgramOptions {
  /** The built mini-program. */
  dist: string;
  /** Answers `wx.cloud.callFunction` with the function's result. */
  callFunction(name: string, data: unknown): Promise<unknown>;
  /** The phone's clock; the school's story has a day of its own. */
  now(): Date;
}

/** The app batches its calls and its paints within far less. */
const QUIET_MS = 120;
/** A timer as short as this is the app still at work; a longer one is a plan. */
const AT_WORK_MS = 100;
const PATIENCE_MS = 30_000;

const noop = () => undefined;

/** `Date` as of a phone whose clock says something else. */
const dateAsOf = (now: () => Date) =>
  class extends Date {
    constructor(...given: [] | [value: string | number]) {
      super(given.length === 0 ? now() : given[0]);
    }
    static override now = () => now().getTime();
  };

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
}

/**
 * The logic layer of WeChat, simulated: runs the built app where there is no window, no document
 * and no fetch, and keeps a stack of pages.
 */
export function bootMiniProgram({ dist, callFunction, now }: MiniProgramOptions) {
  const appJson = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson;
  const subPackages = appJson.subPackages ?? [];
  const routes = [
    ...appJson.pages,
    ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ];

  let app: Record<string, unknown> = {};
  let registering: PageDefinition | undefined;
  const definitions = new Map<string, PageDefinition>();
  const stack: PhonePage[] = [];

  function registerApp(options: Record<string, unknown>): void {
    app = options;
  }
  function registerPage(definition: PageDefinition): void {
    registering = definition;
  }

  let callsUnderWay = 0;
  let lastActivity = Date.now();
  const noteActivity = () => {
    lastActivity = Date.now();
  };
  async function countedCall(name: string, data: unknown): Promise<unknown> {
    callsUnderWay += 1;
    try {
      return await callFunction(name, data);
    } finally {
      callsUnderWay -= 1;
      noteActivity();
    }
  }

  // The app's timers end with it: WeChat stops the process, a test does not.
  const timers = new Map<NodeJS.Timeout, number>();
  function startTimer(run: () => void, ms = 0): NodeJS.Timeout {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (ms <= AT_WORK_MS) noteActivity();
      run();
    }, ms);
    timers.set(timer, ms);
    return timer;
  }
  function stopTimer(timer: NodeJS.Timeout): void {
    timers.delete(timer);
    clearTimeout(timer);
  }
  const isAtWork = () => callsUnderWay > 0 || [...timers.values()].some((ms) => ms <= AT_WORK_MS);

  const wx = createWx({
    callFunction: countedCall,
    navigate: (kind, url) => {
      if (kind !== 'navigateTo') closeTop(kind === 'redirectTo' ? 1 : stack.length);
      open(url);
    },
    navigateBack: (delta) => {
      closeTop(delta);
      stack.at(-1)?.lifecycle('onShow');
    },
  });
  const context = vm.createContext({
    wx,
    App: registerApp,
    Page: registerPage,
    Component: noop,
    getApp: () => app,
    getCurrentPages: () => stack.map(({ instance }) => instance),
    console,
    Date: dateAsOf(now),
    setTimeout: startTimer,
    clearTimeout: stopTimer,
  });
  const load = createModuleLoader(
    dist,
    subPackages.map(({ root }) => root),
    context,
  );

  function definitionOf(route: string): PageDefinition {
    if (!routes.includes(route)) throw new Error(`${route} is not a page of app.json`);
    const known = definitions.get(route);
    if (known) return known;
    registering = undefined;
    load(route);
    const definition = registering as PageDefinition | undefined;
    if (!definition) throw new Error(`${route} did not register a page`);
    definitions.set(route, definition);
    return definition;
  }

  /** Opens a page by its address in app.json, with or without its query. */
  function open(url: string): PhonePage {
    const [route = '', search = ''] = url.replace(/^\//, '').split('?');
    stack.at(-1)?.lifecycle('onHide');
    const page = new PhonePage(route, definitionOf(route), noteActivity);
    stack.push(page);
    page.lifecycle('onLoad', Object.fromEntries(new URLSearchParams(search)));
    page.lifecycle('onShow');
    page.lifecycle('onReady');
    return page;
  }

  function closeTop(count: number): void {
    for (const page of stack.splice(-count)) page.lifecycle('onUnload');
  }

  /** Waits until the page in front is painted, and nothing has happened for a while. */
  async function settled(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    const isPainted = () => (stack.at(-1)?.setDataCalls.length ?? 0) > 0;
    while (!isPainted() || isAtWork() || Date.now() - lastActivity < QUIET_MS) {
      if (Date.now() > deadline) throw new Error(`${stack.at(-1)?.route} did not settle`);
      await wait(QUIET_MS / 4);
    }
  }

  function close(): void {
    closeTop(stack.length);
    for (const timer of timers.keys()) clearTimeout(timer);
  }

  load('app');
  const launch = { path: routes[0], query: {}, scene: 1001 };
  for (const name of ['onLaunch', 'onShow']) {
    const method = app[name];
    if (typeof method === 'function') method.call(app, launch);
  }

  return { routes, open, settled, top: () => stack.at(-1), close };
}
