import type { StandingCount } from '../../cloudfunctions/kernel/settle';
import { addDays } from '../../domain/calendar/day';
import type { School } from '../../domain/school/school.schema';
import { CAST, CAST_TODAY, CLASSES, SCHOOL_ID } from '../school/cast';
import { attendance, meetingPlan, newMeetingId } from './api/meeting-examples';
import { newWriteId } from './api/writes';
import { startCloud, type TestCloud } from './harness/cloud';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const placeId = CLASSES.seven3;
const counted = (refId: string) =>
  world
    .stored<StandingCount>('standings')
    .filter(({ refIds }) => refIds.includes(refId))
    .map(({ windowKey }) => windowKey);

test('a cadence that changes in mid-term asks nobody twice: the night lays records anew', async () => {
  const id = newMeetingId();
  await world.call(CAST.homeroomTeacher, 'consultation.plan', meetingPlan(placeId, id));
  await world.call(CAST.homeroomTeacher, 'consultationAttendance.record', {
    ...attendance(id),
    came: [CAST.homeroomTeacher.openid],
  });
  await world.call(CAST.homeroomTeacher, 'consultation.close', {
    ...{ consultationId: id, rev: 1, writeId: newWriteId() },
    ...{ minutes: '都好', breachReason: '老师在外听课' },
  });
  expect(counted(id)).toEqual(['weeklyConsultation~2026-1-w09']);

  const school = world.stored<School>('schools').find(({ _id }) => _id === SCHOOL_ID) as School;
  const [rules] = school.regulationHistory;
  await world.call(CAST.principal, 'regulation.revise', {
    rev: school.rev,
    writeId: newWriteId(),
    presetIds: rules?.presetIds ?? [],
    effectiveOn: addDays(CAST_TODAY, 1),
    meetingKinds: rules?.meetingKinds ?? [],
    duties: (rules?.duties ?? []).map((duty) =>
      duty.id === 'weeklyConsultation' ? { ...duty, cadence: { kind: 'everyTwoWeeks' } } : duty,
    ),
  });
  const { timer } = world.cloud;
  await world.clock.set(Date.parse(`${addDays(CAST_TODAY, 1)}T03:05:00+08:00`));
  const outcome = await timer.fire('timer');
  expect(outcome.ok).toBe(true);
  expect(counted(id)).toEqual(['weeklyConsultation~2026-1-twow09']);
});
