import { addDays } from '../../../domain/calendar/day';
import { ASSURANCE } from '../../../domain/regulation/presets/assurance';
import { CHANGCHENG } from '../../../domain/regulation/presets/changcheng';
import { startFrom } from '../../../domain/regulation/presets/presets';
import { SANXING } from '../../../domain/regulation/presets/sanxing';
import { ZHULIANG } from '../../../domain/regulation/presets/zhuliang';
import { CAST, CAST_TODAY, CLASSES, SCHOOL_ID } from '../../school/cast';
import { meetingIdOf } from '../../school/consultations';
import { startCloud, type TestCloud } from '../harness/cloud';
import { attendance, meetingPlan, newMeetingId } from './meeting-examples';
import { newWriteId, refusal } from './writes';

interface View {
  people: { memberId: string; name: string; as: string[]; isPresent: boolean }[];
  quorum: { who: string; expected: number; isMet: boolean }[];
}

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
  const postings = CAST.mentor.postings.filter(({ role }) => role === 'mentor');
  await world.patch('members', CAST.mentor.openid, { postings });
});
afterAll(() => world.stop());

const placeId = CLASSES.seven3;
const teacher = CAST.homeroomTeacher;
/** Mentor of three students of the class, and nothing else: he teaches in no class. */
const mentor = CAST.mentor;

describe.each([
  ['班级学情研究（S4-179）', ASSURANCE, 'weeklyConsultation', ['homeroomTeacher', 'leader']],
  ['导师碰头会（S4-256）', ZHULIANG, 'huddle', ['homeroomTeacher']],
  ['导师碰头会（S4-296）', SANXING, 'huddle', ['homeroomTeacher']],
  ['学生成长导师会议（S4-279）', CHANGCHENG, 'weeklyConsultation', ['homeroomTeacher']],
] as const)('%s', (_name, preset, kindId, others) => {
  const id = newMeetingId();

  beforeAll(() =>
    world.patch('schools', SCHOOL_ID, {
      regulationHistory: [
        startFrom([preset], { version: 1, effectiveOn: addDays(CAST_TODAY, -50) }),
      ],
    }),
  );

  test('invites the mentors of the class’s students, and who else its kind names', async () => {
    const planned = await world.call<View>(teacher, 'consultation.plan', {
      ...meetingPlan(placeId, id),
      kindId,
    });
    expect([...new Set(planned.people.flatMap(({ as }) => as))].sort()).toEqual(
      [...others, 'mentor'].sort(),
    );
    expect(planned.people.filter(({ as }) => as.includes('mentor'))).toEqual([
      expect.objectContaining({ name: teacher.name, as: ['homeroomTeacher', 'mentor'] }),
      expect.objectContaining({ name: mentor.name, as: ['mentor'] }),
    ]);
  });

  test('a mentor who teaches nobody reads it, comes, and takes something on', async () => {
    const came = [teacher.openid, mentor.openid];
    await world.call(mentor, 'consultationAttendance.record', { ...attendance(id), came });
    const input = {
      ...{ consultationId: id, rev: 0, writeId: newWriteId(), itemId: newMeetingId() },
      words: {
        ...{ kind: 'decision', text: '每周和三名学生谈一次', ownerId: mentor.openid },
        ...{ helperIds: [teacher.openid], dueOn: addDays(CAST_TODAY, 7) },
      },
    };
    const said = await world.call<{ owner: string }>(mentor, 'consultationItem.record', input);
    expect(said.owner).toBe(mentor.name);
    const { quorum } = await world.call<View>(mentor, 'consultation.byId', {
      consultationId: id,
      placeId,
    });
    expect(quorum.find(({ who }) => who === 'mentor')).toMatchObject({ expected: 2, isMet: true });
  });

  test('and no meeting of the class to which he is not invited', async () => {
    const { open, past } = await world.call<Record<'open' | 'past', { id: string }[]>>(
      mentor,
      'consultation.list',
      {},
    );
    expect(open.map((one) => one.id)).toContain(id);
    expect([...open, ...past].some((one) => one.id.startsWith(`meeting~${placeId}~`))).toBe(false);
    const other = { consultationId: meetingIdOf(placeId, 'next'), placeId };
    const refused = await refusal(world.call(mentor, 'consultation.byId', other));
    expect(refused.code).toBe('notFound');
  });
});
