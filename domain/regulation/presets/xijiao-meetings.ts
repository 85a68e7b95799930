import type { MeetingKind } from '../meeting-kind.schema';
import { invited, meetingKind, RESOLUTION_RULES, required, SIGNED_BY_LEADER } from './preset';

export const XIJIAO_MEETINGS: readonly MeetingKind[] = [
  meetingKind({
    id: 'huddle',
    label: '班级教师碰头会',
    scope: 'class',
    chair: 'homeroomTeacher',
    attendees: [invited('subjectTeacher', 'S4-200')],
    clause: 'S4-200',
  }),
  meetingKind({
    id: 'weeklyConsultation',
    label: '班级学情会商例会',
    scope: 'class',
    chair: 'homeroomTeacher',
    attendees: [
      required('homeroomTeacher', 'S4-195'),
      required('subjectTeacher', 'S4-195', 100),
      invited('students', 'S4-202'),
      invited('guardian', 'S4-202'),
    ],
    steps: [
      {
        key: 'exchange',
        label: '交流情况',
        who: 'mentor',
        hint: '各导师说自己学生一周的思想、学习、家庭，以及班级的纪律和秩序。',
        clause: 'S4-209',
      },
      { key: 'causes', label: '分析原因', who: 'homeroomTeacher', hint: '', clause: 'S4-201' },
      { key: 'measures', label: '研究对策', who: 'homeroomTeacher', hint: '', clause: 'S4-201' },
    ],
    before: [{ kind: 'slot', weekday: 6, from: '08:00', to: '12:00', clause: 'S4-230' }],
    during: RESOLUTION_RULES,
    after: [{ kind: 'minutes', by: 'homeroomTeacher', clause: 'S4-211' }, SIGNED_BY_LEADER],
    clause: 'S4-201',
  }),
  meetingKind({
    id: 'plenary',
    label: '学情会商大会',
    scope: 'division',
    chair: 'divisionHead',
    attendees: [
      required('leader', 'S4-203'),
      required('divisionHead', 'S4-203'),
      required('homeroomTeacher', 'S4-203', 100),
      required('subjectTeacher', 'S4-203', 100),
    ],
    during: RESOLUTION_RULES,
    after: [{ kind: 'minutes', by: 'divisionHead', clause: 'S4-225' }, SIGNED_BY_LEADER],
    clause: 'S4-203',
  }),
  meetingKind({
    id: 'principalMeeting',
    label: '校长办公会（学生工作）',
    scope: 'school',
    chair: 'principal',
    attendees: [required('principal', 'S4-196'), required('leader', 'S4-213')],
    steps: [
      {
        key: 'report',
        label: '分管领导汇报',
        who: 'leader',
        hint: '一个月来学生的思想、学习情况。',
        clause: 'S4-213',
      },
      {
        key: 'screening',
        label: '逐班排查',
        who: 'principal',
        hint: '需要特别关注的学生，逐人落实包靠领导。',
        clause: 'S4-196',
      },
      {
        key: 'guidance',
        label: '给班级会商小组的指导',
        who: 'principal',
        hint: '',
        clause: 'S4-213',
      },
    ],
    before: [{ kind: 'levelReports', clause: 'S4-212' }],
    during: RESOLUTION_RULES,
    clause: 'S4-196',
  }),
];
