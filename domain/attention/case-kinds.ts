/** A field of a file: what a kind asks for, strengths first in each. */
export interface CaseField {
  key: string;
  label: string;
  placeholder: string;
}

interface CaseKindRow {
  label: string;
  /** As lists name it. They never say which group a child belongs to. */
  listLabel: string;
  /** Whether the student's file shows only that it exists (S4-263); a talent is no secret. */
  isSealed: boolean;
  fields: readonly CaseField[];
}

const strengths = (placeholder: string): CaseField => ({
  key: 'strengths',
  label: '长处',
  placeholder,
});

/**
 * The kinds of file. 留守 is kept as 亲情陪伴 (S1-106, S1-122); 特长生 and 潜能生 (S4-266, S4-282) are
 * about what a child can become, not about risk.
 */
export const CASE_KINDS = {
  care: {
    label: '个案育人计划',
    listLabel: '需要关注',
    isSealed: true,
    fields: [
      strengths('喜欢什么，做得好的事，谁的话听得进。'),
      { key: 'seen', label: '看到的情况', placeholder: '写事实：什么时候，发生了什么，多久一次。' },
    ],
  },
  company: {
    label: '亲情陪伴档案',
    listLabel: '需要关注',
    isSealed: true,
    fields: [
      strengths('自理、懂事、爱好，做得好的事。'),
      { key: 'contact', label: '和父母怎样联系', placeholder: '例如：每周日晚视频一次。' },
      { key: 'activities', label: '课余活动的安排', placeholder: '例如：周三篮球，周五图书角。' },
    ],
  },
  talent: {
    label: '特长生成长档案',
    listLabel: '特长成长',
    isSealed: false,
    fields: [
      strengths('学习、文学、艺术、体育、科技……具体到作品和表现。'),
      { key: 'training', label: '培养安排', placeholder: '谁指导，什么时间，在哪里。' },
      { key: 'chances', label: '展示的机会', placeholder: '比赛、展演、班级活动。' },
    ],
  },
  potential: {
    label: '潜能生成长档案',
    listLabel: '潜能成长',
    isSealed: false,
    fields: [
      strengths('已经在进步的地方。'),
      {
        key: 'firstStep',
        label: '最容易先进步的地方',
        placeholder: '选一件两周内能看到变化的事。',
      },
      { key: 'support', label: '需要的帮助', placeholder: '谁可以帮，怎样帮。' },
    ],
  },
} as const satisfies Record<string, CaseKindRow>;
export type CaseKind = keyof typeof CASE_KINDS;
export const CASE_KIND_NAMES = Object.keys(CASE_KINDS) as [CaseKind, ...CaseKind[]];
