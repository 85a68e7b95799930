import { packedCell } from './cell-text';
import type { RosterField, RosterKind, StaffField, StudentField } from './roster-file';

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
const STUDENT_GUESSES: readonly (readonly [RegExp, StudentField])[] = [
  [ORDER, 'skip'],
  [NEVER, 'skip'],
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

export const SUBJECTS =
  /^(语文|数学|英语|外语|物理|化学|生物|历史|地理|政治|道法|道德与法治|思想品德|科学|音乐|美术|艺术|体育|体育与健康|信息|信息技术|信息科技|劳动|书法|综合实践|心理|心理健康)$/;

const STAFF_GUESSES: readonly (readonly [RegExp, StaffField])[] = [
  [ORDER, 'skip'],
  [NEVER, 'skip'],
  [/^(教师|教职工|职工|老师)?(姓名|名字)$|^(教师|老师|教职工)$/, 'name'],
  [new RegExp(PHONE), 'phone'],
  [/职务|岗位|角色|分工|身份/, 'roles'],
  [/包靠|包班|包级/, 'sponsors'],
  [/班主任/, 'homeroomOf'],
  [/(任教|任课|所教|教学|授课)班级?/, 'teaches'],
  [/学科|科目|任课$/, 'subject'],
  [/级部|^年级$/, 'divisions'],
  [/^(所在|行政)?班级?$/, 'className'],
];

const firstFit = <F extends RosterField>(
  label: string,
  guesses: readonly (readonly [RegExp, F])[],
): F | null => guesses.find(([pattern]) => pattern.test(label))?.[1] ?? null;

/** What each heading most likely means; a person can change every guess. */
export function guessFields(kind: RosterKind, labels: readonly string[]): RosterField[] {
  const plain = labels.map(plainLabel);
  if (kind === 'students') {
    return onceEach(plain.map((label) => firstFit(label, STUDENT_GUESSES) ?? 'keep'));
  }
  const isByClass = !plain.some((label) => firstFit(label, STAFF_GUESSES) === 'name');
  return plain.map((label) => {
    const guess = firstFit(label, STAFF_GUESSES);
    if (!isByClass) return guess === 'className' ? 'teaches' : (guess ?? 'skip');
    if (SUBJECTS.test(label)) return 'teacherOf';
    if (guess === 'homeroomOf') return 'homeroomTeacher';
    return guess === 'className' ? 'className' : 'skip';
  });
}

/** A student has one name, one number and one class: the second such column is kept beside. */
function onceEach(fields: StudentField[]): StudentField[] {
  const single: readonly StudentField[] = ['name', 'sex', 'studentNumber', 'grade', 'className'];
  return fields.map((field, index) =>
    single.includes(field) && fields.indexOf(field) !== index ? 'keep' : field,
  );
}

/** How many headings of a row are known ones: a header has several, and one of them names people. */
export function scoreOfHeader(kind: RosterKind, cells: readonly string[]): number {
  const fields = new Set(
    cells
      .filter((cell) => cell !== '' && cell.length <= 20)
      .map((cell) => {
        const label = plainLabel(cell);
        if (kind === 'students') return firstFit(label, STUDENT_GUESSES);
        return SUBJECTS.test(label) ? label : firstFit(label, STAFF_GUESSES);
      })
      .filter((field) => field !== null && field !== 'skip'),
  );
  const namesSomebody =
    fields.has('name') || (kind === 'staff' && fields.has('className') && fields.size >= 3);
  return namesSomebody && fields.size >= 2 ? fields.size : 0;
}
