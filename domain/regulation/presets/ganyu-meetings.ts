import type { MeetingKind } from '../meeting-kind.schema';
import { invited, meetingKind, RESOLUTION_RULES, required } from './preset';

export const GANYU_MEETINGS: readonly MeetingKind[] = [
  meetingKind({
    id: 'homeroomMeeting',
    label: '班主任例会',
    scope: 'school',
    chair: 'studentAffairsOffice',
    // Nobody stays away without a reason: S1-92.
    attendees: [required('homeroomTeacher', 'S1-92', 100), invited('leader', 'S1-48')],
    during: RESOLUTION_RULES,
    clause: 'S1-49',
  }),
  meetingKind({
    id: 'subjectTeacherMeeting',
    label: '科任教师联系会',
    scope: 'class',
    chair: 'homeroomTeacher',
    attendees: [required('homeroomTeacher', 'S1-108'), required('subjectTeacher', 'S1-108')],
    during: RESOLUTION_RULES,
    clause: 'S1-108',
  }),
  meetingKind({
    id: 'parentMeeting',
    label: '家长会',
    scope: 'class',
    chair: 'homeroomTeacher',
    attendees: [required('homeroomTeacher', 'S1-91'), required('guardian', 'S1-91')],
    clause: 'S1-91',
  }),
  meetingKind({
    id: 'classCadreMeeting',
    label: '班干部会',
    scope: 'class',
    chair: 'homeroomTeacher',
    attendees: [required('homeroomTeacher', 'S1-110'), required('students', 'S1-110')],
    clause: 'S1-110',
  }),
];
