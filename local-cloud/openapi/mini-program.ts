/** What the local cloud must know of the mini-program itself, as its console page holds it. */
export interface MiniProgram {
  appid: string;
  /** Pages of the released version; without a list every page counts as released. */
  pages?: string[];
  /** Templates of 订阅消息 that the account has chosen. */
  templates?: MessageTemplate[];
}

export interface MessageTemplate {
  id: string;
  title: string;
  /** `{ thing1: '学生' }`; the letters of a key are its type. Values of `enum` are listed. */
  fields: Record<string, string>;
  enumValues?: Record<string, string[]>;
  /** Banned by the platform (43107). */
  isBanned?: boolean;
}

/** Is `page` (with or without a query, never with a leading slash) in the released version? */
export function hasPage(miniProgram: MiniProgram, page: string): boolean {
  const [name = ''] = page.split('?');
  return !name.startsWith('/') && (miniProgram.pages?.includes(name) ?? true);
}
