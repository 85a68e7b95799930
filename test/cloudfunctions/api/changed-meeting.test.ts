import { addDays } from '../../../domain/calendar/day';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import { MAX_ITEMS } from '../../../domain/consultation/consultation-item.schema';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import { CAST, CAST_TODAY, CLASSES } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { attendance, meetingPlan, newMeetingId } from './meeting-examples';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const teacher = CAST.homeroomTeacher;
type Who = { openid: string };
const call = (path: string, input: object, who: Who = teacher) =>
  world.call<object>(who, path, input);
const placeId = CLASSES.seven3;
const edit = (consultationId: string, rev: number) => ({
  consultationId,
  rev,
  writeId: newWriteId(),
});
const stored = (id: string) =>
  world.stored<Consultation>('consultations').find(({ _id }) => _id === id);

describe('a meeting that does not take place as planned', () => {
  test('is moved with a reason, never silently', async () => {
    const plan = meetingPlan(placeId);
    await call('consultation.plan', plan);
    const on = addDays(CAST_TODAY, 1);
    const silent = call('consultation.plan', { ...plan, on, rev: 1, writeId: newWriteId() });
    expect((await refusal(silent)).message).toContain('写明原因');
    const moved = await call('consultation.revise', {
      ...edit(plan.consultationId, 1),
      change: 'moved',
      on,
      startsAt: '16:10',
      place: '会议室',
      reason: '期中考试',
    });
    expect(moved).toMatchObject({ on, changes: [{ kind: 'moved', reason: '期中考试' }] });
  });

  test('asks anew for what was approved of it as it stood (S0-13, S0-22)', async () => {
    const plan = { ...meetingPlan(placeId), kindId: 'detailedConference' };
    const { consultationId } = plan;
    await call('consultation.plan', plan, CAST.divisionHead);
    const given = { by: 'administrativeMeeting', memberId: 'x', name: '周正平', on: CAST_TODAY };
    const approveAll = () =>
      world.patch('consultations', consultationId, {
        approvals: ['plan', 'otherTime', 'manySittings'].map((matter) => ({ matter, ...given })),
      });
    const approved = () => stored(consultationId)?.approvals.map(({ matter }) => matter);
    await approveAll();
    const again = (more: object) =>
      call(
        'consultation.plan',
        { ...plan, rev: stored(consultationId)?.rev, writeId: newWriteId(), ...more },
        CAST.divisionHead,
      );
    await again({ recorderId: teacher.openid });
    expect(approved()).toEqual(['plan', 'otherTime', 'manySittings']);
    await again({ agenda: '睡眠' });
    expect(approved()).toEqual(['otherTime', 'manySittings']);
    await approveAll();
    await again({ agenda: '睡眠', startsAt: '19:00' });
    expect(approved()).toEqual(['manySittings']);
    await approveAll();
    const moved = {
      ...edit(consultationId, stored(consultationId)?.rev ?? 0),
      ...{ change: 'moved', on: addDays(CAST_TODAY, 3), startsAt: '19:00' },
      ...{ place: '会议室', reason: '期中考试' },
    };
    await call('consultation.revise', moved, CAST.divisionHead);
    expect(approved()).toEqual(['manySittings']);
  });

  test('is cancelled with a reason, stays, and settles nothing', async () => {
    const plan = meetingPlan(placeId);
    await call('consultation.plan', plan);
    await call('consultation.void', { ...edit(plan.consultationId, 1), reason: '并入下周' });
    expect(stored(plan.consultationId)).toMatchObject({
      state: 'cancelled',
      isOpen: false,
      changes: [{ kind: 'cancelled', reason: '并入下周' }],
    });
  });
});

describe('a meeting that says a great deal', () => {
  test('of as much as may be said every decision becomes a resolution, and one more is refused', async () => {
    const id = newMeetingId();
    await call('consultation.plan', meetingPlan(placeId, id));
    const came = [teacher.openid];
    await call('consultationAttendance.record', { ...attendance(id), came });
    const decided = (place: number) => ({
      path: 'consultationItem.record',
      input: {
        ...{ ...edit(id, 0), itemId: newMeetingId() },
        words: {
          ...{ kind: 'decision', text: `第 ${place} 件事`, ownerId: teacher.openid },
          ...{ helperIds: [], dueOn: addDays(CAST_TODAY, 7) },
        },
      },
    });
    for (let from = 0; from < MAX_ITEMS; from += 10) {
      const calls = Array.from({ length: 10 }, (_, place) => decided(from + place));
      const answers = await world.callMany(teacher, calls);
      expect(answers.every((answer) => 'data' in answer)).toBe(true);
    }
    const { path, input } = decided(MAX_ITEMS);
    expect((await refusal(call(path, input))).message).toContain('另开一次会商');
    await call('consultation.close', { ...edit(id, 1), minutes: '', breachReason: '事情多' });
    const resolutions = world
      .stored<Resolution>('resolutions')
      .filter(({ consultationId }) => consultationId === id);
    expect(resolutions).toHaveLength(MAX_ITEMS);
  });
});
