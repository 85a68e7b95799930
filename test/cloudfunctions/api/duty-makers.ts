import { addDays } from '../../../domain/calendar/day';
import { NO_FIELDS } from '../../../domain/class-ledger/class-ledger.rules';
import type { LedgerEntry } from '../../../domain/class-ledger/class-ledger.schema';
import type { ClassWorkKind } from '../../../domain/class-work/class-work-kinds';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import type { MeetingKindId } from '../../../domain/regulation/meeting-words';
import type { RecordKind } from '../../../domain/regulation/record-kind';
import type { SchoolClass, Student } from '../../../domain/school/roster.schema';
import type { School } from '../../../domain/school/school.schema';
import type { ScreeningSheet } from '../../../domain/screening/screening.schema';
import { CAST, CAST_TERM, CAST_TODAY, CLASSES, divisionIdOf, SCHOOL_ID } from '../../school/cast';
import type { CallerOf, TestCloud } from '../harness/cloud';
import { campaignOf, filled } from './interaction-writes';
import { attendance, meetingPlan, newMeetingId } from './meeting-examples';
import { classWork, line, newVisitId, newWriteId, talk, visit, visitFeedback } from './writes';

const classId = CLASSES.seven3;
const divisionId = divisionIdOf(7);
const month = CAST_TODAY.slice(0, 7);
/** Sponsored by the leader by name, mentee of the homeroom teacher. */
export const SPONSORED = `${classId}-s02`;
const MENTEE = `${classId}-s03`;
const CHILD = `${classId}-s01`;

type Make = (world: TestCloud) => Promise<void>;

/** Plan a meeting of today, come and close it. */
export async function hold(
  world: TestCloud,
  kindId: MeetingKindId,
  placeId: string,
  who: CallerOf,
  on = CAST_TODAY,
) {
  const id = newMeetingId();
  await world.call(who, 'consultation.plan', { ...meetingPlan(placeId, id), kindId, on });
  await world.call(who, 'consultationAttendance.record', { ...attendance(id), came: [who.openid] });
  await world.call(who, 'consultation.close', {
    ...{ consultationId: id, rev: 1, writeId: newWriteId() },
    ...{ minutes: '都好', breachReason: '有的老师在外听课' },
  });
  return id;
}

const holding =
  (kindId: MeetingKindId, placeId: string, who: CallerOf): Make =>
  async (world) => {
    await hold(world, kindId, placeId, who);
  };

/** A meeting, and what somebody of those who were asked to come writes afterwards. */
const reporting =
  (kindId: MeetingKindId, placeId: string, chair: CallerOf, ...writers: CallerOf[]): Make =>
  async (world) => {
    const consultationId = await hold(world, kindId, placeId, chair);
    for (const who of writers) {
      const input = { consultationId, writeId: newWriteId(), text: '会后做了三件事' };
      await world.call(who, 'consultationReport.submit', input);
    }
  };

const writeLedger: Make = async (world) => {
  const entries = world.stored<LedgerEntry>('ledgerEntries');
  const students = world
    .stored<Student>('students')
    .filter((one) => one.classId === classId && one.status === 'enrolled');
  for (const { _id } of students) {
    const rev = entries.find((one) => one.studentId === _id && one.termId === CAST_TERM)?.rev ?? 0;
    // Emptied and written again: the line becomes a written one today.
    if (rev > 0) await world.call(CAST.homeroomTeacher, 'ledgerEntry.revise', line(_id, rev, {}));
    const next = rev > 0 ? rev + 1 : 0;
    const words = line(_id, next, { ...NO_FIELDS, strengths: '乐意帮人' });
    await world.call(CAST.homeroomTeacher, 'ledgerEntry.revise', words);
  }
};

/** Every class hands its sheet in, the divisions confirm, the school closes. */
const screen =
  (kind: 'monthly' | 'health'): Make =>
  async (world) => {
    const office = CAST.studentAffairsOffice;
    const plan = { kind, dueOn: addDays(CAST_TODAY, 2), writeId: newWriteId() };
    const { id: roundId } = await world.call<{ id: string }>(office, 'screeningRound.plan', plan);
    // Sheets of the made school that are in already are handed in anew.
    for (const { _id } of world
      .stored<ScreeningSheet>('screeningSheets')
      .filter((sheet) => sheet.roundId === roundId && sheet.status !== 'open')) {
      await world.patch('screeningSheets', _id, { status: 'open', submittedAt: null });
    }
    const classes = world
      .stored<SchoolClass>('classes')
      .filter((one) => one.schoolId === SCHOOL_ID && one.homeroomTeacherId);
    for (const one of classes) {
      const teacher = { openid: one.homeroomTeacherId ?? '' };
      const of = { roundId, classId: one._id };
      const rest = { ...of, writeId: newWriteId(), students: 'rest', state: 'same' };
      await world.call(teacher, 'screeningSheet.record', rest);
      const handIn = { ...of, writeId: newWriteId(), isSubmitted: true };
      await world.call(teacher, 'screeningSheet.submit', handIn);
    }
    const classIds = classes.map(({ _id }) => _id);
    const word = { roundId, classIds, writeId: newWriteId() };
    await world.call(CAST.divisionHead, 'screeningRound.signOff', word);
    const closing = { roundId, writeId: newWriteId(), note: '' };
    await world.call(office, 'screeningRound.close', closing);
  };

const report = (world: TestCloud, level: string, placeId: string, who: CallerOf) =>
  world.call(who, 'monthlyReport.submit', {
    ...{ month, level, placeId, rev: 0, writeId: newWriteId() },
    text: '这个月整体平稳',
  });

async function filePlan(world: TestCloud, level: string, placeId: string, who: CallerOf) {
  const of = (rev: number) => ({
    ...{ level, placeId, termId: CAST_TERM },
    ...{ rev, writeId: newWriteId() },
  });
  const rows = [{ when: '第9周', what: '班级学情会商例会' }];
  const words = { goals: '每名学生都有人说得出他的进步', measures: '每周一次会商', rows };
  await world.call(who, 'termPlan.revise', { ...of(0), ...words });
  await world.call(who, 'termPlan.submit', of(1));
}

async function sign(
  world: TestCloud,
  level: string,
  placeId: string,
  period: string,
  who: CallerOf,
) {
  const of = { level, placeId, periodId: `${CAST_TERM}-${period}`, writeId: newWriteId() };
  const { id, rev } = await world.call<{ id: string; rev: number }>(who, 'summary.record', of);
  await world.call(who, 'summary.signOff', { summaryId: id, rev, writeId: newWriteId() });
}

/** A visit that is over; `isAnswered`: with what it came to. */
const goThere =
  (isAnswered: boolean): Make =>
  async (world) => {
    const visitId = newVisitId();
    await world.call(CAST.homeroomTeacher, 'homeVisit.record', visit(CHILD, {}, visitId));
    if (!isAnswered) return;
    await world.call(CAST.homeroomTeacher, 'homeVisit.close', visitFeedback(visitId, 1));
  };

/** A piece of work with the class, written down by whose it is. */
const working =
  (kind: ClassWorkKind, who: CallerOf, of: string | null = classId): Make =>
  async (world) => {
    await world.call(who, 'classWork.record', classWork(of, { kind }));
  };

/** The last weeks of a term that ends before long. */
async function nearTheEnd(world: TestCloud): Promise<void> {
  const school = world.stored<School>('schools').find(({ _id }) => _id === SCHOOL_ID);
  const endsOn = addDays(CAST_TODAY, 8);
  const terms = school?.terms.map((term) => (term.id === CAST_TERM ? { ...term, endsOn } : term));
  if (school?.terms.every((term) => term.endsOn !== endsOn)) {
    await world.patch('schools', SCHOOL_ID, { terms });
  }
}

/** How each kind of record is made by those who owe it; those of a term's last weeks come last. */
export const MAKERS: Partial<Record<RecordKind, Make>> = {
  classLedger: writeLedger,
  ledgerEntry: async () => {},
  screeningRound: screen('monthly'),
  attentionRegister: async () => {},
  specialHealthScreening: screen('health'),
  async talk(world) {
    await world.call(CAST.mentor, 'talk.record', talk([MENTEE]));
    await world.call(CAST.leader, 'talk.record', talk([SPONSORED]));
  },
  async heartToHeartCard(world) {
    const code = { classId, writeId: newWriteId(), days: 7 };
    await world.call(CAST.homeroomTeacher, 'heartToHeartCode.record', code);
  },
  async interactionRecord(world) {
    const form = filled(campaignOf(MENTEE, 'students'), MENTEE, 0);
    await world.call(CAST.mentor, 'interactionRecord.record', form);
  },
  // The family answers; it is the mentor's form (S4-260, S4-299).
  async guardianInteractionRecord(world) {
    const form = filled(campaignOf(CHILD, 'guardians'), CHILD, 0);
    await world.call(CAST.guardianOfTwo, 'interactionRecord.submit', form);
  },
  homeVisit: goThere(false),
  homeVisitFeedback: goThere(true),
  async huddle(world) {
    const input = { consultationId: newMeetingId(), writeId: newWriteId(), classId };
    await world.call(CAST.homeroomTeacher, 'consultation.record', { ...input, line: '都挺好' });
  },
  weeklyConsultation: holding('weeklyConsultation', classId, CAST.homeroomTeacher),
  plenary: holding('plenary', divisionId, CAST.divisionHead),
  principalMeeting: holding('principalMeeting', SCHOOL_ID, CAST.principal),
  briefConference: holding('briefConference', classId, CAST.homeroomTeacher),
  detailedConference: holding('detailedConference', classId, CAST.divisionHead),
  homeroomMeeting: holding('homeroomMeeting', SCHOOL_ID, CAST.studentAffairsOffice),
  subjectTeacherMeeting: holding('subjectTeacherMeeting', classId, CAST.homeroomTeacher),
  parentMeeting: holding('parentMeeting', classId, CAST.homeroomTeacher),
  classCadreMeeting: holding('classCadreMeeting', classId, CAST.homeroomTeacher),
  districtMeeting: holding('districtMeeting', SCHOOL_ID, CAST.principal),
  districtTeachingMeeting: holding(
    'districtTeachingMeeting',
    SCHOOL_ID,
    CAST.academicAffairsOffice,
  ),
  async conferencePlan(world) {
    const office = CAST.studentAffairsOffice;
    const plan = { ...meetingPlan(classId), kindId: 'detailedConference' };
    const on = addDays(CAST_TODAY, 16);
    await world.call(office, 'consultation.plan', { ...plan, on });
    await world.call(office, 'consultationApproval.record', {
      ...{ consultationId: plan.consultationId, writeId: newWriteId() },
      ...{ matter: 'plan', by: 'administrativeMeeting' },
    });
  },
  conferenceReport: reporting(
    'detailedConference',
    classId,
    CAST.divisionHead,
    CAST.homeroomTeacher,
  ),
  implementationPlan: reporting(
    'informationConsultation',
    SCHOOL_ID,
    CAST.principal,
    CAST.studentAffairsOffice,
    CAST.academicAffairsOffice,
  ),
  async weeklyCheck(world) {
    const open = world
      .stored<Resolution>('resolutions')
      .filter((one) => one.isOpen && one.divisionId === divisionIdOf(8));
    for (const { _id, rev } of open) {
      const check = { resolutionId: _id, rev, writeId: newWriteId(), isOnTrack: true, words: '' };
      await world.call(CAST.leader, 'resolution.signOff', check);
    }
  },
  async monthlyReport(world) {
    await report(world, 'class', classId, CAST.homeroomTeacher);
    await report(world, 'division', divisionId, CAST.divisionHead);
    await report(world, 'school', SCHOOL_ID, CAST.leader);
  },
  async consultationPlan(world) {
    await filePlan(world, 'division', divisionId, CAST.divisionHead);
    await filePlan(world, 'school', SCHOOL_ID, CAST.academicAffairsOffice);
  },
  weeklyReport: (world) => sign(world, 'school', SCHOOL_ID, 'w09', CAST.studentAffairsOffice),
  bulletin: (world) => sign(world, 'school', SCHOOL_ID, 'm10', CAST.academicAffairsOffice),
  classWorkPlan: working('classWorkPlan', CAST.homeroomTeacher),
  themeClassMeeting: working('themeClassMeeting', CAST.homeroomTeacher),
  sponsoredClassMeeting: working('sponsoredClassMeeting', CAST.leader),
  blackboardPaper: working('blackboardPaper', CAST.homeroomTeacher),
  parentOpenWeek: working('parentOpenWeek', CAST.homeroomTeacher),
  async termSummary(world) {
    await nearTheEnd(world);
    await sign(world, 'class', classId, 'term', CAST.homeroomTeacher);
    await sign(world, 'school', SCHOOL_ID, 'term', CAST.academicAffairsOffice);
  },
  async sponsorSummary(world) {
    await nearTheEnd(world);
    await working('sponsorSummary', CAST.leader, null)(world);
  },
  async classWorkSummary(world) {
    await nearTheEnd(world);
    await working('classWorkSummary', CAST.homeroomTeacher)(world);
  },
};
