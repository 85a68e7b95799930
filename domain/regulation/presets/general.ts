import {
  duty,
  meetingKind,
  type Preset,
  RESOLUTION_RULES,
  required,
  SIGNED_BY_LEADER,
} from './preset';

/** The general school rule: clauses S4-167 to S4-174. */
export const GENERAL: Preset = {
  id: 'general',
  label: '通用 · 学情会商制度',
  about: '班主任、任课教师、家长和学校领导一起会商，每学期至少两次。',
  part: 'whole',
  duties: [
    duty({
      id: 'weeklyConsultation',
      title: '学情会商',
      who: 'homeroomTeacher',
      forWhom: 'class',
      cadence: { kind: 'termly' },
      count: 2,
      settledBy: 'weeklyConsultation',
      clause: 'S4-173',
      warnDays: 14,
    }),
  ],
  meetingKinds: [
    meetingKind({
      id: 'weeklyConsultation',
      label: '学情会商',
      scope: 'class',
      chair: 'homeroomTeacher',
      attendees: [
        required('homeroomTeacher', 'S4-167'),
        required('subjectTeacher', 'S4-167'),
        required('guardian', 'S4-167'),
        required('leader', 'S4-167'),
      ],
      steps: [
        {
          key: 'collect',
          label: '收集信息',
          who: 'homeroomTeacher',
          hint: '学习、生活、心理、家庭教育四个方面。',
          clause: 'S4-172',
        },
        { key: 'analyse', label: '分析', who: 'homeroomTeacher', hint: '', clause: 'S4-172' },
        { key: 'agree', label: '讨论方案', who: 'homeroomTeacher', hint: '', clause: 'S4-172' },
        {
          key: 'follow',
          label: '实施与跟踪反馈',
          who: 'subjectTeacher',
          hint: '',
          clause: 'S4-172',
        },
        { key: 'summarise', label: '总结', who: 'homeroomTeacher', hint: '', clause: 'S4-172' },
      ],
      during: RESOLUTION_RULES,
      after: [SIGNED_BY_LEADER],
      clause: 'S4-167',
    }),
  ],
};
