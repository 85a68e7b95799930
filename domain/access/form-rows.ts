import { CARERS, OFFICE, themselves } from './role-sets';
import type { Role } from './roles';
import type { Scope } from './scopes';

/** Answers added up: of one's reach, or of a form that one sent oneself. */
const TALLY_READERS = {
  ...OFFICE,
  leader: 'sponsored',
  divisionHead: 'division',
  homeroomTeacher: 'class',
  mentor: 'self',
} as const satisfies Partial<Record<Role, Scope>>;

/** The rows of 互动表: part of THE table in `permissions.ts`. A guardian answers for the own child. */
export const FORM_ROWS = {
  'interactionForm.read': { label: '查看互动表的样式', allow: themselves(CARERS) },
  'interactionForm.revise': {
    label: '编辑互动表的样式',
    allow: OFFICE,
  },
  'interactionCampaign.read': { label: '查看发放的互动表', allow: themselves(CARERS) },
  'interactionCampaign.plan': {
    label: '发放互动表',
    allow: {
      ...OFFICE,
      divisionHead: 'division',
      homeroomTeacher: 'class',
      mentor: 'self',
    },
  },
  'interactionCampaign.close': {
    label: '结束、重开、延长互动表',
    allow: {
      ...OFFICE,
      divisionHead: 'self',
      homeroomTeacher: 'self',
      mentor: 'self',
    },
  },
  'schoolPart.revise': {
    label: '写互动表里在校的情况',
    allow: { homeroomTeacher: 'class', mentor: 'mentees' },
  },
  // Whoever accompanies the student reads what the family answered; so does the family.
  'interactionRecord.read': {
    label: '查看填好的互动表',
    allow: { ...CARERS, guardian: 'ownChild' },
  },
  'interactionRecord.submit': { label: '替孩子填互动表', allow: { guardian: 'ownChild' } },
  'interactionRecord.record': {
    label: '请学生填互动表',
    allow: { homeroomTeacher: 'class', mentor: 'mentees' },
  },
  // A student has no account: the code of the class for this form, and the name, are the way in.
  'interactionSlip.submit': { label: '凭班级码填互动表', allow: {}, anybody: '凭有效的班级码' },
  'interactionCode.record': {
    label: '发放本班填互动表的班级码',
    allow: { homeroomTeacher: 'class' },
  },
  'interactionRecord.signOff': {
    label: '放行平台没有把握的文字',
    allow: { homeroomTeacher: 'class', mentor: 'mentees' },
  },
  'interactionTally.read': { label: '查看互动表的汇总', allow: TALLY_READERS },
  'interactionTheme.revise': { label: '给互动表的回答归类', allow: TALLY_READERS },
} as const;
