import { digitsOf, plainCell } from './cell-text';
import type { GuardianContact } from './roster-import.schema';

/** Longer words first: 外祖母 is not 祖母. */
const RELATIONS = [
  ...['外祖父', '外祖母', '监护人', '父亲', '爸爸', '母亲', '妈妈', '爷爷', '奶奶', '外公', '外婆'],
  ...[
    '姥姥',
    '姥爷',
    '祖父',
    '祖母',
    '继父',
    '继母',
    '养父',
    '养母',
    '哥哥',
    '姐姐',
    '伯父',
    '叔叔',
  ],
  ...['伯母', '姑姑', '舅舅', '阿姨', '家长', '其他', '父', '母', '爸', '妈'],
];
const SAME: Readonly<Record<string, string>> = {
  ...{ 爸爸: '父亲', 父: '父亲', 爸: '父亲', 妈妈: '母亲', 母: '母亲', 妈: '母亲' },
  ...{ 家长: '监护人' },
};

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{9,11}$/;

export type PhoneWords = { phone: string } | { wrong: 'lost' | 'length' };

/** A phone number as digits; `lost` where Excel cut them, `length` where it cannot be one. */
export function readPhone(cell: string): PhoneWords {
  const digits = digitsOf(cell);
  if (digits === null) return { wrong: 'lost' };
  const bare = digits.replace(/[-()·.]/g, '').replace(/^\+?86(?=1\d{10}$)/, '');
  return MOBILE.test(bare) || LANDLINE.test(bare) ? { phone: bare } : { wrong: 'length' };
}

/** 138****0000: enough to recognise, not enough to call. */
export const maskPhone = (phone: string): string =>
  phone.length < 7 ? phone : `${phone.slice(0, 3)}****${phone.slice(-4)}`;

type Token = { kind: 'relation' | 'name' | 'phone' | 'other'; text: string };

const TOKEN = new RegExp(
  [
    '(?<phone>\\+?(?:86[- ]?)?1[3-9]\\d(?:[- ]?\\d{4}){2}(?!\\d)|0\\d{2,3}-?\\d{7,8}(?!\\d))',
    `(?<relation>${RELATIONS.join('|')})`,
    `(?<name>(?:(?!${RELATIONS.join('|')})[\\u4e00-\\u9fff]){1,4}(?:·[\\u4e00-\\u9fff]{1,8})*|[A-Za-z][A-Za-z .]{1,30})`,
    '(?<other>[^\\s;；,，、/|:：()]+)',
  ].join('|'),
  'g',
);

function tokensOf(cell: string): Token[] {
  return [...plainCell(cell).matchAll(TOKEN)].map(({ groups = {} }) => {
    const kind = (['phone', 'relation', 'name', 'other'] as const).find((one) => groups[one]);
    return { kind: kind ?? 'other', text: (groups[kind ?? 'other'] ?? '').trim() };
  });
}

/** Words that only say that a number or a name follows. */
const isFiller = ({ text }: Token): boolean => /^(电话|手机|手机号|联系电话|姓名|号码)$/.test(text);

/**
 * Several people in one cell, however it is written: 父亲：张伟 13800000000;母亲 李娜, or
 * 张伟(父) 13800000000、李娜(母).
 *
 * @param relation what somebody is of whom the cell does not say it
 * @returns the people, and the words that nobody could read
 */
export function readGuardians(
  cell: string,
  relation = '监护人',
): { people: GuardianContact[]; unread: string[] } {
  const tokens = tokensOf(cell).filter((token) => !isFiller(token));
  const namesLead = tokens[0]?.kind === 'name';
  const people: Partial<GuardianContact>[] = [];
  const unread: string[] = [];
  let current: Partial<GuardianContact> = {};
  const next = () => {
    if (Object.keys(current).length > 0) people.push(current);
    current = {};
  };
  for (const { kind, text } of tokens) {
    if (kind === 'other') unread.push(text);
    else if (kind === 'phone') {
      if (current.phone) next();
      current.phone = text.replace(/^\+?86[- ]?(?=1)/, '').replace(/[- ]/g, '');
    } else if (kind === 'name') {
      if (current.name || (namesLead && current.phone)) next();
      current.name = text;
    } else {
      if (current.relation || (!namesLead && (current.name || current.phone))) next();
      current.relation = SAME[text] ?? text;
    }
  }
  next();
  return {
    people: people.map((one) => ({ name: '', phone: '', relation, ...one })),
    unread,
  };
}

/** What is known with what the file adds: nobody is lost, an empty word replaces nothing. */
export function mergeGuardians(
  before: readonly GuardianContact[],
  added: readonly GuardianContact[],
): GuardianContact[] {
  const merged = before.map((one) => ({ ...one }));
  for (const one of added) {
    const same = merged.find(
      (other) =>
        (one.phone !== '' && other.phone === one.phone) ||
        (one.name !== '' && other.name === one.name) ||
        (other.relation === one.relation && (other.name === '' || one.name === '')),
    );
    if (!same) merged.push({ ...one });
    else {
      same.name ||= one.name;
      same.phone = one.phone || same.phone;
      same.relation = one.relation === '监护人' ? same.relation : one.relation;
    }
  }
  return merged.slice(0, MAX_GUARDIANS);
}

export const MAX_GUARDIANS = 6;
