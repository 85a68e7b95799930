/**
 * Every kind of work that a duty may be settled by: its name, and what the button that leads to it
 * says. Recording one of these settles the duty; nobody reports a second time.
 */
export const RECORD_KINDS = {
  classLedger: { label: '班级学情台账', action: '填台账' },
  ledgerEntry: { label: '学生台账', action: '填学生台账' },
  supportPlan: { label: '个案育人计划', action: '写育人计划' },
  attentionReview: { label: '特别关注回访', action: '记回访' },
  attentionRegister: { label: '特别关注名单', action: '核对名单' },
  screeningRound: { label: '学情排查', action: '开始排查' },
  specialHealthScreening: { label: '特异体质摸底', action: '开始摸底' },

  talk: { label: '面谈', action: '记面谈' },
  heartToHeartCard: { label: '连心卡', action: '看连心卡' },
  interactionRecord: { label: '导师与学生互动表', action: '填互动表' },
  guardianInteractionRecord: { label: '导师与家长互动表', action: '填家长互动表' },
  homeVisit: { label: '家访', action: '记家访' },
  homeVisitFeedback: { label: '家访反馈', action: '写家访反馈' },

  huddle: { label: '碰头会', action: '记碰头会' },
  weeklyConsultation: { label: '学情会商例会', action: '开例会' },
  plenary: { label: '学情会商大会', action: '开大会' },
  principalMeeting: { label: '校长办公会（学生工作）', action: '开办公会' },
  briefConference: { label: '简备', action: '开简备' },
  detailedConference: { label: '详备', action: '开详备' },
  homeroomMeeting: { label: '班主任例会', action: '开班主任例会' },
  subjectTeacherMeeting: { label: '科任教师联系会', action: '开联系会' },
  parentMeeting: { label: '家长会', action: '开家长会' },
  classCadreMeeting: { label: '班干部会', action: '开班干部会' },
  informationConsultation: { label: '信息会商', action: '开信息会商' },
  districtMeeting: { label: '大学区校长例会', action: '记学区例会' },
  districtTeachingMeeting: { label: '学区教学工作例会', action: '记学区教学例会' },
  districtConsultation: { label: '区学情会商', action: '记区会商' },

  consultationPlan: { label: '学情会商计划', action: '写会商计划' },
  conferencePlan: { label: '集体备班方案', action: '写备班方案' },
  conferenceReport: { label: '集体备班专题报告', action: '写专题报告' },
  implementationPlan: { label: '决议实施方案', action: '写实施方案' },
  weeklyCheck: { label: '督办检查', action: '记督办检查' },
  weeklyReport: { label: '每周汇报', action: '写每周汇报' },
  monthlyReport: { label: '每月报告', action: '写每月报告' },
  bulletin: { label: '每月通报', action: '发通报' },
  termSummary: { label: '学期汇总', action: '写学期汇总' },
  sponsorSummary: { label: '包靠工作总结', action: '写包靠总结' },

  classWorkPlan: { label: '班级工作计划', action: '写工作计划' },
  classWorkSummary: { label: '班级工作总结', action: '写工作总结' },
  themeClassMeeting: { label: '主题班会', action: '记主题班会' },
  sponsoredClassMeeting: { label: '包班领导专题班会', action: '记专题班会' },
  blackboardPaper: { label: '主题黑板报', action: '记黑板报' },
  parentOpenWeek: { label: '家长开放周', action: '记开放周' },
} as const satisfies Record<string, { label: string; action: string }>;

export type RecordKind = keyof typeof RECORD_KINDS;

export const RECORD_KIND_NAMES = Object.keys(RECORD_KINDS) as [RecordKind, ...RecordKind[]];
