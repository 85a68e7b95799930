/** What goes by itself, whatever a school has set: everything here is off, as it is at first. */
import type { CollectionName } from '../../cloudfunctions/kernel/collections';
import type { Backup } from '../../domain/backup/backup.schema';
import { addDays, dayOf } from '../../domain/calendar/day';
import type { GuardianRequest } from '../../domain/joining/guardian-request.schema';
import { FORGOTTEN_NAME } from '../../domain/retention/student-records';
import type { RosterImport } from '../../domain/roster/roster-import.schema';
import { RETENTION_PRESET } from '../../domain/school/retention-settings.schema';
import { CAST, CAST_TODAY, CLASSES, SCHOOL_ID, STUDENTS } from '../school/cast';
import { newWriteId } from './api/writes';
import { startCloud, type TestCloud } from './harness/cloud';
import { fileExists, storeFile } from './harness/storage';

interface Shown {
  rev: number;
  always: { kind: string; label: string; term: string; does: string; due: number }[];
}
type Reply = { error: { code: string; message: string } };

const PHONE = '13900001111';
const PASSPHRASE = '梧桐树下第三张长椅上的书';
const ago = (days: number) => new Date(`${addDays(CAST_TODAY, -days)}T12:00:00+08:00`);
const stamps = (days: number) => ({
  ...{ schemaVersion: 1, schoolId: SCHOOL_ID, rev: 1 },
  ...{ createdAt: ago(days), createdBy: CAST.principal.openid },
  ...{ updatedAt: ago(days), updatedBy: CAST.principal.openid, updatedByName: '校长' },
});

// Each plays nights of the timer.
jest.setTimeout(120_000);

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const put = (collection: CollectionName, ...documents: object[]) =>
  world.cloud.database.insertMany(collection, documents as never[]);
const has = (collection: CollectionName, id: string) =>
  world.stored<{ _id: string }>(collection).some(({ _id }) => _id === id);
const show = () => world.call<Shown>(CAST.principal, 'retention.byId', {});
const dueOf = async (kind: string) => (await show()).always.find((one) => one.kind === kind)?.due;

/** The next night, when the job is due. */
async function night(): Promise<Record<string, number>> {
  const day = addDays(dayOf(new Date(world.clock.now())), 1);
  await world.clock.set(Date.parse(`${day}T05:30:00+08:00`));
  const outcome = await world.cloud.timer.fire('timer');
  if (!outcome.ok) throw new Error(outcome.failure.errMsg);
  return (outcome.result as Record<string, Record<string, number>>).clearLeftovers ?? {};
}

it('an application that was answered a month ago goes; one that waits stays', async () => {
  const request = (_id: string, days: number, change: Partial<GuardianRequest> = {}) => ({
    ...{ _id, ...stamps(200), classId: CLASSES.seven3, divisionId: 'division', memberId: 'oAsked' },
    ...{ guardianName: '周敏', relation: 'mother', childName: '周子涵', consentVersion: '2026-11' },
    ...{
      agreedAt: ago(200),
      isUnderFourteen: false,
      studentId: null,
      reason: '',
      closedByName: '',
    },
    ...{ state: 'refused', closedAt: ago(days), lastWriteId: _id, ...change },
  });
  put(
    'guardianRequests',
    request('answeredLongAgo', 32),
    request('answeredLately', 28),
    request('waits', 0, { state: 'open', closedAt: null }),
  );
  expect(await dueOf('guardianRequest')).toBe(1);
  expect(await night()).toMatchObject({ guardianRequest: 1 });
  expect(has('guardianRequests', 'answeredLongAgo')).toBe(false);
  expect(has('guardianRequests', 'answeredLately')).toBe(true);
  expect(has('guardianRequests', 'waits')).toBe(true);
});

it('of an import that can no longer be taken back stays who imported how many, and no phone', async () => {
  const item = (_id: string, days: number): object => ({
    ...{ _id, ...stamps(days), fileName: '名单.xlsx', state: 'staged', sheets: [], remarks: [] },
    columns: [{ label: '电话', samples: [PHONE] }],
    ...{ mapping: ['guardianPhone'], movesStudents: false, rows: 1, chunks: 1, counts: null },
    ...{ planId: null, problemPages: 1, done: 0, workingUntil: null, appliedAt: null },
    result: { created: 0, updated: 0, same: 0, takenBack: 0, left: [], leftCount: 0 },
    lastWriteId: _id,
  });
  const part = (importId: string) => ({ schemaVersion: 1, schoolId: SCHOOL_ID, importId });
  const before = await dueOf('rosterImport');
  for (const [id, days] of [
    ['oldimport00000000000', 33],
    ['newimport00000000000', 20],
  ] as const) {
    put('rosterImports', item(id, days));
    const rows = [{ sheet: 0, row: 2, cells: [PHONE] }];
    put('rosterImportChunks', { _id: `${id}~000`, ...part(id), chunk: 0, rows, students: [] });
    const problems = [{ where: '第 2 行', text: `电话 ${PHONE} 不对`, isStop: false }];
    put('rosterProblems', { _id: `${id}~000`, ...part(id), page: 0, problems });
  }
  expect(await dueOf('rosterImport')).toBe((before ?? 0) + 1);
  await night();
  expect(has('rosterImportChunks', 'oldimport00000000000~000')).toBe(false);
  expect(has('rosterProblems', 'oldimport00000000000~000')).toBe(false);
  expect(has('rosterImportChunks', 'newimport00000000000~000')).toBe(true);
  const kept = world
    .stored<RosterImport>('rosterImports')
    .find(({ _id }) => _id === 'oldimport00000000000');
  expect(kept).toMatchObject({ rows: 1, fileName: '名单.xlsx', clearedOn: expect.any(String) });
  expect(JSON.stringify(kept)).not.toContain(PHONE);
  expect(await dueOf('rosterImport')).toBe(0);

  // Whoever goes on with it is told in words, and nothing is applied.
  const input = {
    ...{ importId: 'oldimport00000000000', rev: 1, writeId: newWriteId() },
    ...{ mapping: ['name'], movesStudents: false },
  };
  const { result } = await world.cloud.callFunction<Reply>(
    'documents',
    { kind: 'rosterImport.revise', input },
    CAST.studentAffairsOffice.openid,
  );
  expect(result.error.message).toContain('原始内容已经删去');
});

it('codes go a month after they ended', async () => {
  const collections = [
    ...(['guardianCodes', 'heartToHeartCodes'] as const),
    ...(['interactionCodes', 'staffInvitations'] as const),
  ];
  for (const collection of collections) {
    put(collection, { _id: `${collection}-old`, ...stamps(60), expiresAt: ago(40) });
    put(collection, { _id: `${collection}-new`, ...stamps(30), expiresAt: ago(20) });
  }
  expect(await dueOf('code')).toBe(collections.length);
  await night();
  for (const collection of collections) {
    expect([collection, has(collection, `${collection}-old`)]).toEqual([collection, false]);
    expect([collection, has(collection, `${collection}-new`)]).toEqual([collection, true]);
  }
});

it('reminders go after half a year, and archives with their files', async () => {
  const reminder = (_id: string, days: number) => ({
    ...{ _id, ...stamps(days), status: 'sent', dueAt: ago(days), memberId: 'oAnybody' },
    createdOn: addDays(CAST_TODAY, -days),
  });
  put('reminders', reminder('old', 190), reminder('new', 100));
  const archive = (_id: string, days: number) => ({
    ...{ _id, ...stamps(days), endsOn: addDays(CAST_TODAY, 3 - days), partIds: [], classIds: [] },
  });
  put('ledgerArchives', archive('oldArchive', 30), archive('newArchive', -20));
  await night();
  expect([has('reminders', 'old'), has('reminders', 'new')]).toEqual([false, true]);
  expect([has('ledgerArchives', 'oldArchive'), has('ledgerArchives', 'newArchive')]).toEqual([
    ...[false, true],
  ]);
});

it('a backup that was given up goes with its parts; one of today is left to go on', async () => {
  const input = { backupId: 'template000000000000', reason: '学期末', passphrase: PASSPHRASE };
  await world.cloud.callFunction('backup', { step: 'begin', input }, CAST.principal.openid);
  const [made] = world.stored<Backup>('backups');
  // As a phone leaves it that was switched off: parts in storage, no archive yet.
  const path = `backups/${SCHOOL_ID}/givenup/students-0001.part`;
  const part = await storeFile(world, CAST.principal, path, 'sealed');
  const running = { ...made, state: 'running', file: null };
  const parts = [{ ...made?.parts[0], fileId: part }];
  put('backups', { ...running, _id: 'givenup0000000000000', createdAt: ago(9), parts });
  const now = new Date(world.clock.now());
  put('backups', { ...running, _id: 'goeson00000000000000', createdAt: now });
  expect(await dueOf('book')).toBeGreaterThan(0);
  await night();
  expect(has('backups', 'givenup0000000000000')).toBe(false);
  expect(await fileExists(world, part)).toBe(false);
  expect(has('backups', 'goeson00000000000000')).toBe(true);
});

it('says of each what, when and why, in words', async () => {
  const { always } = await show();
  for (const { label, term, does } of always)
    expect(`${label}${term}${does}`).toMatch(/\p{Script=Han}{2}.*删去/u);
  expect(always.map(({ kind }) => kind)).toEqual([
    ...['guardianRequest', 'rosterImport', 'code', 'reminder', 'book'],
  ]);
});

it('what a guardian agreed to goes with the student whom it was about, and not before', async () => {
  const { _id: studentId } = STUDENTS.firstChild;
  const consent = (id: string) => ({
    ...{ _id: `${id}~oAgreed`, ...stamps(900), studentId: id, classId: CLASSES.seven3 },
    ...{ memberId: 'oAgreed', memberName: '周敏', withdrawnAt: ago(800) },
  });
  put('consents', consent(studentId), consent(STUDENTS.otherChild._id));
  put('erasureRequests', { ...consent(studentId), _id: 'erasure', state: 'done' });
  await world.patch('students', studentId, {
    status: 'left',
    left: { on: addDays(CAST_TODAY, -4 * 365), reason: '转学' },
  });
  await night();
  expect(has('consents', `${studentId}~oAgreed`)).toBe(true);

  const { rev } = await show();
  await world.call(CAST.principal, 'retention.revise', {
    ...{ rev, writeId: newWriteId(), ...RETENTION_PRESET, isOn: true },
  });
  await night();
  const student = world.stored<{ _id: string; name: string }>('students');
  expect(student.find(({ _id }) => _id === studentId)?.name).toBe(FORGOTTEN_NAME);
  expect(has('consents', `${studentId}~oAgreed`)).toBe(false);
  expect(has('erasureRequests', 'erasure')).toBe(false);
  expect(has('consents', `${STUDENTS.otherChild._id}~oAgreed`)).toBe(true);
});
