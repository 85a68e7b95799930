import { addDays, type Day, laterOf } from '../../../domain/calendar/day';
import { MAX_CLASS_SIZE, type Student } from '../../../domain/school/roster.schema';
import type { ClassWork, Counting } from '../../../domain/summary/facts.rules';
import type { UnseenStudent } from '../../../domain/summary/summary.schema';
import { countWork, joinWork, standingIdsOf } from '../../../domain/summary/tally.rules';
import { daysSinceSeen } from '../../../domain/talk/talk.rules';
import type { TimelineItem } from '../../../domain/timeline/timeline.schema';
import { command } from '../../kernel/cloud';
import { oneOf, readMany } from '../../kernel/database';
import type { StandingCount } from '../../kernel/settle';
import { readSince } from './summary.store';

const MAX_COUNTERS = 500;

/** How many records some duties have, by the ids of their counters; one request. */
async function readCounts(schoolId: string, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const counters = await readMany<StandingCount>('standings', {
    where: { schoolId, _id: oneOf(ids.slice(0, MAX_COUNTERS)) },
    fields: ['count'],
    limit: MAX_COUNTERS,
  });
  return new Map(counters.map(({ _id, count }) => [_id, count]));
}

/** A class whose students have more notes in a month than this is counted up to here. */
const MAX_WORK = 1000;

/** What of a note is counted; what was said stays where it is. */
const COUNTED = ['studentId', 'kind', 'voidedAt'];

/** The notes of a class in the timeline between two days. */
const readWork = (schoolId: string, classId: string, { from, to }: { from: Day; to: Day }) =>
  readMany<Pick<TimelineItem, '_id' | 'studentId' | 'kind' | 'voidedAt'>>('timeline', {
    where: {
      schoolId,
      classId,
      at: command.and([
        command.gte(new Date(`${from}T00:00:00+08:00`)),
        command.lte(new Date(`${to}T23:59:59+08:00`)),
      ]),
    },
    fields: COUNTED,
    limit: MAX_WORK,
  });

/** Those of a class whom nobody has talked with for longer than the school's interval. */
async function readUnseenOf(
  { school, term, today }: Counting,
  classId: string,
): Promise<UnseenStudent[]> {
  const until = laterOf(
    addDays(today, -school.mentoring.talkEveryDays),
    addDays(term.startsOn, -1),
  );
  const students = await readMany<Pick<Student, '_id' | 'name' | 'lastTalkOn'>>('students', {
    where: command.and([
      { schoolId: school._id, classId, status: 'enrolled' },
      command.or([{ lastTalkOn: null }, { lastTalkOn: command.lte(until) }]),
    ]),
    fields: ['name', 'lastTalkOn'],
    orderBy: [['lastTalkOn', 'asc']],
    limit: MAX_CLASS_SIZE,
  });
  return students.map(({ _id: studentId, name, lastTalkOn }) => ({
    studentId,
    name,
    daysSince: daysSinceSeen({ lastTalkOn }, today, term),
  }));
}

const MAX_LATE = 60;

/** How many resolutions of a class are over their day. */
async function countLate({ school, today }: Counting, classId: string): Promise<number> {
  const late = await readMany<{ _id: string }>('resolutions', {
    where: { schoolId: school._id, placeId: classId, isOpen: true, dueOn: command.lt(today) },
    fields: ['dueOn'],
    limit: MAX_LATE,
  });
  return late.length;
}

/** The work of a class in the period; that of a term is put together from its months. */
async function readWorkOf(counting: Counting, classId: string) {
  const { school, term, period } = counting;
  if (period.kind !== 'term') {
    const work = await readWork(school._id, classId, period);
    return countWork(work.map((item) => ({ ...item, isVoided: item.voidedAt !== null })));
  }
  const made = await readSince(school._id, [classId], term.startsOn);
  const months = made.filter(({ periodKind }) => periodKind === 'month');
  return joinWork(
    months.flatMap(({ classes }) => classes),
    0,
  );
}

/** What is read of a class: four requests at once, none of which grows with the school. */
export async function readClassWork(counting: Counting, classId: string): Promise<ClassWork> {
  const { school, windows } = counting;
  const [counts, work, unseen, lateResolutions] = await Promise.all([
    readCounts(school._id, standingIdsOf(windows, 'class', classId)),
    readWorkOf(counting, classId),
    readUnseenOf(counting, classId),
    countLate(counting, classId),
  ]);
  return { counts, work, unseen, lateResolutions };
}

/** How many records the duties of divisions and of the school have: a few counters a window. */
export async function readOwnCounts({ school, windows }: Counting): Promise<Map<string, number>> {
  const keys = windows
    .filter(({ duty }) => duty.forWhom !== 'class')
    .map(({ duty, window }) => `${duty.id}~${window.id}`);
  if (keys.length === 0) return new Map();
  const counters = await readMany<StandingCount>('standings', {
    where: { schoolId: school._id, windowKey: oneOf(keys) },
    fields: ['count'],
    limit: MAX_COUNTERS,
  });
  return new Map(counters.map(({ _id, count }) => [_id, count]));
}
