import * as z from 'zod/mini';

/**
 * The message templates that the mini-program's account has chosen. Ids and keys are the account's
 * own: these stand for them on one machine, a deployment names its own (`templatesFrom`).
 */
export interface MessageTemplate {
  id: string;
  title: string;
  /** What we say → the key of the template's field; the letters of a key are its type. */
  keys: Record<string, string>;
  /** What we say → how the template calls it. */
  labels: Record<string, string>;
}

export const TEMPLATE_NAMES = ['meeting', 'form', 'todo'] as const;
export type TemplateName = (typeof TEMPLATE_NAMES)[number];
export type Templates = Record<TemplateName, MessageTemplate>;

export const DEFAULT_TEMPLATES: Templates = {
  meeting: {
    id: 'local-template-meeting',
    title: '会议提醒',
    keys: { what: 'thing1', at: 'time2', where: 'thing3', note: 'thing4' },
    labels: { what: '会议名称', at: '会议时间', where: '会议地点', note: '备注' },
  },
  form: {
    id: 'local-template-form',
    title: '填写提醒',
    keys: { what: 'thing1', until: 'date2', state: 'phrase3', note: 'thing4' },
    labels: { what: '填写内容', until: '截止日期', state: '当前状态', note: '说明' },
  },
  todo: {
    id: 'local-template-todo',
    title: '待办提醒',
    keys: { what: 'thing1', count: 'number2', on: 'date3', note: 'thing4' },
    labels: { what: '待办事项', count: '件数', on: '日期', note: '说明' },
  },
};

const key = () => z.string().check(z.regex(/^[a-z_]{3,20}\d{1,3}$/));
const Override = z.strictObject({
  id: z.string().check(z.regex(/^[\w-]{8,64}$/)),
  keys: z.optional(z.record(z.string(), key())),
});
const Overrides = z.partialRecord(z.enum(TEMPLATE_NAMES), Override);

/**
 * The templates of a deployment.
 *
 * @param text JSON: `{"meeting": {"id": "…", "keys": {"what": "thing5", …}}, …}`; what is left out
 *             stays as it is here; undefined or empty for all
 * @throws Error naming what is wrong: a message that cannot be sent is better known at once
 */
export function templatesFrom(text: string | undefined): Templates {
  if (!text) return DEFAULT_TEMPLATES;
  const overrides = Overrides.parse(JSON.parse(text));
  const named = (name: TemplateName): MessageTemplate => {
    const base = DEFAULT_TEMPLATES[name];
    const own = overrides[name];
    const unknown = Object.keys(own?.keys ?? {}).find((part) => !(part in base.keys));
    if (unknown !== undefined) throw new Error(`template ${name} says nothing called ${unknown}`);
    return { ...base, ...(own && { id: own.id, keys: { ...base.keys, ...own.keys } }) };
  };
  return { meeting: named('meeting'), form: named('form'), todo: named('todo') };
}

/** The templates as whoever sets the reminders sees them; `id` is null where none is configured. */
export const describeTemplates = (templates: Templates) =>
  TEMPLATE_NAMES.map((name) => {
    const { id, title, keys, labels } = templates[name];
    return {
      name,
      title,
      id: id === DEFAULT_TEMPLATES[name].id ? null : id,
      fields: Object.entries(keys).map(([part, key]) => ({ label: labels[part] ?? part, key })),
    };
  });
