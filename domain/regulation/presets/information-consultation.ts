import { duty, invited, meetingKind, type Preset, RESOLUTION_RULES, required } from './preset';

const planAfterwards = {
  title: '按会商决议制订实施方案',
  forWhom: 'school',
  cadence: { kind: 'afterEvent', event: 'informationConsultation', days: 7 },
  settledBy: 'implementationPlan',
  isPersonal: true,
  clause: 'S4-253',
  note: '来源没有写天数，按会后 7 天计。',
} as const;

/** 信息会商: a department's topic, the leaders' decision, the department's plan; S4-251 to S4-254. */
export const INFORMATION_CONSULTATION: Preset = {
  id: 'informationConsultation',
  label: '信息会商制度',
  about: '部门提议题并附资料，领导班子按轻重缓急定时间，决议之后各部门制订方案落实。',
  part: 'supplement',
  duties: [
    duty({ ...planAfterwards, id: 'affairsImplementation', who: 'studentAffairsOffice' }),
    duty({ ...planAfterwards, id: 'academicImplementation', who: 'academicAffairsOffice' }),
  ],
  meetingKinds: [
    meetingKind({
      id: 'informationConsultation',
      label: '信息会商',
      scope: 'school',
      // The leaders fix the time by importance and urgency: S4-252.
      chair: 'principal',
      // A department proposes the topic, and plans by the decision afterwards: S4-253.
      attendees: [
        required('principal', 'S4-252'),
        required('leader', 'S4-252'),
        invited('studentAffairsOffice', 'S4-251'),
        invited('academicAffairsOffice', 'S4-251'),
      ],
      steps: [
        {
          key: 'topic',
          label: '议题与资料',
          who: 'studentAffairsOffice',
          hint: '由提出议题的部门说明。',
          clause: 'S4-251',
        },
        { key: 'discussion', label: '会商', who: 'leader', hint: '', clause: 'S4-251' },
        { key: 'resolution', label: '形成决议', who: 'principal', hint: '', clause: 'S4-251' },
      ],
      before: [{ kind: 'topicsSent', daysAhead: 1, clause: 'S4-251' }],
      during: RESOLUTION_RULES,
      clause: 'S4-251',
    }),
  ],
};
