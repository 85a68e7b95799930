import { addDays } from '../../../domain/calendar/day';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import { ASSURANCE } from '../../../domain/regulation/presets/assurance';
import { GANYU } from '../../../domain/regulation/presets/ganyu';
import { startFrom } from '../../../domain/regulation/presets/presets';
import { SCHOOL_DISTRICT } from '../../../domain/regulation/presets/school-district';
import { XIJIAO } from '../../../domain/regulation/presets/xijiao';
import { CAST, CAST_NOW, CAST_TODAY, CLASSES, SCHOOL_ID } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { wordsOfDocx } from '../harness/read-book';
import { attendance, meetingPlan, newMeetingId } from './meeting-examples';
import { newWriteId, refusal } from './writes';

interface Whole {
  rev: number;
  state: string;
  people: { memberId: string }[];
  earlier: { id: string; rev: number; what: string; reviewedIn: string[] }[];
  breaches: { clause: string; sentence: string }[];
}

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
  await world.patch('schools', SCHOOL_ID, {
    regulationHistory: [
      startFrom([ASSURANCE, XIJIAO, GANYU, SCHOOL_DISTRICT], {
        version: 1,
        effectiveOn: addDays(CAST_TODAY, -50),
      }),
    ],
  });
});
afterAll(() => world.stop());

const teacher = CAST.homeroomTeacher;
type Who = { openid: string };
const placeOf: Record<string, string> = {};
const whole = (id: string, who: Who = teacher) =>
  world.call<Whole>(who, 'consultation.byId', { consultationId: id, placeId: placeOf[id] });
const edit = (consultationId: string, rev: number) => ({
  consultationId,
  rev,
  writeId: newWriteId(),
});
const clausesOf = ({ breaches }: Whole) => breaches.map(({ clause }) => clause);

/** A meeting with everybody there; `review` says of each earlier decision what became of it. */
async function held(
  review: (
    verdict: (one: Whole['earlier'][number], said: object) => Promise<unknown>,
    of: Whole,
  ) => Promise<void>,
  {
    breachReason = '',
    who = teacher as Who,
    placeId = CLASSES.seven3 as string,
    ...more
  }: Partial<ReturnType<typeof meetingPlan>> & {
    breachReason?: string;
    who?: Who;
  } = {},
): Promise<string> {
  const id = newMeetingId();
  placeOf[id] = placeId;
  await world.call(who, 'consultation.plan', {
    ...meetingPlan(placeId, id),
    ...{ recorderId: who.openid, ...more },
  });
  const { people } = await whole(id, who);
  const came = people.map(({ memberId }) => memberId);
  await world.call(who, 'consultationAttendance.record', { ...attendance(id), came });
  await review(
    ({ id: resolutionId, rev }, said) =>
      world.call(who, 'resolution.revise', {
        ...{ resolutionId, rev, consultationId: id, writeId: newWriteId() },
        ...{ words: '', dueOn: null, ...said },
      }),
    await whole(id, who),
  );
  const { rev } = await whole(id, who);
  await world.call(who, 'consultation.close', {
    ...edit(id, rev),
    minutes: '都说了',
    breachReason,
  });
  return id;
}

const sign = async (id: string, who: Who) => {
  const { rev } = await whole(id, who);
  await world.call(who, 'consultation.signOff', { ...edit(id, rev), verdict: 'signed', words: '' });
};

async function minutesOf(consultationId: string): Promise<string> {
  const input = { consultationId, format: 'docx' };
  const { result } = await world.cloud.callFunction<{ data: { url: string } }>(
    'documents',
    { kind: 'minutes', input },
    teacher.openid,
  );
  return wordsOfDocx(new Uint8Array(await (await fetch(result.data.url)).arrayBuffer()));
}

/** How it stands for good: what became of its decisions later is told elsewhere. */
const asRead = async (id: string, who: Who = teacher) => {
  const { earlier, ...rest } = await whole(id, who);
  return { ...rest, earlier: earlier.map(({ id: which }) => which) };
};

describe('a signed meeting reads the same after two more meetings (S3-164, S3-166)', () => {
  let first = '';
  let read: Awaited<ReturnType<typeof asRead>>;
  let printed = '';

  test('says what became of the decisions before it', async () => {
    first = await held(async (verdict, { earlier }) => {
      for (const one of earlier) {
        await verdict(one, {
          ...{ verdict: 'late', words: '忙运动会', dueOn: addDays(CAST_TODAY, 3) },
        });
      }
    });
    await sign(first, CAST.leader);
    read = await asRead(first);
    expect(read.breaches).toEqual([]);
    expect(read.earlier).toHaveLength(2);
  });

  test('and on paper', async () => {
    printed = await minutesOf(first);
    expect(printed).toContain('逾期：忙运动会');
  });

  test('the next ones say something else of them', async () => {
    await held(async (verdict, { earlier }) => {
      expect(earlier).toHaveLength(2);
      for (const one of earlier) {
        await verdict(one, {
          ...{ verdict: 'carriedOver', words: '再看一周', dueOn: addDays(CAST_TODAY, 9) },
        });
      }
    });
    await held(async (verdict, { earlier }) => {
      for (const one of earlier) await verdict(one, { verdict: 'done' });
    });
  });

  test('which changes nothing of the first', async () => {
    expect(await asRead(first)).toEqual(read);
    expect(await minutesOf(first)).toBe(printed);
  });
});

test('what a meeting did not look at stays with it, whatever a later one does', async () => {
  await held(async () => {}, { breachReason: '' });
  const task = { ownerId: teacher.openid, helperIds: [], dueOn: addDays(CAST_TODAY, 7) };
  const decided = newMeetingId();
  placeOf[decided] = CLASSES.seven3;
  await world.call(teacher, 'consultation.plan', meetingPlan(CLASSES.seven3, decided));
  await world.call(teacher, 'consultationAttendance.record', {
    ...attendance(decided),
    came: [teacher.openid],
  });
  await world.call(teacher, 'consultationItem.record', {
    ...{ ...edit(decided, 0), itemId: newMeetingId() },
    words: { kind: 'decision', text: '错题本每天一道', ...task },
  });
  await world.call(teacher, 'consultation.close', {
    ...{ ...edit(decided, 1), minutes: '', breachReason: '人少' },
  });
  const careless = await held(async () => {}, { breachReason: '没有时间' });
  expect(clausesOf(await whole(careless))).toEqual(['S3-166', 'S4-177']);
  await held(async (verdict, { earlier }) => {
    for (const one of earlier) await verdict(one, { verdict: 'done' });
  });
  expect(clausesOf(await whole(careless))).toEqual(['S3-166', 'S4-177']);
});

test('the principal signs for the leader whom the kind names (S4-177)', async () => {
  const id = await held(async () => {});
  expect(clausesOf(await whole(id))).toEqual(['S4-177']);
  await sign(id, CAST.principal);
  expect((await whole(id)).breaches).toEqual([]);
  expect(stored(id)?.signOffs.at(-1)?.as).toBe('leader');
});

test.each(['classCadreMeeting', 'parentMeeting'])(
  'a %s is over when it is ended: nobody has to sign it',
  async (kindId) => {
    const id = await held(async () => {}, { kindId, breachReason: '人没有到齐' });
    expect((await whole(id)).state).toBe('signedOff');
    const queue = await world.call<{ waiting: { id: string }[] }>(
      CAST.leader,
      'consultationSignOff.list',
    );
    expect(queue.waiting.map((one) => one.id)).not.toContain(id);
  },
);

test('who led a meeting does not accept it, somebody else does (S4-177)', async () => {
  const id = await held(async () => {}, { chairId: CAST.leader.openid });
  expect((await refusal(sign(id, CAST.leader))).message).toContain('另一位校领导');
  await sign(id, CAST.principal);
  expect((await whole(id)).state).toBe('signedOff');
});

test('decisions that are sent on wait for a signature; where nobody else may, the chair gives it (S3-156)', async () => {
  const { principal } = CAST;
  const id = await held(async () => {}, {
    ...{ kindId: 'districtTeachingMeeting', placeId: SCHOOL_ID, who: principal },
    breachReason: '临时定的会',
  });
  expect(clausesOf(await whole(id, principal))).toContain('S3-156');
  await sign(id, principal);
  expect(clausesOf(await whole(id, principal))).not.toContain('S3-156');
});

test('a principal’s meeting of the month is told of the same reports months later (S4-212)', async () => {
  const { principal } = CAST;
  const report = { month: CAST_TODAY.slice(0, 7), level: 'class', rev: 0, text: '都好' };
  for (const one of world.stored<{ _id: string; schoolId: string }>('classes')) {
    if (one.schoolId !== SCHOOL_ID) continue;
    const input = { ...report, placeId: one._id, writeId: newWriteId() };
    await world.call(principal, 'monthlyReport.submit', input);
  }
  const more = { kindId: 'principalMeeting', placeId: SCHOOL_ID, who: principal };
  const silent = held(async () => {}, more);
  expect((await refusal(silent)).message).toContain('份报告');
  const id = await held(async () => {}, { ...more, breachReason: '级部的报告还在写' });
  const read = await asRead(id, principal);
  const missing = read.breaches.find(({ clause }) => clause === 'S4-212');
  expect(missing?.sentence).toContain('级');
  expect(missing?.sentence).not.toContain('班');
  await world.clock.set(CAST_NOW.getTime() + 70 * 86_400_000);
  expect(await asRead(id, principal)).toEqual(read);
});

const stored = (id: string) =>
  world.stored<Consultation>('consultations').find(({ _id }) => _id === id);
