import type { Audit } from '../../cloudfunctions/kernel/audit';
import { addDays, dayOf } from '../../domain/calendar/day';
import type { HomeVisit } from '../../domain/home-visit/home-visit.schema';
import { photoPathOf } from '../../domain/home-visit/home-visit.schema';
import { filePathOf } from '../../domain/interaction-form/interaction-form.rules';
import type { PhotoUpload } from '../../domain/photo-upload/photo-upload.schema';
import { CAST, STUDENTS } from '../school/cast';
import { refusal, visit } from './api/writes';
import { startCloud, type TestCloud } from './harness/cloud';
import { fileExists, storeFile } from './harness/storage';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const record = (fileId: string, person = CAST.homeroomTeacher as { openid: string }) =>
  world.call<{ id: string }>(person, 'photoUpload.record', { fileId });

const store = (path: string) => storeFile(world, CAST.homeroomTeacher, path);

const uploads = () => world.stored<PhotoUpload>('photoUploads');

/** Wakes the timer some nights later. */
async function nightsLater(days: number) {
  const day = addDays(dayOf(new Date(world.clock.now())), days);
  await world.clock.set(Date.parse(`${day}T04:30:00+08:00`));
  const outcome = await world.cloud.timer.fire('timer');
  if (!outcome.ok) throw new Error(outcome.failure.errMsg);
  return outcome.result as Record<string, Record<string, number>>;
}

describe('a picture that a phone has stored', () => {
  test('is remembered once, and its remembering is audited', async () => {
    const fileId = await store(photoPathOf('given0up0visit', 'a'.repeat(20)));
    const [one, two] = await Promise.all([record(fileId), record(fileId)]);
    expect(one).toEqual(two);
    expect(uploads().filter((upload) => upload.fileId === fileId)).toHaveLength(1);
    const audits = world.stored<Audit>('audits').filter(({ documentId }) => documentId === one.id);
    expect(audits).toMatchObject([{ action: 'photoUpload.record' }]);
  });

  test('of anything else than a visit or a form is refused, and so is who writes neither', async () => {
    const elsewhere = 'cloud://local.bucket/student-files/x/aaaaaaaaaaaaaaaaaaaa.jpg';
    expect(await refusal(record(elsewhere))).toMatchObject({ code: 'badInput' });
    const fileId = `cloud://local.bucket/${photoPathOf('v', 'b'.repeat(20))}`;
    expect(await refusal(record(fileId, CAST.subjectTeacher))).toMatchObject({ code: 'notFound' });
  });

  test('is cleared away after a month if no record names it; one that is named stays', async () => {
    const input = visit(STUDENTS.otherChild._id);
    const fileId = await store(photoPathOf(input.visitId, 'c'.repeat(20)));
    await record(fileId);
    await world.call(CAST.homeroomTeacher, 'homeVisit.record', { ...input, photos: [fileId] });
    const forgotten = await store(filePathOf('campaign~student', 'd'.repeat(20)));
    await record(forgotten, CAST.guardian);

    const before = await nightsLater(29);
    expect(before.clearPhotos).toEqual({ named: 0, cleared: 0 });
    const done = await nightsLater(2);
    expect(done.clearPhotos).toEqual({ named: 1, cleared: 2 });
    expect([await fileExists(world, fileId), await fileExists(world, forgotten)]).toEqual([
      true,
      false,
    ]);
    expect(uploads().every(({ clearOn }) => clearOn === null)).toBe(true);
    const kept = world.stored<HomeVisit>('homeVisits').find(({ _id }) => _id === input.visitId);
    expect(kept?.photos).toEqual([fileId]);
    expect((await nightsLater(1)).clearPhotos).toEqual({ named: 0, cleared: 0 });
  });
});
