import type { MeetingKind } from '../meeting-kind.schema';
import type { Participant } from '../meeting-words';

const steps = (chair: Participant): MeetingKind['steps'] => [
  {
    key: 'introduction',
    label: '会议说明',
    who: chair,
    hint: '主题、背景、目的和要求。',
    clause: 'S0-24',
  },
  {
    key: 'groups',
    label: '分组讨论',
    who: chair,
    hint: '好的做法、问题与不足、建议。',
    clause: 'S0-26',
  },
  {
    key: 'agreement',
    label: '集中研讨',
    who: chair,
    hint: '根据各组的反馈形成达成性意见。',
    clause: 'S0-36',
  },
  {
    key: 'conclusion',
    label: '会议总结',
    who: 'homeroomTeacher',
    hint: '班主任宣讲达成性意见，各方表态。',
    clause: 'S0-37',
  },
];

/** The same four steps; the class teacher chairs a 简备, the division head a 详备 (S0-25). */
export const CONFERENCE_STEPS = {
  brief: steps('homeroomTeacher'),
  detailed: steps('divisionHead'),
};

export const DETAILED_GROUPS: MeetingKind['groups'] = [
  {
    of: 'guardian',
    chairs: ['studentAffairsOffice', 'partyGroupHead'],
    // S0-28 and S0-29: first one's own home, then the school.
    hint: '先说自己的家庭教育和家校联系，再说班级管理、教学和孩子在家的表现，提出建议。',
    clause: 'S0-27',
  },
  {
    of: 'subjectTeacher',
    chairs: ['academicAffairsOffice', 'divisionHead', 'homeroomTeacher'],
    // S0-31 and S0-32.
    hint: '班级管理、班风学风、科班协调和教学各环节的情况，亮点、差距和对策。',
    clause: 'S0-30',
  },
  {
    of: 'students',
    chairs: ['studentAffairsOffice', 'academicAffairsOffice'],
    // S0-34 and S0-35.
    hint: '班风和学风怎么样，对家庭教育和课堂教学有什么建议。',
    clause: 'S0-33',
  },
];
