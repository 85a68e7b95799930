import { type Day, dayOf } from '../../domain/calendar/day';
import type { HeartToHeartCard } from '../../domain/heart-to-heart-card/heart-to-heart-card.schema';
import {
  ALWAYS_CLEARED,
  RETENTION_KIND_NAMES,
  type RetentionKind,
  type RetentionSettings,
} from '../../domain/school/retention-settings.schema';
import type { Student } from '../../domain/school/roster.schema';
import type { School } from '../../domain/school/school.schema';
import { type SealedKind, sealedNoteIdOf } from '../../domain/sealed-note/sealed-note.schema';
import { readDue } from '../api/retention/retention.store';
import type { Audit } from '../kernel/audit';
import { command } from '../kernel/cloud';
import type { CollectionName } from '../kernel/collections';
import { readMany, removeOne } from '../kernel/database';
import { forgetStudent } from './forget-student';

const MAX_SCHOOLS = 100;
/** What one night clears of a kind: well within a minute; the next night goes on. */
const A_NIGHT: Record<RetentionKind, number> = { student: 10, heartToHeartCard: 50, audit: 300 };
const LEFTOVERS_A_NIGHT = 100;
const DAY_MS = 86_400_000;

type Work = (schoolId: string, terms: RetentionSettings, today: Day) => Promise<number>;

const CARD_NOTES: readonly SealedKind[] = ['heartToHeartCard', 'heartToHeartAnswer'];

const WORK: Record<RetentionKind, Work> = {
  async student(schoolId, terms, today) {
    const due = await readDue<Student>(schoolId, 'student', terms, today, A_NIGHT.student);
    for (const student of due) await forgetStudent(student, today);
    return due.length;
  },
  async heartToHeartCard(schoolId, terms, today) {
    const limit = A_NIGHT.heartToHeartCard;
    const due = await readDue<HeartToHeartCard>(schoolId, 'heartToHeartCard', terms, today, limit);
    for (const { _id } of due) {
      for (const kind of CARD_NOTES) await removeOne('sealedNotes', sealedNoteIdOf(_id, kind));
      await removeOne('heartToHeartCards', _id);
    }
    return due.length;
  },
  async audit(schoolId, terms, today) {
    const due = await readDue<Audit>(schoolId, 'audit', terms, today, A_NIGHT.audit);
    for (const { _id } of due) await removeOne('audits', _id);
    return due.length;
  },
};

/** Counters and notes of the product about itself: they belong to no school and to no person. */
async function clearOld(collection: CollectionName, where: object): Promise<number> {
  const old = await readMany<{ _id: string }>(collection, { where, limit: LEFTOVERS_A_NIGHT });
  for (const { _id } of old) await removeOne(collection, _id);
  return old.length;
}

/** Let go of what its time has run out for: leftovers always, records where a school has said so. */
export async function keepRetention(now: Date): Promise<Record<string, number>> {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const { rateCounters, timerRuns } = ALWAYS_CLEARED;
  const report: Record<string, number> = {
    rateCounters: await clearOld('rateCounters', { expiresAt: command.lt(ago(rateCounters)) }),
    timerRuns: await clearOld('timerRuns', { _id: command.lt(dayOf(ago(timerRuns))) }),
  };
  const schools = await readMany<School>('schools', { where: {}, limit: MAX_SCHOOLS });
  for (const { _id, retention } of schools) {
    if (!retention?.isOn) continue;
    for (const kind of RETENTION_KIND_NAMES) {
      report[kind] = (report[kind] ?? 0) + (await WORK[kind](_id, retention, dayOf(now)));
    }
  }
  return report;
}
