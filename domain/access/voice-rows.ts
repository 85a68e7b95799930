/** The rows of 连心卡, of what the family asks and takes home: part of THE table in `permissions.ts`. */
export const VOICE_ROWS = {
  // 连心卡: a student has no account; the code of the class, or of the receipt, is the way in.
  'heartToHeartCard.submit': { label: '递交连心卡', allow: {}, anybody: '凭有效的班级码' },
  'heartToHeartReceipt.read': { label: '看连心卡的回音', allow: {}, anybody: '凭回执码' },
  'heartToHeartCode.record': {
    label: '发放本班的连心卡班级码',
    allow: { homeroomTeacher: 'class' },
  },
  'heartToHeartCard.read': {
    label: '查看和答复递给自己的连心卡',
    allow: { mentor: 'self', homeroomTeacher: 'self', counsellor: 'self', principal: 'self' },
  },
  // The counsellor first; the principal when nobody has opened it for long.
  'heartToHeartCard.readUrgent': {
    label: '查看需要马上关心的连心卡',
    allow: { counsellor: 'school', principal: 'school' },
  },

  // The subject of a file has a say in it (S4-194 keeps the ledger apart).
  'correctionRequest.record': { label: '请学校更正孩子的记录', allow: { guardian: 'ownChild' } },
  'correctionRequest.read': {
    label: '查看更正请求',
    allow: { guardian: 'ownChild', homeroomTeacher: 'class' },
  },
  'correctionRequest.close': { label: '答复更正请求', allow: { homeroomTeacher: 'class' } },
  'studentFile.export': { label: '导出孩子的成长记录', allow: { guardian: 'ownChild' } },
} as const;
