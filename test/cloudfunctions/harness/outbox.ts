import type { Reminder, SubscribeCredit } from '../../../domain/reminder/reminder.schema';
import { DEFAULT_TEMPLATES, type TemplateName } from '../../../domain/reminder/templates';
import { SCHOOL_ID } from '../../school/cast';
import { newWriteId } from '../api/writes';
import type { CallerOf, TestCloud } from './cloud';

/** Somebody who is reminded. */
export type Receiver = CallerOf & { name: string };

/** The outbox of a test's cloud: what is due, who agreed, what went out. */
export function outboxOf(test: TestCloud) {
  let made = 0;
  const { messages } = test.cloud.openapi;

  return {
    /** A reminder that has come to its moment, as the hourly job leaves it. */
    due(to: Receiver, change: Partial<Reminder> = {}): string {
      const now = new Date(test.clock.now());
      const _id = `meetingSoon~meeting${++made}~2026-10-29~${to.openid}`;
      const reminder: Reminder = {
        _id,
        schemaVersion: 1,
        schoolId: SCHOOL_ID,
        memberId: to.openid,
        memberName: to.name,
        kind: 'meetingSoon',
        template: 'meeting',
        parts: { what: '七年级(3)班 · 学情例会', at: now, where: '会议室', note: '' },
        lines: [
          { kind: 'meetingSoon', text: '学情例会', page: 'pages/meetings/index', checks: [] },
        ],
        dueAt: now,
        until: null,
        status: 'due',
        claim: null,
        claimedAt: null,
        shownAt: null,
        unreached: null,
        ...{ aboutId: null, classId: null, divisionId: null, studentId: null, studentName: null },
        createdAt: now,
        createdOn: '2026-10-29',
        ...change,
      };
      test.cloud.database.insertMany('reminders', [reminder as never]);
      return _id;
    },

    /** Somebody accepts in WeChat's popup, and the phone tells of it, as many times. */
    async accept(person: CallerOf, times = 1, template: TemplateName = 'meeting'): Promise<void> {
      for (let n = 0; n < times; n += 1) {
        messages.answer(person.openid, DEFAULT_TEMPLATES[template].id, 'accept');
        await test.call(person, 'subscribeCredit.record', {
          writeId: newWriteId(),
          accepted: [template],
        });
      }
    },

    of: (id: string) =>
      test.stored<Reminder>('reminders').find(({ _id }) => _id === id) as Reminder,
    creditOf: ({ openid }: CallerOf, template: TemplateName = 'meeting') =>
      test
        .stored<SubscribeCredit>('subscribeCredits')
        .find(({ _id }) => _id === `${openid}~${DEFAULT_TEMPLATES[template].id}`)?.left,
    sentTo: ({ openid }: CallerOf) => messages.notifications(openid),

    async fire() {
      const outcome = await test.cloud.timer.fire('timer');
      if (!outcome.ok) throw new Error(outcome.failure.errMsg);
      return (outcome.result as { sendReminders?: Record<string, number> }).sendReminders;
    },
  };
}

export type Outbox = ReturnType<typeof outboxOf>;
