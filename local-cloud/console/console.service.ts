import type { Clock, HeldClock } from '../clock';
import type { DatabaseService } from '../database/database.service';
import type { FunctionsService } from '../functions/functions.service';
import { HttpProblem } from '../gateway/http';
import type { Meter } from '../meter/meter';
import type { OpenApiService } from '../openapi/openapi.service';
import type { Person } from '../person';
import type { Route, RouteReply, Service } from '../service';
import type { TimerService } from '../timer/timer.service';
import { collectionPage, consolePage, type Overview } from './page';

interface ConsoleOptions {
  people: readonly Person[];
  clock: Clock;
  meter: Meter;
  database: DatabaseService;
  functions: FunctionsService;
  timer: TimerService;
  openapi: OpenApiService;
}

const SHOWN_INVOCATIONS = 40;
const SHOWN_DOCUMENTS = 20;

const page = (body: string): RouteReply => ({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});

/** What a person sees of the local cloud: one page, and its facts as JSON under `/console/api/`. */
export function createConsole(options: ConsoleOptions): Service {
  const { people, clock, meter, database, timer, openapi } = options;

  const overview = (): Overview => ({
    now: clock.now(),
    isClockHeld: clock.isHeld,
    people,
    notifications: openapi.messages.notifications(),
    timers: timer.upcoming(),
    invocations: meter.last(SHOWN_INVOCATIONS),
    collections: database.listCollections(),
    billedThisMonth: meter.billedThisMonth(),
  });

  function documents(name: string, url: URL): { documents: unknown[]; next?: number } {
    if (!database.listCollections().some((collection) => collection.name === name))
      throw new HttpProblem(404, 'no such collection');
    const skip = Math.max(0, Number(url.searchParams.get('skip') ?? 0) || 0);
    const found = database.peek(name, SHOWN_DOCUMENTS, skip);
    return {
      documents: found,
      ...(found.length === SHOWN_DOCUMENTS && { next: skip + SHOWN_DOCUMENTS }),
    };
  }

  async function advance(url: URL): Promise<RouteReply> {
    const hours = Number(url.searchParams.get('hours'));
    if (!clock.isHeld) throw new HttpProblem(409, '时钟没有停住，不能快进 (the clock is not held)');
    if (!(hours > 0 && hours <= 24 * 366)) throw new HttpProblem(400, 'hours must be positive');
    await (clock as HeldClock).advance(hours * 3_600_000);
    return { body: { now: clock.now() } };
  }

  const facts: Record<string, (url: URL) => object> = {
    people: () => people,
    notifications: (url) =>
      openapi.messages.notifications(url.searchParams.get('openid') ?? undefined),
    timers: () => timer.upcoming(),
    invocations: (url) => meter.last(Number(url.searchParams.get('last') ?? SHOWN_INVOCATIONS)),
    collections: () => database.listCollections(),
    usage: () => ({ billedThisMonth: meter.billedThisMonth(), ...meter.totals() }),
  };

  const routes: Route[] = [
    { method: 'GET', path: '/', handle: () => page(consolePage(overview())) },
    {
      method: 'GET',
      path: '/console/collections/',
      handle({ rest, url }) {
        const { documents: found, next } = documents(rest, url);
        return page(collectionPage(rest, found, next));
      },
    },
    {
      method: 'GET',
      path: '/console/api/collections/',
      handle: ({ rest, url }) => ({ body: documents(rest, url) }),
    },
    ...Object.entries(facts).map(
      ([name, fact]): Route => ({
        method: 'GET',
        path: `/console/api/${name}`,
        handle: ({ url }) => ({ body: fact(url) }),
      }),
    ),
    { method: 'POST', path: '/console/api/advance', handle: ({ url }) => advance(url) },
  ];

  return { name: 'console', actions: {}, routes };
}
