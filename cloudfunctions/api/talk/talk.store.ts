import type { ScopeFilter } from '../../../domain/access/scopes';
import type { Day } from '../../../domain/calendar/day';
import type { Student } from '../../../domain/school/roster.schema';
import { bySeen } from '../../../domain/talk/talk.rules';
import { TALK_PAGE, type Talk, UNSEEN_PAGE } from '../../../domain/talk/talk.schema';
import { type Condition, command } from '../../kernel/cloud';
import { oneOf, readMany, readOne, scopeCondition } from '../../kernel/database';

export const readTalk = (talkId: string): Promise<Talk | null> => readOne<Talk>('talks', talkId);

/** A student's talks, newest first, voided ones too; one more than a page shows whether it ends. */
export function readTalks(
  schoolId: string,
  studentId: string,
  before?: { on: Day; id: string },
): Promise<Talk[]> {
  const ofStudent = { schoolId, studentId };
  const where = before
    ? command.and([
        { ...ofStudent, on: command.lte(before.on) },
        command.or([{ on: command.lt(before.on) }, { _id: command.lt(before.id) }]),
      ])
    : ofStudent;
  return readMany<Talk>('talks', {
    where,
    orderBy: [
      ['on', 'desc'],
      ['_id', 'desc'],
    ],
    limit: TALK_PAGE + 1,
  });
}

/** The last student of a page. */
interface PageEnd {
  lastTalkOn: Day | null;
  id: string;
}

/** The first string of all; what was never seen is null and stands before it. */
const ANY_DAY = '';

/** Who comes after somebody in the order "never seen first, then the longest ago". */
function after({ lastTalkOn, id }: PageEnd): object {
  if (lastTalkOn === null) {
    return command.or([
      { lastTalkOn: null, _id: command.gt(id) },
      { lastTalkOn: command.gte(ANY_DAY) },
    ]);
  }
  // The range finds the place in the index; the alternatives step over the same day.
  return command.and([
    { lastTalkOn: command.gte(lastTalkOn) },
    command.or([{ lastTalkOn: command.gt(lastTalkOn) }, { _id: command.gt(id) }]),
  ]);
}

const readUnseenIn = (
  schoolId: string,
  filter: ScopeFilter,
  from: PageEnd | undefined,
): Promise<Student[]> => {
  // A filter of one condition always matches something.
  const reach = scopeCondition(schoolId, filter, { studentId: '_id' }) as Condition;
  const enrolled = { status: 'enrolled' };
  return readMany<Student>('students', {
    where: command.and(from ? [reach, enrolled, after(from)] : [reach, enrolled]),
    orderBy: [
      ['lastTalkOn', 'asc'],
      ['_id', 'asc'],
    ],
    limit: UNSEEN_PAGE + 1,
  });
};

const bySeenThenId = (a: Student, b: Student) =>
  bySeen(a, b) || (a._id < b._id ? -1 : Number(a._id > b._id));

/**
 * The students within a reach by when they were last seen, one more than a page. No counting: one
 * indexed query reads a page, however large the school. Somebody with several reaches (a class and
 * mentees) costs one query each, in the same trip: a union would have to read and sort them whole.
 */
export async function readUnseen(
  schoolId: string,
  filter: ScopeFilter,
  from?: PageEnd,
): Promise<Student[]> {
  const reaches = filter === 'everything' ? [filter] : filter.map((condition) => [condition]);
  const found = await Promise.all(reaches.map((reach) => readUnseenIn(schoolId, reach, from)));
  const distinct = new Map(found.flat().map((student) => [student._id, student]));
  return [...distinct.values()].sort(bySeenThenId).slice(0, UNSEEN_PAGE + 1);
}

/** So many mentees' talks of a term fit one answer of the cloud, at two a week each. */
const MENTEES_AT_ONCE = 15;
const MAX_TALKS = 1000;

/** The talks of some students in some days by one teacher, oldest first: for a printed book. */
export async function readTalksOf(
  schoolId: string,
  studentIds: readonly string[],
  days: { from: Day; to: Day },
  createdBy: string,
): Promise<Talk[]> {
  const pages: string[][] = [];
  for (let at = 0; at < studentIds.length; at += MENTEES_AT_ONCE) {
    pages.push(studentIds.slice(at, at + MENTEES_AT_ONCE));
  }
  const found = await Promise.all(
    pages.map((ids) =>
      readMany<Talk>('talks', {
        where: command.and([
          { schoolId, studentId: oneOf(ids), createdBy, voidedAt: null },
          { on: command.gte(days.from) },
          { on: command.lte(days.to) },
        ]),
        limit: MAX_TALKS,
      }),
    ),
  );
  return found.flat().sort((a, b) => (a.on < b.on ? -1 : 1));
}
