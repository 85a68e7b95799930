import {
  CloseReminders,
  ListReminders,
  ListUnreached,
  RecordCredits,
} from '../../../domain/reminder/reminder.schema';
import { describeTemplates } from '../../../domain/reminder/templates';
import { z } from '../../../domain/schema';
import {
  REMINDER_PRESET,
  ReviseReminderSettings,
} from '../../../domain/school/reminder-settings.schema';
import { messageTemplates } from '../../kernel/reminder-templates';
import { procedure, router } from '../procedure';
import { closeReminders } from './close-reminders';
import { listReminders } from './list-reminders';
import { listUnreached } from './list-unreached';
import { recordCredits } from './record-credits';
import { reviseReminderSettings } from './revise-reminder-settings';

export const reminderRouter = router({
  list: procedure('reminder.read')
    .input(ListReminders)
    .query(({ ctx, input }) => listReminders(ctx, input)),

  /** Seen: what has come until then is no longer new. */
  close: procedure('reminder.read')
    .input(CloseReminders)
    .mutation(({ ctx, input }) => closeReminders(ctx, input)),
});

export const subscribeCreditRouter = router({
  record: procedure('subscribeCredit.record')
    .input(RecordCredits)
    .mutation(({ ctx, input }) => recordCredits(ctx, input)),
});

export const unreachedRouter = router({
  list: procedure('unreached.read')
    .input(ListUnreached)
    .query(({ ctx, input }) => listUnreached(ctx, input)),
});

export const reminderSettingRouter = router({
  list: procedure('reminderSetting.revise')
    .input(z.optional(z.strictObject({})))
    .query(({ ctx: { access, school } }) => {
      access.authorize({ schoolId: school._id });
      return {
        rev: school.rev,
        ...(school.reminders ?? REMINDER_PRESET),
        /** Those of the deployment: they belong to the mini-program's account, not to a school. */
        templates: describeTemplates(messageTemplates()),
      };
    }),

  revise: procedure('reminderSetting.revise')
    .input(ReviseReminderSettings)
    .mutation(({ ctx, input }) => reviseReminderSettings(ctx, input)),
});
