import { whyAllowed } from '../../../domain/access/can';
import type { Member } from '../../../domain/access/roles';
import type { Subject } from '../../../domain/access/scopes';
import { CALENDAR_PRESET } from '../../../domain/calendar/school-calendar';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import { CAST_TODAY } from '../../school/cast';
import { meetingIdOf } from '../../school/consultations';
import type { TestCloud } from '../harness/cloud';
import { newWriteId } from './writes';

let meetings = 0;

/** As the phone makes one for each meeting and each thing that is said. */
export const newMeetingId = (): string => `meeting${String(++meetings).padStart(13, '0')}`;

/** The class of a made meeting stands in its id. */
const placeIn = (consultationId: string): string => consultationId.split('~')[1] ?? consultationId;
const edit = (consultationId: string) => ({ consultationId, rev: 0, writeId: newWriteId() });
const tap = (consultationId: string) => ({ consultationId, writeId: newWriteId() });
const noWords = { minutes: '', breachReason: '' };
const ofResolution = (resolutionId: string) => ({ resolutionId, rev: 0, writeId: newWriteId() });

/** What the phone sends to plan a weekly consultation of today. */
export const meetingPlan = (placeId: string, consultationId = newMeetingId()) => ({
  ...edit(consultationId),
  kindId: 'weeklyConsultation',
  placeId,
  on: CAST_TODAY,
  startsAt: '16:10' as string | null,
  place: '会议室',
  agenda: '作业量',
  chairId: null as string | null,
  recorderId: null as string | null,
});

/** What the phone sends when somebody taps who came. */
export const attendance = (consultationId: string) => ({
  ...tap(consultationId),
  came: [] as string[],
  notCame: [] as string[],
  studentsCame: [] as string[],
  studentsNotCame: [] as string[],
  guests: [] as { who: string; change: number }[],
});

/** One valid input for every procedure of meetings, resolutions and the school's rules. */
const TERM = {
  ...{ schoolYear: 2026, half: 1 as const },
  ...{ startsOn: '2026-09-01', endsOn: '2027-01-22', weekOneOn: '2026-09-01' },
};

export const MEETING_EXAMPLES = {
  'regulation.byId': { about: 'caller', input: () => undefined },
  'regulation.revise': {
    about: 'school',
    input: () => ({
      rev: 0,
      writeId: newWriteId(),
      presetIds: [],
      effectiveOn: CAST_TODAY,
      duties: [],
      meetingKinds: [],
    }),
  },
  'consultation.list': { about: 'reach', input: () => ({}) },
  'consultation.byId': {
    about: 'consultation',
    input: (consultationId) => ({ consultationId, placeId: placeIn(consultationId) }),
  },
  'consultation.plan': { about: 'class', input: (classId) => meetingPlan(classId) },
  'consultation.record': {
    about: 'class',
    input: (classId) => ({ ...tap(newMeetingId()), classId, line: '今天都挺好' }),
  },
  'consultation.revise': {
    about: 'consultation',
    input: (id) => ({
      ...edit(id),
      change: 'moved',
      on: CAST_TODAY,
      startsAt: null,
      place: '',
      reason: '会议室有考试',
    }),
  },
  'consultation.void': {
    about: 'consultation',
    input: (id) => ({ ...edit(id), reason: '并入下周' }),
  },
  'consultation.close': { about: 'consultation', input: (id) => ({ ...edit(id), ...noWords }) },
  'consultation.signOff': {
    about: 'consultation',
    input: (id) => ({ ...edit(id), verdict: 'signed', words: '' }),
  },
  'consultation.submit': {
    about: 'consultation',
    input: (id) => ({ ...edit(id), words: '已经补上' }),
  },
  'consultationForm.byId': {
    about: 'class',
    input: (placeId) => ({ kindId: 'weeklyConsultation', placeId }),
  },
  'consultationDissent.record': {
    about: 'invitation',
    input: (id) => ({ ...tap(id), rev: 0, text: '周末不宜再加作业。' }),
  },
  'consultationDissent.byId': {
    about: 'dissent',
    input: (consultationId) => ({ consultationId, reason: '准备会商' }),
  },
  'schoolCalendar.byId': { about: 'caller', input: () => undefined },
  'schoolCalendar.revise': {
    about: 'school',
    input: () => ({ rev: 0, writeId: newWriteId(), ...CALENDAR_PRESET, terms: [TERM] }),
  },
  'consultationAgenda.list': {
    about: 'class',
    input: (placeId) => ({ scope: 'class', placeId }),
  },
  'consultationTopic.record': {
    about: 'class',
    input: (placeId) => ({
      ...{ scope: 'class', placeId, topicId: newMeetingId() },
      ...{ writeId: newWriteId(), text: '午休怎么安排' },
    }),
  },
  // Nothing waits under this id: taking it back changes nothing.
  'consultationTopic.void': {
    about: 'class',
    input: (placeId) => ({ scope: 'class', placeId, topicId: 'nothing', writeId: newWriteId() }),
  },
  'consultationApproval.record': {
    about: 'consultation',
    input: (id) => ({ ...tap(id), matter: 'plan', by: 'administrativeMeeting' }),
  },
  'consultationPreparation.record': {
    about: 'consultation',
    input: (id) => ({ ...tap(id), topicsSent: true, dataPackFor: [], campaignIds: [] }),
  },
  'consultationAttendance.record': { about: 'consultation', input: attendance },
  'consultationItem.record': {
    about: 'consultation',
    input: (id) => ({
      ...edit(id),
      itemId: newMeetingId(),
      words: { kind: 'topic', text: '作业量', studentId: null },
    }),
  },
  'consultationItem.void': {
    about: 'consultation',
    input: (id) => ({ ...edit(id), itemId: `${id}~topic`, reason: '说重了' }),
  },
  'consultationReport.submit': {
    about: 'invitation',
    input: (id) => ({ ...tap(id), text: '会后按意见做了三件事' }),
  },
  'consultationSignOff.list': { about: 'reach', input: () => undefined },
  'meetingDuty.list': { about: 'caller', input: () => undefined },
  'monthlyReport.byId': {
    about: 'class',
    input: (placeId) => ({ month: CAST_TODAY.slice(0, 7), level: 'class', placeId }),
  },
  'monthlyReport.submit': {
    about: 'class',
    input: (placeId) => ({
      ...{ month: CAST_TODAY.slice(0, 7), level: 'class', placeId, rev: 0 },
      ...{ writeId: newWriteId(), text: '这个月作业量合适，三名同学需要多谈。' },
    }),
  },
  'resolution.list': { about: 'reach', input: () => ({ of: 'late' }) },
  'resolution.record': {
    about: 'resolution',
    input: (id) => ({ ...ofResolution(id), isDone: false, words: '做了一半' }),
  },
  'resolution.revise': {
    about: 'consultation',
    input: (id) => ({
      ...ofResolution(`${meetingIdOf(placeIn(id), 'signed')}~b`),
      consultationId: id,
      verdict: 'done',
      words: '',
      dueOn: null,
    }),
  },
  'resolutionCheck.record': {
    about: 'division',
    input: (divisionId) => ({ divisionId, writeId: newWriteId() }),
  },
  'resolution.signOff': {
    about: 'resolutionPlace',
    input: (id) => ({ ...ofResolution(id), isOnTrack: true, words: '' }),
  },
} as const satisfies Record<string, { about: string; input(id: string): unknown }>;

interface Thing {
  id: string;
  subject: Subject | null;
}

const placed = ({ schoolId, divisionId, classId }: Consultation | Resolution): Subject => ({
  schoolId,
  divisionId: divisionId ?? undefined,
  classId: classId ?? undefined,
});

/** The made meetings and resolutions of every class, as somebody's rights see them. */
export function meetingThings({ stored }: TestCloud, member: Member) {
  const memberId = member._id;
  const absent: Thing = { id: 'nobody', subject: null };
  const made = (part: string) =>
    stored<Consultation>('consultations').filter(({ _id }) => _id.endsWith(`~${part}`));
  const resolutions = stored<Resolution>('resolutions').filter(({ isOpen }) => isOpen);
  const namedBy = (schoolId: string, ids: string[]): Subject | null =>
    ids.includes(memberId) ? { schoolId, memberId } : null;
  return {
    consultation: [
      ...made('conference').map((one): Thing => ({ id: one._id, subject: placed(one) })),
      absent,
    ],
    invitation: [
      ...made('waiting').map(
        ({ _id, schoolId, invitedIds }): Thing => ({
          id: _id,
          subject: namedBy(schoolId, invitedIds),
        }),
      ),
      absent,
    ],
    // Whoever leads, records or signs for a meeting.
    dissent: [
      ...made('waiting').map((one): Thing => {
        const leads = [one.chairId, one.recorderId].includes(memberId);
        const signs = whyAllowed(member, 'consultation.signOff', placed(one)) !== null;
        return {
          id: one._id,
          subject: leads || signs ? { schoolId: one.schoolId, memberId } : null,
        };
      }),
      absent,
    ],
    resolution: [
      ...resolutions.map(
        ({ _id, schoolId, memberIds }): Thing => ({
          id: _id,
          subject: namedBy(schoolId, memberIds),
        }),
      ),
      absent,
    ],
    resolutionPlace: [
      ...resolutions.map((one): Thing => ({ id: one._id, subject: placed(one) })),
      absent,
    ],
  };
}
