import type { MeetingKind } from '../meeting-kind.schema';
import { CONFERENCE_STEPS, DETAILED_GROUPS } from './class-conference-steps';
import { meetingKind, RESOLUTION_RULES, required, SIGNED_BY_LEADER } from './preset';

export const CLASS_CONFERENCES: readonly MeetingKind[] = [
  meetingKind({
    id: 'briefConference',
    label: '简备',
    scope: 'class',
    chair: 'homeroomTeacher',
    attendees: [required('homeroomTeacher', 'S0-25'), required('subjectTeacher', 'S0-6')],
    steps: CONFERENCE_STEPS.brief,
    before: [
      { kind: 'questionnairesTallied', from: ['students', 'guardian'], clause: 'S0-41' },
      {
        kind: 'slot',
        weekday: 5,
        from: '12:00',
        to: '18:00',
        approvedBy: 'administrativeMeeting',
        approvalClause: 'S0-13',
        clause: 'S0-11',
      },
    ],
    during: [...RESOLUTION_RULES, { kind: 'agreedOpinions', clause: 'S0-36' }],
    after: [{ kind: 'report', by: ['homeroomTeacher'], clause: 'S0-45' }, SIGNED_BY_LEADER],
    clause: 'S0-6',
  }),
  meetingKind({
    id: 'detailedConference',
    label: '详备',
    scope: 'class',
    chair: 'divisionHead',
    attendees: [
      required('leader', 'S0-8'),
      required('studentAffairsOffice', 'S0-8'),
      required('academicAffairsOffice', 'S0-8'),
      required('divisionHead', 'S0-8'),
      required('partyGroupHead', 'S0-8'),
      required('homeroomTeacher', 'S0-8'),
      required('subjectTeacher', 'S0-8'),
      required('guardian', 'S0-8'),
      required('students', 'S0-9', 60),
    ],
    steps: CONFERENCE_STEPS.detailed,
    groups: DETAILED_GROUPS,
    before: [
      { kind: 'planDaysAhead', days: 7, clause: 'S0-21' },
      { kind: 'approvedPlan', by: 'administrativeMeeting', clause: 'S0-22' },
      {
        kind: 'dataPack',
        forWhom: ['students', 'guardian', 'subjectTeacher'],
        clause: 'S0-23',
      },
      {
        kind: 'slot',
        weekday: 6,
        from: '08:00',
        to: '12:00',
        approvedBy: 'administrativeMeeting',
        approvalClause: 'S0-13',
        clause: 'S0-12',
      },
    ],
    during: [
      { kind: 'oneSitting', unlessApprovedBy: 'principal', clause: 'S0-43' },
      { kind: 'studentLevels', min: 2, clause: 'S0-10' },
      ...RESOLUTION_RULES,
      { kind: 'agreedOpinions', clause: 'S0-36' },
    ],
    after: [
      { kind: 'minutes', by: 'divisionHead', clause: 'S0-18' },
      {
        kind: 'report',
        by: ['divisionHead', 'homeroomTeacher', 'subjectTeacher'],
        clause: 'S0-45',
      },
      SIGNED_BY_LEADER,
    ],
    clause: 'S0-7',
  }),
];
