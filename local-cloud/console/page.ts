import type { Invocation } from '../meter/invocation';
import { MONTHLY_CALLS } from '../meter/meter';
import type { Notification } from '../openapi/subscribe-message';
import type { Person } from '../person';
import { Html, html } from './html';
import { SCRIPT, STYLE } from './style';

/** Everything that the page shows, gathered by the service. */
export interface Overview {
  now: number;
  isClockHeld: boolean;
  people: readonly Person[];
  notifications: Notification[];
  timers: { functionName: string; triggerName: string; config: string; nextRunAt?: number }[];
  invocations: Invocation[];
  collections: { name: string; documents: number }[];
  billedThisMonth: number;
}

const BEIJING = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'short',
});
const time = (at: number) => BEIJING.format(at);

/** A whole document with `body` in it. */
export function layout(title: string, body: Html): string {
  return `<!doctype html>${
    html`<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${new Html(STYLE)}</style></head><body><main>${body}</main><script>${new Html(SCRIPT)}</script></body></html>`
      .text
  }`;
}

export function consolePage(overview: Overview): string {
  return layout(
    '本地云',
    html`<h1>本地云</h1>
<p class="quiet">${time(overview.now)}${overview.isClockHeld && ' · 时钟已停住'}</p>
<div class="columns">
<div>${whoYouAre(overview)}</div>
<div>${notifications(overview)}${timers(overview)}${usage(overview)}${collections(overview)}${functionLog(overview)}</div>
</div>`,
  );
}

const appLink = (openid: string, page = '') =>
  `/app/?as=${encodeURIComponent(openid)}${page && `#/${page}`}`;

function whoYouAre({ people }: Overview): Html {
  const roles = [...new Set(people.map(({ roles: [first = '其他'] }) => first))];
  const groups = roles.map((role) => {
    const members = people.filter(({ roles: [first = '其他'] }) => first === role);
    return html`<h3>${role}</h3><ul>${members.map(
      (person) =>
        html`<li><a class="row" href="${appLink(person.openid)}"><span>${person.name}</span><small>${person.roles.slice(1).join('、')} ${person.schoolName} ›</small></a></li>`,
    )}</ul>`;
  });
  return html`<section><h2>你是谁</h2>${
    people.length > 0 ? groups : html`<p class="quiet">这里会列出可以扮演的成员。</p>`
  }</section>`;
}

function notifications({ notifications: all, people }: Overview): Html {
  const nameOf = (openid: string) =>
    people.find((person) => person.openid === openid)?.name ?? openid;
  const receivers = [...new Set(all.map(({ openid }) => openid))];
  const chats = receivers.map((openid) => {
    const messages = all.filter((message) => message.openid === openid);
    const [latest] = messages;
    return html`<li><details><summary><span>${nameOf(openid)}<br><small>服务通知 · ${latest?.title} · 共 ${messages.length} 条</small></span></summary>${messages.map(notificationCard)}</details></li>`;
  });
  return html`<section><h2>服务通知</h2>${
    chats.length > 0
      ? html`<ul>${chats}</ul>`
      : html`<p class="quiet">发给成员的微信服务通知会出现在这里。</p>`
  }</section>`;
}

function notificationCard({ title, sentAt, fields, page, openid }: Notification): Html {
  return html`<div class="card"><strong>${title}</strong><br><small>${time(sentAt)}</small><dl>${fields.map(
    ([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`,
  )}</dl>${page && html`<a class="row" href="${appLink(openid, page)}"><span>进入小程序查看</span><span>›</span></a>`}</div>`;
}

function timers({ timers: all, isClockHeld }: Overview): Html {
  const rows = all.map(
    ({ functionName, triggerName, config, nextRunAt }) =>
      html`<li class="row"><span>${functionName}<br><small>${triggerName} · ${config}</small></span><span>${
        nextRunAt === undefined ? '不会再运行' : time(nextRunAt)
      }</span></li>`,
  );
  return html`<section><h2>定时任务</h2>${
    rows.length > 0 ? html`<ul>${rows}</ul>` : html`<p class="quiet">还没有带定时器的云函数。</p>`
  }${
    isClockHeld &&
    html`<div class="buttons"><button data-post="/console/api/advance?hours=1">快进 1 小时</button><button data-post="/console/api/advance?hours=24">快进 1 天</button></div>`
  }</section>`;
}

function usage({ billedThisMonth }: Overview): Html {
  return html`<section><h2>本月调用</h2><p>${billedThisMonth.toLocaleString('zh-CN')} / ${MONTHLY_CALLS.toLocaleString('zh-CN')} 次</p><meter min="0" max="${MONTHLY_CALLS}" value="${billedThisMonth}">${billedThisMonth}</meter><small>云函数、数据库读写、文件上传下载合计</small></section>`;
}

function collections({ collections: all }: Overview): Html {
  const rows = all.map(
    ({ name, documents }) =>
      html`<li><a class="row" href="/console/collections/${encodeURIComponent(name)}"><span>${name}</span><span>${documents.toLocaleString('zh-CN')} 条</span></a></li>`,
  );
  return html`<section><h2>数据库</h2>${
    rows.length > 0 ? html`<ul>${rows}</ul>` : html`<p class="quiet">还没有集合。</p>`
  }</section>`;
}

function functionLog({ invocations, people }: Overview): Html {
  const rows = invocations.map((invocation) => {
    const { openid, source, outcome, errorMessage, logs } = invocation;
    const who = people.find((person) => person.openid === openid)?.name ?? openid ?? source;
    return html`<li><details><summary><span>${invocation.functionName} · ${who}${
      outcome !== 'ok' && html` <span class="wrong">失败 ${outcome}</span>`
    }<br><small>${cost(invocation)}</small></span></summary><pre>${time(invocation.startedAt)} ${invocation.id}
${errorMessage}${logs.map(({ level, text }) => `\n[${level}] ${text}`)}${invocation.scans.map(
  ({ collection, rows: looked, lackingIndex }) =>
    `\n[scan] ${collection}: ${looked} 行，缺少索引 ${lackingIndex.join(', ')}`,
)}</pre></details></li>`;
  });
  return html`<section><h2>函数日志</h2>${
    rows.length > 0
      ? html`<ul>${rows}</ul>`
      : html`<p class="quiet">每次调用和它的开销会记在这里。</p>`
  }</section>`;
}

function cost({ requests, trips, documents, milliseconds, isColdStart }: Invocation): string {
  const sent = Object.values(requests).reduce((sum, count) => sum + count, 0);
  return `${sent} 次请求 · ${trips} 趟 · 读 ${documents.read} 写 ${documents.written} 条 · ${Math.round(milliseconds)} ms${isColdStart ? ' · 冷启动' : ''}`;
}

/** Some documents of a collection, as they are stored. */
export function collectionPage(name: string, documents: unknown[], next?: number): string {
  return layout(
    name,
    html`<h1>${name}</h1><p><a class="row" href="/">‹ 返回本地云</a></p><section><ul>${documents.map(
      (document) => html`<li><pre>${JSON.stringify(document, null, 2)}</pre></li>`,
    )}</ul>${documents.length === 0 && html`<p class="quiet">没有更多记录。</p>`}</section>${
      next !== undefined &&
      html`<p class="buttons"><a class="button" href="?skip=${next}">往后看</a></p>`
    }`,
  );
}
