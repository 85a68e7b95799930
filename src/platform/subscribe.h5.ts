import { person } from './person';

/** Template id → `accept`, `reject`, `ban` or `filter`; empty when nothing could be asked. */
export type SubscribeAnswers = Readonly<Record<string, string>>;

type Choice = 'accept' | 'reject';

/** What was chosen with 总是保持以上选择, for the whole browser. */
const KEPT = 'subscribe';

const LOOKS = `
.subscribe-veil { position: fixed; inset: 0; z-index: 1000; display: flex; align-items: flex-end;
  background: rgba(0, 0, 0, 0.4); }
.subscribe-sheet { box-sizing: border-box; width: 100%; padding: 24px 16px; border-radius: 12px 12px 0 0;
  background: var(--card); color: var(--ink); font-size: 15px; line-height: 1.5; }
.subscribe-sheet p { margin: 0 0 12px; }
.subscribe-sheet label { display: flex; align-items: center; gap: 8px; min-height: 44px; color: var(--ink-2); }
.subscribe-sheet div { display: flex; gap: 12px; margin-top: 12px; }
.subscribe-sheet button { flex: 1; min-height: 44px; border: 0; border-radius: 8px; font-size: 15px;
  background: var(--paper); color: var(--pine); }
.subscribe-sheet button:last-child { background: var(--pine); color: var(--card); }`;

/** The browser has no such popup: this stands in for WeChat's own. */
function ask(): Promise<Choice> {
  const veil = document.createElement('div');
  veil.className = 'subscribe-veil';
  veil.innerHTML = `<style>${LOOKS}</style>
    <form class="subscribe-sheet" role="dialog" aria-label="微信提醒">
      <p>“学情会商”想给您发送微信提醒，每同意一次可以收到一条。</p>
      <label><input type="checkbox"> 总是保持以上选择，不再询问</label>
      <div><button type="button" value="reject">取消</button><button type="button" value="accept">允许</button></div>
    </form>`;
  document.body.append(veil);
  return new Promise((resolve) => {
    for (const button of veil.querySelectorAll('button')) {
      button.addEventListener('click', () => {
        const choice = button.value as Choice;
        const isKept = veil.querySelector('input')?.checked ?? false;
        if (isKept) window.localStorage.setItem(KEPT, choice);
        veil.remove();
        resolve(choice);
      });
    }
  });
}

/**
 * Asks whether messages of these templates may be sent, once each, and tells the local cloud, which
 * counts as WeChat does. It never fails: who is not asked has agreed to nothing.
 *
 * @param tmplIds at most three
 */
export async function requestSubscribe(tmplIds: string[]): Promise<SubscribeAnswers> {
  const kept = window.localStorage.getItem(KEPT) as Choice | null;
  const choice = kept ?? (await ask());
  const answers = Object.fromEntries(tmplIds.map((id) => [id, choice]));
  try {
    const response = await fetch('/wx/subscribe', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': person() },
      body: JSON.stringify({ tmplIds, answers }),
    });
    const { errMsg: _, ...given } = (await response.json()) as Record<string, string>;
    return given;
  } catch {
    return {};
  }
}
