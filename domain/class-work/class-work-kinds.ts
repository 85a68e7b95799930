import type { RecordKind } from '../regulation/record-kind';

interface ClassWorkKindSpec {
  /** A sponsor's summary is of no class. */
  of: 'class' | 'sponsor';
  /** What the title asks for; where there is no theme to name, the kind's own name is proposed. */
  theme: string | null;
  /** What the text is about, and what may be said there. */
  words: string;
  hint: string;
  /** A plan without words is none; a class meeting with a theme and a day is one. */
  needsWords: boolean;
}

/** 班级工作记录: every kind of work with a class that is neither a meeting of teachers nor about one student. */
export const CLASS_WORK_KINDS = {
  // S1-76, S1-101.
  classWorkPlan: {
    of: 'class',
    theme: null,
    words: '目标和措施',
    hint: '班级管理的目标，班级常规，班级文化，准备怎样做。',
    needsWords: true,
  },
  // S1-82, S4-217.
  themeClassMeeting: {
    of: 'class',
    theme: '班会的主题',
    words: '做了什么，怎样',
    hint: '谈了什么，同学们怎样说，约定了什么。',
    needsWords: false,
  },
  // S4-307.
  sponsoredClassMeeting: {
    of: 'class',
    theme: '班会的主题',
    words: '做了什么，怎样',
    hint: '为什么开，谈了什么，接下来一起看什么。',
    needsWords: false,
  },
  // S1-82, S1-102, S1-121.
  blackboardPaper: {
    of: 'class',
    theme: '这一期的主题',
    words: '做了什么，怎样',
    hint: '哪些同学编的，大家怎样看。',
    needsWords: false,
  },
  // S1-91.
  parentOpenWeek: {
    of: 'class',
    theme: null,
    words: '做了什么，怎样',
    hint: '哪些天开放，多少位家长来过，看了什么，他们怎样说。',
    needsWords: true,
  },
  // S1-101.
  classWorkSummary: {
    of: 'class',
    theme: null,
    words: '做了什么，怎样',
    hint: '计划里哪些做到了，有什么进步，接着做什么。',
    needsWords: true,
  },
  // S4-310.
  sponsorSummary: {
    of: 'sponsor',
    theme: null,
    words: '做法和经验',
    hint: '开了几次包靠指导会议，哪些做法有用，下学期接着做什么。',
    needsWords: true,
  },
} as const satisfies Partial<Record<RecordKind, ClassWorkKindSpec>>;

export type ClassWorkKind = keyof typeof CLASS_WORK_KINDS;

export const CLASS_WORK_KIND_NAMES = Object.keys(CLASS_WORK_KINDS) as [
  ClassWorkKind,
  ...ClassWorkKind[],
];

/** The kinds that a class, or a sponsor, has. */
export const kindsOf = (of: ClassWorkKindSpec['of']): ClassWorkKind[] =>
  CLASS_WORK_KIND_NAMES.filter((kind) => CLASS_WORK_KINDS[kind].of === of);
