import type { TopicList } from '../../../domain/consultation/topic-list.schema';
import { CAST, CLASSES, divisionIdOf, SCHOOL_ID } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { attendance, meetingPlan, newMeetingId } from './meeting-examples';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

type Who = { openid: string };
interface Topic {
  id: string;
  text: string;
  byName: string;
  isMine: boolean;
}
const teacher = CAST.homeroomTeacher;
const colleague = CAST.subjectTeacher;
const CLASS = { scope: 'class', placeId: CLASSES.seven3 };
const DIVISION = { scope: 'division', placeId: divisionIdOf(7) };
const SCHOOL = { scope: 'school', placeId: SCHOOL_ID };

const topic = (place: object, text: string, more: object = {}) => ({
  ...place,
  ...{ topicId: newMeetingId(), writeId: newWriteId(), text },
  ...more,
});
const propose = (who: Who, input: object) =>
  world.call<Topic[]>(who, 'consultationTopic.record', input);
const takeBack = (who: Who, place: object, topicId: string, writeId = newWriteId()) =>
  world.call<Topic[]>(who, 'consultationTopic.void', { ...place, topicId, writeId });
const agendaOf = async (who: Who, place: object = CLASS) =>
  (await world.call<{ topics: Topic[] }>(who, 'consultationAgenda.list', place)).topics;

describe('a topic proposed before there is a meeting', () => {
  const first = topic(CLASS, '午休怎么安排');

  test('waits on the agenda of its place, with who proposed it', async () => {
    await propose(colleague, first);
    expect(await agendaOf(teacher)).toMatchObject([
      { text: '午休怎么安排', byName: colleague.name, isMine: false },
    ]);
    expect((await agendaOf(colleague)).map(({ isMine }) => isMine)).toEqual([true]);
    expect(await agendaOf(CAST.divisionHead, DIVISION)).toEqual([]);
  });

  test('sent twice waits once; two who propose at once are both heard', async () => {
    await propose(colleague, first);
    await Promise.all([
      propose(teacher, topic(CLASS, '作业量')),
      propose(colleague, topic(CLASS, '值日')),
    ]);
    const waiting = (await agendaOf(teacher)).map(({ text }) => text);
    expect(waiting.sort()).toEqual(['值日', '作业量', '午休怎么安排'].sort());
  });

  test('is taken back by whoever proposed it and by nobody else; its words stay in the cloud', async () => {
    const [own] = (await agendaOf(teacher)).filter(({ isMine }) => isMine);
    const id = own?.id ?? '';
    expect((await refusal(takeBack(colleague, CLASS, id))).code).toBe('notFound');
    const left = await takeBack(teacher, CLASS, id);
    expect(left.map(({ text }) => text)).not.toContain('作业量');
    const earlier = world.stored<{ docId: string; fields: TopicList }>('revisions');
    expect(JSON.stringify(earlier.filter(({ docId }) => docId === CLASSES.seven3))).toContain(
      '作业量',
    );
  });

  test('is for those who record there: a class, a division, the school', async () => {
    await propose(CAST.divisionHead, topic(DIVISION, '期中以后的家长会'));
    await propose(CAST.principal, topic(SCHOOL, '下月看睡眠'));
    const refused: [Who, object][] = [
      [CAST.homeroomTeacher71, CLASS],
      [CAST.guardian, CLASS],
      [teacher, DIVISION],
      [CAST.divisionHead, SCHOOL],
      [CAST.principal, { scope: 'division', placeId: 'nowhere' }],
      [CAST.otherPrincipal, SCHOOL],
    ];
    for (const [who, place] of refused) {
      expect((await refusal(propose(who, topic(place, '午休')))).code).toBe('notFound');
    }
  });

  test('a teacher invited to a meeting of the division proposes for it', async () => {
    const plan = { ...meetingPlan(DIVISION.placeId), kindId: 'plenary' };
    await world.call(CAST.divisionHead, 'consultation.plan', plan);
    const { consultationId: meetingId } = plan;
    const topics = await propose(teacher, topic(DIVISION, '各班午休', { meetingId }));
    expect(topics.map(({ text }) => text)).toEqual(['期中以后的家长会', '各班午休']);
    const elsewhere = topic(SCHOOL, '各班午休', { meetingId });
    expect((await refusal(propose(teacher, elsewhere))).code).toBe('notFound');
  });

  test('goes with the meeting that ends next, and waits for no other', async () => {
    const plan = meetingPlan(CLASS.placeId);
    const { consultationId } = plan;
    const { people } = await world.call<{ people: { memberId: string }[] }>(
      teacher,
      'consultation.plan',
      plan,
    );
    await world.call(teacher, 'consultationAttendance.record', {
      ...attendance(consultationId),
      came: people.map(({ memberId }) => memberId),
    });
    const whole = () =>
      world.call<{ rev: number; topics: { text: string }[] }>(teacher, 'consultation.byId', {
        ...{ consultationId, placeId: CLASS.placeId },
      });
    await world.call(teacher, 'consultation.close', {
      ...{ consultationId, rev: (await whole()).rev, writeId: newWriteId() },
      ...{ minutes: '商定了三件事', breachReason: '人少' },
    });
    expect((await whole()).topics.map(({ text }) => text).sort()).toEqual(
      ['值日', '午休怎么安排'].sort(),
    );
    expect(await agendaOf(teacher)).toEqual([]);
  });

  test('no more wait than a meeting can speak of', async () => {
    for (let n = 0; n < 20; n += 1) await propose(teacher, topic(CLASS, `第 ${n} 个`));
    const { message } = await refusal(propose(teacher, topic(CLASS, '再一个')));
    expect(message).toContain('请先开一次会商');
  });
});
