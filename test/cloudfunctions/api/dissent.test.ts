import { CAST, CLASSES } from '../../school/cast';
import { meetingIdOf } from '../../school/consultations';
import { startCloud, type TestCloud } from '../harness/cloud';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const placeId = CLASSES.seven3;
/** A meeting of yesterday: 王晓岚 led it, 吴知行 teaches there. */
const consultationId = meetingIdOf(placeId, 'waiting');
const leads = CAST.homeroomTeacher;
const colleague = CAST.subjectTeacher;
type Who = { openid: string };

const write = (who: Who, rev: number, text: string, writeId = newWriteId()) =>
  world.call<{ rev: number }>(who, 'consultationDissent.record', {
    ...{ consultationId, rev, writeId, text },
  });
const open = (who: Who) =>
  world.call<{ text: string; rev: number; byName: string; isMine: boolean }[]>(
    who,
    'consultationDissent.byId',
    { consultationId, reason: '准备签字' },
  );
const seenBy = async (who: Who) => {
  const { dissents, hasOwnDissent } = await world.call<{
    dissents: number;
    hasOwnDissent: boolean;
  }>(who, 'consultation.byId', { consultationId, placeId });
  return { dissents, hasOwnDissent };
};

describe('who thinks otherwise, more than once (S3-165)', () => {
  test('each person’s word stands beside the others’', async () => {
    expect(await write(colleague, 0, '周末不宜再加作业。')).toEqual({ rev: 1 });
    expect(await write(leads, 0, '每天看一次太频繁。')).toEqual({ rev: 1 });
    const all = await open(leads);
    expect(all.map(({ byName, text }) => [byName, text]).sort()).toEqual([
      ['吴知行', '周末不宜再加作业。'],
      ['王晓岚', '每天看一次太频繁。'],
    ]);
  });

  test('the same person’s second is a revision of the first, and the first wording is kept sealed', async () => {
    const [own] = (await open(colleague)).filter(({ isMine }) => isMine);
    const second = '周末不宜再加作业，可以改到周三。';
    const id = newWriteId();
    expect(await write(colleague, own?.rev ?? 0, second, id)).toEqual({ rev: 2 });
    expect(await write(colleague, own?.rev ?? 0, second, id)).toEqual({ rev: 2 });
    expect((await open(leads)).map(({ text }) => text).sort()).toEqual([
      second,
      '每天看一次太频繁。',
    ]);
    const earlier = world.stored<{ docId: string; fields: { text: string } }>('sealedRevisions');
    expect(
      earlier
        .filter(({ docId }) => docId.startsWith(consultationId))
        .map(({ fields }) => fields.text),
    ).toEqual(['周末不宜再加作业。']);
  });

  test('one that knows nothing of the first is shown it, not lost', async () => {
    const { code, data } = await refusal(write(colleague, 0, '还有一点。'));
    expect(code).toBe('stale');
    expect(data).toMatchObject({ rev: 2, text: '周末不宜再加作业，可以改到周三。' });
  });

  test('who wrote one opens their own and learns of no other', async () => {
    expect((await open(colleague)).map(({ isMine }) => isMine)).toEqual([true]);
    expect(await seenBy(colleague)).toEqual({ dissents: 1, hasOwnDissent: true });
    expect(await seenBy(leads)).toEqual({ dissents: 2, hasOwnDissent: true });
    expect(await seenBy(CAST.leader)).toEqual({ dissents: 2, hasOwnDissent: false });
    expect(await seenBy(CAST.divisionHead)).toEqual({ dissents: 0, hasOwnDissent: false });
  });
});
