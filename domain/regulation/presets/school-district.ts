import { duty, invited, meetingKind, type Preset, RESOLUTION_RULES, required } from './preset';

/** 学区: a single school's side of the cluster's meetings; S3-152 to S3-166, S4-189 to S4-193. */
export const SCHOOL_DISTRICT: Preset = {
  id: 'schoolDistrict',
  label: '学区 · 例会与会商',
  about: '大学区校长例会每月一次，学区教学工作例会每学期至少两次，决议有主办、协助和期限。',
  part: 'supplement',
  duties: [
    duty({
      id: 'districtMeeting',
      title: '大学区校长例会',
      who: 'principal',
      forWhom: 'school',
      cadence: { kind: 'monthly' },
      settledBy: 'districtMeeting',
      clause: 'S3-158',
      warnDays: 5,
    }),
    duty({
      id: 'districtTeachingMeeting',
      title: '学区教学工作例会',
      who: 'academicAffairsOffice',
      forWhom: 'school',
      cadence: { kind: 'termly' },
      count: 2,
      settledBy: 'districtTeachingMeeting',
      clause: 'S3-152',
      warnDays: 14,
    }),
  ],
  meetingKinds: [
    meetingKind({
      id: 'districtMeeting',
      label: '大学区校长例会',
      scope: 'district',
      chair: 'districtHead',
      attendees: [required('principal', 'S3-158'), invited('districtLeader', 'S3-158')],
      // A clear topic, sent before: S3-160 with S3-155.
      before: [{ kind: 'topicsSent', daysAhead: 1, clause: 'S3-160' }],
      during: RESOLUTION_RULES,
      clause: 'S3-158',
    }),
    meetingKind({
      id: 'districtTeachingMeeting',
      label: '学区教学工作例会',
      scope: 'district',
      chair: 'districtHead',
      attendees: [
        required('principal', 'S3-153'),
        required('academicAffairsOffice', 'S3-153'),
        invited('researchLead', 'S3-153'),
        invited('subjectGroupLead', 'S3-153'),
      ],
      before: [{ kind: 'topicsSent', daysAhead: 1, clause: 'S3-155' }],
      during: RESOLUTION_RULES,
      after: [
        { kind: 'minutes', by: 'academicAffairsOffice', clause: 'S3-156' },
        { kind: 'resolutionsForwarded', by: 'academicAffairsOffice', clause: 'S3-156' },
      ],
      clause: 'S3-152',
    }),
    meetingKind({
      id: 'districtConsultation',
      label: '区学情会商',
      scope: 'district',
      chair: 'districtLeader',
      attendees: [
        required('districtLeader', 'S4-192'),
        required('principal', 'S4-192'),
        required('subjectTeacher', 'S4-192'),
      ],
      steps: [
        {
          key: 'report',
          label: '学校汇报',
          who: 'principal',
          hint: '教学、管理、发展；依据质量报告和年度总结。',
          clause: 'S4-190',
        },
        {
          key: 'result',
          label: '问题、重点、方案',
          who: 'districtLeader',
          hint: '以及下一步的工作计划。',
          clause: 'S4-193',
        },
      ],
      during: RESOLUTION_RULES,
      clause: 'S4-189',
    }),
  ],
};
