/** The rows of joining and leaving: part of THE table in `permissions.ts`. */
export const JOINING_ROWS = {
  // A stranger has a code, and is told nothing that the code does not say.
  'guardianDoor.read': { label: '看加入码通向哪个班', allow: {}, anybody: '凭有效的班级加入码' },
  'guardianRequest.submit': {
    label: '申请作为家长加入',
    allow: {},
    anybody: '凭有效的班级加入码，并已同意说明',
  },
  'guardianRequest.readOwn': { label: '看自己的加入申请', allow: {}, anybody: '只看本人递交的' },
  'staffDoor.read': { label: '看邀请码给的身份', allow: {}, anybody: '凭有效的邀请码' },
  'staffDoor.submit': { label: '凭邀请码加入学校', allow: {}, anybody: '凭有效的邀请码' },

  // The number is asked of WeChat and forgotten; whoever is not expected learns nothing.
  'phoneDoor.read': { label: '看能不能用手机号加入', allow: {}, anybody: '只说开没开' },
  'phoneDoor.submit': {
    label: '凭本人的手机号找到自己的邀请',
    allow: {},
    anybody: '凭微信验证过的手机号，学校开了才行',
  },

  'guardianCode.record': { label: '发放本班家长的加入码', allow: { homeroomTeacher: 'class' } },
  'guardianRequest.close': { label: '确认本班家长的加入', allow: { homeroomTeacher: 'class' } },

  'consent.read': { label: '看自己同意过什么', allow: { guardian: 'self' } },
  'consent.close': { label: '撤回对孩子的同意', allow: { guardian: 'ownChild' } },

  'staffInvitation.record': {
    label: '邀请教职工',
    allow: {
      principal: 'school',
      studentAffairsOffice: 'school',
      academicAffairsOffice: 'school',
    },
  },
  // An office cannot make itself a principal.
  'staffInvitation.recordPrincipal': { label: '邀请校长', allow: { principal: 'school' } },
} as const;
