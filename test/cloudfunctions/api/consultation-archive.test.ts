import type { Audit } from '../../../cloudfunctions/kernel/audit';
import { CAST, CAST_LAST_TERM, CAST_TERM, CLASSES } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { attendance, meetingPlan, newMeetingId } from './meeting-examples';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const teacher = CAST.homeroomTeacher;
const colleague = CAST.subjectTeacher;
type Who = { openid: string };
const call = <T = unknown>(path: string, input: object, who: Who = teacher) =>
  world.call<T>(who, path, input);
const placeId = CLASSES.seven3;
const whole = (consultationId: string) => call('consultation.byId', { consultationId, placeId });
const edit = (consultationId: string, rev: number) => ({
  consultationId,
  rev,
  writeId: newWriteId(),
});

/** A weekly consultation of today that has begun. */
async function running(id = newMeetingId()) {
  await call('consultation.plan', { ...meetingPlan(placeId, id), recorderId: teacher.openid });
  const came = [teacher.openid, colleague.openid];
  await call('consultationAttendance.record', { ...attendance(id), came });
  return id;
}

describe('who thinks otherwise (S3-162, S3-165)', () => {
  const WORDS = '每天一道错题太多了';
  const dissent = (consultationId: string, who: Who) =>
    call<{ rev: number }>(
      'consultationDissent.record',
      { ...edit(consultationId, 0), text: WORDS },
      who,
    );
  const open = (consultationId: string, who: Who) =>
    call<{ text: string; isMine: boolean }[]>(
      'consultationDissent.byId',
      { consultationId, reason: '准备签字' },
      who,
    );

  test('says so under seal: no list, no minutes and no other teacher ever carries the words', async () => {
    const id = await running();
    await dissent(id, colleague);
    const documents = ['consultations', 'consultationItems', 'resolutions', 'timeline'] as const;
    for (const name of documents) expect(JSON.stringify(world.stored(name))).not.toContain(WORDS);
    expect(JSON.stringify(await whole(id))).not.toContain(WORDS);
    expect((await refusal(open(id, CAST.homeroomTeacher82))).code).toBe('notFound');
    expect((await refusal(open(id, CAST.divisionHead))).code).toBe('notFound');
    const noteId = `${id}~${colleague.openid}~dissent`;
    const around = call('sealedNote.byId', { noteId, reason: '准备会商' });
    expect((await refusal(around)).code).toBe('notFound');
  });

  test('is read with a reason by the chair and by whoever signs, and each time leaves a trace', async () => {
    const id = await running();
    await dissent(id, colleague);
    expect((await open(id, teacher))[0]).toMatchObject({ text: WORDS, isMine: false });
    expect(await open(id, CAST.leader)).toHaveLength(1);
    expect((await open(id, colleague))[0]?.isMine).toBe(true);
    const readers = world
      .stored<Audit>('audits')
      .filter(({ action, documentId }) => {
        return action === 'consultation.readDissent' && documentId === id;
      })
      .map(({ by }) => by);
    expect(readers).toEqual([teacher.openid, CAST.leader.openid, colleague.openid]);
  });

  test('is not heard before the meeting has begun, nor from whoever is not invited', async () => {
    const plan = meetingPlan(placeId);
    await call('consultation.plan', plan);
    const early = await refusal(dissent(plan.consultationId, colleague));
    expect(early.message).toContain('开始以后');
    const stranger = await refusal(dissent(plan.consultationId, CAST.homeroomTeacher82));
    expect(stranger.code).toBe('notFound');
  });
});

describe('the archive', () => {
  test('lists what was held by term and kind, within reach, and nothing that is planned', async () => {
    const archive = (of: object, who: Who = teacher) =>
      call<{ past: { kindId: string; state: string }[]; open: object[] }>(
        'consultation.list',
        { of },
        who,
      );
    const held = await archive({ termId: CAST_TERM, kindId: 'weeklyConsultation' });
    expect(held.past.length).toBeGreaterThan(0);
    expect(held.open).toEqual([]);
    expect(new Set(held.past.map(({ kindId }) => kindId))).toEqual(new Set(['weeklyConsultation']));
    expect((await archive({ termId: CAST_LAST_TERM })).past).toEqual([]);
    expect((await archive({ termId: CAST_TERM }, CAST.homeroomTeacher71)).past.length).toBeLessThan(
      (await archive({ termId: CAST_TERM }, CAST.principal)).past.length,
    );
  });
});
