import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { ROOT } from '../../../config/inputs';
import type { CallerOf } from '../../cloudfunctions/harness/cloud';
import type { TestProduct } from './product';

export interface JourneyOptions {
  isDark?: boolean;
  /** How much larger the person reads; 1.4 is WeChat's 关怀 size. */
  textScale?: number;
  /** The journey itself takes the network away: what the browser says of that is no error. */
  losesNetwork?: boolean;
  /** WeChat's popup about messages opens; else it was told long ago not to, with 总是保持. */
  isAskedToSubscribe?: boolean;
}

/** One call of the function `api`, with the procedures that it carried. */
export interface CloudCall {
  paths: string[];
}

/** Where the product is served, and what time it is there. */
type Served = Pick<TestProduct, 'url'> & { clock: Pick<TestProduct['clock'], 'now'> };

const PHONE = { width: 375, height: 812 };
const USUAL_FONT_PX = 16;

/** A page that is left stays in sight for a moment, with words that could be taken for the new one's. */
const isOnePageInFront = () =>
  [...document.querySelectorAll('.taro_page')].filter((page) => page.getClientRects().length > 0)
    .length <= 1;

/** A sheet that opens is painted in the next frame: nobody taps through it before that. */
const nextPaint = () =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/**
 * One person's way through the product on a phone-sized browser. It counts what the way costs
 * (`taps`, `calls`), and ends in an error if the page met one.
 */
export class Journey {
  /** Every tap of the person, however the test makes it. */
  taps = 0;
  readonly calls: CloudCall[] = [];
  private readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly product: Served,
    private readonly losesNetwork: boolean,
  ) {}

  static async begin(
    browser: Browser,
    product: Served,
    options: JourneyOptions = {},
  ): Promise<Journey> {
    const context = await browser.newContext({
      viewport: PHONE,
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      colorScheme: options.isDark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const journey = new Journey(page, context, product, options.losesNetwork ?? false);
    if (!options.isAskedToSubscribe) {
      await context.addInitScript(() => {
        // An empty page has no storage.
        if (window.location.protocol.startsWith('http')) {
          window.localStorage.setItem('subscribe', 'reject');
        }
      });
    }
    await journey.listen();
    await journey.setTextScale(options.textScale ?? 1);
    return journey;
  }

  private async listen(): Promise<void> {
    await this.context.exposeFunction('tapped', () => {
      this.taps += 1;
    });
    await this.context.addInitScript(() => {
      const told = window as unknown as { tapped(): void };
      window.addEventListener('click', (event) => event.isTrusted && told.tapped(), true);
    });
    this.page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message));
    this.page.on('console', (message) => {
      const isExpected = this.losesNetwork && message.text().includes('net::ERR_');
      if (message.type() === 'error' && !isExpected) this.errors.push(message.text());
    });
    this.page.on('request', (request) => {
      if (!request.url().endsWith('/functions/api')) return;
      const { calls } = request.postDataJSON() as { calls: { path: string }[] };
      this.calls.push({ paths: calls.map((call) => call.path) });
    });
  }

  /** As the person's own setting of the browser would: the root size grows, px do not. */
  private async setTextScale(scale: number): Promise<void> {
    const session = await this.context.newCDPSession(this.page);
    const standard = Math.round(USUAL_FONT_PX * scale);
    await session.send('Page.enable');
    await session.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
  }

  /**
   * Opens a page as somebody, in place of whoever was there. The phone's clock is the product's.
   *
   * @param person a member of the cast, or anybody with an openid
   * @param path   as in app.config.ts, with its query: `pages/today/index`
   */
  async openAs({ openid }: CallerOf, path: string): Promise<void> {
    const { url, clock } = this.product;
    await this.page.clock.setFixedTime(clock.now());
    await this.page.goto('about:blank');
    await this.page.goto(`${url}/app/?as=${encodeURIComponent(openid)}#/${path}`);
    await this.settled();
  }

  /** Taps what shows this text, or this element, and sees what comes of it. */
  async tap(target: string | RegExp | Locator): Promise<void> {
    const isText = typeof target === 'string' || target instanceof RegExp;
    const wanted = isText ? this.see(target) : target;
    await wanted.waitFor();
    await this.page.waitForFunction(isOnePageInFront);
    await wanted.tap();
    await this.page.evaluate(nextPaint);
  }

  /** What shows this text on the page in front. Pages underneath stay in the document, hidden. */
  see(text: string | RegExp): Locator {
    return this.page.getByText(text).filter({ visible: true }).first();
  }

  /** Where one types what is labelled so; Taro's fields carry the label around the real one. */
  field(label: string): Locator {
    const inner = ['input', 'textarea'].flatMap((tag) => [
      `[aria-label="${label}"] ${tag}`,
      `${tag}[aria-label="${label}"]`,
    ]);
    return this.page.locator(inner.join(', ')).filter({ visible: true }).first();
  }

  /** Takes the network away, and gives it back: the browser knows. */
  async setOffline(isOffline: boolean): Promise<void> {
    await this.context.setOffline(isOffline);
  }

  /** Waits until nothing is on its way to or from the cloud. */
  async settled(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
  }

  /**
   * Takes the picture of a screen that has come to rest: into `docs/screens/` when UPDATE_SCREENS=1,
   * else aside.
   *
   * @returns the file written
   */
  async screenshot(name: string): Promise<string> {
    await this.settled();
    await this.see('请稍等…').waitFor({ state: 'hidden' });
    const folder = process.env.UPDATE_SCREENS === '1' ? 'docs/screens' : '.cache/screens';
    mkdirSync(path.join(ROOT, folder), { recursive: true });
    const file = path.join(ROOT, folder, `${name}.png`);
    await this.page.screenshot({ path: file, animations: 'disabled' });
    return file;
  }

  /** Says what the way cost. @throws if the page met an error on it */
  async end(): Promise<void> {
    await this.context.close();
    const way = expect.getState().currentTestName ?? 'a way';
    process.stdout.write(`${way}: ${this.taps} taps, ${this.calls.length} calls\n`);
    if (this.errors.length > 0) throw new Error(`The page met errors:\n${this.errors.join('\n')}`);
  }
}
