import { TIMELINE_PAGE, type TimelineItem } from '../../../domain/timeline/timeline.schema';
import {
  CAST,
  CAST_NOW,
  type CastName,
  CLASSES,
  divisionIdOf,
  SCHOOL_ID,
  STUDENTS,
} from '../../school/cast';
import { timelineItem } from '../../school/timeline';
import { startCloud, type TestCloud } from '../harness/cloud';
import { refusal } from './writes';

interface Page {
  items: {
    id: string;
    title: string;
    excerpt: string;
    isSealed: boolean;
    noteId: string | null;
    kind: string;
  }[];
  next: { at: string; id: string } | null;
  agreed: { text: string; until: string }[];
}

const studentId = STUDENTS.firstChild._id;
const whose = {
  studentId,
  classId: CLASSES.seven3,
  divisionId: divisionIdOf(7),
  schoolId: SCHOOL_ID,
};
const HOUR = 3_600_000;
const at = (hoursAgo: number) => new Date(CAST_NOW.getTime() - hoursAgo * HOUR);

/** 60 talks, three of each instant; five visits that the family sees, one sealed; one voided. */
const talks = Array.from({ length: 60 }, (_, index) =>
  timelineItem(whose, CAST.mentor, {
    kind: 'talk',
    refId: `talk${index}`,
    at: at(10 + Math.floor(index / 3)),
    title: `第 ${index} 次面谈`,
  }),
);
const visits = [1, 2, 3, 4, 5].map((hours) =>
  timelineItem(whose, CAST.homeroomTeacher, {
    kind: 'homeVisit',
    refId: `visit${hours}`,
    at: at(hours),
    title: `家访 ${hours}`,
    audience: 'family',
    ...(hours === 1 && { agreed: '每晚读二十分钟', agreedUntil: '2026-11-06' }),
    ...(hours === 2 && { agreed: '去年说好的事', agreedUntil: '2025-11-06' }),
  }),
);
const sealed = timelineItem(whose, CAST.counsellor, {
  kind: 'attentionCase',
  refId: 'case1',
  at: at(6),
  isSealed: true,
  noteId: 'case1~attention',
});
const voided = timelineItem(whose, CAST.mentor, {
  kind: 'talk',
  refId: 'voided',
  at: at(0.5),
  title: '记错了人',
  voidedAt: CAST_NOW,
});

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
  // The file holds what stands below and nothing of the made school's own history.
  for (const { _id } of world.stored<TimelineItem>('timeline')) {
    await world.patch('timeline', _id, { studentId: 'somebody-else' });
  }
  const items: TimelineItem[] = [...talks, ...visits, sealed, voided];
  world.cloud.database.insertMany('timeline', items as never);
  // The homeroom teacher of 七年级(1)班 is also a parent in 七年级(3)班.
  const { postings } = CAST.homeroomTeacher71;
  const asParent = { schoolId: SCHOOL_ID, role: 'guardian', studentIds: [studentId] };
  await world.patch('members', CAST.homeroomTeacher71.openid, {
    postings: [...postings, asParent],
  });
});
afterAll(() => world.stop());

const list = (name: CastName, input: object = {}) =>
  world.call<Page>(CAST[name], 'timeline.list', { studentId, ...input });

async function whole(name: CastName, input: object = {}): Promise<Page['items']> {
  const first = await list(name, input);
  const items = [...first.items];
  for (let { next } = first; next; ) {
    const page = await list(name, { ...input, before: next });
    expect(page.items.length).toBeGreaterThan(0);
    items.push(...page.items);
    next = page.next;
  }
  return items;
}

describe('a student’s file', () => {
  test('comes newest first, twenty a page, each item once, without what was voided', async () => {
    const { items, next } = await list('homeroomTeacher');
    expect(items).toHaveLength(TIMELINE_PAGE);
    expect(items[0]?.title).toBe('家访 1');
    expect(next).not.toBeNull();
    const ids = (await whole('homeroomTeacher')).map(({ id }) => id);
    expect(ids).toHaveLength(66);
    expect(new Set(ids).size).toBe(66);
    expect(ids).not.toContain(voided._id);
  });

  test('is filtered by kind', async () => {
    const kinds = (await whole('homeroomTeacher', { kind: 'homeVisit' })).map(({ kind }) => kind);
    expect(kinds).toEqual(Array.from({ length: 5 }, () => 'homeVisit'));
  });

  test('pins what was agreed and waits, not what is long past, and not on later pages', async () => {
    const { agreed, next } = await list('homeroomTeacher');
    expect(agreed).toEqual([
      expect.objectContaining({ text: '每晚读二十分钟', until: '2026-11-06' }),
    ]);
    expect((await list('homeroomTeacher', { before: next })).agreed).toEqual([]);
  });

  test('shows that something is sealed, and the way to it only to who may open it', async () => {
    const sealedOf = async (name: CastName) =>
      (await list(name)).items.find(({ isSealed }) => isSealed);
    expect(await sealedOf('counsellor')).toMatchObject({ title: '', excerpt: '' });
    expect((await sealedOf('counsellor'))?.noteId).toBe('case1~attention');
    expect((await sealedOf('subjectTeacher'))?.noteId).toBeNull();
  });

  test.each<CastName>(['guardianOfTwo', 'homeroomTeacher71'])(
    '%s, a parent of the child, sees what is shared with the family and nothing else',
    async (name) => {
      const items = await whole(name);
      expect(items.map(({ kind }) => kind)).toEqual(visits.map(() => 'homeVisit'));
    },
  );

  test.each<CastName>(['principal', 'leader', 'divisionHead', 'subjectTeacher'])(
    '%s sees what teachers note for one another',
    async (name) => {
      expect((await list(name)).items.map(({ kind }) => kind)).toContain('talk');
    },
  );

  test.each<CastName>(['guardian', 'mentor', 'homeroomTeacher82', 'otherPrincipal'])(
    '%s, who has nothing to do with the child, is refused as if there were no such child',
    async (name) => {
      const forbidden = await refusal(list(name));
      const absent = await refusal(world.call(CAST[name], 'timeline.list', { studentId: 'none' }));
      expect(forbidden).toEqual(absent);
    },
  );

  test('takes two trips at most, however long the history', async () => {
    for (const name of ['homeroomTeacher', 'guardianOfTwo', 'homeroomTeacher71'] as const) {
      const cost = await world.costOf(CAST[name], 'timeline.list', { studentId });
      expect(cost.trips).toBeLessThanOrEqual(2);
      expect(cost.documents.returned).toBeLessThan(3 * TIMELINE_PAGE);
      expect(cost.scans).toEqual([]);
    }
  });
});
