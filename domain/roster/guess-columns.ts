import { packedCell } from './cell-text';
import type { RosterField } from './roster-file';

/** A heading without what offices add to it: *, (必填), spaces. */
export const plainLabel = (label: string): string =>
  packedCell(label)
    .replace(/[*#＊]/g, '')
    .replace(/\([^)]*\)/g, '')
    .replace(/[:：]$/, '');

const ORDER = /^(序号|序|编号|no\.?)$/i;
/** What a school has elsewhere and this product never keeps. */
const NEVER = /身份证|证件号|学籍号|银行|卡号|社保|户口|户籍/;
const PHONE = '(电话|手机|联系方式|联系号码|号码)';

/** The first that fits. */
const GUESSES: readonly (readonly [RegExp, RosterField])[] = [
  [ORDER, 'skip'],
  [NEVER, 'skip'],
  [new RegExp(`^(家长|监护人).*[及和与、/].*${PHONE}`), 'guardian'],
  [new RegExp(`^(学生|本人).*${PHONE}`), 'keep'],
  [new RegExp(`(父|爸).*${PHONE}`), 'fatherPhone'],
  [new RegExp(`(母|妈).*${PHONE}`), 'motherPhone'],
  [/^(父亲|爸爸|父|父亲信息)(姓名|名字)?$/, 'father'],
  [/^(母亲|妈妈|母|母亲信息)(姓名|名字)?$/, 'mother'],
  [/关系/, 'guardianRelation'],
  [new RegExp(PHONE), 'guardianPhone'],
  [/(家长|监护人|紧急联系人).*(单位|职业|地址|学历)/, 'keep'],
  [/家长|监护人|紧急联系人/, 'guardian'],
  [/^(学号|学生编号|学生号)$/, 'studentNumber'],
  [/^(学生)?(姓名|名字)$|^学生$/, 'name'],
  [/^性别$/, 'sex'],
  [/^(所在|就读)?年级$/, 'grade'],
  [/^(所在|行政|就读)?班级?$|^班级(名称|班号)$/, 'className'],
];

const guess = (label: string): RosterField | null =>
  GUESSES.find(([pattern]) => pattern.test(plainLabel(label)))?.[1] ?? null;

/** A student has one of each: the second such column is kept beside. */
const ONCE: readonly RosterField[] = ['name', 'sex', 'studentNumber', 'grade', 'className'];

/** What each heading most likely means; a person can change every guess. */
export function guessFields(labels: readonly string[]): RosterField[] {
  const fields = labels.map((label) => guess(label) ?? 'keep');
  return fields.map((field, index) =>
    ONCE.includes(field) && fields.indexOf(field) !== index ? 'keep' : field,
  );
}

/** How many headings of a row are known ones: a header has several, and one of them is the name. */
export function scoreOfHeader(cells: readonly string[]): number {
  const fields = new Set(
    cells
      .filter((cell) => cell !== '' && cell.length <= 20)
      .map(guess)
      .filter((field) => field !== null && field !== 'skip'),
  );
  return fields.has('name') && fields.size >= 2 ? fields.size : 0;
}
