import type { ErrorView } from '../../../cloudfunctions/kernel/present-error';
import { addDays, type Day } from '../../../domain/calendar/day';
import { NO_FIELDS } from '../../../domain/class-ledger/class-ledger.rules';
import type { LedgerFields } from '../../../domain/class-ledger/class-ledger.schema';
import type { ClassWorkWords } from '../../../domain/class-work/class-work.schema';
import type { ClassWorkKind } from '../../../domain/class-work/class-work-kinds';
import type { VisitWords } from '../../../domain/home-visit/home-visit.schema';
import type { TalkWords } from '../../../domain/talk/talk.schema';
import { CAST, CAST_TERM, CAST_TODAY } from '../../school/cast';
import { type CallResult, ProcedureError } from '../harness/cloud';

let writes = 0;

/** As the phone makes one for each content it sends. */
export const newWriteId = (): string => `write${String(++writes).padStart(15, '0')}`;

/** What the phone sends to write a student's line of this term. */
export const line = (
  studentId: string,
  rev: number,
  fields: Partial<LedgerFields>,
  writeId = newWriteId(),
) => ({ studentId, termId: CAST_TERM, rev, writeId, ...NO_FIELDS, ...fields });

/** What the phone sends to add one's own words about a student. */
export const contribution = (studentId: string, text: string, writeId = newWriteId()) => ({
  studentId,
  termId: CAST_TERM,
  text,
  writeId,
});

const WORDS: TalkWords = {
  how: 'inPerson',
  topics: ['study'],
  said: '说作业写得快了',
  agreed: '每天先做数学',
  reflection: '',
  nextOn: null,
};

/** What the phone sends to record a talk of today. */
export const talk = (
  studentIds: string[],
  fields: Partial<TalkWords> & { on?: Day; isNoChange?: boolean } = {},
  writeId = newWriteId(),
) => ({ writeId, studentIds, on: CAST_TODAY, isNoChange: false, ...WORDS, ...fields });

/** What the phone sends to change a talk. */
export const revisedTalk = (
  talkId: string,
  rev: number,
  fields: Partial<TalkWords> = {},
  writeId = newWriteId(),
) => ({ talkId, rev, writeId, ...WORDS, ...fields });

/** What the phone sends to give students to a mentor. */
export const assignment = (
  students: { studentId: string; mentorshipId: string | null }[],
  mentorId: string = CAST.mentor.openid,
  writeId = newWriteId(),
) => ({ writeId, mentorId, students, reason: '换到熟悉的老师' });

let visits = 0;

/** As the phone makes one for each visit. */
export const newVisitId = (): string => `visit${String(++visits).padStart(15, '0')}`;

/** What the phone sends to plan a visit for tomorrow. */
export const visitPlan = (studentId: string, visitId = newVisitId(), writeId = newWriteId()) => ({
  visitId,
  studentId,
  rev: 0,
  writeId,
  reasons: ['progress'],
  plannedOn: addDays(CAST_TODAY, 1),
  partners: ['mother'],
  askAbout: '在家怎么安排时间',
  companionId: null as string | null,
});

/** What the phone sends to record a visit of today. */
export const visit = (
  studentId: string,
  fields: Partial<VisitWords> & { companionId?: string | null; rev?: number } = {},
  visitId = newVisitId(),
  writeId = newWriteId(),
) => ({
  visitId,
  studentId,
  rev: 0,
  writeId,
  way: 'inPerson',
  visitedOn: CAST_TODAY,
  met: ['mother'],
  learned: '自己贴了作息表',
  agreed: '九点前放下手机',
  photos: [],
  companionId: null,
  ...fields,
});

/** What the phone sends as the feedback of a visit. */
export const visitFeedback = (visitId: string, rev: number, writeId = newWriteId()) => ({
  visitId,
  rev,
  writeId,
  effect: 'better',
  effectText: '作业交得早了',
  next: null as { visitId: string; on: Day } | null,
});

let works = 0;

/** As the phone makes one for each piece of work with a class. */
export const newWorkId = (): string => `work${String(++works).padStart(16, '0')}`;

/** What the phone sends to record a class meeting of today. */
export const classWork = (
  classId: string | null,
  fields: Partial<ClassWorkWords> & { kind?: ClassWorkKind; rev?: number } = {},
  workId = newWorkId(),
  writeId = newWriteId(),
) => ({
  workId,
  classId,
  rev: 0,
  writeId,
  kind: 'themeClassMeeting' as ClassWorkKind,
  on: CAST_TODAY,
  title: '同桌之间',
  text: '每人说了同桌的一个长处。',
  photos: [] as string[],
  ...fields,
});

/** The refusal of a call, as the phone gets it; fails when the call succeeds. */
export async function refusal(call: Promise<unknown>): Promise<ErrorView> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ProcedureError) return error.view;
    throw error;
  }
  throw new Error('the call was not refused');
}

/** How one call of several ended: `ok`, or the code of its refusal. */
export const outcome = (result: CallResult): string =>
  'error' in result ? result.error.code : 'ok';
