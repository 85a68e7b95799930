import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { HeartToHeartCard } from '../../../domain/heart-to-heart-card/heart-to-heart-card.schema';
import type { Reminder } from '../../../domain/reminder/reminder.schema';
import type { SealedNote } from '../../../domain/sealed-note/sealed-note.schema';
import type { TimelineItem } from '../../../domain/timeline/timeline.schema';
import { RISKY_WORD } from '../../../local-cloud/openapi/msg-sec-check';
import { CAST, type CastName, CLASSES, STUDENTS } from '../../school/cast';
import { CARD_CODE, CARD_IDS, RECEIPTS } from '../../school/family-voice';
import { startCloud, type TestCloud } from '../harness/cloud';
import { outboxOf } from '../harness/outbox';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeEach(async () => {
  world = await startCloud();
});
afterEach(() => world.stop());

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const tablet = CAST.stranger;
const card = (more: object = {}) => ({
  ...{ code: CARD_CODE, writeId: newWriteId(), hard: '换了座位听不清。', help: '', name: '' },
  ...more,
});
const submit = (input: object, person = tablet) =>
  world.call<{ receipt: string }>(person, 'heartToHeartCard.submit', input);
const receipt = (code: string, person = tablet) =>
  world.call<{ isOpened: boolean; answer: { text: string } | null }>(
    person,
    'heartToHeartReceipt.byId',
    { receipt: code },
  );
const duties = async (name: CastName) =>
  (
    await world.call<{ cards: { id: string; isUrgent: boolean }[] }>(
      CAST[name],
      'familyVoiceDuty.list',
      {},
    )
  ).cards;
const stored = () => world.stored<HeartToHeartCard>('heartToHeartCards');
const newest = () => {
  const known = Object.values<string>(CARD_IDS);
  return stored().find(({ _id }) => !known.includes(_id)) as HeartToHeartCard;
};

describe('a card from whoever has the code of the class', () => {
  test('goes to the mentor of who signed, its words sealed, its sender unknown', async () => {
    await submit(card({ name: STUDENTS.menteeIn73.name }));
    expect(newest()).toMatchObject({ toMemberId: CAST.mentor.openid, isUrgent: false });
    expect(JSON.stringify(stored())).not.toContain('听不清');
    expect(JSON.stringify(newest())).not.toContain(tablet.openid);
    const items = world.stored<TimelineItem>('timeline');
    const [item] = items.filter(({ refId }) => refId === newest()._id);
    expect(item).toMatchObject({ isSealed: true, title: '', excerpt: '', noteId: null });
  });

  test('goes to the homeroom teacher when the name is nobody’s, and says nothing of that', async () => {
    const signed = await submit(card({ name: '没有这个人' }));
    expect(newest()).toMatchObject({ toMemberId: CAST.homeroomTeacher.openid, studentId: null });
    expect(Object.keys(signed)).toEqual(['receipt']);
  });

  test('sent twice, one after the other and at once, is stored once', async () => {
    const input = card();
    const [one, two] = await Promise.all([submit(input), submit(input)]);
    const three = await submit(input);
    expect(new Set([one.receipt, two.receipt, three.receipt]).size).toBe(1);
    expect(stored()).toHaveLength(Object.keys(CARD_IDS).length + 1);
  });

  test.each([
    ['words of danger', '有人打我，我不想活了'],
    ['what WeChat calls risky', RISKY_WORD],
  ])('with %s goes to the counsellor at once, and to nobody of the class', async (_what, hard) => {
    await submit(card({ hard, name: STUDENTS.menteeIn73.name }));
    const { _id } = newest();
    expect(newest()).toMatchObject({ toMemberId: null, isUrgent: true });
    expect((await duties('counsellor')).map(({ id }) => id)).toContain(_id);
    for (const name of ['homeroomTeacher', 'mentor', 'subjectTeacher'] as const) {
      expect((await duties(name)).map(({ id }) => id)).not.toContain(_id);
    }
    for (const name of ['homeroomTeacher', 'mentor'] as const) {
      const open = { cardId: _id, writeId: newWriteId() };
      expect((await refusal(world.call(CAST[name], 'heartToHeartCard.byId', open))).code).toBe(
        'notFound',
      );
      const words = { noteId: `${_id}~heartToHeartCard`, reason: '学生遇到困难' };
      expect((await refusal(world.call(CAST[name], 'sealedNote.byId', words))).code).toBe(
        'notFound',
      );
    }
    expect(JSON.stringify(world.stored('timeline'))).not.toContain(_id);
  });

  test('that nobody has opened for two hours is shown to the principal', async () => {
    const open = () =>
      world.call(CAST.principal, 'heartToHeartCard.byId', {
        ...{ cardId: CARD_IDS.urgent, writeId: newWriteId() },
      });
    expect(await duties('principal')).toEqual([]);
    expect((await refusal(open())).code).toBe('notFound');
    await world.clock.advance(2 * HOUR_MS);
    expect((await duties('principal')).map(({ id }) => id)).toEqual([CARD_IDS.urgent]);
    await open();
    await open();
  });
});

describe('a card that cannot wait is told at once', () => {
  const hurt = '有人一直打我';
  const atNight = async () => {
    await world.clock.advance(13 * HOUR_MS);
    return outboxOf(world);
  };
  const told = () =>
    world
      .stored<Reminder>('reminders')
      .filter(({ kind }) => kind === 'urgentCard')
      .map(({ memberId }) => memberId);
  const dismiss = (who: 'counsellor') => world.patch('members', CAST[who].openid, { postings: [] });

  test('to the counsellor, at night too, without a word of what it says', async () => {
    const outbox = await atNight();
    await outbox.accept(CAST.counsellor, 1, 'todo');
    await submit(card({ hard: hurt, name: STUDENTS.menteeIn73.name }));
    expect(told()).toEqual([CAST.counsellor.openid]);
    await outbox.fire();
    const [message, ...others] = outbox.sentTo(CAST.counsellor);
    expect(others).toEqual([]);
    expect(message).toMatchObject({ title: '待办提醒' });
    const said = JSON.stringify([message, world.stored('reminders')]);
    for (const word of [hurt, STUDENTS.menteeIn73.name, '七年级']) expect(said).not.toContain(word);
  });

  test('once, though the card is sent again', async () => {
    const input = card({ hard: hurt });
    await submit(input);
    await submit(input);
    expect(told()).toHaveLength(1);
  });

  test('and not any more when it was opened before the message went out', async () => {
    const outbox = await atNight();
    await outbox.accept(CAST.counsellor, 1, 'todo');
    await submit(card({ hard: hurt }));
    const open = { cardId: newest()._id, writeId: newWriteId() };
    await world.call(CAST.counsellor, 'heartToHeartCard.byId', open);
    await outbox.fire();
    expect(outbox.sentTo(CAST.counsellor)).toEqual([]);
  });

  test('to the principal, who opens it at once, where no counsellor is', async () => {
    await dismiss('counsellor');
    await submit(card({ hard: hurt }));
    expect(told()).toEqual([CAST.principal.openid]);
    const { _id } = newest();
    expect((await duties('principal')).map(({ id }) => id)).toContain(_id);
    await world.call(CAST.principal, 'heartToHeartCard.byId', {
      ...{ cardId: _id, writeId: newWriteId() },
    });
  });

  test('to nobody when it can wait', async () => {
    await submit(card());
    expect(told()).toEqual([]);
  });
});

describe('a code', () => {
  const close = (code: string) =>
    world.call(CAST.homeroomTeacher, 'heartToHeartCode.close', { code, writeId: newWriteId() });

  test('wrong, ended and expired answers alike, so that guessing teaches nothing', async () => {
    const wrong = await refusal(submit(card({ code: 'NNNNNNNN' })));
    await close(CARD_CODE);
    const ended = await refusal(submit(card()));
    const made = await world.call<{ code: string }>(
      CAST.homeroomTeacher,
      'heartToHeartCode.record',
      {
        ...{ classId: CLASSES.seven3, writeId: newWriteId(), days: 7 },
      },
    );
    await submit(card({ code: made.code }));
    await world.clock.advance(7 * DAY_MS);
    const expired = await refusal(submit(card({ code: made.code })));
    expect(wrong.code).toBe('cardCodeRefused');
    expect(ended).toEqual(wrong);
    expect(expired).toEqual(wrong);
  });

  test('can be guessed at ten times an hour, then even the right one is not looked at', async () => {
    const codes: string[] = [];
    for (let tries = 0; tries < 11; tries += 1) {
      codes.push((await refusal(submit(card({ code: 'NNNNNNNN' })))).code);
    }
    expect(codes.filter((code) => code === 'cardCodeRefused')).toHaveLength(10);
    expect(codes.at(-1)).toBe('tooManyTries');
    expect((await refusal(submit(card()))).code).toBe('tooManyTries');
    expect((await refusal(receipt(RECEIPTS.answered))).code).toBe('tooManyTries');
    await submit(card(), CAST.guardian);
    await world.clock.advance(HOUR_MS + 1000);
    await submit(card());
  });

  test('is made by the homeroom teacher alone, for the own class', async () => {
    const make = (name: CastName) =>
      world.call(CAST[name], 'heartToHeartCode.record', {
        ...{ classId: CLASSES.seven3, writeId: newWriteId(), days: 7 },
      });
    await make('homeroomTeacher');
    for (const name of ['homeroomTeacher71', 'subjectTeacher', 'principal', 'guardian'] as const) {
      expect((await refusal(make(name))).code).toBe('notFound');
    }
  });
});

describe('an answer', () => {
  test('is read by the receipt, by nobody who only knows the card', async () => {
    const { receipt: code } = await submit(card());
    expect(await receipt(code)).toEqual({ isOpened: false, answer: null });
    const cardId = newest()._id;
    const open = { cardId, writeId: newWriteId() };
    const opened = await world.call<{ text: string }>(
      CAST.homeroomTeacher,
      'heartToHeartCard.byId',
      open,
    );
    expect(opened.text).toContain('换了座位听不清。');
    const answer = { cardId, rev: 0, writeId: newWriteId(), answer: '明天就换。' };
    await world.call(CAST.homeroomTeacher, 'heartToHeartCard.close', answer);
    await world.call(CAST.homeroomTeacher, 'heartToHeartCard.close', answer);
    expect(await receipt(code.toLowerCase())).toMatchObject({
      isOpened: true,
      answer: { text: '明天就换。' },
    });
    expect((await refusal(receipt(cardId.slice(0, 10)))).code).toBe('cardCodeRefused');
    const notes = world.stored<SealedNote>('sealedNotes');
    expect(notes.filter(({ text }) => text === '明天就换。')).toHaveLength(1);
    const audits = world.stored<Audit>('audits').filter(({ documentId }) => documentId === cardId);
    expect(audits.map(({ action }) => action).sort()).toEqual([
      'heartToHeartCard.read',
      'heartToHeartCard.submit',
    ]);
  });
});
