import type { CorrectionRequest } from '../../../domain/correction-request/correction-request.schema';
import { RISKY_WORD } from '../../../local-cloud/openapi/msg-sec-check';
import { CAST, type CastName, STUDENTS } from '../../school/cast';
import { REQUEST_ID } from '../../school/family-voice';
import { startCloud, type TestCloud } from '../harness/cloud';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

interface View {
  id: string;
  rev: number;
  state: string;
  answer: string;
}

const studentId = STUDENTS.firstChild._id;
const ask = (name: CastName, more: object = {}) =>
  world.call<View>(CAST[name], 'correctionRequest.record', {
    ...{ studentId, writeId: newWriteId(), what: '家访日期写错了', why: '是周四' },
    ...more,
  });
const close = (name: CastName, more: object = {}) =>
  world.call<View>(CAST[name], 'correctionRequest.close', {
    ...{ requestId: REQUEST_ID, rev: 1, writeId: newWriteId() },
    ...{ isAccepted: true, answer: '已经更正，谢谢提醒。' },
    ...more,
  });
const duties = async (name: CastName) =>
  (
    await world.call<{ corrections: { id: string; what: string }[] }>(
      CAST[name],
      'familyVoiceDuty.list',
      {},
    )
  ).corrections;
const stored = () => world.stored<CorrectionRequest>('correctionRequests');

describe('asking for a correction', () => {
  test('sent twice and at once asks once, and stands in the homeroom teacher’s 今天', async () => {
    const writeId = newWriteId();
    const [first, second] = await Promise.all([
      ask('guardianOfTwo', { writeId }),
      ask('guardianOfTwo', { writeId }),
    ]);
    expect(first).toEqual(second);
    expect(stored().filter(({ _id }) => _id === writeId)).toHaveLength(1);
    expect((await duties('homeroomTeacher')).map(({ id }) => id)).toContain(writeId);
    expect(await duties('homeroomTeacher71')).toEqual([]);
  });

  test('is for the child’s own guardians', async () => {
    for (const name of ['guardian', 'homeroomTeacher', 'principal', 'otherPrincipal'] as const) {
      expect((await refusal(ask(name))).code).toBe('notFound');
    }
  });

  test('an id of somebody else’s request opens nothing', async () => {
    const other = { studentId: STUDENTS.otherChild._id, writeId: REQUEST_ID };
    expect((await refusal(ask('guardian', other))).code).toBe('notFound');
  });

  test('in words that WeChat refuses is refused kindly, and not stored', async () => {
    const before = stored().length;
    expect((await refusal(ask('guardianOfTwo', { what: RISKY_WORD }))).code).toBe('contentRefused');
    expect(stored()).toHaveLength(before);
  });
});

describe('answering one', () => {
  test('is for the homeroom teacher of the class', async () => {
    for (const name of ['guardianOfTwo', 'subjectTeacher', 'homeroomTeacher71'] as const) {
      expect((await refusal(close(name))).code).toBe('notFound');
    }
  });

  test('keeps request and answer; the family reads it, and nothing waits any more', async () => {
    const writeId = newWriteId();
    const answered = await close('homeroomTeacher', { writeId });
    expect(await close('homeroomTeacher', { writeId })).toEqual(answered);
    const { requests } = await world.call<{ requests: View[] }>(
      CAST.guardianOfTwo,
      'correctionRequest.list',
      { studentId },
    );
    expect(requests.find(({ id }) => id === REQUEST_ID)).toMatchObject({
      state: 'accepted',
      answer: '已经更正，谢谢提醒。',
    });
    expect((await duties('homeroomTeacher')).map(({ id }) => id)).not.toContain(REQUEST_ID);
  });

  test('an answer to what was answered meanwhile comes back with the one that stands', async () => {
    const stale = await refusal(close('homeroomTeacher', { isAccepted: false, answer: '不改' }));
    expect(stale.code).toBe('stale');
    expect(stale.data).toMatchObject({ state: 'accepted' });
  });
});
