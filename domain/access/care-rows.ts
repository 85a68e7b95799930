import { CARERS, OFFICE, themselves } from './role-sets';
import type { Role } from './roles';
import type { Scope } from './scopes';

/** The rows of 特别关注, 特异体质 and 排查: part of THE table in `permissions.ts`. */
export const CARE_ROWS = {
  'attentionCategory.revise': { label: '设定特别关注的类别和回访间隔', allow: OFFICE },
  // Subject teachers and guardians never learn that there is a case: to them a child has a name.
  'attentionCase.read': { label: '查看特别关注的个案', allow: CARERS },
  'attentionCase.record': {
    label: '建立和填写个案育人计划',
    allow: { studentAffairsOffice: 'school', homeroomTeacher: 'class', counsellor: 'school' },
  },
  // 特长生, 潜能生: about what a child can become, kept by mentors too (S4-266, S4-282).
  'growthFile.record': {
    label: '建立和填写特长生、潜能生成长档案',
    allow: {
      studentAffairsOffice: 'school',
      homeroomTeacher: 'class',
      mentor: 'mentees',
      counsellor: 'school',
    },
  },
  // Whoever may not open sealed notes may not write one: they would overwrite what they cannot see.
  'attentionCase.reviseSealed': {
    label: '填写个案的保密部分',
    allow: { homeroomTeacher: 'class', counsellor: 'school' },
  },
  'attentionCase.assign': { label: '安排包靠领导', allow: OFFICE },
  'attentionFollowUp.record': { label: '记个案的跟进', allow: CARERS },
  'attentionFollowUp.void': {
    label: '撤回自己记的跟进',
    allow: themselves(CARERS),
  },
  'peerPairing.read': { label: '查看手牵手结对', allow: CARERS },
  'peerPairing.record': { label: '安排手牵手结对', allow: { homeroomTeacher: 'class' } },

  // What keeps a child safe must be known to everybody who teaches the child (S4-281).
  'healthCondition.read': {
    label: '打开特异体质的安全须知',
    allow: { ...CARERS, subjectTeacher: 'class' },
  },
  'healthCondition.revise': {
    label: '登记特异体质',
    allow: { studentAffairsOffice: 'school', homeroomTeacher: 'class' },
  },
  'healthCondition.signOff': {
    label: '确认已知悉安全须知',
    allow: { homeroomTeacher: 'class', subjectTeacher: 'class', mentor: 'mentees' },
  },

  'screening.read': {
    label: '查看排查',
    allow: {
      ...OFFICE,
      leader: 'sponsored',
      divisionHead: 'division',
      homeroomTeacher: 'class',
      counsellor: 'school',
    },
  },
  'screening.plan': { label: '发起排查', allow: OFFICE },
  'screening.record': { label: '填写本班的排查表', allow: { homeroomTeacher: 'class' } },
  // The office too: a division may have no head.
  'screening.signOff': {
    label: '确认交来的排查表',
    allow: { ...OFFICE, divisionHead: 'division' },
  },
  'screening.close': { label: '学校确认排查', allow: OFFICE },
} as const satisfies Record<string, { label: string; allow: Partial<Record<Role, Scope>> }>;
