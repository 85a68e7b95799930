/** So long an import can be taken back. */
export const UNDO_DAYS = 30;
/** Long enough to be opened again tomorrow; who needs it later makes it again. */
export const DAYS_KEPT = 3;

/** What nobody needs any more after a while. */
export type LeftoverKind = 'guardianRequest' | 'rosterImport' | 'code' | 'reminder' | 'book';

interface Leftover {
  label: string;
  /** From when on it is due, in words and in days. */
  term: string;
  days: number;
  does: string;
  why: string;
}

/**
 * What goes by itself, whatever a school sets and whether or not it has switched retention on: each
 * has done its work, and most of it names families or holds their phones (个人信息保护法 19, 47).
 */
export const LEFTOVERS: Record<LeftoverKind, Leftover> = {
  guardianRequest: {
    label: '家长的加入申请',
    ...{ term: '答复 30 天后', days: 30 },
    does: '删去',
    why: '让谁进来已经记在成员和同意里，申请里的姓名没有别的用处。',
  },
  rosterImport: {
    label: '花名册导入的原始内容',
    ...{ term: '过了撤销期', days: UNDO_DAYS + 1 },
    does: '删去每一行和问题清单，只留谁在什么时候导入了多少',
    why: '里面有家长电话；文件本身读完就删了。',
  },
  code: {
    label: '加入码、邀请码和填表的码',
    ...{ term: '到期 30 天后', days: 30 },
    does: '删去',
    why: '到期的码已经没有用。',
  },
  reminder: {
    label: '提醒',
    ...{ term: '满 180 天', days: 180 },
    does: '删去',
    why: '提醒说的事另有记录，半年前的没有人再看。',
  },
  book: {
    label: '为打印做的文件和备份',
    ...{ term: `做好 ${DAYS_KEPT} 天后`, days: DAYS_KEPT },
    does: '从存储里删去',
    why: '需要的话随时可以再做一份。',
  },
};
export const LEFTOVER_KINDS = Object.keys(LEFTOVERS) as LeftoverKind[];
