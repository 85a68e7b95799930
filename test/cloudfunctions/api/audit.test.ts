import type { Audit } from '../../../cloudfunctions/kernel/audit';
import { auditKindOf } from '../../../domain/audit/audit.schema';
import { CAST, CAST_TODAY, OTHER_SCHOOL_ID, STUDENTS } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { refusal } from './writes';

interface Page {
  items: {
    id: string;
    at: string;
    by: string;
    byName: string;
    deed: string;
    what: string | null;
    studentId: string | null;
    studentName: string | null;
    reason: string | null;
    why: string | null;
  }[];
  next: { at: string; id: string } | null;
}

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
  await world.call(CAST.homeroomTeacher, 'sealedNote.byId', {
    noteId: `2026-1~${STUDENTS.firstChild._id}~family`,
    reason: '准备家访',
  });
});
afterAll(() => world.stop());

const list = (input: object = {}, person = CAST.principal) =>
  world.call<Page>(person, 'audit.list', input);

describe('the traces', () => {
  it('say who opened which sealed note of whom, when, as what and why', async () => {
    const { items } = await list({ kind: 'opened', memberId: CAST.homeroomTeacher.openid });
    expect(items).toMatchObject([
      {
        byName: '王晓岚',
        deed: '打开保密记录',
        what: '家庭情况',
        studentName: STUDENTS.firstChild.name,
        reason: '准备家访',
        why: '班主任 · 本班',
      },
    ]);
  });

  it.each([
    [
      'person',
      { memberId: CAST.mentor.openid },
      ({ by }: Page['items'][0]) => by === CAST.mentor.openid,
    ],
    [
      'student',
      { studentId: STUDENTS.menteeIn73._id },
      ({ studentId }: Page['items'][0]) => studentId === STUDENTS.menteeIn73._id,
    ],
    ['kind', { kind: 'opened' }, ({ deed }: Page['items'][0]) => /打开|查看/.test(deed)],
    ['days', { from: CAST_TODAY }, ({ at }: Page['items'][0]) => at >= '2026-10-28T16:00'],
  ])('are found by %s', async (_of, filter, isMeant) => {
    const { items } = await list(filter);
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter((item) => !isMeant(item))).toEqual([]);
  });

  it('end with the last day that is asked for', async () => {
    const { items } = await list({ to: '2026-09-30' });
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter(({ at }) => at > '2026-09-30T16:00')).toEqual([]);
  });

  it('come page by page, each once, the latest first', async () => {
    const seen: Page['items'] = [];
    let page = await list();
    for (let turns = 0; turns < 3 && page.next; turns += 1) {
      seen.push(...page.items);
      page = await list({ before: page.next });
    }
    const times = seen.map(({ at }) => at);
    expect(seen.length).toBe(90);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('are of the own school only', async () => {
    await list({}, CAST.otherPrincipal);
    const elsewhere = await list({}, CAST.otherPrincipal);
    const ids = elsewhere.items.map(({ id }) => id);
    const stored = world.stored<Audit>('audits').filter(({ _id }) => ids.includes(_id));
    expect(new Set(stored.map(({ schoolId }) => schoolId))).toEqual(new Set([OTHER_SCHOOL_ID]));
  });
});

describe('looking at traces', () => {
  it('is a trace itself, with what was looked for', async () => {
    await list(
      { kind: 'exported', studentId: STUDENTS.secondChild._id },
      CAST.studentAffairsOffice,
    );
    const own = world
      .stored<Audit>('audits')
      .filter(
        ({ by, action }) => by === CAST.studentAffairsOffice.openid && action === 'audit.read',
      );
    expect(own).toMatchObject([
      { kind: 'opened', reason: '只看导出，只看一名学生', studentId: STUDENTS.secondChild._id },
    ]);
  });

  it.each(['leader', 'homeroomTeacher', 'counsellor', 'guardian'] as const)(
    'is not for a %s, who leaves no trace by trying',
    async (role) => {
      const before = world.stored('audits').length;
      expect((await refusal(list({}, CAST[role]))).code).toBe('notFound');
      expect(world.stored('audits').length).toBe(before);
    },
  );
});

describe('the kind of a trace', () => {
  it.each([
    ['sealedNote.read', 'opened'],
    ['homeVisit.read', 'opened'],
    ['classLedger.export', 'exported'],
    ['regulation.revise', 'set'],
    ['retention.revise', 'set'],
    ['talk.record', 'recorded'],
    ['sealedNote.revise', 'recorded'],
  ] as const)('of %s is %s', (action, kind) => {
    expect(auditKindOf(action)).toBe(kind);
  });
});
