import { setTimeout as pause } from 'node:timers/promises';
import type { AccountStore } from '../account/account-store';
import type { Clock } from '../clock';
import { isFieldValue } from './field-rules';
import { hasPage, type MessageTemplate, type MiniProgram } from './mini-program';
import { type OpenApi, type OpenApiReply, ok, refuse } from './open-api';
import type { Visitors } from './visitors';

/** A message as it lies in a person's 服务通知. */
export interface Notification {
  openid: string;
  templateId: string;
  title: string;
  /** Opens this page when tapped; empty when it opens nothing. */
  page: string;
  /** In the template's order: `[['学生', '李同学'], …]`. */
  fields: [label: string, value: string][];
  /** Milliseconds since the epoch. */
  sentAt: number;
}

/** What a person answered in the popup of `wx.requestSubscribeMessage`. */
export type Answer = 'accept' | 'reject';

export interface SubscribeMessages {
  send: OpenApi;
  /** One acceptance of a template is one credit; a refusal changes nothing. */
  answer(openid: string, templateId: string, answer: Answer): void;
  credits(openid: string, templateId: string): number;
  /** Newest first; of everybody when no person is given. */
  notifications(openid?: string): Notification[];
  template(id: string): MessageTemplate | undefined;
}

/** Text with this word stands for what the platform's filter refuses (45168). */
export const SENSITIVE_WORD = '敏感测试词';
/** Two sends to one person that overlap in time disturb each other (43108). */
const SENDING_MS = 20;

export function createSubscribeMessages(options: {
  miniProgram: MiniProgram;
  visitors: Visitors;
  account: AccountStore;
  clock: Clock;
}): SubscribeMessages {
  const { miniProgram, visitors, account, clock } = options;
  account.define(`
    CREATE TABLE IF NOT EXISTS credits (
      openid TEXT NOT NULL, template TEXT NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (openid, template));
    CREATE TABLE IF NOT EXISTS notifications (
      id INTEGER PRIMARY KEY, openid TEXT NOT NULL, template TEXT NOT NULL, title TEXT NOT NULL,
      page TEXT NOT NULL, fields TEXT NOT NULL, sent_at INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS notifications_of ON notifications (openid, id)`);
  const sending = new Set<string>();

  const template = (id: string) => miniProgram.templates?.find((known) => known.id === id);
  const credits = (openid: string, templateId: string) =>
    account.one<{ count: number }>(
      'SELECT count FROM credits WHERE openid = ? AND template = ?',
      openid,
      templateId,
    )?.count ?? 0;

  /** The first thing wrong with `data`, or its fields in the template's order. */
  function readFields(to: MessageTemplate, data: unknown): OpenApiReply | Notification['fields'] {
    const given = (data ?? {}) as Record<string, { value?: unknown } | undefined>;
    const fields: Notification['fields'] = [];
    for (const [key, label] of Object.entries(to.fields)) {
      const value = given[key]?.value;
      if (!isFieldValue(key, value, to.enumValues?.[key]))
        return refuse(47003, `argument invalid! data.${key}.value invalid`);
      fields.push([label, String(value)]);
    }
    const unknown = Object.keys(given).find((key) => !(key in to.fields));
    if (unknown) return refuse(47003, `argument invalid! data.${unknown} is not in the template`);
    if (fields.some(([, value]) => value.includes(SENSITIVE_WORD)))
      return refuse(45168, 'the content has sensitive words');
    return fields;
  }

  async function send(parameters: Record<string, unknown>): Promise<OpenApiReply> {
    const { touser, template_id, data } = parameters;
    const page = String(parameters.page ?? '');
    if (!visitors.isKnown(touser)) return refuse(40003, 'invalid openid');
    const openid = String(touser);
    const to = template(String(template_id));
    if (!to) return refuse(40037, 'invalid template_id');
    if (to.isBanned) return refuse(43107, 'the template is banned');
    if (page && !hasPage(miniProgram, page)) return refuse(41030, 'invalid page');
    const fields = readFields(to, data);
    if (!Array.isArray(fields)) return fields;

    if (sending.has(openid)) return refuse(43108, 'concurrent sends to the same user');
    sending.add(openid);
    try {
      await pause(SENDING_MS);
      const { changes } = account.run(
        'UPDATE credits SET count = count - 1 WHERE openid = ? AND template = ? AND count > 0',
        openid,
        to.id,
      );
      if (changes === 0) return refuse(43101, 'user refuse to accept the msg');
      account.run(
        'INSERT INTO notifications (openid, template, title, page, fields, sent_at) VALUES (?, ?, ?, ?, ?, ?)',
        openid,
        to.id,
        to.title,
        page,
        JSON.stringify(fields),
        clock.now(),
      );
      return ok();
    } finally {
      sending.delete(openid);
    }
  }

  return {
    send,
    credits,
    template,
    answer(openid, templateId, answer) {
      if (answer === 'reject') return;
      account.run(
        'INSERT INTO credits VALUES (?, ?, 1) ON CONFLICT (openid, template) DO UPDATE SET count = count + 1',
        openid,
        templateId,
      );
    },
    notifications(openid) {
      const columns =
        'SELECT openid, template AS templateId, title, page, fields, sent_at AS sentAt FROM notifications';
      const rows = openid
        ? account.all<Notification & { fields: string }>(
            `${columns} WHERE openid = ? ORDER BY id DESC LIMIT 200`,
            openid,
          )
        : account.all<Notification & { fields: string }>(`${columns} ORDER BY id DESC LIMIT 200`);
      return rows.map((row) => ({ ...row, fields: JSON.parse(row.fields) }));
    },
  };
}
