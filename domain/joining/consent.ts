import type { Stored } from '../schema';

/**
 * What a guardian agrees to, before anything is collected (个人信息保护法, articles 13–17, 29, 31). A new
 * wording is a new version; who agreed to an older one is asked again with the next thing they join.
 */
export const CONSENT_VERSION = '2026-11' as const;

/** Shown whole, in plain words; `{school}` is who processes. */
export const CONSENT_PARTS: readonly { title: string; text: string }[] = [
  {
    title: '谁来处理',
    text: '{school}。数据存放在中国境内，只供本校使用，不提供给别的机构。',
  },
  {
    title: '记什么，为什么',
    text: '孩子的姓名、班级，老师和您对孩子学习、生活的观察，面谈、家访和会商的约定。只用来了解孩子、商量办法、看看有没有用。不收集父母的职务和收入，不定位，不要求拍照，不排名。',
  },
  {
    title: '谁能看到',
    text: '教孩子的老师、导师、心理教师和负责的校领导，各看各需要的部分。家庭、健康和心理方面的内容保密存放，每次打开都有记录。您能看到学校与您共享的内容。',
  },
  {
    title: '存多久',
    text: '到孩子离校以后学校规定的期限为止，到期删去姓名。',
  },
  {
    title: '您可以做什么',
    text: '随时查看、请学校更正、导出，也可以撤回同意、请学校删去您写的内容。不同意，不影响孩子上学，老师会用别的办法和您联系。',
  },
];

/** Of a child under fourteen everything is sensitive: the guardian agrees to it apart (article 31). */
export const CHILD_CONSENT =
  '孩子未满十四周岁。我是孩子的监护人，单独同意学校按上面的说明处理孩子的个人信息。';

/** What a guardian agreed to for one child. `_id` is `<studentId>~<memberId>`. */
export interface Consent extends Stored {
  studentId: string;
  classId: string;
  divisionId: string;
  memberId: string;
  memberName: string;
  relation: Relation;
  version: string;
  agreedAt: Date;
  /** Set where the child was under fourteen. */
  agreedForChildAt: Date | null;
  withdrawnAt: Date | null;
  lastWriteId: string;
}

export const consentIdOf = (studentId: string, memberId: string): string =>
  `${studentId}~${memberId}`;

export const RELATIONS = {
  mother: '妈妈',
  father: '爸爸',
  grandparent: '祖辈',
  other: '其他监护人',
} as const;
export type Relation = keyof typeof RELATIONS;
